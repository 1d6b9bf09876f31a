import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { PROGRESS_FILLS, progressFills, progressRows } from '../../functions/domain/progress-tab.ts';
import { makeSummary } from '../../functions/domain/summary.ts';
import { provinceChanges } from '../../functions/domain/summary-changes.ts';
import type { ProvinceView } from '../../functions/domain/summary-tabs.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { PROVINCE_TABS } from '../../schemas/province/tabs.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { type CellChange, placeKey } from '../../schemas/workbook.ts';
import { aReport, aUnit } from '../support/documents.ts';
import { afterChanges, provinceWorkbook } from '../support/province-workbook.ts';
import { makeTab } from '../support/workbooks.ts';

const [JULY, AUGUST] = ['2022-07', '2022-08'] as Period[] as [Period, Period];
const at = (text: string): Instant => `${text}.000+07:00` as Instant;
const units = ['461', '462', '464', '465', '466', '467', '468', '471'].map((code) => aUnit({ unit: `2022:${code}` }));

const none = { read: 0, accepted: 0, rejected: 0 };
const all = { read: 4, accepted: 4, rejected: 0 };
const counts = { teams: all, members: all, activities: all };
const right = { error: 0, warning: 0, finding: 0, info: 0 };
const sentAt = (moment: string) => ({ firstValidAt: at(moment), submittedAt: at(moment) });
const locked = { lockedAt: at('2022-08-04T00:15:00'), frozenVersion: 1 };

const reports: ReportDocument[] = [
  aReport({ unit: '2022:461', status: 'submitted', ...sentAt('2022-08-26T09:00:00') }),
  aReport({ unit: '2022:462', status: 'nil', ...sentAt('2022-08-26T10:00:00') }),
  aReport({
    unit: '2022:464',
    status: 'submitted-edited',
    ...sentAt('2022-08-26T09:00:00'),
    submittedAt: at('2022-08-31T21:00:00'),
  }),
  aReport({ unit: '2022:465', status: 'late', ...sentAt('2022-08-31T08:00:00') }),
  aReport({ unit: '2022:466', status: 'not-started', counts: { ...counts, activities: none }, problems: right }),
  aReport({
    unit: '2022:467',
    status: 'in-progress',
    counts,
    problems: right,
    extendedUntil: at('2022-09-11T00:00:00'),
  }),
  aReport({ unit: '2022:468', status: 'has-errors' }),
  aReport({ unit: '2022:471', status: 'not-applicable' }),
];
const july: ReportDocument[] = [
  aReport({
    unit: '2022:461',
    period: JULY,
    status: 'submitted',
    ...sentAt('2022-07-26T09:00:00'),
    ...locked,
    version: 2,
    frozenVersion: 2,
  }),
  aReport({ unit: '2022:468', period: JULY, status: 'in-progress', ...locked }),
];

function viewOn(today: string): ProvinceView {
  const shown = (period: Period) => ({
    month: describePeriod(period, DEFAULT_CALENDAR),
    summary: makeSummary([...reports, ...july], units, period),
  });
  return { current: shown(AUGUST), months: [shown(AUGUST), shown(JULY)], today: today as PlainDate };
}
const view = viewOn('2022-09-01');

describe('Tiến độ nộp', () => {
  it('says of every unit how late it is, why, and how it stands month by month', () => {
    assert.deepEqual(progressRows(view), [
      ['Tháng 08/2022: số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022.'],
      ['4/7 huyện đã nộp. Số liệu tạm tính.'],
      [],
      ['Đơn vị', 'Số ngày trễ, tháng 08/2022', 'Lý do, việc còn lại, tháng 08/2022', '08/2022', '07/2022'],
      ['Thành phố Đông Hà', null, 'Nhận lúc 09:00 26/08/2022', 'Đúng hạn', 'Đúng hạn · đã khóa · đính chính lần 1'],
      ['Thị xã Quảng Trị', null, 'Nhận lúc 10:00 26/08/2022', 'Không phát sinh', 'Chưa nộp, quá hạn 5 ngày'],
      [
        'Huyện Vĩnh Linh',
        null,
        'Nhận lúc 09:00 26/08/2022; thay đổi gần nhất 21:00 31/08/2022',
        'Đúng hạn, có sửa sau',
        'Chưa nộp, quá hạn 5 ngày',
      ],
      ['Huyện Hướng Hóa', 2, 'Nhận lúc 08:00 31/08/2022', 'Trễ 2 ngày', 'Chưa nộp, quá hạn 5 ngày'],
      ['Huyện Gio Linh', 3, 'Chưa có dòng hoạt động', 'Chưa nộp, quá hạn 3 ngày', 'Chưa nộp, quá hạn 5 ngày'],
      [
        'Huyện Đa Krông',
        3,
        'Không còn lỗi, chưa gửi; gia hạn đến hết ngày 10/09/2022',
        'Chưa nộp, quá hạn 3 ngày · gia hạn đến hết ngày 10/09/2022',
        'Chưa nộp, quá hạn 5 ngày',
      ],
      ['Huyện Cam Lộ', 3, '3 lỗi cần sửa', 'Chưa nộp, quá hạn 3 ngày', 'Chưa nộp, quá hạn 5 ngày · đã khóa'],
      ['Huyện Cồn Cỏ', null, null, 'Không áp dụng', 'Không áp dụng'],
      ['Cả tỉnh', null, null, '4/7 đã nộp', '1/7 đã nộp'],
    ]);
  });

  describe('says why the Department gave a unit more time', () => {
    const until = at('2022-09-11T00:00:00');
    const extended = aReport({
      unit: '2022:467',
      status: 'in-progress',
      counts,
      problems: right,
      extendedUntil: until,
    });
    const opened = { frozenVersion: 1, extendedUntil: until };
    const reopened = aReport({
      unit: '2022:461',
      period: JULY,
      status: 'submitted',
      ...sentAt('2022-07-26T09:00:00'),
      ...opened,
    });
    type Deed = readonly [action: 'extend' | 'reopen' | 'correct', reason: string];

    /** The third cell of the unit's line. */
    function saidOf(report: ReportDocument, ...deeds: Deed[]) {
      const own = deeds.map(([action, reason]) => ({ action, reason }));
      const shown = (period: Period) => ({
        month: describePeriod(period, DEFAULT_CALENDAR),
        summary: makeSummary(
          [...reports, ...july]
            .filter((one) => one.unit !== report.unit || one.period !== report.period)
            .concat(report),
          units,
          period,
          report.period === period ? new Map([[report.unit, own]]) : new Map(),
        ),
      });
      const rows = progressRows({
        current: shown(AUGUST),
        months: [shown(AUGUST), shown(JULY)],
        today: '2022-09-06' as PlainDate,
      });
      const name = report.unit === '2022:467' ? 'Huyện Đa Krông' : 'Thành phố Đông Hà';
      return rows.find(([unit]) => unit === name)?.[2];
    }
    const lead = 'Không còn lỗi, chưa gửi; gia hạn đến hết ngày 10/09/2022';

    const reasons: readonly (readonly [name: string, reason: string, said: string])[] = [
      ['in its own words', 'Mất điện sau bão', `${lead} (lý do: Mất điện sau bão)`],
      ['on one line', 'Mất điện\n  sau bão', `${lead} (lý do: Mất điện sau bão)`],
      ['no formula', '=HYPERLINK("http://x";"y")', `${lead} (lý do: =HYPERLINK("http://x";"y"))`],
      ['not longer than a cell bears', 'a'.repeat(500), `${lead} (lý do: ${'a'.repeat(199)}…)`],
      ['without a phone number', 'Gọi 0905 123 456', `${lead} (lý do có số điện thoại, không ghi ở đây)`],
    ];
    for (const [name, reason, said] of reasons) {
      it(name, () => assert.equal(saidOf(extended, ['extend', reason]), said));
    }

    it('of another month too, by its name', () => {
      const said = saidOf(reopened, ['reopen', 'Ghi nhầm số lượt']);
      const august = 'Nhận lúc 09:00 26/08/2022';
      assert.equal(said, `${august}; tháng 07/2022 mở lại đến hết ngày 10/09/2022 (lý do: Ghi nhầm số lượt)`);
    });

    it('both reasons of a month that was opened again and extended', () => {
      const said = String(saidOf(reopened, ['correct', 'Thiếu một thôn'], ['extend', 'Nghỉ lễ']));
      assert.ok(said.endsWith('mở lại đến hết ngày 10/09/2022 (lý do: Thiếu một thôn; Nghỉ lễ)'), said);
    });

    it('no more when the month is locked again', () => {
      const relocked = { ...reopened, lockedAt: at('2022-09-11T00:15:00'), frozenVersion: 2 };
      assert.equal(saidOf(relocked), 'Nhận lúc 09:00 26/08/2022');
    });
  });

  it('before the due date nobody is late', () => {
    const days = progressRows(viewOn('2022-08-29'))
      .slice(4)
      .map(([, late]) => late);
    assert.deepEqual(days, [null, null, null, 2, null, null, null, null, null]);
  });

  it('has only counts, units and hours: nobody is named', () => {
    assert.doesNotMatch(JSON.stringify(progressRows(view)), /@|Nguyễn|09\d{8}/);
  });

  const fills = (changes: readonly CellChange[]) =>
    Object.fromEntries(changes.map(({ row, column, fill }) => [`${row + 1}${'ABCDE'[column]}`, fill]));

  it('is coloured: green in time, yellow changed, orange late, red missing, grey where nothing is owed', () => {
    const { onTime, edited, late, missing, notApplicable } = PROGRESS_FILLS;
    const tab = makeTab({ sheetId: 7, title: PROVINCE_TABS.progress });
    const changes = fills(progressFills(tab, { ...view, months: view.months.slice(0, 1) }));
    assert.deepEqual(changes, {
      '6D': onTime,
      '7D': onTime,
      '8D': edited,
      '9D': late,
      '10D': missing,
      '11D': missing,
      '12D': missing,
      '13D': notApplicable,
    });
    assert.deepEqual(
      fills(progressFills(tab, { ...viewOn('2022-08-29'), months: viewOn('2022-08-29').months.slice(0, 1) })),
      { '6D': onTime, '7D': onTime, '8D': edited, '9D': late, '13D': notApplicable },
    );
  });

  it('takes its own colours off again, and leaves people’s', () => {
    const blank = makeTab({ sheetId: 7, title: PROVINCE_TABS.progress });
    const wanted = progressFills(blank, view);
    const painted = {
      ...blank,
      fills: new Map(wanted.map(({ row, column, fill }) => [placeKey(row, column), fill ?? ''])),
    };
    assert.deepEqual(progressFills(painted, view), []);
    const own = { ...painted, fills: new Map([...painted.fills, [placeKey(9, 3), '#ff00ff']]) };
    assert.deepEqual(progressFills(own, view), []);
    const empty = progressFills(painted, { ...view, months: [] });
    assert.equal(empty.length, wanted.length);
    assert.ok(empty.every(({ fill }) => fill === null));
  });

  it('is written once: a second run writes no cell', () => {
    const first = provinceChanges(provinceWorkbook(), view);
    assert.ok(first.cells.some(({ fill }) => fill === PROGRESS_FILLS.late));
    assert.deepEqual(provinceChanges(afterChanges(provinceWorkbook(), first.cells), view).cells, []);
  });
});
