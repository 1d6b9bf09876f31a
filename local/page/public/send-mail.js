/** «Gửi thư đang chờ»: the outbox, emptied by hand, with its result in words. */
import { sendWaitingMail } from './origin.js';
import { figureText } from './wording.js';

/** @param {import('./origin.js').MailAnswer} answer */
function resultText({ sent, retried, dead }) {
  // A mail that failed waits for its next turn, and is neither sent nor counted before.
  if (sent + retried + dead === 0) return 'Lúc này không có thư nào cần gửi.';
  const sentences = [
    `Đã gửi ${figureText(sent)} thư.`,
    retried === 0 ? '' : `${figureText(retried)} thư chưa gửi được và sẽ được gửi lại sau.`,
    dead === 0 ? '' : `${figureText(dead)} thư không gửi được, hệ thống không thử lại nữa.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** @type {import('./jobs.js').Job} */
export const SEND_MAIL = {
  running: 'Đang gửi thư…',
  started: 'Đang gửi các thư đang chờ.',
  failed: 'Chưa gửi được thư.',
  async run() {
    const answer = await sendWaitingMail();
    return { text: resultText(answer), tone: answer.retried + answer.dead > 0 ? 'warn' : 'good' };
  },
};
