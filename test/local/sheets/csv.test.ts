import assert from 'node:assert/strict';
import { parseCsv } from '../../../local/sheets/csv.ts';

const TABLE: readonly [name: string, text: string, lines: string[][]][] = [
  ['nothing', '', []],
  [
    'lines of fields',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a line break at the end', 'a\r\nb\r\n', [['a'], ['b']]],
  ['empty fields at both ends', ',a,', [['', 'a', '']]],
  ['an empty line in between', 'a\n\nb', [['a'], [''], ['b']]],
  ['quotes around separators, quotes and line breaks', '"Tổ 1, ""A""\nxã",2', [['Tổ 1, "A"\nxã', '2']]],
  ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
];

describe('comma-separated values', () => {
  for (const [name, text, lines] of TABLE) it(name, () => assert.deepEqual(parseCsv(text), lines));

  it('an open quote is an error with its line', () => {
    assert.throws(() => parseCsv('a\n"b'), /line 2/);
  });
});
