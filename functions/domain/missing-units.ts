/** Which units still owe a month's report at a moment, and how often in a row one declared that nothing happened. */
import { addDays, addMonths, dayInVietnam, type Instant, type Period } from '../../schemas/calendar.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import type { NoticeKind } from './notices.ts';
import type { OpenPeriod } from './period.ts';
import { isUnsent, lastDayBefore } from './status-text.ts';
import { isThere, owesReport } from './summary.ts';
import { isKeptOpen } from './unit-periods.ts';

export interface OwingUnit {
  readonly unit: UnitDocument;
  readonly report: ReportDocument | undefined;
}

/** The units that owe a month's report, sent or not, in the order of their ids. */
export function owingUnits(
  period: Period,
  units: readonly UnitDocument[],
  reports: readonly ReportDocument[],
): readonly OwingUnit[] {
  const ofUnit = new Map(reports.filter((one) => one.period === period).map((report) => [report.unit, report]));
  return units
    .filter((unit) => isThere(unit, period))
    .map((unit) => ({ unit, report: ofUnit.get(unit.unit) }))
    .filter(({ unit, report }) => owesReport(unit, report))
    .toSorted((one, other) => (one.unit.unit < other.unit.unit ? -1 : 1));
}

/**
 * Those of them that a notice is for: nothing valid has come. Whoever was given more time is not told to be late before it
 * is over.
 */
export function missingUnits(kind: NoticeKind, now: Instant, owing: readonly OwingUnit[]): readonly OwingUnit[] {
  const isReminder = kind.startsWith('reminder');
  return owing.filter(
    ({ report }) => report === undefined || (isUnsent(report) && (isReminder || !isKeptOpen(report, now))),
  );
}

/**
 * Those whom the Department is told of on a day past due: until the day after they can send no more, which names those that
 * never did. Who was given more time comes up again when it is over.
 */
export function overdueUnits(
  { lastDay }: Pick<OpenPeriod, 'lastDay'>,
  now: Instant,
  owing: readonly OwingUnit[],
): readonly OwingUnit[] {
  const today = dayInVietnam(now);
  return missingUnits('overdue', now, owing).filter(({ report }) => {
    const until = report?.extendedUntil ?? null;
    const own = until === null ? lastDay : lastDayBefore(until);
    return today <= addDays(own > lastDay ? own : lastDay, 1);
  });
}

/** Months before this one, one after the other, that a unit declared to be without activities, in time or late. */
export function nilMonthsBefore(
  period: Period,
  reports: readonly Pick<ReportDocument, 'period' | 'submittedAt' | 'counts'>[],
): number {
  // A month without rows can be sent only as nil.
  const isNil = ({ submittedAt, counts }: (typeof reports)[number]) =>
    submittedAt !== null && counts.activities.read === 0;
  const nil = new Set(reports.filter(isNil).map((report) => report.period));
  let months = 0;
  while (nil.has(addMonths(period, -months - 1))) months += 1;
  return months;
}
