/** The calls of the Sheets API v4 on values of named ranges, each on a parsed request. */
import { appendValues } from './append-values.ts';
import { type Answer, type Call, changeWorkbook, readWorkbook } from './call.ts';
import { changeOf, fromQuery, inEntry, masked, responseOptions, texts, totals } from './call-parts.ts';
import type { JsonObject } from './json.ts';
import { readOptions, readValues } from './read-values.ts';
import { clearValues, inputOptionOf, printWritten, rowsOf, updateValues } from './write-values.ts';

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

export async function batchClearValues(call: Call, id: string): Promise<Answer> {
  const clearedRanges = await changeWorkbook(call, id, (workbook, caller) =>
    texts(call.body.ranges).map((range, index) =>
      inEntry('ranges', index, () => clearValues(changeOf(workbook, caller), range)),
    ),
  );
  return masked(call, { spreadsheetId: id, ...(clearedRanges.length > 0 && { clearedRanges }) });
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
