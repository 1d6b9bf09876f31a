/** Where a person's edits land: each is refused, or taken in the row where its own stands now. */
import { sortOut } from './edit-rules.js';
import { rowFollower } from './follow-row.js';
import { cellAt } from './sheet-content.js';

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {object} Landing
 * @property {Edit[]} moved in the rows where they are to be written
 * @property {Edit[]} lost their row is gone
 * @property {Edit[]} elsewhere lost, or to be written in another row than they were typed in
 * @property {Edit[]} refused
 * @property {string | null} reason why some were refused, for the person
 */

/**
 * What the cell shows already is no edit, unless another text was shown when it was typed, or another one is on its way
 * to the server.
 * @param {Edit[]} edits in the rows of `begun`
 * @param {{ begun: SheetContent, shown: SheetContent, newest: SheetContent }} contents when typing began, on the screen, as last read
 * @param {(place: Place) => boolean} waits whether an edit of the cell is not yet saved, in the rows of `newest`
 * @returns {Landing}
 */
export function landEdits(edits, { begun, shown, newest }, waits) {
  const follow = begun === newest ? (/** @type {number} */ row) => row : rowFollower(begun, newest);
  const isReal = (/** @type {Edit} */ { row, column, text }) =>
    begun !== shown || text !== cellAt(shown, row, column).text || waits({ row: follow(row) ?? row, column });
  const { taken, refused, reason } = sortOut(begun, edits.filter(isReal));
  const landed = taken.map((edit) => ({ edit, row: follow(edit.row) }));
  return {
    moved: landed.flatMap(({ edit, row }) => (row === null ? [] : [{ ...edit, row }])),
    lost: landed.flatMap(({ edit, row }) => (row === null ? [edit] : [])),
    elsewhere: landed.flatMap(({ edit, row }) => (row === edit.row ? [] : [edit])),
    refused,
    reason,
  };
}
