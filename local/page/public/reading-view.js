/** A tab that is read: a table, its summary, its cells' cards. */
import { columnLetters } from './address.js';
import { createChartsView } from './charts-view.js';
import { drawCheckSummary } from './check-summary.js';
import { element } from './element.js';
import { drawGrid } from './grid.js';
import { askTab } from './sheets-api.js';
import { readTab } from './tab-content.js';

/** @typedef {{ content: import('./tab-content.js').TabContent, grid: import('./grid.js').Grid }} Drawn */

const SETTLE_MS = 400;

/** @param {Drawn} drawn @param {HTMLElement} cellElement */
function detailsOf({ content, grid }, cellElement) {
  const at = grid.placeOf(cellElement);
  const cell = at && content.rows[at.row]?.[at.column];
  if (!at || !cell) return null;
  const header = at.row < content.headerRows ? '' : (content.rows[content.headerRows - 1]?.[at.column]?.text ?? '');
  const name = `${columnLetters(at.column)}${at.row + 1}`;
  return { name: header === '' ? name : `${name} · ${header}`, text: cell.text, note: cell.note };
}

/**
 * @param {import('./tab-view.js').TabName} tab
 * @param {import('./tab-view.js').ViewContext} context
 * @returns {Promise<import('./tab-view.js').TabView>}
 */
export async function openReadingView({ id, title }, { card, targetOf, titles, signal }) {
  const root = element('div', { class: 'reading-view' });
  const charts = createChartsView(id, titles);
  /** @type {Drawn | null} */
  let drawn = null;
  let timer = 0;

  /** @param {import('./tab-content.js').TabContent} content */
  function draw(content) {
    drawn?.grid.stop();
    drawn = null;
    if (content.rows.length === 0) {
      return root.replaceChildren(element('p', { class: 'notice' }, 'Trang này chưa có nội dung.'));
    }
    const grid = drawGrid(content, targetOf);
    const now = { content, grid };
    drawn = now;
    root.replaceChildren(drawCheckSummary(content, grid), charts.root, grid.scroller);
    card.watch(grid.scroller, (cell) => detailsOf(now, cell));
  }

  /** @returns {import('./tab-view.js').Position} */
  function position() {
    if (!drawn) return { at: null, top: 0, hadFocus: false };
    const { grid } = drawn;
    return { at: grid.active(), top: grid.scroller.scrollTop, hadFocus: grid.table.contains(document.activeElement) };
  }

  /** The cell keeps the focus only where it had it. @param {import('./tab-view.js').Position} was */
  function restore({ at, top, hadFocus }) {
    if (!drawn) return;
    if (at && hadFocus) drawn.grid.goTo(at);
    if (at) drawn.grid.mark(at.row, at.row - 1);
    drawn.grid.scroller.scrollTop = top;
  }

  async function readAgain() {
    const answer = await askTab(id, title, signal);
    const was = position();
    draw(readTab(answer));
    restore(was);
    await charts.show(answer.charts ?? []);
  }

  const first = await askTab(id, title, signal);
  return {
    root,
    async start() {
      draw(readTab(first));
      await charts.show(first.charts ?? []);
    },
    goTo(area) {
      if (!drawn) return;
      const lastRow = drawn.content.rows.length - 1;
      const row = Math.min(area.firstRow, lastRow);
      drawn.grid.mark(row, Math.min(area.lastRow, lastRow));
      drawn.grid.goTo({ row, column: Math.min(area.column, drawn.content.widths.length - 1) }, 'center');
    },
    changed() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        readAgain().catch((problem) => {
          // Left for another tab, or busy: what is shown stays, and «Tải lại» reads it again.
          if (!(problem instanceof DOMException)) console.warn(problem);
        });
      }, SETTLE_MS);
    },
    position,
    restore,
    hasUnsaved: () => false,
    async close() {
      clearTimeout(timer);
      charts.stop();
      drawn?.grid.stop();
    },
  };
}
