import assert from 'node:assert/strict';
import { formCellChanges, untick } from '../../functions/domain/form-cells.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import { receiptId } from '../../functions/domain/receipt.ts';
import { makeReport, NEW_REPORT, type ReportHistory } from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { CellChange, Workbook } from '../../schemas/workbook.ts';
import { AUGUST, contextOf, type RawRow, withTab, workbookOf } from '../support/workbooks.ts';

const august = describePeriod(AUGUST, DEFAULT_CALENDAR);
const TITLE = 'Báo cáo 08-2022';
const HASH = 'a'.repeat(64);
const at = (text: string): Instant => `${text}+07:00` as Instant;

const COMPLETE: RawRow = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};
const READY = 'Đã đủ, có thể đánh dấu GỬI BÁO CÁO.';

const SENT: ReportHistory = {
  ...NEW_REPORT,
  status: 'submitted',
  firstValidAt: at('2022-08-26T09:15:00.000'),
  submittedAt: at('2022-08-26T09:15:00.000'),
  receipt: receiptId('2022:464', AUGUST, HASH),
  sentHash: HASH,
};

/** Rows of the owned lines, counted from 1. */
const ROWS: Readonly<Record<number, string>> = { 25: 'status', 26: 'receivedAt', 27: 'receipt', 28: 'remaining' };

function changesOf(
  workbook: Workbook,
  history: ReportHistory = NEW_REPORT,
  today = '2022-08-25',
): readonly CellChange[] {
  const review = reviewWorkbook(workbook, contextOf());
  const { report } = makeReport(review, august, today as PlainDate, history);
  return formCellChanges(review, [august], [report], today as PlainDate);
}

/** By line: what is written into it. */
const written = (changes: readonly CellChange[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(changes.map(({ row, column, value }) => [`${ROWS[row + 1]} ${column}`, value]));

/** The workbook after the changes. */
function applied(workbook: Workbook, changes: readonly CellChange[]): Workbook {
  return withTab(workbook, TITLE, (tab) => {
    const values = tab.values.map((cells) => [...cells]);
    for (const { row, column, value } of changes) (values[row] ?? [])[column] = value ?? null;
    return [{ ...tab, values }];
  });
}

describe('the cells of the form that the functions own', () => {
  const cases: [name: string, form: RawRow, history: ReportHistory, today: string, expected: Record<string, string>][] =
    [
      ['a complete month', COMPLETE, NEW_REPORT, '2022-08-25', { 'status 1': 'Đang nhập', 'remaining 1': READY }],
      [
        'past due and unsent',
        COMPLETE,
        NEW_REPORT,
        '2022-08-31',
        { 'status 1': 'Chưa nộp, quá hạn 2 ngày', 'remaining 1': READY },
      ],
      [
        'sent',
        COMPLETE,
        SENT,
        '2022-08-27',
        { 'status 1': 'Đúng hạn', 'receivedAt 1': '09:15 26/08/2022', 'receipt 1': '464-0822-NEYHVF-7' },
      ],
      [
        'sent late',
        COMPLETE,
        {
          ...SENT,
          status: 'late',
          firstValidAt: at('2022-08-31T10:00:00.000'),
          submittedAt: at('2022-08-31T10:00:00.000'),
        },
        '2022-09-02',
        { 'status 1': 'Trễ 2 ngày', 'receivedAt 1': '10:00 31/08/2022', 'receipt 1': '464-0822-NEYHVF-7' },
      ],
      [
        'edited after it was sent',
        COMPLETE,
        { ...SENT, status: 'submitted-edited', submittedAt: at('2022-08-31T21:00:00.000'), sentHash: 'b'.repeat(64) },
        '2022-09-01',
        {
          'status 1': 'Đúng hạn, có sửa sau',
          'receivedAt 1': '09:15 26/08/2022; thay đổi gần nhất 21:00 31/08/2022',
          'receipt 1': '464-0822-NEYHVF-7',
          'remaining 1':
            '– Số liệu kỳ này có sửa sau khi gửi; lần sửa gần nhất ghi nhận lúc 21:00 31/08/2022. Sửa xong, vui lòng đánh dấu «GỬI BÁO CÁO» lần nữa để nhận biên nhận mới.',
        },
      ],
    ];
  for (const [name, form, history, today, expected] of cases) {
    it(name, () => assert.deepEqual(written(changesOf(workbookOf({ form }), history, today)), expected));
  }

  it('are written once: a second look over the same month writes nothing', () => {
    const workbook = workbookOf({ form: COMPLETE });
    for (const history of [NEW_REPORT, SENT]) {
      const first = changesOf(workbook, history);
      assert.ok(first.length > 0);
      assert.deepEqual(changesOf(applied(workbook, first), history), []);
    }
  });

  it('are put right when someone wrote over them', () => {
    const form = { ...COMPLETE, status: 'Đã nộp rồi', receipt: 'giả', remaining: READY };
    assert.deepEqual(written(changesOf(workbookOf({ form }))), { 'status 1': 'Đang nhập', 'receipt 1': null });
  });

  it('are left alone where staff deleted the line, or the form', () => {
    const short = withTab(workbookOf({ form: COMPLETE }), TITLE, (tab) => [
      { ...tab, values: tab.values.slice(0, 24) },
    ]);
    assert.deepEqual(changesOf(short), []);
    assert.deepEqual(changesOf(withTab(workbookOf(), TITLE, () => [])), []);
  });
});

describe('the tick of a sending that was blocked', () => {
  const changes = (form: RawRow): readonly CellChange[] => {
    const review = reviewWorkbook(workbookOf({ form }), contextOf());
    return review.forms.flatMap(untick);
  };

  it('is taken out', () =>
    assert.deepEqual(changes({ submit: true }), [{ sheetId: 14, row: 23, column: 1, value: false }]));
  it('is no change when there is none', () => {
    assert.deepEqual(changes({ submit: false }), []);
    assert.deepEqual(changes({}), []);
  });
});
