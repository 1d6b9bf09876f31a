/** One tab of the open workbook as the compact grid that the review reads. */
import { type CellValue, placeKey, type Tab } from '../schemas/workbook.ts';
import { blockOf } from './block-of.ts';
import type { ScriptSheet } from './google.ts';
import type { SerialOf } from './serial-dates.ts';

/** Developer metadata that names a column; the functions' adapter reads the same key. */
const COLUMN_METADATA_KEY = 'col';
const WHITE = '#ffffff';

/** Only what tells a tab from another: enough for tabs that nobody judges. */
export function outlineTab(sheet: ScriptSheet): Tab {
  return {
    sheetId: sheet.getSheetId(),
    title: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    rowCount: sheet.getMaxRows(),
    columnCount: sheet.getMaxColumns(),
    values: [],
    notes: new Map(),
    fills: new Map(),
    merges: [],
    columnKeys: new Map(),
  };
}

/** What a rule of another tab may ask for: each further property of the cells is a call more. */
export function readTabValues(sheet: ScriptSheet, serialOf: SerialOf): Tab {
  const range = sheet.getDataRange();
  return {
    ...outlineTab(sheet),
    values: trimRows(range.getValues().map((row) => trimRow(row.map((value) => readValue(value, serialOf))))),
    merges: range.getMergedRanges().map(blockOf),
  };
}

/**
 * Values, notes and colours down to the last cell with a value, each in one call. A mark that was left below it is not
 * seen here; the night takes it off.
 */
export function readTab(sheet: ScriptSheet, serialOf: SerialOf): Tab {
  const range = sheet.getDataRange();
  return {
    ...readTabValues(sheet, serialOf),
    notes: sparse(range.getNotes(), (note) => note !== ''),
    fills: sparse(
      range.getBackgrounds().map((row) => row.map((colour) => colour.toLowerCase())),
      (colour) => colour !== WHITE,
    ),
  };
}

/** Column keys from developer metadata, by column number from 0. Many calls: for tabs with a header that nobody knows. */
export function readColumnKeys(sheet: ScriptSheet): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey(COLUMN_METADATA_KEY).find()) {
    const column = metadata.getLocation().getColumn();
    const key = metadata.getValue();
    if (column !== null && key !== null) keys.set(column.getColumn() - 1, key);
  }
  return keys;
}

/** A `Date` made in Apps Script's own realm is no `instanceof` ours, so it is known by its name. */
const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]' && !Number.isNaN((value as Date).getTime());

/** Errors come as their text (`#REF!`), like the API adapter's; a picture in a cell has no value. */
export function readValue(value: unknown, serialOf: SerialOf): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value === '' ? null : value;
  return isDate(value) ? serialOf(value) : null;
}

function trimRow(row: CellValue[]): CellValue[] {
  while (row.length > 0 && row[row.length - 1] === null) row.pop();
  return row;
}

function trimRows(rows: CellValue[][]): CellValue[][] {
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}

function sparse(rows: readonly (readonly string[])[], isThere: (text: string) => boolean): Map<number, string> {
  const cells = new Map<number, string>();
  rows.forEach((row, rowIndex) => {
    row.forEach((text, column) => {
      if (isThere(text)) cells.set(placeKey(rowIndex, column), text);
    });
  });
  return cells;
}
