import assert from 'node:assert/strict';
import { escalationMail } from '../../../functions/domain/mail/escalation-mail.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import type { PlainDate } from '../../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import { aReport } from '../../support/documents.ts';
import { AUGUST } from '../../support/workbooks.ts';

const month = describePeriod(AUGUST, DEFAULT_CALENDAR);
const missing = [{ unit: '2022:464', report: aReport({ status: 'in-progress' }) }];

describe('the notice to the Department', () => {
  it('is none when every unit has sent', () => {
    assert.equal(escalationMail({ month, missing: [], expected: 9, today: '2022-09-05' as PlainDate }), null);
  });

  it('asks for a call while it still helps', () => {
    const mail = escalationMail({ month, missing, expected: 9, today: '2022-09-05' as PlainDate });
    assert.equal(mail?.subject, '[Tổ CNS] Tháng 08/2022: 1/9 đơn vị chưa nộp báo cáo, khóa kỳ hết ngày 05/09/2022');
    assert.match(mail?.text ?? '', /Huyện Vĩnh Linh: Chưa nộp, quá hạn 7 ngày; hoạt động: 2\/3 dòng được tính;/);
    assert.match(mail?.text ?? '', /Đề nghị Sở đôn đốc trong hôm nay/);
  });

  it('says that the month is locked where there was no grace', () => {
    const strict = describePeriod(AUGUST, { ...DEFAULT_CALENDAR, graceWorkingDays: 0 });
    const mail = escalationMail({ month: strict, missing, expected: 9, today: '2022-08-30' as PlainDate });
    assert.match(mail?.subject ?? '', /kỳ đã khóa hết ngày 29\/08\/2022$/);
    assert.match(mail?.text ?? '', /Đơn vị chỉ gửi được khi Sở mở lại kỳ\./);
  });
});
