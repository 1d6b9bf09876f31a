import { cellsOf, cellWith, EMPTY_CELL, editCells, putRow } from '../cells.ts';
import { type Change, guard } from '../change.ts';
import { maskWithColours, withColours } from '../colours.ts';
import { type MaskTree, writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { gridOf, locate, type Rect, sheetById, wholeGrid } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { CellData, GridRange, RowData, Sheet } from '../model.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

/** What Google computes; a request may name it, and it is left aside. */
const COMPUTED = ['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink'];

/** A cell as it comes in: colours paired, an empty text as no value, computed fields gone. */
export function normalCell(given: JsonObject): CellData {
  const cell: JsonObject = { ...given };
  for (const field of COMPUTED) delete cell[field];
  const value = cell.userEnteredValue as CellData['userEnteredValue'];
  if (value?.stringValue === '' || (value && Object.keys(value).length === 0)) delete cell.userEnteredValue;
  if (cell.note === '') delete cell.note;
  if (cell.userEnteredFormat) cell.userEnteredFormat = withColours(cell.userEnteredFormat as JsonObject);
  if (Array.isArray(cell.textFormatRuns) && cell.textFormatRuns.length === 0) delete cell.textFormatRuns;
  return cell as CellData;
}

export const cellMask = (fields: string | undefined): MaskTree => {
  const mask = maskWithColours(requiredMask(fields, 'CellData'));
  if (mask === true) return true;
  const kept = Object.entries(mask).filter(([field]) => !COMPUTED.includes(field));
  return Object.fromEntries(kept);
};

function masked(old: CellData, fresh: CellData, mask: MaskTree): CellData {
  const written = writeMasked(old as JsonObject, fresh as JsonObject, mask) as CellData;
  const keepsRuns = mask === true || 'textFormatRuns' in mask || !('userEnteredValue' in mask);
  // Runs of rich text belong to the text that was replaced.
  return keepsRuns ? written : cellWith(written, { textFormatRuns: undefined });
}

export interface GridCoordinate {
  sheetId?: number;
  rowIndex?: number;
  columnIndex?: number;
}

interface UpdateCells {
  rows?: RowData[];
  fields?: string;
  start?: GridCoordinate;
  range?: GridRange;
}

export function atCoordinate(change: Change, { sheetId, rowIndex = 0, columnIndex = 0 }: GridCoordinate) {
  const sheet = sheetById(change.spreadsheet, sheetId);
  const grid = wholeGrid(sheet);
  if (rowIndex >= grid.bottom) {
    throw invalidArgument(`GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${grid.bottom - 1}]`);
  }
  if (columnIndex >= grid.right) {
    throw invalidArgument(`GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${grid.right - 1}]`);
  }
  return { sheet, rect: { ...grid, top: rowIndex, left: columnIndex } };
}

function assertFits(rows: readonly RowData[], rect: Rect): void {
  const past = (what: string, last: number): Error =>
    invalidArgument(`Attempting to write ${what}: ${last + 1}, beyond the last requested ${what} of: ${last}`);
  if (rect.top + rows.length > rect.bottom) throw past('row', rect.bottom - 1);
  const width = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
  if (rect.left + width > rect.right) throw past('column', rect.right - 1);
}

/** Equal cells of one request become one object, so that a format written a thousand times is kept once. */
function cellsOnce(): (cell: CellData) => CellData {
  const known = new Map<string, CellData>();
  return (cell) => {
    const key = JSON.stringify(cell);
    const first = known.get(key) ?? normalCell(cell as JsonObject);
    known.set(key, first);
    return first;
  };
}

/** In `range` form, cells of the range that no row names are cleared in the masked fields. */
export const updateCells = handler<UpdateCells>((change, { rows = [], fields, start, range }) => {
  const mask = cellMask(fields);
  const { sheet, rect } = start ? atCoordinate(change, start) : locate(change.spreadsheet, range);
  assertFits(rows, rect);
  const once = cellsOnce();
  if (!start) {
    guard(change, sheet, rect);
    const given = (row: number, column: number): CellData =>
      once(rows[row - rect.top]?.values?.[column - rect.left] ?? EMPTY_CELL);
    editCells(gridOf(sheet), rect, (cell, row, column) => masked(cell, given(row, column), mask));
    return;
  }
  for (const [offset, { values = [] }] of rows.entries()) {
    const line = {
      top: rect.top + offset,
      left: rect.left,
      bottom: rect.top + offset + 1,
      right: rect.left + values.length,
    };
    guard(change, sheet, line);
    editCells(gridOf(sheet), line, (cell, _, column) =>
      masked(cell, once(values[column - rect.left] ?? EMPTY_CELL), mask),
    );
  }
});

interface RepeatCell {
  range?: GridRange;
  cell?: JsonObject;
  fields?: string;
}

/** Remembers what an edit made of a cell, so that equal cells stay one object. */
export function sharing(edit: (cell: CellData) => CellData): (cell: CellData) => CellData {
  const results = new Map<CellData, CellData>();
  return (cell) => {
    const known = results.get(cell);
    if (known) return known;
    const result = edit(cell);
    results.set(cell, result);
    return result;
  };
}

export const repeatCell = handler<RepeatCell>((change, { range, cell = {}, fields }) => {
  const mask = cellMask(fields);
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const fresh = normalCell(cell);
  editCells(
    gridOf(sheet),
    rect,
    sharing((old) => masked(old, fresh, mask)),
  );
});

interface SetDataValidation {
  range?: GridRange;
  rule?: JsonObject;
}

/** Google leaves out what is default in a rule: `strict: false`, `showCustomUi: false`. */
function normalRule(rule: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== false && value !== ''));
}

export const setDataValidation = handler<SetDataValidation>((change, { range, rule }) => {
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const dataValidation = rule && normalRule(rule);
  editCells(
    gridOf(sheet),
    rect,
    sharing((cell) =>
      dataValidation === undefined && cell.dataValidation === undefined ? cell : cellWith(cell, { dataValidation }),
    ),
  );
});

interface AppendCells {
  sheetId?: number;
  rows?: RowData[];
  fields?: string;
}

/** The row below the last one with content. */
function firstFreeRow(sheet: Sheet): number {
  const { rowData } = gridOf(sheet);
  for (let row = rowData.length; row > 0; row -= 1) if (rowData[row - 1]?.values) return row;
  return 0;
}

export const appendCells = handler<AppendCells>((change, { sheetId, rows = [], fields }) => {
  const mask = cellMask(fields);
  const sheet = sheetById(change.spreadsheet, sheetId);
  const top = firstFreeRow(sheet);
  const grid = sheet.properties.gridProperties;
  grid.rowCount = Math.max(grid.rowCount, top + rows.length);
  grid.columnCount = Math.max(grid.columnCount, ...rows.map(({ values }) => values?.length ?? 0));
  guard(change, sheet, { top, left: 0, bottom: top + rows.length, right: grid.columnCount });
  const once = cellsOnce();
  for (const [offset, { values = [] }] of rows.entries()) {
    const cells = cellsOf(gridOf(sheet), top + offset, values.length);
    for (const [column, cell] of values.entries()) {
      cells[column] = masked(cells[column] ?? EMPTY_CELL, once(cell), mask);
    }
    putRow(gridOf(sheet), top + offset, cells);
  }
});

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
type Side = (typeof SIDES)[number];
interface UpdateBorders extends Partial<Record<Side | 'innerHorizontal' | 'innerVertical', JsonObject>> {
  range?: GridRange;
}

/** Which border of the request falls on one side of a cell: an outer one at the rim, an inner one within. */
function borderAt(request: UpdateBorders, rect: Rect, row: number, column: number, side: Side): JsonObject | undefined {
  const isRim = {
    top: row === rect.top,
    bottom: row === rect.bottom - 1,
    left: column === rect.left,
    right: column === rect.right - 1,
  };
  if (isRim[side]) return request[side];
  return side === 'top' || side === 'bottom' ? request.innerHorizontal : request.innerVertical;
}

export const updateBorders = handler<UpdateBorders>((change, request) => {
  const { sheet, rect } = locate(change.spreadsheet, request.range);
  guard(change, sheet, rect);
  editCells(gridOf(sheet), rect, (cell, row, column) => {
    const borders: JsonObject = { ...(cell.userEnteredFormat?.borders as JsonObject | undefined) };
    for (const side of SIDES) {
      const border = borderAt(request, rect, row, column, side);
      if (border?.style === 'NONE') delete borders[side];
      else if (border) borders[side] = withColours({ ...border });
    }
    const userEnteredFormat: JsonObject = { ...cell.userEnteredFormat, borders };
    if (Object.keys(borders).length === 0) delete userEnteredFormat.borders;
    return cellWith(cell, {
      userEnteredFormat: Object.keys(userEnteredFormat).length > 0 ? userEnteredFormat : undefined,
    });
  });
});
