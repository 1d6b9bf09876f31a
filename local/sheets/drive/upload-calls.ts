/** Uploads into a spreadsheet: a CSV text takes the place of everything that was in it. */
import { type Answer, type Call, changeWorkbook } from '../call.ts';
import { parseCsv } from '../csv.ts';
import { badRequest, notImplemented } from '../google-error.ts';
import type { Spreadsheet } from '../model.ts';
import type { Caller } from '../permissions.ts';
import { addTab } from '../requests/tabs.ts';
import { widthOf, writeRows } from '../write-values.ts';
import { printedFile, visibleFile } from './drive-calls.ts';
import { SPREADSHEET_TYPE } from './drive-file.ts';

const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 26;
/** An imported spreadsheet forgets its time zone and takes this one, whoever imports it. */
const TIME_ZONE_OF_IMPORTS = 'America/Los_Angeles';

function linesOf(text: string): string[][] {
  try {
    return parseCsv(text);
  } catch (error) {
    throw badRequest([{ description: error instanceof Error ? error.message : 'unreadable' }]);
  }
}

/** One tab, called like the file; every field is read as if a person had typed it. */
function replaceContent(spreadsheet: Spreadsheet, caller: Caller, lines: string[][]): void {
  const { title } = spreadsheet.properties;
  spreadsheet.sheets = [];
  delete spreadsheet.namedRanges;
  delete spreadsheet.developerMetadata;
  spreadsheet.properties.timeZone = TIME_ZONE_OF_IMPORTS;
  const rowCount = Math.max(LEAST_ROWS, lines.length);
  const columnCount = Math.max(LEAST_COLUMNS, widthOf(lines));
  const sheet = addTab(spreadsheet, { title, gridProperties: { rowCount, columnCount } });
  const rect = { top: 0, left: 0, bottom: lines.length, right: widthOf(lines) };
  writeRows({ spreadsheet, caller }, sheet, rect, lines, 'USER_ENTERED');
}

async function importCsv(call: Call, id: string): Promise<void> {
  visibleFile(call, id);
  const { type, text } = call.content ?? { type: '', text: '' };
  const uploadType = call.query.get('uploadType');
  if (uploadType !== 'media') throw notImplemented(`Drive upload of uploadType '${uploadType}'`);
  if (!/^text\/csv\b/i.test(type)) throw notImplemented(`Drive upload of '${type}'`);
  const lines = linesOf(text);
  await changeWorkbook(call, id, ({ spreadsheet }, caller) => replaceContent(spreadsheet, caller, lines));
}

export async function uploadContent(call: Call, id: string): Promise<Answer> {
  await importCsv(call, id);
  return printedFile(call, id);
}

/** Version 2 of Drive calls the name a title. */
export async function uploadContentV2(call: Call, id: string): Promise<Answer> {
  await importCsv(call, id);
  const { name } = call.store.fileOf(id);
  return { kind: 'drive#file', id, title: name, mimeType: SPREADSHEET_TYPE };
}
