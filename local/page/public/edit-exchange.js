/** Between the person at the grid and everyone else: what is typed goes out, what others change comes in, both are shown. */
import { lostText, notSavedText, ROWS_WAIT } from './edit-wording.js';
import { nearestPlace, withTexts } from './sheet-content.js';

/**
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {object} Parts
 * @property {import('./known-content.js').KnownContent} known
 * @property {Pick<import('./edit-queue.js').EditQueue, 'add' | 'has' | 'move' | 'waiting'>} queue
 * @property {Pick<import('./load-editor.js').SheetEditor, 'editing' | 'select' | 'selection' | 'show' | 'update'>} editor
 * @property {Pick<import('./edit-bar.js').EditBar, 'say' | 'unsay'>} bar
 * @property {Pick<import('./chosen-place.js').ChosenPlace, 'nameAgain'>} chosen
 * @property {boolean} isClosed
 * @typedef {object} EditExchange
 * @property {(edits: Edit[]) => void} typed
 * @property {() => void} typingEnded
 * @property {(fresh: import('./sheet-content.js').SheetContent) => void} takeIn
 * @property {(edits: Edit[]) => void} lost
 * @property {(edits: Edit[]) => void} settled
 * @property {(edits: Edit[], problem: { message: string }) => void} refused
 */

/** @param {Parts} parts @returns {EditExchange} */
export function createEditExchange(parts) {
  const { known, queue, editor, bar, chosen } = parts;

  /** Shows what the server has in cells that nobody here is typing into. @param {Place[]} places */
  function showTruth(places) {
    if (known.holdsBack() || parts.isClosed) return;
    const typing = editor.editing();
    const free = places.filter(
      (place) => !queue.has(place) && !(typing?.row === place.row && typing.column === place.column),
    );
    if (free.length === 0) return;
    editor.update(known.shown(), free);
    chosen.nameAgain();
  }

  /** What is typed and not yet saved stays on the screen. */
  function showWaiting() {
    const waiting = known.holdsBack() ? [] : queue.waiting();
    if (waiting.length > 0) editor.update(withTexts(known.shown(), waiting), waiting);
  }

  function drawAnew() {
    const area = editor.selection();
    editor.show(known.shown());
    showWaiting();
    if (area) editor.select(nearestPlace(known.shown(), { row: area.top, column: area.left }));
  }

  /** @param {import('./known-content.js').Change} change */
  function show(change) {
    if (change.kind === 'cells') showTruth(change.places);
    if (change.kind === 'rows') drawAnew();
  }

  return {
    typed(edits) {
      const { moved, lost, elsewhere, refused, reason } = known.land(edits, queue.has);
      bar.say(reason ?? '');
      queue.add(moved);
      if (lost.length > 0) bar.say(lostText(lost));
      queueMicrotask(() => showTruth([...refused, ...elsewhere]));
      if (elsewhere.length > 0) showWaiting();
    },
    typingEnded() {
      if (editor.editing() || parts.isClosed) return;
      bar.unsay(ROWS_WAIT);
      show(known.typingEnds());
    },
    takeIn(fresh) {
      const { change, follow } = known.takeIn(fresh, editor.editing());
      if (change.kind === 'held') bar.say(ROWS_WAIT);
      if (follow) queue.move(follow);
      show(change);
    },
    lost: (edits) => bar.say(lostText(edits)),
    settled(edits) {
      known.settle(edits);
      showTruth(edits);
    },
    refused(edits, problem) {
      showTruth(edits);
      bar.say(notSavedText(edits, problem));
    },
  };
}
