/** Apps Script gives dates as `Date`; the review wants serial numbers, as the Sheets API gives them. */
import type { ScriptUtilities } from './google.ts';

export type SerialOf = (date: Date) => number;

const MS_PER_DAY = 86_400_000;
/** 30 December 1899, where Sheets begins to count. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** What the clock on the wall shows, number by number: a year may have five digits when 20220605 stands in a date cell. */
const WALL_CLOCK = 'yyyy MM dd HH mm ss SSS';

/**
 * Days since 30 December 1899 in the workbook's own zone, with the time of day as a fraction. Every instant is asked once:
 * a call of Utilities costs far more than a lookup, and a tab shows few different days.
 */
export function makeSerialOf(utilities: Pick<ScriptUtilities, 'formatDate'>, timeZone: string): SerialOf {
  const known = new Map<number, number>();
  return (date) => {
    const instant = date.getTime();
    const before = known.get(instant);
    if (before !== undefined) return before;
    const serial = toSerial(utilities.formatDate(date, timeZone, WALL_CLOCK).split(' ').map(Number));
    known.set(instant, serial);
    return serial;
  };
}

function toSerial([year = 0, month = 1, ...rest]: readonly number[]): number {
  return (Date.UTC(year, month - 1, ...rest) - EPOCH_MS) / MS_PER_DAY;
}
