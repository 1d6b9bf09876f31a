import assert from 'node:assert/strict';
import { readYear } from '../../../functions/domain/cells/year.ts';
import { year } from '../../../schemas/cells.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

describe('years of birth', () => {
  describe('a blank year is missing', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('a year of birth is taken', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        [1985, 1985],
        ['1985', 1985],
        [2006, 2006],
        [1932, 1932],
      ],
    );
  });

  describe('words around it are left out', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['sinh năm 1985', 1985, 'cell.normalised/personal'],
        ['Năm 1985', 1985, 'cell.normalised/personal'],
        ['SN 1985', 1985, 'cell.normalised/personal'],
        ['1.985', 1985, 'cell.normalised/personal'],
        [' 1985 ', 1985],
      ],
    );
  });

  describe('of a full date only the year is kept, and that is said', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['12/03/1985', 1985, 'cell.guessed/fullDate'],
        ['1985-03-12', 1985, 'cell.guessed/fullDate'],
        ['12/3/85', 1985, 'cell.guessed/fullDate'],
        ['3/1985', 1985, 'cell.guessed/fullDate'],
        ['tháng 3/1985', 1985, 'cell.guessed/fullDate'],
        ['12 tháng 3 năm 1985', 1985, 'cell.guessed/fullDate'],
        [31118, 1985, 'cell.guessed/fullDate'],
        ['1985 (37 tuổi)', 1985, 'cell.guessed/fullDate'],
        ['khoảng 1985', 1985, 'cell.guessed/fullDate'],
      ],
    );
  });

  describe('under 16 and over 90 are asked', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        [2007, 2007, 'member.birth-year/implausible'],
        [2010, 2010, 'member.birth-year/implausible'],
        ['2022', 2022, 'member.birth-year/implausible'],
        [1931, 1931, 'member.birth-year/implausible'],
        [1900, 1900, 'member.birth-year/implausible'],
      ],
    );
  });

  describe('a year that cannot be is refused', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        [1899, null, 'member.birth-year/impossible'],
        [1785, null, 'member.birth-year/impossible'],
        [2023, null, 'member.birth-year/impossible'],
        ['2098', null, 'member.birth-year/impossible'],
        [198, null, 'member.birth-year/impossible'],
        [0, null, 'member.birth-year/impossible', 2000],
        [-5, null, 'member.birth-year/impossible'],
        ['0905123456', null, 'member.birth-year/impossible'],
      ],
    );
  });

  describe('two figures are refused with the year that may be meant', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        [85, null, 'member.birth-year/impossible', 1985],
        ['85', null, 'member.birth-year/impossible', 1985],
        ['04', null, 'member.birth-year/impossible', 2004],
      ],
    );
  });

  describe('what is no year is refused', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['abc', null, 'member.birth-year/unreadable'],
        ['37 tuổi', null, 'member.birth-year/unreadable', 1985],
        [1985.5, null, 'member.birth-year/unreadable'],
        [true, null, 'member.birth-year/unreadable'],
        ['ngoài 40', null, 'member.birth-year/unreadable'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['không', null, 'cell.normalised/blank'],
        ['không có', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=1985', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('a year of birth is personal', () => {
    it('is in no sentence', () => {
      for (const typed of ['12/03/1985', 'sinh năm 1985', 2010, 85]) {
        assert.doesNotMatch(JSON.stringify(detailsOf(readYear(typed, year(), contextOf()))), /\d/);
      }
    });
  });

  describe('years and dates that became text or numbers', () => {
    readsAs(
      (typed) => readYear(typed, year(), contextOf()),
      [
        ['1985.0', 1985, 'cell.normalised/personal'],
        ['19850312', 1985, 'cell.guessed/fullDate'],
        [19850312, 1985, 'cell.guessed/fullDate'],
        ['19855', null, 'member.birth-year/unreadable'],
        ['36t', null, 'member.birth-year/unreadable', 1986],
        [36, null, 'member.birth-year/impossible'],
        [85, null, 'member.birth-year/impossible', 1985],
      ],
    );
  });
});
