/** A day written in words and figures, day first: what it says, before it is judged. */
import { dayInVietnam, fromSerial, Instant, type PlainDate, plainDate } from '../../../schemas/calendar.ts';
import { stripMarks } from '../text.ts';

export type DateText =
  | { readonly is: 'day'; readonly date: PlainDate; readonly amongWords: boolean }
  | { readonly is: 'dayAndMonth'; readonly day: number; readonly month: number }
  | { readonly is: 'monthFirst'; readonly date: PlainDate }
  | { readonly is: 'noSuchDay'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly is: 'severalDays' | 'noDay' | 'recurring' | 'implausible' }
  | { readonly is: 'unreadable'; readonly perhaps?: PlainDate };

const RECURRING =
  /\b(?:hang|moi|dinh ky|thuong xuyen|cuoi) (?:tuan|thang|ngay|quy|thu|buoi|nam)\b|\b(?:dinh ky|thuong xuyen|cac ngay|nhieu ngay|ca thang|ca tuan|quanh nam)\b|^(?:vao )?(?:cac )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)$/;
const SEVERAL = /\d.*(?:\bden\b|\btoi\b|\bva\b|\bhoac\b|&|\+|->|→|;).*\d|^tu (?:ngay )?\d|\bden nay\b|\d\s*(?:-|→|>)$/;
const LUNAR = /\bam lich\b|\(?\bal\)?$/;

const TIME =
  /\b\d{1,2}\s*(?:gio|g|h)(?:\s*\d{1,2}(?![\d/.]))?(?:\s*(?:phut|p)\b)?(?![a-z])|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m\b)?/g;
const WEEKDAY = /\b(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu\s*nhat|cn)\b(?!\s*\/)/g;
const SMALL_WORDS = /\b(?:ngay|mung|mong|sang|trua|chieu|toi|dem|luc|vao|buoi|khoang thoi gian)\b|[()[\]]/g;

const MONTH_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bthang (?:muoi hai|chap)\b/g, '/12'],
  [/\bthang muoi mot\b/g, '/11'],
  [/\bthang muoi\b/g, '/10'],
  [/\bthang (?:mot|gieng)\b/g, '/1'],
  [/\bthang hai\b/g, '/2'],
  [/\bthang ba\b/g, '/3'],
  [/\bthang (?:tu|bon)\b/g, '/4'],
  [/\bthang nam (?=nam\b)/g, '/5 '],
  [/\bthang sau\b/g, '/6'],
  [/\bthang bay\b/g, '/7'],
  [/\bthang tam\b/g, '/8'],
  [/\bthang chin\b/g, '/9'],
];

/** Files exported in English. */
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_DAY_FIRST = new RegExp(`\\b(\\d{1,2})[\\s-]*(${ENGLISH.join('|')})[a-z]*\\.?[\\s,-]*(\\d{2,4})\\b`);
const ENGLISH_MONTH_FIRST = new RegExp(`\\b(${ENGLISH.join('|')})[a-z]*\\.?\\s+(\\d{1,2})[\\s,]+(\\d{4})\\b`);

const englishMonth = (name: string) => String(ENGLISH.indexOf(name) + 1);

function withoutEnglish(text: string): string {
  return text
    .replace(
      ENGLISH_DAY_FIRST,
      (_, day: string, month: string, year: string) => `${day}/${englishMonth(month)}/${year}`,
    )
    .replace(
      ENGLISH_MONTH_FIRST,
      (_, month: string, day: string, year: string) => `${day}/${englishMonth(month)}/${year}`,
    );
}

/** `ngày 5 tháng 6 năm 2022` → `5/6/2022`; one kind of dash, no spaces around separators. */
function toFigures(plain: string): string {
  const words = MONTH_WORDS.reduce((text, [word, figure]) => text.replace(word, figure), withoutEnglish(plain));
  return words
    .replace(SMALL_WORDS, ' ')
    .replace(/\s*\b(?:thang|thg|th)\b\s*[.:]?\s*|\bt(?=\d{1,2}\b)/g, '/')
    .replace(/\s*\bnam\b\s*/g, '/')
    .replace(/[\\|]/g, '/')
    .replace(/[–—−]/g, '-')
    .replace(/\s*([/.,-])\s*/g, '$1')
    .replace(/[,.]?\/+[,.]?/g, '/')
    .replace(/^[\s,.:;-]+|[\s,.:;/]+$/g, '')
    .replace(/\s+/g, ' ');
}

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
  if (together) return third.length === 1 ? { is: 'implausible' } : whole;
  if (third.length <= 2 && Number(third) <= 12) return { is: 'severalDays' };
  return whole.is === 'day' ? { is: 'unreadable', perhaps: whole.date } : { is: 'unreadable' };
}

function perhaps(year: number, month: number, day: number): DateText {
  const date = plainDate(year, month, day);
  return date === null || year < 1900 || year > 2100 ? { is: 'unreadable' } : { is: 'unreadable', perhaps: date };
}

/** Figures without a separator: a serial, or day, month and year run together. */
export function fromDigits(digits: string): DateText {
  if (digits.length <= 4) return { is: 'noDay' };
  if (digits.length === 5) return { is: 'day', date: fromSerial(Number(digits)), amongWords: false };
  if (/^(?:19|20)\d{6}$/.test(digits)) {
    return perhaps(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  }
  const padded = digits.length === 7 ? `0${digits}` : digits;
  if (padded.length !== 8) return { is: 'unreadable' };
  return perhaps(Number(padded.slice(4)), Number(padded.slice(2, 4)), Number(padded.slice(0, 2)));
}

function fromFigures(text: string, latest: number): DateText {
  if (/^\d+$/.test(text)) return fromDigits(text);
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
  const instant = match[1] === undefined ? null : Instant.safeParse(plain.toUpperCase());
  if (instant?.success) return { is: 'day', date: dayInVietnam(instant.data), amongWords: false };
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
  const withoutTime = plain.replace(TIME, ' ').replace(WEEKDAY, ' ').replace(/\s+/g, ' ').trim();
  if (LUNAR.test(withoutTime)) return { is: 'unreadable' };
  const spoken = MONTH_WORDS.reduce((words, [word, figure]) => words.replace(word, figure), withoutTime);
  if (SEVERAL.test(spoken)) return { is: 'severalDays' };
  return fromFigures(toFigures(withoutTime), latest);
}
