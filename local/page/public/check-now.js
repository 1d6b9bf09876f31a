/** «Kiểm tra ngay»: the nightly check, run by hand, with its result in words. */
import { askOverview, askProgress, runNightly } from './origin.js';
import { figureText, inVietnameseOrder } from './wording.js';

/** @typedef {import('./origin.js').CheckedUnit} CheckedUnit */

/** @param {CheckedUnit[]} units @param {keyof import('./origin.js').Problems} severity */
const problemCount = (units, severity) =>
  units.flatMap(({ periods }) => periods).reduce((total, { problems }) => total + problems[severity], 0);

/** @param {CheckedUnit[]} failed */
async function namesOf(failed) {
  const { workbooks } = await askOverview();
  const names = new Map(workbooks.map(({ unit, name }) => [unit, name]));
  return failed.map(({ unit }) => names.get(unit) ?? unit).sort(inVietnameseOrder);
}

/**
 * @param {import('./origin.js').NightlyAnswer} answer
 * @returns {Promise<string>}
 */
async function resultText({ units, summary }) {
  const unchanged = units.filter(({ outcome }) => outcome === 'unchanged').length;
  const failed = units.filter(({ outcome }) => outcome === 'failed');
  const written = summary?.calls?.cellsWritten;
  const sentences = [
    `Đã kiểm tra xong ${figureText(units.length - failed.length)} đơn vị, trong đó ${figureText(unchanged)} không đổi.`,
    `Tìm thấy ${figureText(problemCount(units, 'error'))} lỗi, ${figureText(problemCount(units, 'warning'))} điều cần xem.`,
    written === undefined ? '' : `Đã ghi ${figureText(written)} ô.`,
    failed.length === 0 ? '' : `Không kiểm tra được: ${(await namesOf(failed)).join(', ')}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** @type {import('./jobs.js').Job} */
export const CHECK_NOW = {
  running: 'Đang kiểm tra…',
  started: 'Đang kiểm tra tất cả bảng tính. Việc này có thể mất một lúc.',
  failed: 'Chưa kiểm tra được.',
  async progress() {
    const progress = await askProgress();
    return progress && `Đang kiểm tra ${progress.name} (${progress.done + 1}/${progress.of})…`;
  },
  async run() {
    const answer = await runNightly();
    const someFailed = answer.units.some(({ outcome }) => outcome === 'failed');
    return { text: await resultText(answer), tone: someFailed ? 'warn' : 'good' };
  },
};
