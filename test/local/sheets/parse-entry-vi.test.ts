import assert from 'node:assert/strict';
import { parseEntry } from '../../../local/sheets/parse-entry.ts';

describe('what people type under vi_VN', () => {
  const typed: [text: string, value: object | undefined, pattern?: string][] = [
    ['05/06/2022', { numberValue: 44717 }, 'dd/mm/yyyy'],
    ['5-6-2022', { numberValue: 44717 }, 'd-m-yyyy'],
    ['5.6.2022', { numberValue: 44717 }, 'd.m.yyyy'],
    ['31/02/2022', { stringValue: '31/02/2022' }],
    ['12/25/2022', { stringValue: '12/25/2022' }],
    ['2022-06-05', { numberValue: 44717 }, 'yyyy-mm-dd'],
    ['05/06/2022 07:30', { numberValue: 44717.3125 }, 'dd/mm/yyyy hh:mm'],
    ['7h30', { numberValue: 0.3125 }, 'hh:mm'],
    ['1.250', { numberValue: 1250 }, '#,##0'],
    ['1.250.000', { numberValue: 1250000 }, '#,##0'],
    ['1.234,5', { numberValue: 1234.5 }, '#,##0.00'],
    ['1250', { numberValue: 1250 }],
    ['0,5', { numberValue: 0.5 }],
    ['-3', { numberValue: -3 }],
    ['1,000,000', { stringValue: '1,000,000' }],
    ['1.25', { stringValue: '1.25' }],
    ['12,5%', { numberValue: 0.125 }, '0.00%'],
    ['5.000.000 ₫', { numberValue: 5000000 }, '#,##0 "₫"'],
    ['FALSE', { boolValue: false }],
    ['Cấp xã', { stringValue: 'Cấp xã' }],
  ];
  for (const [text, value, pattern] of typed) {
    it(`'${text}' is ${JSON.stringify(value)}${pattern ? ` shown as ${pattern}` : ''}`, () => {
      const entry = parseEntry(text, 'vi_VN');
      assert.deepEqual(entry.value, value);
      assert.equal(entry.format?.pattern, pattern);
    });
  }
});
