/** Serial dates: days since 30 December 1899, wall-clock time of the spreadsheet. */
const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** The serial of a calendar day, or null when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.getTime() / MS_PER_DAY + UNIX_EPOCH_SERIAL : null;
}

const HOURS = 24;
const MINUTES = 1440;
const SECONDS = 86_400;

/** The part of a day that has passed at a time of day, or null when there is no such time. */
export function partOfDay(hour: number, minute: number, second: number): number | null {
  const exists = hour < HOURS && minute < 60 && second < 60;
  return exists ? hour / HOURS + minute / MINUTES + second / SECONDS : null;
}
