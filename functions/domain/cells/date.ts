import { addDays, formatDate, fromSerial, type PlainDate, plainDate, toSerial } from '../../../schemas/calendar.ts';
import type { DateCell } from '../../../schemas/cells.ts';
import type { Issue } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank } from '../text.ts';
import { type DateText, fromDigits, parseDateText } from './date-text.ts';
import { asTyped, isDitto, isIssue, isNone, openText, readBlank, readNone, refuse } from './opening.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy } from './reading.ts';

const FIRST_DAY = '1990-01-01' as PlainDate;
const LAST_DAY = '2100-12-31' as PlainDate;
const FIRST_SERIAL = toSerial(FIRST_DAY);
const AFTER_LAST_SERIAL = toSerial(addDays(LAST_DAY, 1));

/** Whether a number is read as a day; others are not meant as one. */
export const isDaySerial = (value: number): boolean => value >= FIRST_SERIAL && value < AFTER_LAST_SERIAL;

/** A day: a serial number, or text with the day first. Two years and two orders are never guessed between in silence. */
export function readDate(original: CellValue, cell: DateCell, context: ReadingContext): Reading<PlainDate> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original === 'boolean') return reject(original, 'cell.not-a-date', 'unreadable');
  if (typeof original === 'number') return fromNumber(original, cell, context);
  const opened = openText(original);
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text)) return readNone(original);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  return fromText(original, parseDateText(opened.text), cell, context);
}

function fromNumber(original: number, cell: DateCell, context: ReadingContext): Reading<PlainDate> {
  if (isDaySerial(original)) return judge(original, fromSerial(original), null, cell, context);
  const digits = asTyped(original);
  const said = /^\d{4,8}$/.test(digits) ? fromDigits(digits) : ({ is: 'unreadable' } as const);
  return fromText(original, said.is === 'day' ? { is: 'implausible' } : said, cell, context);
}

function fromText(original: CellValue, said: DateText, cell: DateCell, context: ReadingContext): Reading<PlainDate> {
  switch (said.is) {
    case 'day':
      return judge(original, said.date, spoken(original, said.date, said.amongWords), cell, context);
    case 'dayAndMonth':
      return fromDayAndMonth(original, said.day, said.month, cell, context);
    case 'runTogether':
      return judge(
        original,
        said.date,
        issue('cell.guessed', 'dateRunTogether', { understood: formatDate(said.date) }),
        cell,
        context,
      );
    case 'twoOrders':
      return reject(original, 'cell.date-ambiguous', 'twoOrders', {
        one: formatDate(said.other),
        other: formatDate(said.date),
      });
    case 'monthFirst':
      return reject(original, 'cell.date-ambiguous', 'monthFirst', {}, formatDate(said.date));
    case 'noSuchDay':
      return noSuchDay(original, said.day, said.month, said.year);
    case 'severalDays':
      return reject(original, 'cell.date-range', 'severalDays');
    case 'unreadable':
      return said.perhaps === undefined
        ? reject(original, 'cell.not-a-date', 'unreadable')
        : reject(original, 'cell.not-a-date', 'perhaps', {}, formatDate(said.perhaps));
    default:
      return reject(original, 'cell.not-a-date', said.is);
  }
}

/** Nothing about a text that is written as we would write the day. */
function spoken(original: CellValue, date: PlainDate, amongWords: boolean): Issue | null {
  if (original === formatDate(date)) return null;
  const details = { understood: formatDate(date) };
  if (amongWords) return issue('cell.guessed', 'dateInText', details);
  return replaceBy(issue('cell.normalised', 'understood', details), toSerial(date));
}

/** The last look at a day that is understood: a believable year, and not after the day of the run. */
function judge(
  original: CellValue,
  date: PlainDate,
  about: Issue | null,
  cell: DateCell,
  context: ReadingContext,
): Reading<PlainDate> {
  if (date < FIRST_DAY || date > LAST_DAY) return reject(original, 'cell.not-a-date', 'implausible');
  if (cell.past && date > context.today) {
    return reject(original, 'cell.date-in-future', 'future', {
      date: formatDate(date),
      today: formatDate(context.today),
    });
  }
  return about === null ? accept(original, date) : { original, value: date, issues: [about] };
}

function noSuchDay(original: CellValue, day: number, month: number, year: number): Reading<PlainDate> {
  const next = plainDate(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  const days = next === null ? 31 : Number(addDays(next, -1).slice(8));
  const written = [day, month, year].map((part) => String(part).padStart(2, '0')).join('/');
  return reject(original, 'cell.not-a-date', 'noSuchDay', { month, year, days, date: written });
}

/** The year is the one that brings the day nearest to `context.near`, and is said. */
function fromDayAndMonth(
  original: CellValue,
  day: number,
  month: number,
  cell: DateCell,
  context: ReadingContext,
): Reading<PlainDate> {
  const year = Number(context.near.slice(0, 4));
  const near = toSerial(context.near);
  const days = [year, year - 1, year + 1].flatMap((candidate) => plainDate(candidate, month, day) ?? []);
  const [nearest] = days.sort((a, b) => Math.abs(toSerial(a) - near) - Math.abs(toSerial(b) - near));
  if (nearest === undefined) return noSuchDay(original, day, month, year);
  return judge(
    original,
    nearest,
    issue('cell.guessed', 'yearMissing', { understood: formatDate(nearest) }),
    cell,
    context,
  );
}
