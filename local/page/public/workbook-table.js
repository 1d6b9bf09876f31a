/** The districts' workbooks as a table: who has sent what, and who has errors. */
import { workbookAddress } from './address.js';
import { element } from './element.js';
import { figureText, periodText, statusWording } from './wording.js';

/**
 * @typedef {import('./origin.js').Report} Report
 * @typedef {import('./origin.js').RowCounts} RowCounts
 * @typedef {import('./origin.js').WorkbookLine} WorkbookLine
 */

/** Names of the columns; the first two stand as they are, the others have figures. */
const COLUMNS = [
  'Đơn vị',
  'Tháng',
  'Trạng thái',
  'Dòng đã đọc',
  'Được tính',
  'Chưa tính',
  'Lỗi',
  'Cần xem',
  'Chưa đúng KH',
];
const FIRST_FIGURE = 3;

/** @type {readonly [keyof import('./origin.js').Counts, string][]} */
const KINDS = [
  ['teams', 'tổ'],
  ['members', 'thành viên'],
  ['activities', 'hoạt động'],
];

/** @param {Report} report @param {keyof RowCounts} key */
const sum = ({ counts }, key) => KINDS.reduce((total, [kind]) => total + counts[kind][key], 0);

/** @param {WorkbookLine} line @returns {'bad' | 'warn' | 'good' | 'quiet'} */
function toneOf({ reports }) {
  if (reports.some(({ problems }) => problems.error > 0)) return 'bad';
  if (reports.some(({ problems }) => problems.warning + problems.finding > 0)) return 'warn';
  return reports.length === 0 ? 'quiet' : 'good';
}

/** A cell with its column's name: a narrow screen shows the row as a card. @param {number} column @param {...(Node | string | null)} children */
const cell = (column, ...children) =>
  element(
    'td',
    { role: 'cell', 'data-label': COLUMNS[column] ?? '', class: column < FIRST_FIGURE ? null : 'figure' },
    ...children,
  );

/** @param {number} column @param {number} figure @param {string} tone */
const problemCell = (column, figure, tone) =>
  cell(column, element('span', { class: figure > 0 ? `count ${tone}` : 'count none' }, figureText(figure)));

/** The share of rows that count, as a bar; the figures beside it say the same. @param {Report} report */
function drawBar(report) {
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  for (const [name, key] of /** @type {const} */ ([
    ['good', 'accepted'],
    ['bad', 'rejected'],
  ])) {
    const part = element('span', { class: name });
    part.style.flexGrow = String(sum(report, key));
    if (sum(report, key) > 0) bar.append(part);
  }
  return bar;
}

/** `2 thành viên, 1 hoạt động`. @param {Report} report */
function rejectedText({ counts }) {
  const parts = KINDS.filter(([kind]) => counts[kind].rejected > 0);
  return parts.map(([kind, word]) => `${figureText(counts[kind].rejected)} ${word}`).join(', ');
}

/** @param {Report} report */
function drawReport(report) {
  const { label, tone } = statusWording(report.status);
  const rejected = rejectedText(report);
  return [
    cell(1, periodText(report.period)),
    cell(2, element('span', { class: `chip ${tone}` }, label)),
    cell(3, figureText(sum(report, 'read')), drawBar(report)),
    cell(4, figureText(sum(report, 'accepted'))),
    cell(5, figureText(sum(report, 'rejected')), rejected === '' ? null : element('small', {}, rejected)),
    problemCell(6, report.problems.error, 'bad'),
    problemCell(7, report.problems.warning, 'warn'),
    problemCell(8, report.problems.finding, 'plain'),
  ];
}

const NOT_CHECKED = 'Chưa kiểm tra lần nào. Bấm «Kiểm tra ngay» để có kết quả.';

/** @type {Record<ReturnType<typeof toneOf>, string>} */
const TONE_WORDS = { bad: 'có lỗi', warn: 'có điều cần xem', good: 'không có lỗi', quiet: 'chưa có kết quả' };

/** @param {WorkbookLine} line */
function drawWorkbook(line) {
  const tone = toneOf(line);
  const rows = Math.max(1, line.reports.length);
  const name = element(
    'th',
    { scope: 'rowgroup', role: 'rowheader', rowspan: rows, class: 'name' },
    element('span', { class: `dot ${tone}`, role: 'img', 'aria-label': TONE_WORDS[tone] }),
    element('a', { href: workbookAddress(line.id) }, line.name),
  );
  const nothing = element('td', { role: 'cell', colspan: COLUMNS.length - 1, class: 'quiet' }, NOT_CHECKED);
  const lines = line.reports.length === 0 ? [[nothing]] : line.reports.map(drawReport);
  const drawn = lines.map((cells, index) => element('tr', { role: 'row' }, index === 0 ? name : null, ...cells));
  return element('tbody', { role: 'rowgroup', class: tone }, ...drawn);
}

/** @param {WorkbookLine[]} lines */
export function drawTable(lines) {
  const heads = COLUMNS.map((name, column) =>
    element('th', { scope: 'col', role: 'columnheader', class: column < FIRST_FIGURE ? 'head' : 'head figure' }, name),
  );
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads));
  // Roles are said outright, for a table that is laid out as cards loses them.
  return element(
    'table',
    { class: 'list', role: 'table', 'aria-label': 'Các bảng tính' },
    head,
    ...lines.map(drawWorkbook),
  );
}

/** @param {WorkbookLine[]} units */
export function drawTally(units) {
  const count = (/** @type {string} */ tone) => units.filter((line) => toneOf(line) === tone).length;
  const parts = [
    element('span', { class: 'chip quiet' }, `${units.length} đơn vị`),
    ...(count('bad') > 0 ? [element('span', { class: 'chip bad' }, `✗ ${count('bad')} có lỗi`)] : []),
    ...(count('warn') > 0 ? [element('span', { class: 'chip warn' }, `! ${count('warn')} cần xem`)] : []),
    ...(count('good') > 0 ? [element('span', { class: 'chip good' }, `✓ ${count('good')} không có lỗi`)] : []),
  ];
  return element('p', { class: 'tally' }, ...parts);
}
