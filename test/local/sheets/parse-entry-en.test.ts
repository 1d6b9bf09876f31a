import assert from 'node:assert/strict';
import { parseEntry } from '../../../local/sheets/parse-entry.ts';

describe('what people type under en_US', () => {
  const typed: [text: string, value: object | undefined, pattern?: string][] = [
    ['', undefined],
    ['=1+1', { formulaValue: '=1+1' }],
    ["'=1+1", { stringValue: '=1+1' }],
    ['true', { boolValue: true }],
    ['42', { numberValue: 42 }],
    ['0042', { numberValue: 42 }],
    ['-1.5', { numberValue: -1.5 }],
    ['.5', { numberValue: 0.5 }],
    ['2,000,000.01', { numberValue: 2000000.01 }, '#,##0.00'],
    ['1,000', { numberValue: 1000 }, '#,##0'],
    ['1,00', { stringValue: '1,00' }],
    ['12%', { numberValue: 0.12 }, '0%'],
    ['12.5%', { numberValue: 0.125 }, '0.00%'],
    ['$5', { numberValue: 5 }, '"$"#,##0'],
    ['1e3', { numberValue: 1000 }, '0.00E+00'],
    ['2020-01-01', { numberValue: 43831 }, 'yyyy-mm-dd'],
    ['1/2/2020', { numberValue: 43832 }, 'm/d/yyyy'],
    ['1/2/20', { numberValue: 43832 }, 'm/d/yyyy'],
    ['2/30/2020', { stringValue: '2/30/2020' }],
    ['12:30', { numberValue: 0.5208333333333334 }, 'h:mm'],
    ['12:30 AM', { numberValue: 0.020833333333333332 }, 'h:mm AM/PM'],
    ['25:00', { stringValue: '25:00' }],
    ['2020-01-01 12:00', { numberValue: 43831.5 }, 'yyyy-mm-dd h:mm'],
    ['text', { stringValue: 'text' }],
    [' spaced ', { stringValue: ' spaced ' }],
    ['-', { stringValue: '-' }],
    ['.', { stringValue: '.' }],
  ];
  for (const [text, value, pattern] of typed) {
    it(`'${text}' is ${JSON.stringify(value)}${pattern ? ` shown as ${pattern}` : ''}`, () => {
      const entry = parseEntry(text, 'en_US');
      assert.deepEqual(entry.value, value);
      assert.equal(entry.format?.pattern, pattern);
    });
  }
});
