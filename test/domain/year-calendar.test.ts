import assert from 'node:assert/strict';
import { YEAR_COLUMNS, yearRows, yearsWithoutDaysOff } from '../../functions/domain/year-calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';

describe('the calendar of a year', () => {
  it('has a row for each month, and every cell', () => {
    const rows = yearRows(2023, DEFAULT_CALENDAR);
    assert.equal(rows.length, 12);
    assert.ok(rows.every((row) => row.length === YEAR_COLUMNS.length));
  });

  // biome-ignore format: a table
  for (const [year, ...row] of [
    [2022, '06/2022', '15/05/2022', '14/06/2022', '20/06/2022', '24/06/2022', '28/06/2022', '29/06/2022', '30/06/2022', '04/07/2022'],
    [2023, '01/2023', '15/12/2022', '14/01/2023', '12/01/2023', '18/01/2023', '27/01/2023', '29/01/2023', '30/01/2023', '01/02/2023'],
    [2023, '04/2023', '15/03/2023', '14/04/2023', '20/04/2023', '26/04/2023', '28/04/2023', '29/04/2023', '04/05/2023', '08/05/2023'],
    [2024, '02/2024', '15/01/2024', '14/02/2024', '20/02/2024', '26/02/2024', '28/02/2024', '29/02/2024', '01/03/2024', '05/03/2024'],
    [2023, '12/2023', '15/11/2023', '14/12/2023', '20/12/2023', '26/12/2023', '28/12/2023', '29/12/2023', '02/01/2024', '04/01/2024'],
  ] as const) {
    it(row.join(' '), () => {
      assert.deepEqual(yearRows(year, DEFAULT_CALENDAR).find(([month]) => month === row[0]), row);
    });
  }

  it('begins with the first month that is reported', () => {
    assert.deepEqual(
      yearRows(2022, DEFAULT_CALENDAR).map(([month]) => month),
      ['06/2022', '07/2022', '08/2022', '09/2022', '10/2022', '11/2022', '12/2022'],
    );
    assert.deepEqual(yearRows(2021, DEFAULT_CALENDAR), []);
  });

  it('says for which years no days off are known', () => {
    assert.deepEqual(yearsWithoutDaysOff(2023, DEFAULT_CALENDAR), []);
    assert.deepEqual(yearsWithoutDaysOff(2026, DEFAULT_CALENDAR), [2027]);
    assert.deepEqual(yearsWithoutDaysOff(2030, DEFAULT_CALENDAR), [2030, 2031]);
  });
});
