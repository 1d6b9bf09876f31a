/** `npm run push`: builds the Apps Script and pushes it into the units' workbooks, under a person's own Google identity. */
import { parseArgs } from 'node:util';
import { type BuiltScript, buildScript, withSubmitAddress } from '../apps-script/build.ts';
import { firestoreStore } from '../functions/adapters/firestore-store.ts';
import { openFirestore } from './open-firestore.ts';
import { requireUnit } from './push/choose-files.ts';
import { type Clasp, claspOf, PINNED_CLASP } from './push/clasp.ts';
import { createScripts, workbooksOf } from './push/create-scripts.ts';
import { register } from './push/project-file.ts';
import { pushScripts, resultsTable, shortened } from './push/push-scripts.ts';

const USAGE = `npm run push [-- FLAGS]

  (no flag)                  builds the script and pushes it to every registered workbook, one after the other
  --unit ID                  only this unit; may be repeated
  --dry-run                  builds, and says what would be pushed where; pushes and writes nothing

  --register ID --script S   registers the script S that the unit's workbook already has; pushes nothing
  --create                   makes a script in every workbook without a registered one, and registers it; pushes
                             nothing. Google does not tell which workbooks have a script: register those first.
                             The workbooks are those that Firestore knows: GOOGLE_CLOUD_PROJECT,
                             FIRESTORE_EMULATOR_HOST is honoured. --unit limits it

  --clasp PROGRAM            another clasp than @google/clasp@3.4.1, which npx fetches on first use
  --help

The environment gives the address of submit-report:
  SUBMIT_URL                 https://…; with it «Nộp báo cáo» sends by call, and the script asks for three scopes
                             more. Without it the script ticks the form

Before the first time, with an account that may edit the workbooks:
  npx @google/clasp@3.4.1 login
  and turn on the Apps Script API at https://script.google.com/home/usersettings

A registered script is a file .clasp.2022-464.json beside this project's package.json: clasp's own format, no secret in
it. Commit these files, so that whoever pushes next has them.

Exit code: 0 all is where it should be · 1 at least one workbook failed · 2 nothing was done`;

const SOME_FAILED = 1;
const NOTHING_DONE = 2;

const FLAGS = {
  unit: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  create: { type: 'boolean' },
  register: { type: 'string' },
  script: { type: 'string' },
  clasp: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

interface Place {
  /** npm runs its scripts in the folder of package.json. */
  readonly root: string;
  readonly units: readonly string[] | undefined;
  readonly clasp: Clasp;
}

const say = (text: string): void => console.log(text);

async function build({ SUBMIT_URL: address }: Environment): Promise<BuiltScript> {
  const built = await buildScript();
  say(address ? `«Nộp báo cáo» calls ${address}` : '«Nộp báo cáo» ticks the form: SUBMIT_URL is not set.');
  return address ? { ...built, files: withSubmitAddress(built.files, address) } : built;
}

async function push({ root, units, clasp }: Place, dryRun: boolean, environment: Environment): Promise<number> {
  const results = await pushScripts({ root, units, dryRun }, { build: () => build(environment), clasp, say });
  say(`\n${resultsTable(results)}`);
  return results.some(({ done }) => done.outcome === 'failed') ? SOME_FAILED : 0;
}

async function create({ root, units, clasp }: Place, environment: Environment): Promise<number> {
  const { GOOGLE_CLOUD_PROJECT: projectId, FIRESTORE_EMULATOR_HOST: emulatorHost } = environment;
  if (!projectId) throw new Error('GOOGLE_CLOUD_PROJECT is not set; see --help.');
  const firestore = await openFirestore(projectId, emulatorHost);
  const workbooks = await workbooksOf(firestoreStore(firestore), units).finally(() => firestore.terminate());
  if (workbooks.length === 0) throw new Error('Firestore knows no workbook yet. "npm run provision" makes them.');
  return (await createScripts(root, workbooks, { clasp, say })) > 0 ? SOME_FAILED : 0;
}

async function remember(root: string, id: string, scriptId: string | undefined): Promise<number> {
  if (!scriptId) throw new Error('--register wants --script as well; see --help.');
  const unit = requireUnit(id);
  const file = await register(root, { unit, scriptId });
  say(`${unit.id} ${unit.fullName}: ${shortened(scriptId)}, registered in ${file}`);
  return 0;
}

/** What a flag would be silently ignored beside. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  register: ['create', 'unit', 'dry-run', 'clasp'],
  create: ['dry-run'],
};

function refuseTogether(given: readonly string[]): void {
  for (const [flag, others] of Object.entries(ALONE)) {
    const other = given.includes(flag) && others.find((name) => given.includes(name));
    if (other) throw new Error(`--${flag} does not go with --${other}; see --help.`);
  }
  if (given.includes('script') && !given.includes('register')) {
    throw new Error('--script wants --register as well; see --help.');
  }
}

async function main(environment: Environment): Promise<number> {
  const { values } = parseArgs({ options: FLAGS });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  refuseTogether(Object.keys(values));
  const root = process.cwd();
  if (values.register !== undefined) return remember(root, values.register, values.script);
  for (const id of values.unit ?? []) requireUnit(id);
  const place = { root, units: values.unit, clasp: claspOf(values.clasp ? [values.clasp] : PINNED_CLASP) };
  return values.create ? create(place, environment) : push(place, values['dry-run'] ?? false, environment);
}

try {
  // biome-ignore lint/style/noProcessEnv: an operator's command is configured by its shell
  process.exitCode = await main(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = NOTHING_DONE;
}
