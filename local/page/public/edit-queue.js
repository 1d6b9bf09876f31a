/**
 * What was typed and is not yet answered for: sent in the order of typing, together when more has come meanwhile, and
 * again when the server is busy. Nothing leaves the queue before the server has taken or refused it.
 */
import { columnLetters } from './address.js';
import { PageProblem } from './origin.js';

/**
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {'idle' | 'saving' | 'waiting'} QueueState
 * @typedef {object} Desk
 * @property {(data: { range: string, values: string[][] }[]) => Promise<string[][][]>} write
 * @property {(edits: Edit[]) => void} settled `text` is then what the cells show
 * @property {(edits: Edit[], problem: PageProblem) => void} refused
 * @property {(edits: Edit[]) => void} lost not taken, and their row is gone
 * @property {(state: QueueState) => void} state
 * @typedef {object} EditQueue
 * @property {(edits: Edit[]) => void} add
 * @property {(place: Place) => boolean} has
 * @property {() => Edit[]} waiting
 * @property {(follow: (row: number) => number | null) => void} move rows have moved
 * @property {() => boolean} isEmpty
 * @property {() => Promise<void>} drained
 */

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
/** Busy, or unreachable: the same request may do better later. */
const PASSING = new Set([0, 429, 500, 503]);

/** @param {Place} place */
const keyOf = ({ row, column }) => `${row}:${column}`;

/**
 * Neighbours in a row as one range. @param {Edit[]} edits
 * @param {string} tab quoted
 */
function blocksOf(edits, tab) {
  const sorted = edits.toSorted((one, other) => one.row - other.row || one.column - other.column);
  /** @type {Edit[][]} */
  const runs = [];
  for (const edit of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && last.row === edit.row && last.column + 1 === edit.column) run?.push(edit);
    else runs.push([edit]);
  }
  return runs.map((run) => {
    const { row, column } = /** @type {Edit} */ (run[0]);
    const range = `${tab}!${columnLetters(column)}${row + 1}:${columnLetters(column + run.length - 1)}${row + 1}`;
    return { run, range, values: [run.map(({ text }) => text)] };
  });
}

/**
 * @param {string} tab quoted, as it stands before the ! of a range
 * @param {Desk} desk
 * @returns {EditQueue}
 */
export function createEditQueue(tab, desk) {
  /** @type {Map<string, Edit>} */
  let queued = new Map();
  /** On their way, block by block; null where the row is gone. @type {(Edit | null)[]} */
  let sent = [];
  /** Those on their way whose row is gone: the server may have taken them before. @type {Edit[]} */
  let gone = [];
  let isPumping = false;
  /** @type {(() => void)[]} */
  let atEnd = [];

  const stillSent = () => sent.filter((edit) => edit !== null);

  function forgetSent() {
    sent = [];
    gone = [];
  }

  async function send() {
    const blocks = blocksOf([...queued.values()], tab);
    sent = blocks.flatMap(({ run }) => run);
    queued = new Map();
    desk.state('saving');
    const answers = await desk.write(blocks.map(({ range, values }) => ({ range, values })));
    const texts = blocks.flatMap(({ run }, block) => run.map((_, at) => answers[block]?.[0]?.[at] ?? ''));
    // In the rows where they are now: these may have moved on the way.
    const settled = sent.flatMap((edit, at) => (edit === null ? [] : [{ ...edit, text: texts[at] ?? '' }]));
    forgetSent();
    if (settled.length > 0) desk.settled(settled);
  }

  /** A newer text of the same cell stands. */
  function putBack() {
    queued = new Map([...stillSent(), ...queued.values()].map((edit) => [keyOf(edit), edit]));
    forgetSent();
  }

  /** How long to wait before the next attempt. @param {unknown} problem @param {number} waitedMs */
  function giveWay(problem, waitedMs) {
    if (!(problem instanceof PageProblem)) throw problem;
    if (gone.length > 0) desk.lost(gone);
    if (PASSING.has(problem.status)) {
      putBack();
      desk.state('waiting');
      return Math.min(LONGEST_WAIT_MS, waitedMs === 0 ? FIRST_WAIT_MS : waitedMs * 2);
    }
    const refused = stillSent();
    forgetSent();
    if (refused.length > 0) desk.refused(refused, problem);
    return 0;
  }

  async function pump() {
    isPumping = true;
    let waitMs = 0;
    try {
      while (queued.size > 0) {
        try {
          await send();
          waitMs = 0;
        } catch (problem) {
          waitMs = giveWay(problem, waitMs);
          await new Promise((resolve) => setTimeout(resolve, waitMs));
        }
      }
    } finally {
      isPumping = false;
    }
    desk.state('idle');
    for (const resolve of atEnd) resolve();
    atEnd = [];
  }

  const all = () => [...stillSent(), ...queued.values()];
  return {
    add(edits) {
      for (const edit of edits) queued.set(keyOf(edit), edit);
      if (!isPumping && edits.length > 0) void pump();
    },
    has: (place) => all().some((edit) => keyOf(edit) === keyOf(place)),
    waiting: all,
    move(follow) {
      /** @param {Edit} edit */
      const moved = (edit) => {
        const row = follow(edit.row);
        return row === null ? null : { ...edit, row };
      };
      gone.push(...stillSent().filter((edit) => moved(edit) === null));
      sent = sent.map((edit) => edit && moved(edit));
      const waiting = [...queued.values()];
      const lost = waiting.filter((edit) => moved(edit) === null);
      const kept = waiting.map(moved).filter((edit) => edit !== null);
      queued = new Map(kept.map((edit) => [keyOf(edit), edit]));
      if (lost.length > 0) desk.lost(lost);
    },
    isEmpty: () => !isPumping,
    drained: () => (isPumping ? new Promise((resolve) => atEnd.push(resolve)) : Promise.resolve()),
  };
}
