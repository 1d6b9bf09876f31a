/** One workbook: its tabs, and the tab that is open. */
import { columnLetters, parseRange, parseRowLink, workbookAddress } from './address.js';
import { drawCheckSummary } from './check-summary.js';
import { element } from './element.js';
import { drawGrid } from './grid.js';
import { askTab, askWorkbook, problemText } from './origin.js';
import { readTab } from './tab-content.js';
import { drawTabStrip } from './tab-strip.js';

/**
 * @typedef {import('./tab-strip.js').Tab} Tab
 * @typedef {import('./tab-content.js').TabContent} TabContent
 * @typedef {Extract<import('./address.js').Place, { view: 'workbook' }>} WorkbookPlace
 * @typedef {{ content: TabContent, grid: import('./grid.js').Grid }} OpenTab
 * @typedef {{ id: string, title: string, tabs: Tab[], strip: import('./tab-strip.js').TabStrip, panel: HTMLElement }} OpenWorkbook
 * @typedef {{ open(place: WorkbookPlace): Promise<void>, refresh(): Promise<void>, leave(): void, id(): string | null }} WorkbookView
 */

const PANEL_ID = 'tab-panel';

/** @param {import('./origin.js').WorkbookAnswer} answer @returns {Tab[]} */
const visibleTabs = ({ sheets }) =>
  sheets
    .map(({ properties }) => properties)
    .filter(({ hidden, sheetType }) => !hidden && (sheetType ?? 'GRID') === 'GRID')
    .sort((one, other) => (one.index ?? 0) - (other.index ?? 0))
    .map(({ sheetId = 0, title }) => ({ sheetId, title }));

/**
 * Where a link in a cell leads; null for what is neither a row of this workbook nor a web page, `javascript:` above all.
 * @param {string} id
 * @param {string} link
 */
function linkTarget(id, link) {
  const row = parseRowLink(link);
  if (row) return { href: workbookAddress(id, row.sheetId, row.range), outside: false };
  return /^https?:\/\//i.test(link) ? { href: link, outside: true } : null;
}

/** @param {string} text @param {string} [tone] */
const paragraph = (text, tone = '') => element('p', { class: `notice ${tone}`, role: tone === 'bad' && 'alert' }, text);

/**
 * @param {HTMLElement} main
 * @param {import('./cell-card.js').CellCard} card
 * @returns {WorkbookView}
 */
export function createWorkbookView(main, card) {
  /** @type {OpenWorkbook | null} */
  let workbook = null;
  /** @type {OpenTab | null} */
  let open = null;
  /** @type {WorkbookPlace | null} */
  let place = null;
  let reading = new AbortController();

  function closeTab() {
    reading.abort();
    reading = new AbortController();
    open?.grid.stop();
    open = null;
    card.hide();
  }

  /** @param {string} id @returns {Promise<OpenWorkbook | null>} null when another address was opened meanwhile */
  async function readWorkbook(id) {
    const { signal } = reading;
    main.replaceChildren(paragraph('Đang mở bảng tính…'));
    const answer = await askWorkbook(id);
    if (signal.aborted) return null;
    const tabs = visibleTabs(answer);
    const strip = drawTabStrip(tabs, {
      panelId: PANEL_ID,
      open: (sheetId) => {
        location.hash = workbookAddress(id, sheetId);
      },
    });
    const { title } = answer.properties;
    const panel = element('section', { id: PANEL_ID, role: 'tabpanel', class: 'panel' });
    const heading = element('h1', { tabindex: -1 }, title);
    const back = element('a', { class: 'back', href: '#/' }, '‹ Danh sách');
    main.replaceChildren(element('div', { class: 'title' }, back, heading), strip.root, panel);
    // Only a focus that went with the old content: someone at the buttons above stays there.
    if (document.activeElement === document.body) heading.focus({ preventScroll: true });
    return { id, title, tabs, strip, panel };
  }

  /** @param {OpenWorkbook} book @param {Tab} tab */
  async function readAndDraw(book, tab) {
    const { signal } = reading;
    book.panel.setAttribute('aria-labelledby', `tab-${tab.sheetId}`);
    book.panel.setAttribute('aria-busy', 'true');
    book.panel.replaceChildren(paragraph('Đang mở trang…'));
    const content = readTab(await askTab(book.id, tab.title, signal));
    book.panel.removeAttribute('aria-busy');
    if (content.rows.length === 0) return book.panel.replaceChildren(paragraph('Trang này chưa có nội dung.'));
    const grid = drawGrid(content, (link) => linkTarget(book.id, link));
    open = { content, grid };
    book.panel.replaceChildren(drawCheckSummary(content, grid), grid.scroller);
    card.watch(grid.scroller, (cell) => detailsOf({ content, grid }, cell));
  }

  /** @param {OpenTab} tab @param {HTMLElement} element_ */
  function detailsOf({ content, grid }, element_) {
    const at = grid.placeOf(element_);
    const cell = at && content.rows[at.row]?.[at.column];
    if (!at || !cell) return null;
    const header = at.row < content.headerRows ? '' : (content.rows[content.headerRows - 1]?.[at.column]?.text ?? '');
    const name = `${columnLetters(at.column)}${at.row + 1}`;
    return { name: header === '' ? name : `${name} · ${header}`, text: cell.text, note: cell.note };
  }

  function goToRange() {
    const area = parseRange(place?.range ?? null);
    if (!area || !open) return;
    const lastRow = open.content.rows.length - 1;
    const row = Math.min(area.firstRow, lastRow);
    const column = Math.min(area.column, open.content.widths.length - 1);
    open.grid.mark(row, Math.min(area.lastRow, lastRow));
    open.grid.goTo({ row, column }, 'center');
  }

  /** @param {WorkbookPlace} wanted */
  async function show(wanted) {
    place = wanted;
    if (workbook?.id !== wanted.id) {
      closeTab();
      workbook = null;
      workbook = await readWorkbook(wanted.id);
      if (!workbook) return;
    }
    const tab =
      wanted.sheetId === null ? workbook.tabs[0] : workbook.tabs.find((one) => one.sheetId === wanted.sheetId);
    document.title = [tab?.title, workbook.title].filter(Boolean).join(' · ');
    if (!tab) {
      closeTab();
      return workbook.panel.replaceChildren(
        paragraph('Trang này đang ẩn hoặc không còn. Vui lòng chọn một trang ở trên.'),
      );
    }
    workbook.strip.select(tab.sheetId);
    if (open?.content.sheetId !== tab.sheetId) {
      closeTab();
      await readAndDraw(workbook, tab);
    }
    goToRange();
  }

  /** @param {WorkbookPlace} wanted */
  async function showOrSay(wanted) {
    try {
      await show(wanted);
    } catch (problem) {
      if (problem instanceof DOMException && problem.name === 'AbortError') return;
      const back = element('a', { class: 'button', href: '#/' }, 'Về danh sách');
      (workbook?.panel ?? main).replaceChildren(paragraph(problemText(problem), 'bad'), back);
    }
  }

  return {
    id: () => place?.id ?? null,
    open: showOrSay,
    /** Reads again what is shown, and returns to the row where the reader was. */
    async refresh() {
      if (!place) return;
      const was = open && { sheetId: open.content.sheetId, at: open.grid.active(), top: open.grid.scroller.scrollTop };
      const hadFocus = open?.grid.table.contains(document.activeElement) ?? false;
      closeTab();
      workbook = null;
      await showOrSay({ ...place, range: null });
      const now = /** @type {OpenTab | null} */ (open);
      if (!was || now?.content.sheetId !== was.sheetId) return;
      if (was.at && hadFocus) now.grid.goTo(was.at);
      if (was.at) now.grid.mark(was.at.row, was.at.row - 1);
      now.grid.scroller.scrollTop = was.top;
    },
    leave() {
      closeTab();
      workbook = null;
      place = null;
    },
  };
}
