/** One reading of a tab to be edited, with the values of the ranges that its drop-downs offer. */
import { listRangesOf, readSheet } from './sheet-content.js';
import { askTab, askValues } from './sheets-api.js';

/**
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 */

/** @param {string} id @param {SheetAnswer} answer @returns {Promise<ReadonlyMap<string, string[]>>} by range, as its rule names it */
async function askLists(id, answer) {
  const ranges = listRangesOf(answer);
  const values = await askValues(
    id,
    ranges.map((range) => range.replace(/^=/, '')),
    'FORMATTED_VALUE',
  );
  return new Map(ranges.map((range, index) => [range, (values[index] ?? []).map(String).filter(Boolean)]));
}

/**
 * @param {import('./tab-view.js').TabName} tab
 * @param {AbortSignal} signal
 * @returns {Promise<{ answer: SheetAnswer, content: SheetContent }>}
 */
export async function askContent({ id, title }, signal) {
  const answer = await askTab(id, title, signal);
  return { answer, content: readSheet(answer, await askLists(id, answer)) };
}
