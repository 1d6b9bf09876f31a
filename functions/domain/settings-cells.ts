/** Reads the cells of `Cấu hình`: days, months, addresses, units. Null, or an empty list, where nothing can be read. */
import { fromSerial, monthOf, type Period, type PlainDate, plainDate, toSerial } from '../../schemas/calendar.ts';
import { type ReportingUnit, UNITS_2025, unitsWithCommunes } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { parseDateText } from './cells/date-text.ts';
import { cleanText, fold } from './text.ts';

/** A cell as one line of text; empty for a blank one. */
export const lineOf = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined ? '' : cleanText(String(cell)).replace(/\s+/g, ' ');

const FIRST_SERIAL = toSerial('2000-01-01' as PlainDate);
const LAST_SERIAL = toSerial('2099-12-31' as PlainDate);

/** The day that Sheets has made of what was typed, or null. */
function dayOfSerial(cell: CellValue): PlainDate | null {
  if (typeof cell !== 'number' || !Number.isInteger(cell)) return null;
  return cell >= FIRST_SERIAL && cell <= LAST_SERIAL ? fromSerial(cell) : null;
}

export interface DayReading {
  /** As typed. */
  readonly text: string;
  readonly date: PlainDate | null;
}

/** Days split by `;`, `,` or a line break, each with the text that it was read from. A day without a year is none. */
export function readDays(cell: CellValue): readonly DayReading[] {
  const serial = dayOfSerial(cell);
  if (serial !== null) return [{ text: String(cell), date: serial }];
  const parts = String(cell ?? '').split(/[;,\n]/);
  return parts.flatMap((part) => {
    const text = lineOf(part);
    return text === '' ? [] : [{ text, date: dayOfText(text) }];
  });
}

function dayOfText(text: string): PlainDate | null {
  const said = parseDateText(text);
  return said.is === 'day' && !said.amongWords ? said.date : null;
}

const MONTH_FIRST = /^(?:(?:tháng|thg|th|t)\.?\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/i;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})$/;

/** `08/2022`, `8-2022`, `tháng 8/2022`, `2022-08`; a month that Sheets took for a day is the month of that day. */
export function readMonth(cell: CellValue): Period | null {
  const serial = dayOfSerial(cell);
  if (serial !== null) return monthOf(serial);
  const text = lineOf(cell);
  const [, month, year] = MONTH_FIRST.exec(text) ?? [];
  const [, otherYear, otherMonth] = YEAR_FIRST.exec(text) ?? [];
  const day = plainDate(Number(year ?? otherYear), Number(month ?? otherMonth), 1);
  return day === null ? null : monthOf(day);
}

/** A year from 2000 to 2099, `2022` or `năm 2022`. */
export function readYear(cell: CellValue): number | null {
  const year = /^(?:năm\s*)?(20\d\d)$/i.exec(lineOf(cell))?.[1];
  return year === undefined ? null : Number(year);
}

export type AddressReading = { readonly address: string } | 'several' | 'unreadable';

/** One part before the `@`, a domain with a dot, no spaces. Whether somebody reads it, only a mail can tell. */
const ADDRESS = /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
const MAX_ADDRESS = 254;

/** One e-mail address, in lower case. */
export function readAddress(cell: CellValue): AddressReading {
  const text = lineOf(cell).toLowerCase();
  if (text.split('@').length > 2) return 'several';
  const isAddress = text.length <= MAX_ADDRESS && ADDRESS.test(text) && !text.includes('..');
  return isAddress ? { address: text } : 'unreadable';
}

const key = (text: string): string => fold(text);

/** Districts by any of their names; the communes of 2025 by their full name alone, since short names are theirs too. */
const UNITS: ReadonlyMap<string, ReportingUnit> = new Map([
  ...UNITS_2025.flatMap((unit) => [[key(unit.fullName), unit] as const, [key(unit.id), unit] as const]),
  ...unitsWithCommunes().flatMap((unit) =>
    [unit.fullName, unit.name, unit.id, ...unit.aliases].map((name) => [key(name), unit] as const),
  ),
]);

export const readUnit = (cell: CellValue): ReportingUnit | null => UNITS.get(key(lineOf(cell))) ?? null;
