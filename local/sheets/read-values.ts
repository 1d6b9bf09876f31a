/** `spreadsheets.values` reading: ranges of values under the render options. */
import { printA1 } from './a1.ts';
import { type CellReader, cellReader } from './cell-reader.ts';
import { cellAt } from './cells.ts';
import { badRequest } from './google-error.ts';
import { gridOf, locateA1, type Rect } from './grid-range.ts';
import type { Json, JsonObject } from './json.ts';
import type { CellData, Dimension, ExtendedValue, Sheet, Spreadsheet } from './model.ts';
import { formattedValue, isDateFormat, numberFormatOf } from './render.ts';

export interface ReadOptions {
  readonly majorDimension: Dimension;
  readonly valueRenderOption: string;
  readonly dateTimeRenderOption: string;
}

const RENDER_OPTIONS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'];
const DATE_OPTIONS = ['SERIAL_NUMBER', 'FORMATTED_STRING'];

function oneOf(field: string, given: unknown, known: readonly string[]): string {
  if (given === undefined || given === null || given === '') return known[0] ?? '';
  if (typeof given === 'string' && known.includes(given)) return given;
  throw badRequest([{ field, description: `Invalid value at '${field}', ${JSON.stringify(given)}` }]);
}

export const majorDimensionOf = (given: unknown, field = 'major_dimension'): Dimension =>
  oneOf(field, given === 'DIMENSION_UNSPECIFIED' ? undefined : given, ['ROWS', 'COLUMNS']) as Dimension;

/** Options as they come from a query or a body; `given` reads one field. */
export const readOptions = (given: (field: string) => unknown): ReadOptions => ({
  majorDimension: majorDimensionOf(given('majorDimension')),
  valueRenderOption: oneOf('value_render_option', given('valueRenderOption'), RENDER_OPTIONS),
  dateTimeRenderOption: oneOf('date_time_render_option', given('dateTimeRenderOption'), DATE_OPTIONS),
});

function unformatted(value: ExtendedValue, cell: CellData, options: ReadOptions, locale: string): Json {
  const numberFormat = numberFormatOf(cell.userEnteredFormat);
  const asText = options.dateTimeRenderOption === 'FORMATTED_STRING' && isDateFormat(numberFormat);
  if (value.errorValue || asText) return formattedValue(value, numberFormat, locale);
  return value.numberValue ?? value.boolValue ?? value.stringValue ?? '';
}

function render(reader: CellReader, sheet: Sheet, cell: CellData, options: ReadOptions): Json {
  const entered = cell.userEnteredValue;
  if (entered === undefined) return '';
  if (options.valueRenderOption === 'FORMULA' && entered.formulaValue !== undefined) return entered.formulaValue;
  if (options.valueRenderOption === 'FORMATTED_VALUE') return reader.formatted(sheet, cell) ?? '';
  const value = reader.effective(sheet, cell);
  return value === undefined ? '' : unformatted(value, cell, options, reader.locale);
}

/** Drops trailing empty cells of each list and trailing empty lists. */
function trimmed(lists: Json[][]): Json[][] {
  for (const list of lists) while (list.at(-1) === '') list.pop();
  while (lists.at(-1)?.length === 0) lists.pop();
  return lists;
}

function valuesIn(spreadsheet: Spreadsheet, sheet: Sheet, rect: Rect, options: ReadOptions): Json[][] {
  const reader = cellReader(spreadsheet);
  const grid = gridOf(sheet);
  const at = (row: number, column: number): Json => render(reader, sheet, cellAt(grid, row, column), options);
  const lists: Json[][] = [];
  if (options.majorDimension === 'ROWS') {
    const bottom = Math.min(rect.bottom, grid.rowData.length);
    for (let row = rect.top; row < bottom; row += 1) {
      const right = Math.min(rect.right, grid.rowData[row]?.values?.length ?? 0);
      const list: Json[] = [];
      for (let column = rect.left; column < right; column += 1) list.push(at(row, column));
      lists.push(list);
    }
  } else {
    for (let column = rect.left; column < rect.right; column += 1) {
      const list: Json[] = [];
      for (let row = rect.top; row < Math.min(rect.bottom, grid.rowData.length); row += 1) list.push(at(row, column));
      lists.push(list);
    }
  }
  return trimmed(lists);
}

export function readArea(spreadsheet: Spreadsheet, sheet: Sheet, rect: Rect, options: ReadOptions): JsonObject {
  const range = printA1(sheet.properties.title, rect);
  const values = valuesIn(spreadsheet, sheet, rect, options);
  const answer: JsonObject = { range, majorDimension: options.majorDimension };
  if (values.length > 0) answer.values = values;
  return answer;
}

export function readValues(spreadsheet: Spreadsheet, range: string, options: ReadOptions): JsonObject {
  const { sheet, rect } = locateA1(spreadsheet, range);
  return readArea(spreadsheet, sheet, rect, options);
}
