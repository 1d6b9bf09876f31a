import { formatDate, fromSerial } from '../../../schemas/calendar.ts';
import type { CountCell } from '../../../schemas/cells.ts';
import type { Issue } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank, stripMarks } from '../text.ts';
import { formatNumber, parseFigures } from './figures.ts';
import { parseNumeral } from './numerals.ts';
import { asTyped, isDitto, isIssue, openText, readBlank, refuse } from './opening.ts';
import { parseQuantity, QUANTITY, quantityText } from './quantity.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy } from './reading.ts';

const LARGEST = 1e12;
/** Days between 2020 and 2028 as serial numbers: a count that is one was probably a date. */
const DATE_SERIALS = { from: 44_000, to: 47_000 };

const NOTHING = /^[-–—\s]+$/;
const NOTHING_WORDS = /^(?:khong|ko|0)(?: (?:co|phat sinh|co ai|nguoi nao|ai))?$/;
const NEGATIVE = /^(?:[-−–—]|am )\s*\d[\d.,]*(?:\s*\D*)?$/;
const ABOUT =
  /^(?:(?:khoang|chung|tam|gan|hon|tren|duoi|uoc(?: tinh| chung| khoang| dat)?|du kien|do|co|it nhat|toi thieu|toi da|khong duoi|khong qua|xap xi)\s+|[~≈<>≥≤±?]=?\s*)+/;
const ABOUT_AFTER =
  /\s*(?:[+?]|tro len|tro xuong|may|hon|khoang|xap xi|\((?:uoc|uoc tinh|du kien|khoang|\?)\))$|\s*\.{2,}$|…$/;
/** Words that staff add in every column of people. */
const COMMON_UNITS = ['người', 'ng', 'lượt', 'lượt người', 'người dân'];

const unitPatterns = new WeakMap<CountCell, RegExp>();

/** `money()` has đồng, and its cells may hold any number. */
const isMoney = (cell: CountCell): boolean => cell.units.includes('đồng');

/** A cell's unit words, without marks, at the end of a text: `25 người`, `5 tin, bài`, `5.000.000 đồng chẵn`. */
function unitPattern(cell: CountCell): RegExp {
  let pattern = unitPatterns.get(cell);
  if (pattern === undefined) {
    const people = cell.units.includes('người') ? COMMON_UNITS : [];
    const words = [...cell.units, ...people].map((unit) => fold(unit).replace(/ /g, '[\\s,./]+'));
    const longestFirst = words.sort((one, other) => other.length - one.length).join('|');
    pattern = new RegExp(`[\\s,./]*(?<![a-z])(?:${longestFirst})(?:\\s+chan)?[\\s.,;/]*$`);
    unitPatterns.set(cell, pattern);
  }
  return pattern;
}

/** A whole number from 0. Blank is not zero; a dash or `không` is. */
export function readCount(original: CellValue, cell: CountCell, _context: ReadingContext): Reading<number> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original === 'number') return fromNumber(original, cell);
  if (typeof original === 'boolean') return reject(original, 'cell.not-a-number', 'unreadable');
  const opened = openText(original, { keepSign: true });
  if (isIssue(opened)) return refuse(original, opened);
  const text = quantityText(opened.text);
  if (NOTHING.test(text) || NOTHING_WORDS.test(text)) return judge(original, 0, understood(original, 0), cell);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  return fromText(original, opened.text, text, cell);
}

function fromNumber(original: number, cell: CountCell): Reading<number> {
  if (original < 0) return reject(original, 'cell.negative', 'negative');
  if (!Number.isInteger(original)) return fraction(original, original, thousandsOf(original));
  return judge(original, original, null, cell);
}

/** `1.250` typed into an English workbook has become 1.25; a single decimal, as in 8.5, was more likely meant. */
function thousandsOf(value: number): number | undefined {
  const thousands = Math.round(value * 1000);
  const decimals = String(value).split('.')[1] ?? '';
  return value < 1000 && decimals.length >= 2 && decimals.length <= 3 ? thousands : undefined;
}

function fraction(original: CellValue, value: number, perhaps?: number): Reading<number> {
  const details = { understood: formatNumber(value) };
  if (perhaps === undefined) return reject(original, 'cell.not-whole', 'fraction', details);
  return reject(original, 'cell.not-whole', 'thousands', { ...details, perhaps: formatNumber(perhaps) }, perhaps);
}

/** A whole number is believed unless it is beyond counting or looks like a date. */
function judge(original: CellValue, value: number, about: Issue | null, cell: CountCell): Reading<number> {
  if (value > LARGEST) return reject(original, 'cell.not-a-number', 'tooBig');
  const serial = value >= DATE_SERIALS.from && value <= DATE_SERIALS.to && !isMoney(cell);
  // Grouped or followed by a unit, it was typed as a number.
  if (serial && about === null) {
    const details = { understood: formatNumber(value), date: formatDate(fromSerial(value)) };
    return { original, value, issues: [issue('cell.serial-as-count', 'serial', details)] };
  }
  return about === null ? accept(original, value) : { original, value, issues: [about] };
}

function understood(original: CellValue, value: number): Issue | null {
  if (asTyped(original) === String(value)) return null;
  return replaceBy(issue('cell.normalised', 'understood', { understood: formatNumber(value) }), value);
}

/** What stands around the figures, taken off. */
interface Stripped {
  readonly text: string;
  readonly about: boolean;
}

function strip(text: string, cell: CountCell): Stripped {
  const sized = text.replace(ABOUT, '');
  const bare = sized.replace(ABOUT_AFTER, '');
  const counted = bare.replace(unitPattern(cell), '').replace(/\s*[.,;]$/, '');
  const figures = counted.replace(ABOUT_AFTER, '');
  return { text: figures, about: sized !== text || bare !== sized || figures !== counted };
}

/** `text` is what was typed as {@link quantityText}. */
function fromText(original: string, typed: string, text: string, cell: CountCell): Reading<number> {
  if (NEGATIVE.test(text)) return reject(original, 'cell.negative', 'negative');
  const { text: bare, about } = strip(text.replace(/^\+\s*/, ''), cell);
  const figures = parseFigures(bare);
  if (figures?.is === 'fraction') return fraction(original, figures.value, figures.perhaps);
  const quantity = figures === null ? parseQuantity(bare) : null;
  const value = figures?.value ?? quantity?.value;
  if (value === undefined) return fromWords(original, typed, text, bare, cell);
  if (!Number.isInteger(value)) return fraction(original, value);
  const details = { understood: formatNumber(value) };
  if (about) return judge(original, value, issue('cell.approximate', 'about', details), cell);
  if (quantity?.spoken) return judge(original, value, issue('cell.guessed', 'numberInText', details), cell);
  return judge(original, value, understood(original, value), cell);
}

/** A number in short form, a date or a month, a share, a fraction without its whole, another currency. */
const NOT_A_COUNT =
  /^\d+(?:[.,]\d+)?\s*e[+-]?\d+$|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:^|\s)(?:thang|ngay|quy)\s*\d|(?:^|\s)nam\s*(?:19|20)\d\d|\d\s*%|(?:^|\D)[.,]\d|[$€]|\d\s*(?:usd|eur|kip|do la)/;
/** So many each time or each place: the total is not said. */
const PER_UNIT =
  /(?:^|\s)moi (?:buoi|ngay|tuan|thang|lan|dot|nguoi|ho|to|thon|ban|xa|phuong)|\d\D*\/\s*(?:1 )?(?:buoi|ngay|tuan|thang|nam|lan|dot|ho|to|thon|ban|xa|phuong)(?![a-z])/;
const LIKE_DIGITS = /^[\doil.,]*\d[\doil.,]*$/;

/** Text that is not one number: two numbers, letters for figures, words, or a number among other words. */
function fromWords(original: string, typed: string, text: string, bare: string, cell: CountCell): Reading<number> {
  if (LIKE_DIGITS.test(bare) && /[oil]/.test(bare)) {
    const mended = parseFigures(bare.replace(/o/g, '0').replace(/[il]/g, '1'));
    return mended?.is === 'whole'
      ? reject(original, 'cell.not-a-number', 'perhaps', {}, mended.value)
      : reject(original, 'cell.not-a-number', 'unreadable');
  }
  if (NOT_A_COUNT.test(text)) return reject(original, 'cell.not-a-number', 'unreadable');
  if (PER_UNIT.test(text)) return reject(original, 'cell.not-a-number', 'perUnit');
  const numbers = text.match(QUANTITY) ?? [];
  if (numbers.length > 1) return reject(original, 'cell.several-values', 'numbers');
  if (numbers.length === 0) return fromNumeral(original, typed, cell);
  return amongWords(original, numbers[0] ?? '', cell);
}

/** `hai mươi lăm người`: the figures are suggested. */
function fromNumeral(original: string, typed: string, cell: CountCell): Reading<number> {
  const plain = stripMarks(typed);
  const start = ABOUT.exec(plain)?.[0].length ?? 0;
  const end = unitPattern(cell).exec(plain)?.index ?? plain.length;
  const value = parseNumeral(typed.slice(start, end));
  if (value === null) return reject(original, 'cell.not-a-number', 'unreadable');
  return reject(original, 'cell.not-a-number', 'words', { understood: formatNumber(value) }, value);
}

/** `25 bà con`, `SL: 25`, `5 triệu (dân góp)`: one number, and words that the column does not know. */
function amongWords(original: string, number: string, cell: CountCell): Reading<number> {
  const figures = parseFigures(number);
  const value = figures?.value ?? parseQuantity(number)?.value;
  if (value === undefined) return reject(original, 'cell.not-a-number', 'unreadable');
  if (figures?.is === 'fraction' || !Number.isInteger(value)) return fraction(original, value);
  const about = issue('cell.guessed', 'numberInText', { understood: formatNumber(value) });
  return judge(original, value, about, cell);
}
