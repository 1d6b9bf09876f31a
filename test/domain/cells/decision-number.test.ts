import { readDecisionNumber } from '../../../functions/domain/cells/decision-number.ts';
import { decisionNumber } from '../../../schemas/cells.ts';
import { contextOf, readsAs } from './reading-table.ts';

describe('decision numbers', () => {
  describe('a blank number is missing', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('number and symbol are accepted', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['45/QĐ-UBND', '45/QĐ-UBND'],
        ['05/QĐ-UBND', '05/QĐ-UBND'],
        ['45a/QĐ-UBND', '45a/QĐ-UBND'],
        ['12/2022/QĐ-UBND', '12/2022/QĐ-UBND'],
        ['45/QĐ-CT', '45/QĐ-CT'],
        ['45/QĐ-CTUBND', '45/QĐ-CTUBND'],
      ],
    );
  });

  describe('other ways of writing it are normalised', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['45/QD-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/qđ-ubnd', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QÐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45 / QĐ - UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ–UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐUBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45 QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['Số 45/QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['số45/QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['Quyết định số 45/QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND ngày 05/6/2022', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND của UBND xã Vĩnh Hòa', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND xã', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND.', '45/QĐ-UBND', 'cell.normalised/understood'],
        [' 45/QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['045/QD-UBND', '045/QĐ-UBND', 'cell.normalised/understood'],
      ],
    );
  });

  describe('a number without its symbol is understood, and that is said', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        [45, '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['số 45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['Số: 45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['QĐ số 45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['QĐ45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45/QĐ', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45-QĐ', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45/QD', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45/UBND', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['45/2022', '45/QĐ-UBND', 'team.decision-number/incomplete'],
      ],
    );
  });

  describe('what is no number of a decision is kept, and that is said', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['abc', 'abc', 'team.decision-number/malformed'],
        ['QĐ-UBND', 'QĐ-UBND', 'team.decision-number/malformed'],
        ['45/KH-UBND', '45/KH-UBND', 'team.decision-number/malformed'],
        ['45/QĐ-UBND, 46/QĐ-UBND', '45/QĐ-UBND, 46/QĐ-UBND', 'team.decision-number/malformed'],
        ['5/6/2022', '5/6/2022', 'team.decision-number/malformed'],
        [44713, '44713', 'team.decision-number/malformed'],
        [45.5, '45.5', 'team.decision-number/malformed'],
        [true, 'TRUE', 'team.decision-number/malformed'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['chưa có', null, 'cell.normalised/blank'],
        ['-', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['#REF!', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('signs of Word, of the clerk and of the Party', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['45/QĐ\u2011UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ_UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ.UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45//QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND, 05/6/2022', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45/QĐ-UBND (05/6/2022)', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['QĐ: 45/QĐ-UBND', '45/QĐ-UBND', 'cell.normalised/understood'],
        ['45-QĐ/UBND', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['№ 45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
        ['QĐ: 45', '45/QĐ-UBND', 'team.decision-number/incomplete'],
      ],
    );
  });

  describe('the Đ of old encodings is asked', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['45/Q§-UBND', null, 'cell.legacy-encoding/tcvn3', '45/QĐ-UBND'],
        ['45/QÑ-UBND', null, 'cell.legacy-encoding/vni', '45/QĐ-UBND'],
        ['45/QDD-UBND', null, 'cell.legacy-encoding/telex', '45/QĐ-UBND'],
      ],
    );
  });

  describe('ditto marks are refused', () => {
    readsAs(
      (typed) => readDecisionNumber(typed, decisionNumber(), contextOf()),
      [
        ['nt', null, 'cell.not-in-list/ditto'],
        ['như trên', null, 'cell.not-in-list/ditto'],
      ],
    );
  });
});
