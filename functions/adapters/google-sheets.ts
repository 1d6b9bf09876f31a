/** The workbooks in Google Sheets. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookChange } from '../../schemas/workbook.ts';
import type { Calls, Log, Sheets } from '../ports.ts';
import { partsOf, updateRequests } from './google-changes.ts';
import type { CallOptions, Google } from './google-client.ts';
import { grown, growRequests, grows, type RowCounts } from './google-growth.ts';
import { MEMORY_METADATA_KEY, toWorkbook, WORKBOOK_FIELDS } from './google-workbook.ts';
import { sheetsCall } from './sheets-call.ts';

export interface GoogleSheetsParts {
  readonly client: Google;
  readonly calls: Calls;
  readonly log: Log;
}

/** Row counts of the tabs of each workbook, as this adapter last saw them. */
type SeenRowCounts = Map<string, RowCounts>;

/** Google indents its answers unless told otherwise, which doubles what is sent. */
const COMPACT = { prettyPrint: false } as const;

/**
 * Google refuses a request above 10 MB. Thousands of rows that are all wrong come near it; then the change is sent in
 * parts, since a change that never arrives is worse than one that arrives in two steps.
 */
const MAX_REQUEST_BYTES = 8_000_000;

export function googleSheets(parts: GoogleSheetsParts): Sheets {
  const seen: SeenRowCounts = new Map();
  const { client, calls } = parts;
  return {
    async read(workbookId) {
      const answer = await getSpreadsheet(client, workbookId, WORKBOOK_FIELDS, onRead(calls));
      const workbook = toWorkbook(workbookId, answer);
      seen.set(workbookId, new Map(workbook.tabs.map(({ sheetId, rowCount }) => [sheetId, rowCount])));
      return workbook;
    },
    async write(workbookId, change) {
      const growth = grows(change)
        ? growRequests(change, seen.get(workbookId) ?? (await readRowCounts(workbookId, client, calls)))
        : [];
      const [first = [], ...others] = partsOf(change.cells, MAX_REQUEST_BYTES).map(updateRequests);
      const batches = [[...growth, ...memoryRequests(change), ...first], ...others].filter(({ length }) => length > 0);
      const options = change.once ? onceOnly(calls) : onWrite(calls);
      for (const requests of batches) await batchUpdate(client, workbookId, requests, options);
      if (batches.length === 0) return;
      calls.cellsWritten += change.cells.length;
      if (seen.has(workbookId)) seen.set(workbookId, grown(change, seen.get(workbookId)));
      parts.log('INFO', 'workbook written', { workbookId, cells: change.cells.length, requests: batches.length });
    },
  };
}

/**
 * Taken away and set anew, whatever there was: sent twice, it gives the same. DOCUMENT, for the script is of no Cloud project
 * of ours. https://developers.google.com/workspace/sheets/api/guides/metadata
 */
function memoryRequests({ memory }: WorkbookChange): sheets_v4.Schema$Request[] {
  if (memory === undefined) return [];
  const place = { metadataKey: MEMORY_METADATA_KEY, visibility: 'DOCUMENT' } as const;
  return [
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { ...place, locationType: 'SPREADSHEET' } } } },
    {
      createDeveloperMetadata: {
        developerMetadata: { ...place, metadataValue: memory, location: { spreadsheet: true } },
      },
    },
  ];
}

/** Reading changes nothing, so it may always be tried again. */
const onRead = (calls: Calls): CallOptions => sheetsCall('read', calls, true);

/** Values of fixed cells, never an append: applied twice, it gives the same workbook, blank rows at the end apart. */
const onWrite = (calls: Calls): CallOptions => sheetsCall('write', calls, true);

/** A doubtful failure is thrown: whoever wrote looks again before a second try. */
const onceOnly = (calls: Calls): CallOptions => sheetsCall('write', calls, false);

async function getSpreadsheet(
  client: Google,
  spreadsheetId: string,
  fields: string,
  options: CallOptions,
): Promise<sheets_v4.Schema$Spreadsheet> {
  const { spreadsheets } = await client.sheets();
  return client.call((attempt) => spreadsheets.get({ spreadsheetId, fields, ...COMPACT }, attempt), options);
}

async function batchUpdate(
  client: Google,
  spreadsheetId: string,
  requests: sheets_v4.Schema$Request[],
  options: CallOptions,
): Promise<void> {
  const { spreadsheets } = await client.sheets();
  const params = { spreadsheetId, requestBody: { requests }, fields: 'spreadsheetId', ...COMPACT };
  await client.call((attempt) => spreadsheets.batchUpdate(params, attempt), options);
}

async function readRowCounts(workbookId: string, client: Google, calls: Calls): Promise<RowCounts> {
  const fields = 'sheets(properties(sheetId,gridProperties(rowCount)))';
  const { sheets = [] } = await getSpreadsheet(client, workbookId, fields, onRead(calls));
  return new Map(sheets.map(({ properties }) => [properties?.sheetId ?? 0, properties?.gridProperties?.rowCount ?? 0]));
}
