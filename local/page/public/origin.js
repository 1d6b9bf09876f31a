/** What the page asks of the server that it came from, and what it says when the answer is a failure. */

/**
 * @typedef {{ read: number, accepted: number, rejected: number }} RowCounts
 * @typedef {{ teams: RowCounts, members: RowCounts, activities: RowCounts }} Counts
 * @typedef {{ error: number, warning: number, finding: number, info: number }} Problems
 * @typedef {{ period: string, status: string, counts: Counts, problems: Problems }} Report
 * @typedef {{ unit: string, name: string, id: string, reports: Report[] }} WorkbookLine
 * @typedef {{ asOf: string, firestore: string, workbooks: WorkbookLine[] }} Overview
 * @typedef {{ workbooks: Record<string, string>, inbox: string }} Endpoints
 * @typedef {{ id: string, to: string[], subject: string, text: string, html: string, at: string }} Mail
 * @typedef {{ sent: number, retried: number, dead: number }} MailAnswer
 * @typedef {{ sheetId?: number, title: string, index?: number, hidden?: boolean, sheetType?: string }} SheetProperties
 * @typedef {{ properties: { title: string }, sheets: { properties: SheetProperties }[] }} WorkbookAnswer
 * @typedef {{ red?: number, green?: number, blue?: number }} Color
 * @typedef {{ backgroundColor?: Color, horizontalAlignment?: string, wrapStrategy?: string, textFormat?: { bold?: boolean } }} CellFormat
 * @typedef {{ formattedValue?: string, note?: string, hyperlink?: string, effectiveFormat?: CellFormat, dataValidation?: { condition?: { type?: string } } }} CellData
 * @typedef {{ rowData?: { values?: CellData[] }[], columnMetadata?: { pixelSize?: number }[] }} GridData
 * @typedef {{ properties: SheetProperties & { gridProperties?: { frozenRowCount?: number } }, data?: GridData[] }} SheetAnswer
 * @typedef {{ unit: string, outcome: 'checked' | 'unchanged' | 'failed', periods: { problems: Problems }[] }} CheckedUnit
 * @typedef {{ units: CheckedUnit[], summary?: { calls?: { cellsWritten?: number } } }} NightlyAnswer
 */

/** A failure in words for the person at the page. */
export class PageProblem extends Error {}

/** @type {Record<number, string>} */
const SENTENCES = {
  401: 'Bạn chưa được phép xem phần này.',
  403: 'Bảng tính này chưa được chia sẻ với bạn.',
  404: 'Không tìm thấy. Bảng tính có thể đã bị xóa hoặc đổi chỗ.',
  409: 'Một lần kiểm tra khác đang chạy. Vui lòng chờ rồi thử lại.',
  429: 'Đã đọc quá số lần cho phép trong một phút. Vui lòng chờ một phút rồi thử lại.',
  503: 'Hệ thống đang bận. Vui lòng thử lại sau ít phút.',
};

const UNREACHABLE = 'Không kết nối được với hệ thống. Vui lòng xem cửa sổ lệnh còn chạy không, rồi thử lại.';

/** @param {number} status */
const sentence = (status) =>
  SENTENCES[status] ?? `Hệ thống trả lời lỗi ${status}. Vui lòng thử lại; nếu vẫn lỗi, xin báo Sở.`;

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<unknown>}
 */
async function ask(path, options) {
  const response = await fetch(path, options).catch((cause) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new PageProblem(UNREACHABLE, { cause });
  });
  if (!response.ok) throw new PageProblem(sentence(response.status));
  return response.json();
}

/** @returns {Promise<Overview>} */
export const askOverview = async () => /** @type {Overview} */ (await ask('/_local/overview'));

/** @returns {Promise<Endpoints>} */
export const askEndpoints = async () => /** @type {Endpoints} */ (await ask('/local.json'));

/** Every mail that the system has taken in, the newest first. @returns {Promise<Mail[]>} */
export async function askInbox() {
  const { inbox } = await askEndpoints();
  // The path alone: the address names this machine in one way, and the page may have been opened by another.
  const { pathname, search } = new URL(inbox, location.href);
  const mails = /** @type {Mail[]} */ (await ask(pathname + search));
  return mails.toReversed().sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

const STRUCTURE = 'properties.title,sheets(properties(sheetId,title,index,hidden,sheetType))';
const CELL =
  'formattedValue,note,hyperlink,dataValidation(condition(type)),' +
  'effectiveFormat(backgroundColor,horizontalAlignment,wrapStrategy,textFormat(bold))';
const GRID = `sheets(properties(sheetId,title,gridProperties(frozenRowCount)),data(rowData(values(${CELL})),columnMetadata(pixelSize)))`;

/** @param {string} id */
const spreadsheetPath = (id) => `/v4/spreadsheets/${encodeURIComponent(id)}`;

/**
 * Title and tabs of a workbook, without cells.
 * @param {string} id
 * @returns {Promise<WorkbookAnswer>}
 */
export async function askWorkbook(id) {
  const query = new URLSearchParams({ fields: STRUCTURE });
  return /** @type {WorkbookAnswer} */ (await ask(`${spreadsheetPath(id)}?${query}`));
}

/**
 * One tab with its cells.
 * @param {string} id
 * @param {string} title
 * @param {AbortSignal} signal
 * @returns {Promise<SheetAnswer>}
 */
export async function askTab(id, title, signal) {
  const query = new URLSearchParams({ ranges: `'${title.replaceAll("'", "''")}'`, fields: GRID });
  const answer = await ask(`${spreadsheetPath(id)}?${query}`, { signal });
  const [sheet] = /** @type {{ sheets?: SheetAnswer[] }} */ (answer).sheets ?? [];
  if (!sheet) throw new PageProblem(sentence(404));
  return sheet;
}

/** @param {string} path @param {object} body */
const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** @returns {Promise<NightlyAnswer>} */
export const runNightly = async () => /** @type {NightlyAnswer} */ (await post('/functions/nightly', {}));

/** @returns {Promise<MailAnswer>} */
export const sendWaitingMail = async () => /** @type {MailAnswer} */ (await post('/functions/send-mail', {}));

/** @param {string} now @returns {Promise<{ now: string }>} the clock as it then is */
export const setClock = async (now) => /** @type {{ now: string }} */ (await post('/_local/clock', { now }));

/**
 * What to tell the person; a mistake of the page itself is thrown on.
 * @param {unknown} problem
 * @returns {string}
 */
export function problemText(problem) {
  if (problem instanceof PageProblem) return problem.message;
  throw problem;
}
