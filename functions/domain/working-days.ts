/** Working days of civil servants: Monday to Friday without the days off that are announced, and Saturdays worked in exchange. */
import { addDays, type PlainDate, weekday } from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';

type DaysOff = Pick<CalendarSettings, 'daysOff' | 'workedSaturdays'>;

/** A weekday that is not off, or a Saturday worked in exchange. */
export function isWorkingDay(date: PlainDate, settings: DaysOff): boolean {
  if (settings.workedSaturdays.has(date)) return true;
  return weekday(date) <= 5 && !settings.daysOff.has(date);
}

/** The n-th working day after a day, or before it when `days` is negative. The day itself is never counted. */
export function addWorkingDays(from: PlainDate, days: number, settings: DaysOff): PlainDate {
  const step = Math.sign(days);
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(date, settings)) left -= 1;
  }
  return date;
}

/** Working days after `from` until `to`, the last one inside. */
export function countWorkingDays(from: PlainDate, to: PlainDate, settings: DaysOff): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, settings)) days += 1;
  return days;
}
