import { formatDate, fromSerial } from '../../../schemas/calendar.ts';
import type { CountCell } from '../../../schemas/cells.ts';
import type { Issue } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank, stripMarks } from '../text.ts';
import { formatNumber, parseFigures } from './figures.ts';
import { parseNumeral } from './numerals.ts';
import { asTyped, isIssue, openText, readBlank, refuse } from './opening.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy } from './reading.ts';

const LARGEST = 1e12;
/** Days between 2020 and 2028 as serial numbers: a count that is one was probably a date. */
const DATE_SERIALS = { from: 44_000, to: 47_000 };

const NOTHING = /^[-–—]+$/;
const NOTHING_WORDS = /^(?:khong|ko|0)(?: (?:co|phat sinh|co ai|nguoi nao|ai))?$/;
const ABOUT =
  /^(?:(?:khoang|chung|tam|gan|hon|tren|duoi|uoc|uoc tinh|uoc chung|uoc khoang|do|co|it nhat|toi thieu|toi da|xap xi)\s+|[~≈<>≥≤±]=?\s*)+/;
const ABOUT_AFTER = /\s*(?:\+|tro len|tro xuong|may|hon)$|\s*\.{2,}$|…$/;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:nghin|ngan|k)$/, 1e3],
  [/\s*(?:trieu|tr)$/, 1e6],
  [/\s*(?:ty|ti)$/, 1e9],
];
/** Figures with the signs that may stand inside a number. */
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** Words that staff add in every column of people. */
const COMMON_UNITS = ['người', 'ng', 'lượt', 'lượt người', 'người dân'];

const unitKeys = new WeakMap<CountCell, ReadonlySet<string>>();

/** A cell's unit words without marks. `money()` has đồng, and its cells may hold any number. */
function unitsOf(cell: CountCell): ReadonlySet<string> {
  let keys = unitKeys.get(cell);
  if (keys === undefined) {
    const people = cell.units.includes('người') ? COMMON_UNITS : [];
    keys = new Set([...cell.units, ...people].map(fold));
    unitKeys.set(cell, keys);
  }
  return keys;
}

/** A whole number from 0. Blank is not zero; a dash or `không` is. */
export function readCount(original: CellValue, cell: CountCell, _context: ReadingContext): Reading<number> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original === 'number') return fromNumber(original, cell);
  if (typeof original === 'boolean') return reject(original, 'cell.not-a-number', 'unreadable');
  const opened = openText(original, { keepSign: true });
  if (isIssue(opened)) return refuse(original, opened);
  return fromText(original, stripMarks(opened.text).replace(/\s+/g, ' '), cell);
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
  const serial = value >= DATE_SERIALS.from && value <= DATE_SERIALS.to && !unitsOf(cell).has('dong');
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

/** What stands around the figures, taken off step by step. */
interface Stripped {
  readonly text: string;
  readonly scale: number;
  readonly about: boolean;
}

function strip(text: string, cell: CountCell): Stripped {
  const sized = text.replace(ABOUT, '');
  const bare = sized.replace(ABOUT_AFTER, '');
  const words = /^([\d.,' ]*\d)\s*(\D+)$/.exec(bare);
  const unit = words !== null && unitsOf(cell).has(fold(words[2] ?? ''));
  const counted = (unit ? (words[1] ?? '') : bare).replace(/\s*[.,;]$/, '').replace(ABOUT_AFTER, '');
  const scaled = stripScale(unit ? counted : stripUnit(counted, cell));
  return { ...scaled, about: sized !== text || bare !== sized };
}

/** The unit after a scale: `5 triệu đồng`. */
function stripUnit(text: string, cell: CountCell): string {
  const unit = [...unitsOf(cell)].find((word) => fold(text).endsWith(` ${word}`));
  return unit === undefined ? text : text.replace(/\s*\S+$/, '');
}

function stripScale(text: string): { text: string; scale: number } {
  const scale = SCALES.find(([word]) => /^[\d.,]+\s*[a-z]+$/.test(text) && word.test(text));
  return scale === undefined ? { text, scale: 1 } : { text: text.replace(scale[0], ''), scale: scale[1] };
}

function fromText(original: string, text: string, cell: CountCell): Reading<number> {
  if (NOTHING.test(text) || NOTHING_WORDS.test(text)) return judge(original, 0, understood(original, 0), cell);
  if (/^[-−]\s*\d[\d.,]*(?:\s*\D*)?$/.test(text)) return reject(original, 'cell.negative', 'negative');
  const { text: bare, scale, about } = strip(text.replace(/^\+\s*/, ''), cell);
  const figures = parseFigures(bare);
  if (figures === null) return fromWords(original, text, cell);
  const value = Math.round(figures.value * scale * 1e6) / 1e6;
  if (!Number.isInteger(value))
    return fraction(original, value, figures.is === 'fraction' ? figures.perhaps : undefined);
  if (figures.is === 'fraction' && scale === 1) return fraction(original, value, figures.perhaps);
  if (about)
    return judge(original, value, issue('cell.approximate', 'about', { understood: formatNumber(value) }), cell);
  return judge(original, value, understood(original, value), cell);
}

/** A number in short form, a full date, a share, a fraction without its whole. */
const NOT_A_COUNT = /^\d+(?:[.,]\d+)?\s*e[+-]?\d+$|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d\s*%|(?:^|\D)[.,]\d/;
const LIKE_DIGITS = /^[\doil.,]*\d[\doil.,]*$/;

/** Text that is not one number: two numbers, letters for figures, words, or a number among other words. */
function fromWords(original: string, text: string, cell: CountCell): Reading<number> {
  if (LIKE_DIGITS.test(text) && /[oil]/.test(text)) {
    const mended = parseFigures(text.replace(/o/g, '0').replace(/[il]/g, '1'));
    return reject(original, 'cell.not-a-number', 'unreadable', {}, mended?.is === 'whole' ? mended.value : undefined);
  }
  const numbers = text.match(NUMBER) ?? [];
  if (NOT_A_COUNT.test(text)) {
    return reject(original, 'cell.not-a-number', 'unreadable');
  }
  if (numbers.length > 1) return reject(original, 'cell.several-values', 'numbers');
  if (numbers.length === 0) return fromNumeral(original, text, cell);
  return amongWords(original, numbers[0] ?? '', cell);
}

function fromNumeral(original: string, text: string, cell: CountCell): Reading<number> {
  const words = [...unitsOf(cell)].reduce((rest, unit) => rest.replace(new RegExp(`\\s+${unit}$`), ''), text);
  const value = parseNumeral(words.replace(ABOUT, ''));
  if (value === null) return reject(original, 'cell.not-a-number', 'unreadable');
  return reject(original, 'cell.not-a-number', 'words', { understood: formatNumber(value) }, value);
}

/** `25 bà con`, `SL: 25`: one number, and words that the column does not know. */
function amongWords(original: string, number: string, cell: CountCell): Reading<number> {
  const figures = parseFigures(number);
  if (figures?.is !== 'whole')
    return figures === null ? reject(original, 'cell.not-a-number', 'unreadable') : fraction(original, figures.value);
  const about = issue('cell.guessed', 'numberInText', { understood: formatNumber(figures.value) });
  return judge(original, figures.value, about, cell);
}
