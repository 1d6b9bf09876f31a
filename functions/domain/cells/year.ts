import { fromSerial } from '../../../schemas/calendar.ts';
import type { YearCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank, stripMarks } from '../text.ts';
import { parseDateText } from './date-text.ts';
import { isIssue, isNone, openText, readBlank, readNone, refuse } from './opening.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy, say } from './reading.ts';

const EARLIEST = 1900;
const YOUNGEST = 16;
const OLDEST = 90;
/** Serials of days from 1920 on; a number below is a year with figures missing. */
const FIRST_SERIAL = 7_306;

/** A year of birth. Of a full date only the year is kept. Nothing of it is repeated in a message. */
export function readYear(original: CellValue, _cell: YearCell, context: ReadingContext): Reading<number> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original === 'number') return fromNumber(original, original, context);
  if (typeof original === 'boolean') return reject(original, 'member.birth-year', 'unreadable');
  const opened = openText(original, { personal: true });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text)) return readNone(original);
  return fromText(original, opened.text, context);
}

/** Older people are rare; `36` is rather an age. */
const OLDEST_GUESSED = 75;

const thisYear = (context: ReadingContext) => Number(context.today.slice(0, 4));

function fromNumber(original: CellValue, value: number, context: ReadingContext): Reading<number> {
  if (value >= FIRST_SERIAL && value < 100_000)
    return yearOfDate(original, Number(fromSerial(value).slice(0, 4)), context);
  const date = value >= 1e6 ? parseDateText(String(value), thisYear(context)) : null;
  if (date?.is === 'runTogether') return yearOfDate(original, Number(date.date.slice(0, 4)), context);
  if (!Number.isInteger(value)) return reject(original, 'member.birth-year', 'unreadable');
  const year = judge(original, value, context);
  return year ?? accept(original, value);
}

/** The two-digit year that makes the younger person of working age: 85 → 1985, 04 → 2004. */
function centuryOf(digits: number, context: ReadingContext): number {
  const latest = thisYear(context) - YOUNGEST;
  const year = Math.floor(latest / 100) * 100 + digits;
  return year > latest ? year - 100 : year;
}

/** What is wrong or strange about a year, null for nothing. */
function judge(original: CellValue, year: number, context: ReadingContext): Reading<number> | null {
  const age = thisYear(context) - year;
  if (year >= 0 && year < 100) {
    const perhaps = centuryOf(year, context);
    const believable = thisYear(context) - perhaps <= OLDEST_GUESSED;
    return reject(original, 'member.birth-year', 'impossible', {}, believable ? perhaps : undefined);
  }
  if (year < EARLIEST || age < 0) return reject(original, 'member.birth-year', 'impossible');
  return age < YOUNGEST || age > OLDEST ? say(original, year, 'member.birth-year', 'implausible') : null;
}

function yearOfDate(original: CellValue, year: number, context: ReadingContext): Reading<number> {
  return judge(original, year, context) ?? say(original, year, 'cell.guessed', 'fullDate');
}

const YEAR_ALONE = /^(?:(?:sinh )?(?:nam )?|sn[\s:]*|ns[\s:]*|nam sinh[\s:]*)?(\d{4}|\d\.\d{3})\.?$/;
const AGE = /^(\d{1,2}) ?t(?:uoi)?$/;
const MONTH_AND_YEAR = /^(?:thang\s*)?\d{1,2}\s*[/.\-\s]\s*(?:nam\s*)?(\d{4})$/;

function fromText(original: string, text: string, context: ReadingContext): Reading<number> {
  const plain = stripMarks(text).replace(/\s+/g, ' ');
  const whole = /^(\d{4})[.,]0+$/.exec(plain)?.[1];
  if (whole !== undefined) {
    return judge(original, Number(whole), context) ?? say(original, Number(whole), 'cell.normalised', 'personal');
  }
  // `19855` is a slip of the finger, not a serial number.
  if (/^(?:19|20)\d{3}$/.test(plain)) return reject(original, 'member.birth-year', 'unreadable');
  if (/^\d+$/.test(plain) && plain.length !== 8) return fromNumber(original, Number(plain), context);
  const alone = YEAR_ALONE.exec(plain)?.[1]?.replace('.', '');
  if (alone !== undefined) {
    return judge(original, Number(alone), context) ?? settleYear(original, Number(alone));
  }
  const month = MONTH_AND_YEAR.exec(plain)?.[1];
  if (month !== undefined) return yearOfDate(original, Number(month), context);
  const date = parseDateText(text, thisYear(context));
  if (date.is === 'day' || date.is === 'runTogether')
    return yearOfDate(original, Number(date.date.slice(0, 4)), context);
  return fromStrange(original, plain, context);
}

function settleYear(original: CellValue, year: number): Reading<number> {
  return { original, value: year, issues: [replaceBy(issue('cell.normalised', 'personal'), year)] };
}

/** An age, or a single year among other words. */
function fromStrange(original: string, plain: string, context: ReadingContext): Reading<number> {
  const age = AGE.exec(plain)?.[1];
  const suggestion = age === undefined ? undefined : thisYear(context) - Number(age);
  const years = plain.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  if (years.length === 1 && !/\d{5}/.test(plain)) return yearOfDate(original, Number(years[0]), context);
  return reject(original, 'member.birth-year', 'unreadable', {}, suggestion);
}
