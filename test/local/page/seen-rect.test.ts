/** A cell of the drawn grid, as Univer places it, and where a person sees it. One frozen row of 40 pixels, numbers of 46. */
import assert from 'node:assert/strict';
import { seenRect } from '../../../local/page/bundled/seen-rect.js';

const SIZE = { width: 100, height: 25 };
const MAIN = { left: 46, top: 60 };
const ROW_1 = { startRow: 1, startColumn: -1 };
const ROW_1_COLUMN_A = { startRow: 1, startColumn: 1 };

type Pair = readonly [number, number];

/** Row and column; where Univer has the cell; how far the grid is scrolled; where it is seen. */
const CASES: readonly [why: string, place: Pair, at: Pair, scrolled: Pair, seen: Pair | null, frozen?: typeof ROW_1][] =
  [
    ['nothing is scrolled: where it is', [3, 2], [246, 110], [0, 0], [246, 110]],
    ['scrolled: that much higher and further left', [40, 9], [946, 1035], [600, 900], [346, 135]],
    ['a frozen row moves sideways only', [0, 9], [946, 20], [600, 900], [346, 20]],
    ['a frozen column moves up and down only', [40, 0], [46, 1035], [600, 900], [46, 135], ROW_1_COLUMN_A],
    ['under the frozen row: not seen', [1, 0], [46, 60], [0, 25], null],
    ['half of it under the frozen row: seen', [1, 0], [46, 60], [0, 12], [46, 48]],
    ['left of what is shown: not seen', [1, 0], [46, 60], [100, 0], null],
  ];

describe('where a cell of the drawn grid is seen', () => {
  for (const [why, [row, column], [x, y], scrolled, seen, frozen = ROW_1] of CASES) {
    it(why, () => {
      const main = { ...MAIN, viewportScrollX: scrolled[0], viewportScrollY: scrolled[1] };
      const rect = seenRect({ x, y, ...SIZE }, { row, column }, frozen, main);
      assert.deepEqual(rect, seen && { x: seen[0], y: seen[1], ...SIZE });
    });
  }
});
