import assert from 'node:assert/strict';
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../../functions/domain/working-days.ts';
import type { PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

describe('working days of civil servants', () => {
  for (const [date, working, why] of [
    ['2022-08-29', true, 'a Monday'],
    ['2022-08-27', false, 'a Saturday'],
    ['2022-09-02', false, 'National Day'],
    ['2025-01-28', false, 'Tết'],
    ['2026-08-22', true, 'a Saturday worked in exchange'],
    ['2026-08-31', false, 'the Monday that it was exchanged for'],
    ['2026-08-29', false, 'a Saturday that is not worked'],
  ] as const) {
    it(`${date} is ${working ? 'one' : 'none'}: ${why}`, () => {
      assert.equal(isWorkingDay(date as PlainDate, DEFAULT_CALENDAR), working);
    });
  }

  for (const [from, days, expected] of [
    ['2022-08-29', 3, '2022-09-05'],
    ['2022-08-29', -7, '2022-08-18'],
    ['2022-10-29', -1, '2022-10-28'],
    ['2025-01-29', -1, '2025-01-24'],
    ['2025-01-29', 1, '2025-02-03'],
    ['2026-08-29', -1, '2026-08-28'],
    ['2026-08-24', -1, '2026-08-22'],
    ['2022-12-29', 3, '2023-01-04'],
    ['2022-08-29', 0, '2022-08-29'],
  ] as const) {
    it(`${days} from ${from}: ${expected}`, () => {
      assert.equal(addWorkingDays(from as PlainDate, days, DEFAULT_CALENDAR), expected);
    });
  }

  for (const [from, to, expected] of [
    ['2022-08-14', '2022-08-29', 11],
    ['2025-01-24', '2025-02-02', 0],
    ['2025-01-24', '2025-02-03', 1],
    ['2022-08-29', '2022-08-29', 0],
    ['2022-08-31', '2022-08-29', 0],
  ] as const) {
    it(`after ${from} until ${to} there are ${expected}`, () => {
      assert.equal(countWorkingDays(from as PlainDate, to as PlainDate, DEFAULT_CALENDAR), expected);
    });
  }
});
