/**
 * A range of Apps Script over the Sheets server's model.
 * https://developers.google.com/apps-script/reference/spreadsheet/range
 */
import type { ScriptRange } from '../../apps-script/google.ts';
import { cellReader } from '../sheets/cell-reader.ts';
import { cellAt } from '../sheets/cells.ts';
import { gridOf, overlaps, type Rect, rangeOf, rectIn, sheetById } from '../sheets/grid-range.ts';
import type { JsonObject } from '../sheets/json.ts';
import type { CellData, ExtendedValue, Sheet } from '../sheets/model.ts';
import { isDateFormat, numberFormatOf } from '../sheets/render.ts';
import { writeRows } from '../sheets/write-values.ts';
import { backgroundOf, colourOf } from './colour.ts';
import { dateOfSerial } from './serial.ts';
import type { ScriptWorld } from './world.ts';

/** 31 December 9999: a number beyond it, such as a phone number, is no date in a date cell either. An assumption. */
const LAST_DAY = 2_958_465;

/** Where Sheets shows a date, a script gets a `Date`. */
function scriptValue(value: ExtendedValue | undefined, cell: CellData, timeZone: string): unknown {
  if (value === undefined) return '';
  if (value.numberValue !== undefined) {
    const isDate = isDateFormat(numberFormatOf(cell.userEnteredFormat)) && Math.abs(value.numberValue) <= LAST_DAY;
    return isDate ? dateOfSerial(value.numberValue, timeZone) : value.numberValue;
  }
  if (value.boolValue !== undefined) return value.boolValue;
  return value.errorValue ? (ERROR_TEXTS[value.errorValue.type] ?? '#ERROR!') : (value.stringValue ?? '');
}

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

/** Every cell of a rectangle, row by row. */
function cellsIn<T>(sheet: Sheet, { top, bottom, left, right }: Rect, of: (cell: CellData) => T): T[][] {
  const grid = gridOf(sheet);
  return Array.from({ length: bottom - top }, (_, row) =>
    Array.from({ length: right - left }, (_, column) => of(cellAt(grid, top + row, left + column))),
  );
}

/** A place of a tab: what stands there is looked up anew with each call. */
export function makeRange(world: ScriptWorld, sheetId: number, rect: Rect): ScriptRange {
  const { top, left } = rect;
  const [rows, columns] = [rect.bottom - top, rect.right - left];
  const sheetNow = (): Sheet => sheetById(world.session().spreadsheet, sheetId);
  const cells = <T>(of: (cell: CellData) => T): T[][] => cellsIn(sheetNow(), rect, of);
  const applyCells = (fields: string, cellOf: (row: number, column: number) => JsonObject): void => {
    const rowData = Array.from({ length: rows }, (_, row) => ({
      values: Array.from({ length: columns }, (_, column) => cellOf(row, column)),
    }));
    const start = { sheetId, rowIndex: top, columnIndex: left };
    world.session().apply([{ updateCells: { start, rows: rowData, fields } }]);
  };
  return {
    getRow: () => top + 1,
    getColumn: () => left + 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => world.sheet(sheetId),
    getValues: () => {
      const { spreadsheet } = world.session();
      const [sheet, reader] = [sheetNow(), cellReader(spreadsheet)];
      return cells((cell) => scriptValue(reader.effective(sheet, cell), cell, spreadsheet.properties.timeZone));
    },
    getNotes: () => cells(({ note }) => note ?? ''),
    getBackgrounds: () => cells(backgroundOf),
    getMergedRanges: () => {
      const sheet = sheetNow();
      return (sheet.merges ?? [])
        .map((merge) => rectIn(sheet, merge))
        .filter((merge) => overlaps(merge, rect))
        .map((merge) => makeRange(world, sheetId, merge));
    },
    setValues: (given) => {
      if (given.length !== rows || given.some((row) => row.length !== columns)) {
        throw new Error(`The data has ${given.length} rows, and the range has ${rows} × ${columns} cells.`);
      }
      const values = given.map((row) => [...row]);
      const sheet = sheetNow();
      world.session().write((change) => void writeRows(change, sheet, rect, values, 'USER_ENTERED'));
    },
    setNotes: (notes) => applyCells('note', (row, column) => ({ note: notes[row]?.[column] ?? '' })),
    setBackground: (colour) => {
      const format = colour === null ? {} : { userEnteredFormat: { backgroundColor: colourOf(colour) } };
      applyCells('userEnteredFormat.backgroundColor', () => format);
    },
    setNumberFormat: (pattern) => {
      const numberFormat = { type: /[dmyh]/i.test(pattern) ? 'DATE' : pattern === '@' ? 'TEXT' : 'NUMBER', pattern };
      applyCells('userEnteredFormat.numberFormat', () => ({ userEnteredFormat: { numberFormat } }));
    },
    activate: () => world.activate({ sheetId, range: rangeOf(sheetNow(), rect) }),
  };
}
