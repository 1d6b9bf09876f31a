/** The cells of the grid that is read: what stands in one, and how it is marked. */
import { element } from './element.js';
import { isFromCheck } from './tab-content.js';

/**
 * @typedef {import('./tab-content.js').Cell} Cell
 * @typedef {import('./grid.js').LinkTarget} LinkTarget
 * @typedef {{ isHeader: boolean, isCheck: boolean, isCut: boolean }} CellKind
 */

/** Rather more than an average letter, in pixels: a text that was thought to be short wraps, and is not cut. */
const LETTER_PIXELS = 7.4;
const CHECK_LINES = 2;

/**
 * @param {Cell} cell
 * @param {(link: string) => LinkTarget | null} targetOf
 * @returns {Node | string}
 */
function drawInside(cell, targetOf) {
  if (cell.ticked !== null && cell.text === '') {
    const label = cell.ticked ? 'đã đánh dấu' : 'chưa đánh dấu';
    return element('span', { class: cell.ticked ? 'box ticked' : 'box', role: 'img', 'aria-label': label });
  }
  const target = cell.link === null ? null : targetOf(cell.link);
  if (!target) return cell.text;
  const outside = target.outside ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return element('a', { href: target.href, tabindex: -1, ...outside }, cell.text);
}

/**
 * Whether a text needs cutting. Only such cells are: thousands of them that each clip make the table slow to scroll.
 * @param {Cell} cell
 * @param {number} width pixels
 * @param {number} lines
 */
const isLong = ({ text, wrap }, width, lines) => !wrap && text.length * LETTER_PIXELS > width * lines;

/** @param {Cell} cell @param {CellKind} kind */
function classOf({ note, align, bold, fill }, { isCheck, isCut }) {
  const names = [
    isCheck && 'check',
    isCut && !isCheck && 'cut',
    note !== '' && (isFromCheck(note) ? 'noted found' : 'noted'),
    align === 'RIGHT' && 'right',
    align === 'CENTER' && 'center',
    bold && 'bold',
    fill && (fill.dark ? 'filled dark-fill' : 'filled'),
  ];
  return names.filter(Boolean).join(' ') || null;
}

/**
 * @param {Cell} cell
 * @param {CellKind} kind
 * @param {(link: string) => LinkTarget | null} targetOf
 */
function drawCell(cell, kind, targetOf) {
  const inside = drawInside(cell, targetOf);
  const made = element(
    kind.isHeader ? 'th' : 'td',
    {
      class: classOf(cell, kind),
      role: kind.isHeader ? 'columnheader' : 'gridcell',
      'aria-description': cell.note || null,
    },
    kind.isCheck && kind.isCut ? element('div', { class: 'clamp' }, inside) : inside,
  );
  // Set through the style object: the page's policy forbids style attributes.
  if (cell.fill) made.style.backgroundColor = cell.fill.css;
  return made;
}

/**
 * @param {import('./tab-content.js').TabContent} content
 * @param {number} row
 * @param {(link: string) => LinkTarget | null} targetOf
 */
export function drawRow({ headerRows, signs, rows, checkColumn, widths }, row, targetOf) {
  const isHeader = row < headerRows;
  const number = element('th', { role: 'rowheader', class: 'row-number' }, String(row + 1));
  const cells = (rows[row] ?? []).map((cell, column) => {
    const isCheck = column === checkColumn;
    const isCut = !isHeader && isLong(cell, widths[column] ?? 0, isCheck ? CHECK_LINES : 1);
    return drawCell(cell, { isHeader, isCheck, isCut }, targetOf);
  });
  return element('tr', { role: 'row', 'data-row': row, class: signs[row] && `sign-${signs[row]}` }, number, ...cells);
}
