/** Google's answer with all cells, turned at once into the compact workbook, so that the answer's objects can go. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Block, type CellValue, placeKey, type Tab, type Workbook } from '../../schemas/workbook.ts';

/** Developer metadata that names a column: `col` = the column's key in its tab's schema. */
export const COLUMN_METADATA_KEY = 'col';

/** Developer metadata of the workbook itself: what the night keeps for the script. */
export const MEMORY_METADATA_KEY = 'review';

/** All that a {@link Workbook} is made of, and no more. */
export const WORKBOOK_FIELDS = [
  'properties(title,locale,timeZone)',
  'developerMetadata(metadataKey,metadataValue)',
  'sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount))',
  'merges',
  'data(startRow,startColumn,rowData(values(effectiveValue,note,userEnteredFormat(backgroundColor)))',
  'columnMetadata(developerMetadata(metadataKey,metadataValue))))',
].join(',');

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ErrorType */
const ERROR_TEXTS: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

export function toWorkbook(id: string, answer: sheets_v4.Schema$Spreadsheet): Workbook {
  const { properties, sheets, developerMetadata } = answer;
  const memory = developerMetadata?.find(({ metadataKey }) => metadataKey === MEMORY_METADATA_KEY)?.metadataValue;
  return {
    id,
    title: properties?.title ?? '',
    locale: properties?.locale ?? '',
    timeZone: properties?.timeZone ?? '',
    tabs: (sheets ?? []).map(toTab),
    ...(memory ? { memory } : {}),
  };
}

interface Cells {
  readonly values: CellValue[][];
  readonly notes: Map<number, string>;
  readonly fills: Map<number, string>;
  readonly columnKeys: Map<number, string>;
}

function toTab({ properties, merges, data }: sheets_v4.Schema$Sheet): Tab {
  const cells: Cells = { values: [], notes: new Map(), fills: new Map(), columnKeys: new Map() };
  for (const block of data ?? []) readBlock(block, cells);
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    hidden: properties?.hidden ?? false,
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
    values: trimRows(cells.values),
    notes: cells.notes,
    fills: cells.fills,
    merges: (merges ?? []).map(toBlock),
    columnKeys: cells.columnKeys,
  };
}

function readBlock(block: sheets_v4.Schema$GridData, cells: Cells): void {
  const startRow = block.startRow ?? 0;
  const startColumn = block.startColumn ?? 0;
  block.rowData?.forEach((row, index) => {
    const values = row.values;
    if (!values) return;
    cells.values[startRow + index] = readRow(values, startRow + index, startColumn, cells);
  });
  block.columnMetadata?.forEach(({ developerMetadata }, index) => {
    const key = developerMetadata?.find(({ metadataKey }) => metadataKey === COLUMN_METADATA_KEY)?.metadataValue;
    if (key) cells.columnKeys.set(startColumn + index, key);
  });
}

function readRow(row: sheets_v4.Schema$CellData[], rowIndex: number, startColumn: number, cells: Cells): CellValue[] {
  const values: CellValue[] = new Array(startColumn).fill(null);
  let filled = 0;
  for (const cell of row) {
    const value = toValue(cell.effectiveValue);
    values.push(value);
    if (value !== null) filled = values.length;
    const place = placeKey(rowIndex, values.length - 1);
    if (cell.note) cells.notes.set(place, cell.note);
    const fill = cell.userEnteredFormat?.backgroundColor;
    if (fill) cells.fills.set(place, toHex(fill));
  }
  values.length = filled;
  return values;
}

/** A formula's effective value is its result, so a formula reads like what people see. */
export function toValue(value: sheets_v4.Schema$ExtendedValue | null | undefined): CellValue {
  if (!value) return null;
  const { stringValue, numberValue, boolValue, errorValue } = value;
  if (errorValue) return ERROR_TEXTS[errorValue.type ?? ''] ?? '#ERROR!';
  return stringValue || (numberValue ?? boolValue ?? null);
}

/** Channels are 0 to 1, and those that are 0 are left out: black is `{}`. */
export function toHex({ red, green, blue }: sheets_v4.Schema$Color): string {
  const channels = [red, green, blue].map((channel) => Math.round((channel ?? 0) * 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** A start of 0 is left out; a limit is always there for a merge. */
function toBlock(range: sheets_v4.Schema$GridRange): Block {
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? 0,
  };
}

/** Rows without a value become `[]`, the last ones go. */
function trimRows(rows: CellValue[][]): CellValue[][] {
  const last = rows.findLastIndex((row) => row !== undefined && row.length > 0);
  return Array.from({ length: last + 1 }, (_, index) => rows[index] ?? []);
}
