import assert from 'node:assert/strict';
import { columnIndex, columnName, parseCells, printA1, quoteTitle, splitA1 } from '../../../local/sheets/a1.ts';

describe('A1 notation', () => {
  const columns: [index: number, name: string][] = [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ];
  for (const [index, name] of columns) {
    it(`column ${index} is ${name}`, () => {
      assert.equal(columnName(index), name);
      assert.equal(columnIndex(name.toLowerCase()), index);
    });
  }

  const cells: [text: string, corners: (number | undefined)[] | null][] = [
    ['B2', [1, 1, 1, 1]],
    ['$B$2', [1, 1, 1, 1]],
    ['A1:C3', [0, 0, 2, 2]],
    ['D4:A1', [0, 0, 3, 3]],
    ['B:C', [undefined, 1, undefined, 2]],
    ['2:5', [1, undefined, 4, undefined]],
    ['B2:D', [1, 1, undefined, 3]],
    ['A2:2', [1, 0, 1, undefined]],
    ['B', null],
    ['2', null],
    ['A0', null],
    ['A1:[5', null],
    ['NamedRange', null],
    ['A1:', null],
    ['', null],
  ];
  for (const [text, corners] of cells) {
    it(`${text || '(nothing)'} is ${corners ? `[${corners}]` : 'no range of cells'}`, () => {
      const parsed = parseCells(text);
      const found = parsed && [parsed.startRow, parsed.startColumn, parsed.endRow, parsed.endColumn];
      assert.deepEqual(found, corners);
    });
  }

  const texts: [text: string, title: string | undefined, rest: string | undefined][] = [
    ["'Nhập liệu'!A1:B2", 'Nhập liệu', 'A1:B2'],
    ["'It''s'", "It's", undefined],
    ["'a!b'!C1", 'a!b', 'C1'],
    ['Tổ!A1', 'Tổ', 'A1'],
    ['A1:B2', undefined, 'A1:B2'],
  ];
  for (const [text, title, rest] of texts) {
    it(`${text} names ${title ?? 'no tab'}`, () =>
      assert.deepEqual({ title: undefined, rest: undefined, ...splitA1(text) }, { title, rest }));
  }

  const titles: [title: string, printed: string][] = [
    ['Sheet1', 'Sheet1'],
    ['Tổ', 'Tổ'],
    ['A1', "'A1'"],
    ['Thành viên', "'Thành viên'"],
    ["It's", "'It''s'"],
    ['2022', "'2022'"],
  ];
  for (const [title, printed] of titles) {
    it(`the title ${title} is printed ${printed}`, () => assert.equal(quoteTitle(title), printed));
  }

  it('prints a single cell without a colon', () => {
    assert.equal(printA1('T', { top: 0, left: 0, bottom: 1, right: 1 }), 'T!A1');
    assert.equal(printA1('T', { top: 0, left: 0, bottom: 2, right: 1 }), 'T!A1:A2');
  });
});
