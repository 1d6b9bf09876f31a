import assert from 'node:assert/strict';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { earlierMonths, UNIT_FIGURES, unitSummaryChanges } from '../../functions/domain/unit-summary.ts';
import type { Period } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { aReport, aTotals } from '../support/documents.ts';
import { afterChanges } from '../support/province-workbook.ts';
import { contextOf, makeTab, validRow, workbookOf } from '../support/workbooks.ts';

const JULY = '2022-07' as Period;
const context = contextOf();
const summaryTab = makeTab({ sheetId: 16, title: 'Tổng hợp', rowCount: 100, values: [['Tổng hợp – Huyện Vĩnh Linh']] });

function workbook(): Workbook {
  const made = workbookOf({
    members: [validRow('members')],
    activities: [validRow('activities')],
    teams: [validRow('teams'), { ...validRow('teams'), village: 'Thôn Hai', decisionDate: 'x' }],
  });
  return { ...made, tabs: [...made.tabs, summaryTab] };
}
const july = aReport({ period: JULY, totals: aTotals({ villageTeams: 3, turns: 20, mediaItems: 6 }) });
const change = (made: Workbook, earlier: readonly ReportDocument[] = [july]) =>
  unitSummaryChanges(made, reviewWorkbook(made, context), { ...context, earlier });
const shown = (made: Workbook, earlier?: readonly ReportDocument[]): readonly (readonly CellValue[])[] =>
  afterChanges(made, change(made, earlier)).tabs.find(({ title }) => title === 'Tổng hợp')?.values ?? [];
const row = (rows: ReturnType<typeof shown>, label: string) => rows.find(([first]) => first === label);

describe("Tổng hợp: a district's own figures", () => {
  const rows = shown(workbook());

  it('has the open month, the months before, and how they moved', () => {
    assert.deepEqual(rows[3], ['Chỉ tiêu', '08/2022', '07/2022', null, null, 'Tăng, giảm 08/2022 so với 07/2022']);
    assert.deepEqual(row(rows, 'Tổ cấp thôn'), ['Tổ cấp thôn', 1, 3, null, null, -2]);
    assert.deepEqual(row(rows, 'Số lượt người'), ['Số lượt người', 25, 20, null, null, 5]);
  });

  it('has its figures where the template formats them, under the header', () => {
    const { startRow, endRow, startColumn } = UNIT_FIGURES;
    assert.deepEqual([startRow, startColumn], [4, 1]);
    assert.equal(rows[startRow]?.[0], 'Tổ cấp xã');
    assert.equal(rows.length, endRow);
  });

  it('a figure that was not reported is blank, and has no trend', () => {
    assert.deepEqual(row(rows, 'Số tin, bài, chuyên mục'), ['Số tin, bài, chuyên mục', null, 6]);
  });

  it('says how many rows count', () => {
    assert.deepEqual(row(rows, 'Dòng đã đọc'), ['Dòng đã đọc', 5, 9, null, null, -4]);
    assert.deepEqual(row(rows, 'Dòng được tính')?.slice(0, 3), ['Dòng được tính', 4, 6]);
  });

  it('the first month has no trend', () => {
    const first = shown(workbook(), []);
    assert.deepEqual(first[3], ['Chỉ tiêu', '08/2022', null, null, null, 'Tăng, giảm so với tháng trước']);
    assert.deepEqual(row(first, 'Số lượt người'), ['Số lượt người', 25]);
  });

  it('writing it twice is writing it once', () => {
    const made = workbook();
    assert.deepEqual(change(afterChanges(made, change(made))), []);
  });

  it('leaves the title and all other tabs alone', () => {
    assert.ok(change(workbook()).every(({ sheetId, row: at }) => sheetId === 16 && at > 0));
  });

  it('without the tab there is nothing to write', () => assert.deepEqual(change(workbookOf()), []));

  it('takes no report of another unit or of a month that is not shown', () => {
    const strangers = [aReport({ ...july, unit: '2022:461' }), aReport({ ...july, period: '2022-01' as Period })];
    assert.deepEqual(shown(workbook(), strangers), shown(workbook(), []));
  });

  it('names no person', () => {
    const words = rows
      .flat()
      .filter((cell) => typeof cell === 'string')
      .join(' ');
    assert.ok(!words.includes('Nguyễn') && !/\d{9,}/.test(words));
  });
});

describe('the months before the open ones', () => {
  for (const [open, months] of [
    [[], []],
    [['2022-08'], ['2022-07', '2022-06', '2022-05']],
    [
      ['2022-12', '2023-01'],
      ['2022-11', '2022-10'],
    ],
  ] as const) {
    it(`${open.join(', ') || 'none open'}: ${months.join(', ') || 'none'}`, () => {
      assert.deepEqual(earlierMonths(open.map((period) => ({ period: period as Period }))), months);
    });
  }
});
