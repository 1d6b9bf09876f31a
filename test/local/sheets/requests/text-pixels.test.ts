import assert from 'node:assert/strict';
import { newSheet, newSpreadsheet } from '../../../../local/sheets/new-spreadsheet.ts';
import { textPixels } from '../../../../local/sheets/requests/text-pixels.ts';

describe('the width of a fitted column', () => {
  const gridProperties = { rowCount: 5, columnCount: 2 };
  const widths: [texts: string[], pixels: number][] = [
    [['A'.repeat(1024)], 8691],
    [['short', 'much longer than short'], 142],
    [['một', 'mot'], 31],
    [['one line\none line'], 53],
    [[], 100],
  ];
  for (const [texts, pixels] of widths) {
    it(`${JSON.stringify(texts).slice(0, 40)} needs ${pixels} pixels`, () => {
      const spreadsheet = newSpreadsheet('id');
      const sheet = newSheet({ sheetId: 0, title: 'T', index: 0, sheetType: 'GRID', gridProperties });
      sheet.data[0].rowData = texts.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
      assert.equal(textPixels(spreadsheet, sheet, 0), pixels);
    });
  }
});
