/** A serial number of Sheets as the `Date` that Apps Script gives for it. */
import { utilities } from './utilities.ts';

const MS_PER_DAY = 86_400_000;
const SERIAL_OF_UNIX_EPOCH = 25_569;

/** What a clock on the wall of the zone shows at an instant, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const [year = 0, month = 1, ...rest] = utilities
    .formatDate(new Date(instant), timeZone, 'yyyy MM dd HH mm ss SSS')
    .split(' ')
    .map(Number);
  return Date.UTC(year, month - 1, ...rest);
}

/**
 * The instant at which the zone's clock shows what the serial says. Zones had other offsets in other years: a year that
 * was typed into a date cell, 2022, is a day of 1905, when Viet Nam's clocks were 7 h 6 min 30 s ahead.
 */
export function dateOfSerial(serial: number, timeZone: string): Date {
  const shown = Math.round((serial - SERIAL_OF_UNIX_EPOCH) * MS_PER_DAY);
  const first = shown - (wallClock(shown, timeZone) - shown);
  return new Date(first - (wallClock(first, timeZone) - shown));
}
