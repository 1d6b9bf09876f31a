/** `spreadsheets.values` writing: update and clear. */
import { columnName, printA1 } from './a1.ts';
import { assertCellLimit } from './cell-limit.ts';
import { cellsOf, cellWith, EMPTY_CELL, editCells, putRow, withValue } from './cells.ts';
import { type Change, guard } from './change.ts';
import { badRequest, invalidArgument } from './google-error.ts';
import { gridOf, type Located, locateA1, type Rect, rangeFromA1, rectIn, wholeGrid } from './grid-range.ts';
import type { Json, JsonObject } from './json.ts';
import type { CellData, ExtendedValue, Sheet, Spreadsheet } from './model.ts';
import { isPlainText, parseEntry } from './parse-entry.ts';
import { majorDimensionOf, type ReadOptions, readArea } from './read-values.ts';
import { isDateFormat, numberFormatOf } from './render.ts';

export type InputOption = 'RAW' | 'USER_ENTERED';

/** Which rectangle was written, and in which rows and columns of it a cell was. */
export interface Written {
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  readonly cells: number;
}

export function inputOptionOf(given: unknown): InputOption {
  if (given === 'RAW' || given === 'USER_ENTERED') return given;
  if (given === undefined || given === null || given === '' || given === 'INPUT_VALUE_OPTION_UNSPECIFIED') {
    throw invalidArgument("'valueInputOption' is required but not specified");
  }
  throw badRequest([
    {
      field: 'value_input_option',
      description:
        "Invalid value at 'value_input_option' " +
        `(type.googleapis.com/google.apps.sheets.v4.ValueInputOption), ${JSON.stringify(given)}`,
    },
  ]);
}

const LIST_VALUE = 'type.googleapis.com/google.protobuf.ListValue';

function violation(field: string, value: Json): Error {
  const description = `Invalid value at '${field}' (${LIST_VALUE}), ${JSON.stringify(value)}`;
  return badRequest([{ field, description }]);
}

/** The lists of a ValueRange, row by row. Refused in the words of Google's JSON parser when they are no lists. */
export function rowsOf(valueRange: JsonObject, field: string): Json[][] {
  const { values } = valueRange;
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw violation(`${field}.values`, values);
  const lists = values.map((list, index) => {
    if (!Array.isArray(list)) throw violation(`${field}.values[${index}]`, list);
    return list;
  });
  return majorDimensionOf(valueRange.majorDimension) === 'ROWS' ? lists : transposed(lists);
}

function transposed(lists: Json[][]): Json[][] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? null));
}

function rawValue(input: Json): ExtendedValue | undefined {
  if (typeof input === 'number') return { numberValue: input };
  if (typeof input === 'boolean') return { boolValue: input };
  if (typeof input === 'string') return input === '' ? undefined : { stringValue: input };
  throw invalidArgument(`Invalid values: unsupported value ${JSON.stringify(input)}`);
}

/** The cell after a person typed a text into it. */
export function typedInto(cell: CellData, input: string, locale: string): CellData {
  if (isPlainText(cell)) return withValue(cell, rawValue(input));
  const { value, format } = parseEntry(input, locale);
  const written = withValue(cell, value);
  const old = numberFormatOf(cell.userEnteredFormat);
  const keepsOld = old.type !== undefined && (format === undefined || isDateFormat(old) === isDateFormat(format));
  if (format === undefined || keepsOld) return written;
  return cellWith(written, { userEnteredFormat: { ...written.userEnteredFormat, numberFormat: { ...format } } });
}

const writtenCell = (cell: CellData, input: Json, option: InputOption, locale: string): CellData =>
  option === 'USER_ENTERED' && typeof input === 'string'
    ? typedInto(cell, input, locale)
    : withValue(cell, rawValue(input));

/** Writes rows of values with their top left corner at a cell. `null` leaves a cell alone. */
export function writeRows(change: Change, sheet: Sheet, rect: Rect, rows: Json[][], option: InputOption): Written {
  guard(change, sheet, rect);
  const { locale } = change.spreadsheet.properties;
  const grid = gridOf(sheet);
  const touched = { rows: new Set<number>(), columns: new Set<number>() };
  let cells = 0;
  rows.forEach((inputs, offset) => {
    const row = rect.top + offset;
    const values = cellsOf(grid, row, rect.left + inputs.length);
    inputs.forEach((input, index) => {
      if (input === null) return;
      const column = rect.left + index;
      values[column] = writtenCell(values[column] ?? EMPTY_CELL, input, option, locale);
      touched.rows.add(row);
      touched.columns.add(column);
      cells += 1;
    });
    putRow(grid, row, values);
  });
  return { sheet, rect, ...touched, cells };
}

export const widthOf = (rows: readonly (readonly Json[])[]): number => Math.max(0, ...rows.map((row) => row.length));

/** Makes room for what is to be written beyond the end of the grid. */
export function growGrid(spreadsheet: Spreadsheet, sheet: Sheet, rect: Rect): void {
  const grid = sheet.properties.gridProperties;
  grid.rowCount = Math.max(grid.rowCount, rect.bottom);
  grid.columnCount = Math.max(grid.columnCount, rect.right);
  assertCellLimit(spreadsheet);
}

/** The rectangle that rows fill from a corner on; rows that reach past the limit are refused. */
function fitted(name: string, { top, left }: Rect, limit: Rect, rows: Json[][]): Rect {
  const bottom = top + rows.length;
  const right = left + widthOf(rows);
  const within = `Requested writing within range [${name}], but tried writing to`;
  if (bottom > limit.bottom) throw invalidArgument(`${within} row [${limit.bottom + 1}]`);
  if (right > limit.right) throw invalidArgument(`${within} column [${columnName(limit.right)}]`);
  return { top, left, bottom, right };
}

/** Where an update goes: a single cell may grow to the end of the grid, a larger range is a limit. */
function targetOf(change: Change, text: string, rows: Json[][]): Located {
  const { sheet, range } = rangeFromA1(change.spreadsheet, text);
  const asked = rectIn(sheet, range);
  const isCell = asked.bottom - asked.top === 1 && asked.right - asked.left === 1;
  const limit = isCell ? wholeGrid(sheet) : asked;
  return { sheet, rect: fitted(text, asked, limit, rows) };
}

export function updateValues(change: Change, range: string, rows: Json[][], option: InputOption): Written {
  const { sheet, rect } = targetOf(change, range, rows);
  return writeRows(change, sheet, rect, rows, option);
}

/** The answer to one written range, with the values as read back when they were asked for. */
export function printWritten(change: Change, written: Written, response: ReadOptions | null): JsonObject {
  const { sheet, rect } = written;
  const shown = { ...rect, bottom: Math.max(rect.bottom, rect.top + 1), right: Math.max(rect.right, rect.left + 1) };
  const answer: JsonObject = {
    spreadsheetId: change.spreadsheet.spreadsheetId,
    updatedRange: printA1(sheet.properties.title, shown),
  };
  if (written.cells > 0) {
    answer.updatedRows = written.rows.size;
    answer.updatedColumns = written.columns.size;
    answer.updatedCells = written.cells;
  }
  if (response) answer.updatedData = readArea(change.spreadsheet, sheet, shown, response);
  return answer;
}

/** Writes into an area that was found by a filter: it is a limit, even when it is a single cell. */
export function updateArea(change: Change, area: Located, rows: Json[][], option: InputOption): Written {
  const { sheet, rect } = area;
  const name = printA1(sheet.properties.title, rect);
  return writeRows(change, sheet, fitted(name, rect, rect, rows), rows, option);
}

/** Empties the values of an area; formats, notes and validations stay. */
export function clearArea(change: Change, { sheet, rect }: Located): string {
  guard(change, sheet, rect);
  const grid = gridOf(sheet);
  const filled = { ...rect, bottom: Math.min(rect.bottom, grid.rowData.length) };
  editCells(grid, filled, (cell) => withValue(cell, undefined));
  return printA1(sheet.properties.title, rect);
}

export const clearValues = (change: Change, text: string): string =>
  clearArea(change, locateA1(change.spreadsheet, text));
