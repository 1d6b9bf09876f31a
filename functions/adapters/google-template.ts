/** Makes workbooks in Google Sheets, looks at their shape, and changes it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookState } from '../../schemas/template.ts';
import { AppError } from '../errors.ts';
import type { Calls, Templates } from '../ports.ts';
import type { Google } from './google-client.ts';
import { CELL_FIELDS, STRUCTURE_FIELDS, TAB_METADATA_KEY, toTabState } from './google-template-state.ts';
import { stepRequests } from './google-template-steps.ts';
import { sheetsCall } from './sheets-call.ts';

export interface GoogleTemplateParts {
  readonly client: Google;
  readonly calls: Calls;
}

type Sheet = sheets_v4.Schema$Sheet;
type RowsOf = Parameters<Templates['inspect']>[1];

export function googleTemplates({ client, calls }: GoogleTemplateParts): Templates {
  const reading = sheetsCall('read', calls, true);
  /** Tabs, protections and metadata are added, so a write whose fate is unknown must not be sent again. */
  const writing = sheetsCall('write', calls, false);
  const get = async (params: sheets_v4.Params$Resource$Spreadsheets$Get) => {
    const { spreadsheets } = await client.sheets();
    return client.call((attempt) => spreadsheets.get({ ...params, prettyPrint: false }, attempt), reading);
  };
  return {
    async create(title, firstTab, locale, timeZone) {
      const { spreadsheets } = await client.sheets();
      const requestBody = { properties: { title, locale, timeZone }, sheets: [{ properties: { title: firstTab } }] };
      const params = { requestBody, fields: 'spreadsheetId' };
      const { spreadsheetId } = await client.call((attempt) => spreadsheets.create(params, attempt), writing);
      if (!spreadsheetId) throw new AppError('internal', 'Google made a workbook without an id');
      return spreadsheetId;
    },
    async inspect(workbookId, rowsOf) {
      const structure = await get({ spreadsheetId: workbookId, fields: STRUCTURE_FIELDS });
      const ranges = (structure.sheets ?? []).flatMap((sheet) => wantedRange(sheet, rowsOf));
      const cells = ranges.length === 0 ? {} : await get({ spreadsheetId: workbookId, ranges, fields: CELL_FIELDS });
      return toState(structure, cells.sheets ?? []);
    },
    async apply(workbookId, steps) {
      const requests = stepRequests(steps);
      if (requests.length === 0) return;
      const { spreadsheets } = await client.sheets();
      const params = { spreadsheetId: workbookId, requestBody: { requests }, fields: 'spreadsheetId' };
      await client.call((attempt) => spreadsheets.batchUpdate(params, attempt), writing);
    },
  };
}

/** `'Tổ'!1:12`; in a quoted title a quote is doubled. No row beyond the last one may be asked for. */
function wantedRange({ properties, developerMetadata }: Sheet, rowsOf: RowsOf): string[] {
  const title = properties?.title ?? '';
  const key = developerMetadata?.find(({ metadataKey }) => metadataKey === TAB_METADATA_KEY)?.metadataValue ?? null;
  const rows = Math.min(rowsOf({ title, key }), properties?.gridProperties?.rowCount ?? 0);
  return rows === 0 ? [] : [`'${title.replaceAll("'", "''")}'!1:${rows}`];
}

function toState(structure: sheets_v4.Schema$Spreadsheet, cells: readonly Sheet[]): WorkbookState {
  const data = new Map(cells.map((sheet) => [sheet.properties?.sheetId ?? 0, sheet.data ?? []]));
  return {
    locale: structure.properties?.locale ?? '',
    timeZone: structure.properties?.timeZone ?? '',
    tabs: (structure.sheets ?? []).map((sheet) => toTabState(sheet, data.get(sheet.properties?.sheetId ?? 0) ?? [])),
  };
}
