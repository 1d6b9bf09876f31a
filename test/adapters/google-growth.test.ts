import assert from 'node:assert/strict';
import { grown, growRequests, grows, type RowCounts } from '../../functions/adapters/google-growth.ts';

const counts = (...entries: [number, number][]): RowCounts => new Map(entries);

describe('the rows that a change needs', () => {
  const known = counts([1, 100], [2, 200]);

  for (const [what, rowCounts, room, expected] of [
    ['nothing', counts(), counts(), []],
    ['fewer rows than there are: none is deleted', counts([1, 50]), counts([2, 150]), []],
    ['as many as there are', counts([1, 100]), counts([2, 200]), []],
    ['a tab that nobody has seen', counts([9, 50]), counts([9, 50]), []],
    ['a tab of ours gets a size', counts([1, 150]), counts(), ['updateSheetProperties 150']],
    [
      'a tab of staff gets rows, never a size that could cut off what they pasted meanwhile',
      counts(),
      counts([2, 250]),
      ['appendDimension 50', 'copyPaste 200-250', 'copyPaste 200-250', 'repeatCell 200-250'],
    ],
  ] as const) {
    it(what, () => {
      const said = growRequests({ rowCounts, room }, known).map((request) => {
        const { updateSheetProperties: resize, appendDimension: add, copyPaste: paste, repeatCell: repeat } = request;
        const range = paste?.destination ?? repeat?.range;
        const [name] = Object.keys(request);
        return `${name} ${resize?.properties?.gridProperties?.rowCount ?? add?.length ?? `${range?.startRowIndex}-${range?.endRowIndex}`}`;
      });
      assert.deepEqual(said, expected);
    });
  }

  it('knows what there is afterwards', () => {
    const change = { rowCounts: counts([1, 150], [2, 20]), room: counts([3, 7]) };
    assert.deepEqual(grown(change, known), counts([1, 150], [2, 200], [3, 7]));
    assert.deepEqual([grows(change), grows({ rowCounts: counts() })], [true, false]);
  });
});
