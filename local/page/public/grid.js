/**
 * A tab as a real table that is read with the arrow keys.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
import { columnLetters } from './address.js';
import { createDrawnRows } from './drawn-rows.js';
import { element } from './element.js';
import { movedPlace } from './grid-keys.js';

/**
 * @typedef {import('./tab-content.js').TabContent} TabContent
 * @typedef {{ row: number, column: number }} CellPlace counted from 0
 * @typedef {{ href: string, outside: boolean }} LinkTarget
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

/** @param {Element} cell @returns {CellPlace | null} */
function placeOf(cell) {
  const found = cell.closest('td, th');
  const row = found?.closest('tr')?.dataset.row;
  const column = /** @type {HTMLTableCellElement | null} */ (found)?.cellIndex ?? 0;
  return row === undefined || column === 0 ? null : { row: Number(row), column: column - 1 };
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

  const rows = createDrawnRows({ table, head }, content, targetOf);
  /** @type {HTMLElement | null} */
  let activeCell = null;

  /** @param {CellPlace} place @returns {HTMLElement | null} */
  const cellAt = ({ row, column }) => rows.at(row)?.cells[column + 1] ?? null;

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
    scroller.style.scrollPadding = `${head.offsetHeight + 4}px 8px 8px ${(rows.at(0)?.cells[0]?.offsetWidth ?? 0) + 4}px`;
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

  const first = cellAt({ row: 0, column: 0 });
  if (first) activate(first);

  return {
    scroller,
    table,
    placeOf,
    active,
    goTo,
    mark: rows.mark,
    stop: rows.stop,
  };
}
