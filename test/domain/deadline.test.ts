import assert from 'node:assert/strict';
import {
  closableFrom,
  daysLate,
  deadlinesOf,
  isOnTime,
  tickedAt,
  unitLockAt,
} from '../../functions/domain/deadline.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

describe('the bounds of a month, the first instants that are too late (KH 115, V.5)', () => {
  const cases: [period: string, grace: number, dueAt: string, lockAt: string][] = [
    ['2022-06', 3, '2022-06-30T00:00:00.000+07:00', '2022-07-05T00:00:00.000+07:00'],
    ['2022-08', 3, '2022-08-30T00:00:00.000+07:00', '2022-09-06T00:00:00.000+07:00'],
    ['2022-10', 0, '2022-10-30T00:00:00.000+07:00', '2022-11-01T00:00:00.000+07:00'],
    ['2022-11', 0, '2022-11-30T00:00:00.000+07:00', '2022-11-30T00:00:00.000+07:00'],
    ['2022-12', 3, '2022-12-30T00:00:00.000+07:00', '2023-01-05T00:00:00.000+07:00'],
    ['2023-02', 3, '2023-03-01T00:00:00.000+07:00', '2023-03-04T00:00:00.000+07:00'],
    ['2024-02', 3, '2024-03-01T00:00:00.000+07:00', '2024-03-06T00:00:00.000+07:00'],
    ['2025-01', 1, '2025-01-30T00:00:00.000+07:00', '2025-02-04T00:00:00.000+07:00'],
  ];
  for (const [period, graceWorkingDays, dueAt, lockAt] of cases) {
    it(`${period} with ${graceWorkingDays} days of grace: due ${dueAt}, lock ${lockAt}`, () => {
      const settings = { ...DEFAULT_CALENDAR, graceWorkingDays };
      assert.deepEqual(deadlinesOf(period as Period, settings), { dueAt, lockAt });
    });
  }
});

describe('days late are calendar days after due, in Viet Nam', () => {
  const cases: [period: string, at: string, days: number][] = [
    ['2022-08', '2022-08-29T23:59:59.999+07:00', 0],
    ['2022-08', '2022-08-30T00:00:00.000+07:00', 1],
    ['2022-08', '2022-08-29T16:59:59.999Z', 0],
    ['2022-08', '2022-08-29T17:00:00.000Z', 1],
    ['2022-08', '2022-08-29T23:59:59.999-04:00', 1],
    ['2022-08', '2022-09-05T23:59:59.999+07:00', 7],
    ['2022-08', '2022-07-20T08:00:00.000+07:00', 0],
    ['2023-02', '2023-02-28T23:59:59.999+07:00', 0],
    ['2023-02', '2023-03-01T00:00:00.000+07:00', 1],
    ['2024-02', '2024-02-29T23:59:59.999+07:00', 0],
    ['2024-02', '2024-03-01T00:00:00.000+07:00', 1],
    ['2022-12', '2022-12-29T23:59:59.999+07:00', 0],
    ['2022-12', '2023-01-01T00:00:00.000+07:00', 3],
    ['2025-01', '2025-01-30T09:00:00.000+07:00', 1],
  ];
  for (const [period, at, days] of cases) {
    it(`${at} is ${days === 0 ? 'in time' : `${days} late`} for ${period}`, () => {
      assert.equal(daysLate(at as Instant, period as Period), days);
      assert.equal(isOnTime(at as Instant, period as Period), days === 0);
    });
  }
});

describe('a tick', () => {
  const look = '2022-08-30T00:05:00.000+07:00' as Instant;
  it('is timed by the last change of the workbook when that was before the look', () => {
    assert.equal(tickedAt(look, '2022-08-29T16:58:00.000Z' as Instant), '2022-08-29T16:58:00.000Z');
  });
  it('is timed by the look when the workbook changed after it, or when nobody knows', () => {
    assert.equal(tickedAt(look, '2022-08-30T00:06:00.000+07:00' as Instant), look);
    assert.equal(tickedAt(look, null), look);
  });
});

describe('the lock of a unit', () => {
  const lockAt = '2022-09-06T00:00:00.000+07:00' as Instant;
  it('is the month’s, or later where the Department said so, never earlier', () => {
    assert.equal(unitLockAt(lockAt, null), lockAt);
    assert.equal(unitLockAt(lockAt, '2022-09-10T00:00:00.000+07:00' as Instant), '2022-09-10T00:00:00.000+07:00');
    assert.equal(unitLockAt(lockAt, '2022-09-01T00:00:00.000+07:00' as Instant), lockAt);
  });
  it('is carried out 15 minutes later at the earliest, so that every tick is in', () => {
    assert.equal(closableFrom(lockAt), '2022-09-06T00:15:00.000+07:00');
  });
});
