/** As Google does it: a block that is pasted beyond the last row makes the tab longer. */
import { closedReason } from './edit-rules.js';
import { PASTE_AGAIN, tooLongText } from './edit-wording.js';
import { problemText } from './origin.js';
import { appendRows } from './row-actions.js';

/** A district has some hundreds of rows a month; thousands are a wrong block. */
export const MOST_ROWS_ADDED = 2_000;

/**
 * @param {Pick<import('./row-buttons.js').Desk, 'content' | 'change' | 'say'> & { isClosed: () => boolean }} desk
 * @returns {import('./load-editor.js').Hooks['rowsMissing']}
 */
export function createRowAdder({ content, change, say, isClosed }) {
  /** @param {import('./load-editor.js').Area} area @param {number} count */
  function refusal({ top, left }, count) {
    if (count > MOST_ROWS_ADDED) return tooLongText(MOST_ROWS_ADDED);
    return closedReason(content(), { row: top, column: left });
  }

  return async (area, count, again) => {
    const reason = refusal(area, count);
    if (reason !== null) return say(reason);
    const wanted = content().rowCount + count;
    try {
      await change(appendRows(content(), count));
    } catch (problem) {
      return say(problemText(problem));
    }
    if (isClosed()) return;
    // Others changed the rows meanwhile: the block would lie over theirs.
    if (content().rowCount === wanted) again();
    else say(PASTE_AGAIN);
  };
}
