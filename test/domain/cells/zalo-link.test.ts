import assert from 'node:assert/strict';
import { readZaloLink } from '../../../functions/domain/cells/zalo-link.ts';
import { zaloLink } from '../../../schemas/cells.ts';
import { contextOf, readsAs, sentencesOf } from './reading-table.ts';

describe('Zalo links', () => {
  describe('a blank link is missing', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('an invitation is accepted', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['https://zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261'],
        ['https://zalo.me/g/abcdefghij0123456789', 'https://zalo.me/g/abcdefghij0123456789'],
      ],
    );
  });

  describe('other ways of writing it are normalised', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['http://zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['www.zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['https://zalo.me/g/tsrsfm261/', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['https://zalo.me/g/tsrsfm261?src=qr', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['https://ZALO.me/g/TSRSFM261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['  https://zalo.me/g/tsrsfm261 ', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['Link: https://zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
      ],
    );
  });

  describe('a personal page or a phone is refused', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['https://zalo.me/0905123456', null, 'team.zalo-link/personalPage'],
        ['zalo.me/0905123456', null, 'team.zalo-link/personalPage'],
        ['https://zalo.me/84905123456', null, 'team.zalo-link/personalPage'],
        ['0905123456', null, 'team.zalo-link/personalPage'],
      ],
    );
  });

  describe('what is no link is said, and nothing is kept', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['đã lập', null, 'team.zalo-link/notALink'],
        ['Đã có nhóm', null, 'team.zalo-link/notALink'],
        ['Có', null, 'team.zalo-link/notALink'],
        ['https://zalo.me/g/abc', null, 'team.zalo-link/notALink'],
        ['https://zalo.me/g/tsrs-fm261', null, 'team.zalo-link/notALink'],
        ['https://zalo.me/ubndvinhhoa', null, 'team.zalo-link/notALink'],
        ['https://facebook.com/x', null, 'team.zalo-link/notALink'],
        [5, null, 'team.zalo-link/notALink'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['chưa có', null, 'cell.normalised/blank'],
        ['không', null, 'cell.normalised/blank'],
        ['-', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('an invitation is a key to the group', () => {
    it('is in no sentence', () => {
      const reading = readZaloLink('zalo.me/g/tsrsfm261', zaloLink(), contextOf());
      assert.doesNotMatch(sentencesOf(reading), /tsrsfm/);
    });
  });

  describe('spaces that a keyboard put in are left out', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['https://zalo.me/g/ tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
        ['https: //zalo.me/g/tsrsfm261', 'https://zalo.me/g/tsrsfm261', 'cell.normalised/personal'],
      ],
    );
  });

  describe('what is no invitation: other addresses, and words for having one', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['https://chat.zalo.me', null, 'team.zalo-link/notALink'],
        ['https://chat.zalo.me/g/tsrsfm261', null, 'team.zalo-link/notALink'],
        ['https://zalo.me/g/', null, 'team.zalo-link/notALink'],
        ['Đã lập nhóm', null, 'team.zalo-link/notALink'],
        ['đã có', null, 'team.zalo-link/notALink'],
        ['QR', null, 'team.zalo-link/notALink'],
      ],
    );
  });

  describe('words for having none leave the cell blank', () => {
    readsAs(
      (typed) => readZaloLink(typed, zaloLink(), contextOf()),
      [
        ['chưa lập', null, 'cell.normalised/blank'],
        ['chưa có nhóm', null, 'cell.normalised/blank'],
        ['không có nhóm zalo', null, 'cell.normalised/blank'],
      ],
    );
  });
});
