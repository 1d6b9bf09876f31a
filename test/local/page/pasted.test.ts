/** What a block from another program becomes, and what a person's doing at the grid is told as. */
import assert from 'node:assert/strict';
import { pastedBlock } from '../../../local/page/bundled/pasted.js';
import { createTouchedCells, textOf } from '../../../local/page/bundled/touched-cells.js';

const ONE_CELL = { top: 4, left: 2, bottom: 5, right: 3 };
const TWO_BY_THREE = { top: 4, left: 2, bottom: 6, right: 5 };

describe('a pasted block', () => {
  const cases: readonly [why: string, text: string, block: string[][], selected?: typeof ONE_CELL][] = [
    [
      'columns by tabs, rows by line breaks',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['the last line break ends a row and begins none', 'a\r\nb\r\n', [['a'], ['b']]],
    ['a blank row keeps its place', 'a\n\nb', [['a'], [''], ['b']]],
    [
      'short rows end in blanks',
      'a\tb\tc\nd',
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
    ['a cell of several lines', '"Thôn 1\nThôn 2"\tb', [['Thôn 1\nThôn 2', 'b']]],
    ['a cell with a tab and quotation marks', '"nói ""được""\tnhé"\tb', [['nói "được"\tnhé', 'b']]],
    ['a quotation mark that begins no cell is one', 'dài 5"\tb', [['dài 5"', 'b']]],
    ['a quotation mark that is never closed is one', '"gấp\tb', [['"gấp', 'b']]],
    [
      'one value fills what is selected',
      'x',
      [
        ['x', 'x', 'x'],
        ['x', 'x', 'x'],
      ],
      TWO_BY_THREE,
    ],
    [
      'nothing empties what is selected',
      '',
      [
        ['', '', ''],
        ['', '', ''],
      ],
      TWO_BY_THREE,
    ],
    ['a block does not care how much is selected', 'a\tb', [['a', 'b']], TWO_BY_THREE],
  ];
  for (const [why, text, block, selected = ONE_CELL] of cases) {
    it(why, () => assert.deepEqual(pastedBlock(text, selected), block));
  }
});

describe('the text of a cell of Univer’s', () => {
  const cases: readonly [why: string, cell: unknown, text: string][] = [
    ['none', undefined, ''],
    ['emptied', { v: null }, ''],
    ['text', { v: 'Vĩnh Hà', t: 1 }, 'Vĩnh Hà'],
    ['a number', { v: 0, t: 2 }, '0'],
    ['a tick', { v: 1, t: 3 }, 'TRUE'],
    ['no tick', { v: 0, t: 3 }, 'FALSE'],
    ['a formula as it was typed', { v: 3, f: '=1+2' }, '=1+2'],
    ['several lines', { v: 'x', p: { body: { dataStream: 'Thôn 1\rThôn 2\r\n' } } }, 'Thôn 1\nThôn 2'],
  ];
  for (const [why, cell, text] of cases) it(why, () => assert.equal(textOf(cell), text));
});

describe('cells that a person has changed', () => {
  it('are told together and once, with the text that they have in the end', async () => {
    const cells = new Map([['3:1', { v: 'cũ' }]]);
    const told: unknown[] = [];
    const touched = createTouchedCells(
      ({ row, column }) => cells.get(`${row}:${column}`),
      (edits) => told.push(edits),
    );
    touched.add({ cellValue: { 3: { 1: {} } } });
    touched.add({ cellValue: { 3: { 1: {}, 2: {} }, 4: null } });
    cells.set('3:1', { v: 'mới' });
    await Promise.resolve();
    assert.deepEqual(told, [
      [
        { row: 3, column: 1, text: 'mới' },
        { row: 3, column: 2, text: '' },
      ],
    ]);
    touched.add({ cellValue: { 5: { 0: {} } } });
    await Promise.resolve();
    assert.deepEqual(told[1], [{ row: 5, column: 0, text: '' }]);
  });
});
