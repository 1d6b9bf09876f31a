/** What `npm run push` can be told, and what goes together. */
import { parseArgs } from 'node:util';

export const USAGE = `npm run push [-- FLAGS]

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

const FLAGS = {
  unit: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  create: { type: 'boolean' },
  register: { type: 'string' },
  script: { type: 'string' },
  clasp: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export type Flags = ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'];

/** What a flag would be silently ignored beside. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  register: ['create', 'unit', 'dry-run', 'clasp'],
  create: ['dry-run'],
};

/** Throws for a flag that does not exist, or that another one would hide. Beside `--help` anything goes. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  if (!values.help) refuseTogether(Object.keys(values));
  return values;
}

function refuseTogether(given: readonly string[]): void {
  for (const [flag, others] of Object.entries(ALONE)) {
    const other = given.includes(flag) && others.find((name) => given.includes(name));
    if (other) throw new Error(`--${flag} does not go with --${other}; see --help.`);
  }
  if (given.includes('script') && !given.includes('register')) {
    throw new Error('--script wants --register as well; see --help.');
  }
}
