/** A day written in words and figures, day first: what it says, before it is judged. */
import { dayInVietnam, fromSerial, instantOf, type PlainDate, plainDate } from '../../../schemas/calendar.ts';
import { stripMarks } from '../text.ts';
import { dayInFigures, monthsInFigures, toFigures, withoutTime } from './date-words.ts';

export type DateText =
  | { readonly is: 'day'; readonly date: PlainDate; readonly amongWords: boolean }
  | { readonly is: 'dayAndMonth'; readonly day: number; readonly month: number }
  | { readonly is: 'monthFirst'; readonly date: PlainDate }
  /** `22/06/05`: the year may stand first or last. */
  | { readonly is: 'twoOrders'; readonly date: PlainDate; readonly other: PlainDate }
  /** Figures without a separator that can only be one day. */
  | { readonly is: 'runTogether'; readonly date: PlainDate }
  | { readonly is: 'noSuchDay'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly is: 'severalDays' | 'noDay' | 'recurring' | 'implausible' }
  | { readonly is: 'unreadable'; readonly perhaps?: PlainDate };

const RECURRING =
  /\b(?:hang|moi|dinh ky|thuong xuyen) (?:tuan|thang|ngay|quy|thu|buoi|nam)\b|\bcuoi (?:tuan|thang)$|\bthu [2-7] (?:den|toi|-) (?:thu [2-7]|chu nhat|cn)\b|\b(?:dinh ky|thuong xuyen|cac ngay|nhieu ngay|ca thang|ca tuan|quanh nam)\b|^(?:vao )?(?:cac )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)$/;
const SEVERAL = /\d.*(?:\bden\b|\btoi\b|\bva\b|\bhoac\b|&|\+|->|→|;).*\d|^tu (?:ngay )?\d|\bden nay\b|\d\s*(?:-|→|>)$/;
const LUNAR = /\bam lich\b|\(?\bal\)?$/;
/** A part of a month is no day. */
const PART_OF_MONTH = /\b(?:dau|giua|cuoi|trong|ca) (?:thang|quy|nam)\b|\bquy (?:i{1,3}|iv|[1-4])\b/;
/** The number of a decision beside its day: `45/QĐ-UBND ngày 05/06/2022`. */
const DECISION =
  /(?:\b(?:qd|quyet dinh)\s*)?(?:\bso\s*:?\s*)?\b\d+[a-z]?\s*\/\s*(?:\d{4}\s*\/\s*)?qd[-a-z]*|\bqd (?:so )?\d+\b/g;

/** The century in which a two-digit year is not later than `latest`. */
function fullYear(digits: string, latest: number): number {
  if (digits.length > 2) return Number(digits);
  const year = Math.floor(latest / 100) * 100 + Number(digits);
  return year > latest ? year - 100 : year;
}

function dayOf(year: number, month: number, day: number, amongWords = false): DateText {
  if (day === 0 || month === 0) return { is: 'noDay' };
  const date = plainDate(year, month, day);
  if (date !== null) return { is: 'day', date, amongWords };
  if (month <= 12) return { is: 'noSuchDay', day, month, year };
  const swapped = plainDate(year, day, month);
  return swapped === null ? { is: 'unreadable' } : { is: 'monthFirst', date: swapped };
}

const FULL = /^(\d{1,2})([/.,\- ])(\d{1,2})([/.,\- ])(\d{4}|\d{1,2})$/;
const ISO = /^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})$/;
const DAY_AND_MONTH = /^(\d{1,2})[/.\- ](\d{1,2})$/;
const LONG_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{3,}$/;
const AMONG_WORDS = /(?<![a-z\d])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g;

/** Three numbers. `5-7/6` is two days of June; what `5-7/2022` is cannot be known. */
function fromThree([, first = '', gap, second = '', gap2, third = '']: RegExpExecArray, latest: number): DateText {
  const together = gap === gap2 || gap === '/' || gap === '.';
  const whole = dayOf(fullYear(third, latest), Number(second), Number(first));
  if (together && third.length === 2 && first.length === 2)
    return whole.is === 'day' ? eitherOrder(whole, first, second, third, latest) : whole;
  if (together) return third.length === 1 ? { is: 'implausible' } : whole;
  if (third.length <= 2 && Number(third) <= 12) return { is: 'severalDays' };
  return whole.is === 'day' ? { is: 'unreadable', perhaps: whole.date } : { is: 'unreadable' };
}

/** Years that a short date is believed to lie in, when it could be read from either end. */
const SHORT_YEARS = { from: 2020, to: 2029 };
const isShortYear = (year: number): boolean => year >= SHORT_YEARS.from && year <= SHORT_YEARS.to;

/** `22/06/05` is hardly a day of 2005 when it can be one of 2022; which one was meant is asked. */
function eitherOrder(
  whole: DateText & { readonly is: 'day' },
  first: string,
  second: string,
  third: string,
  latest: number,
): DateText {
  const other = plainDate(fullYear(first, latest), Number(second), Number(third));
  const lastIsYear = isShortYear(Number(whole.date.slice(0, 4)));
  if (lastIsYear || other === null || !isShortYear(Number(other.slice(0, 4)))) return whole;
  return { is: 'twoOrders', date: whole.date, other };
}

function perhaps(year: number, month: number, day: number): DateText {
  const date = plainDate(year, month, day);
  return date === null || year < 1900 || year > 2100 ? { is: 'unreadable' } : { is: 'unreadable', perhaps: date };
}

const runTogether = (date: PlainDate): DateText => ({ is: 'runTogether', date });

/** Figures without a separator: a serial, or day, month and year run together. */
export function fromDigits(digits: string): DateText {
  if (digits.length <= 4 || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(digits)) return { is: 'noDay' };
  if (digits.length === 5) return { is: 'day', date: fromSerial(Number(digits)), amongWords: false };
  const part = (from: number, to?: number) => Number(digits.slice(from, to));
  if (digits.length === 6) return perhaps(fullYear(digits.slice(4), 2089), part(2, 4), part(0, 2));
  if (digits.length === 7) return perhaps(part(3), part(1, 3), part(0, 1));
  if (digits.length !== 8) return { is: 'unreadable' };
  const yearFirst = plainDate(part(0, 4), part(4, 6), part(6));
  const dayFirst = plainDate(part(4), part(2, 4), part(0, 2));
  const [only, other] = [yearFirst, dayFirst].filter((date) => date !== null && date >= '1900' && date < '2101');
  return only && !other ? runTogether(only) : { is: 'unreadable' };
}

/** A serial number written as text, with its time: `44717.5`. */
const SERIAL_WITH_TIME = /^(\d{5})[.,]\d+$/;

function fromFigures(text: string, latest: number): DateText {
  const serial = SERIAL_WITH_TIME.exec(text)?.[1];
  if (/^\d+$/.test(serial ?? text)) return fromDigits(serial ?? text);
  const full = FULL.exec(text);
  if (full !== null) return fromThree(full, latest);
  const iso = ISO.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = DAY_AND_MONTH.exec(text);
  if (short !== null) return fromTwo(Number(short[1]), Number(short[2]));
  if (/^\/|^\d{1,2}[/.\- ]\d{4}$|^\d{4}[/.\- ]\d{1,2}$/.test(text)) return { is: 'noDay' };
  if (LONG_YEAR.test(text)) return { is: 'implausible' };
  if (/^[\d\s/.,-]+$/.test(text) && (text.match(/\d+/g) ?? []).length >= 3) return { is: 'severalDays' };
  return fromWords(text);
}

function fromTwo(day: number, month: number): DateText {
  if (day === 0 || month === 0 || month > 12) return { is: 'noDay' };
  return day > 31 ? { is: 'unreadable' } : { is: 'dayAndMonth', day, month };
}

/** One full date among other words, or figures typed as letters. */
function fromWords(text: string): DateText {
  const found = [...text.matchAll(AMONG_WORDS)];
  const [only] = found;
  if (found.length > 1) return { is: 'severalDays' };
  if (only !== undefined && !/\d/.test(text.replace(AMONG_WORDS, ''))) {
    return dayOf(Number(only[3]), Number(only[2]), Number(only[1]), true);
  }
  const mended = text.replace(/o/g, '0').replace(/[il]/g, '1');
  const day = mended !== text && /^[\d/.-]+$/.test(mended) ? fromFigures(mended, 2089) : null;
  return day?.is === 'day' ? { is: 'unreadable', perhaps: day.date } : { is: 'unreadable' };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(z|[+-]\d{2}:\d{2})?$/;

/** A timestamp from a form or a script; one with an offset is the day that it is in Viet Nam. */
function fromInstant(plain: string): DateText | null {
  const match = INSTANT.exec(plain);
  if (match === null) return null;
  const instant = instantOf(plain.toUpperCase());
  if (instant !== null) return { is: 'day', date: dayInVietnam(instant), amongWords: false };
  return fromFigures(plain.slice(0, 10), 2089);
}

/**
 * What a text says about a day. `latest`: the last year that two digits may mean. Fewer than three numbers, several days
 * and repeated days are told apart, because each asks for another correction.
 */
export function parseDateText(text: string, latest = 2089): DateText {
  const plain = stripMarks(text).replace(/\s+/g, ' ').trim();
  const instant = fromInstant(plain);
  if (instant !== null) return instant;
  if (RECURRING.test(plain)) return { is: 'recurring' };
  const unquoted = plain.replace(/^["'“«]|["'”»]$/g, '');
  if (/^\d{1,2}([;:])\d{1,2}\1\d{4}$/.test(unquoted)) return fromFigures(unquoted.replace(/[;:]/g, '/'), latest);
  const day = withoutTime(unquoted);
  if (LUNAR.test(day)) return { is: 'unreadable' };
  if (PART_OF_MONTH.test(day)) return { is: 'noDay' };
  if (SEVERAL.test(monthsInFigures(day))) return { is: 'severalDays' };
  const said = fromFigures(toFigures(dayInFigures(day)), latest);
  return said.is === 'unreadable' ? besideDecision(day, said) : said;
}

/** The day of a decision whose number was typed with it; what was said before, when there is no such number. */
function besideDecision(text: string, said: DateText): DateText {
  const without = text.replace(DECISION, ' ').replace(/\s+/g, ' ').trim();
  if (without === text) return said;
  const day = fromFigures(toFigures(without), 2089);
  return day.is === 'day' ? { ...day, amongWords: true } : said;
}
