/** Days on which offices sign. */
import { addDays, type PlainDate, toSerial, weekday } from '../../schemas/calendar.ts';
import holidays from '../../schemas/data/holidays.json' with { type: 'json' };
import { between, type Random } from './random.ts';

const DAYS_OFF = new Set<string>(Object.values(holidays.years).flatMap((year) => year.off));

function isWorkday(date: PlainDate): boolean {
  return weekday(date) <= 5 && !DAYS_OFF.has(date);
}

/** The day itself, or the next one that is worked. */
export function workdayFrom(date: PlainDate): PlainDate {
  return isWorkday(date) ? date : workdayFrom(addDays(date, 1));
}

function workdayUntil(date: PlainDate): PlainDate {
  return isWorkday(date) ? date : workdayUntil(addDays(date, -1));
}

/** A worked day from `from` to `to`; `to`'s last worked day when nothing lies between. */
export function randomWorkday(random: Random, from: PlainDate, to: PlainDate): PlainDate {
  const day = workdayFrom(addDays(from, between(random, 0, Math.max(0, daysBetween(from, to)))));
  return day <= to ? day : workdayUntil(to);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toSerial(to) - toSerial(from);
}

export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
