import assert from 'node:assert/strict';
import { readCount } from '../../../functions/domain/cells/count.ts';
import { count, money } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

const people = count('người', 'lượt', 'lượt người');

describe('counts', () => {
  describe('a blank count is missing, not zero', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('a whole number is taken', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        [0, 0],
        [1, 1],
        [25, 25],
        [43999, 43999],
        [47001, 47001],
        ['0', 0],
        ['25', 25],
      ],
    );
  });

  describe('a unit word may follow', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['25 người', 25, 'cell.normalised/understood'],
        ['25người', 25, 'cell.normalised/understood'],
        ['100 NGƯỜI', 100, 'cell.normalised/understood'],
        ['25 nguoi', 25, 'cell.normalised/understood'],
        ['25 lượt', 25, 'cell.normalised/understood'],
        ['25 lượt người', 25, 'cell.normalised/understood'],
        ['25 ng', 25, 'cell.normalised/understood'],
        ['1.250 người', 1250, 'cell.normalised/understood'],
        ['25.', 25, 'cell.normalised/understood'],
        ['12 ', 12, 'cell.normalised/understood'],
        ['05', 5, 'cell.normalised/understood'],
        ['00', 0, 'cell.normalised/understood'],
        ['+5', 5, 'cell.normalised/understood'],
      ],
    );
  });

  describe('a point groups thousands', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['1.250', 1250, 'cell.normalised/understood'],
        ['1.250.000', 1250000, 'cell.normalised/understood'],
        ['1 250', 1250, 'cell.normalised/understood'],
        ['1,250,000', 1250000, 'cell.normalised/understood'],
        ['1.250,00', 1250, 'cell.normalised/understood'],
        ['1,250.00', 1250, 'cell.normalised/understood'],
        ['2 nghìn', 2000, 'cell.normalised/understood'],
      ],
    );
  });

  describe('a decimal part of zeros is no fraction', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['12,0', 12, 'cell.normalised/understood'],
        ['12.0', 12, 'cell.normalised/understood'],
        ['100,00', 100, 'cell.normalised/understood'],
      ],
    );
  });

  describe('a dash and words for none are zero', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['-', 0, 'cell.normalised/understood'],
        ['–', 0, 'cell.normalised/understood'],
        ['không', 0, 'cell.normalised/understood'],
        ['Không', 0, 'cell.normalised/understood'],
        ['không có', 0, 'cell.normalised/understood'],
        ['Không phát sinh', 0, 'cell.normalised/understood'],
        ['0 người', 0, 'cell.normalised/understood'],
      ],
    );
  });

  describe('a fraction is refused; thousands typed with the wrong sign are asked', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['8,5', null, 'cell.not-whole/fraction'],
        [8.5, null, 'cell.not-whole/fraction'],
        ['0.5', null, 'cell.not-whole/fraction'],
        ['1.25', null, 'cell.not-whole/fraction'],
        ['1.2345', null, 'cell.not-whole/fraction'],
        [1.25, null, 'cell.not-whole/thousands', 1250],
        [12.345, null, 'cell.not-whole/thousands', 12345],
        ['1,250', null, 'cell.not-whole/thousands', 1250],
        ['1,000', null, 'cell.not-whole/thousands', 1000],
        ['1,250 người', null, 'cell.not-whole/thousands', 1250],
      ],
    );
  });

  describe('a negative number is refused', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        [-5, null, 'cell.negative/negative'],
        [-0.5, null, 'cell.negative/negative'],
        ['-5', null, 'cell.negative/negative'],
        ['- 5', null, 'cell.negative/negative'],
        ['−5', null, 'cell.negative/negative'],
      ],
    );
  });

  describe('an approximate number is taken, and that is said', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['khoảng 100', 100, 'cell.approximate/about'],
        ['khoảng 100 người', 100, 'cell.approximate/about'],
        ['Khoang 100', 100, 'cell.approximate/about'],
        ['~50', 50, 'cell.approximate/about'],
        ['hơn 20', 20, 'cell.approximate/about'],
        ['gần 30', 30, 'cell.approximate/about'],
        ['trên 40', 40, 'cell.approximate/about'],
        ['dưới 50', 50, 'cell.approximate/about'],
        ['tầm 100', 100, 'cell.approximate/about'],
        ['hơn 100 lượt người', 100, 'cell.approximate/about'],
        ['> 20', 20, 'cell.approximate/about'],
        ['>=20', 20, 'cell.approximate/about'],
        ['100+', 100, 'cell.approximate/about'],
        ['100 người trở lên', 100, 'cell.approximate/about'],
        ['khoảng hơn 100', 100, 'cell.approximate/about'],
      ],
    );
  });

  describe('two numbers in a cell are refused', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['20-25', null, 'cell.several-values/numbers'],
        ['20 - 25', null, 'cell.several-values/numbers'],
        ['20–25', null, 'cell.several-values/numbers'],
        ['khoảng 20-30', null, 'cell.several-values/numbers'],
        ['từ 20 đến 25', null, 'cell.several-values/numbers'],
        ['25/30', null, 'cell.several-values/numbers'],
        ['10 nam, 15 nữ', null, 'cell.several-values/numbers'],
        ['10 nam 15 nữ', null, 'cell.several-values/numbers'],
        ['10;15', null, 'cell.several-values/numbers'],
        ['10, 15', null, 'cell.several-values/numbers'],
        ['10 và 15', null, 'cell.several-values/numbers'],
        ['15+10', null, 'cell.several-values/numbers'],
        ['25 (10 nữ)', null, 'cell.several-values/numbers'],
      ],
    );
  });

  describe('a number in words is refused with its figures', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['hai mươi', null, 'cell.not-a-number/words', 20],
        ['Hai mươi', null, 'cell.not-a-number/words', 20],
        ['hai mươi người', null, 'cell.not-a-number/words', 20],
        ['mười', null, 'cell.not-a-number/words', 10],
        ['mười lăm người', null, 'cell.not-a-number/words', 15],
        ['hai mươi mốt', null, 'cell.not-a-number/words', 21],
        ['ba mươi lăm', null, 'cell.not-a-number/words', 35],
        ['hai chục', null, 'cell.not-a-number/words', 20],
        ['một trăm', null, 'cell.not-a-number/words', 100],
        ['một trăm hai', null, 'cell.not-a-number/words', 120],
        ['một trăm linh năm', null, 'cell.not-a-number/words', 105],
        ['một trăm hai mươi lăm', null, 'cell.not-a-number/words', 125],
        ['hai nghìn một trăm linh năm', null, 'cell.not-a-number/words', 2105],
      ],
    );
  });

  describe('numerals as they are spoken are refused with their figures', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['hăm lăm', null, 'cell.not-a-number/words', 25],
        ['ba mốt', null, 'cell.not-a-number/words', 31],
        ['hai tư', null, 'cell.not-a-number/words', 24],
        ['trăm rưỡi', null, 'cell.not-a-number/words', 150],
        ['một nghìn hai trăm', null, 'cell.not-a-number/words', 1200],
        ['một nghìn hai', null, 'cell.not-a-number/words', 1200],
        ['hai trăm năm mươi nghìn', null, 'cell.not-a-number/words', 250000],
        ['một triệu rưỡi', null, 'cell.not-a-number/words', 1500000],
        ['một triệu hai trăm nghìn', null, 'cell.not-a-number/words', 1200000],
        ['khoảng hai mươi người', null, 'cell.not-a-number/words', 20],
        ['HAI MƯƠI LĂM', null, 'cell.not-a-number/words', 25],
        ['hai muoi lam', null, 'cell.not-a-number/words', 25],
        ['sáu', null, 'cell.not-a-number/words', 6],
        ['sau', null, 'cell.not-a-number/unreadable'],
        ['tạm', null, 'cell.not-a-number/unreadable'],
        ['mấy chục', null, 'cell.not-a-number/unreadable'],
      ],
    );
  });

  describe('figures with words that multiply them are counted in full', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['1 ngàn', 1000, 'cell.normalised/understood'],
        ['1,2k', 1200, 'cell.normalised/understood'],
        ['1k2', 1200, 'cell.guessed/numberInText'],
        ['2 chục', 20, 'cell.guessed/numberInText'],
        ['2 chục người', 20, 'cell.guessed/numberInText'],
        ['3 trăm', 300, 'cell.guessed/numberInText'],
        ['1 nghìn 2 trăm', 1200, 'cell.guessed/numberInText'],
        ['2 vạn', 20000, 'cell.guessed/numberInText'],
        ['5 trạm', 5, 'cell.guessed/numberInText'],
        ['5 văn bản', 5, 'cell.guessed/numberInText'],
        ['5 chức sắc', 5, 'cell.guessed/numberInText'],
        ['1 nghìn 25', null, 'cell.not-a-number/unreadable'],
      ],
    );
  });

  describe('a number for each time or place is no total', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['25 người/buổi', null, 'cell.not-a-number/perUnit'],
        ['mỗi buổi 25 người', null, 'cell.not-a-number/perUnit'],
        ['25 người mỗi buổi', null, 'cell.not-a-number/perUnit'],
        ['2 lượt/tuần', null, 'cell.not-a-number/perUnit'],
      ],
    );
  });

  describe('a month is no count, and a ditto mark none either', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['tháng 6', null, 'cell.not-a-number/unreadable'],
        ['ngày 5', null, 'cell.not-a-number/unreadable'],
        ['năm 2022', null, 'cell.not-a-number/unreadable'],
        ['nt', null, 'cell.not-in-list/ditto'],
        ['như trên', null, 'cell.not-in-list/ditto'],
      ],
    );
  });

  describe('signs that look alike', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['１２５０', 1250, 'cell.normalised/understood'],
        ["'1250", 1250, 'cell.normalised/understood'],
        ['–25', null, 'cell.negative/negative'],
        ['âm 5', null, 'cell.negative/negative'],
        ['- -', 0, 'cell.normalised/understood'],
        ['2O người', null, 'cell.not-a-number/perhaps', 20],
        ['999999999999', 999999999999],
        ['1000000000001', null, 'cell.not-a-number/tooBig'],
      ],
    );
  });

  describe('an estimate is one in any words', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['20?', 20, 'cell.approximate/about'],
        ['20 (ước)', 20, 'cell.approximate/about'],
        ['dự kiến 20', 20, 'cell.approximate/about'],
        ['ước đạt 30', 30, 'cell.approximate/about'],
        ['không dưới 50', 50, 'cell.approximate/about'],
        ['không quá 50', 50, 'cell.approximate/about'],
        ['50 khoảng', 50, 'cell.approximate/about'],
        ['cỡ 30 người', 30, 'cell.approximate/about'],
      ],
    );
  });

  describe('letters for figures are refused with the number that may be meant', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['1O', null, 'cell.not-a-number/perhaps', 10],
        ['2o', null, 'cell.not-a-number/perhaps', 20],
        ['l5', null, 'cell.not-a-number/perhaps', 15],
        ['I0', null, 'cell.not-a-number/perhaps', 10],
      ],
    );
  });

  describe('a number among other words is taken, and that is said', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['25 hộ', 25, 'cell.guessed/numberInText'],
        ['25 bà con', 25, 'cell.guessed/numberInText'],
        ['SL: 25', 25, 'cell.guessed/numberInText'],
        ['(25)', 25, 'cell.guessed/numberInText'],
      ],
    );
  });

  describe('what is no count is refused', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['abc', null, 'cell.not-a-number/unreadable'],
        ['x', null, 'cell.not-a-number/unreadable'],
        ['nhiều', null, 'cell.not-a-number/unreadable'],
        ['vài chục', null, 'cell.not-a-number/unreadable'],
        ['12%', null, 'cell.not-a-number/unreadable'],
        ['9,05E+08', null, 'cell.not-a-number/unreadable'],
        ['1e3', null, 'cell.not-a-number/unreadable'],
        ['5/6/2022', null, 'cell.not-a-number/unreadable'],
        ['.5', null, 'cell.not-a-number/unreadable'],
        [true, null, 'cell.not-a-number/unreadable'],
        [10000000000000, null, 'cell.not-a-number/tooBig'],
        ['99999999999999', null, 'cell.not-a-number/tooBig'],
        ['chưa có', null, 'cell.not-a-number/unreadable'],
      ],
    );
  });

  describe('a count that looks like a day is taken, and that is said', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        [44000, 44000, 'cell.serial-as-count/serial'],
        [44713, 44713, 'cell.serial-as-count/serial'],
        [47000, 47000, 'cell.serial-as-count/serial'],
        ['44713', 44713, 'cell.serial-as-count/serial'],
      ],
    );
  });

  describe('typed as a number, it is one', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['44.713', 44713, 'cell.normalised/understood'],
        ['44713 người', 44713, 'cell.normalised/understood'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readCount(typed, people, contextOf()),
      [
        ['#REF!', null, 'cell.formula-error/error'],
        ['#N/A', null, 'cell.formula-error/error'],
        ['#VALUE!', null, 'cell.formula-error/error'],
        ['#DIV/0!', null, 'cell.formula-error/error'],
        ['#NAME?', null, 'cell.formula-error/error'],
        ['#NUM!', null, 'cell.formula-error/error'],
        ['#NULL!', null, 'cell.formula-error/error'],
        ['#ERROR!', null, 'cell.formula-error/error'],
        ['=SUM(A1:A3)', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('money may be any amount, with its own words', () => {
    readsAs(
      (typed) => readCount(typed, money(), contextOf()),
      [
        [5000000, 5000000],
        [44713, 44713],
        ['5.000.000', 5000000, 'cell.normalised/understood'],
        ['5.000.000đ', 5000000, 'cell.normalised/understood'],
        ['5.000.000 đồng', 5000000, 'cell.normalised/understood'],
        ['5,000,000 VNĐ', 5000000, 'cell.normalised/understood'],
        ['5 triệu', 5000000, 'cell.normalised/understood'],
        ['1,5 triệu đồng', 1500000, 'cell.normalised/understood'],
        ['5tr', 5000000, 'cell.normalised/understood'],
        ['500k', 500000, 'cell.normalised/understood'],
        ['500 nghìn', 500000, 'cell.normalised/understood'],
        ['2 tỷ', 2000000000, 'cell.normalised/understood'],
        ['không', 0, 'cell.normalised/understood'],
        ['1tr5', 1500000, 'cell.guessed/numberInText'],
        ['1.250,5', null, 'cell.not-whole/fraction'],
      ],
    );
  });

  describe('money as it is spoken and signed', () => {
    readsAs(
      (typed) => readCount(typed, money(), contextOf()),
      [
        ['1 triệu rưỡi', 1500000, 'cell.guessed/numberInText'],
        ['2 tỷ rưỡi', 2500000000, 'cell.guessed/numberInText'],
        ['1tr500', 1500000, 'cell.guessed/numberInText'],
        ['1 triệu 500 nghìn đồng', 1500000, 'cell.guessed/numberInText'],
        ['1 triệu mốt', 1100000, 'cell.guessed/numberInText'],
        ['5trđ', 5000000, 'cell.normalised/understood'],
        ['5 tr.đ', 5000000, 'cell.normalised/understood'],
        ['5 triệu đồng chẵn', 5000000, 'cell.normalised/understood'],
        ['5.000.000 (năm triệu đồng)', 5000000, 'cell.guessed/numberInText'],
        ['5 triệu (xã hội hóa)', 5000000, 'cell.guessed/numberInText'],
        ['Năm triệu đồng', null, 'cell.not-a-number/words', 5000000],
        ['nửa triệu', null, 'cell.not-a-number/words', 500000],
        ['một trăm nghìn đồng', null, 'cell.not-a-number/words', 100000],
        ['50 USD', null, 'cell.not-a-number/unreadable'],
        ['$50', null, 'cell.not-a-number/unreadable'],
        ['5 triệu/xã', null, 'cell.not-a-number/perUnit'],
        ['5.000.000 + 2.000.000', null, 'cell.several-values/numbers'],
      ],
    );
  });

  describe('what the sentences of counts say', () => {
    const said = (typed: CellValue) => detailsOf(readCount(typed, people, contextOf()));

    it('writes numbers as staff do', () => {
      assert.deepEqual(said('1.250 người'), { understood: '1.250' });
      assert.deepEqual(said(1.25), { understood: '1,25', perhaps: '1.250' });
    });

    it('names the day that a count looks like', () => {
      assert.deepEqual(said(44713), { understood: '44.713', date: '01/06/2022' });
    });
  });
});
