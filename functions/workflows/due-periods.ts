/** Which months are to be closed: their lock is a quarter of an hour past, and somebody who owes a report is not locked. */
import { type Instant, isBefore, type Period } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { closableFrom, deadlinesOf, unitLockAt } from '../domain/deadline.ts';
import { isThere, owesReport } from '../domain/summary.ts';
import type { Store } from '../ports.ts';
import { monthsBefore } from './unit-months.ts';

export interface DueRequest {
  readonly units: readonly UnitDocument[];
  readonly now: Instant;
  readonly calendar: CalendarSettings;
}

/** The earliest first: the months just past, and those that were kept open for someone. */
export async function duePeriods(request: DueRequest, store: Store): Promise<readonly Period[]> {
  const { units, now, calendar } = request;
  const periods = [...new Set([...monthsBefore(now, calendar), ...units.flatMap(({ keptOpen }) => keptOpen)])].sort();
  const paths = units.flatMap(({ unit }) => periods.map((period) => reportPath(unit, period)));
  const stored = (await store.get(paths)) as ReadonlyMap<string, ReportDocument>;
  const isDue = (period: Period) =>
    units.some(
      (unit) => isThere(unit, period) && isUnitDue(unit, period, stored.get(reportPath(unit.unit, period)), request),
    );
  return periods.filter(isDue);
}

function isUnitDue(
  unit: UnitDocument,
  period: Period,
  report: ReportDocument | undefined,
  { now, calendar }: DueRequest,
): boolean {
  if (report?.lockedAt || !owesReport(unit, report)) return false;
  const lockAt = unitLockAt(deadlinesOf(period, calendar).lockAt, report?.extendedUntil ?? null);
  return !isBefore(now, closableFrom(lockAt));
}
