/** The menu that the script adds to a workbook, and the sidebar that its items open. */
import { workbookAddress } from './address.js';
import { element } from './element.js';
import { problemText } from './origin.js';
import { callScript, rangeText, sidebarAddress } from './script.js';
import { hasScript } from './sheets-api.js';

/**
 * @typedef {import('./script.js').ScriptOutcome} ScriptOutcome
 * @typedef {{ root: HTMLElement, sidebar: HTMLElement, stop(): void }} ScriptMenu
 */

/** The sidebar's page may ask for these, as `google.script.run` would. */
const FROM_SIDEBAR = /^[A-Za-z]\w*$/;

/**
 * Empty until the script has said what it offers; a workbook without a script keeps an empty place.
 * @param {string} id
 * @param {() => number | undefined} activeSheetId
 * @returns {ScriptMenu}
 */
export function drawScriptMenu(id, activeSheetId) {
  const root = element('div', { class: 'script-menu' });
  const sidebar = element('aside', { class: 'sidebar', hidden: true });
  const message = element('p', { class: 'script-message', role: 'status' });
  let isStopped = false;

  /** @param {ScriptOutcome} outcome */
  function show({ toasts, active }) {
    if (toasts.length > 0) message.textContent = toasts.at(-1) ?? '';
    if (active) location.hash = workbookAddress(id, active.sheetId, rangeText(active.range));
  }

  /** @param {string} name @param {unknown[]} args */
  async function run(name, args) {
    const outcome = await callScript(id, { name, args, activeSheetId: activeSheetId() });
    show(outcome);
    return outcome;
  }

  /** @param {string} name */
  async function choose(name) {
    message.textContent = 'Đang chạy…';
    try {
      const { toasts, sidebar: page } = await run(name, []);
      if (toasts.length === 0) message.textContent = '';
      if (page) openSidebar(name, page.title);
    } catch (problem) {
      message.textContent = problemText(problem);
    }
  }

  /** @param {string} name @param {string} title */
  function openSidebar(name, title) {
    const frame = element('iframe', { title, src: sidebarAddress(id, name), sandbox: 'allow-scripts' });
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Đóng' }, '×');
    close.addEventListener('click', closeSidebar);
    sidebar.replaceChildren(element('div', { class: 'sidebar-head' }, element('strong', {}, title), close), frame);
    sidebar.hidden = false;
    sidebar.setAttribute('aria-label', title);
    frame.focus();
  }

  function closeSidebar() {
    sidebar.hidden = true;
    sidebar.replaceChildren();
    root.querySelector('summary')?.focus();
  }

  /** @param {MessageEvent} event */
  async function answer({ data, source }) {
    const frame = sidebar.querySelector('iframe')?.contentWindow;
    const call = data?.script;
    if (!frame || source !== frame || typeof call?.name !== 'string' || !FROM_SIDEBAR.test(call.name)) return;
    try {
      const { result } = await run(call.name, Array.isArray(call.args) ? call.args : []);
      frame.postMessage({ id: call.id, result }, '*');
    } catch (problem) {
      frame.postMessage({ id: call.id, error: problemText(problem) }, '*');
    }
  }

  async function fill() {
    if (!hasScript(id)) return;
    const { menus } = await callScript(id, { name: 'onOpen' }).catch(() => ({ menus: [] }));
    if (isStopped) return;
    root.replaceChildren(...menus.map(({ title, items }) => drawMenu(title, items, choose)), message);
  }

  addEventListener('message', answer);
  void fill();
  return {
    root,
    sidebar,
    stop() {
      isStopped = true;
      removeEventListener('message', answer);
    },
  };
}

/**
 * @param {string} title
 * @param {readonly import('./script.js').MenuItem[]} items
 * @param {(name: string) => Promise<void>} choose
 */
function drawMenu(title, items, choose) {
  const list = element('ul', { class: 'script-items' });
  const menu = element('details', { class: 'script-list' }, element('summary', { class: 'button' }, title), list);
  for (const { caption, run } of items) {
    if (run === null) continue;
    const button = element('button', { type: 'button' }, caption);
    button.addEventListener('click', () => {
      menu.open = false;
      void choose(run);
    });
    list.append(element('li', {}, button));
  }
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) menu.open = false;
  });
  return menu;
}
