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
 * @property {(state: QueueState) => void} state
 * @typedef {object} EditQueue
 * @property {(edits: Edit[]) => void} add
 * @property {(place: Place) => boolean} has
 * @property {() => Edit[]} waiting
 * @property {(follow: (row: number) => number | null) => Edit[]} move rows have moved; gives back the edits whose row is gone
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
  /** @type {Edit[]} */
  let sent = [];
  let isPumping = false;
  /** @type {(() => void)[]} */
  let atEnd = [];

  /** @param {Edit[]} edits */
  async function send(edits) {
    const blocks = blocksOf(edits, tab);
    const answers = await desk.write(blocks.map(({ range, values }) => ({ range, values })));
    sent = [];
    desk.settled(
      blocks.flatMap(({ run }, block) => run.map((edit, at) => ({ ...edit, text: answers[block]?.[0]?.[at] ?? '' }))),
    );
  }

  /** A newer text of the same cell stands. @param {Edit[]} edits */
  function putBack(edits) {
    const newer = queued;
    queued = new Map(edits.map((edit) => [keyOf(edit), edit]));
    for (const [key, edit] of newer) queued.set(key, edit);
    sent = [];
  }

  /** How long to wait before the next attempt. @param {unknown} problem @param {number} waitedMs */
  function giveWay(problem, waitedMs) {
    if (!(problem instanceof PageProblem)) throw problem;
    if (PASSING.has(problem.status)) {
      putBack(sent);
      desk.state('waiting');
      return Math.min(LONGEST_WAIT_MS, waitedMs === 0 ? FIRST_WAIT_MS : waitedMs * 2);
    }
    const refused = sent;
    sent = [];
    desk.refused(refused, problem);
    return 0;
  }

  async function pump() {
    isPumping = true;
    let waitMs = 0;
    try {
      while (queued.size > 0) {
        sent = [...queued.values()];
        queued = new Map();
        desk.state('saving');
        try {
          await send(sent);
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

  const all = () => [...sent, ...queued.values()];
  return {
    add(edits) {
      for (const edit of edits) queued.set(keyOf(edit), edit);
      if (!isPumping && edits.length > 0) void pump();
    },
    has: (place) => all().some((edit) => keyOf(edit) === keyOf(place)),
    waiting: all,
    move(follow) {
      /** @type {Edit[]} */
      const lost = [];
      const moved = [...queued.values()].flatMap((edit) => {
        const row = follow(edit.row);
        if (row === null) lost.push(edit);
        return row === null ? [] : [{ ...edit, row }];
      });
      queued = new Map(moved.map((edit) => [keyOf(edit), edit]));
      return lost;
    },
    isEmpty: () => !isPumping,
    drained: () => (isPumping ? new Promise((resolve) => atEnd.push(resolve)) : Promise.resolve()),
  };
}
