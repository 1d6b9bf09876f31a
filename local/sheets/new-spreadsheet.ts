/** What a new spreadsheet and a new tab look like. */
import { randomInt } from 'node:crypto';
import { withColours } from './colours.ts';
import type { JsonObject } from './json.ts';
import type { GridData, GridProperties, Sheet, SheetProperties, Spreadsheet, SpreadsheetProperties } from './model.ts';
import { DEFAULT_FORMAT, DEFAULT_THEME } from './theme.ts';

const DEFAULT_ROWS = 1000;
const DEFAULT_COLUMNS = 26;
const LARGEST_ID = 2_147_483_647;

/** An id that is not in use yet. */
export function freshId(taken: ReadonlySet<number>): number {
  let id = 0;
  while (id === 0 || taken.has(id)) id = randomInt(1, LARGEST_ID);
  return id;
}

/** Google leaves out what is default: false, 0. Row and column count are always printed. */
function cleanGridProperties(grid: Partial<GridProperties> | undefined): GridProperties {
  const { rowCount, columnCount, ...rest } = grid ?? {};
  const set = Object.entries(rest).filter(([, value]) => value !== 0 && value !== false);
  return {
    rowCount: rowCount ?? DEFAULT_ROWS,
    columnCount: columnCount ?? DEFAULT_COLUMNS,
    ...Object.fromEntries(set),
  };
}

export function cleanSheetProperties(properties: SheetProperties): SheetProperties {
  const { sheetId, title, index, sheetType, gridProperties, ...rest } = properties;
  const set = Object.entries(withColours(rest as JsonObject)).filter(([, value]) => value !== false);
  return {
    sheetId,
    title,
    index,
    sheetType,
    gridProperties: cleanGridProperties(gridProperties),
    ...Object.fromEntries(set),
  };
}

const emptyGrid = (): GridData => ({ rowData: [], rowMetadata: [], columnMetadata: [] });

export const newSheet = (properties: SheetProperties): Sheet => ({
  properties: cleanSheetProperties(properties),
  data: [emptyGrid()],
});

export function newSpreadsheet(id: string, properties: Partial<SpreadsheetProperties> = {}): Spreadsheet {
  return {
    spreadsheetId: id,
    properties: {
      title: 'Untitled spreadsheet',
      locale: 'en_US',
      autoRecalc: 'ON_CHANGE',
      timeZone: 'Etc/GMT',
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: DEFAULT_THEME,
      ...properties,
    },
    sheets: [],
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  };
}
