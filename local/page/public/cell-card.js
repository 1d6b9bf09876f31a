/**
 * The card with a cell's whole text and its note: beside the cell on hover and on focus, at the foot of a narrow screen.
 * Escape takes it away, and the pointer may move onto it.
 * https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
import { element } from './element.js';
import { isFromCheck } from './tab-content.js';

/**
 * @typedef {{ name: string, text: string, note: string }} CellDetails
 * @typedef {import('./card-details.js').PointedCell} PointedCell
 * @typedef {object} CellCard
 * @property {(scroller: HTMLElement, detailsOf: (cell: HTMLElement) => CellDetails | null) => void} watch
 * @property {(read: () => PointedCell | null) => void} point the cell under the pointer, in a grid that is drawn
 * @property {(read: () => PointedCell | null) => void} select the cell that is chosen there; read once the grid stands still
 * @property {() => void} moved the grid was scrolled: the card follows its cell
 * @property {() => void} hide
 */

const SHOW_AFTER_MS = 180;
const HIDE_AFTER_MS = 200;
const GAP_PIXELS = 6;
const NARROW = matchMedia('(max-width: 640px)');

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const cellOf = (target) => (target instanceof Element ? target.closest('td, th') : null);

/** @param {HTMLElement} cell */
function isClipped(cell) {
  const box = cell.querySelector('.clamp') ?? cell;
  return box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
}

/** @param {number} wanted @param {number} size @param {number} room */
const fitted = (wanted, size, room) => Math.max(GAP_PIXELS, Math.min(wanted, room - size - GAP_PIXELS));

/** @param {HTMLElement} card @param {{ left: number, top: number, bottom: number }} rect of the cell */
function placeBeside(card, { left, top, bottom }) {
  const fitsBelow = bottom + GAP_PIXELS + card.offsetHeight <= innerHeight;
  const wantedTop = fitsBelow ? bottom + GAP_PIXELS : top - GAP_PIXELS - card.offsetHeight;
  card.style.left = `${fitted(left, card.offsetWidth, innerWidth)}px`;
  card.style.top = `${fitted(wantedTop, card.offsetHeight, innerHeight)}px`;
}

/** @param {import('./grid.js').LinkTarget} target */
function drawLink({ href, outside }) {
  const attributes = outside ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return element('p', {}, element('a', { href, ...attributes }, outside ? 'Mở liên kết ↗' : 'Tới dòng này →'));
}

/** At the foot the card must not lie on the very cell that it speaks of. @param {HTMLElement} card @param {HTMLElement} cell @param {HTMLElement} scroller */
function placeAtFoot(card, cell, scroller) {
  card.style.left = '';
  card.style.top = '';
  const covered = cell.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
  if (covered > 0) scroller.scrollBy({ top: covered + GAP_PIXELS });
}

/**
 * @param {HTMLElement} card
 * @returns {CellCard}
 */
export function createCellCard(card) {
  /** @type {HTMLElement | null} */
  let scroller = null;
  /** @type {HTMLElement | null} */
  let shownFor = null;
  /** @type {(cell: HTMLElement) => CellDetails | null} */
  let detailsOf = () => null;
  /** @type {() => PointedCell | null} */
  let selected = () => null;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    card.hidden = true;
    shownFor = null;
    document.body.classList.remove('card-open');
  }

  /** @param {HTMLElement} cell */
  function show(cell) {
    clearTimeout(timer);
    const details = detailsOf(cell);
    if (!details || !scroller || (details.note === '' && !isClipped(cell))) return hide();
    card.replaceChildren(...drawDetails(details));
    card.hidden = false;
    shownFor = cell;
    document.body.classList.add('card-open');
    if (NARROW.matches) placeAtFoot(card, cell, scroller);
    else placeBeside(card, cell.getBoundingClientRect());
  }

  /** Until another cell is chosen. */
  function dismiss() {
    selected = () => null;
    hide();
  }

  /** @param {PointedCell | null} cell */
  function showPointed(cell) {
    clearTimeout(timer);
    if (!cell) return hide();
    card.replaceChildren(...drawDetails(cell));
    card.hidden = false;
    document.body.classList.add('card-open');
    if (NARROW.matches) Object.assign(card.style, { left: '', top: '' });
    else placeBeside(card, cell.rect);
  }

  /** @param {CellDetails & { target?: import('./grid.js').LinkTarget | null }} details */
  function drawDetails({ name, text, note, target = null }) {
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Đóng chi tiết' }, '×');
    close.addEventListener('click', dismiss);
    return [
      element('div', { class: 'card-head' }, element('strong', {}, name), close),
      text === '' ? element('p', { class: 'quiet' }, 'Ô trống') : element('p', { class: 'card-text' }, text),
      ...(note === '' ? [] : [element('p', { class: isFromCheck(note) ? 'card-note found' : 'card-note' }, note)]),
      ...(target === null ? [] : [drawLink(target)]),
    ];
  }

  /** Back to the focused cell's card, once neither cell nor card has the pointer. */
  function settle() {
    const focused = cellOf(document.activeElement);
    if (focused && scroller?.contains(focused)) show(focused);
    else hide();
  }

  /** @param {() => void} action @param {number} delayMs */
  function later(action, delayMs) {
    clearTimeout(timer);
    timer = setTimeout(action, delayMs);
  }

  function follow() {
    if (!shownFor || !scroller || NARROW.matches) return;
    const [cell, view] = [shownFor.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const isInView =
      cell.bottom > view.top && cell.top < view.bottom && cell.right > view.left && cell.left < view.right;
    if (isInView) placeBeside(card, cell);
    else hide();
  }

  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') later(settle, HIDE_AFTER_MS);
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') dismiss();
  });
  addEventListener('resize', hide);

  return {
    hide,
    point: (read) => later(() => showPointed(read() ?? selected()), SHOW_AFTER_MS),
    select(read) {
      selected = read;
      this.moved();
    },
    moved() {
      hide();
      later(() => showPointed(selected()), SHOW_AFTER_MS);
    },
    watch(watched, details) {
      hide();
      scroller = watched;
      detailsOf = details;
      watched.addEventListener('focusin', ({ target }) => {
        const cell = cellOf(target);
        if (cell) show(cell);
      });
      watched.addEventListener('focusout', ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hide();
      });
      watched.addEventListener('pointerover', ({ target, pointerType }) => {
        const cell = cellOf(target);
        if (cell && cell !== shownFor && pointerType === 'mouse') later(() => show(cell), SHOW_AFTER_MS);
        else if (cell && cell === shownFor) clearTimeout(timer);
      });
      watched.addEventListener('pointerleave', ({ pointerType }) => {
        if (pointerType === 'mouse') later(settle, HIDE_AFTER_MS);
      });
      watched.addEventListener('scroll', follow, { passive: true });
    },
  };
}
