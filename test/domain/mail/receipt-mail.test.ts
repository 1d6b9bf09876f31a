import assert from 'node:assert/strict';
import { receiptFacts, receiptMail } from '../../../functions/domain/mail/receipt-mail.ts';
import { describePeriod } from '../../../functions/domain/period.ts';
import { makeReceipt, type Receipt } from '../../../functions/domain/receipt.ts';
import type { Instant } from '../../../schemas/calendar.ts';
import type { ReportStatus } from '../../../schemas/report-status.ts';
import { DEFAULT_CALENDAR } from '../../../schemas/settings.ts';
import { aReport } from '../../support/documents.ts';
import { AUGUST, VINH_LINH } from '../../support/workbooks.ts';

const month = describePeriod(AUGUST, DEFAULT_CALENDAR);
const receipt = (status: ReportStatus, at: string): Receipt =>
  makeReceipt(aReport({ status }), `${at}+07:00` as Instant, 'a'.repeat(64));

describe('the receipt in a mail', () => {
  for (const [status, at, said] of [
    ['submitted', '2022-08-29T23:59:00.000', '23:59 29/08/2022 (đúng hạn)'],
    ['nil', '2022-08-26T09:15:00.000', '09:15 26/08/2022 (đúng hạn, không phát sinh hoạt động)'],
    ['late', '2022-08-30T00:00:00.000', '00:00 30/08/2022 (trễ 1 ngày)'],
    ['submitted-edited', '2022-09-02T10:00:00.000', '10:00 02/09/2022 (đã gửi đúng hạn trước đó, lần này là gửi lại)'],
  ] as const) {
    it(`${status}: ${said}`, () => {
      assert.deepEqual(receiptFacts(receipt(status, at), month)[1], ['Thời điểm nhận', said]);
    });
  }

  it('says until when the unit may send again, be the month opened for it longer', () => {
    const until = (lockAt: string): string =>
      receiptMail({
        unit: VINH_LINH,
        month,
        receipt: receipt('late', '2022-09-02T10:00:00.000'),
        lockAt: `${lockAt}+07:00` as Instant,
        workbookUrl: 'https://example.vn/',
      }).text;
    assert.match(until('2022-09-06T00:00:00.000'), /còn sửa được trang của tháng đến hết ngày 05\/09\/2022;/);
    assert.match(until('2022-09-10T17:00:00.000'), /còn sửa được trang của tháng đến 17:00 10\/09\/2022;/);
  });
});
