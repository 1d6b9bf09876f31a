import assert from 'node:assert/strict';
import { makeSummary } from '../../functions/domain/summary.ts';
import { monthsShown, provinceChanges, viewOf } from '../../functions/domain/summary-changes.ts';
import { districtRows, overviewRows, type ProvinceView, qualityRows } from '../../functions/domain/summary-tabs.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aReport, aTotals, aUnit } from '../support/documents.ts';
import { afterChanges, provinceWorkbook } from '../support/province-workbook.ts';

const DAY = '2022-08-25' as PlainDate;
const [JULY, AUGUST] = ['2022-07', '2022-08'] as Period[] as [Period, Period];
const units = [aUnit(), aUnit({ unit: '2022:461' }), aUnit({ unit: '2022:471' })];
const at = (text: string) => text as Instant;

const reports: ReportDocument[] = [
  aReport({
    unit: '2022:461',
    status: 'submitted',
    submittedAt: at('2022-08-20T09:00:00+07:00'),
    totals: aTotals({ turns: 40, mediaItems: 4 }),
  }),
  aReport({
    unit: '2022:464',
    problemsByRule: { 'cell.required': 3 },
    totals: aTotals({ turns: 5, mediaItems: null }),
  }),
  aReport({ unit: '2022:471', status: 'not-applicable' }),
];
const july: ReportDocument[] = [
  aReport({
    unit: '2022:461',
    period: JULY,
    status: 'late',
    version: 2,
    submittedAt: at('2022-08-01T09:00:00+07:00'),
    lockedAt: at('2022-08-03T23:59:59+07:00'),
    totals: aTotals({ turns: 30 }),
  }),
  aReport({
    unit: '2022:464',
    period: JULY,
    status: 'in-progress',
    lockedAt: at('2022-08-03T23:59:59+07:00'),
    totals: aTotals({ turns: 7 }),
  }),
];

function viewOn(day: PlainDate, all: readonly ReportDocument[] = [...reports, ...july]): ProvinceView {
  const shown = monthsShown(day, DEFAULT_CALENDAR);
  assert.ok(shown);
  const summaries = new Map([JULY, AUGUST].map((period) => [period, makeSummary(all, units, period)]));
  return viewOf(shown, summaries, day, DEFAULT_CALENDAR);
}
const view = viewOn(DAY);
const row = (rows: ReturnType<typeof overviewRows>, label: string) => rows.find(([first]) => first === label);

describe('the months that are shown', () => {
  for (const [day, current, periods] of [
    ['2022-05-15', '2022-06', ['2022-06']],
    ['2022-08-14', '2022-08', ['2022-08', '2022-07', '2022-06']],
    ['2022-08-25', '2022-08', ['2022-09', '2022-08', '2022-07', '2022-06']],
    ['2022-09-05', '2022-08', ['2022-09', '2022-08', '2022-07', '2022-06']],
    ['2022-09-06', '2022-09', ['2022-09', '2022-08', '2022-07', '2022-06']],
    ['2023-03-20', '2023-03', ['2023-04', '2023-03', '2023-02', '2023-01', '2022-12', '2022-11']],
  ] as const) {
    it(`on ${day}: ${current} at the top`, () => {
      assert.deepEqual(monthsShown(day as PlainDate, DEFAULT_CALENDAR), { current, periods });
    });
  }
  it('none before the first window', () =>
    assert.equal(monthsShown('2022-05-14' as PlainDate, DEFAULT_CALENDAR), null));
});

describe('Tổng quan', () => {
  const rows = overviewRows(view);
  it('says which month, and who has sent', () => {
    assert.deepEqual(rows.slice(0, 4), [
      ['Tháng 08/2022: số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022.'],
      ['1/2 huyện đã nộp. Số liệu tạm tính.'],
      [],
      ['Chỉ tiêu', 'Số đơn vị có số liệu, tháng 08/2022', '09/2022', '08/2022', '07/2022', '06/2022'],
    ]);
  });

  it('gives each month its figures as numbers; a month without a summary is blank, not zero', () => {
    assert.deepEqual(row(rows, 'Số lượt người'), ['Số lượt người', 2, null, 45, 37, null]);
    assert.deepEqual(row(rows, 'Số tin, bài, chuyên mục'), ['Số tin, bài, chuyên mục', 1, null, 4, null, null]);
    assert.deepEqual(row(rows, 'Số đơn vị đã nộp'), ['Số đơn vị đã nộp', null, null, 1, 1, null]);
    assert.deepEqual(row(rows, 'Dòng được tính'), ['Dòng được tính', 2, null, 12, 12, null]);
  });

  it('a locked month is official', () => {
    assert.deepEqual(row(rows, 'Tình trạng số liệu'), [
      'Tình trạng số liệu',
      null,
      null,
      'Số liệu tạm tính',
      'Số liệu chính thức',
      null,
    ]);
  });
});

describe('Theo huyện', () => {
  const rows = districtRows(view);
  it('has a row for each unit and month, newest month first, the province last', () => {
    assert.deepEqual(
      rows.slice(4).map((cells) => cells.slice(0, 3)),
      [
        ['08/2022', 'Thành phố Đông Hà', 'Đúng hạn'],
        ['08/2022', 'Huyện Vĩnh Linh', 'Có lỗi'],
        ['08/2022', 'Huyện Cồn Cỏ', 'Không áp dụng'],
        ['08/2022', 'Cả tỉnh', '1/2 huyện đã nộp. Số liệu tạm tính.'],
        ['07/2022', 'Thành phố Đông Hà', 'Trễ 3 ngày · đã khóa · đính chính lần 1'],
        ['07/2022', 'Huyện Vĩnh Linh', 'Chưa nộp, quá hạn 5 ngày · đã khóa'],
        ['07/2022', 'Huyện Cồn Cỏ', 'Không áp dụng'],
        ['07/2022', 'Cả tỉnh', '1/2 huyện đã nộp. Số liệu chính thức.'],
      ],
    );
  });

  it('has every indicator in a column of its own', () => {
    const turns = rows[3]?.indexOf('Số lượt người') ?? -1;
    assert.deepEqual(
      rows.slice(4).map((cells) => cells[turns]),
      [40, 5, null, 45, 30, 7, null, 37],
    );
    assert.equal(rows[3]?.length, 36);
  });

  it('the days past due stop at the lock', () => {
    const [later] = districtRows(viewOn('2022-11-20' as PlainDate)).filter(([, , text]) =>
      String(text).includes('quá hạn 5'),
    );
    assert.equal(later?.[0], '07/2022');
  });
});

describe('Chất lượng số liệu', () => {
  it('counts rules by district', () => {
    const rows = qualityRows(view);
    assert.deepEqual(rows[3], ['Nội dung', 'Mã quy tắc', 'Cả tỉnh', 'Thành phố Đông Hà', 'Huyện Vĩnh Linh']);
    assert.deepEqual(rows[4], ['Dòng đã đọc', null, 18, 9, 9]);
    assert.deepEqual(rows.at(-1)?.slice(1), ['cell.required', 3, 0, 3]);
  });

  it('a district without a report is blank', () => {
    const rows = qualityRows(viewOn(DAY, reports.slice(1)));
    assert.deepEqual(rows[4], ['Dòng đã đọc', null, 9, null, 9]);
  });
});

describe('the cells that are written', () => {
  const before = provinceWorkbook();
  const change = provinceChanges(before, view);

  it('leave the title row and Cấu hình alone', () => {
    assert.ok(change.cells.every(({ row: at, sheetId }) => at > 0 && sheetId !== 24));
  });

  it('writing them twice is writing them once', () => {
    assert.deepEqual(provinceChanges(afterChanges(before, change.cells), view), {
      cells: [],
      rowCounts: new Map(),
    });
  });

  it('rows that are no longer there are emptied', () => {
    const after = afterChanges(before, change.cells);
    const [tab] = provinceChanges(after, viewOn(DAY, [])).cells.filter(({ value }) => value === null);
    assert.ok(tab, 'something is emptied');
    const empty = afterChanges(after, provinceChanges(after, viewOn(DAY, [])).cells);
    assert.deepEqual(provinceChanges(empty, viewOn(DAY, [])).cells, []);
  });

  it('a tab that is too short gets rows', () => {
    const tabs = before.tabs.map((tab) => (tab.title === 'Theo huyện' ? { ...tab, rowCount: 6 } : tab));
    assert.deepEqual([...provinceChanges({ ...before, tabs }, view).rowCounts.values()], [13]);
  });

  it('a tab that is gone is left out', () => {
    const tabs = before.tabs.filter(({ title }) => title === 'Tổng quan');
    assert.deepEqual(
      new Set(provinceChanges({ ...before, tabs }, view).cells.map(({ sheetId }) => sheetId)),
      new Set([30]),
    );
  });

  it('no text can be taken for a formula', () => {
    const texts = change.cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    assert.ok(texts.length > 50);
    assert.deepEqual(
      texts.filter((text) => /^[=+\-@]/.test(text)),
      [],
    );
  });
});
