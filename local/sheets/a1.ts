/** A1 notation: `'Tab name'!B2:D`, read and printed as Google does. */
import type { GridRange, Spreadsheet } from './model.ts';

/** Zero-based corners of what the text names; an open side is undefined. */
export interface Corners {
  readonly startRow?: number | undefined;
  readonly startColumn?: number | undefined;
  readonly endRow?: number | undefined;
  readonly endColumn?: number | undefined;
}

export interface ParsedA1 {
  /** Title before the `!`, or the whole text when it is quoted. */
  readonly title?: string;
  /** What follows the `!`, or the bare text: cells, or a name that only the spreadsheet can explain. */
  readonly rest?: string;
}

const LETTERS = 26;
const CHAR_BEFORE_A = 64;

export function columnName(index: number): string {
  let name = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    name = String.fromCharCode(CHAR_BEFORE_A + 1 + ((left - 1) % LETTERS)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * LETTERS + letter.charCodeAt(0) - CHAR_BEFORE_A;
  return index - 1;
}

const QUOTED = /^'((?:[^']|'')*)'(?:!(.*))?$/s;

export function splitA1(text: string): ParsedA1 {
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const title = (quoted[1] ?? '').replaceAll("''", "'");
    return quoted[2] === undefined ? { title } : { title, rest: quoted[2] };
  }
  const bang = text.lastIndexOf('!');
  return bang < 0 ? { rest: text } : { title: text.slice(0, bang), rest: text.slice(bang + 1) };
}

const CORNER = String.raw`\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?`;
const CELLS = new RegExp(`^${CORNER}(?::${CORNER})?$`);

const row = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits) - 1);
const column = (letters: string | undefined): number | undefined =>
  letters === undefined ? undefined : columnIndex(letters);

/** The smaller and the larger of two sides; a side that is given once is the start, open to the end. */
function ordered(first: number | undefined, second: number | undefined): [number | undefined, number | undefined] {
  if (first === undefined || second === undefined) return [first ?? undefined, second];
  return first <= second ? [first, second] : [second, first];
}

/** `B2:D`, `2:5`, `C`, `D4:A1` as corners with inclusive ends, or null when it is no cell text. */
export function parseCells(text: string): Corners | null {
  const match = CELLS.exec(text);
  if (!match || text === '' || text.startsWith(':') || text.endsWith(':')) return null;
  const [, firstLetters, firstDigits, secondLetters, secondDigits] = match;
  if (!text.includes(':')) {
    if (firstLetters === undefined || firstDigits === undefined) return null;
    const cell = { row: row(firstDigits), column: column(firstLetters) };
    return { startRow: cell.row, endRow: cell.row, startColumn: cell.column, endColumn: cell.column };
  }
  const [startRow, endRow] = ordered(row(firstDigits), row(secondDigits));
  const [startColumn, endColumn] = ordered(column(firstLetters), column(secondLetters));
  return { startRow, endRow, startColumn, endColumn };
}

/** A title needs no quotes when it is one plain word that cannot be taken for a cell. */
const PLAIN_TITLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]\d*|[Cc]\d*)$/;

export const quoteTitle = (title: string): string =>
  PLAIN_TITLE.test(title) && !LOOKS_LIKE_CELL.test(title) ? title : `'${title.replaceAll("'", "''")}'`;

/** A resolved range as Google prints it: a single cell without `:`. */
export function printA1(title: string, rect: { top: number; left: number; bottom: number; right: number }): string {
  const first = `${columnName(rect.left)}${rect.top + 1}`;
  const last = `${columnName(rect.right - 1)}${rect.bottom}`;
  return `${quoteTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}

/** A grid range with its open ends left open, as Google names it in refusals: `T!A1001:B`, `T!AA1:2`. */
export function printOpenRange(title: string, range: GridRange): string {
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = range;
  const first = `${columnName(startColumnIndex)}${startRowIndex + 1}`;
  const last = `${endColumnIndex === undefined ? '' : columnName(endColumnIndex - 1)}${endRowIndex ?? ''}`;
  return `${quoteTitle(title)}!${first === last || last === '' ? first : `${first}:${last}`}`;
}

export const sheetByTitle = (spreadsheet: Spreadsheet, title: string) =>
  spreadsheet.sheets.find((sheet) => sheet.properties.title === title);
