/** When a tab is read again: never twice at once, soon after the last of several changes, later when it did not work. */
import { PageProblem } from './origin.js';

/**
 * @typedef {object} ReadingLoop
 * @property {() => Promise<void>} now ends once what stood there at the call has been read: while it is read already, that is the
 *   reading after. Throws what went wrong
 * @property {() => void} soon
 * @property {() => void} stop
 */

/** Changes that come in quick succession are read together; reads are counted. */
const SETTLE_MS = 400;
const RETRY_MS = 5_000;

/** @param {unknown} problem */
const isAbort = (problem) => problem instanceof DOMException && problem.name === 'AbortError';

/**
 * @param {() => Promise<void>} read
 * @param {{ gone: (problem: PageProblem) => void, signal: AbortSignal }} context `gone`: there is nothing to read any more
 * @returns {ReadingLoop}
 */
export function createReadingLoop(read, { gone, signal }) {
  /** @type {Promise<void> | null} */
  let reading = null;
  /** The reading after it, when somebody wants one. @type {Promise<void> | null} */
  let next = null;
  let timer = 0;

  /** @returns {Promise<void>} */
  function now() {
    if (reading === null) {
      reading = read().finally(() => {
        reading = null;
      });
      return reading;
    }
    next ??= afterThis(reading);
    return next;
  }

  /** @param {Promise<void>} current */
  async function afterThis(current) {
    // Whoever asked for it hears of its failure.
    await current.catch(() => {});
    next = null;
    if (!signal.aborted) await now();
  }

  /** @param {number} ms */
  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      now().catch((problem) => {
        if (isAbort(problem)) return;
        if (problem instanceof PageProblem && problem.status === 404) gone(problem);
        else later(RETRY_MS);
      });
    }, ms);
  }

  return { now, soon: () => later(SETTLE_MS), stop: () => clearTimeout(timer) };
}
