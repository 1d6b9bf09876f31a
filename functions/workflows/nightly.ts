/** One night: settings, every unit's workbook one after the other, the province's summary, the mails. */
import { dayInVietnam, type Instant, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { UnitDocument, UnitOutcome } from '../../schemas/documents.ts';
import { addCalls, NO_CALLS } from '../domain/calls.ts';
import { type OpenPeriod, openPeriods } from '../domain/period.ts';
import { toAppError } from '../errors.ts';
import type { Calls, Clock, Log, Store } from '../ports.ts';
import { type CheckedUnit, checkInNight, type UnitResult } from './check-in-night.ts';
import type { CheckPorts } from './check-unit.ts';
import { type ClosedUnits, closeUnits } from './close-period.ts';
import { countedStore } from './counted-store.ts';
import { duePeriods } from './due-periods.ts';
import { type LoadedSettings, loadSettings } from './load-settings.ts';
import { publishSafely } from './publish-summary.ts';
import { type QueueDigestRequest, queueDigest } from './queue-digest.ts';
import { saveNotApplicable } from './save-not-applicable.ts';
import { saveRun } from './save-run.ts';
import { monthsBefore } from './unit-months.ts';

export interface NightlyPorts {
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  /** Ports of one check, which count what it costs. */
  readonly openCheck: (calls: Calls) => CheckPorts;
  /** What a frozen month is said to have been frozen by. */
  readonly codeVersion: string;
  /** Called before each unit, for a progress line. */
  readonly onProgress?: (done: number, of: number, unit: string) => void;
}

export interface NightlyRequest {
  readonly runId: string;
  /** The moment that the night is judged by. */
  readonly asOf: Instant;
}

export interface NightlyResult {
  readonly runId: string;
  readonly asOf: Instant;
  readonly units: readonly UnitResult[];
  readonly summary: {
    readonly outcomes: Readonly<Record<UnitOutcome, number>>;
    readonly calls: Calls;
    /** Mails put into the outbox; `send-mail` sends them. */
    readonly mails: number;
  };
}

/** What one night has in hand from its settings on. */
interface Night {
  readonly asOf: Instant;
  readonly today: PlainDate;
  readonly periods: readonly OpenPeriod[];
  readonly loaded: LoadedSettings;
}

export async function nightly({ runId, asOf }: NightlyRequest, ports: NightlyPorts): Promise<NightlyResult> {
  const startedAt = ports.clock();
  const today = dayInVietnam(asOf);
  const rest: Calls = { ...NO_CALLS };
  const shared = ports.openCheck(rest);
  const loaded = await loadSettings(shared, { now: asOf });
  const night: Night = { asOf, today, loaded, periods: openPeriods(today, loaded.calendar) };
  const store = countedStore(ports.store, rest);
  const units = [...(await store.list('units')).values()] as UnitDocument[];
  const closed = await closeDue(
    await duePeriods({ units, now: asOf, calendar: loaded.calendar }, store),
    runId,
    asOf,
    ports,
  );
  const checked = await checkAll(units, night, ports);
  await saveNotApplicable(units, night.periods, shared);
  await publishSafely({ periods: publishedMonths(units, night, closed), asOf }, shared);
  const results = checked.map(({ result }) => result);
  const mailed = checked.filter((unit) => unit.queued).length;
  const spent = () =>
    [...closed.map(({ calls }) => calls), ...checked.map((unit) => unit.spent)].reduce(addCalls, rest);
  const reports = checked.flatMap((unit) => unit.reports);
  const digest = await tellDepartment(
    night,
    { units, results, reports, calls: spent(), mails: mailed },
    store,
    ports.log,
  );
  rest.documentsWritten += digest;
  const [calls, mails, outcomes] = [spent(), mailed + digest, countOutcomes(results)];
  await saveRun({ runId, kind: 'nightly', asOf, startedAt, outcomes, calls, mails, units: results }, ports);
  return { runId, asOf, units: results, summary: { outcomes, calls, mails } };
}

const isReporting = (unit: UnitDocument, today: string): boolean =>
  unit.workbookId !== null && unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo);

/** The open months, those just past, in which something may have been corrected, and those kept open for someone. */
function publishedMonths(
  units: readonly UnitDocument[],
  { asOf, periods, loaded }: Night,
  closed: readonly ClosedUnits[],
): readonly Period[] {
  const open = periods.map(({ period }) => period);
  const kept = units.flatMap((unit) => unit.keptOpen);
  return [
    ...new Set([...monthsBefore(asOf, loaded.calendar), ...open, ...closed.map(({ period }) => period), ...kept]),
  ].sort();
}

/** Closes the months whose time has come before anything else is judged: what is typed from now on is not theirs. */
async function closeDue(
  due: readonly Period[],
  runId: string,
  asOf: Instant,
  ports: NightlyPorts,
): Promise<readonly ClosedUnits[]> {
  const closed: ClosedUnits[] = [];
  for (const period of due) closed.push(await closeUnits({ runId: `${runId}-${period}`, period, asOf }, ports));
  return closed;
}

async function checkAll(
  units: readonly UnitDocument[],
  { asOf, today, loaded }: Night,
  ports: NightlyPorts,
): Promise<readonly CheckedUnit[]> {
  const reporting = units.filter((unit) => isReporting(unit, today));
  const checked: CheckedUnit[] = [];
  for (const [index, document] of reporting.entries()) {
    ports.onProgress?.(index, reporting.length, document.fullName);
    const { settings, calendar } = loaded;
    checked.push(await checkInNight({ document, asOf, today, settings, calendar }, ports));
  }
  return checked;
}

/** How many digests were queued: one, or none when nothing happened or nobody is there to read it. */
async function tellDepartment(
  { asOf, loaded: { calendar, settings } }: Night,
  seen: Pick<QueueDigestRequest, 'units' | 'results' | 'reports' | 'calls' | 'mails'>,
  store: Store,
  log: Log,
): Promise<number> {
  try {
    return (await queueDigest({ ...seen, asOf, calendar, to: settings.departmentMail }, store)) ? 1 : 0;
  } catch (cause) {
    const { code, message } = toAppError(cause);
    log('ERROR', `The digest could not be queued: ${message}`, { code });
    return 0;
  }
}

function countOutcomes(results: readonly UnitResult[]): Record<UnitOutcome, number> {
  const outcomes = { checked: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of results) outcomes[outcome] += 1;
  return outcomes;
}
