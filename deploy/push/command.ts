/** What `npm run push` does: its arguments become one deed and an exit code. `deploy/push.ts` gives it the real parts. */
import type { BuiltScript } from '../../apps-script/build.ts';
import { withSubmitAddress } from '../../apps-script/submit-address.ts';
import type { Store } from '../../functions/ports.ts';
import { requireUnit } from './choose-files.ts';
import { type Clasp, PINNED_CLASP } from './clasp.ts';
import { createScripts, workbooksOf } from './create-scripts.ts';
import { readFlags, USAGE } from './flags.ts';
import { register } from './project-file.ts';
import { pushScripts, resultsTable, shortened } from './push-scripts.ts';

const SOME_FAILED = 1;
const NOTHING_DONE = 2;

export interface OpenedStore {
  readonly store: Pick<Store, 'list'>;
  readonly close: () => Promise<void>;
}

export interface CommandParts {
  /** The folder of the project files; npm runs its scripts in that of package.json. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly build: () => Promise<BuiltScript>;
  readonly claspOf: (program: readonly [string, ...string[]]) => Clasp;
  readonly openStore: (projectId: string, emulatorHost: string | undefined) => Promise<OpenedStore>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** The exit code, as the usage explains it. Nothing dear is asked of the parts before the arguments are found good. */
export async function pushCommand(args: readonly string[], parts: CommandParts): Promise<number> {
  try {
    return await run(args, parts);
  } catch (error) {
    parts.complain(error instanceof Error ? error.message : String(error));
    return NOTHING_DONE;
  }
}

async function run(args: readonly string[], parts: CommandParts): Promise<number> {
  const flags = readFlags(args);
  if (flags.help) {
    parts.say(USAGE);
    return 0;
  }
  if (flags.register !== undefined) return remember(flags.register, flags.script, parts);
  for (const id of flags.unit ?? []) requireUnit(id);
  const clasp = parts.claspOf(flags.clasp ? [flags.clasp] : PINNED_CLASP);
  return flags.create ? create(flags.unit, clasp, parts) : push(flags.unit, flags['dry-run'] ?? false, clasp, parts);
}

async function push(
  units: readonly string[] | undefined,
  dryRun: boolean,
  clasp: Clasp,
  parts: CommandParts,
): Promise<number> {
  const { root, say } = parts;
  const results = await pushScripts({ root, units, dryRun }, { build: () => build(parts), clasp, say });
  say(`\n${resultsTable(results)}`);
  return results.some(({ done }) => done.outcome === 'failed') ? SOME_FAILED : 0;
}

async function build({ build, environment, say }: CommandParts): Promise<BuiltScript> {
  const { SUBMIT_URL: address } = environment;
  const built = await build();
  say(address ? `«Nộp báo cáo» calls ${address}` : '«Nộp báo cáo» ticks the form: SUBMIT_URL is not set.');
  return address ? { ...built, files: withSubmitAddress(built.files, address) } : built;
}

async function create(
  units: readonly string[] | undefined,
  clasp: Clasp,
  { root, environment, openStore, say }: CommandParts,
): Promise<number> {
  const { GOOGLE_CLOUD_PROJECT: projectId, FIRESTORE_EMULATOR_HOST: emulatorHost } = environment;
  if (!projectId) throw new Error('GOOGLE_CLOUD_PROJECT is not set; see --help.');
  const { store, close } = await openStore(projectId, emulatorHost);
  const workbooks = await workbooksOf(store, units).finally(close);
  if (workbooks.length === 0) throw new Error('Firestore knows no workbook yet. "npm run provision" makes them.');
  return (await createScripts(root, workbooks, { clasp, say })) > 0 ? SOME_FAILED : 0;
}

async function remember(id: string, scriptId: string | undefined, { root, say }: CommandParts): Promise<number> {
  if (!scriptId) throw new Error('--register wants --script as well; see --help.');
  const unit = requireUnit(id);
  const file = await register(root, { unit, scriptId });
  say(`${unit.id} ${unit.fullName}: ${shortened(scriptId)}, registered in ${file}`);
  return 0;
}
