import assert from 'node:assert/strict';
import { readPersonName } from '../../../functions/domain/cells/person-name.ts';
import { personName } from '../../../schemas/cells.ts';
import { contextOf, readsAs, sentencesOf } from './reading-table.ts';

describe('names of people', () => {
  describe('a blank name is missing', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('a name stays as the person writes it', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Nguyễn Thị Hoà', 'Nguyễn Thị Hoà'],
        ['Nguyễn Thị Hòa', 'Nguyễn Thị Hòa'],
        ['LÊ VĂN BÌNH', 'LÊ VĂN BÌNH'],
        ['lê văn bình', 'lê văn bình'],
        ['Hồ A Lăng', 'Hồ A Lăng'],
        ['Hồ Thị Kray', 'Hồ Thị Kray'],
        ["Hồ Thị Y'Lan", "Hồ Thị Y'Lan"],
        ['H. Bình', 'H. Bình'],
        ['Hoàng Anh', 'Hoàng Anh'],
        ['Hồ Văn Anh', 'Hồ Văn Anh'],
        ['Đoàn Văn Tý', 'Đoàn Văn Tý'],
        ['Trương Văn A', 'Trương Văn A'],
        ['Công An', 'Công An'],
        ['Hồ Văn Trưởng', 'Hồ Văn Trưởng'],
        ['Võ Và Na', 'Võ Và Na'],
        ['Lê Thị Và', 'Lê Thị Và'],
      ],
    );
  });

  describe('spaces and forms of Unicode are mended', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Lê  Văn   Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        [' Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Le\u0302 Va\u0306n Bi\u0300nh', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Lê\u00a0Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Nguyễn\nVăn Bình', 'Nguyễn Văn Bình', 'cell.normalised/personal'],
        ['Lê Văn Bình.', 'Lê Văn Bình', 'cell.normalised/personal'],
      ],
    );
  });

  describe('honorifics and list numbers are left out', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Ông Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['bà Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['Bà: Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['Anh Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Chị Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['Đ/c Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Đồng chí Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['đ/c: Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['1. Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['2) Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['03. Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['3 Hồ Thị Hoa', 'Hồ Thị Hoa', 'cell.normalised/personal'],
        ['1. Ông Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
      ],
    );
  });

  describe('a leading dash is left out', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['- Lê Văn Bình', 'Lê Văn Bình', 'cell.formula-text/bullet'],
        ['+ Lê Văn Bình', 'Lê Văn Bình', 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('a title beside the name is taken off, and that is said', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Lê Văn Bình (Trưởng thôn)', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Lê Văn Bình - Trưởng thôn', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Lê Văn Bình, Trưởng thôn', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Trưởng thôn: Lê Văn Bình', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Trưởng thôn - Lê Văn Bình', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Lê Văn Bình (bí thư chi đoàn)', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Lê Văn Bình, hội phụ nữ', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Ông Lê Văn Bình (Công an viên)', 'Lê Văn Bình', 'cell.guessed/titleInName'],
      ],
    );
  });

  describe('anything else in brackets is left out, and that is said', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Lê Văn Bình (Tý)', 'Lê Văn Bình', 'cell.guessed/besidesName'],
        ['Lê Văn Bình (0905123456)', 'Lê Văn Bình', 'cell.guessed/besidesName'],
      ],
    );
  });

  describe('two people in a cell are refused', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Lê Văn Bình, Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình; Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình/Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình và Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình & Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình - Hồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình\nHồ Thị Hoa', null, 'cell.several-values/people'],
        ['Lê Văn Bình, Trương Văn A', null, 'cell.several-values/people'],
        ['Lê Văn Bình, Hoa', null, 'cell.several-values/people'],
        ['1. Lê Văn Bình 2. Hồ Thị Hoa', null, 'cell.several-values/people'],
      ],
    );
  });

  describe('a given name alone is refused', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Bình', null, 'member.name-incomplete/givenNameOnly'],
        ['Chị Hoa', null, 'member.name-incomplete/givenNameOnly'],
        ['Ông', null, 'member.name-incomplete/givenNameOnly'],
        ['(Bình)', null, 'member.name-incomplete/notAName'],
      ],
    );
  });

  describe('what is no name is refused', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        [5, null, 'member.name-incomplete/notAName'],
        [true, null, 'member.name-incomplete/notAName'],
        ['0905123456', null, 'member.name-incomplete/notAName'],
        ['Lê Văn Bình 0905123456', null, 'member.name-incomplete/notAName'],
        ['a@b.vn abc', null, 'member.name-incomplete/notAName'],
        ['-', null, 'member.name-incomplete/notAName'],
        ['chưa có', null, 'member.name-incomplete/notAName'],
        ['???', null, 'member.name-incomplete/notAName'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
        ['Lª V¨n B×nh', null, 'cell.legacy-encoding/personal', 'Lê Văn Bình'],
        ['Nguyeãn Vaên Höõu', null, 'cell.legacy-encoding/personal', 'Nguyễn Văn Hữu'],
        ['Nguyeenx Vawn Binhf', null, 'cell.legacy-encoding/personal', 'Nguyễn Văn Bình'],
        ['Nguyễn '.repeat(20), null, 'cell.too-long/tooLong'],
      ],
    );
  });

  describe('a name is personal', () => {
    const said = (typed: string) => sentencesOf(readPersonName(typed, personName(), contextOf()));

    it('is in no sentence', () => {
      for (const typed of [
        'Ông Lê Văn Bình',
        'Lê Văn Bình (Tý)',
        'Lê Văn Bình, Hồ Thị Hoa',
        'Bình',
        'Lê Văn Bình (0905123456)',
      ]) {
        assert.doesNotMatch(said(typed), /Bình|Hoa|Tý|\d{3}/);
      }
    });

    it('is parted from the title, which is said', () => {
      assert.match(said('Lê Văn Bình (Trưởng thôn)'), /"title":"Trưởng thôn"/);
    });
  });

  describe('a position before the name is taken off, and that is said', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Trưởng thôn Lê Văn Bình', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Chủ tịch UBND xã Lê Văn Bình', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['CT. Lê Văn Bình', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Lê Văn Bình -PCT', 'Lê Văn Bình', 'cell.guessed/titleInName'],
        ['Già làng Hồ Văn Hai', 'Hồ Văn Hai', 'cell.guessed/besidesName'],
        ['Lê Văn Bình, 1985', 'Lê Văn Bình', 'cell.guessed/besidesName'],
      ],
    );
  });

  describe('a position or a body alone is no name', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Trưởng thôn', null, 'member.name-incomplete/notAName'],
        ['Công an xã', null, 'member.name-incomplete/notAName'],
        ['Hội Phụ nữ', null, 'member.name-incomplete/notAName'],
        ['Đoàn thanh niên', null, 'member.name-incomplete/notAName'],
        ['Tổ trưởng', null, 'member.name-incomplete/notAName'],
        ['UBND xã', null, 'member.name-incomplete/notAName'],
      ],
    );
  });

  describe('surnames that look like titles stay', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Đoàn Văn Tý', 'Đoàn Văn Tý'],
        ['Công An', 'Công An'],
        ['Phó Đức Phương', 'Phó Đức Phương'],
        ['Ông Ích Khiêm', 'Ích Khiêm', 'cell.normalised/personal'],
      ],
    );
  });

  describe('two people without a sign between', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Ông Bình bà Lan', null, 'cell.several-values/people'],
        ['Lê Văn Bình và Hồ Thị Hoa', null, 'cell.several-values/people'],
      ],
    );
  });

  describe('signs and short honorifics are left out', () => {
    readsAs(
      (typed) => readPersonName(typed, personName(), contextOf()),
      [
        ['Ô. Lê Văn Bình', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['B. Hồ Thị Lan', 'Hồ Thị Lan', 'cell.normalised/personal'],
        ['Lê Văn Bình *', 'Lê Văn Bình', 'cell.normalised/personal'],
        ['Lê Văn Bình?', 'Lê Văn Bình', 'cell.normalised/personal'],
      ],
    );
  });
});
