import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { makeSummary } from '../../functions/domain/summary.ts';
import { tasksRows } from '../../functions/domain/tasks-tab.ts';
import type { Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { TaskAnswer } from '../../schemas/summary.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { aReport, aUnit } from '../support/documents.ts';
import { AUGUST, contextOf, TODAY, withTab, workbookOf } from '../support/workbooks.ts';

const units = ['461', '464', '468', '471'].map((code) => aUnit({ unit: `2022:${code}` }));
const VNEID = 'Cài đặt VNeID cho người trên 14 tuổi';
const CASHLESS = 'Chợ không dùng tiền mặt';
const said = (task: string, answer: string | null, withheld = false): TaskAnswer => ({ task, answer, withheld });

describe('Nhiệm vụ tháng (KH 115, V.1)', () => {
  const reports = [
    aReport({ unit: '2022:461', tasks: [said(VNEID, 'Đã cài 1.250 người'), said(CASHLESS, null)] }),
    aReport({ unit: '2022:464', tasks: [said(VNEID, null, true), said(CASHLESS, '=3 chợ')] }),
    aReport({ unit: '2022:468' }),
    aReport({ unit: '2022:471', status: 'not-applicable' }),
  ];
  const shown = (period: Period) => ({
    month: describePeriod(period, DEFAULT_CALENDAR),
    summary: makeSummary(reports, units, period),
  });
  const rows = tasksRows({ current: shown(AUGUST), months: [shown(AUGUST), shown('2022-07' as Period)], today: TODAY });

  it('has a row for each task and unit, after how many have answered', () => {
    assert.deepEqual(rows.slice(3), [
      ['Tháng', 'Nhiệm vụ', 'Đơn vị', 'Kết quả thực hiện'],
      ['08/2022', VNEID, 'Cả tỉnh', '2/3 đơn vị đã báo cáo'],
      ['08/2022', VNEID, 'Thành phố Đông Hà', 'Đã cài 1.250 người'],
      ['08/2022', VNEID, 'Huyện Vĩnh Linh', 'Có ghi họ tên hoặc số điện thoại; xin xem tại bảng tính của đơn vị.'],
      ['08/2022', VNEID, 'Huyện Cam Lộ', 'Chưa báo cáo'],
      ['08/2022', CASHLESS, 'Cả tỉnh', '1/3 đơn vị đã báo cáo'],
      ['08/2022', CASHLESS, 'Thành phố Đông Hà', 'Chưa báo cáo'],
      ['08/2022', CASHLESS, 'Huyện Vĩnh Linh', '=3 chợ'],
      ['08/2022', CASHLESS, 'Huyện Cam Lộ', 'Chưa báo cáo'],
    ]);
  });

  it('a month without tasks has no rows', () => {
    const july = shown('2022-07' as Period);
    assert.equal(tasksRows({ current: july, months: [july], today: TODAY }).length, 4);
  });
});

describe('the answers that a report carries', () => {
  const taskLines = (...lines: readonly (readonly CellValue[])[]) =>
    withTab(workbookOf(), 'Báo cáo 08-2022', (tab) => [
      { ...tab, values: [...tab.values.slice(0, 6), ...lines, ...tab.values.slice(6)] },
    ]);
  const answersOf = (...lines: readonly (readonly CellValue[])[]) => {
    const review = reviewWorkbook(taskLines(...lines), contextOf());
    const [month] = contextOf().periods;
    assert.ok(month);
    return makeReport(review, month, TODAY, NEW_REPORT).report.tasks;
  };

  const cases: [name: string, line: readonly CellValue[], expected: TaskAnswer][] = [
    ['an answer', [`Nhiệm vụ: ${VNEID}`, 'Đã xong'], said(VNEID, 'Đã xong')],
    ['a blank', [`Nhiệm vụ: ${VNEID}`, null], said(VNEID, null)],
    ['a label in capitals', [`NHIỆM VỤ:  ${VNEID}`, 'Đã xong'], said(VNEID, 'Đã xong')],
    ['somebody’s phone', [`Nhiệm vụ: ${VNEID}`, 'Gọi 0905 123 456'], said(VNEID, null, true)],
    ['a rostered name', [`Nhiệm vụ: ${VNEID}`, 'Anh Nguyễn Văn Mẫu làm'], said(VNEID, null, true)],
    ['a cell that cannot be read', [`Nhiệm vụ: ${VNEID}`, '#REF!'], said(VNEID, null)],
  ];
  for (const [name, line, expected] of cases) {
    it(name, () => assert.deepEqual(answersOf(line), [expected]));
  }

  it('none where the form has no tasks', () => assert.deepEqual(answersOf(), []));
});
