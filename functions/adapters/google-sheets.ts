/** The workbooks in Google Sheets. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookChange } from '../../schemas/workbook.ts';
import type { Calls, Log, Sheets } from '../ports.ts';
import { partsOf, updateRequests } from './google-changes.ts';
import type { CallOptions, Google } from './google-client.ts';
import { stepRequests } from './google-template-steps.ts';
import { MEMORY_METADATA_KEY, toWorkbook, WORKBOOK_FIELDS } from './google-workbook.ts';
import { sheetsCall } from './sheets-call.ts';

export interface GoogleSheetsParts {
  readonly client: Google;
  readonly calls: Calls;
  readonly log: Log;
}

/** Row counts of the tabs of each workbook, as this adapter last saw them. */
type SeenRowCounts = Map<string, ReadonlyMap<number, number>>;

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
      const growth = await growRequests(workbookId, change, seen, parts);
      const [first = [], ...others] = partsOf(change.cells, MAX_REQUEST_BYTES).map(updateRequests);
      const batches = [
        [...growth, ...stepRequests(change.steps ?? []), ...memoryRequests(change), ...first],
        ...others,
      ].filter(({ length }) => length > 0);
      const options = change.once ? onceOnly(calls) : onWrite(calls);
      for (const requests of batches) await batchUpdate(client, workbookId, requests, options);
      if (batches.length === 0) return;
      calls.cellsWritten += change.cells.length;
      remember(seen, workbookId, change.rowCounts);
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

function remember(seen: SeenRowCounts, workbookId: string, grown: ReadonlyMap<number, number>): void {
  const known = new Map(seen.get(workbookId));
  for (const [sheetId, rowCount] of grown) known.set(sheetId, Math.max(rowCount, known.get(sheetId) ?? 0));
  if (seen.has(workbookId)) seen.set(workbookId, known);
}

/** Reading changes nothing, so it may always be tried again. */
const onRead = (calls: Calls): CallOptions => sheetsCall('read', calls, true);

/** Values of fixed cells and fixed sizes: applied twice, it gives the same workbook, blank rows at the end of a tab apart. */
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

/**
 * A size is set, not added to, so that a repeated request adds no rows twice. A tab that has the rows already is left
 * alone: setting a smaller number would delete people's rows.
 */
async function growRequests(
  workbookId: string,
  { rowCounts }: WorkbookChange,
  seen: SeenRowCounts,
  { client, calls }: GoogleSheetsParts,
): Promise<sheets_v4.Schema$Request[]> {
  if (rowCounts.size === 0) return [];
  const known = seen.get(workbookId) ?? (await readRowCounts(workbookId, client, calls));
  return [...rowCounts]
    .filter(([sheetId, rowCount]) => rowCount > (known.get(sheetId) ?? rowCount))
    .map(([sheetId, rowCount]) => ({
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { rowCount } },
        fields: 'gridProperties.rowCount',
      },
    }));
}

async function readRowCounts(workbookId: string, client: Google, calls: Calls): Promise<ReadonlyMap<number, number>> {
  const fields = 'sheets(properties(sheetId,gridProperties(rowCount)))';
  const { sheets = [] } = await getSpreadsheet(client, workbookId, fields, onRead(calls));
  return new Map(sheets.map(({ properties }) => [properties?.sheetId ?? 0, properties?.gridProperties?.rowCount ?? 0]));
}
