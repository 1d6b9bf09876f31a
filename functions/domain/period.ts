/** Which days a month's figures cover, when its report is due, when it locks, and which months are open on a day. */
import {
  addDays,
  addMonths,
  type DataWindowKind,
  type DateRange,
  daysInMonth,
  firstDay,
  monthOf,
  type Period,
  type PlainDate,
} from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const day = (period: Period, dayOfMonth: number): PlainDate => addDays(firstDay(period), dayOfMonth - 1);

/** A period with the days that its figures cover. */
export interface OpenPeriod {
  readonly period: Period;
  readonly window: DateRange;
  readonly due: PlainDate;
  /** The last day before the lock. */
  readonly lastDay: PlainDate;
}

/**
 * The days whose activities belong to a month: from the 15th of the month before to the 14th (Decree 09/2019/NĐ-CP,
 * art. 12), or the calendar month.
 */
export function dataWindow(period: Period, kind: DataWindowKind): DateRange {
  if (kind === 'calendar-month') return { from: firstDay(period), to: day(period, daysInMonth(period)) };
  return { from: day(addMonths(period, -1), 15), to: day(period, 14) };
}

/** The last day on which a report is on time: the 29th, or the last day of a shorter month. KH 115, V.5 ("trước ngày 30"). */
export function dueDate(period: Period): PlainDate {
  return day(period, Math.min(29, daysInMonth(period)));
}

/**
 * The day at whose end a month locks: the n-th working day after due; with no grace the due date itself, or the next
 * working day when that is a day off.
 */
export function lockDate(period: Period, settings: CalendarSettings): PlainDate {
  const due = dueDate(period);
  if (settings.graceWorkingDays > 0) return addWorkingDays(due, settings.graceWorkingDays, settings);
  return isWorkingDay(due, settings) ? due : addWorkingDays(due, 1, settings);
}

export function describePeriod(period: Period, settings: CalendarSettings): OpenPeriod {
  const window = dataWindow(period, settings.dataWindow);
  return { period, window, due: dueDate(period), lastDay: lockDate(period, settings) };
}

/** The months that take figures on a day, from the first day of their window until they lock; the earliest first. */
export function openPeriods(today: PlainDate, settings: CalendarSettings): readonly OpenPeriod[] {
  const month = monthOf(today);
  return [-1, 0, 1]
    .map((offset) => addMonths(month, offset))
    .filter((period) => period >= settings.firstPeriod)
    .map((period) => describePeriod(period, settings))
    .filter(({ window, lastDay }) => window.from <= today && today <= lastDay);
}

/** The months that are past due on a day and were open until the day before, or still are; the earliest first. */
export function overduePeriods(today: PlainDate, settings: CalendarSettings): readonly Period[] {
  return [-1, 0]
    .map((offset) => addMonths(monthOf(today), offset))
    .filter((period) => period >= settings.firstPeriod)
    .filter((period) => dueDate(period) < today && today <= addDays(lockDate(period, settings), 1));
}

/**
 * The month whose report a day counts in, for windows cut like this one's. A calendar month that was sent before its end
 * leaves its last days to the next one.
 */
export function periodContaining(date: PlainDate, like: OpenPeriod): Period {
  const month = monthOf(date);
  if (kindOf(like) === 'decree-09') return Number(date.slice(8)) < 15 ? month : addMonths(month, 1);
  if (month !== like.period) return month;
  return date > like.window.to ? addMonths(month, 1) : date < like.window.from ? addMonths(month, -1) : month;
}

/** A calendar month may have been cut where it was sent, a window of the Decree never is. */
function kindOf({ period, window }: OpenPeriod): DataWindowKind {
  const { from, to } = dataWindow(period, 'decree-09');
  return window.from === from && window.to === to ? 'decree-09' : 'calendar-month';
}

/** The data window of another month, of the same kind as this one's. */
export function windowLike(period: Period, like: OpenPeriod): DateRange {
  return dataWindow(period, kindOf(like));
}
