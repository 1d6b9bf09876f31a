import assert from 'node:assert/strict';
import { evaluateFormula } from '../../../local/sheets/formula.ts';
import type { ExtendedValue } from '../../../local/sheets/model.ts';

const CELLS: Readonly<Record<string, ExtendedValue>> = {
  'null!0,0': { numberValue: 6 },
  'null!1,1': { stringValue: 'x' },
  'Tổ 1!0,0': { numberValue: 7 },
};

const lookup = (title: string | null, row: number, column: number) =>
  row > 99 ? null : CELLS[`${title}!${row},${column}`];

describe('formulas', () => {
  const evaluated: [formula: string, value: object][] = [
    ['=1+2*3', { numberValue: 7 }],
    ['=(1+2)*3', { numberValue: 9 }],
    ['= 1 / 1024', { numberValue: 0.0009765625 }],
    ['=-2-3', { numberValue: -5 }],
    ['=50%', { numberValue: 0.5 }],
    ['="a"&"b"&1', { stringValue: 'ab1' }],
    ['="say ""hi"""', { stringValue: 'say "hi"' }],
    ['=TRUE', { boolValue: true }],
    ['=A1*2', { numberValue: 12 }],
    ['=$A$1', { numberValue: 6 }],
    ['=B2', { stringValue: 'x' }],
    ['=C3+1', { numberValue: 1 }],
    ["='Tổ 1'!A1", { numberValue: 7 }],
  ];
  for (const [formula, value] of evaluated) {
    it(`${formula} is ${JSON.stringify(value)}`, () => assert.deepEqual(evaluateFormula(formula, lookup).value, value));
  }

  const failed: [formula: string, type: string][] = [
    ['=1/0', 'DIVIDE_BY_ZERO'],
    ['=B2+1', 'VALUE'],
    ['=A1000', 'REF'],
    ['=SUM(A1:A3)', 'NAME'],
    ['=nothing', 'NAME'],
    ['=A1:B2', 'NAME'],
    ['=1+', 'ERROR'],
    ['=(1', 'ERROR'],
  ];
  for (const [formula, type] of failed) {
    it(`${formula} is an error of type ${type}`, () =>
      assert.equal(evaluateFormula(formula, lookup).value.errorValue?.type, type));
  }

  it('HYPERLINK gives its label and its link, with either separator', () => {
    const expected = { value: { stringValue: 'A' }, link: 'https://a.vn' };
    assert.deepEqual(evaluateFormula('=HYPERLINK("https://a.vn", "A")', lookup), expected);
    assert.deepEqual(evaluateFormula('=hyperlink("https://a.vn"; "A")', lookup), expected);
    const bare = evaluateFormula('=HYPERLINK("https://a.vn")', lookup);
    assert.deepEqual(bare, { value: { stringValue: 'https://a.vn' }, link: 'https://a.vn' });
  });
});
