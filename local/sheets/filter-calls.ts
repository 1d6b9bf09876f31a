/** The calls of the Sheets API v4 that name their ranges by data filters, each on a parsed request. */
import { type Answer, type Call, changeWorkbook, readWorkbook } from './call.ts';
import { changeOf, inEntry, isTrue, masked, maskOf, responseOptions, totals } from './call-parts.ts';
import { selectAreas } from './data-filters.ts';
import type { DataFilter } from './developer-metadata.ts';
import { invalidArgument } from './google-error.ts';
import type { JsonObject } from './json.ts';
import { readArea, readOptions } from './read-values.ts';
import { printSpreadsheet } from './spreadsheet-view.ts';
import { clearArea, inputOptionOf, printWritten, rowsOf, updateArea } from './write-values.ts';

function filtersOf({ body }: Call): DataFilter[] {
  const filters = (body.dataFilters ?? []) as DataFilter[];
  if (filters.length === 0) throw invalidArgument('Must specify at least one data filter.');
  return filters;
}

/** A filter that selects nothing shows no tab: an empty list of ranges would mean all of them. */
export async function getByDataFilter(call: Call, id: string): Promise<Answer> {
  const { workbook, caller } = await readWorkbook(call, id);
  const { dataFilters = [], includeGridData } = call.body;
  const filters = dataFilters as unknown as DataFilter[];
  return printSpreadsheet(workbook.spreadsheet, {
    caller,
    mask: maskOf(call),
    areas: filters.length > 0 ? selectAreas(workbook.spreadsheet, filters) : null,
    includeGridData: isTrue(includeGridData),
  });
}

export async function batchGetValuesByDataFilter(call: Call, id: string): Promise<Answer> {
  const { workbook } = await readWorkbook(call, id);
  const options = readOptions((field) => call.body[field]);
  const valueRanges = selectAreas(workbook.spreadsheet, filtersOf(call)).map(
    ({ sheet, rect, filters }): JsonObject => ({
      valueRange: readArea(workbook.spreadsheet, sheet, rect, options),
      dataFilters: filters as unknown as JsonObject[],
    }),
  );
  return masked(call, { spreadsheetId: id, ...(valueRanges.length > 0 && { valueRanges }) });
}

export async function batchClearValuesByDataFilter(call: Call, id: string): Promise<Answer> {
  const clearedRanges = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    return selectAreas(change.spreadsheet, filtersOf(call)).map((area) => clearArea(change, area));
  });
  return masked(call, { spreadsheetId: id, ...(clearedRanges.length > 0 && { clearedRanges }) });
}

interface DataFilterValueRange extends JsonObject {
  dataFilter?: JsonObject;
}

/** Values go into every area that their filter selects, and must fit into each. */
export async function batchUpdateValuesByDataFilter(call: Call, id: string): Promise<Answer> {
  const data = (Array.isArray(call.body.data) ? call.body.data : []) as DataFilterValueRange[];
  const asked = data.map((entry, index) => ({
    filter: (entry.dataFilter ?? {}) as DataFilter,
    rows: rowsOf(entry, `data[${index}]`),
  }));
  const option = inputOptionOf(call.body.valueInputOption);
  const response = responseOptions((field) => call.body[field]);
  const answer = await changeWorkbook(call, id, (workbook, caller) => {
    const change = changeOf(workbook, caller);
    const all = asked.flatMap(({ filter, rows }, index) =>
      inEntry('data', index, () =>
        selectAreas(change.spreadsheet, [filter]).map((area) => ({
          filter,
          written: updateArea(change, area, rows, option),
        })),
      ),
    );
    const responses = all.map(({ filter, written }): JsonObject => {
      const { spreadsheetId: _, ...printed } = printWritten(change, written, response);
      return { ...printed, dataFilter: filter as JsonObject };
    });
    const counts = totals(all.map(({ written }) => written));
    return { spreadsheetId: id, ...counts, ...(responses.length > 0 && { responses }) };
  });
  return masked(call, answer);
}
