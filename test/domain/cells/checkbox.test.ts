import { readCheckbox } from '../../../functions/domain/cells/checkbox.ts';
import { checkbox } from '../../../schemas/cells.ts';
import { contextOf, readsAs } from './reading-table.ts';

describe('check boxes', () => {
  describe('a blank box is not ticked', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        [null, false],
        ['', false],
        [' ', false],
        ['\u00a0\u200b', false],
      ],
    );
  });

  describe('a box is what it is', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        [true, true],
        [false, false],
        ['TRUE', true],
        ['FALSE', false],
      ],
    );
  });

  describe('signs and words for a tick are understood', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        ['x', true, 'cell.normalised/understood'],
        ['X', true, 'cell.normalised/understood'],
        ['v', true, 'cell.normalised/understood'],
        ['✓', true, 'cell.normalised/understood'],
        ['✔', true, 'cell.normalised/understood'],
        ['☑', true, 'cell.normalised/understood'],
        ['có', true, 'cell.normalised/understood'],
        ['Có', true, 'cell.normalised/understood'],
        ['co', true, 'cell.normalised/understood'],
        ['yes', true, 'cell.normalised/understood'],
        ['đúng', true, 'cell.normalised/understood'],
        ['Đã đồng ý', true, 'cell.normalised/understood'],
        [1, true, 'cell.normalised/understood'],
        ['1', true, 'cell.normalised/understood'],
        ['true', true, 'cell.normalised/understood'],
      ],
    );
  });

  describe('signs and words for no tick are understood', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        ['không', false, 'cell.normalised/understood'],
        ['Không', false, 'cell.normalised/understood'],
        ['ko', false, 'cell.normalised/understood'],
        ['no', false, 'cell.normalised/understood'],
        ['-', false, 'cell.normalised/understood'],
        ['☐', false, 'cell.normalised/understood'],
        ['chưa', false, 'cell.normalised/understood'],
        [0, false, 'cell.normalised/understood'],
        ['0', false, 'cell.normalised/understood'],
        ['false', false, 'cell.normalised/understood'],
      ],
    );
  });

  describe('anything else is refused', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        ['abc', null, 'cell.not-in-list/checkbox'],
        ['thường trú', null, 'cell.not-in-list/checkbox'],
        ['?', null, 'cell.not-in-list/checkbox'],
        [2, null, 'cell.not-in-list/checkbox'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readCheckbox(typed, checkbox(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=TRUE', null, 'cell.formula-text/formula'],
      ],
    );
  });
});
