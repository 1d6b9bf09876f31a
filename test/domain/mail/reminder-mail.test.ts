import assert from 'node:assert/strict';
import { type ReminderMailRequest, reminderMail } from '../../../functions/domain/mail/reminder-mail.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import type { Instant, PlainDate } from '../../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import { aReport } from '../../support/documents.ts';
import { AUGUST, VINH_LINH } from '../../support/workbooks.ts';

const base: ReminderMailRequest = {
  unit: VINH_LINH,
  kind: 'reminder-7',
  month: describePeriod(AUGUST, DEFAULT_CALENDAR),
  isDueWorkingDay: true,
  report: aReport(),
  nilMonths: 0,
  workbookUrl: 'https://example.vn/',
  today: '2022-08-18' as PlainDate,
};
const mail = (changes: Partial<ReminderMailRequest>) => reminderMail({ ...base, ...changes });
const on = (today: string) => ({ today: today as PlainDate });

describe('a reminder', () => {
  const subjects: [Partial<ReminderMailRequest>, string][] = [
    [{}, 'còn 7 ngày làm việc đến hạn nộp'],
    [{ kind: 'reminder-3', ...on('2022-08-24') }, 'còn 3 ngày làm việc đến hạn nộp'],
    [{ kind: 'reminder-1', ...on('2022-08-26') }, 'còn 1 ngày làm việc đến hạn nộp'],
    [{ kind: 'overdue', ...on('2022-08-30') }, 'đã quá hạn 1 ngày'],
    [{ kind: 'overdue', ...on('2022-08-30'), report: undefined }, 'đã quá hạn 1 ngày'],
  ];
  for (const [changes, said] of subjects) {
    it(`says in its subject: ${said}`, () => {
      assert.equal(mail(changes).subject, `[Tổ CNS] Huyện Vĩnh Linh: báo cáo tháng 08/2022 ${said}`);
    });
  }

  it('asks to send today when the due date is a day off', () => {
    const dayOff = /Hạn nộp rơi vào ngày nghỉ, vui lòng gửi trong hôm nay\./;
    assert.match(mail({ kind: 'reminder-1', isDueWorkingDay: false }).text, dayOff);
    assert.doesNotMatch(mail({ kind: 'reminder-3', isDueWorkingDay: false }).text, dayOff);
    assert.doesNotMatch(mail({ kind: 'reminder-1' }).text, dayOff);
  });

  it('asks after three months without activities, not after two', () => {
    assert.match(mail({ nilMonths: 3 }).text, /không phát sinh hoạt động 3 tháng liền/);
    assert.match(mail({ nilMonths: 5 }).text, /không phát sinh hoạt động 5 tháng liền/);
    assert.doesNotMatch(mail({ nilMonths: 2 }).text, /tháng liền/);
  });

  it('after due says until when a late report is taken; without grace that the month is locked', () => {
    assert.match(mail({ kind: 'overdue', ...on('2022-08-30') }).text, /còn gửi được đến hết ngày 05\/09\/2022;/);
    const month = describePeriod(AUGUST, { ...DEFAULT_CALENDAR, graceWorkingDays: 0 });
    const locked = mail({ kind: 'overdue', month, ...on('2022-08-30') }).text;
    assert.match(locked, /Kỳ đã khóa từ hết ngày 29\/08\/2022\. Đơn vị vui lòng đề nghị Sở mở lại/);
  });

  it('says how the month stands, an extension too', () => {
    const extendedUntil = '2022-09-11T00:00:00.000+07:00' as Instant;
    const report = aReport({ status: 'in-progress', extendedUntil });
    assert.match(mail({ report }).text, /Tình trạng: Đang nhập · gia hạn đến hết ngày 10\/09\/2022/);
  });

  it('says the same in HTML', () => {
    const { text, html } = mail({ nilMonths: 3 });
    for (const line of text.split('\n\n').filter((part) => !part.includes('\n') && !part.includes('http')))
      assert.ok(html.includes(line.trim()), line);
  });
});
