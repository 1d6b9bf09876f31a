/** Dates and reporting periods as text, never as a `Date`: what is written is what is compared, whatever the host's zone. */
import * as z from 'zod/mini';

/** A calendar day in Viet Nam, `YYYY-MM-DD`. */
export const PlainDate = z.iso.date().brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

/** A reporting month, `YYYY-MM`. */
export const Period = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
  .brand<'Period'>();
export type Period = z.infer<typeof Period>;

/** An instant, ISO 8601 with an offset or Z. Stored instants are always written with +07:00. */
export const Instant = z.iso.datetime({ offset: true }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** How a month's data window is cut: Decree 09/2019/NĐ-CP, art. 12 (15th to 14th), or the calendar month. */
export const DataWindowKind = z.enum(['decree-09', 'calendar-month']);
export type DataWindowKind = z.infer<typeof DataWindowKind>;

/** First and last day of a window, both inside. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MS_PER_DAY = 86_400_000;
/** Sheets counts days from 30 December 1899, which is this many days before 1 January 1970. */
const SERIAL_OF_UNIX_EPOCH = 25_569;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Days since 1 January 1970. */
function toEpochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function fromEpochDay(day: number): PlainDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** The day for year, month 1–12 and day, or null when the calendar has no such day (31/06, 29/02/2023). */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** JavaScript carries days that are not there over into the next month, so a day is one that comes back as itself. */
function isDay(text: string): text is PlainDate {
  const epochDay = toEpochDay(text as PlainDate);
  return Number.isInteger(epochDay) && fromEpochDay(epochDay) === text;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A text as an instant, or null when it is none: {@link Instant} by hand, for where Zod is not carried. */
export function instantOf(text: string): Instant | null {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDay(day) ? (text as Instant) : null;
}

/** The day that a Sheets serial number shows; its time of day is dropped. */
export function fromSerial(serial: number): PlainDate {
  return fromEpochDay(Math.floor(serial) - SERIAL_OF_UNIX_EPOCH);
}

/** The Sheets serial number of a day: 2022-06-01 → 44713. */
export function toSerial(date: PlainDate): number {
  return toEpochDay(date) + SERIAL_OF_UNIX_EPOCH;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return ((toEpochDay(date) + 3) % 7) + 1;
}

export function daysInMonth(period: Period): number {
  return Number(addDays(firstDay(addMonths(period, 1)), -1).slice(8));
}

export function addMonths(period: Period, months: number): Period {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Period;
}

/** The month's first day. */
export function firstDay(period: Period): PlainDate {
  return `${period}-01` as PlainDate;
}

/** The calendar month that a day lies in. */
export function monthOf(date: PlainDate): Period {
  return date.slice(0, 7) as Period;
}

/** The day in Viet Nam at an instant. */
export function dayInVietnam(instant: Instant): PlainDate {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as PlainDate;
}

/** An instant written with Viet Nam's offset, to the millisecond: what is stored and logged. */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs + VIETNAM_OFFSET_MS).toISOString().replace('Z', '+07:00') as Instant;
}

/** The instant at which a day begins in Viet Nam, or an hour of it: `startOfDay(day, 8)` is 08:00. */
export function startOfDay(date: PlainDate, hour = 0): Instant {
  return `${date}T${String(hour).padStart(2, '0')}:00:00.000+07:00` as Instant;
}

/** Whether an instant comes before another, whatever the offsets they are written with. */
export function isBefore(one: Instant, other: Instant): boolean {
  return Date.parse(one) < Date.parse(other);
}

/** `dd/MM/yyyy`, as staff read a date. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `HH:mm dd/MM/yyyy` in Viet Nam, as staff read a moment. */
export function formatInstant(instant: Instant): string {
  const text = toInstant(Date.parse(instant));
  return `${text.slice(11, 16)} ${formatDate(dayInVietnam(instant))}`;
}

/** `MM-YYYY`, as a period stands in a tab's title. */
export function formatPeriod(period: Period): string {
  return `${period.slice(5)}-${period.slice(0, 4)}`;
}
