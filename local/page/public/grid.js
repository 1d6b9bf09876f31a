/**
 * A tab as a real table that is read with the arrow keys.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
import { columnLetters } from './address.js';
import { element } from './element.js';
import { movedPlace } from './grid-keys.js';
import { isFromCheck } from './tab-content.js';

/**
 * @typedef {import('./tab-content.js').Cell} Cell
 * @typedef {import('./tab-content.js').TabContent} TabContent
 * @typedef {{ row: number, column: number }} CellPlace counted from 0
 * @typedef {{ href: string, outside: boolean }} LinkTarget
 * @typedef {{ isHeader: boolean, isCheck: boolean, isCut: boolean }} CellKind
 * @typedef {{
 *   scroller: HTMLElement,
 *   table: HTMLTableElement,
 *   placeOf(cell: Element): CellPlace | null,
 *   active(): CellPlace | null,
 *   goTo(place: CellPlace, block?: ScrollLogicalPosition): void,
 *   mark(firstRow: number, lastRow: number): void,
 *   stop(): void,
 * }} Grid
 */

/** Rows drawn at once, and skipped at once while they are out of view: each has a `tbody` of its own (see grid.css). */
const CHUNK_ROWS = 25;

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
 * @param {TabContent} content
 * @param {number} row
 * @param {(link: string) => LinkTarget | null} targetOf
 */
function drawRow({ headerRows, signs, rows, checkColumn, widths }, row, targetOf) {
  const isHeader = row < headerRows;
  const number = element('th', { role: 'rowheader', class: 'row-number' }, String(row + 1));
  const cells = (rows[row] ?? []).map((cell, column) => {
    const isCheck = column === checkColumn;
    const isCut = !isHeader && isLong(cell, widths[column] ?? 0, isCheck ? CHECK_LINES : 1);
    return drawCell(cell, { isHeader, isCheck, isCut }, targetOf);
  });
  return element('tr', { role: 'row', 'data-row': row, class: signs[row] && `sign-${signs[row]}` }, number, ...cells);
}

/** A column wider than most of a phone's screen could not be read beside its neighbours. @param {TabContent} content */
const columnTracks = ({ widths }) => widths.map((width) => `min(${width}px, 62vw)`).join(' ');

/** @param {TabContent} content */
function drawLetters({ widths }) {
  const letters = widths.map((_, column) => element('th', { role: 'columnheader' }, columnLetters(column)));
  const corner = element(
    'th',
    { role: 'columnheader', class: 'row-number' },
    element('span', { class: 'unseen' }, 'Dòng'),
  );
  return element('tr', { role: 'row', class: 'letters' }, corner, ...letters);
}

/**
 * @param {TabContent} content
 * @param {(link: string) => LinkTarget | null} targetOf
 * @returns {Grid}
 */
export function drawGrid(content, targetOf) {
  // Roles are said outright, for rows that are laid out as grids lose them.
  const head = element('thead', { role: 'rowgroup' }, drawLetters(content));
  const table = element('table', { class: 'grid', role: 'grid', 'aria-readonly': 'true', 'aria-label': content.title });
  table.style.setProperty('--columns', columnTracks(content));
  table.append(head);
  const scroller = element('div', { class: 'scroller' }, table);

  /** @type {HTMLTableRowElement[]} */
  const drawn = [];
  /** @type {HTMLElement | null} */
  let activeCell = null;
  /** @type {HTMLTableRowElement[]} */
  let marked = [];
  let timer = 0;

  /** @param {number} end */
  function drawRows(end) {
    const rows = [];
    for (let row = drawn.length; row < Math.min(end, content.rows.length); row += 1) {
      const made = drawRow(content, row, targetOf);
      drawn.push(made);
      rows.push(made);
    }
    return rows;
  }

  /** Draws whole chunks until a row is among them. @param {number} row */
  function drawThrough(row) {
    while (drawn.length <= row && drawn.length < content.rows.length) {
      table.append(element('tbody', { role: 'rowgroup' }, ...drawRows(drawn.length + CHUNK_ROWS)));
    }
  }

  /** The page answers in between. */
  function drawRest() {
    drawThrough(drawn.length);
    if (drawn.length < content.rows.length) timer = setTimeout(drawRest);
  }

  /** @param {CellPlace} place @returns {HTMLElement | null} */
  function cellAt({ row, column }) {
    drawThrough(row);
    return drawn[row]?.cells[column + 1] ?? null;
  }

  /** @param {Element} cell @returns {CellPlace | null} */
  function placeOf(cell) {
    const found = cell.closest('td, th');
    const row = found?.closest('tr')?.dataset.row;
    const column = /** @type {HTMLTableCellElement | null} */ (found)?.cellIndex ?? 0;
    return row === undefined || column === 0 ? null : { row: Number(row), column: column - 1 };
  }

  /** One cell at a time can be reached by Tab; the arrow keys move which. @param {HTMLElement} cell */
  function activate(cell) {
    activeCell?.setAttribute('tabindex', '-1');
    activeCell = cell;
    cell.setAttribute('tabindex', '0');
  }

  /** @param {CellPlace} place @param {ScrollLogicalPosition} [block] */
  function goTo(place, block = 'nearest') {
    const cell = cellAt(place);
    if (!cell) return;
    activate(cell);
    // Sticky headings and row numbers cover what stands below them; measured, for headings wrap.
    scroller.style.scrollPadding = `${head.offsetHeight + 4}px 8px 8px ${(drawn[0]?.cells[0]?.offsetWidth ?? 0) + 4}px`;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block, inline: 'nearest' });
  }

  const active = () => (activeCell ? placeOf(activeCell) : null);

  table.addEventListener('keydown', (event) => {
    const from = active();
    if (!from) return;
    const size = { rows: content.rows.length, columns: content.widths.length };
    const to = movedPlace(event, from, size);
    if (to) goTo(to);
    else if (event.key === 'Enter' && event.target === activeCell) activeCell?.querySelector('a')?.click();
    else return;
    event.preventDefault();
  });
  table.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element && placeOf(target) ? target.closest('td, th') : null;
    if (!(cell instanceof HTMLElement)) return;
    activate(cell);
    cell.focus({ preventScroll: true });
  });

  head.append(...drawRows(content.headerRows));
  drawThrough(content.headerRows);
  const first = cellAt({ row: 0, column: 0 });
  if (first) activate(first);
  timer = setTimeout(drawRest);

  return {
    scroller,
    table,
    placeOf,
    active,
    goTo,
    mark(firstRow, lastRow) {
      drawThrough(lastRow);
      for (const row of marked) row.classList.remove('marked');
      marked = drawn.slice(firstRow, lastRow + 1);
      for (const row of marked) row.classList.add('marked');
    },
    stop: () => clearTimeout(timer),
  };
}
