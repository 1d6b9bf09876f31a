import assert from 'node:assert/strict';
import { readVillage, villageKey } from '../../../functions/domain/cells/village.ts';
import { village } from '../../../schemas/cells.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

describe('villages', () => {
  describe('a blank village is a commune team', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('names are taken as they are', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn Cổ Mỹ', 'Thôn Cổ Mỹ'],
        ['Cổ Mỹ', 'Cổ Mỹ'],
        ['Bản Tân Đi 1', 'Bản Tân Đi 1'],
        ['Thôn 3', 'Thôn 3'],
        ['Thôn 3A', 'Thôn 3A'],
        ['Khu phố 5', 'Khu phố 5'],
        ['Tổ dân phố 5', 'Tổ dân phố 5'],
        ['Thôn Tân Phú - Tân Hòa', 'Thôn Tân Phú - Tân Hòa'],
        ['Khu tái định cư', 'Khu tái định cư'],
        ['Ban Mai', 'Ban Mai'],
        ['Thanh Hà', 'Thanh Hà'],
        ['Thôn An Và', 'Thôn An Và'],
        ['Khu phố Vạn An', 'Khu phố Vạn An'],
        ['A Ho', 'A Ho'],
        ['Tổ 5', 'Tổ 5'],
      ],
    );
  });

  describe('the word of the kind is written out', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Kp3', 'Khu phố 3', 'cell.normalised/understood'],
        ['KP 3', 'Khu phố 3', 'cell.normalised/understood'],
        ['K.P 3', 'Khu phố 3', 'cell.normalised/understood'],
        ['kp.3', 'Khu phố 3', 'cell.normalised/understood'],
        ['KP03', 'Khu phố 3', 'cell.normalised/understood'],
        ['Khu phố 03', 'Khu phố 3', 'cell.normalised/understood'],
        ['Khu phố số 3', 'Khu phố 3', 'cell.normalised/understood'],
        ['TDP5', 'Tổ dân phố 5', 'cell.normalised/understood'],
        ['TDP số 5', 'Tổ dân phố 5', 'cell.normalised/understood'],
        ['T.D.P 5', 'Tổ dân phố 5', 'cell.normalised/understood'],
        ['T. Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['T.Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['B. Tân Đi', 'Bản Tân Đi', 'cell.normalised/understood'],
        ['thôn Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['bản Cát', 'Bản Cát', 'cell.normalised/understood'],
        ['Thôn1', 'Thôn 1', 'cell.normalised/understood'],
        ['Thôn: Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['khóm 4', 'Khóm 4', 'cell.normalised/understood'],
      ],
    );
  });

  describe('one case throughout is mended', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['THÔN CỔ MỸ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['thôn cổ mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['A HO', 'A Ho', 'cell.normalised/understood'],
      ],
    );
  });

  describe('spaces and forms of Unicode are mended', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn  Cổ\u00a0Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Tho\u0302n Co\u0302\u0309 My\u0303', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        [' Thôn Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
      ],
    );
  });

  describe('an address behind the name is left out', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn Cổ Mỹ, xã Vĩnh Giang', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn Cổ Mỹ, xã Vĩnh Giang, huyện Vĩnh Linh', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
      ],
    );
  });

  describe('a bare number is taken, and its kind is asked', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        [3, '3', 'cell.guessed/villageNumber'],
        ['3', '3', 'cell.guessed/villageNumber'],
        ['03', '3', 'cell.guessed/villageNumber'],
      ],
    );
  });

  describe('several villages are refused', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn 1, 2, 3', null, 'cell.several-values/villages'],
        ['Các thôn 1,2,3', null, 'cell.several-values/villages'],
        ['Thôn 1-3', null, 'cell.several-values/villages'],
        ['Thôn 1 và Thôn 2', null, 'cell.several-values/villages'],
        ['Thôn 1 và 2', null, 'cell.several-values/villages'],
        ['Thôn 1+2', null, 'cell.several-values/villages'],
        ['Thôn 1; 2', null, 'cell.several-values/villages'],
        ['Thôn Cổ Mỹ, Thôn Tùng Luật', null, 'cell.several-values/villages'],
        ['KP1, KP2', null, 'cell.several-values/villages'],
        ['Thôn 1\nThôn 2', null, 'cell.several-values/villages'],
        ['1-2', null, 'cell.several-values/villages'],
      ],
    );
  });

  describe('the whole commune is no village, and that is said', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Toàn xã', null, 'cell.guessed/wholeCommune'],
        ['cả xã', null, 'cell.guessed/wholeCommune'],
        ['tất cả các thôn', null, 'cell.guessed/wholeCommune'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['không', null, 'cell.normalised/blank'],
        ['không có', null, 'cell.normalised/blank'],
        ['0', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('ditto marks are refused', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['nt', null, 'cell.not-in-list/ditto'],
        ['như trên', null, 'cell.not-in-list/ditto'],
        ['"', null, 'cell.not-in-list/ditto'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['#REF!', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
        ['Th«n Cæ Mü', null, 'cell.legacy-encoding/tcvn3', 'Thôn Cổ Mỹ'],
        ['Thoân Coå Myõ', null, 'cell.legacy-encoding/vni', 'Thôn Cổ Mỹ'],
        ['x'.repeat(101), null, 'cell.too-long/tooLong'],
      ],
    );
  });

  describe('several villages', () => {
    const names = (typed: string) => detailsOf(readVillage(typed, village(), contextOf()));

    it('are named in full', () => {
      assert.deepEqual(names('Thôn 1, 2, 3'), { names: 'Thôn 1, Thôn 2, Thôn 3', count: 3 });
      assert.deepEqual(names('Kp 1-3'), { names: 'Khu phố 1, Khu phố 2, Khu phố 3', count: 3 });
    });
  });

  describe('an address behind the name is left out when it is one', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn Cổ Mỹ - Vĩnh Giang', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn Cổ Mỹ (Vĩnh Giang)', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn Cổ Mỹ xã Vĩnh Giang', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn 1 - Vĩnh Hòa', 'Thôn 1', 'cell.normalised/understood'],
        ['Thôn Xuân - Mỵ', 'Thôn Xuân - Mỵ'],
        ['Thôn Phú Hậu (sáp nhập)', 'Thôn Phú Hậu (sáp nhập)'],
      ],
    );
  });

  describe('numbers of a list, teams, quotes and points around the name', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['1. Thôn Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Tổ CNSCĐ thôn Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn «Cổ Mỹ»', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn Cổ Mỹ.', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['Thôn\nCổ Mỹ', 'Thôn Cổ Mỹ', 'cell.normalised/understood'],
        ['• Thôn Cổ Mỹ', 'Thôn Cổ Mỹ', 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('Roman figures are numbers', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Khu phố III', 'Khu phố 3', 'cell.normalised/understood'],
        ['KP IV', 'Khu phố 4', 'cell.normalised/understood'],
        ['Thôn I', 'Thôn 1', 'cell.normalised/understood'],
        ['Thôn X', 'Thôn X'],
      ],
    );
  });

  describe('the commune in the place of the village is its own team', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Xã Vĩnh Hòa', null, 'cell.guessed/wholeCommune'],
        ['Tổ cấp xã', null, 'cell.guessed/wholeCommune'],
        ['Không thuộc thôn', null, 'cell.guessed/wholeCommune'],
      ],
    );
  });

  describe('what names no village is refused', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['Thôn', null, 'cell.not-in-list/village'],
        ['x', null, 'cell.not-in-list/village'],
        ['?', null, 'cell.not-in-list/village'],
        ['chưa rõ', null, 'cell.not-in-list/village'],
        [44713, null, 'cell.not-in-list/village'],
        [true, null, 'cell.not-in-list/village'],
      ],
    );
  });

  describe('two villages with a dash between', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [
        ['KP1-KP2', null, 'cell.several-values/villages'],
        ['Thôn 1 - Thôn 2', null, 'cell.several-values/villages'],
      ],
    );
  });

  describe('the word thôn typed before a pasted name', () => {
    readsAs(
      (typed) => readVillage(typed, village(), contextOf()),
      [['Thôn Cæ Mü', null, 'cell.legacy-encoding/tcvn3', 'Thôn Cổ Mỹ']],
    );
  });

  describe('the key of a village', () => {
    for (const [name, key] of [
      ['Thôn Cổ Mỹ', 'co my'],
      ['Cổ Mỹ', 'co my'],
      ['thon co my', 'co my'],
      ['Bản Tân Đi 1', 'tan di 1'],
      ['Thôn 3', 'thon 3'],
      ['Khu phố 3', 'khu pho 3'],
      ['KP03', 'khu pho 3'],
      ['3', '3'],
      ['Ban Mai', 'ban mai'],
    ] as const) {
      it(`of ${name} is ${key}`, () => assert.equal(villageKey(name), key));
    }
  });
});
