/** The calls of the Sheets API that the page makes, as the person who sits before it. */
import { ask, askOverview, PageProblem } from './origin.js';

/**
 * @typedef {import('./origin.js').WorkbookAnswer} WorkbookAnswer
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 * @typedef {import('./load-editor.js').Edit} Edit
 */

const STRUCTURE = 'properties.title,sheets(properties(sheetId,title,index,hidden,sheetType))';
const CELL =
  'formattedValue,note,hyperlink,dataValidation(condition(type,values),strict),' +
  'effectiveFormat(backgroundColor,horizontalAlignment,wrapStrategy,' +
  'textFormat(bold,italic,foregroundColor))';
const DIMENSION = '(pixelSize,hiddenByUser,hiddenByFilter)';
const GRID =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)),' +
  'protectedRanges(range,unprotectedRanges,requestingUserCanEdit),merges,charts(chartId,spec),' +
  `data(rowData(values(${CELL})),rowMetadata${DIMENSION},columnMetadata${DIMENSION}))`;

const NOT_FOUND = 'Không tìm thấy. Bảng tính có thể đã bị xóa hoặc đổi chỗ.';

/**
 * Whom a workbook is opened for, when it is not shared with the districts' staff.
 * @type {Map<string, string>}
 */
const people = new Map();

/** @param {string} id */
const spreadsheetPath = (id) => `/v4/spreadsheets/${encodeURIComponent(id)}`;

/**
 * @param {string} id
 * @param {string} rest what stands behind the workbook's path
 * @param {RequestInit} [options]
 */
function call(id, rest, options = {}) {
  const person = people.get(id);
  const headers = { ...options.headers, ...(person && { authorization: `Bearer ${person}` }) };
  return ask(`${spreadsheetPath(id)}${rest}`, { ...options, headers });
}

/** @param {string} id @param {string} rest @param {object} body */
const post = (id, rest, body) =>
  call(id, rest, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** @param {string} title */
export const quotedTitle = (title) => `'${title.replaceAll("'", "''")}'`;

/** Whether the workbook is the Department's; from then on it is opened for a person of the Department. @param {string} id */
async function becomeItsPerson(id) {
  const { province } = await askOverview();
  if (province?.id !== id || people.has(id)) return false;
  people.set(id, province.as);
  return true;
}

/** Of a workbook that was opened: the Department's has no script in it. @param {string} id */
export const hasScript = (id) => !people.has(id);

/**
 * Title and tabs of a workbook, without cells.
 * @param {string} id
 * @returns {Promise<WorkbookAnswer>}
 */
export async function askWorkbook(id) {
  try {
    return /** @type {WorkbookAnswer} */ (await call(id, `?${new URLSearchParams({ fields: STRUCTURE })}`));
  } catch (problem) {
    const isRefused = problem instanceof PageProblem && problem.status === 403;
    if (isRefused && (await becomeItsPerson(id))) return askWorkbook(id);
    throw problem;
  }
}

/**
 * One tab with its cells.
 * @param {string} id
 * @param {string} title
 * @param {AbortSignal} signal
 * @returns {Promise<SheetAnswer>}
 */
export async function askTab(id, title, signal) {
  const query = new URLSearchParams({ ranges: quotedTitle(title), fields: GRID });
  const answer = await call(id, `?${query}`, { signal });
  const [sheet] = /** @type {{ sheets?: SheetAnswer[] }} */ (answer).sheets ?? [];
  if (!sheet) throw new PageProblem(NOT_FOUND, 404);
  return sheet;
}

/**
 * Values of ranges, in their order, rows one after the other.
 * @param {string} id
 * @param {string[]} ranges
 * @param {'FORMATTED_VALUE' | 'UNFORMATTED_VALUE'} render
 * @returns {Promise<unknown[][]>}
 */
export async function askValues(id, ranges, render) {
  if (ranges.length === 0) return [];
  const query = new URLSearchParams(ranges.map((range) => ['ranges', range]));
  query.set('valueRenderOption', render);
  const answer = await call(id, `/values:batchGet?${query}`);
  const { valueRanges = [] } = /** @type {{ valueRanges?: { values?: unknown[][] }[] }} */ (answer);
  // A blank row inside a column keeps its place.
  return valueRanges.map(({ values = [] }) => values.flatMap((row) => (row.length === 0 ? [''] : row)));
}

/**
 * Writes what was typed, as typed: the server reads it as the workbook's locale says.
 * @param {string} id
 * @param {{ range: string, values: string[][] }[]} data
 * @returns {Promise<string[][][]>} what the cells then show, range by range
 */
export async function writeValues(id, data) {
  const answer = await post(id, '/values:batchUpdate', {
    valueInputOption: 'USER_ENTERED',
    includeValuesInResponse: true,
    responseValueRenderOption: 'FORMATTED_VALUE',
    data,
  });
  const { responses = [] } = /** @type {{ responses?: { updatedData?: { values?: string[][] } }[] }} */ (answer);
  return responses.map(({ updatedData }) => updatedData?.values ?? []);
}

/** @param {string} id @param {object[]} requests */
export const changeSheet = (id, requests) => post(id, ':batchUpdate', { requests });
