import assert from 'node:assert/strict';
import { readPhone } from '../../../functions/domain/cells/phone.ts';
import { phone } from '../../../schemas/cells.ts';
import { contextOf, readsAs } from './reading-table.ts';

describe('phone numbers', () => {
  describe('a blank phone is missing', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('ten digits of an operator are accepted', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['0905123456', '0905123456'],
        ['0900000001', '0900000001'],
        ['0321234567', '0321234567'],
        ['0861234567', '0861234567'],
      ],
    );
  });

  describe('other ways of writing the same number are normalised', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        [905123456, '0905123456', 'cell.normalised/personal'],
        [84905123456, '0905123456', 'cell.normalised/personal'],
        ['+84 905 123 456', '0905123456', 'cell.normalised/personal'],
        ['+84 0905123456', '0905123456', 'cell.normalised/personal'],
        ['+84(0)905123456', '0905123456', 'cell.normalised/personal'],
        ['84905123456', '0905123456', 'cell.normalised/personal'],
        ['0084905123456', '0905123456', 'cell.normalised/personal'],
        ['0905 123 456', '0905123456', 'cell.normalised/personal'],
        ['0905.123.456', '0905123456', 'cell.normalised/personal'],
        ['0905-123-456', '0905123456', 'cell.normalised/personal'],
        ['(0905) 123 456', '0905123456', 'cell.normalised/personal'],
        ['0905\u00a0123\u00a0456', '0905123456', 'cell.normalised/personal'],
        ['\u202a0905123456\u202c', '0905123456', 'cell.normalised/personal'],
        ['09051234 56', '0905123456', 'cell.normalised/personal'],
        ['0905123456 (Zalo)', '0905123456', 'cell.normalised/personal'],
        ['ĐT: 0905123456', '0905123456', 'cell.normalised/personal'],
        ['SĐT 0905123456', '0905123456', 'cell.normalised/personal'],
      ],
    );
  });

  describe('of two numbers the first is used, and that is said', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['0905123456 / 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456/0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456; 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456, 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456\n0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456 - 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456-0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905 123 456 - 0914 123 456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0905123456 hoặc 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['090512345 / 0914123456', '0914123456', 'cell.guessed/twoPhones'],
      ],
    );
  });

  describe('an unknown prefix is taken, and that is said', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['0552234567', '0552234567', 'member.phone/unknownPrefix'],
        ['0891234567', '0891234567', 'member.phone/unknownPrefix'],
        ['0412345678', '0412345678', 'member.phone/unknownPrefix'],
        ['+856 20 5555 1234', '+8562055551234', 'member.phone/unknownPrefix'],
      ],
    );
  });

  describe('a landline is taken, and that is said', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['02333851234', '02333851234', 'member.phone/landline'],
        ['0233 3851234', '02333851234', 'member.phone/landline'],
        ['0233.3.851.234', '02333851234', 'member.phone/landline'],
        [2333851234, '02333851234', 'member.phone/landline'],
      ],
    );
  });

  describe('numbers of before 2018 are refused with the new one', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['01691234567', null, 'member.phone/oldElevenDigits', '0391234567'],
        ['01201234567', null, 'member.phone/oldElevenDigits', '0701234567'],
        ['01231234567', null, 'member.phone/oldElevenDigits', '0831234567'],
        ['0186 123 4567', null, 'member.phone/oldElevenDigits', '0561234567'],
        [1691234567, null, 'member.phone/oldElevenDigits', '0391234567'],
      ],
    );
  });

  describe('the old area code of Quảng Trị is refused with the new one', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['0533851234', null, 'member.phone/oldAreaCode', '02333851234'],
        ['053 3851234', null, 'member.phone/oldAreaCode', '02333851234'],
        [533851234, null, 'member.phone/oldAreaCode', '02333851234'],
      ],
    );
  });

  describe('digits too few or too many are refused', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['090512345', null, 'member.phone/wrongLength'],
        ['09051234567', null, 'member.phone/wrongLength'],
        ['113', null, 'member.phone/wrongLength'],
        ['12345', null, 'member.phone/wrongLength'],
        ['023338512', null, 'member.phone/wrongLength'],
      ],
    );
  });

  describe('digits lost to short form are refused', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['9,05E+08', null, 'member.phone/scientific'],
        ['9.05E+08', null, 'member.phone/scientific'],
        ['9E+8', null, 'member.phone/scientific'],
      ],
    );
  });

  describe('fillers are refused', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['0000000000', null, 'member.phone/filler'],
        ['1111111111', null, 'member.phone/filler'],
        ['0123456789', null, 'member.phone/filler'],
        ['0999999999', null, 'member.phone/filler'],
      ],
    );
  });

  describe('letters for figures are refused with the number that may be meant', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['O905123456', null, 'member.phone/notAPhone', '0905123456'],
        ['0905l23456', null, 'member.phone/notAPhone', '0905123456'],
      ],
    );
  });

  describe('what is no phone is refused', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['abc', null, 'member.phone/notAPhone'],
        ['Lê Văn Bình', null, 'member.phone/notAPhone'],
        ['x', null, 'member.phone/notAPhone'],
        ['hỏi sau', null, 'member.phone/notAPhone'],
        [true, null, 'member.phone/notAPhone'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['không có', null, 'cell.normalised/blank'],
        ['Không', null, 'cell.normalised/blank'],
        ['-', null, 'cell.normalised/blank'],
        ['chưa có', null, 'cell.normalised/blank'],
        ['0', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=905123456', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('numbers that passed through Excel, and old ones with the country code', () => {
    readsAs(
      (typed) => readPhone(typed, phone(), contextOf()),
      [
        ['905123456.0', '0905123456', 'cell.normalised/personal'],
        ['0905123456.0', '0905123456', 'cell.normalised/personal'],
        ["'0905123456", '0905123456', 'cell.normalised/personal'],
        ['０９０５１２３４５６', '0905123456', 'cell.normalised/personal'],
        ['+84 169 234 5678', null, 'member.phone/oldElevenDigits', '0392345678'],
        ['0905123456 số phụ 0914123456', '0905123456', 'cell.guessed/twoPhones'],
        ['0900000000', null, 'member.phone/filler'],
        ['không dùng điện thoại', null, 'cell.normalised/blank'],
        ['chưa có số', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('a phone number is personal', () => {
    it('is in no sentence', () => {
      for (const typed of ['+84 905 123 456', '0905123456 / 0914123456', '0552234567', '0533851234', '01691234567']) {
        const [found] = readPhone(typed, phone(), contextOf()).issues;
        assert.ok(found);
        assert.doesNotMatch(JSON.stringify(found.details), /\d/);
      }
    });
  });

  describe('the prefixes of operators', () => {
    for (const prefix of [
      '032',
      '039',
      '070',
      '076',
      '081',
      '088',
      '090',
      '093',
      '094',
      '096',
      '0522',
      '056',
      '058',
      '0559',
    ]) {
      it(`${prefix} is ${prefix === '0559' ? 'known, unlike the rest of 055' : 'known'}`, () => {
        const number = prefix.padEnd(10, '0').replace(/0$/, '1');
        assert.deepEqual(readPhone(number, phone(), contextOf()).issues, []);
      });
    }
  });
});
