/**
 * The strip of a workbook's tabs: arrow keys move and open, as Home and End do.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
import { element } from './element.js';

/**
 * @typedef {{ sheetId: number, title: string }} Tab
 * @typedef {{ root: HTMLElement, select(sheetId: number): void }} TabStrip
 */

/** Held arrow keys run past tabs; only the one that they stop at is read, for reads are counted. */
const SETTLE_MS = 150;

/** @type {Record<string, (index: number, count: number) => number>} */
const MOVES = {
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * @param {Tab[]} tabs
 * @param {{ panelId: string, open: (sheetId: number) => void }} options
 * @returns {TabStrip}
 */
export function drawTabStrip(tabs, { panelId, open }) {
  const buttons = tabs.map(({ sheetId, title }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${sheetId}`,
        'aria-controls': panelId,
        'aria-selected': 'false',
        tabindex: -1,
      },
      title,
    ),
  );
  const root = element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Các trang của bảng tính' }, ...buttons);
  let timer = 0;

  /** @param {number} index */
  function select(index) {
    buttons.forEach((button, at) => {
      button.setAttribute('aria-selected', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
    });
    buttons[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {number} index @param {number} delayMs */
  function choose(index, delayMs) {
    const sheetId = tabs[index]?.sheetId;
    if (sheetId === undefined) return;
    clearTimeout(timer);
    select(index);
    timer = setTimeout(() => open(sheetId), delayMs);
  }

  buttons.forEach((button, index) => {
    button.addEventListener('click', () => choose(index, 0));
  });
  root.addEventListener('keydown', (event) => {
    const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = MOVES[event.key]?.(from, tabs.length);
    if (to === undefined || from < 0) return;
    event.preventDefault();
    buttons[to]?.focus();
    choose(to, SETTLE_MS);
  });
  return { root, select: (sheetId) => select(tabs.findIndex((tab) => tab.sheetId === sheetId)) };
}
