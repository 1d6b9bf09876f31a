/** Work that a person starts with a button: one piece at a time, with its result in words in one live region. */
import { problemText } from './origin.js';

/**
 * @typedef {'' | 'good' | 'warn' | 'bad'} Tone
 * @typedef {{ text: string, tone: Tone }} Result
 * @typedef {object} Job
 * @property {string} running what the button says meanwhile
 * @property {string} started what the region says meanwhile
 * @property {string} failed what stands before the reason when it failed
 * @property {() => Promise<Result>} run
 * @property {() => Promise<string | null>} [progress] how far it has come, in words
 * @typedef {object} Jobs
 * @property {(button: HTMLButtonElement, job: Job) => Promise<void>} run
 * @property {() => void} clear takes the last result away, unless one is still awaited
 * @property {(result: Result) => void} say
 */

const PROGRESS_MS = 700;

/**
 * @param {HTMLElement} region a live region
 * @param {() => Promise<void>} afterwards
 * @returns {Jobs}
 */
export function createJobs(region, afterwards) {
  let isRunning = false;

  /** @param {Result} result */
  function say({ text, tone }) {
    region.className = `notice ${tone}`;
    region.textContent = text;
  }

  /** Says how far the work has come until it ends; the end's own words come last. @param {Job} job @returns {() => void} */
  function follow({ progress }) {
    if (!progress) return () => {};
    let isOver = false;
    const timer = setInterval(async () => {
      const text = await progress().catch(() => null);
      if (text !== null && !isOver) say({ text, tone: '' });
    }, PROGRESS_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }

  /** Whether the work came to an end. @param {Job} job */
  async function finish(job) {
    const stopFollowing = follow(job);
    try {
      say(await job.run().finally(stopFollowing));
      return true;
    } catch (problem) {
      say({ text: `${job.failed} ${problemText(problem)}`, tone: 'bad' });
      return false;
    }
  }

  /** @param {HTMLButtonElement} button @param {Job} job */
  async function run(button, job) {
    if (isRunning) return say({ text: 'Việc trước chưa xong. Vui lòng chờ rồi bấm lại.', tone: 'warn' });
    isRunning = true;
    const label = button.textContent;
    button.disabled = true;
    button.textContent = job.running;
    say({ text: job.started, tone: '' });
    const isDone = await finish(job).finally(() => {
      isRunning = false;
      button.disabled = false;
      button.textContent = label;
    });
    // A disabled button loses the focus; someone who has gone elsewhere meanwhile stays there.
    if (document.activeElement === document.body) button.focus();
    if (isDone) await afterwards();
  }

  return {
    run,
    say,
    clear() {
      if (!isRunning) region.replaceChildren();
    },
  };
}
