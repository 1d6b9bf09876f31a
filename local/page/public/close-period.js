/** «Khóa kỳ»: the last month whose lock has passed is closed for all units, with its result in words. */
import { ask } from './origin.js';
import { figureText, periodText } from './wording.js';

/** @typedef {{ units: { outcome: string }[] }} CloseAnswer */

/** @param {CloseAnswer} answer @param {string} outcome */
const count = ({ units }, outcome) => units.filter((unit) => unit.outcome === outcome).length;

/** @param {string} period @param {CloseAnswer} answer */
function resultText(period, answer) {
  const [already, waits, failed] = ['already', 'waits', 'failed'].map((outcome) => count(answer, outcome));
  const sentences = [
    `Kỳ ${periodText(period)}: đã khóa ${figureText(count(answer, 'locked'))} đơn vị.`,
    already === 0 ? '' : `${figureText(already ?? 0)} đơn vị đã khóa từ trước.`,
    waits === 0 ? '' : `${figureText(waits ?? 0)} đơn vị còn được gia hạn.`,
    failed === 0 ? '' : `${figureText(failed ?? 0)} đơn vị chưa khóa được.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** @param {string} period @returns {import('./jobs.js').Job} */
export const closePeriod = (period) => ({
  running: 'Đang khóa…',
  started: `Đang khóa kỳ ${periodText(period)} của tất cả đơn vị. Việc này có thể mất một lúc.`,
  failed: 'Chưa khóa được kỳ.',
  async run() {
    const headers = { 'content-type': 'application/json' };
    const options = { method: 'POST', headers, body: JSON.stringify({ period }) };
    const answer = /** @type {CloseAnswer} */ (await ask('/functions/close-period', options));
    return { text: resultText(period, answer), tone: count(answer, 'failed') > 0 ? 'warn' : 'good' };
  },
});
