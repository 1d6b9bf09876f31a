/** Arithmetic on grid ranges. */
import { parseCells, printOpenRange, sheetByTitle, splitA1 } from './a1.ts';
import { invalidArgument } from './google-error.ts';
import type { Dimension, GridRange, Sheet, Spreadsheet } from './model.ts';

/** A rectangle with all four sides known; half-open. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Located {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

export function sheetById(spreadsheet: Spreadsheet, sheetId = 0): Sheet {
  const sheet = spreadsheet.sheets.find((candidate) => candidate.properties.sheetId === sheetId);
  if (!sheet) throw invalidArgument(`No grid with id: ${sheetId}`);
  return sheet;
}

export const gridOf = (sheet: Sheet) => sheet.data[0];

export function wholeGrid(sheet: Sheet): Rect {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return { top: 0, left: 0, bottom: rowCount, right: columnCount };
}

const exceedsGrid = (name: string, sheet: Sheet): Error => {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return invalidArgument(`Range (${name}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
};

/** The cells of a range that the grid has. A range that starts past the grid is refused. */
export function locate(spreadsheet: Spreadsheet, range: GridRange = {}): Located {
  const sheet = sheetById(spreadsheet, range.sheetId);
  return { sheet, rect: rectIn(sheet, range) };
}

export function rectIn(sheet: Sheet, range: GridRange): Rect {
  const grid = wholeGrid(sheet);
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = grid.bottom, endColumnIndex = grid.right } = range;
  if (startRowIndex >= grid.bottom || startColumnIndex >= grid.right) {
    throw exceedsGrid(printOpenRange(sheet.properties.title, range), sheet);
  }
  return {
    top: startRowIndex,
    left: startColumnIndex,
    bottom: Math.max(startRowIndex, Math.min(endRowIndex, grid.bottom)),
    right: Math.max(startColumnIndex, Math.min(endColumnIndex, grid.right)),
  };
}

/** The same as a range that Google would print: tab 0 is left out. */
export function rangeOf(sheet: Sheet, rect: Rect): GridRange {
  const { sheetId } = sheet.properties;
  return {
    ...(sheetId === 0 ? {} : { sheetId }),
    startRowIndex: rect.top,
    endRowIndex: rect.bottom,
    startColumnIndex: rect.left,
    endColumnIndex: rect.right,
  };
}

/** A range as it is stored: without the sheetId of tab 0 and without fields that are not a range's. */
export function stored(range: GridRange): GridRange {
  const { sheetId, ...sides } = range;
  return sheetId ? { sheetId, ...sides } : { ...sides };
}

export const isInSheet = (range: GridRange, sheetId: number): boolean => (range.sheetId ?? 0) === sheetId;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

/** Rows or columns from `start` to `end` over the whole tab. */
export function strip(sheet: Sheet, dimension: Dimension, start: number, end: number): Rect {
  const grid = wholeGrid(sheet);
  return dimension === 'ROWS' ? { ...grid, top: start, bottom: end } : { ...grid, left: start, right: end };
}

export const isEmptyRect = (rect: Rect): boolean => rect.top >= rect.bottom || rect.left >= rect.right;

/** What an A1 text names in a spreadsheet, with open ends left open. */
export function rangeFromA1(spreadsheet: Spreadsheet, text: string): { sheet: Sheet; range: GridRange; name: string } {
  const unparsable = (): Error => invalidArgument(`Unable to parse range: ${text}`);
  const { title, rest } = splitA1(text);
  const named = rest === undefined ? undefined : spreadsheet.namedRanges?.find(({ name }) => name === rest);
  if (named) return { sheet: sheetById(spreadsheet, named.range.sheetId), range: named.range, name: text };
  if (title !== undefined) {
    const sheet = sheetByTitle(spreadsheet, title);
    if (!sheet) throw unparsable();
    return { sheet, range: rest === undefined ? {} : cellsRange(rest, unparsable), name: text };
  }
  const byTitle = sheetByTitle(spreadsheet, rest ?? '');
  if (byTitle) return { sheet: byTitle, range: {}, name: text };
  const first = spreadsheet.sheets.find((sheet) => !sheet.properties.hidden) ?? spreadsheet.sheets[0];
  if (!first) throw unparsable();
  return { sheet: first, range: cellsRange(rest ?? '', unparsable), name: text };
}

function cellsRange(text: string, unparsable: () => Error): GridRange {
  const corners = parseCells(text);
  if (!corners) throw unparsable();
  const range: GridRange = {};
  if (corners.startRow !== undefined) range.startRowIndex = corners.startRow;
  if (corners.startColumn !== undefined) range.startColumnIndex = corners.startColumn;
  if (corners.endRow !== undefined) range.endRowIndex = corners.endRow + 1;
  if (corners.endColumn !== undefined) range.endColumnIndex = corners.endColumn + 1;
  return range;
}

export function locateA1(spreadsheet: Spreadsheet, text: string): Located {
  const { sheet, range } = rangeFromA1(spreadsheet, text);
  return { sheet, rect: rectIn(sheet, range) };
}
