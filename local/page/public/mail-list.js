/** The mails as a list of links, the newest first: arrow keys, Home and End move along it. */
import { inboxAddress } from './address.js';
import { element } from './element.js';
import { momentText } from './wording.js';

/** @typedef {import('./origin.js').Mail} Mail */

/** @type {Record<string, (index: number, count: number) => number>} */
const MOVES = {
  ArrowUp: (index) => Math.max(0, index - 1),
  ArrowDown: (index, count) => Math.min(count - 1, index + 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param {Mail} mail */
const drawLine = ({ id, to, subject, at }) =>
  element(
    'li',
    {},
    element(
      'a',
      { href: inboxAddress(id), 'data-id': id },
      element('span', { class: 'subject' }, subject || '(không có tiêu đề)'),
      element('span', { class: 'quiet' }, to.join(', ')),
      element('time', { datetime: at, class: 'quiet' }, momentText(at)),
    ),
  );

/** @param {HTMLElement} list @returns {HTMLAnchorElement[]} */
const linksOf = (list) => [...list.querySelectorAll('a')];

/** @param {KeyboardEvent & { currentTarget: EventTarget | null }} event */
function moveAlong(event) {
  const links = linksOf(/** @type {HTMLElement} */ (event.currentTarget));
  const from = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  const to = MOVES[event.key]?.(from, links.length);
  if (to === undefined || from < 0) return;
  event.preventDefault();
  links[to]?.focus();
}

export function drawMailList() {
  const list = element('ol', { class: 'mails', 'aria-label': 'Các thư, mới nhất trước' });
  list.addEventListener('keydown', moveAlong);
  return list;
}

/** Draws the lines anew; who stood at a mail stays at it. @param {HTMLElement} list @param {Mail[]} mails */
export function fillMailList(list, mails) {
  const active = document.activeElement;
  const id = active instanceof HTMLElement && list.contains(active) ? (active.dataset.id ?? null) : null;
  list.replaceChildren(...mails.map(drawLine));
  if (id !== null) focusMail(list, id);
}

/** @param {HTMLElement} list @param {string | null} id */
export function markMail(list, id) {
  for (const link of linksOf(list)) {
    if (link.dataset.id === id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** @param {HTMLElement} list @param {string} id */
export function focusMail(list, id) {
  linksOf(list)
    .find((link) => link.dataset.id === id)
    ?.focus();
}
