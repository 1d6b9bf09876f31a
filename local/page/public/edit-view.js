/** A tab that is edited: what is typed goes to the server, what others change comes back, and neither loses the other. */
import { askContent } from './ask-content.js';
import { drawSummary, joinParts } from './edit-parts.js';
import { element } from './element.js';
import { loadEditor } from './load-editor.js';
import { nearestPlace } from './sheet-content.js';

/**
 * @typedef {import('./edit-parts.js').EditParts} EditParts
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 * @typedef {import('./tab-view.js').TabView} TabView
 */

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** @param {EditParts} parts @param {SheetAnswer} answer */
async function stand(parts, answer) {
  const { known, editor, charts } = parts;
  editor.show(known.shown());
  await Promise.all([editor.rendered(), charts.show(answer.charts ?? [])]);
  if (!parts.isClosed) editor.select(nearestPlace(known.shown(), { row: known.shown().frozenRows, column: 0 }));
}

/** @param {EditParts} parts @param {import('./address.js').Area} wanted */
function goTo({ known, isClosed, editor }, { firstRow, lastRow, column }) {
  if (isClosed) return;
  const last = nearestPlace(known.shown(), { row: lastRow, column });
  editor.select(nearestPlace(known.shown(), { row: firstRow, column }), last.row);
  editor.focus();
}

/** @param {EditParts} parts @returns {import('./tab-view.js').Position} */
function position({ box, chosen }) {
  const { top, left } = chosen.area();
  return { at: { row: top, column: left }, top: 0, hadFocus: box.contains(document.activeElement) };
}

/** @param {EditParts} parts */
async function close(parts) {
  const { loop, editor, charts, context } = parts;
  loop.stop();
  await editor.finish();
  parts.isClosed = true;
  charts.stop();
  context.card.select(() => null);
  editor.dispose();
}

/** @param {EditParts} parts @param {SheetAnswer} first @returns {TabView} */
function viewOf(parts, first) {
  const { bar, charts, box, known, editor, queue, loop } = parts;
  let standing = Promise.resolve();
  const schemeChanged = () => editor.setDark(DARK.matches);
  DARK.addEventListener('change', schemeChanged);
  return {
    root: element('div', { class: 'edit-view' }, bar.root, charts.root, box),
    start() {
      standing = stand(parts, first);
      return standing;
    },
    goTo(wanted) {
      // Another address may be opened while the grid is still being drawn.
      void standing.then(() => goTo(parts, wanted));
    },
    changed: loop.soon,
    position: () => position(parts),
    restore({ at }) {
      if (at) editor.select(nearestPlace(known.shown(), at));
    },
    hasUnsaved: () => !queue.isEmpty() || editor.editing() !== null,
    async close() {
      DARK.removeEventListener('change', schemeChanged);
      await close(parts);
    },
  };
}

/**
 * @param {import('./tab-view.js').TabName} tab
 * @param {import('./tab-view.js').ViewContext} context
 * @returns {Promise<TabView>}
 */
export async function openEditView(tab, context) {
  const [openEditor, first] = await Promise.all([loadEditor(), askContent(tab, context.signal)]);
  if (context.signal.aborted) throw new DOMException('Another tab was opened.', 'AbortError');
  const parts = joinParts(tab, context, (box, hooks) => openEditor(box, hooks, DARK.matches), first.content);
  drawSummary(parts, first.answer);
  return viewOf(parts, first.answer);
}
