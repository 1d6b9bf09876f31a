import assert from 'node:assert/strict';
import {
  dataWindow,
  describePeriod,
  dueDate,
  lockDate,
  openPeriods,
  periodContaining,
  windowLike,
} from '../../functions/domain/period.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

describe('the data window', () => {
  const cases: [string, 'decree-09' | 'calendar-month', string, string][] = [
    ['2022-08', 'decree-09', '2022-07-15', '2022-08-14'],
    ['2023-01', 'decree-09', '2022-12-15', '2023-01-14'],
    ['2023-03', 'decree-09', '2023-02-15', '2023-03-14'],
    ['2024-02', 'calendar-month', '2024-02-01', '2024-02-29'],
    ['2022-12', 'calendar-month', '2022-12-01', '2022-12-31'],
  ];
  for (const [period, kind, from, to] of cases) {
    it(`${period} by ${kind}: ${from} to ${to}`, () => {
      assert.deepEqual(dataWindow(period as Period, kind), { from, to });
    });
  }
});

describe('a report is due before the 30th (KH 115, V.5)', () => {
  for (const [period, due] of [
    ['2022-06', '2022-06-29'],
    ['2023-02', '2023-02-28'],
    ['2024-02', '2024-02-29'],
    ['2022-12', '2022-12-29'],
  ]) {
    it(`${period}: ${due}`, () => assert.equal(dueDate(period as Period), due));
  }
});

describe('the lock comes after working days of grace', () => {
  const cases: [string, number, string, string][] = [
    ['2022-08', 3, '2022-09-05', '30 and 31/8, then two days off and a weekend'],
    ['2022-07', 3, '2022-08-03', '29/7 is a Friday'],
    ['2022-10', 0, '2022-10-31', 'the 29th is a Saturday'],
    ['2023-04', 0, '2023-05-04', 'weekend, 30/4, 1/5 and days in lieu'],
    ['2022-06', 0, '2022-06-29', 'a working day stays'],
    ['2025-01', 1, '2025-02-03', 'Tết'],
    ['2022-01', 0, '2022-02-07', 'the 29th is a Saturday, then Tết'],
    ['2022-05', 0, '2022-05-30', 'a Sunday'],
    ['2023-02', 0, '2023-02-28', 'the 28th of a short month'],
    ['2024-02', 0, '2024-02-29', 'leap year'],
    ['2025-01', 0, '2025-02-03', 'the first day of Tết'],
    ['2026-08', 0, '2026-09-03', '31/8 is off in exchange for Saturday 22/8'],
    ['2022-12', 3, '2023-01-04', 'over the new year, 02/01 in lieu'],
    ['2024-04', 3, '2024-05-04', '30/4 and 1/5 off, Saturday 4/5 worked in exchange for 29/4'],
  ];
  for (const [period, graceWorkingDays, expected, why] of cases) {
    it(`${period}, ${graceWorkingDays} days: ${expected} (${why})`, () => {
      assert.equal(lockDate(period as Period, { ...DEFAULT_CALENDAR, graceWorkingDays }), expected);
    });
  }
});

describe('the months that are open on a day', () => {
  for (const [today, ...periods] of [
    ['2022-05-14'],
    ['2022-05-20', '2022-06'],
    ['2022-08-25', '2022-08', '2022-09'],
    ['2022-08-14', '2022-08'],
    ['2022-08-15', '2022-08', '2022-09'],
    ['2022-09-05', '2022-08', '2022-09'],
    ['2022-09-06', '2022-09'],
    ['2022-12-20', '2022-12', '2023-01'],
    ['2023-01-02', '2022-12', '2023-01'],
  ] as [string, ...string[]][]) {
    it(`${today}: ${periods.join(', ') || 'none'}`, () => {
      const open = openPeriods(today as PlainDate, DEFAULT_CALENDAR);
      assert.deepEqual(
        open.map(({ period }) => period),
        periods,
      );
    });
  }
});

describe('the month whose report a day counts in', () => {
  const whole = describePeriod('2022-08' as Period, { ...DEFAULT_CALENDAR, dataWindow: 'calendar-month' });
  const cut = (from: string, to: string) => ({ ...whole, window: { from: from as PlainDate, to: to as PlainDate } });
  const decree = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
  for (const [name, like, date, period] of [
    ['decree', decree, '2022-08-14', '2022-08'],
    ['decree', decree, '2022-08-15', '2022-09'],
    ['decree', decree, '2022-07-14', '2022-07'],
    ['decree, over the new year', decree, '2022-12-31', '2023-01'],
    ['calendar month', whole, '2022-08-31', '2022-08'],
    ['calendar month', whole, '2022-07-31', '2022-07'],
    ['sent on the 26th', cut('2022-08-01', '2022-08-26'), '2022-08-26', '2022-08'],
    ['sent on the 26th', cut('2022-08-01', '2022-08-26'), '2022-08-27', '2022-09'],
    ['after a month sent on the 27th', cut('2022-07-28', '2022-08-31'), '2022-07-27', '2022-07'],
    ['after a month sent on the 27th', cut('2022-07-28', '2022-08-31'), '2022-09-01', '2022-09'],
  ] as const) {
    it(`${name}: ${date} in ${period}`, () => assert.equal(periodContaining(date as PlainDate, like), period));
  }

  it('another month has its window whole, of the same kind', () => {
    const july = '2022-07' as Period;
    assert.deepEqual(windowLike(july, decree), { from: '2022-06-15', to: '2022-07-14' });
    assert.deepEqual(windowLike(july, whole), { from: '2022-07-01', to: '2022-07-31' });
    assert.deepEqual(windowLike(july, cut('2022-07-28', '2022-08-26')), { from: '2022-07-01', to: '2022-07-31' });
  });
});
