import assert from 'node:assert/strict';
import { partsOf, updateRequests } from '../../functions/adapters/google-changes.ts';
import type { CellChange } from '../../schemas/workbook.ts';

const at = (row: number, column: number, change: Partial<CellChange>): CellChange => ({
  sheetId: 1,
  row,
  column,
  ...change,
});

/** Where each request starts, how many rows and columns it has, and what it changes. */
function shapes(changes: readonly CellChange[]) {
  return updateRequests(changes).map(({ updateCells }) => {
    const { start, rows = [], fields } = updateCells ?? {};
    const place = `${start?.sheetId}:${start?.rowIndex},${start?.columnIndex}`;
    return `${place} ${rows.length}×${rows[0]?.values?.length} ${fields}`;
  });
}

describe('updateRequests', () => {
  const table: readonly [string, readonly CellChange[], readonly string[]][] = [
    ['nothing for no changes', [], []],
    ['nothing for a change that says nothing', [at(1, 1, {})], []],
    ['a row as one block', [at(4, 2, { value: 'a' }), at(4, 3, { value: 'b' })], ['1:4,2 1×2 userEnteredValue']],
    ['a column as one block', [at(1, 0, { value: '✓' }), at(2, 0, { value: '✗' })], ['1:1,0 2×1 userEnteredValue']],
    [
      'a rectangle as one block, whatever the order',
      [at(2, 1, { value: 4 }), at(1, 0, { value: 1 }), at(2, 0, { value: 3 }), at(1, 1, { value: 2 })],
      ['1:1,0 2×2 userEnteredValue'],
    ],
    [
      'a gap as two blocks',
      [at(1, 0, { value: 1 }), at(3, 0, { value: 1 })],
      ['1:1,0 1×1 userEnteredValue', '1:3,0 1×1 userEnteredValue'],
    ],
    [
      'other properties as another block',
      [at(1, 0, { value: 1 }), at(1, 1, { note: 'n', fill: null })],
      ['1:1,0 1×1 userEnteredValue', '1:1,1 1×1 note,userEnteredFormat.backgroundColorStyle'],
    ],
    [
      'another tab as another block',
      [at(1, 0, { value: 1 }), { ...at(2, 0, { value: 1 }), sheetId: 2 }],
      ['1:1,0 1×1 userEnteredValue', '2:2,0 1×1 userEnteredValue'],
    ],
    [
      'two changes of one cell as one',
      [at(1, 0, { value: 1 }), at(1, 0, { note: 'n' })],
      ['1:1,0 1×1 userEnteredValue,note'],
    ],
  ];
  for (const [name, changes, expected] of table) {
    it(`sends ${name}`, () => assert.deepEqual(shapes(changes), expected));
  }

  const cells: readonly [string, Partial<CellChange>, unknown][] = [
    [
      'text as text, even when it looks like a formula',
      { value: '=1+1' },
      { userEnteredValue: { stringValue: '=1+1' } },
    ],
    ['a number', { value: 0 }, { userEnteredValue: { numberValue: 0 } }],
    ['a truth value', { value: false }, { userEnteredValue: { boolValue: false } }],
    ['null as an emptied cell', { value: null }, {}],
    ['an empty text as an emptied cell', { value: '' }, {}],
    ['a note', { note: 'sai' }, { note: 'sai' }],
    ['an empty note as none', { note: '' }, {}],
    ['no fill as the default', { fill: null }, {}],
    [
      'a fill',
      { fill: '#ff0000' },
      { userEnteredFormat: { backgroundColorStyle: { rgbColor: { red: 1, green: 0, blue: 0 } } } },
    ],
    [
      'a link',
      { link: '#gid=0&range=B5' },
      { userEnteredFormat: { textFormat: { link: { uri: '#gid=0&range=B5' } } } },
    ],
    [
      'a check box',
      { checkbox: true },
      { dataValidation: { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true } },
    ],
    ['no check box', { checkbox: false }, {}],
    [
      'how a day is shown',
      { value: 44717, format: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
      {
        userEnteredValue: { numberValue: 44717 },
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
      },
    ],
  ];
  for (const [name, change, expected] of cells) {
    it(`writes ${name}`, () => {
      const [request] = updateRequests([at(1, 1, change)]);
      assert.deepEqual(request?.updateCells?.rows?.[0]?.values?.[0], expected);
    });
  }
});

describe('partsOf', () => {
  const cells = [at(0, 0, { value: 'x'.repeat(500) }), at(1, 0, { note: 'ế'.repeat(200) }), at(2, 0, { value: 1 })];

  it('keeps a change whole that fits into one request', () => assert.deepEqual(partsOf(cells, 10_000), [cells]));

  it('cuts a larger one, every cell in one part, in their order', () => {
    assert.deepEqual(
      partsOf(cells, 1_200).map((part) => part.map(({ row }) => row)),
      [[0], [1, 2]],
    );
  });

  it('sends a cell that is too large alone', () => {
    assert.deepEqual(
      partsOf(cells, 100).map((part) => part.map(({ row }) => row)),
      [[0], [1], [2]],
    );
  });

  it('has no parts for no changes', () => assert.deepEqual(partsOf([], 1_000), []));

  it('estimates no less than what is sent', () => {
    const marks = Array.from({ length: 1_000 }, (_, row) =>
      at(row, row % 2, { value: `✗ ${row}`, note: '⚠ Kiểm tra', fill: '#fdebd3', link: '#gid=1234567890&range=B5' }),
    );
    const [part = []] = partsOf(marks, 200_000);
    const bytes = Buffer.byteLength(JSON.stringify(updateRequests(part)));
    assert.ok(bytes <= 200_000 && bytes > 150_000, `${bytes} bytes`);
  });
});
