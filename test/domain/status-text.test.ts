import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { NEW_STANDING, type Standing } from '../../functions/domain/standing.ts';
import { statusText } from '../../functions/domain/status-text.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

const at = (text: string): Instant => `${text}+07:00` as Instant;
const august = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
const sent = { firstValidAt: at('2022-08-26T09:00:00.000'), submittedAt: at('2022-08-26T09:00:00.000') };
const locked = { lockedAt: at('2022-09-06T00:15:00.000'), frozenVersion: 1 };
const MIDNIGHT = at('2022-09-11T00:00:00.000');

describe('where a report stands, in words', () => {
  const cases: [text: string, today: string, standing: Partial<Standing>][] = [
    ['Chưa nộp', '2022-08-29', {}],
    ['Đang nhập', '2022-08-29', { status: 'in-progress' }],
    ['Có lỗi', '2022-08-29', { status: 'has-errors' }],
    ['Chưa nộp, quá hạn 1 ngày', '2022-08-30', {}],
    ['Chưa nộp, quá hạn 2 ngày', '2022-08-31', { status: 'has-errors' }],
    ['Chưa nộp, quá hạn 7 ngày', '2022-09-05', { status: 'in-progress' }],
    ['Chưa nộp, quá hạn 7 ngày · đã khóa', '2022-12-20', { status: 'in-progress', ...locked }],
    ['Chưa nộp, quá hạn 10 ngày · gia hạn đến hết ngày 10/09/2022', '2022-09-08', { extendedUntil: MIDNIGHT }],
    ['Chưa nộp, quá hạn 12 ngày · gia hạn đến hết ngày 10/09/2022', '2022-12-20', { extendedUntil: MIDNIGHT }],
    ['Đúng hạn', '2022-09-01', { status: 'submitted', ...sent }],
    ['Đúng hạn, có sửa sau', '2022-09-01', { status: 'submitted-edited', ...sent }],
    ['Đúng hạn · đã khóa', '2022-09-08', { status: 'submitted', ...sent, ...locked }],
    ['Đúng hạn · đã khóa · đính chính lần 1', '2022-12-20', { status: 'submitted', ...sent, ...locked, version: 2 }],
    [
      'Trễ 1 ngày',
      '2022-09-01',
      { status: 'late', firstValidAt: at('2022-08-30T00:00:00.000'), submittedAt: at('2022-09-02T00:00:00.000') },
    ],
    [
      'Trễ 6 ngày · mở lại đến 17:00 10/09/2022',
      '2022-09-08',
      {
        status: 'late',
        firstValidAt: at('2022-09-04T08:00:00.000'),
        frozenVersion: 1,
        extendedUntil: at('2022-09-10T17:00:00.000'),
      },
    ],
    ['Không phát sinh', '2022-09-01', { status: 'nil', ...sent }],
    ['Không áp dụng', '2022-12-20', { status: 'not-applicable' }],
  ];
  for (const [text, today, standing] of cases) {
    it(`${today}: ${text}`, () => {
      assert.equal(statusText({ ...NEW_STANDING, ...standing }, august, today as PlainDate), text);
    });
  }
});
