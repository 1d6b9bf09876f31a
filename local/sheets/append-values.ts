/**
 * `values.append`: finds the table at a range and writes below it.
 * https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
import { printA1 } from './a1.ts';
import { cellAt } from './cells.ts';
import { type Change, guardInsertion } from './change.ts';
import { gridOf, locateA1, type Rect } from './grid-range.ts';
import type { Json, JsonObject } from './json.ts';
import type { Sheet } from './model.ts';
import type { ReadOptions } from './read-values.ts';
import { insertDimension } from './requests/shift.ts';
import { growGrid, type InputOption, printWritten, widthOf, writeRows } from './write-values.ts';

const isFilled = (sheet: Sheet, row: number, column: number): boolean =>
  cellAt(gridOf(sheet), row, column).userEnteredValue !== undefined;

/** In the lowest filled row, the one farthest to the right: of several tables, the last is written below. */
function lastFilledCell(sheet: Sheet, rect: Rect): Rect | null {
  for (let row = Math.min(rect.bottom, gridOf(sheet).rowData.length) - 1; row >= rect.top; row -= 1) {
    for (let column = rect.right - 1; column >= rect.left; column -= 1) {
      if (isFilled(sheet, row, column)) return { top: row, left: column, bottom: row + 1, right: column + 1 };
    }
  }
  return null;
}

function hasFilledRow(sheet: Sheet, row: number, rect: Rect): boolean {
  for (let column = Math.max(0, rect.left - 1); column <= rect.right; column += 1) {
    if (isFilled(sheet, row, column)) return true;
  }
  return false;
}

function hasFilledColumn(sheet: Sheet, column: number, rect: Rect): boolean {
  for (let row = Math.max(0, rect.top - 1); row <= rect.bottom; row += 1) {
    if (isFilled(sheet, row, column)) return true;
  }
  return false;
}

/** Grows a block of filled cells until only empty cells surround it. */
function blockAround(sheet: Sheet, seed: Rect): Rect {
  let rect = seed;
  for (;;) {
    const grown = {
      top: rect.top > 0 && hasFilledRow(sheet, rect.top - 1, rect) ? rect.top - 1 : rect.top,
      bottom: hasFilledRow(sheet, rect.bottom, rect) ? rect.bottom + 1 : rect.bottom,
      left: rect.left > 0 && hasFilledColumn(sheet, rect.left - 1, rect) ? rect.left - 1 : rect.left,
      right: hasFilledColumn(sheet, rect.right, rect) ? rect.right + 1 : rect.right,
    };
    const isSame =
      grown.top === rect.top && grown.bottom === rect.bottom && grown.left === rect.left && grown.right === rect.right;
    if (isSame) return rect;
    rect = grown;
  }
}

function tableAt(sheet: Sheet, rect: Rect): Rect | null {
  const last = lastFilledCell(sheet, rect);
  return last && blockAround(sheet, last);
}

/** Nulls at the end of a row are no cells. */
function withoutTrailingNulls(row: Json[]): Json[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length -= 1;
  return row.slice(0, length);
}

export interface AppendOptions {
  readonly input: InputOption;
  readonly insertsRows: boolean;
  readonly response: ReadOptions | null;
}

export function appendValues(change: Change, range: string, given: Json[][], options: AppendOptions): JsonObject {
  const { sheet, rect } = locateA1(change.spreadsheet, range);
  const rows = given.map(withoutTrailingNulls);
  const table = tableAt(sheet, rect);
  const top = table ? table.bottom : rect.top;
  const left = table ? table.left : rect.left;
  const target = { top, left, bottom: top + rows.length, right: left + widthOf(rows) };
  if (options.insertsRows && table && top < sheet.properties.gridProperties.rowCount && rows.length > 0) {
    guardInsertion(change, sheet, 'ROWS', top);
    insertDimension(change.spreadsheet, sheet, { dimension: 'ROWS', start: top, count: rows.length }, true);
  }
  growGrid(change.spreadsheet, sheet, target);
  const written = writeRows(change, sheet, target, rows, options.input);
  const answer: JsonObject = { spreadsheetId: change.spreadsheet.spreadsheetId };
  if (table) answer.tableRange = printA1(sheet.properties.title, table);
  answer.updates = printWritten(change, written, options.response);
  return answer;
}
