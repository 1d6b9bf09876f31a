import assert from 'node:assert/strict';
import { NO_CALLS } from '../../../functions/domain/calls.ts';
import { type DigestRequest, digestMail, isWorthTelling } from '../../../functions/domain/mail/digest-mail.ts';
import type { OverdueMonth } from '../../../functions/domain/mail/overdue-blocks.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import type { Instant, Period, PlainDate } from '../../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import { aMail, aReport } from '../../support/documents.ts';
import { AUGUST } from '../../support/workbooks.ts';

const request = (changes: Partial<DigestRequest> = {}): DigestRequest => ({
  asOf: '2022-08-25T21:00:00.000+07:00' as Instant,
  results: [{ unit: '2022:464', outcome: 'unchanged' }],
  reports: [],
  deadLetters: [],
  overdue: [],
  calls: NO_CALLS,
  mails: 0,
  ...changes,
});

const month = describePeriod(AUGUST, DEFAULT_CALENDAR);
const overdueOn = (today: string, changes: Partial<OverdueMonth> = {}): OverdueMonth => ({
  month,
  missing: [{ unit: '2022:464', report: aReport({ status: 'in-progress' }) }],
  expected: 9,
  today: today as PlainDate,
  ...changes,
});

describe('a night is worth a digest', () => {
  const cases: [string, Partial<DigestRequest>, boolean][] = [
    ['not when nothing changed', {}, false],
    ['when a unit changed', { results: [{ unit: '2022:464', outcome: 'checked' }] }, true],
    ['when a unit failed', { results: [{ unit: '2022:464', outcome: 'failed', error: { code: 'forbidden' } }] }, true],
    ['when a mail died', { deadLetters: [aMail()] }, true],
    ['when a report is overdue', { overdue: [overdueOn('2022-08-30')] }, true],
  ];
  for (const [name, changes, expected] of cases) {
    it(name, () => assert.equal(isWorthTelling(request(changes)), expected));
  }
});

describe('the digest', () => {
  const text = (changes: Partial<DigestRequest>): string => digestMail(request(changes)).text;
  const failed = (code: string): string =>
    text({ results: [{ unit: '2022:468', outcome: 'failed', error: { code } }] });

  for (const [code, words] of [
    ['not-found', 'không tìm thấy bảng tính, có thể đã bị xóa'],
    ['forbidden', 'bảng tính chưa chia sẻ cho hệ thống'],
    ['unavailable', 'Google chưa trả lời, đêm sau kiểm tra lại'],
    ['internal', 'lỗi của hệ thống, xin báo người vận hành'],
  ] as const) {
    it(`names a unit that failed, what to do, and the code: ${code}`, () =>
      assert.ok(failed(code).includes(`- Huyện Cam Lộ: ${words} (mã ${code}).`)));
  }

  it('names a locked month that was edited by unit and month, one line each', () => {
    const editedAfterLock = ['2022-06', '2022-07'] as Period[];
    const said = text({ results: [{ unit: '2022:464', outcome: 'checked', editedAfterLock }] });
    const words = 'số liệu đã khóa giữ nguyên, phần sửa sau khi khóa chưa được tính.';
    assert.ok(said.includes(`- Huyện Vĩnh Linh, kỳ 06/2022: ${words}\n- Huyện Vĩnh Linh, kỳ 07/2022: ${words}\n`));
    assert.ok(said.includes('1 đơn vị, 2 báo cáo sửa sau khi khóa.'));
    assert.ok(!text({}).includes('sau khi khóa'));
  });

  describe('tells of reports that are overdue', () => {
    const on = (today: string, changes: Partial<OverdueMonth> = {}) => text({ overdue: [overdueOn(today, changes)] });

    it('first of all: which units, how late, and how far each is', () => {
      const lines = on('2022-08-31').split('\n');
      assert.equal(lines[4], 'Quá hạn, chưa gửi: kỳ 08/2022 (1/9 đơn vị)');
      assert.equal(
        lines[7],
        '- Huyện Vĩnh Linh: Chưa nộp, quá hạn 2 ngày; hoạt động: 2/3 dòng được tính; 3 lỗi cần sửa.',
      );
      assert.ok(lines[2]?.endsWith('1 đơn vị, 1 báo cáo quá hạn chưa gửi.'));
    });

    it('of a unit that was never looked at', () => {
      const said = on('2022-08-31', { missing: [{ unit: '2022:467', report: undefined }] });
      assert.ok(said.includes('- Huyện Đa Krông: Chưa nộp, quá hạn 2 ngày.\n'));
    });

    const due = 'Hạn nộp là hết ngày 29/08/2022; ';
    const help =
      'Đề nghị Sở đôn đốc, hoặc gia hạn cho đơn vị có lý do. Sau khi khóa, đơn vị chỉ gửi được khi Sở mở lại kỳ.';
    const advice: [today: string, words: string][] = [
      ['2022-08-30', `${due}khóa kỳ hết ngày 05/09/2022. ${help}`],
      ['2022-09-05', `${due}khóa kỳ hết hôm nay, ngày 05/09/2022. ${help}`],
      ['2022-09-06', `${due}kỳ đã khóa hết ngày 05/09/2022. Đơn vị chỉ gửi được khi Sở mở lại kỳ.`],
    ];
    for (const [today, words] of advice) {
      it(`and what can still be done on ${today}`, () => assert.ok(on(today).includes(`${words}\n`)));
    }

    it('of several months together in the subject', () => {
      const overdue = [overdueOn('2022-09-05'), overdueOn('2022-09-05')];
      assert.match(digestMail(request({ overdue })).subject, /: 1 đơn vị, 2 báo cáo quá hạn chưa gửi$/);
    });
  });

  it('counts the day in Viet Nam', () => {
    const { subject } = digestMail(request({ asOf: '2022-08-25T18:00:00Z' as Instant }));
    assert.equal(subject, '[Tổ CNS] Kết quả kiểm tra ngày 26/08/2022: 1 đơn vị');
  });

  it('lists districts by status, with their errors', () => {
    const reports = [
      aReport({ unit: '2022:464', status: 'has-errors' }),
      aReport({ unit: '2022:465', status: 'nil', problems: { error: 0, warning: 2, finding: 0, info: 0 } }),
    ];
    assert.ok(
      text({ reports }).includes('Có lỗi (1): Huyện Vĩnh Linh (3 lỗi)\nKhông phát sinh (1): Huyện Hướng Hóa\n'),
    );
  });
});
