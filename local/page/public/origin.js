/** What the page asks of the server that it came from, and what it says when the answer is a failure. */

/**
 * @typedef {{ read: number, accepted: number, rejected: number }} RowCounts
 * @typedef {{ teams: RowCounts, members: RowCounts, activities: RowCounts }} Counts
 * @typedef {{ error: number, warning: number, finding: number, info: number }} Problems
 * @typedef {{ period: string, status: string, counts: Counts, problems: Problems }} Report
 * @typedef {{ unit: string, name: string, id: string, reports: Report[] }} WorkbookLine
 * @typedef {{ asOf: string, firestore: string, workbooks: WorkbookLine[], province?: { id: string, as: string } | null, functions?: string[], toClose?: string | null }} Overview
 * @typedef {{ path: string, fields: Record<string, unknown>, updateTime: string }} StoredDocument
 * @typedef {{ done: number, of: number, name: string }} Progress
 * @typedef {{ workbooks: Record<string, string>, inbox: string }} Endpoints
 * @typedef {{ id: string, to: string[], subject: string, text: string, html: string, at: string }} Mail
 * @typedef {{ sent: number, retried: number, dead: number }} MailAnswer
 * @typedef {{ sheetId?: number, title: string, index?: number, hidden?: boolean, sheetType?: string }} SheetProperties
 * @typedef {{ properties: { title: string }, sheets: { properties: SheetProperties }[] }} WorkbookAnswer
 * @typedef {{ red?: number, green?: number, blue?: number }} Color
 * @typedef {{ bold?: boolean, italic?: boolean, foregroundColor?: Color }} TextFormat
 * @typedef {{ backgroundColor?: Color, horizontalAlignment?: string, wrapStrategy?: string, textFormat?: TextFormat }} CellFormat
 * @typedef {{ condition?: { type?: string, values?: { userEnteredValue?: string }[] }, strict?: boolean }} ValidationRule
 * @typedef {{ formattedValue?: string, note?: string, hyperlink?: string, effectiveFormat?: CellFormat, dataValidation?: ValidationRule }} CellData
 * @typedef {{ pixelSize?: number, hiddenByUser?: boolean, hiddenByFilter?: boolean }} DimensionData
 * @typedef {{ rowData?: { values?: CellData[] }[], rowMetadata?: DimensionData[], columnMetadata?: DimensionData[] }} GridData
 * @typedef {{ startRowIndex?: number, endRowIndex?: number, startColumnIndex?: number, endColumnIndex?: number }} GridRange
 * @typedef {{ range?: GridRange, unprotectedRanges?: GridRange[], requestingUserCanEdit?: boolean }} ProtectedRange
 * @typedef {{ rowCount?: number, columnCount?: number, frozenRowCount?: number, frozenColumnCount?: number }} GridProperties
 * @typedef {{ properties: SheetProperties & { gridProperties?: GridProperties }, data?: GridData[], charts?: StoredChart[], protectedRanges?: ProtectedRange[], merges?: GridRange[] }} SheetAnswer
 * @typedef {{ sourceRange?: { sources?: (GridRange & { sheetId?: number })[] } }} ChartData
 * @typedef {{ chartType?: string, legendPosition?: string, headerCount?: number, domains?: { domain?: ChartData, reversed?: boolean }[], series?: { series?: ChartData }[] }} BasicChart
 * @typedef {{ legendPosition?: string, domain?: ChartData, series?: ChartData }} PieChart
 * @typedef {{ chartId?: number, spec: { title?: string, basicChart?: BasicChart, pieChart?: PieChart } }} StoredChart
 * @typedef {{ unit: string, outcome: 'checked' | 'unchanged' | 'failed', periods: { problems: Problems }[] }} CheckedUnit
 * @typedef {{ units: CheckedUnit[], summary?: { calls?: { cellsWritten?: number } } }} NightlyAnswer
 */

/** A failure in words for the person at the page; `status` is 0 when nothing answered. */
export class PageProblem extends Error {
  /** @param {string} message @param {number} [status] @param {ErrorOptions} [options] */
  constructor(message, status = 0, options = {}) {
    super(message, options);
    this.status = status;
  }
}

/** @type {Record<number, string>} */
const SENTENCES = {
  401: 'Bạn chưa được phép xem phần này.',
  400: 'Hệ thống không nhận thay đổi này. Vui lòng kiểm tra lại nội dung.',
  403: 'Bảng tính này chưa được chia sẻ với bạn.',
  404: 'Không tìm thấy. Bảng tính có thể đã bị xóa hoặc đổi chỗ.',
  409: 'Một lần kiểm tra khác đang chạy. Vui lòng chờ rồi thử lại.',
  429: 'Đã đọc quá số lần cho phép trong một phút. Vui lòng chờ một phút rồi thử lại.',
  503: 'Hệ thống đang bận. Vui lòng thử lại sau ít phút.',
};

const UNREACHABLE = 'Không kết nối được với hệ thống. Vui lòng xem cửa sổ lệnh còn chạy không, rồi thử lại.';

const PROTECTED = 'Ô này do hệ thống giữ, không sửa được. Vui lòng sửa ở các ô khác của trang.';

/** What the functions refuse they word themselves, in Vietnamese: a month that cannot be closed yet, a report with mistakes. */
const WORDED = new Set([409, 422]);

/** @param {number} status @param {string} [said] the server's own words */
function sentence(status, said = '') {
  if (status === 400 && said.includes('protected cell')) return PROTECTED;
  if (WORDED.has(status) && said !== '') return said;
  return SENTENCES[status] ?? `Hệ thống trả lời lỗi ${status}. Vui lòng thử lại; nếu vẫn lỗi, xin báo Sở.`;
}

/** What the server said with a failure; an answer that is no JSON said nothing. @param {Response} response */
async function saidBy(response) {
  const answer = /** @type {{ error?: { message?: string } }} */ (await response.json().catch(() => ({})));
  return answer.error?.message ?? '';
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<unknown>}
 */
export async function ask(path, options) {
  const response = await fetch(path, options).catch((cause) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new PageProblem(UNREACHABLE, 0, { cause });
  });
  if (!response.ok) throw new PageProblem(sentence(response.status, await saidBy(response)), response.status);
  return response.json();
}

/** @returns {Promise<Overview>} */
export const askOverview = async () => /** @type {Overview} */ (await ask('/_local/overview'));

/** Every document of Firestore, by path. @returns {Promise<StoredDocument[]>} */
export const askDocuments = async () => /** @type {StoredDocument[]} */ (await ask('/_local/firestore'));

/** How far the check that is running has come; null when none is. @returns {Promise<Progress | null>} */
export const askProgress = async () =>
  /** @type {{ progress: Progress | null }} */ (await ask('/_local/progress')).progress;

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

/** @param {string} path @param {object} body */
const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** @returns {Promise<NightlyAnswer>} */
export const runNightly = async () => /** @type {NightlyAnswer} */ (await post('/functions/nightly', {}));

/** @returns {Promise<MailAnswer>} */
export const sendWaitingMail = async () => /** @type {MailAnswer} */ (await post('/functions/send-mail', {}));

/** @param {string} name @returns {Promise<unknown>} */
export const runFunction = (name) => post(`/functions/${name}`, {});

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
