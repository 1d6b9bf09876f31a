import assert from 'node:assert/strict';
import { formattedValue, type NumberFormat } from '../../../local/sheets/render.ts';

describe('values as people see them', () => {
  const shown: [value: number, format: NumberFormat, english: string, vietnamese: string][] = [
    [1234.5, {}, '1234.5', '1234,5'],
    [1 / 3, {}, '0.3333333333', '0,3333333333'],
    [0.0009765625, {}, '0.0009765625', '0,0009765625'],
    [0.1 + 0.2, {}, '0.3', '0,3'],
    [912345678, {}, '912345678', '912345678'],
    [1e15, {}, '1E+15', '1E+15'],
    [0, {}, '0', '0'],
    [1234567.891, { type: 'NUMBER', pattern: '#,##0' }, '1,234,568', '1.234.568'],
    [1234.5, { type: 'NUMBER' }, '1,234.50', '1.234,50'],
    [0.125, { type: 'PERCENT', pattern: '0.0%' }, '12.5%', '12,5%'],
    [44713, { type: 'DATE', pattern: 'dd/mm/yyyy' }, '01/06/2022', '01/06/2022'],
    [44713, { type: 'DATE' }, '6/1/2022', '01/06/2022'],
    [44713.5, { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' }, '2022-06-01 12:00', '2022-06-01 12:00'],
    [1, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '1899-12-31', '1899-12-31'],
    [61, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '1900-03-01', '1900-03-01'],
    [5, { type: 'TEXT', pattern: '@' }, '5', '5'],
    [5, { type: 'NUMBER', pattern: '[[[' }, '5', '5'],
  ];
  for (const [value, format, english, vietnamese] of shown) {
    it(`${value} under ${JSON.stringify(format)} is ${english}, in Viet Nam ${vietnamese}`, () => {
      assert.equal(formattedValue({ numberValue: value }, format, 'en_US'), english);
      assert.equal(formattedValue({ numberValue: value }, format, 'vi_VN'), vietnamese);
    });
  }

  it('texts, check boxes and errors have one form', () => {
    assert.equal(formattedValue({ stringValue: 'a' }, {}, 'vi_VN'), 'a');
    assert.equal(formattedValue({ boolValue: true }, {}, 'vi_VN'), 'TRUE');
    assert.equal(formattedValue({ errorValue: { type: 'NAME', message: '' } }, {}, 'vi_VN'), '#NAME?');
  });
});
