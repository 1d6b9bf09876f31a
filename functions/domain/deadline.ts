/**
 * The instants at which something ends, all +07:00. Each is the first instant that is too late: a bound is the 00:00 of the
 * day after, and what is received at it did not make it. KH 115, V.5-b ("trước ngày 30").
 */
import {
  addDays,
  dayInVietnam,
  type Instant,
  isBefore,
  type Period,
  startOfDay,
  toInstant,
  toSerial,
} from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { dueDate, lockDate } from './period.ts';

/** Both bounds of a month, as the status machine wants them. */
export interface Deadlines {
  /** The 00:00 of the 30th, or of the 1st after a February. */
  readonly dueAt: Instant;
  /** The 00:00 after the last day of grace. */
  readonly lockAt: Instant;
}

/** A tick made in time may be seen by a look minutes later; a month is closed only when the last one is in. */
const CLOSE_DELAY_MS = 15 * 60_000;

export function deadlinesOf(period: Period, settings: CalendarSettings): Deadlines {
  return { dueAt: startOfDay(addDays(dueDate(period), 1)), lockAt: startOfDay(addDays(lockDate(period, settings), 1)) };
}

/** The lock of one unit: a later one, where the Department extended the month or opened it again. */
export function unitLockAt(lockAt: Instant, extendedUntil: Instant | null): Instant {
  return extendedUntil !== null && isBefore(lockAt, extendedUntil) ? extendedUntil : lockAt;
}

/** The first instant at which `close-period` may lock: 15 minutes after the lock. */
export function closableFrom(lockAt: Instant): Instant {
  return toInstant(Date.parse(lockAt) + CLOSE_DELAY_MS);
}

/**
 * When a box was ticked, as far as one can know: not later than the workbook's last change, and not later than the look that
 * saw it. So a tick of 23:58 on the 29th that is collected at 00:05 is in time.
 */
export function tickedAt(lookedAt: Instant, modifiedAt: Instant | null): Instant {
  return modifiedAt !== null && isBefore(modifiedAt, lookedAt) ? modifiedAt : lookedAt;
}

export const isOnTime = (at: Instant, period: Period): boolean => daysLate(at, period) === 0;

/** Calendar days after due: 0 on the 29th, 1 on the 30th, working day or not. */
export function daysLate(at: Instant, period: Period): number {
  return Math.max(0, toSerial(dayInVietnam(at)) - toSerial(dueDate(period)));
}
