/** Joins what an edited tab is made of: the bar, the grid, the queue to the server, the readings from it. */
import { askContent } from './ask-content.js';
import { createChartsView } from './charts-view.js';
import { drawCheckSummary } from './check-summary.js';
import { createChosenPlace } from './chosen-place.js';
import { drawEditBar } from './edit-bar.js';
import { createEditExchange } from './edit-exchange.js';
import { createEditQueue } from './edit-queue.js';
import { closedReason } from './edit-rules.js';
import { NOT_CHECKED_NOW } from './edit-wording.js';
import { element } from './element.js';
import { createKnownContent } from './known-content.js';
import { problemText } from './origin.js';
import { createReadingLoop } from './reading-loop.js';
import { createRowAdder } from './row-adder.js';
import { rowButtons } from './row-buttons.js';
import { fireEdit } from './script.js';
import { cellAt } from './sheet-content.js';
import { changeSheet, hasScript, quotedTitle, writeValues } from './sheets-api.js';
import { isFromCheck, readTab } from './tab-content.js';

/**
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {object} EditParts they know one another, so each is asked for only when it is needed
 * @property {import('./tab-view.js').TabName} tab
 * @property {import('./tab-view.js').ViewContext} context
 * @property {HTMLElement} box of the grid
 * @property {boolean} isClosed
 * @property {import('./known-content.js').KnownContent} known
 * @property {import('./charts-view.js').ChartsView} charts
 * @property {import('./edit-bar.js').EditBar} bar
 * @property {import('./edit-queue.js').EditQueue} queue
 * @property {import('./load-editor.js').SheetEditor} editor
 * @property {import('./chosen-place.js').ChosenPlace} chosen
 * @property {import('./edit-exchange.js').EditExchange} exchange
 * @property {import('./reading-loop.js').ReadingLoop} loop
 */

/** @param {EditParts} parts @returns {import('./row-buttons.js').Desk} */
const rowDesk = (parts) => ({
  content: parts.known.shown,
  area: () => parts.chosen.area(),
  say: (text) => parts.bar.say(text),
  focus() {
    if (!parts.isClosed) parts.editor.focus();
  },
  async change(requests) {
    await parts.queue.drained();
    await changeSheet(parts.tab.id, requests);
    await parts.loop.now().catch((problem) => {
      // The tab was left meanwhile: nobody waits for the rows.
      if (!parts.context.signal.aborted) throw problem;
    });
  },
});

/** @param {EditParts} parts @returns {import('./edit-queue.js').Desk} */
const queueDesk = (parts) => ({
  write: (data) => writeValues(parts.tab.id, data),
  settled(edits) {
    parts.exchange.settled(edits);
    if (!hasScript(parts.tab.id)) return;
    // Marks come back like any other change; without them the night will mark.
    fireEdit(parts.tab.id, parts.known.shown().sheetId, edits).catch(() => parts.bar.say(NOT_CHECKED_NOW));
  },
  lost: (edits) => parts.exchange.lost(edits),
  refused: (edits, problem) => parts.exchange.refused(edits, problem),
  state: parts.bar.state,
});

/** @param {SheetContent} content @param {import('./load-editor.js').Place} place */
function noteMark(content, { row, column }) {
  const { note } = cellAt(content, row, column);
  return note === '' ? null : isFromCheck(note) ? 'found' : 'plain';
}

/** @param {EditParts} parts @returns {import('./load-editor.js').Hooks} */
const gridHooks = (parts) => ({
  refusal(place) {
    const reason = closedReason(parts.known.shown(), place);
    if (reason === null) parts.known.typingBegins();
    parts.context.card.hide();
    return reason;
  },
  refused: parts.bar.say,
  rowsMissing: createRowAdder({ ...rowDesk(parts), isClosed: () => parts.isClosed }),
  isBox: ({ row, column }) => cellAt(parts.known.shown(), row, column).choices?.kind === 'box',
  edited: (edits) => parts.exchange.typed(edits),
  selected: (area) => parts.chosen.show(area),
  hovered: (place) => parts.chosen.hover(place),
  scrolled: () => parts.context.card.moved(),
  editEnded: () => parts.exchange.typingEnded(),
  noteMark: (place) => noteMark(parts.known.shown(), place),
});

/** @param {EditParts} parts @param {SheetAnswer} answer */
export function drawSummary({ bar, box, chosen, editor }, answer) {
  const active = () => ({ row: chosen.area().top, column: chosen.area().left });
  bar.summary(drawCheckSummary(readTab(answer), { table: box, active, goTo: (place) => editor.select(place) }));
}

/** @param {EditParts} parts */
async function readAgain(parts) {
  const { tab, context, exchange, charts } = parts;
  const { answer, content } = await askContent(tab, context.signal);
  if (context.signal.aborted) return;
  exchange.takeIn(content);
  drawSummary(parts, answer);
  await charts.show(answer.charts ?? []);
}

/**
 * @param {import('./tab-view.js').TabName} tab
 * @param {import('./tab-view.js').ViewContext} context
 * @param {(box: HTMLElement, hooks: import('./load-editor.js').Hooks) => import('./load-editor.js').SheetEditor} openGrid
 * @param {SheetContent} first
 * @returns {EditParts}
 */
export function joinParts(tab, context, openGrid, first) {
  const box = element('div', { class: 'editor', role: 'application', 'aria-label': `Bảng sửa: ${tab.title}` });
  const known = createKnownContent(first);
  const charts = createChartsView(tab.id, context.titles);
  /** @type {Partial<EditParts>} */
  const made = { tab, context, box, isClosed: false, known, charts };
  const parts = /** @type {EditParts} */ (made);
  parts.bar = drawEditBar(rowButtons(rowDesk(parts)));
  parts.queue = createEditQueue(quotedTitle(tab.title), queueDesk(parts));
  parts.editor = openGrid(box, gridHooks(parts));
  parts.chosen = createChosenPlace(parts);
  parts.exchange = createEditExchange(parts);
  parts.loop = createReadingLoop(() => readAgain(parts), {
    gone: (problem) => parts.bar.say(problemText(problem)),
    signal: context.signal,
  });
  return parts;
}
