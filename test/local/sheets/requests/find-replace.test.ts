import assert from 'node:assert/strict';
import type { Json, JsonObject } from '../../../../local/sheets/json.ts';
import { startTab, type TabUnderTest } from './tab-under-test.ts';

const CELLS: Json[][] = [
  ['Google Sheets', 'google', '=1+12', 12],
  ['Tổ 1', '', 'xã', '2012'],
];

describe('findReplace', () => {
  let tab: TabUnderTest;
  before(async () => {
    tab = await startTab();
  });
  after(() => tab.close());

  const table: [name: string, request: JsonObject, reply: JsonObject, values: Json[][]][] = [
    [
      'every occurrence of a text, whatever its case',
      { find: 'G', replacement: 'k', allSheets: true },
      { valuesChanged: 2, occurrencesChanged: 4, rowsChanged: 1, sheetsChanged: 1 },
      [
        ['kookle Sheets', 'kookle', '=1+12', 12],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
    [
      'with its case',
      { find: 'G', replacement: 'K', matchCase: true, sheetId: 0 },
      { valuesChanged: 1, occurrencesChanged: 1, rowsChanged: 1, sheetsChanged: 1 },
      [
        ['Koogle Sheets', 'google', '=1+12', 12],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
    [
      'whole cells only; a number that comes out is a number',
      { find: '12', replacement: '13', matchEntireCell: true, sheetId: 0 },
      { valuesChanged: 1, occurrencesChanged: 1, rowsChanged: 1, sheetsChanged: 1 },
      [
        ['Google Sheets', 'google', '=1+12', 13],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
    [
      'in formulas when asked',
      { find: '12', replacement: '3', includeFormulas: true, sheetId: 0 },
      { valuesChanged: 2, formulasChanged: 1, occurrencesChanged: 3, rowsChanged: 2, sheetsChanged: 1 },
      [
        ['Google Sheets', 'google', '=1+3', 3],
        ['Tổ 1', '', 'xã', 203],
      ],
    ],
    [
      'by a regular expression with groups',
      { find: 'o.* (.*)', replacement: '$1 Rocks', searchByRegex: true, sheetId: 0 },
      { valuesChanged: 1, occurrencesChanged: 1, rowsChanged: 1, sheetsChanged: 1 },
      [
        ['GSheets Rocks', 'google', '=1+12', 12],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
    [
      'signs that mean something in regular expressions are plain signs otherwise',
      { find: '.', replacement: '!', sheetId: 0 },
      {},
      [
        ['Google Sheets', 'google', '=1+12', 12],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
    [
      'in a range only',
      { find: 'o', replacement: '0', range: { sheetId: 0, startRowIndex: 0, startColumnIndex: 1, endColumnIndex: 3 } },
      { valuesChanged: 1, occurrencesChanged: 2, rowsChanged: 1, sheetsChanged: 1 },
      [
        ['Google Sheets', 'g00gle', '=1+12', 12],
        ['Tổ 1', '', 'xã', 2012],
      ],
    ],
  ];
  for (const [name, request, reply, values] of table) {
    it(`replaces ${name}`, async () => {
      const id = await tab.fill(CELLS);
      assert.deepEqual(await tab.apply(id, { findReplace: request }), { findReplace: reply });
      assert.deepEqual(await tab.values(id), values);
    });
  }

  const refused: [name: string, request: JsonObject][] = [
    ['nothing to find', { find: '', allSheets: true }],
    ['no place', { find: 'x' }],
    ['two places', { find: 'x', allSheets: true, sheetId: 0 }],
    ['a broken regular expression', { find: '(', searchByRegex: true, allSheets: true }],
  ];
  for (const [name, request] of refused) {
    it(`refuses ${name}`, async () => {
      const id = await tab.fill(CELLS);
      assert.match(`${await tab.apply(id, { findReplace: request })}`, /^Invalid requests\[0\]\.findReplace: /);
    });
  }

  it('changes no cell that is closed to the caller', async () => {
    const id = await tab.fill(CELLS);
    const share = { type: 'user', role: 'writer', emailAddress: 'staff@example.vn' };
    await tab.server.send('POST', `/drive/v3/files/${id}/permissions`, share);
    await tab.apply(id, { addProtectedRange: { protectedRange: { range: { sheetId: 0, endRowIndex: 1 } } } });
    const request = { findReplace: { find: 'o', replacement: '0', sheetId: 0 } };
    assert.match(`${await tab.apply(id, request, 'staff@example.vn')}`, /protected cell/);
    assert.deepEqual(await tab.values(id, 'A1:B1'), [['Google Sheets', 'google']]);
  });
});
