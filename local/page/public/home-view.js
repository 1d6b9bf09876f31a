/** The first view: the clock, the workbooks and what they say, the jobs, and the ways to mails and documents. */
import { documentsAddress, inboxAddress, workbookAddress } from './address.js';
import { drawClock } from './clock-form.js';
import { element } from './element.js';
import { askEndpoints, askInbox, askOverview, problemText } from './origin.js';
import { drawScheduledJobs } from './scheduled-jobs.js';
import { figureText } from './wording.js';
import { drawTable, drawTally } from './workbook-table.js';

/**
 * @typedef {import('./origin.js').WorkbookLine} WorkbookLine
 * @typedef {import('./origin.js').Overview} Overview
 * @typedef {import('./origin.js').Mail} Mail
 * @typedef {{ overview: Overview, lines: WorkbookLine[], mails: Mail[] }} Home
 */

const TITLE = 'Tổ công nghệ số cộng đồng';
const PROVINCE = 'province';

function drawEmpty() {
  return element(
    'div',
    { class: 'empty' },
    element('h2', {}, 'Chưa có bảng tính nào'),
    element('p', {}, 'Để có dữ liệu mẫu của cả tỉnh, vui lòng dừng hệ thống rồi chạy:'),
    element('pre', {}, element('code', {}, 'npm start -- --sample demo')),
  );
}

/** The overview's lines, and workbooks that it does not list, such as the province's. @param {Overview} overview @param {Record<string, string>} ids @returns {WorkbookLine[]} */
function allLines({ workbooks }, ids) {
  const listed = new Set(workbooks.map(({ unit }) => unit));
  const others = Object.entries(ids).filter(([unit]) => !listed.has(unit));
  return [
    ...workbooks,
    ...others.map(([unit, id]) => ({ unit, id, name: unit === PROVINCE ? 'Tổng hợp toàn tỉnh' : unit, reports: [] })),
  ];
}

/** @param {WorkbookLine} line */
const drawProvince = ({ id, name }) =>
  element(
    'section',
    { 'aria-labelledby': 'province-heading' },
    element('h2', { id: 'province-heading' }, 'Bảng tính của tỉnh'),
    element(
      'p',
      { class: 'province' },
      element('a', { href: workbookAddress(id) }, name),
      element('span', { class: 'quiet' }, 'Số liệu cộng từ các huyện và tình hình nộp báo cáo'),
    ),
  );

/** @param {WorkbookLine[]} units @param {boolean} isAlone whether they are all that is listed */
const drawUnits = (units, isAlone) => [
  ...(isAlone ? [] : [element('h2', {}, 'Bảng tính của các huyện')]),
  ...(units.length === 0 ? [drawEmpty()] : [drawTally(units), drawTable(units)]),
];

/** @param {Mail[]} mails */
const drawInboxLink = (mails) =>
  element(
    'a',
    { class: 'button', href: inboxAddress() },
    'Hộp thư ',
    element('span', { class: 'quiet' }, `(${figureText(mails.length)} thư)`),
  );

const drawDocumentsLink = () => element('a', { class: 'button', href: documentsAddress() }, 'Kho dữ liệu');

/** @param {Home} home @param {import('./jobs.js').Jobs} jobs */
function drawHome({ overview, lines, mails }, jobs) {
  const province = lines.find(({ unit }) => unit === PROVINCE);
  const units = lines.filter(({ unit }) => unit !== PROVINCE);
  const heading = element('h1', { tabindex: -1 }, 'Báo cáo tháng của các huyện');
  return [
    element(
      'div',
      { class: 'home-head' },
      heading,
      element('div', { class: 'actions' }, drawInboxLink(mails), drawDocumentsLink()),
    ),
    drawClock(overview.asOf, jobs),
    ...(province ? [drawProvince(province)] : []),
    ...drawUnits(units, province === undefined),
    ...(overview.functions ? [drawScheduledJobs(overview.functions, jobs, overview.toClose ?? null)] : []),
    element('p', { class: 'foot' }, overview.firestore),
  ];
}

/** @returns {Promise<Home>} */
async function readHome() {
  const [overview, { workbooks }, mails] = await Promise.all([askOverview(), askEndpoints(), askInbox()]);
  return { overview, lines: allLines(overview, workbooks), mails };
}

/**
 * Draws the list, unless another view was opened while it was read.
 * @param {HTMLElement} main
 * @param {{ isStillWanted: () => boolean, jobs: import('./jobs.js').Jobs }} context
 */
export async function showHome(main, { isStillWanted, jobs }) {
  document.title = TITLE;
  if (!main.querySelector('.home-head')) main.replaceChildren(element('p', { class: 'notice' }, 'Đang mở danh sách…'));
  try {
    const home = await readHome();
    if (isStillWanted()) main.replaceChildren(...drawHome(home, jobs));
  } catch (problem) {
    const text = problemText(problem);
    if (isStillWanted()) main.replaceChildren(element('p', { class: 'notice bad', role: 'alert' }, text));
  }
}
