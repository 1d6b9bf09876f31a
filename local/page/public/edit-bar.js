/** The bar above the editing grid: where one is, what can be done with rows, whether everything is saved. */
import { element } from './element.js';

/**
 * @typedef {'idle' | 'saving' | 'waiting'} QueueState
 * @typedef {{ label: string, title: string, run: () => void }} Action
 * @typedef {{ root: HTMLElement, place(text: string): void, state(state: QueueState): void, say(text: string): void, unsay(text: string): void, summary(drawn: HTMLElement): void }} EditBar
 */

/** @type {Record<QueueState, string>} */
const STATES = {
  idle: 'Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Hệ thống đang bận, sẽ lưu lại sau ít giây…',
};

/** @param {Action[]} actions @returns {EditBar} */
export function drawEditBar(actions) {
  const buttons = actions.map(({ label, title, run }) => {
    const button = element('button', { type: 'button', class: 'button small', title }, label);
    button.addEventListener('click', run);
    return button;
  });
  const place = element('span', { class: 'place', role: 'status', 'aria-live': 'polite' });
  const state = element('span', { class: 'save-state', role: 'status', 'aria-live': 'polite' }, STATES.idle);
  const refusal = element('p', { class: 'notice warn refusal', role: 'alert' });
  const summary = element('div', { class: 'edit-summary' });
  const tools = element('div', { class: 'edit-tools', role: 'toolbar', 'aria-label': 'Sửa dòng' }, ...buttons);
  const where = element('div', { class: 'edit-where' }, place, state);
  return {
    root: element('div', { class: 'edit-bar' }, element('div', { class: 'edit-line' }, tools, summary), where, refusal),
    place: (text) => place.replaceChildren(text),
    state(now) {
      state.textContent = STATES[now];
      state.dataset.state = now;
    },
    say: (text) => refusal.replaceChildren(text),
    /** What else was said meanwhile stays. */
    unsay(text) {
      if (refusal.textContent === text) refusal.replaceChildren();
    },
    summary: (drawn) => summary.replaceChildren(drawn),
  };
}
