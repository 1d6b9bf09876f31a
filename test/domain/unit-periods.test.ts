import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { cutAtSubmission, isKeptOpen, unitPeriods } from '../../functions/domain/unit-periods.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

const MIDNIGHT_11 = '2022-09-11T00:00:00.000+07:00' as Instant;
const june = { period: '2022-06' as Period, lockedAt: null, extendedUntil: MIDNIGHT_11 };

describe('the open months of a unit', () => {
  const cases: [name: string, now: string, reports: (typeof june)[], periods: string[]][] = [
    ['the province’s', '2022-09-10T21:00:00.000+07:00', [], ['2022-09']],
    ['and one that was opened again', '2022-09-10T23:59:59.999+07:00', [june], ['2022-06', '2022-09']],
    ['until its time is over', '2022-09-11T00:00:00.000+07:00', [june], ['2022-09']],
    [
      'an extended month that is open anyway, once',
      '2022-09-10T08:00:00.000+07:00',
      [{ ...june, period: '2022-09' as Period }],
      ['2022-09'],
    ],
  ];
  for (const [name, now, reports, periods] of cases) {
    it(`${name}: ${periods.join(', ')}`, () => {
      const open = unitPeriods(now as Instant, DEFAULT_CALENDAR, reports);
      assert.deepEqual(
        open.map(({ period }) => period),
        periods,
      );
    });
  }

  it('a locked month is not kept open by an extension of the past', () => {
    const lockedAt = '2022-09-06T00:15:00.000+07:00' as Instant;
    assert.equal(isKeptOpen({ lockedAt, extendedUntil: MIDNIGHT_11 }, '2022-09-10T00:00:00Z' as Instant), false);
  });
});

describe('a calendar month ends with the day on which it was sent', () => {
  const settings = { ...DEFAULT_CALENDAR, dataWindow: 'calendar-month' as const };
  const cases: [name: string, sent: Record<string, string>, from: string, to: string][] = [
    ['nothing sent', {}, '2022-08-01', '2022-08-31'],
    ['sent on the 26th: later days count in the next report', { '2022-08': '2022-08-26' }, '2022-08-01', '2022-08-26'],
    ['the month before was sent on the 27th', { '2022-07': '2022-07-27' }, '2022-07-28', '2022-08-31'],
    ['the month before was sent on its last day', { '2022-07': '2022-07-31' }, '2022-08-01', '2022-08-31'],
    ['sent late: the month is whole', { '2022-08': '2022-09-02', '2022-07': '2022-08-03' }, '2022-08-01', '2022-08-31'],
  ];
  for (const [name, sent, from, to] of cases) {
    it(`${name}: ${from} to ${to}`, () => {
      const open = describePeriod('2022-08' as Period, settings);
      const cut = cutAtSubmission(open, settings, (period) => (sent[period] ?? null) as PlainDate | null);
      assert.deepEqual(cut, { ...open, window: { from, to } });
    });
  }

  it('a window of the decree ends before, and stays', () => {
    const open = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
    assert.equal(
      cutAtSubmission(open, DEFAULT_CALENDAR, () => '2022-08-01' as PlainDate),
      open,
    );
  });
});
