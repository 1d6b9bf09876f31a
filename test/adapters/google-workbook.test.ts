import assert from 'node:assert/strict';
import { toHex, toValue, toWorkbook } from '../../functions/adapters/google-workbook.ts';
import { placeKey } from '../../schemas/workbook.ts';

describe('toValue', () => {
  const table: readonly [string, Parameters<typeof toValue>[0], ReturnType<typeof toValue>][] = [
    ['nothing', undefined, null],
    ['an empty value', {}, null],
    ['an empty text', { stringValue: '' }, null],
    ['text', { stringValue: 'Thôn 3' }, 'Thôn 3'],
    ['text of spaces, which the rules judge', { stringValue: '  ' }, '  '],
    ['a number', { numberValue: 44713 }, 44713],
    ['zero, which is not blank', { numberValue: 0 }, 0],
    ['an unticked box, which is not blank', { boolValue: false }, false],
    ['#REF!', { errorValue: { type: 'REF', message: 'Reference does not exist.' } }, '#REF!'],
    ['#N/A', { errorValue: { type: 'N_A' } }, '#N/A'],
    ['#DIV/0!', { errorValue: { type: 'DIVIDE_BY_ZERO' } }, '#DIV/0!'],
    ['an error without a type', { errorValue: {} }, '#ERROR!'],
  ];
  for (const [name, value, expected] of table) it(`reads ${name}`, () => assert.equal(toValue(value), expected));
});

describe('toHex', () => {
  const table: readonly [Parameters<typeof toHex>[0], string][] = [
    [{}, '#000000'],
    [{ red: 1, green: 1, blue: 1 }, '#ffffff'],
    [{ red: 0.9921569, green: 0.92156863, blue: 0.827451 }, '#fdebd3'],
    [{ blue: 1 }, '#0000ff'],
  ];
  for (const [colour, hex] of table)
    it(`makes ${JSON.stringify(colour)} ${hex}`, () => assert.equal(toHex(colour), hex));
});

describe('toWorkbook', () => {
  it('keeps values, notes, fills, merges and column keys, and trims blanks', () => {
    const workbook = toWorkbook('id1', {
      properties: { title: 'Vĩnh Linh', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          // Tab 0 leaves its id out, and a tab in sight leaves out `hidden`.
          properties: { title: 'Tổ', gridProperties: { rowCount: 1000, columnCount: 11 } },
          merges: [{ endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 3 }],
          data: [
            {
              rowData: [
                { values: [{ effectiveValue: { stringValue: 'Kiểm tra' } }, {}, {}] },
                {},
                { values: [{}, { effectiveValue: { numberValue: 5 }, note: 'năm', userEnteredFormat: {} }] },
                { values: [{}, { userEnteredFormat: { backgroundColor: { red: 1 } } }] },
                {},
              ],
              columnMetadata: [{}, { developerMetadata: [{ metadataKey: 'col', metadataValue: 'commune' }] }],
            },
          ],
        },
        { properties: { sheetId: 7, title: 'Ẩn', hidden: true }, data: [{}] },
      ],
    });
    assert.deepEqual(workbook, {
      id: 'id1',
      title: 'Vĩnh Linh',
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
      tabs: [
        {
          sheetId: 0,
          title: 'Tổ',
          hidden: false,
          rowCount: 1000,
          columnCount: 11,
          values: [['Kiểm tra'], [], [null, 5]],
          notes: new Map([[placeKey(2, 1), 'năm']]),
          fills: new Map([[placeKey(3, 1), '#ff0000']]),
          merges: [{ startRow: 0, endRow: 2, startColumn: 1, endColumn: 3 }],
          columnKeys: new Map([[1, 'commune']]),
        },
        {
          sheetId: 7,
          title: 'Ẩn',
          hidden: true,
          rowCount: 0,
          columnCount: 0,
          values: [],
          notes: new Map(),
          fills: new Map(),
          merges: [],
          columnKeys: new Map(),
        },
      ],
    });
  });
});
