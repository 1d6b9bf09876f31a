/** A workbook as the functions see it: compact grids read in one request, and the changes that they write back. */
import type { Step } from './template.ts';

/** One cell as Sheets gives it unformatted, dates as serial numbers; null when blank. */
export type CellValue = string | number | boolean | null;

/** Rows and columns of a block, counted from 0, ends outside, as in the Sheets API. */
export interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A place in a tab, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** One tab. `values` has rows of different lengths: trailing blanks are left out. */
export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Notes and background colours (`#rrggbb`) of the cells that have one, by {@link placeKey}. */
  readonly notes: ReadonlyMap<number, string>;
  readonly fills: ReadonlyMap<number, string>;
  readonly merges: readonly Block[];
  /** Column keys from developer metadata, by column number: how a renamed header is still recognised. */
  readonly columnKeys: ReadonlyMap<number, string>;
}

export interface Workbook {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly Tab[];
  /** What the last night kept in the workbook for the script in it (`functions/domain/review-memory.ts`). */
  readonly memory?: string;
}

const MAX_COLUMNS = 18_278;

/** A number that stands for a place, for maps over sparse cells. */
export function placeKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

export function placeOf(key: number): Place {
  return { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
}

/**
 * What is to become of one cell; a property that is left out stays as it is. `value: null` empties the cell, `note: ''`
 * removes the note, `fill: null` gives the background back to the default. `link` is a row link such as `#gid=0&range=B5`.
 */
export interface CellChange extends Place {
  readonly sheetId: number;
  readonly value?: CellValue;
  readonly note?: string;
  readonly fill?: string | null;
  readonly link?: string;
  readonly checkbox?: boolean;
  /** How the value is shown: a date written as a serial number must read as a date. */
  readonly format?: NumberFormat;
}

/** https://developers.google.com/workspace/sheets/api/guides/formats */
export interface NumberFormat {
  readonly type: 'DATE' | 'NUMBER' | 'TEXT';
  readonly pattern: string;
}

/** All that one batch write does: it happens as a whole or not at all. */
export interface WorkbookChange {
  readonly cells: readonly CellChange[];
  /** Rows that tabs must have at least, by sheetId. */
  readonly rowCounts: ReadonlyMap<number, number>;
  /** What is done to the tabs before the cells are written. */
  readonly steps?: readonly Step[];
  /** What the workbook is to keep for the script in it; left out, it keeps what it has. */
  readonly memory?: string;
  /** Sent once: cells of staff are among it, and a repeated request could overwrite what they typed meanwhile. */
  readonly once?: boolean;
}

export const isEmptyChange = ({ cells, rowCounts, steps = [], memory }: WorkbookChange): boolean =>
  cells.length === 0 && rowCounts.size === 0 && steps.length === 0 && memory === undefined;

/** Column letters, 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
