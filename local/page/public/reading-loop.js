/** When a tab is read again: never twice at once, soon after the last of several changes, later when it did not work. */
import { PageProblem } from './origin.js';

/**
 * @typedef {object} ReadingLoop
 * @property {() => Promise<void>} now throws what went wrong; while it is read already, it is read once more afterwards
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
  let isReading = false;
  let isStale = false;
  let timer = 0;

  async function now() {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    try {
      await read();
    } finally {
      isReading = false;
    }
    if (!isStale || signal.aborted) return;
    isStale = false;
    later(SETTLE_MS);
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
