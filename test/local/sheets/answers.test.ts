import assert from 'node:assert/strict';
import { onAnswer, type SheetsAnswer, tellAnswer } from '../../../local/sheets/answer-channel.ts';
import table from '../../../local/sheets/generated/sheets-schema.json' with { type: 'json' };
import type { Json } from '../../../local/sheets/json.ts';
import { assertAnswers, wrongIn } from '../../support/answer-check.ts';
import { typingsVersion } from '../../support/generate-answer-schema.ts';
import schema from '../../support/generated/sheets-answers.json' with { type: 'json' };
import { startSheets } from './sheets-under-test.ts';

describe("the check of the server's answers", () => {
  const wrong: [name: string, message: string, body: Json, complaint: string | null][] = [
    ['a whole message', 'ValueRange', { range: 'A1', majorDimension: 'ROWS', values: [['x', 1, true]] }, null],
    ['part of a message', 'Spreadsheet', { sheets: [{ properties: {} }] }, null],
    [
      'a field that Google does not have',
      'Spreadsheet',
      { sheets: [{ properties: { titel: 'x' } }] },
      'GET /x: Spreadsheet/sheets/0/properties must NOT have additional properties {"additionalProperty":"titel"}',
    ],
    [
      'a number in place of a text',
      'AppendValuesResponse',
      { updates: { updatedRange: 7 } },
      'GET /x: AppendValuesResponse/updates/updatedRange must be string {"type":"string"}',
    ],
    [
      'null in place of nothing',
      'ValueRange',
      { range: null },
      'GET /x: ValueRange/range must be string {"type":"string"}',
    ],
  ];
  for (const [name, message, body, complaint] of wrong) {
    it(`${complaint === null ? 'takes' : 'names'} ${name}`, () => {
      assert.equal(wrongIn({ call: 'GET /x', message, body }), complaint);
    });
  }

  it('hears every answered call, and fails the test that caused a wrong one', async () => {
    const heard: SheetsAnswer[] = [];
    onAnswer((answer) => heard.push(answer));
    const under = await startSheets();
    const id = await under.create();
    await under.send('GET', `/v4/spreadsheets/${id}/values/A1`);
    await under.send('GET', `/v4/spreadsheets/${id}/values/Nope!A1`);
    await under.close();
    assert.deepEqual(
      heard.map(({ call, message }) => [call, message]),
      [
        ['POST /v4/spreadsheets', 'Spreadsheet'],
        [`GET /v4/spreadsheets/${id}/values/A1`, 'ValueRange'],
      ],
    );
    tellAnswer({ call: 'GET /wrong', message: 'ValueRange', body: { values: 'x' } });
    assert.throws(assertAnswers, /GET \/wrong: ValueRange\/values must be array/);
    assertAnswers();
  });

  it('knows the types of the installed typings', () => {
    assert.equal(schema.$comment, `@maxim_mazurok/gapi.client.sheets-v4 ${typingsVersion()}`);
  });

  it("agrees with the server's own table on every message and field", () => {
    const definitions: Record<string, { properties?: object }> = schema.definitions;
    const fieldsOf = (message: string): string[] => Object.keys(definitions[message]?.properties ?? {}).sort();
    const ofTable = Object.entries(table).map(([message, fields]) => [message, Object.keys(fields).sort()]);
    assert.deepEqual(
      Object.fromEntries(ofTable),
      Object.fromEntries(Object.keys(definitions).map((message) => [message, fieldsOf(message)])),
    );
  });
});
