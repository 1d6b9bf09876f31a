/** The calls of the Sheets API v4, each on a parsed request. */
import { appendValues } from './append-values.ts';
import { applyBatch } from './batch-update.ts';
import { type Answer, type Call, changeWorkbook, readWorkbook } from './call.ts';
import type { Change } from './change.ts';
import { newDriveFile, spreadsheetFrom } from './create-spreadsheet.ts';
import { allMetadata, type DataFilter, printMetadata, searchMetadata } from './developer-metadata.ts';
import { parseFieldMask, project } from './field-mask.ts';
import { GoogleError, invalidArgument, notFound } from './google-error.ts';
import { sheetById } from './grid-range.ts';
import type { Json, JsonObject } from './json.ts';
import type { Workbook } from './model.ts';
import { freshId } from './new-spreadsheet.ts';
import type { Caller } from './permissions.ts';
import { type ReadOptions, readOptions, readValues } from './read-values.ts';
import { copyOfSheet, renumber } from './requests/tabs.ts';
import { printSpreadsheet } from './spreadsheet-view.ts';
import { clearValues, inputOptionOf, printWritten, rowsOf, updateValues, type Written } from './write-values.ts';

const isTrue = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
const fromQuery =
  ({ query }: Call) =>
  (field: string) =>
    query.get(field) ?? undefined;
const maskOf = ({ query }: Call) => parseFieldMask(query.get('fields') || '*');
const changeOf = ({ spreadsheet }: Workbook, caller: Caller): Change => ({ spreadsheet, caller });
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** The part of an answer that `fields` asks for. */
const masked = (call: Call, answer: JsonObject): Json => project(answer, maskOf(call));

export async function createSpreadsheet(call: Call): Promise<Answer> {
  const spreadsheet = spreadsheetFrom(call.body);
  const { spreadsheetId: id, properties } = spreadsheet;
  const { email } = call.identity;
  await call.store.add({ file: newDriveFile(id, properties.title, email, call.at), spreadsheet });
  const caller = { email, role: 'owner', fileOwner: email } as const;
  return printSpreadsheet(spreadsheet, { caller, mask: maskOf(call), ranges: [], includeGridData: false });
}

export async function getSpreadsheet(call: Call, id: string): Promise<Answer> {
  const { workbook, caller } = await readWorkbook(call, id);
  return printSpreadsheet(workbook.spreadsheet, {
    caller,
    mask: maskOf(call),
    ranges: call.query.getAll('ranges'),
    includeGridData: isTrue(call.query.get('includeGridData')),
  });
}

export async function getByDataFilter(call: Call, id: string): Promise<Answer> {
  const { workbook, caller } = await readWorkbook(call, id);
  const filters = (call.body.dataFilters ?? []) as DataFilter[];
  const ranges = filters.map(({ a1Range }) => {
    if (a1Range === undefined) throw new GoogleError(501, 'Data filters other than a1Range are not implemented here.');
    return a1Range;
  });
  const includeGridData = isTrue(call.body.includeGridData);
  return printSpreadsheet(workbook.spreadsheet, { caller, mask: maskOf(call), ranges, includeGridData });
}

export async function batchUpdate(call: Call, id: string): Promise<Answer> {
  const { requests, includeSpreadsheetInResponse, responseRanges, responseIncludeGridData } = call.body;
  const answer = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    const replies = applyBatch(change, requests);
    const made: JsonObject = { spreadsheetId: id, replies };
    if (isTrue(includeSpreadsheetInResponse)) {
      const includeGridData = isTrue(responseIncludeGridData);
      const ranges = texts(responseRanges);
      made.updatedSpreadsheet = printSpreadsheet(change.spreadsheet, { caller, mask: true, ranges, includeGridData });
    }
    return made;
  });
  return masked(call, answer);
}

export async function getValues(call: Call, id: string, range: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  return masked(call, readValues(workbook.spreadsheet, range, readOptions(fromQuery(call))));
}

export async function batchGetValues(call: Call, id: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  const options = readOptions(fromQuery(call));
  const valueRanges = call.query.getAll('ranges').map((range) => readValues(workbook.spreadsheet, range, options));
  return masked(call, { spreadsheetId: id, ...(valueRanges.length > 0 && { valueRanges }) });
}

/** How written values are given back, or null when they are not asked for. */
function responseOptions(given: (field: string) => unknown): ReadOptions | null {
  if (!isTrue(given('includeValuesInResponse'))) return null;
  return readOptions(
    (field) =>
      ({
        valueRenderOption: given('responseValueRenderOption'),
        dateTimeRenderOption: given('responseDateTimeRenderOption'),
      })[field],
  );
}

export async function updateRange(call: Call, id: string, range: string): Promise<Answer> {
  const rows = rowsOf(call.body, 'data');
  const option = inputOptionOf(call.query.get('valueInputOption'));
  const response = responseOptions(fromQuery(call));
  const answer = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    return printWritten(change, updateValues(change, range, rows, option), response);
  });
  return masked(call, answer);
}

export async function appendRange(call: Call, id: string, range: string): Promise<Answer> {
  const rows = rowsOf(call.body, 'data');
  const options = {
    input: inputOptionOf(call.query.get('valueInputOption')),
    insertsRows: call.query.get('insertDataOption') === 'INSERT_ROWS',
    response: responseOptions(fromQuery(call)),
  };
  const answer = await changeWorkbook(call, id, (workbook, caller) =>
    appendValues(changeOf(workbook, caller), range, rows, options),
  );
  return masked(call, answer);
}

export async function clearRange(call: Call, id: string, range: string): Promise<Answer> {
  const clearedRange = await changeWorkbook(call, id, (workbook, caller) =>
    clearValues(changeOf(workbook, caller), range),
  );
  return masked(call, { spreadsheetId: id, clearedRange });
}

/** Refusals inside a list name the entry. */
function inEntry<Result>(name: string, index: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400 && error.details.length === 0) {
      throw invalidArgument(`Invalid ${name}[${index}]: ${error.message}`);
    }
    throw error;
  }
}

export async function batchClearValues(call: Call, id: string): Promise<Answer> {
  const clearedRanges = await changeWorkbook(call, id, (workbook, caller) =>
    texts(call.body.ranges).map((range, index) =>
      inEntry('ranges', index, () => clearValues(changeOf(workbook, caller), range)),
    ),
  );
  return masked(call, { spreadsheetId: id, ...(clearedRanges.length > 0 && { clearedRanges }) });
}

/** A row, column or tab that was written twice counts once. */
function totals(all: readonly Written[]): JsonObject {
  const inTab = (written: Written, indexes: ReadonlySet<number>): string[] =>
    [...indexes].map((index) => `${written.sheet.properties.sheetId} ${index}`);
  const sheets = new Set(all.filter(({ cells }) => cells > 0).map(({ sheet }) => sheet));
  const totalUpdatedCells = all.reduce((sum, { cells }) => sum + cells, 0);
  if (totalUpdatedCells === 0) return {};
  return {
    totalUpdatedRows: new Set(all.flatMap((written) => inTab(written, written.rows))).size,
    totalUpdatedColumns: new Set(all.flatMap((written) => inTab(written, written.columns))).size,
    totalUpdatedCells,
    totalUpdatedSheets: sheets.size,
  };
}

export async function batchUpdateValues(call: Call, id: string): Promise<Answer> {
  const data = (Array.isArray(call.body.data) ? call.body.data : []) as JsonObject[];
  const asked = data.map((entry, index) => ({ range: `${entry.range ?? ''}`, rows: rowsOf(entry, `data[${index}]`) }));
  const option = inputOptionOf(call.body.valueInputOption);
  const response = responseOptions((field) => call.body[field]);
  const answer = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    const written = asked.map(({ range, rows }, index) =>
      inEntry('data', index, () => updateValues(change, range, rows, option)),
    );
    const responses = written.map((one) => printWritten(change, one, response));
    return { spreadsheetId: id, ...totals(written), ...(responses.length > 0 && { responses }) };
  });
  return masked(call, answer);
}

export async function searchDeveloperMetadata(call: Call, id: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  const found = searchMetadata(workbook.spreadsheet, (call.body.dataFilters ?? []) as DataFilter[]);
  return masked(call, found.length > 0 ? { matchedDeveloperMetadata: found } : {});
}

export async function getDeveloperMetadata(call: Call, id: string, metadataId: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  const found = allMetadata(workbook.spreadsheet).find(({ metadata }) => `${metadata.metadataId}` === metadataId);
  if (!found) throw notFound();
  return masked(call, printMetadata(found));
}

export async function copySheetTo(call: Call, id: string, sheetId: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  const source = sheetById(workbook.spreadsheet, Number(sheetId));
  const destination = call.body.destinationSpreadsheetId;
  if (typeof destination !== 'string') throw invalidArgument('destinationSpreadsheetId must be set.');
  return changeWorkbook(call, destination, ({ spreadsheet }) => {
    const taken = new Set([0, ...spreadsheet.sheets.map(({ properties }) => properties.sheetId)]);
    const base = `Copy of ${source.properties.title}`;
    const titles = new Set(spreadsheet.sheets.map(({ properties }) => properties.title));
    let title = base;
    for (let number = 2; titles.has(title); number += 1) title = `${base} ${number}`;
    const copy = copyOfSheet(source, { ...structuredClone(source.properties), sheetId: freshId(taken), title });
    spreadsheet.sheets.push(copy);
    renumber(spreadsheet);
    return copy.properties as unknown as JsonObject;
  });
}
