/** A cell of the drawn grid, as Univer places it, and where a person sees it. One frozen row of 40 pixels, numbers of 46. */
import assert from 'node:assert/strict';
import { seenRect } from '../../../local/page/bundled/seen-rect.js';
import type { Place } from '../../../local/page/public/load-editor.js';

const SIZE = { width: 100, height: 25 };
const MAIN = { left: 46, top: 60 };
const ROW_1 = { startRow: 1, startColumn: -1 };
const ROW_1_COLUMN_A = { startRow: 1, startColumn: 1 };

interface Case {
  why: string;
  place: Place;
  at: readonly [x: number, y: number];
  scrolled?: readonly [x: number, y: number];
  frozen?: { startRow: number; startColumn: number };
  seen: readonly [x: number, y: number] | null;
}

const CASES: readonly Case[] = [
  { why: 'nothing is scrolled: where it is', place: { row: 3, column: 2 }, at: [246, 110], seen: [246, 110] },
  {
    why: 'scrolled down and to the right: that much higher and further left',
    place: { row: 40, column: 9 },
    at: [946, 1035],
    scrolled: [600, 900],
    seen: [346, 135],
  },
  {
    why: 'a frozen row moves sideways only',
    place: { row: 0, column: 9 },
    at: [946, 20],
    scrolled: [600, 900],
    seen: [346, 20],
  },
  {
    why: 'a frozen column moves up and down only',
    place: { row: 40, column: 0 },
    at: [46, 1035],
    scrolled: [600, 900],
    frozen: ROW_1_COLUMN_A,
    seen: [46, 135],
  },
  {
    why: 'under the frozen row: not seen',
    place: { row: 1, column: 0 },
    at: [46, 60],
    scrolled: [0, 25],
    seen: null,
  },
  {
    why: 'half of it under the frozen row: seen',
    place: { row: 1, column: 0 },
    at: [46, 60],
    scrolled: [0, 12],
    seen: [46, 48],
  },
  {
    why: 'left of what is shown: not seen',
    place: { row: 1, column: 0 },
    at: [46, 60],
    scrolled: [100, 0],
    seen: null,
  },
];

describe('where a cell of the drawn grid is seen', () => {
  for (const { why, place, at, scrolled = [0, 0], frozen = ROW_1, seen } of CASES) {
    it(why, () => {
      const main = { ...MAIN, viewportScrollX: scrolled[0], viewportScrollY: scrolled[1] };
      const rect = seenRect({ x: at[0], y: at[1], ...SIZE }, place, frozen, main);
      assert.deepEqual(rect, seen && { x: seen[0], y: seen[1], ...SIZE });
    });
  }
});
