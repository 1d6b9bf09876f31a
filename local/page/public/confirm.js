/** Asks before something that cannot be taken back. */
import { element } from './element.js';

/**
 * @param {string} question
 * @param {string} yes what the button that does it says
 * @returns {Promise<boolean>}
 */
export function confirmed(question, yes) {
  const no = element('button', { type: 'button', class: 'button', autofocus: true }, 'Không');
  const go = element('button', { type: 'button', class: 'button primary' }, yes);
  const text = element('p', { id: 'question' }, question);
  const buttons = element('div', { class: 'actions' }, no, go);
  const dialog = element('dialog', { class: 'question', 'aria-labelledby': 'question' }, text, buttons);
  document.body.append(dialog);
  return new Promise((resolve) => {
    no.addEventListener('click', () => dialog.close());
    go.addEventListener('click', () => dialog.close('yes'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}
