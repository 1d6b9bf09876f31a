/**
 * What is known of a tab that is typed into while others change it, and who wins: cells are taken over at once, but for
 * the one being typed into, which shows its truth when the typing ends; other rows are held back until then, for to draw
 * the tab anew would lose what is being typed. What goes to the server follows its rows at once.
 */
import { rowFollower } from './follow-row.js';
import { landEdits } from './land-edits.js';
import { withTexts } from './sheet-content.js';
import { changedPlaces, hasSameShape } from './sheet-diff.js';

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {{ kind: 'cells', places: Place[] }} OtherCells cells that show something else
 * @typedef {{ kind: 'rows' }} OtherRows the tab is to be drawn anew
 * @typedef {{ kind: 'held' }} HeldBack nothing is to be shown before the typing ends
 * @typedef {OtherCells | OtherRows | HeldBack} Change
 * @typedef {((row: number) => number | null) | null} Follow where rows of the last reading are in this one; null: where they were
 * @typedef {object} KnownContent
 * @property {() => SheetContent} shown
 * @property {() => boolean} holdsBack the server has other rows than those that are shown
 * @property {() => void} typingBegins
 * @property {() => OtherCells | OtherRows} typingEnds
 * @property {(edits: Edit[], waits: (place: Place) => boolean) => import('./land-edits.js').Landing} land takes what was typed,
 *   to the rows of the last reading; `waits`: an edit of the cell, in those rows, is not yet saved
 * @property {(edits: Edit[]) => void} settle the server has taken them, in the rows of the last reading
 * @property {(fresh: SheetContent, typing: Place | null) => { change: Change, follow: Follow }} takeIn what the server says now
 */

/** @param {SheetContent} first @returns {KnownContent} */
export function createKnownContent(first) {
  let shown = first;
  /** A newer content with other rows, while a cell is being typed into. @type {SheetContent | null} */
  let held = null;
  /** The content when typing began. @type {SheetContent | null} */
  let begun = null;
  /** Cells that others changed while they were typed into here. @type {Place[]} */
  let skipped = [];

  /** @param {SheetContent} fresh @param {Place | null} typing @returns {OtherCells} */
  function takeCells(fresh, typing) {
    const places = changedPlaces(shown, fresh);
    shown = fresh;
    held = null;
    skipped.push(...places.filter(({ row, column }) => row === typing?.row && column === typing.column));
    return { kind: 'cells', places };
  }

  /** @param {SheetContent} fresh @returns {OtherRows} */
  function takeRows(fresh) {
    shown = fresh;
    held = null;
    skipped = [];
    return { kind: 'rows' };
  }

  /** @param {SheetContent} fresh @param {Place | null} typing @returns {Change} */
  function take(fresh, typing) {
    if (hasSameShape(shown, fresh)) return takeCells(fresh, typing);
    if (!typing) return takeRows(fresh);
    held = fresh;
    return { kind: 'held' };
  }

  return {
    shown: () => shown,
    holdsBack: () => held !== null,
    typingBegins() {
      begun ??= shown;
    },
    typingEnds() {
      begun = null;
      if (held) return takeRows(held);
      const places = skipped;
      skipped = [];
      return { kind: 'cells', places };
    },
    land(edits, waits) {
      const landing = landEdits(edits, { begun: begun ?? shown, shown, newest: held ?? shown }, waits);
      begun = null;
      return landing;
    },
    settle(edits) {
      if (held) held = withTexts(held, edits);
      else shown = withTexts(shown, edits);
    },
    takeIn(fresh, typing) {
      const last = held ?? shown;
      const follow = hasSameShape(last, fresh) ? null : rowFollower(last, fresh);
      return { change: take(fresh, typing), follow };
    },
  };
}
