/** What a problem says of its cell: what people see there, and nothing of columns that name or reach them. */
import assert from 'node:assert/strict';
import { issue } from '../../functions/domain/cells/reading.ts';
import { type ProblemPlace, placeIssue } from '../../functions/domain/problem.ts';

const CASES: readonly [Pick<ProblemPlace, 'tab' | 'column' | 'original'>, value: string][] = [
  [{ tab: 'activities', column: 'date', original: 44863 }, '29/10/2022'],
  [{ tab: 'members', column: 'local', original: false }, 'không'],
  [{ tab: 'activities', column: 'turns', original: 2500 }, '2.500'],
  [{ tab: 'monthlyReport', column: 'budgetDistrict', original: 18_000_000 }, '18.000.000'],
  [{ tab: 'teams', column: 'village', original: 'Thôn 1' }, 'Thôn 1'],
  [{ tab: 'members', column: 'name', original: 'Nguyễn Văn An' }, ''],
  [{ tab: 'members', column: 'phone', original: 905123456 }, ''],
  [{ tab: 'teams', column: null, original: null }, ''],
];

describe('the value that a problem shows', () => {
  for (const [place, value] of CASES) {
    it(`${place.tab}.${place.column} ${JSON.stringify(place.original)} → «${value}»`, () => {
      const placed = placeIssue(issue('cell.required', 'blank'), { title: 'Trang', row: 5, ...place });
      assert.equal(placed.value, value);
    });
  }
});
