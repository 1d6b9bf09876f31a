/** Which months of a unit are worked on at a moment, and what is stored of them and of the months before. */
import {
  addMonths,
  dayInVietnam,
  type Instant,
  isBefore,
  type Period,
  type PlainDate,
} from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { deadlinesOf, unitLockAt } from '../domain/deadline.ts';
import { describePeriod, type OpenPeriod, openPeriods } from '../domain/period.ts';
import { cutAtSubmission, unitPeriods } from '../domain/unit-periods.ts';
import { earlierMonths } from '../domain/unit-summary.ts';
import type { Calls, Store } from '../ports.ts';

export interface UnitMonths {
  /** Open by the calendar, or kept open for this unit; the earliest first. */
  readonly open: readonly OpenPeriod[];
  /** Past their lock and not yet closed: a tick of before may still lie in them. */
  readonly awaiting: readonly OpenPeriod[];
  /** Locked, and still in sight: whether they are edited is watched. */
  readonly locked: readonly OpenPeriod[];
  /** Reports by month: those above, and the months before that `Tổng hợp` shows. */
  readonly reports: ReadonlyMap<Period, ReportDocument>;
}

export interface UnitMonthsRequest {
  readonly document: Pick<UnitDocument, 'unit' | 'keptOpen'>;
  readonly now: Instant;
  readonly calendar: CalendarSettings;
}

/** So many months before the earliest open one are looked at for a lock that has not been done. */
const MONTHS_BACK = 3;

type Reports = ReadonlyMap<Period, ReportDocument>;

export async function unitMonths(request: UnitMonthsRequest, ports: ReportPorts): Promise<UnitMonths> {
  const { document, now, calendar } = request;
  const byCalendar = openPeriods(dayInVietnam(now), calendar);
  const before = monthsBefore(now, calendar);
  const wanted = new Set([...byCalendar.map(({ period }) => period), ...before, ...document.keptOpen]);
  const reports = await readReports(document.unit, [...wanted, ...earlierMonths(byCalendar)], ports);
  const open = unitPeriods(now, calendar, [...reports.values()]).map((one) => cut(one, calendar, reports));
  const isOpen = new Set(open.map(({ period }) => period));
  const past = [...new Set([...before, ...document.keptOpen])].sort().filter((period) => !isOpen.has(period));
  const describe = (period: Period) => describeMonth(period, calendar, reports);
  return {
    open,
    awaiting: past.filter((period) => isAwaiting(period, reports.get(period), request)).map(describe),
    locked: before.filter((period) => reports.get(period)?.lockedAt).map(describe),
    reports,
  };
}

function cut(open: OpenPeriod, calendar: CalendarSettings, reports: Reports): OpenPeriod {
  return cutAtSubmission(open, calendar, (period): PlainDate | null => {
    const sentAt = reports.get(period)?.firstValidAt ?? null;
    return sentAt === null ? null : dayInVietnam(sentAt);
  });
}

/** A month of a unit; `reports` are its own and those of the months beside it. */
export function describeMonth(period: Period, calendar: CalendarSettings, reports: Reports): OpenPeriod {
  return cut(describePeriod(period, calendar), calendar, reports);
}

/** The months before the earliest open one, the earliest first. */
export function monthsBefore(now: Instant, calendar: CalendarSettings): readonly Period[] {
  const today = dayInVietnam(now);
  const first = openPeriods(today, calendar)[0]?.period ?? addMonths(today.slice(0, 7) as Period, 1);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(first, back - MONTHS_BACK));
  return months.filter((period) => period >= calendar.firstPeriod);
}

function isAwaiting(period: Period, report: ReportDocument | undefined, { now, calendar }: UnitMonthsRequest): boolean {
  if (report?.lockedAt || report?.status === 'not-applicable') return false;
  return !isBefore(now, unitLockAt(deadlinesOf(period, calendar).lockAt, report?.extendedUntil ?? null));
}

/** A phase asks for its document once in three months, and a window may begin where the month before was sent. */
export const monthsAround = (period: Period): readonly Period[] =>
  Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(period, -back));

export interface ReportPorts {
  readonly store: Store;
  readonly calls: Calls;
}

/** The reports of these months that are stored. */
export async function readReports(
  unit: string,
  periods: readonly Period[],
  { store, calls }: ReportPorts,
): Promise<Reports> {
  const paths = new Map([...new Set(periods)].map((period) => [reportPath(unit, period), period]));
  const stored = (await store.get([...paths.keys()])) as ReadonlyMap<string, ReportDocument>;
  calls.documentsRead += paths.size;
  return new Map([...stored].map(([path, report]) => [paths.get(path) ?? report.period, report]));
}
