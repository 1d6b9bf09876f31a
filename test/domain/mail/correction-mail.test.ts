import assert from 'node:assert/strict';
import { type CorrectionMailRequest, correctionMail } from '../../../functions/domain/mail/correction-mail.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import type { Instant } from '../../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import { AUGUST, VINH_LINH } from '../../support/workbooks.ts';

const base: CorrectionMailRequest = {
  unit: VINH_LINH,
  month: describePeriod(AUGUST, DEFAULT_CALENDAR),
  version: 3,
  at: '2022-10-03T02:30:00.000Z' as Instant,
  reason: 'Ghi nhầm số lượt người',
  diff: [],
  workbookUrl: 'https://example.vn/',
};
const text = (changes: Partial<CorrectionMailRequest>): string => correctionMail({ ...base, ...changes }).text;

describe('the mail about a correction', () => {
  it('counts corrections, not versions, and says the hour of Viet Nam', () => {
    assert.match(text({}), /đã được đính chính lần 2 lúc 09:30 03\/10\/2022/);
  });

  it('says why, but never a number of anyone', () => {
    assert.match(text({}), /Lý do: Ghi nhầm số lượt người/);
    assert.doesNotMatch(text({ reason: 'Chị Hai (0905 123 456) báo nhầm' }), /Lý do|0905/);
  });

  for (const [before, after, said] of [
    [1250, 1205, '1.250 → 1.205'],
    [null, 3, 'không có → 3'],
    ['Chủ tịch', null, 'Chủ tịch → không có'],
    [false, true, 'không → có'],
  ] as const) {
    it(`says a change: ${said}`, () => {
      assert.match(text({ diff: [{ field: 'Mục', before, after }] }), new RegExp(`^Mục: ${said}$`, 'm'));
    });
  }

  it('says that nothing changed, and how much it does not list', () => {
    assert.match(text({}), /Không có số liệu nào thay đổi\./);
    const diff = Array.from({ length: 45 }, (_, at) => ({ field: `Mục ${at}`, before: 0, after: 1 }));
    assert.match(text({ diff }), /Nội dung thay đổi \(45\)[\s\S]*Mục 39: 0 → 1\n\n… và 5 thay đổi khác\./);
  });
});
