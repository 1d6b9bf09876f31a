import assert from 'node:assert/strict';
import { readChoices } from '../../../functions/domain/cells/choices.ts';
import { choices } from '../../../schemas/cells.ts';
import { PLATFORMS } from '../../../schemas/choice-lists.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

const platforms = choices(PLATFORMS);

describe('lists of platforms', () => {
  describe('a blank list is missing', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('one or several platforms, split by comma, semicolon or line', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['VNeID', ['vneid']],
        ['Dịch vụ công trực tuyến, VNeID', ['publicServices', 'vneid']],
        ['Dịch vụ công trực tuyến;VNeID', ['publicServices', 'vneid']],
        ['VNeID, Zalo', ['vneid', 'socialMedia'], 'cell.normalised/understood'],
        ['vneid; dvc trực tuyến', ['vneid', 'publicServices'], 'cell.normalised/understood'],
        ['VNeID\nZalo', ['vneid', 'socialMedia'], 'cell.normalised/understood'],
        ['VNeID, VNeID', ['vneid'], 'cell.normalised/understood'],
        ['Zalo, Facebook', ['socialMedia'], 'cell.normalised/understood'],
        ['Sổ sức khoẻ điện tử', ['healthRecord'], 'cell.normalised/understood'],
        ['VNeID,', ['vneid'], 'cell.normalised/understood'],
        ['- VNeID\n- Zalo', ['vneid', 'socialMedia'], 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('other signs split only what is not a label itself', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['Zalo - mạng xã hội', ['socialMedia']],
        ['Zalo - VNeID', ['socialMedia', 'vneid'], 'cell.normalised/understood'],
        ['VNeID/Zalo', ['vneid', 'socialMedia'], 'cell.normalised/understood'],
        ['VNeID và Zalo', ['vneid', 'socialMedia'], 'cell.normalised/understood'],
        ['DVC, TTKDTM + TMĐT', ['publicServices', 'cashless', 'eCommerce'], 'cell.normalised/understood'],
      ],
    );
  });

  describe('a longer text is understood by its beginning, and that is said', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['Khác: ví MoMo', ['other'], 'cell.guessed/synonym'],
        ['Dịch vụ công trực tuyến mức 4', ['publicServices'], 'cell.guessed/synonym'],
      ],
    );
  });

  describe('one that is not known makes the cell unreadable', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['Tivi', null, 'cell.not-in-list/unknownPart'],
        ['VNeID, Tivi', null, 'cell.not-in-list/unknownPart'],
        ['VNed', null, 'cell.not-in-list/nearestPart', 'VNeID'],
        ['VNeID, Thương mại điệm tử', null, 'cell.not-in-list/nearestPart', 'Sàn thương mại điện tử'],
        [',', null, 'cell.not-in-list/unknownPart'],
        [5, null, 'cell.not-in-list/unknownPart'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['không có', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readChoices(typed, platforms, contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('a platform that is not known', () => {
    it('is named alone', () => {
      assert.deepEqual(detailsOf(readChoices('VNeID, Tivi', platforms, contextOf())), { part: 'Tivi' });
    });
  });

  describe('names of applications', () => {
    readsAs(
      (typed) => readChoices(typed, choices(PLATFORMS), contextOf()),
      [
        ['ViettelPay', ['cashless'], 'cell.guessed/synonym'],
        ['Postmart, Vỏ Sò', ['eCommerce'], 'cell.guessed/synonym'],
        ['VssID', ['other'], 'cell.guessed/synonym'],
        ['Cổng DVC Quốc gia', ['publicServices'], 'cell.normalised/understood'],
        ['1. VNeID', ['vneid'], 'cell.normalised/understood'],
        ['VNeID, Momo', ['vneid', 'cashless'], 'cell.guessed/synonym'],
        ['nt', null, 'cell.not-in-list/ditto'],
      ],
    );
  });
});
