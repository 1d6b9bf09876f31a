/** The calls of the Sheets API v4 on spreadsheets, tabs and developer metadata, each on a parsed request. */
import { applyBatch } from './batch-update.ts';
import { type Answer, type Call, changeWorkbook, readWorkbook } from './call.ts';
import { changeOf, isTrue, masked, maskOf, texts } from './call-parts.ts';
import { newDriveFile, spreadsheetFrom } from './create-spreadsheet.ts';
import { searchMetadata } from './data-filters.ts';
import { allMetadata, type DataFilter, printMetadata } from './developer-metadata.ts';
import { invalidArgument, notFound } from './google-error.ts';
import { type Located, locateA1, sheetById } from './grid-range.ts';
import type { JsonObject } from './json.ts';
import type { Spreadsheet } from './model.ts';
import { freshId } from './new-spreadsheet.ts';
import { copyOfSheet, renumber } from './requests/tabs.ts';
import { printSpreadsheet } from './spreadsheet-view.ts';

/** The areas of ranges in A1 notation; without ranges, all there is. */
const areasNamed = (spreadsheet: Spreadsheet, ranges: readonly string[]): Located[] | null =>
  ranges.length > 0 ? ranges.map((text) => locateA1(spreadsheet, text)) : null;

export async function createSpreadsheet(call: Call): Promise<Answer> {
  const spreadsheet = spreadsheetFrom(call.body);
  const { spreadsheetId: id, properties } = spreadsheet;
  const { email } = call.identity;
  await call.store.add({ file: newDriveFile(id, properties.title, email, call.at), spreadsheet });
  const caller = { email, role: 'owner', fileOwner: email } as const;
  return printSpreadsheet(spreadsheet, { caller, mask: maskOf(call), areas: null, includeGridData: false });
}

export async function getSpreadsheet(call: Call, id: string): Promise<Answer> {
  const { workbook, caller } = await readWorkbook(call, id);
  const { spreadsheet } = workbook;
  return printSpreadsheet(spreadsheet, {
    caller,
    mask: maskOf(call),
    areas: areasNamed(spreadsheet, call.query.getAll('ranges')),
    includeGridData: isTrue(call.query.get('includeGridData')),
  });
}

export async function batchUpdate(call: Call, id: string): Promise<Answer> {
  const { requests, includeSpreadsheetInResponse, responseRanges, responseIncludeGridData } = call.body;
  const answer = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    const replies = applyBatch(change, requests);
    const made: JsonObject = { spreadsheetId: id, replies };
    if (isTrue(includeSpreadsheetInResponse)) {
      const includeGridData = isTrue(responseIncludeGridData);
      const areas = areasNamed(change.spreadsheet, texts(responseRanges));
      made.updatedSpreadsheet = printSpreadsheet(change.spreadsheet, { caller, mask: true, areas, includeGridData });
    }
    return made;
  });
  return masked(call, answer);
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
