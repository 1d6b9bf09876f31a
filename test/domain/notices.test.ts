import assert from 'node:assert/strict';
import { noticesDue, noticesOf } from '../../functions/domain/notices.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

describe('the notices of a month, all on working days', () => {
  const cases: [period: string, days: [string, string, string, string], why: string][] = [
    ['2022-06', ['2022-06-20', '2022-06-24', '2022-06-28', '2022-06-30'], 'the first month'],
    ['2022-08', ['2022-08-18', '2022-08-24', '2022-08-26', '2022-08-30'], 'National Day before the lock'],
    ['2022-10', ['2022-10-20', '2022-10-26', '2022-10-28', '2022-10-31'], 'due on a Saturday'],
    ['2023-01', ['2023-01-12', '2023-01-18', '2023-01-27', '2023-01-30'], 'Tết before due'],
    ['2024-02', ['2024-02-20', '2024-02-26', '2024-02-28', '2024-03-01'], 'leap year'],
    ['2025-01', ['2025-01-16', '2025-01-22', '2025-01-24', '2025-02-03'], 'due within Tết'],
    ['2026-08', ['2026-08-21', '2026-08-26', '2026-08-28', '2026-09-03'], 'Saturday 22/8 is worked'],
    ['2022-12', ['2022-12-20', '2022-12-26', '2022-12-28', '2022-12-30'], 'over the new year'],
  ];
  for (const [period, days, why] of cases) {
    it(`${period}: ${days.join(', ')} (${why})`, () => {
      const notices = noticesOf(period as Period, DEFAULT_CALENDAR);
      assert.deepEqual(
        notices.map(({ kind, day }) => [kind, day]),
        [
          ['reminder-7', days[0]],
          ['reminder-3', days[1]],
          ['reminder-1', days[2]],
          ['overdue', days[3]],
        ],
      );
      assert.deepEqual(
        notices.map(({ at }) => at),
        days.map((day) => `${day}T08:00:00.000+07:00`),
      );
    });
  }
});

describe('the notices to be sent at a moment', () => {
  const cases: [now: string, ...notices: string[]][] = [
    ['2022-08-26T07:59:59.999+07:00'],
    ['2022-08-26T08:00:00.000+07:00', '2022-08 reminder-1'],
    ['2022-08-26T01:00:00.000Z', '2022-08 reminder-1'],
    ['2022-08-26T23:59:59.999+07:00', '2022-08 reminder-1'],
    ['2022-08-27T08:00:00.000+07:00'],
    ['2022-09-05T08:00:00.000+07:00'],
    ['2022-10-29T08:00:00.000+07:00'],
    ['2022-10-31T08:00:00.000+07:00', '2022-10 overdue'],
    ['2022-12-30T09:00:00.000+07:00', '2022-12 overdue'],
    ['2025-01-29T08:00:00.000+07:00'],
    ['2022-05-30T08:00:00.000+07:00'],
  ];
  for (const [now, ...expected] of cases) {
    it(`${now}: ${expected.join(', ') || 'none'}`, () => {
      const due = noticesDue(now as Instant, DEFAULT_CALENDAR);
      assert.deepEqual(
        due.map(({ period, kind }) => `${period} ${kind}`),
        expected,
      );
    });
  }
});
