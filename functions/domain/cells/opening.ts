/** The first steps that all readers of text share: what no cell may hold, and what is only tidied. */
import { MAX_TEXT } from '../../../schemas/cells.ts';
import type { Issue } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { cleanText, fold, isClean, shorten, stripMarks } from '../text.ts';
import { detectLegacyEncoding, type LegacyEncoding, mayBeLegacy } from './legacy-encoding.ts';
import { isPlainText } from './plain-text.ts';
import { accept, issue, type Reading, replaceBy } from './reading.ts';

/** The text to read, cleaned. `bullet`: a leading `-` or `+` has been taken off. */
export interface Opened {
  readonly text: string;
  readonly bullet: boolean;
}

export interface OpeningOptions {
  readonly maxLength?: number;
  /** A leading `-` or `+` belongs to the value: numbers, phones. */
  readonly keepSign?: boolean;
  /** The cell may name or reach people, as free text may: messages do not repeat what is in it. */
  readonly personal?: boolean;
  /** No words are expected, so no encoding of Vietnamese is looked for. */
  readonly webAddress?: boolean;
}

const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!)(?:\s|$)/i;
/** What Sheets would run if the text were ever pasted elsewhere. */
const FORMULA = /^(?:=|@\p{L})/u;
const BULLET = /^[-+](?=[^-+\s])|^[-+]\s+(?=[^-+\s])|^[•·▪●◦–—*]\s*(?=\p{L})/u;
/** The apostrophe that makes text of a number in Sheets and Excel, when it was pasted with it. */
const TEXT_MARK = /^['’‘`](?=[\p{L}\d+])(?!.*['’])/u;

/** A cell as a text, for kinds whose cells Sheets sometimes makes a number. */
export function asTyped(original: CellValue): string {
  if (typeof original === 'boolean') return original ? 'TRUE' : 'FALSE';
  return original === null ? '' : String(original);
}

/** Begins with a letter or figure. */
const ORDINARY = /^[\dA-Za-zÀ-ỹ]/;

/** Text that the steps below would leave as it is: a short way for nearly every cell. */
function isOrdinary(text: string, max: number): boolean {
  return text.length <= max && ORDINARY.test(text) && isClean(text) && !mayBeLegacy(text);
}

/** `- • Hướng dẫn` has two. */
function withoutBullets(text: string): string {
  return BULLET.test(text) ? withoutBullets(text.replace(BULLET, '')) : text;
}

/** Before the soft hyphens are gone, since one may be a letter, and after, since it may have been one. */
const legacyOf = (original: string, text: string): LegacyEncoding | null =>
  detectLegacyEncoding(original.normalize('NFC')) ?? detectLegacyEncoding(text);

/** The cleaned text, or the issue that makes it unreadable. */
export function openText(original: string, options: OpeningOptions = {}): Opened | Issue {
  const max = options.maxLength ?? MAX_TEXT;
  if ((original.length <= max && isPlainText(original)) || isOrdinary(original, max))
    return { text: original, bullet: false };
  const text = cleanText(original.replace(/\u00AD/g, '')).replace(TEXT_MARK, '');
  if (text.length > max) return issue('cell.too-long', 'tooLong', { length: text.length, max });
  const legacy = options.webAddress ? null : legacyOf(original, text);
  if (legacy !== null) {
    const decoded = cleanText(legacy.decoded);
    if (options.personal) return issue('cell.legacy-encoding', 'personal', {}, decoded);
    return issue('cell.legacy-encoding', legacy.encoding, { decoded: shorten(decoded) }, decoded);
  }
  const bullet = !options.keepSign && BULLET.test(text);
  const bare = bullet ? withoutBullets(text) : text;
  if (FORMULA_ERROR.test(bare)) return issue('cell.formula-error', 'error', { error: shorten(bare) });
  if (FORMULA.test(bare)) return issue('cell.formula-text', 'formula', { mark: bare.charAt(0) });
  return { text: bare, bullet };
}

/** Nothing in the cell: no value, and nothing to say. */
export function readBlank(original: CellValue): Reading<never> {
  return accept<never>(original, null);
}

export function isIssue(opened: Opened | Issue): opened is Issue {
  return 'rule' in opened;
}

export function refuse<T>(original: CellValue, found: Issue): Reading<T> {
  return { original, value: null, issues: [found] };
}

/** What to say about a value that stands for the cell: nothing if it looks as typed, else how it was understood. */
export function tidyIssues(original: CellValue, opened: Opened, shown: string): readonly Issue[] {
  if (opened.bullet) return [replaceBy(issue('cell.formula-text', 'bullet'), shown)];
  if (asTyped(original) === shown) return [];
  return [replaceBy(issue('cell.normalised', 'understood', { understood: shorten(shown, 80) }), shown)];
}

/** The value with its {@link tidyIssues}. */
export function settle<T>(original: CellValue, opened: Opened, value: T, shown: string): Reading<T> {
  const issues = tidyIssues(original, opened, shown);
  return issues.length === 0 ? accept(original, value) : { original, value, issues };
}

/** As {@link settle}, for cells that are not repeated in messages. */
export function settlePersonal(original: CellValue, opened: Opened, value: string): Reading<string> {
  if (!opened.bullet && asTyped(original) === value) return accept(original, value);
  const found = opened.bullet ? issue('cell.formula-text', 'bullet') : issue('cell.normalised', 'personal');
  return { original, value, issues: [replaceBy(found, value)] };
}

const NONE = new Set([
  'khong',
  'khong co',
  'ko',
  'ko co',
  'k',
  'k co',
  'chua',
  'chua co',
  'trong',
  'n a',
  'none',
  'null',
]);

/** All of {@link NONE} are this short and begin so; most cells need not be folded. */
const MAYBE_NONE = /^[kctn].{0,9}$/i;

/** Words and strokes by which people say that there is nothing to write. */
export function isNone(text: string): boolean {
  return /^[-–—_.\s]+$/.test(text) || (MAYBE_NONE.test(text) && NONE.has(fold(text)));
}

/** Read as blank, and said so. */
export function readNone<T>(original: CellValue): Reading<T> {
  return { original, value: null, issues: [issue('cell.normalised', 'blank')] };
}

/** Signs and words for "as above". */
export function isDitto(text: string): boolean {
  return (
    /^(?![,\s]+$)(?:["“”„'’‘″〃,/\\↑\-–—\s])+$/.test(text) ||
    /^-?\s*(?:n\.?\s?t\.?|nhu tren|tuong tu|idem)\s*-?$/.test(stripMarks(text))
  );
}
