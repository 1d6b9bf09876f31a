/** The mails whose every byte is kept in `golden/`. `npx node test/domain/mail/write-golden.ts` writes them anew. */
import { correctionMail } from '../../../functions/domain/mail/correction-mail.ts';
import { digestMail } from '../../../functions/domain/mail/digest-mail.ts';
import type { MailContent } from '../../../functions/domain/mail/outbox.ts';
import { receiptMail } from '../../../functions/domain/mail/receipt-mail.ts';
import { type ReminderMailRequest, reminderMail } from '../../../functions/domain/mail/reminder-mail.ts';
import { type UnitMail, unitMail } from '../../../functions/domain/mail/unit-mail.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import { makeReceipt } from '../../../functions/domain/receipt.ts';
import { reviewWorkbook } from '../../../functions/domain/review.ts';
import type { Instant, Period, PlainDate } from '../../../schemas/calendar.ts';
import type { Told } from '../../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import type { Workbook } from '../../../schemas/workbook.ts';
import { aMail, aReport } from '../../support/documents.ts';
import {
  AUGUST,
  communePeople,
  contextOf,
  peopleOf,
  type RawRow,
  TODAY,
  VINH_LINH,
  validRow,
  workbookOf,
} from '../../support/workbooks.ts';

export const WORKBOOK_URL = 'https://docs.google.com/spreadsheets/d/workbook-1/edit';

export function mailAbout(workbook: Workbook, told: Told | null = null): UnitMail {
  const review = reviewWorkbook(workbook, contextOf());
  return unitMail({ unit: VINH_LINH, review, reports: [aReport()], workbookId: workbook.id, today: TODAY, told });
}

/** What a mail of the day before has told. */
export const toldOf = (workbook: Workbook): Told => ({
  on: '2022-08-24' as PlainDate,
  groups: [...mailAbout(workbook).groups],
});

const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });

const READY_FORM = {
  educationInformed: 40,
  educationTotal: 40,
  reporter: 'Nguyễn Văn Mẫu',
  reporterTitle: 'Chuyên viên',
};

/** A believable month: the same mistake over many rows, personal columns, a team that slipped, findings. */
const mistakes = workbookOf({
  teams: [
    team({}),
    team({ village: 'Thôn Hai', decisionDate: '31/06/2022', zaloLink: 'https://zalo.me/0905123456' }),
    team({ village: 'Thôn Ba', decisionDate: '31/09/2021', signer: 'Khác' }),
    team({ village: 'Thôn Bốn', commune: 'Xã Không Có' }),
  ],
  members: [
    ...peopleOf(4),
    ...communePeople(),
    { ...validRow('members'), name: 'Hoa', phone: '12345' },
    { ...validRow('members'), name: 'Lê Thị Mẫu', role: 'Nguyễn Văn Trượt', phone: '0900000011' },
    { ...validRow('members'), name: 'Lê Văn Mẫu', village: 'Thôn Lạ Hoắc', phone: 'hỏi chị Mẫu' },
  ],
  activities: [
    activity({}),
    ...[1, 2, 3, 4].map((day) => activity({ date: `0${day}/08/2022`, turns: null, content: `Buổi ${day}` })),
    activity({ date: 'hôm qua' }),
    activity({ date: 44780, turns: 'khoảng 100' }),
    activity({ date: 44781, turns: '1.250', participants: 40 }),
  ],
});

/** The night before the mistakes: one of them is solved since, some are new, rows have moved. */
const before = workbookOf({
  teams: [
    team({ village: 'Thôn Năm', decisionNumber: '46/QĐ-UBND', decisionDate: 'hôm kia' }),
    team({ village: 'Thôn Hai', decisionDate: '31/06/2022', zaloLink: 'https://zalo.me/0905123456' }),
    team({}),
  ],
  members: [
    ...peopleOf(4),
    ...communePeople(),
    { ...validRow('members'), name: 'Hoa', role: 'Thành viên', position: 'Giáo viên', phone: '12345' },
  ],
  activities: [
    activity({ date: 'hôm qua' }),
    ...[1, 2].map((day) => activity({ date: `0${day}/08/2022`, turns: null, content: `Buổi ${day}` })),
    activity({ date: 'hôm kia' }),
  ],
});

const AUGUST_OPEN = describePeriod(AUGUST, DEFAULT_CALENDAR);

const LOCK = '2022-09-06T00:00:00.000+07:00' as Instant;

const receiptOf = (status: 'submitted' | 'late') =>
  makeReceipt(
    aReport({ status, problems: { error: 0, warning: 2, finding: 1, info: 0 } }),
    '2022-08-26T09:15:00.000+07:00' as Instant,
    'a'.repeat(64),
  );

const reminder = (changes: Partial<ReminderMailRequest>): ReminderMailRequest => ({
  unit: VINH_LINH,
  kind: 'reminder-3',
  month: AUGUST_OPEN,
  isDueWorkingDay: true,
  report: aReport(),
  nilMonths: 0,
  workbookUrl: WORKBOOK_URL,
  today: '2022-08-24' as PlainDate,
  ...changes,
});

const calls = { sheetsReads: 21, sheetsWrites: 4, cellsWritten: 26_650, documentsRead: 64, documentsWritten: 12 };

export const GOLDEN: Readonly<Record<string, () => MailContent>> = {
  'unit-with-mistakes': () => mailAbout(mistakes),
  'unit-all-right': () => mailAbout(workbookOf()),
  'unit-next-night': () => mailAbout(mistakes, toldOf(before)),
  'unit-all-solved': () => mailAbout(workbookOf({ form: READY_FORM }), toldOf(before)),
  digest: () =>
    digestMail({
      asOf: '2022-08-25T21:00:00.000+07:00' as Instant,
      results: [
        { unit: '2022:464', outcome: 'checked' },
        { unit: '2022:465', outcome: 'unchanged', editedAfterLock: ['2022-06', '2022-07'] as Period[] },
        { unit: '2022:468', outcome: 'failed', error: { code: 'not-found' } },
        { unit: '2022:466', outcome: 'failed', error: { code: 'internal' } },
      ],
      reports: [
        aReport({ unit: '2022:465', period: '2022-09' as Period, status: 'not-started' }),
        aReport({ unit: '2022:464', period: AUGUST, status: 'has-errors' }),
        aReport({ unit: '2022:468', period: AUGUST, status: 'has-errors' }),
        aReport({
          unit: '2022:465',
          period: AUGUST,
          status: 'submitted',
          problems: { error: 0, warning: 0, finding: 1, info: 0 },
        }),
      ],
      deadLetters: [
        aMail({
          id: '2022-08-24_2022:469_validation_0123abcd',
          subject: '[Tổ CNS] Huyện Đa Krông: 3 lỗi cần sửa – 24/08/2022',
          lastError: 'EENVELOPE 550 RCPT TO',
        }),
      ],
      overdue: [],
      calls,
      mails: 2,
    }),
  'digest-overdue': () =>
    digestMail({
      asOf: '2022-09-05T21:00:00.000+07:00' as Instant,
      results: [
        { unit: '2022:464', outcome: 'checked' },
        { unit: '2022:467', outcome: 'failed', error: { code: 'forbidden' } },
      ],
      reports: [aReport({ unit: '2022:464', period: AUGUST, status: 'has-errors' })],
      deadLetters: [],
      overdue: [
        {
          month: AUGUST_OPEN,
          missing: [
            { unit: '2022:464', report: aReport() },
            { unit: '2022:467', report: undefined },
          ],
          expected: 9,
          today: '2022-09-05' as PlainDate,
        },
      ],
      calls,
      mails: 1,
    }),
  receipt: () =>
    receiptMail({
      unit: VINH_LINH,
      month: AUGUST_OPEN,
      receipt: receiptOf('submitted'),
      lockAt: LOCK,
      workbookUrl: WORKBOOK_URL,
    }),
  'reminder-3': () => reminderMail(reminder({})),
  'reminder-1-nil': () =>
    reminderMail(reminder({ kind: 'reminder-1', nilMonths: 3, report: undefined, isDueWorkingDay: false })),
  overdue: () => reminderMail(reminder({ kind: 'overdue', today: '2022-08-30' as PlainDate })),
  correction: () =>
    correctionMail({
      unit: VINH_LINH,
      month: AUGUST_OPEN,
      version: 2,
      at: '2022-10-03T09:30:00.000+07:00' as Instant,
      reason: 'Ghi nhầm số lượt người',
      diff: [
        { field: 'Số lượt người', before: 1250, after: 1205 },
        {
          field: 'Hoạt động – Thôn Cổ Mỹ, Thị trấn Hồ Xá, 02/08/2022, Hướng dẫn người dân: Nội dung',
          before: 'nội dung cũ',
          after: 'nội dung mới',
        },
        { field: 'Đã rà soát danh sách thành viên', before: 'không', after: 'có' },
        { field: 'Hoạt động – Thôn Cổ Mỹ, Thị trấn Hồ Xá, 05/08/2022, Tuyên truyền', before: '1 dòng', after: null },
      ],
      workbookUrl: WORKBOOK_URL,
    }),
};
