import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDate } from '../../../functions/domain/cells/date.ts';
import { formatDate, fromSerial, type PlainDate, toSerial } from '../../../schemas/calendar.ts';
import { date } from '../../../schemas/cells.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

describe('dates', () => {
  describe('a blank date is missing, and nothing is said', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('a serial number is a day, whatever its time', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        [44717, '2022-06-05'],
        [44717.5, '2022-06-05'],
        [44713, '2022-06-01'],
        [44737, '2022-06-25'],
      ],
    );
  });

  describe('a day in text as we write it is accepted', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['05/06/2022', '2022-06-05'],
        ['12/06/2022', '2022-06-12'],
        ['15/03/2022', '2022-03-15'],
      ],
    );
  });

  describe('a day in text is read day first', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['5-6-22', '2022-06-05', 'cell.normalised/understood'],
        ['05.06.2022', '2022-06-05', 'cell.normalised/understood'],
        ['5. 6. 2022', '2022-06-05', 'cell.normalised/understood'],
        ['5 6 2022', '2022-06-05', 'cell.normalised/understood'],
        ['5,6,2022', '2022-06-05', 'cell.normalised/understood'],
        ['05/06/22', '2022-06-05', 'cell.normalised/understood'],
        ['5/6/98', '1998-06-05', 'cell.normalised/understood'],
        ['05//06/2022', '2022-06-05', 'cell.normalised/understood'],
        ['5/6/2022.', '2022-06-05', 'cell.normalised/understood'],
        ['  5/6/2022 ', '2022-06-05', 'cell.normalised/understood'],
        ['5/6/2022\u00a0', '2022-06-05', 'cell.normalised/understood'],
        ['2022-06-05', '2022-06-05', 'cell.normalised/understood'],
        ['2022/6/5', '2022-06-05', 'cell.normalised/understood'],
        ['25/6/22', '2022-06-25', 'cell.normalised/understood'],
        ['44717', '2022-06-05', 'cell.normalised/understood'],
        ['5/6-2022', '2022-06-05', 'cell.normalised/understood'],
      ],
    );
  });

  describe('words around the figures are understood', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['ngày 5 tháng 6 năm 2022', '2022-06-05', 'cell.normalised/understood'],
        ['Ngày 05 tháng 06 năm 2022', '2022-06-05', 'cell.normalised/understood'],
        ['ngày 5, tháng 6, năm 2022', '2022-06-05', 'cell.normalised/understood'],
        ['5 tháng sáu năm 2022', '2022-06-05', 'cell.normalised/understood'],
        ['mùng 5 tháng 6 năm 2022', '2022-06-05', 'cell.normalised/understood'],
        ['5/tháng 6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['5 thg 6, 2022', '2022-06-05', 'cell.normalised/understood'],
        ['T7 11/6/2022', '2022-06-11', 'cell.normalised/understood'],
        ['Thứ năm, ngày 9/6/2022', '2022-06-09', 'cell.normalised/understood'],
        ['thứ 5 ngày 9 tháng 6 năm 2022', '2022-06-09', 'cell.normalised/understood'],
        ['chủ nhật 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['5/6/2022 (CN)', '2022-06-05', 'cell.normalised/understood'],
        ['sáng 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['tối 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['8h00 ngày 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['8h-10h ngày 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['7 giờ 30 phút ngày 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['05/06/2022 08:00', '2022-06-05', 'cell.normalised/understood'],
        ['11/06/2022 14h30', '2022-06-11', 'cell.normalised/understood'],
        ['5-Jun-22', '2022-06-05', 'cell.normalised/understood'],
        ['5 June 2022', '2022-06-05', 'cell.normalised/understood'],
        ['Jun 5, 2022', '2022-06-05', 'cell.normalised/understood'],
        ['2022-06-05T08:00:00', '2022-06-05', 'cell.normalised/understood'],
        ['2022-06-05T17:00:00Z', '2022-06-06', 'cell.normalised/understood'],
        ['- 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
      ],
    );
  });

  describe('a day without its year is the nearest one, and that is said', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['5/6', '2022-06-05', 'cell.guessed/yearMissing'],
        ['5.6', '2022-06-05', 'cell.guessed/yearMissing'],
        ['05-6', '2022-06-05', 'cell.guessed/yearMissing'],
        ['Ngày 5/6', '2022-06-05', 'cell.guessed/yearMissing'],
        ['5 tháng 6', '2022-06-05', 'cell.guessed/yearMissing'],
        ['14h ngày 11/6', '2022-06-11', 'cell.guessed/yearMissing'],
        ['25/12/', '2021-12-25', 'cell.guessed/yearMissing'],
      ],
    );
  });

  describe('a date among other words is taken, and that is said', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['5/6/2022 tại UBND xã', '2022-06-05', 'cell.guessed/dateInText'],
        ['họp 05/06/2022', '2022-06-05', 'cell.guessed/dateInText'],
      ],
    );
  });

  describe('figures without a separator are taken when they can only be one day, and that is said', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['20220605', '2022-06-05', 'cell.guessed/dateRunTogether'],
        [20220605, '2022-06-05', 'cell.guessed/dateRunTogether'],
        ['05062022', '2022-06-05', 'cell.guessed/dateRunTogether'],
        ['25062022', '2022-06-25', 'cell.guessed/dateRunTogether'],
        ['050622', null, 'cell.not-a-date/perhaps', '05/06/2022'],
        ['20221306', null, 'cell.not-a-date/unreadable'],
        ['202206', null, 'cell.not-a-date/noDay'],
      ],
    );
  });

  describe('a serial number that became text is the same day', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['44717.5', '2022-06-05', 'cell.normalised/understood'],
        ['44717,5', '2022-06-05', 'cell.normalised/understood'],
        ['44717.999988', '2022-06-05', 'cell.normalised/understood'],
        ["'05/06/2022", '2022-06-05', 'cell.normalised/understood'],
        ["'44717", '2022-06-05', 'cell.normalised/understood'],
      ],
    );
  });

  describe('signs that look alike, are doubled, or stand for another', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['５/６/２０２２', '2022-06-05', 'cell.normalised/understood'],
        ['05∕06∕2022', '2022-06-05', 'cell.normalised/understood'],
        ['05\u201106\u20112022', '2022-06-05', 'cell.normalised/understood'],
        ['05_06_2022', '2022-06-05', 'cell.normalised/understood'],
        ['05:06:2022', '2022-06-05', 'cell.normalised/understood'],
        ['05;06;2022', '2022-06-05', 'cell.normalised/understood'],
        ['05..06..2022', '2022-06-05', 'cell.normalised/understood'],
        ['05--06--2022', '2022-06-05', 'cell.normalised/understood'],
        ['05/06//2022', '2022-06-05', 'cell.normalised/understood'],
        ['"05/06/2022"', '2022-06-05', 'cell.normalised/understood'],
        ['[05/06/2022]', '2022-06-05', 'cell.normalised/understood'],
      ],
    );
  });

  describe('months as Sheets and Excel write them', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['05-thg 6-22', '2022-06-05', 'cell.normalised/understood'],
        ['5-thg6-2022', '2022-06-05', 'cell.normalised/understood'],
        ['5 th6 2022', '2022-06-05', 'cell.normalised/understood'],
        ['5/T6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['05 Thg 06 2022', '2022-06-05', 'cell.normalised/understood'],
        ['05/06/2022 8:30:00 CH', '2022-06-05', 'cell.normalised/understood'],
        ['05/06/2022 8:30:00 SA', '2022-06-05', 'cell.normalised/understood'],
        ['5th June 2022', '2022-06-05', 'cell.normalised/understood'],
        ['Jun-05-2022', '2022-06-05', 'cell.normalised/understood'],
        ['Sunday, June 5, 2022', '2022-06-05', 'cell.normalised/understood'],
        ['Sun Jun 05 2022', '2022-06-05', 'cell.normalised/understood'],
      ],
    );
  });

  describe('short words for day, and the day in words', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['ng 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['Ng. 05/06/2022', '2022-06-05', 'cell.normalised/understood'],
        ['N5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['ký ngày 5/6/2022', '2022-06-05', 'cell.normalised/understood'],
        ['Ngày ký: 05/06/2022', '2022-06-05', 'cell.normalised/understood'],
        ['ngày mười lăm tháng sáu năm 2022', '2022-06-15', 'cell.normalised/understood'],
        ['hai mươi lăm tháng sáu năm 2022', '2022-06-25', 'cell.normalised/understood'],
      ],
    );
  });

  describe('the day of a decision typed with its number is taken, and that is said', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['45/QĐ-UBND ngày 05/06/2022', '2022-06-05', 'cell.guessed/dateInText'],
        ['QĐ số 45/QĐ-UBND ngày 5/6/2022', '2022-06-05', 'cell.guessed/dateInText'],
        ['05/06/2022 (QĐ 45)', '2022-06-05', 'cell.guessed/dateInText'],
        ['5, ngày 7/6/2022', null, 'cell.date-range/severalDays'],
      ],
    );
  });

  describe('a short date whose year may stand at either end is asked', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['22/06/05', null, 'cell.date-ambiguous/twoOrders'],
        ['22-06-05', null, 'cell.date-ambiguous/twoOrders'],
        ['05/06/22', '2022-06-05', 'cell.normalised/understood'],
        ['12/06/98', '1998-06-12', 'cell.normalised/understood'],
      ],
    );
  });

  describe('ditto marks are refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['nt', null, 'cell.not-in-list/ditto'],
        ['như trên', null, 'cell.not-in-list/ditto'],
        ['"', null, 'cell.not-in-list/ditto'],
      ],
    );
  });

  describe('a part of a month, or days of every week, is no day', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['đầu tháng 6', null, 'cell.not-a-date/noDay'],
        ['cuối tháng 6/2022', null, 'cell.not-a-date/noDay'],
        ['Quý II/2022', null, 'cell.not-a-date/noDay'],
        ['quý 2', null, 'cell.not-a-date/noDay'],
        ['ngày    tháng 6 năm 2022', null, 'cell.not-a-date/noDay'],
        ['thứ 2 đến thứ 6', null, 'cell.not-a-date/recurring'],
        ['T7, CN hàng tuần', null, 'cell.not-a-date/recurring'],
      ],
    );
  });

  describe('a month before the day is asked', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['06/25/2022', null, 'cell.date-ambiguous/monthFirst', '25/06/2022'],
        ['12/13/2022', null, 'cell.date-ambiguous/monthFirst', '13/12/2022'],
        ['6/25/22', null, 'cell.date-ambiguous/monthFirst', '25/06/2022'],
      ],
    );
  });

  describe('several days in a cell are refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['5-7/6/2022', null, 'cell.date-range/severalDays'],
        ['5 - 7/6', null, 'cell.date-range/severalDays'],
        ['5–7/6/2022', null, 'cell.date-range/severalDays'],
        ['5,6/6', null, 'cell.date-range/severalDays'],
        ['5, 6/6/2022', null, 'cell.date-range/severalDays'],
        ['5&6/6/2022', null, 'cell.date-range/severalDays'],
        ['5+6/6/2022', null, 'cell.date-range/severalDays'],
        ['1-30/6/2022', null, 'cell.date-range/severalDays'],
        ['5/6 và 7/6/2022', null, 'cell.date-range/severalDays'],
        ['10/6; 12/6', null, 'cell.date-range/severalDays'],
        ['5/6-7/6/2022', null, 'cell.date-range/severalDays'],
        ['3/6-5/6', null, 'cell.date-range/severalDays'],
        ['05/06/2022, 07/06/2022', null, 'cell.date-range/severalDays'],
        ['05/06/2022\n07/06/2022', null, 'cell.date-range/severalDays'],
        ['5/6/2022-7/6/2022', null, 'cell.date-range/severalDays'],
        ['11/6/2022 – 12/6/2022', null, 'cell.date-range/severalDays'],
        ['20/06/2022 - 25/06/2022', null, 'cell.date-range/severalDays'],
        ['từ 5/6 đến 7/6/2022', null, 'cell.date-range/severalDays'],
        ['từ 5/6/2022', null, 'cell.date-range/severalDays'],
        ['5/6 tới 7/6/2022', null, 'cell.date-range/severalDays'],
        ['1/6/2022 đến nay', null, 'cell.date-range/severalDays'],
        ['ngày 5 đến ngày 7 tháng 6', null, 'cell.date-range/severalDays'],
      ],
    );
  });

  describe('a day that the month does not have is refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['31/06/2022', null, 'cell.not-a-date/noSuchDay'],
        ['31/4', null, 'cell.not-a-date/noSuchDay'],
        ['30/2/2022', null, 'cell.not-a-date/noSuchDay'],
        ['29/02/2023', null, 'cell.not-a-date/noSuchDay'],
        ['29/2', null, 'cell.not-a-date/noSuchDay'],
        ['32/06/2022', null, 'cell.not-a-date/noSuchDay'],
      ],
    );
  });

  describe('a date without its day is refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['tháng 6/2022', null, 'cell.not-a-date/noDay'],
        ['6/2022', null, 'cell.not-a-date/noDay'],
        ['T6/2022', null, 'cell.not-a-date/noDay'],
        ['tháng 6', null, 'cell.not-a-date/noDay'],
        ['tháng tư năm 2022', null, 'cell.not-a-date/noDay'],
        ['năm 2022', null, 'cell.not-a-date/noDay'],
        ['2022', null, 'cell.not-a-date/noDay'],
        [2022, null, 'cell.not-a-date/noDay'],
        ['00/06/2022', null, 'cell.not-a-date/noDay'],
        ['12/2022', null, 'cell.not-a-date/noDay'],
        ['06-22', null, 'cell.not-a-date/noDay'],
      ],
    );
  });

  describe('a repeated day is refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['Thứ 7 hàng tuần', null, 'cell.not-a-date/recurring'],
        ['T7 hằng tuần', null, 'cell.not-a-date/recurring'],
        ['hằng ngày', null, 'cell.not-a-date/recurring'],
        ['mỗi tuần', null, 'cell.not-a-date/recurring'],
        ['các ngày trong tuần', null, 'cell.not-a-date/recurring'],
        ['cuối tuần', null, 'cell.not-a-date/recurring'],
        ['thứ 7', null, 'cell.not-a-date/recurring'],
      ],
    );
  });

  describe('a year that cannot be is refused', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['01/01/1989', null, 'cell.not-a-date/implausible'],
        ['5/6/1890', null, 'cell.not-a-date/implausible'],
        ['5/6/202', null, 'cell.not-a-date/implausible'],
        ['5/6/20222', null, 'cell.not-a-date/implausible'],
        ['01/01/2101', null, 'cell.not-a-date/implausible'],
        [32873, null, 'cell.not-a-date/implausible'],
        [73416, null, 'cell.not-a-date/implausible'],
      ],
    );
  });

  describe('what is no date is refused, with the day that may be meant', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['abc', null, 'cell.not-a-date/unreadable'],
        ['hôm qua', null, 'cell.not-a-date/unreadable'],
        ['mùng 5 tháng 5 âm lịch', null, 'cell.not-a-date/unreadable'],
        ['13/13/2022', null, 'cell.not-a-date/unreadable'],
        [5062022, null, 'cell.not-a-date/perhaps', '05/06/2022'],
        ['O5/06/2022', null, 'cell.not-a-date/perhaps', '05/06/2022'],
        ['5/06/2o22', null, 'cell.not-a-date/perhaps', '05/06/2022'],
        ['5-6/2022', null, 'cell.not-a-date/perhaps', '05/06/2022'],
        [5, null, 'cell.not-a-date/unreadable'],
        [-3, null, 'cell.not-a-date/unreadable'],
        [true, null, 'cell.not-a-date/unreadable'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['không', null, 'cell.normalised/blank'],
        ['không có', null, 'cell.normalised/blank'],
        ['chưa có', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['#REF!', null, 'cell.formula-error/error'],
        ['#N/A', null, 'cell.formula-error/error'],
        ['=TODAY()', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('a day after today is refused where it must lie in the past; today is fine', () => {
    readsAs(
      (typed) => readDate(typed, date(), contextOf()),
      [
        ['26/06/2022', null, 'cell.date-in-future/future'],
        [44738, null, 'cell.date-in-future/future'],
        ['01/01/2023', null, 'cell.date-in-future/future'],
      ],
    );
  });

  describe('a day after today is taken where it may lie ahead', () => {
    readsAs(
      (typed) => readDate(typed, date({ past: false }), contextOf()),
      [
        ['26/06/2022', '2022-06-26'],
        [44738, '2022-06-26'],
      ],
    );
  });

  describe('what the sentences of dates say', () => {
    const said = (typed: string) => detailsOf(readDate(typed, date(), contextOf()));

    it('names the month that is too short', () => {
      assert.deepEqual(said('31/06/2022'), { month: 6, year: 2022, days: 30, date: '31/06/2022' });
    });

    it('says back the day that was understood', () => {
      assert.deepEqual(said('5-6-22'), { understood: '05/06/2022' });
    });

    it('says both the day and today when it has not come', () => {
      assert.deepEqual(said('26/06/2022'), { date: '26/06/2022', today: '25/06/2022' });
    });
  });

  describe('the year of a day without one', () => {
    const near = (day: string) => ({ ...contextOf(), today: '2023-01-20' as PlainDate, near: day as PlainDate });

    it('is last year just after New Year', () => {
      assert.equal(readDate('28/12', date(), near('2023-01-05')).value, '2022-12-28');
    });

    it('is this year in the middle of the year', () => {
      assert.equal(readDate('02/01', date(), near('2022-12-20')).value, '2023-01-02');
    });
  });

  describe('serial numbers and text', () => {
    it('give the same day for every day from 1990 to 2100', () => {
      fc.assert(
        fc.property(fc.integer({ min: 32_874, max: 73_415 }), (serial) => {
          const day = fromSerial(serial);
          const cell = date({ past: false });
          assert.equal(readDate(serial, cell, contextOf()).value, day);
          assert.equal(readDate(formatDate(day), cell, contextOf()).value, day);
          assert.equal(toSerial(day), serial);
        }),
      );
    });
  });
});
