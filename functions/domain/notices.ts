/** Which notices a month has, and which of them are to be sent now: always at 08:00 of a working day. */
import {
  addMonths,
  dayInVietnam,
  type Instant,
  isBefore,
  monthOf,
  type Period,
  type PlainDate,
  startOfDay,
} from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { dueDate } from './period.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * `reminder-n`: n working days before due. `overdue`: the working day after due. Both go to units that have not sent; the
 * Department reads of them in its digest.
 */
export const NOTICE_KINDS = ['reminder-7', 'reminder-3', 'reminder-1', 'overdue'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly kind: NoticeKind;
  readonly period: Period;
  readonly day: PlainDate;
  /** 08:00 of that day. */
  readonly at: Instant;
}

const HOUR = 8;

/** The notices of a month in the order of their days. */
export function noticesOf(period: Period, settings: CalendarSettings): readonly Notice[] {
  const due = dueDate(period);
  const days: Readonly<Record<NoticeKind, PlainDate>> = {
    'reminder-7': addWorkingDays(due, -7, settings),
    'reminder-3': addWorkingDays(due, -3, settings),
    'reminder-1': addWorkingDays(due, -1, settings),
    overdue: addWorkingDays(due, 1, settings),
  };
  return NOTICE_KINDS.map((kind) => ({ kind, period, day: days[kind], at: startOfDay(days[kind], HOUR) }));
}

/**
 * The notices whose day is today and whose hour has come, of every month that is reported. A call that
 * comes later on the same day finds them again, so the mail's id must come from kind, month and unit.
 */
export function noticesDue(now: Instant, settings: CalendarSettings): readonly Notice[] {
  const today = dayInVietnam(now);
  return [-1, 0, 1]
    .map((offset) => addMonths(monthOf(today), offset))
    .filter((period) => period >= settings.firstPeriod)
    .flatMap((period) => noticesOf(period, settings))
    .filter(({ day, at }) => day === today && !isBefore(now, at));
}
