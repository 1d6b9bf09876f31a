/** A workbook of the tests as the Sheets server keeps it, and what becomes of its cells. */
import type { CellData, ProtectedRange, Sheet, Workbook as Stored } from '../../../local/sheets/model.ts';
import { newSheet, newSpreadsheet } from '../../../local/sheets/new-spreadsheet.ts';
import type { Sheet as SheetSchema } from '../../../schemas/sheet.ts';
import { SHEETS } from '../../../schemas/tabs.ts';
import { type CellValue, placeKey, type Tab, type Workbook } from '../../../schemas/workbook.ts';
import { columnIndex } from '../../support/workbooks.ts';

export const OWNER = 'owner@so.local';
export const STAFF = 'can-bo@huyen.local';

export interface ModelOptions {
  /** Developer metadata `unit` of the workbook. */
  readonly unitId?: string | null;
  readonly protections?: readonly (Omit<ProtectedRange, 'protectedRangeId'> & { readonly sheetId: number })[];
  /** Tabs that are one big chart. */
  readonly charts?: readonly number[];
}

const AT = '2022-08-25T02:00:00.000Z';

/** Staff may write it; protections name who else may. */
export function modelOf(workbook: Workbook, { unitId, protections = [], charts = [] }: ModelOptions = {}): Stored {
  const { id, title, locale, timeZone, tabs } = workbook;
  const spreadsheet = newSpreadsheet(id, { title, locale, timeZone });
  spreadsheet.sheets = tabs.map((tab, index) => {
    const sheet = sheetOf(tab, index, charts.includes(tab.sheetId) ? 'OBJECT' : 'GRID');
    const own = protections.filter(({ sheetId }) => sheetId === tab.sheetId);
    sheet.protectedRanges = own.map(({ sheetId, ...protection }, at) => ({
      protectedRangeId: sheetId * 100 + at,
      ...protection,
      range: { sheetId, ...protection.range },
    }));
    return sheet;
  });
  if (unitId) spreadsheet.developerMetadata = [{ metadataId: 1, metadataKey: 'unit', metadataValue: unitId }];
  const permissions: Stored['file']['permissions'] = [
    { id: 'staff', type: 'user', role: 'writer', emailAddress: STAFF },
  ];
  const file = { id, name: title, owner: OWNER, permissions, createdTime: AT, modifiedTime: AT };
  return { file: { ...file, trashed: false, version: 1 }, spreadsheet };
}

function sheetOf(tab: Tab, index: number, sheetType: string): Sheet {
  const { sheetId, title, rowCount, columnCount, hidden } = tab;
  const sheet = newSheet({ sheetId, title, index, sheetType, hidden, gridProperties: { rowCount, columnCount } });
  const [grid] = sheet.data;
  const marked = [...tab.notes.keys(), ...tab.fills.keys()].map((place) => Math.floor(place / placeKey(1, 0)) + 1);
  const width = Math.max(1, ...tab.values.map((row) => row.length), ...(marked.length > 0 ? [columnCount] : []));
  grid.rowData = Array.from({ length: Math.max(tab.values.length, ...marked) }, (_, row) => ({
    values: Array.from({ length: width }, (_, column) => cellOf(tab, row, column)),
  }));
  grid.columnMetadata = Array.from({ length: columnCount }, (_, column) => {
    const metadataValue = tab.columnKeys.get(column);
    if (metadataValue === undefined) return {};
    return { developerMetadata: [{ metadataId: column + 1, metadataKey: 'col', metadataValue }] };
  });
  sheet.merges = tab.merges.map(({ startRow, endRow, startColumn, endColumn }) => ({
    sheetId,
    startRowIndex: startRow,
    endRowIndex: endRow,
    startColumnIndex: startColumn,
    endColumnIndex: endColumn,
  }));
  return sheet;
}

function cellOf(tab: Tab, row: number, column: number): CellData {
  const value = tab.values[row]?.[column] ?? null;
  const [note, fill] = [tab.notes.get(placeKey(row, column)), tab.fills.get(placeKey(row, column))];
  const format = { ...(fill && { backgroundColor: colourOf(fill) }), ...(isDay(tab, column, value) && DAY) };
  return {
    ...(value !== null && { userEnteredValue: enteredOf(value) }),
    ...(note && { note }),
    ...(Object.keys(format).length > 0 && { userEnteredFormat: format }),
  };
}

const DAY = { numberFormat: { type: 'DATE', pattern: 'dd/MM/yyyy' } };

function enteredOf(value: string | number | boolean) {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

/** Provisioning formats the date columns of the lists as dates. */
function isDay({ title }: Tab, column: number, value: CellValue): boolean {
  const sheet = (Object.values(SHEETS) as SheetSchema[]).find((one) => title.startsWith(one.title));
  if (typeof value !== 'number' || !sheet) return false;
  return Object.entries(sheet.columns).some(
    ([key, { cell }]) => cell.kind === 'date' && columnIndex(sheet, key) === column,
  );
}

function colourOf(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  return { red, green, blue };
}

/** One property of one cell, as a text; empty for nothing. */
export interface Touch {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly property: 'value' | 'note' | 'fill';
  readonly text: string;
}

/** What a cell says, as a text. */
export const textOf = ({ userEnteredValue }: CellData): string =>
  String(Object.values(userEnteredValue ?? {})[0] ?? '');

function fillOf({ userEnteredFormat }: CellData): string {
  const colour = userEnteredFormat?.backgroundColor as { red?: number; green?: number; blue?: number } | undefined;
  if (colour === undefined) return '';
  const channels = [colour.red, colour.green, colour.blue].map((channel = 0) => Math.round(channel * 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Everything that a mark can change, by its name; what is empty is left out. */
function contentOf({ spreadsheet }: Stored): ReadonlyMap<string, Touch> {
  const touches = spreadsheet.sheets.flatMap(({ properties: { sheetId }, data: [{ rowData }] }) =>
    rowData.flatMap(({ values = [] }, row) =>
      values.flatMap((cell, column): Touch[] => [
        { sheetId, row, column, property: 'value', text: textOf(cell) },
        { sheetId, row, column, property: 'note', text: cell.note ?? '' },
        { sheetId, row, column, property: 'fill', text: fillOf(cell) },
      ]),
    ),
  );
  return new Map(touches.filter(({ text }) => text !== '').map((touch) => [nameOf(touch), touch]));
}

export const nameOf = ({ sheetId, row, column, property }: Omit<Touch, 'text'>): string =>
  `${sheetId} ${row},${column} ${property}`;

/** One touch for each property of a cell that is other than before. */
export function touchesBetween(before: Stored, after: Stored): readonly Touch[] {
  const [old, now] = [contentOf(before), contentOf(after)];
  const gone = [...old].flatMap(([name, touch]) => (now.has(name) ? [] : [{ ...touch, text: '' }]));
  const changed = [...now].flatMap(([name, touch]) => (old.get(name)?.text === touch.text ? [] : [touch]));
  return [...gone, ...changed];
}
