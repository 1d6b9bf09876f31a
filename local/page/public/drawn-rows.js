/** The rows of the grid that are on the page so far: those that are wanted at once, the rest little by little. */
import { element } from './element.js';
import { drawRow } from './grid-row.js';

/**
 * @typedef {object} DrawnRows
 * @property {(row: number) => HTMLTableRowElement | undefined} at draws as far as the row, if the tab has it
 * @property {(firstRow: number, lastRow: number) => void} mark these and no others
 * @property {() => void} stop
 */

/** Rows drawn at once, and skipped at once while they are out of view: each has a `tbody` of its own (see grid.css). */
const CHUNK_ROWS = 25;

/**
 * @param {{ table: HTMLTableElement, head: HTMLTableSectionElement }} places
 * @param {import('./tab-content.js').TabContent} content
 * @param {(link: string) => import('./grid.js').LinkTarget | null} targetOf
 * @returns {DrawnRows}
 */
export function createDrawnRows({ table, head }, content, targetOf) {
  /** @type {HTMLTableRowElement[]} */
  const drawn = [];
  /** @type {HTMLTableRowElement[]} */
  let marked = [];

  /** @param {number} end */
  function drawTo(end) {
    const from = drawn.length;
    for (let row = from; row < Math.min(end, content.rows.length); row += 1)
      drawn.push(drawRow(content, row, targetOf));
    return drawn.slice(from);
  }

  /** Draws whole chunks until a row is among them. @param {number} row */
  function drawThrough(row) {
    while (drawn.length <= row && drawn.length < content.rows.length) {
      table.append(element('tbody', { role: 'rowgroup' }, ...drawTo(drawn.length + CHUNK_ROWS)));
    }
  }

  /** The page answers in between. */
  function drawRest() {
    drawThrough(drawn.length);
    if (drawn.length < content.rows.length) timer = setTimeout(drawRest);
  }

  head.append(...drawTo(content.headerRows));
  drawThrough(content.headerRows);
  let timer = setTimeout(drawRest);

  return {
    at(row) {
      drawThrough(row);
      return drawn[row];
    },
    mark(firstRow, lastRow) {
      drawThrough(lastRow);
      for (const row of marked) row.classList.remove('marked');
      marked = drawn.slice(firstRow, lastRow + 1);
      for (const row of marked) row.classList.add('marked');
    },
    stop: () => clearTimeout(timer),
  };
}
