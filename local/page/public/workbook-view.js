/** One workbook: its tabs, and the tab that is open, to edit or to read. */
import { parseRange, parseRowLink, workbookAddress } from './address.js';
import { watchChanges } from './changes.js';
import { openEditView } from './edit-view.js';
import { element } from './element.js';
import { problemText } from './origin.js';
import { openReadingView } from './reading-view.js';
import { drawScriptMenu } from './script-menu.js';
import { askWorkbook } from './sheets-api.js';
import { drawTabStrip } from './tab-strip.js';
import { drawViewSwitch, wantedWay } from './view-switch.js';

/**
 * @typedef {import('./tab-strip.js').Tab} Tab
 * @typedef {Extract<import('./address.js').Place, { view: 'workbook' }>} WorkbookPlace
 * @typedef {{ sheetId: number, view: import('./tab-view.js').TabView }} OpenTab
 * @typedef {{ id: string, title: string, tabs: Tab[], strip: import('./tab-strip.js').TabStrip, panel: HTMLElement }} OpenWorkbook
 * @typedef {{ open(place: WorkbookPlace): Promise<void>, refresh(): Promise<void>, leave(): Promise<void>, id(): string | null }} WorkbookView
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
  let stopWatching = () => {};
  let stopScript = () => {};

  async function closeTab() {
    const closing = open;
    open = null;
    await closing?.view.close();
    reading.abort();
    reading = new AbortController();
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
    const ways = drawViewSwitch(() => showAgain());
    stopScript();
    const script = drawScriptMenu(id, () => open?.sheetId);
    stopScript = script.stop;
    const bar = element('div', { class: 'title' }, back, heading, script.root, ways);
    main.replaceChildren(bar, strip.root, panel, script.sidebar);
    // Only a focus that went with the old content: someone at the buttons above stays there.
    if (document.activeElement === document.body) heading.focus({ preventScroll: true });
    stopWatching();
    stopWatching = watchChanges(id, () => open?.view.changed());
    return { id, title, tabs, strip, panel };
  }

  /** @param {OpenWorkbook} book @param {Tab} tab */
  async function readAndDraw(book, tab) {
    const { signal } = reading;
    book.panel.setAttribute('aria-labelledby', `tab-${tab.sheetId}`);
    book.panel.setAttribute('aria-busy', 'true');
    book.panel.replaceChildren(paragraph('Đang mở trang…'));
    const openView = wantedWay() === 'edit' ? openEditView : openReadingView;
    const targetOf = (/** @type {string} */ link) => linkTarget(book.id, link);
    const titles = new Map(book.tabs.map(({ sheetId, title }) => [sheetId, title]));
    const view = await openView({ id: book.id, title: tab.title }, { card, targetOf, titles, signal });
    book.panel.removeAttribute('aria-busy');
    book.panel.replaceChildren(view.root);
    open = { sheetId: tab.sheetId, view };
    await view.start();
  }

  /** @param {WorkbookPlace} wanted */
  async function show(wanted) {
    place = wanted;
    if (workbook?.id !== wanted.id) {
      await closeTab();
      workbook = null;
      workbook = await readWorkbook(wanted.id);
      if (!workbook) return;
    }
    const tab =
      wanted.sheetId === null ? workbook.tabs[0] : workbook.tabs.find((one) => one.sheetId === wanted.sheetId);
    document.title = [tab?.title, workbook.title].filter(Boolean).join(' · ');
    if (!tab) {
      await closeTab();
      return workbook.panel.replaceChildren(
        paragraph('Trang này đang ẩn hoặc không còn. Vui lòng chọn một trang ở trên.'),
      );
    }
    workbook.strip.select(tab.sheetId);
    if (open?.sheetId !== tab.sheetId) {
      await closeTab();
      await readAndDraw(workbook, tab);
    }
    const area = parseRange(wanted.range);
    if (area) open?.view.goTo(area);
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

  /** Reads again what is shown, and returns to where the reader was. */
  async function showAgain() {
    if (!place) return;
    const was = open && { sheetId: open.sheetId, position: open.view.position() };
    await closeTab();
    workbook = null;
    const again = { ...place, range: null };
    await showOrSay(again);
    const now = /** @type {OpenTab | null} */ (open);
    // Someone who has gone to another cell meanwhile stays there.
    if (was && place === again && now?.sheetId === was.sheetId) now.view.restore(was.position);
  }

  addEventListener('beforeunload', (event) => {
    if (open?.view.hasUnsaved()) event.preventDefault();
  });

  return {
    id: () => place?.id ?? null,
    open: showOrSay,
    refresh: showAgain,
    async leave() {
      place = null;
      workbook = null;
      stopWatching();
      stopWatching = () => {};
      stopScript();
      stopScript = () => {};
      await closeTab();
    },
  };
}
