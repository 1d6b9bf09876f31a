import assert from 'node:assert/strict';
import { canonicalMessage } from '../../../local/sheets/canonical-message.ts';
import { parseFieldMask } from '../../../local/sheets/field-mask.ts';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { startSheets } from './sheets-under-test.ts';

describe('messages in the spellings that Google takes', () => {
  const table: [name: string, type: string, given: JsonObject, canonical: JsonObject][] = [
    [
      'snake_case at every depth',
      'BatchUpdateSpreadsheetRequest',
      { requests: [{ repeat_cell: { range: { sheet_id: 0 }, cell: { user_entered_value: { number_value: 1 } } } }] },
      { requests: [{ repeatCell: { range: { sheetId: 0 }, cell: { userEnteredValue: { numberValue: 1 } } } }] },
    ],
    ['numbers as texts', 'GridRange', { sheetId: '7', startRowIndex: '0' }, { sheetId: 7, startRowIndex: 0 }],
    [
      'texts that are no numbers stay',
      'GridRange',
      { sheetId: 'x', endRowIndex: '' },
      { sheetId: 'x', endRowIndex: '' },
    ],
    ['texts stay texts', 'NamedRange', { named_range_id: '7', name: '8' }, { namedRangeId: '7', name: '8' }],
    [
      'values of cells stay',
      'ValueRange',
      { major_dimension: 'ROWS', values: [['1']] },
      { majorDimension: 'ROWS', values: [['1']] },
    ],
    ['unknown names stay', 'GridRange', { sheet_idx: 1, title: 2 }, { sheet_idx: 1, title: 2 }],
  ];
  for (const [name, type, given, canonical] of table) {
    it(name, () => assert.deepEqual(canonicalMessage(given, type), canonical));
  }

  it('masks in snake_case', () => {
    assert.deepEqual(parseFieldMask('sheets.data/row_data(values.user_entered_value)'), {
      sheets: { data: { rowData: { values: { userEnteredValue: true } } } },
    });
  });

  it('are carried out, and answered in Google’s own spelling', async () => {
    const under = await startSheets();
    const id = await under.create();
    const update = { properties: { sheet_id: '0', title: 'Tổ' }, fields: 'title' };
    const { body } = await under.send('POST', `/v4/spreadsheets/${id}:batchUpdate`, {
      requests: [{ update_sheet_properties: update }],
    });
    assert.deepEqual(body.replies, [{}]);
    const read = await under.send('GET', `/v4/spreadsheets/${id}?fields=sheets.properties(sheet_id,title)`);
    assert.deepEqual(read.body, { sheets: [{ properties: { sheetId: 0, title: 'Tổ' } }] });
    const wrong = await under.send('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests: [{ delete_sheets: {} }] });
    assert.match(JSON.stringify(wrong.body), /Unknown name \\"delete_sheets\\" at 'requests\[0\]': Cannot find field/);
    await under.close();
  });
});
