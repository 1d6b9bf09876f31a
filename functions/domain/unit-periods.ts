/** The open months of one unit: the province's, those that the Department keeps open for it, and where their windows end. */
import {
  addDays,
  addMonths,
  dayInVietnam,
  type Instant,
  isBefore,
  type Period,
  type PlainDate,
} from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { describePeriod, type OpenPeriod, openPeriods } from './period.ts';

type Extended = Pick<ReportDocument, 'period' | 'lockedAt' | 'extendedUntil'>;

/** Whether a report may still be sent although its month has locked: extended or opened again, and not yet over. */
export function isKeptOpen({ lockedAt, extendedUntil }: Omit<Extended, 'period'>, now: Instant): boolean {
  return lockedAt === null && extendedUntil !== null && isBefore(now, extendedUntil);
}

/** Months that a unit may work on at a moment, the earliest first: those of {@link openPeriods}, and those kept open for it. */
export function unitPeriods(
  now: Instant,
  settings: CalendarSettings,
  reports: readonly Extended[],
): readonly OpenPeriod[] {
  const open = openPeriods(dayInVietnam(now), settings);
  const kept = reports
    .filter((report) => isKeptOpen(report, now) && !open.some(({ period }) => period === report.period))
    .map(({ period }) => describePeriod(period, settings));
  return [...kept, ...open].sort((one, other) => (one.period < other.period ? -1 : 1));
}

/**
 * A calendar month ends after its report is due. So it ends, for a unit that has sent, with the day of sending, and the
 * days that are left count in the next month's report. Windows of Decree 09/2019/NĐ-CP end before, and stay as they are.
 * `firstSentOn` is the day of the first valid submission of a month, null where there was none.
 */
export function cutAtSubmission(
  open: OpenPeriod,
  settings: CalendarSettings,
  firstSentOn: (period: Period) => PlainDate | null,
): OpenPeriod {
  if (settings.dataWindow !== 'calendar-month') return open;
  const { from, to } = open.window;
  const own = firstSentOn(open.period);
  const before = firstSentOn(addMonths(open.period, -1));
  return {
    ...open,
    window: {
      from: before !== null && before < addDays(from, -1) ? addDays(before, 1) : from,
      to: own !== null && own < to ? own : to,
    },
  };
}
