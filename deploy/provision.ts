/** `npm run provision`: makes or repairs the units' workbooks under a person's own Google identity. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { jsonLog } from '../functions/adapters/json-log.ts';
import { openPeriods, provision } from '../functions/provision.ts';
import { dayInVietnam, toInstant } from '../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../schemas/settings.ts';
import { findUnit, type ReportingUnit, UNITS_2022 } from '../schemas/units.ts';

const USAGE = `npm run provision -- --people FILE [--unit 2022:464 …]

  --people FILE   JSON: {"owner": "…@…", "serviceAccount": "…@…", "staff": {"2022:464": ["…@…"]}}
  --unit ID       only this unit; may be repeated. All units of 2022 when left out
  --help

The environment gives the identity and the store:
  GOOGLE_ACCESS_TOKEN    a person's token with the scopes spreadsheets and drive.file,
                         such as gcloud auth print-access-token prints
  GOOGLE_CLOUD_PROJECT   the project of the Firestore; FIRESTORE_EMULATOR_HOST is honoured
  GOOGLE_ROOT_URL        another server that speaks Google's protocols

Run it as often as you like: a second run changes nothing.`;

const People = z.object({
  owner: z.email(),
  serviceAccount: z.email(),
  staff: z.record(z.string(), z.array(z.email())),
});

const FLAGS = {
  people: { type: 'string' },
  unit: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

function unitsOf(ids: readonly string[] | undefined): readonly ReportingUnit[] {
  if (!ids) return UNITS_2022;
  return ids.map((id) => {
    const unit = findUnit(id);
    if (!unit) throw new Error(`There is no unit ${id}. Ids look like 2022:464.`);
    return unit;
  });
}

async function main(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { values } = parseArgs({ options: FLAGS });
  if (values.help || !values.people) return console.log(USAGE);
  const accessToken = environment.GOOGLE_ACCESS_TOKEN;
  if (!accessToken) throw new Error('GOOGLE_ACCESS_TOKEN is not set; see --help.');
  const people = People.parse(JSON.parse(await readFile(values.people, 'utf8')));
  const { initializeApp } = await import('firebase-admin/app');
  const { getFirestore } = await import('firebase-admin/firestore');
  const projectId = environment.GOOGLE_CLOUD_PROJECT;
  const firestore = getFirestore(initializeApp(projectId ? { projectId } : {}));
  const periods = openPeriods(dayInVietnam(toInstant(Date.now())), DEFAULT_CALENDAR);
  const log = jsonLog((line) => process.stderr.write(line));
  const parts = { rootUrl: environment.GOOGLE_ROOT_URL, auth: { accessToken }, firestore, log };
  const { owner, serviceAccount, staff } = people;
  const peopleOf = (unit: ReportingUnit) => ({ owner, serviceAccount, staff: staff[unit.id] ?? [] });
  await provision(
    { units: unitsOf(values.unit), periods, peopleOf },
    parts,
    ({ unit, workbookId, created, repaired }) => {
      const what = created ? 'tạo mới' : repaired.length === 0 ? 'đã đúng' : repaired.join(' ');
      console.log(`${unit.fullName}  ${workbookId}  ${what}`);
    },
  );
}

try {
  // biome-ignore lint/style/noProcessEnv: an operator's command is configured by its shell
  await main(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
