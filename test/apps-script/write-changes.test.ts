import assert from 'node:assert/strict';
import { runsOf } from '../../apps-script/write-changes.ts';
import type { CellChange } from '../../schemas/workbook.ts';

const at = (row: number, column: number, fill?: string): CellChange => ({
  sheetId: 1,
  row,
  column,
  ...(fill === undefined ? {} : { fill }),
});
const places = (changes: readonly CellChange[], alike?: Parameters<typeof runsOf>[1]): string[] =>
  runsOf(changes, alike).map((run) => run.map(({ row, column }) => `${row},${column}`).join(' '));

describe('runs of cells that are written in one call', () => {
  it('go down a column, whatever the order of the changes', () => {
    assert.deepEqual(places([at(3, 0), at(1, 0), at(2, 5), at(2, 0)]), ['1,0 2,0 3,0', '2,5']);
  });

  it('end at a gap: the cell between is not ours to write', () => {
    assert.deepEqual(places([at(1, 0), at(3, 0)]), ['1,0', '3,0']);
  });

  it('end where the neighbour is not alike', () => {
    const sameFill = (one: CellChange, other: CellChange) => one.fill === other.fill;
    assert.deepEqual(places([at(1, 0, '#a'), at(2, 0, '#a'), at(3, 0, '#b')], sameFill), ['1,0 2,0', '3,0']);
  });

  it('are none where nothing changes', () => assert.deepEqual(runsOf([]), []));
});
