/** `spreadsheets.create`: a workbook of what was asked for. */
import { assertCellLimit } from './cell-limit.ts';
import { putRow } from './cells.ts';
import { withColours } from './colours.ts';
import { newFileId } from './file-ids.ts';
import { invalidArgument, notImplemented } from './google-error.ts';
import { isObject, type JsonObject } from './json.ts';
import type { DriveFile, RowData, Sheet, SheetProperties, Spreadsheet, SpreadsheetProperties } from './model.ts';
import { newSpreadsheet } from './new-spreadsheet.ts';
import { normalCell } from './requests/cells.ts';
import { assertValidProperties } from './requests/spreadsheet-properties.ts';
import { addTab } from './requests/tabs.ts';

interface AskedSheet {
  properties?: Partial<SheetProperties>;
  data?: { startRow?: number; startColumn?: number; rowData?: RowData[] }[];
}

const KNOWN_SHEET_FIELDS = ['properties', 'data'];

function fill(sheet: Sheet, { startRow = 0, startColumn = 0, rowData = [] }: NonNullable<AskedSheet['data']>[number]) {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  for (const [offset, { values = [] }] of rowData.entries()) {
    if (startRow + offset >= rowCount || startColumn + values.length > columnCount) {
      throw invalidArgument(`Attempting to write beyond the grid of sheet '${sheet.properties.title}'.`);
    }
    const cells = values.map((cell) => normalCell(cell as JsonObject));
    putRow(sheet.data[0], startRow + offset, [...Array.from({ length: startColumn }, () => ({})), ...cells]);
  }
}

function addAskedSheet(spreadsheet: Spreadsheet, asked: JsonObject): void {
  const unknown = Object.keys(asked).find((field) => !KNOWN_SHEET_FIELDS.includes(field));
  if (unknown) throw notImplemented(`spreadsheets.create with sheets.${unknown}`);
  const { properties = {}, data = [] } = asked as AskedSheet;
  // The first tab of a new spreadsheet has id 0 and is called Sheet1 unless the request says otherwise.
  const isFirst = spreadsheet.sheets.length === 0;
  const sheet = addTab(spreadsheet, {
    ...(isFirst && properties.sheetId === undefined && { sheetId: 0 }),
    ...properties,
  });
  for (const area of data) fill(sheet, area);
}

export function spreadsheetFrom(body: JsonObject): Spreadsheet {
  const properties = withColours(isObject(body.properties) ? body.properties : {});
  assertValidProperties(properties as Partial<SpreadsheetProperties>);
  const spreadsheet = newSpreadsheet(newFileId(), properties as Partial<SpreadsheetProperties>);
  const asked = Array.isArray(body.sheets) && body.sheets.length > 0 ? body.sheets : [{}];
  for (const sheet of asked) addAskedSheet(spreadsheet, isObject(sheet) ? sheet : {});
  assertCellLimit(spreadsheet);
  return spreadsheet;
}

export const newDriveFile = (id: string, name: string, owner: string, at: string): DriveFile => ({
  id,
  name,
  owner,
  permissions: [],
  createdTime: at,
  modifiedTime: at,
  trashed: false,
  version: 1,
});
