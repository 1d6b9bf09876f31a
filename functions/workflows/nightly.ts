/** One night: settings, every unit's workbook one after the other, the province's summary, the mails. */
import { dayInVietnam, type Instant, type PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument, UnitDocument, UnitOutcome } from '../../schemas/documents.ts';
import { addCalls, NO_CALLS } from '../domain/calls.ts';
import { type OpenPeriod, openPeriods } from '../domain/period.ts';
import { toAppError } from '../errors.ts';
import type { Calls, Clock, Log, Store } from '../ports.ts';
import { type CheckedUnit, checkInNight, type UnitResult } from './check-in-night.ts';
import type { CheckPorts } from './check-unit.ts';
import { type LoadedSettings, loadSettings } from './load-settings.ts';
import { publishSummaries } from './publish-summary.ts';
import { queueDigest } from './queue-digest.ts';
import { saveNotApplicable } from './save-not-applicable.ts';
import { saveRun } from './save-run.ts';

export interface NightlyPorts {
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  /** Ports of one check, which count what it costs. */
  readonly openCheck: (calls: Calls) => CheckPorts;
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
  const units = [...(await ports.store.list('units')).values()] as UnitDocument[];
  rest.documentsRead += units.length;
  const checked = await checkAll(units, night, ports);
  await saveNotApplicable(units, night.periods, shared);
  await publish(night, shared);
  const results = checked.map(({ result }) => result);
  const calls = checked.reduce((sum, { spent }) => addCalls(sum, spent), addCalls(NO_CALLS, rest));
  const queued = checked.filter((unit) => unit.queued).length;
  const digest = await tellDepartment(
    night,
    results,
    checked.flatMap(({ reports }) => reports),
    calls,
    queued,
    ports,
  );
  const mails = queued + digest;
  const outcomes = countOutcomes(results);
  const total = { ...calls, documentsWritten: calls.documentsWritten + digest };
  await saveRun({ runId, kind: 'nightly', asOf, startedAt, outcomes, calls: total, mails, units: results }, ports);
  return { runId, asOf, units: results, summary: { outcomes, calls: total, mails } };
}

const isReporting = (unit: UnitDocument, today: string): boolean =>
  unit.workbookId !== null && unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo);

async function checkAll(
  units: readonly UnitDocument[],
  { asOf, today, periods, loaded }: Night,
  ports: NightlyPorts,
): Promise<readonly CheckedUnit[]> {
  const reporting = units.filter((unit) => isReporting(unit, today));
  const checked: CheckedUnit[] = [];
  for (const [index, document] of reporting.entries()) {
    ports.onProgress?.(index, reporting.length, document.fullName);
    checked.push(await checkInNight({ document, asOf, today, periods, settings: loaded.settings }, ports));
  }
  return checked;
}

/** The units' own work is stored by now; a province workbook that fails is told and tried again the next night. */
async function publish({ asOf, periods }: Night, shared: CheckPorts): Promise<void> {
  try {
    await publishSummaries({ periods: periods.map(({ period }) => period), asOf }, shared);
  } catch (cause) {
    const { code, message } = toAppError(cause);
    shared.log('ERROR', `The summary could not be published: ${message}`, { code });
  }
}

/** How many digests were queued: one, or none when nothing happened or nobody is there to read it. */
async function tellDepartment(
  { asOf, loaded }: Night,
  results: readonly UnitResult[],
  reports: readonly ReportDocument[],
  calls: Calls,
  mails: number,
  { store, log }: NightlyPorts,
): Promise<number> {
  try {
    const to = loaded.settings.departmentMail;
    return (await queueDigest({ asOf, results, reports, calls, mails, to }, store)) ? 1 : 0;
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
