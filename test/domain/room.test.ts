import assert from 'node:assert/strict';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { roomSteps } from '../../functions/domain/room.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { contextOf, titleOf, VINH_LINH, validRows, withTab, workbookOf } from '../support/workbooks.ts';

const steps = (workbook: Workbook) => roomSteps(reviewWorkbook(workbook, contextOf()).tabs, VINH_LINH);

/** The room that a night makes in `Hoạt động` of such a size, whose last row with data is the given one. */
function roomOf(rowCount: number, lastRow: number, below: readonly (readonly CellValue[])[] = []): number | undefined {
  const row = validRows('activities')[0] ?? {};
  const rows = Array.from({ length: lastRow - 1 }, () => row);
  const workbook = withTab(workbookOf({ activities: rows }), titleOf('activities'), (tab) => [
    { ...tab, rowCount, values: [...tab.values, ...below] },
  ]);
  const [added] = steps(workbook).filter((step) => step.do === 'add-rows');
  return added && rowCount + added.count;
}

describe('roomSteps', () => {
  for (const [what, rowCount, lastRow, expected] of [
    ['half empty', 300, 150, undefined],
    ['50 blank rows are enough', 300, 250, undefined],
    ['49 are not: 200 below the last row', 300, 251, 451],
    ['full to its last row', 300, 300, 500],
    ['nothing typed yet, however small', 20, 1, undefined],
  ] as const) {
    it(`${what}: ${rowCount} rows, data until ${lastRow} → ${expected}`, () => {
      assert.equal(roomOf(rowCount, lastRow), expected);
    });
  }

  it('boxes without a tick and verdicts of old are no data: they ask for no more rows every night', () => {
    assert.equal(
      roomOf(
        300,
        100,
        Array.from({ length: 199 }, () => ['✓', null, false]),
      ),
      undefined,
    );
  });

  it('says nothing of tabs that a workbook lacks', () => {
    const bare = { ...workbookOf(), tabs: [] };
    assert.deepEqual(steps(bare), []);
  });

  it('asks in the new rows for what the columns ask for, and never for a colour', () => {
    const full = withTab(workbookOf(), titleOf('teams'), (tab) => [{ ...tab, rowCount: 10 }]);
    const [first, ...others] = steps(full);
    assert.ok(first?.do === 'add-rows');
    assert.deepEqual(new Set(others.map((step) => step.do)), new Set(['format', 'validate', 'style']));
    for (const step of others) {
      assert.ok('area' in step);
      assert.deepEqual([step.area.startRow, step.area.endRow], [10, 10 + first.count]);
      if (step.do === 'style') assert.deepEqual([step.area.startColumn, step.style], [0, 'wrapped']);
    }
  });
});
