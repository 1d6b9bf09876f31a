/**
 * A range of Apps Script over the Sheets server's model.
 * https://developers.google.com/apps-script/reference/spreadsheet/range
 */
import type { ScriptRange } from '../../apps-script/google.ts';
import { type CellReader, cellReader } from '../sheets/cell-reader.ts';
import { cellAt } from '../sheets/cells.ts';
import { gridOf, overlaps, type Rect, rangeOf, rectIn } from '../sheets/grid-range.ts';
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

export function makeRange(world: ScriptWorld, sheet: Sheet, rect: Rect): ScriptRange {
  const { session } = world;
  const { top, left } = rect;
  const [rows, columns] = [rect.bottom - top, rect.right - left];
  const values = (reader: CellReader) =>
    cellsIn(sheet, rect, (cell) =>
      scriptValue(reader.effective(sheet, cell), cell, session.spreadsheet.properties.timeZone),
    );
  const applyCells = (fields: string, cellOf: (row: number, column: number) => JsonObject): void => {
    const rowData = Array.from({ length: rows }, (_, row) => ({
      values: Array.from({ length: columns }, (_, column) => cellOf(row, column)),
    }));
    const start = { sheetId: sheet.properties.sheetId, rowIndex: top, columnIndex: left };
    session.apply([{ updateCells: { start, rows: rowData, fields } }]);
  };
  return {
    getRow: () => top + 1,
    getColumn: () => left + 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => world.sheet(sheet),
    getValues: () => values(cellReader(session.spreadsheet)),
    getNotes: () => cellsIn(sheet, rect, ({ note }) => note ?? ''),
    getBackgrounds: () => cellsIn(sheet, rect, backgroundOf),
    getMergedRanges: () =>
      (sheet.merges ?? [])
        .map((merge) => rectIn(sheet, merge))
        .filter((merge) => overlaps(merge, rect))
        .map((merge) => makeRange(world, sheet, merge)),
    setValues: (given) => {
      if (given.length !== rows || given.some((row) => row.length !== columns)) {
        throw new Error(`The data has ${given.length} rows, and the range has ${rows} × ${columns} cells.`);
      }
      session.write(
        (change) =>
          void writeRows(
            change,
            sheet,
            rect,
            given.map((row) => [...row]),
            'USER_ENTERED',
          ),
      );
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
    activate: () => world.activate({ sheetId: sheet.properties.sheetId, range: rangeOf(sheet, rect) }),
  };
}
