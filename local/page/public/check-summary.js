/** The line above the grid: how many rows have which sign, and the way from error to error. */
import { element } from './element.js';
import { figureText } from './wording.js';

/**
 * @typedef {import('./tab-content.js').Sign} Sign
 * @typedef {import('./tab-content.js').TabContent} TabContent
 * @typedef {{ table: HTMLElement, active(): import('./grid.js').CellPlace | null, goTo(place: import('./grid.js').CellPlace, block?: ScrollLogicalPosition): void }} Grid the one that reads, or the one that edits
 */

/** @type {readonly [Sign, string, string][]} */
const SIGNS = [
  ['error', '✗', 'có lỗi'],
  ['warning', '!', 'cần xem'],
  ['good', '✓', 'đúng'],
];

/** @param {TabContent} content */
function drawCounts({ signs, checkColumn, rows, headerRows }) {
  if (checkColumn === null) {
    return [element('span', { class: 'chip quiet' }, `${figureText(Math.max(0, rows.length - headerRows))} dòng`)];
  }
  if (signs.every((sign) => sign === null)) {
    return [element('span', { class: 'chip quiet' }, 'Chưa có kết quả kiểm tra')];
  }
  return SIGNS.map(([sign, mark, words]) => {
    const count = signs.filter((one) => one === sign).length;
    const tone = count === 0 ? 'quiet' : { error: 'bad', warning: 'warn', good: 'good' }[sign];
    const rows = element('span', { class: 'roomy' }, 'dòng ');
    return element('span', { class: `chip ${tone}`, 'data-sign': sign }, `${mark} ${figureText(count)} `, rows, words);
  });
}

/**
 * The next row with an error below (or above) a row, and around the end.
 * @param {number[]} errors rows, ascending
 * @param {number} from
 * @param {1 | -1} step
 */
export function nextError(errors, from, step) {
  return step === 1
    ? (errors.find((row) => row > from) ?? errors[0])
    : (errors.findLast((row) => row < from) ?? errors.at(-1));
}

/**
 * @param {TabContent} content
 * @param {Grid} grid
 */
export function drawCheckSummary(content, grid) {
  const errors = content.signs.flatMap((sign, row) => (sign === 'error' ? [row] : []));
  const position = element('span', { class: 'position', role: 'status' });
  let last = -1;

  /** @param {1 | -1} step */
  function jump(step) {
    const row = nextError(errors, grid.active()?.row ?? last, step);
    if (row === undefined || content.checkColumn === null) return;
    last = row;
    grid.goTo({ row, column: content.checkColumn }, 'center');
    position.textContent = `Lỗi ${errors.indexOf(row) + 1}/${errors.length}, dòng ${row + 1}`;
  }

  /** @param {1 | -1} step @param {string} label @param {string} keys */
  function jumpButton(step, label, keys) {
    const hint = `${label} (trong bảng: ${keys.replace('ArrowUp', '↑').replace('ArrowDown', '↓')})`;
    const attributes = { type: 'button', class: 'button small', 'aria-keyshortcuts': keys, title: hint };
    const button = element('button', { ...attributes, disabled: errors.length === 0 }, label);
    button.addEventListener('click', () => jump(step));
    return button;
  }

  grid.table.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    jump(event.key === 'ArrowDown' ? 1 : -1);
  });
  const jumps =
    content.checkColumn === null
      ? []
      : [jumpButton(-1, 'Lỗi trước', 'Alt+ArrowUp'), jumpButton(1, 'Lỗi sau', 'Alt+ArrowDown'), position];
  const counts = element('div', { class: 'counts' }, ...drawCounts(content));
  return element('div', { class: 'summary' }, counts, element('div', { class: 'jumps' }, ...jumps));
}
