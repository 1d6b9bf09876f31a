import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('spreadsheets.get and create', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
  });
  after(() => server.close());
  beforeEach(async () => {
    spreadsheetId = await server.create();
  });

  const get = async (query: string) => (await server.send('GET', `/v4/spreadsheets/${spreadsheetId}?${query}`)).body;
  const batch = (...requests: JsonObject[]) =>
    server.sheets().spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });

  it('makes one tab with id 0, and the properties that were asked for', async () => {
    const { body } = await server.send('POST', '/v4/spreadsheets', {
      properties: { title: 'T', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    });
    const { title, locale, timeZone, autoRecalc } = body.properties as JsonObject;
    assert.deepEqual(
      { title, locale, timeZone, autoRecalc },
      {
        title: 'T',
        locale: 'vi_VN',
        timeZone: 'Asia/Ho_Chi_Minh',
        autoRecalc: 'ON_CHANGE',
      },
    );
    assert.deepEqual(body.sheets, [
      {
        properties: {
          sheetId: 0,
          title: 'Sheet1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
    assert.equal(`${body.spreadsheetUrl}`.endsWith(`${body.spreadsheetId}/edit`), true);
  });

  it('makes the tabs and cells that were asked for', async () => {
    const rowData = [{ values: [{ userEnteredValue: { stringValue: 'Ngày' } }] }];
    const made = await server.sheets().spreadsheets.create({
      requestBody: {
        properties: { title: 'T' },
        sheets: [{ properties: { title: 'A', sheetId: 5 }, data: [{ rowData }] }, { properties: { title: 'B' } }],
      },
    });
    const id = made.data.spreadsheetId ?? '';
    assert.deepEqual(
      made.data.sheets?.map(({ properties }) => properties?.title),
      ['A', 'B'],
    );
    const read = await server.sheets().spreadsheets.values.get({ spreadsheetId: id, range: 'A!A1' });
    assert.deepEqual(read.data.values, [['Ngày']]);
  });

  it('refuses a time zone that does not exist', async () => {
    const requestBody = { properties: { title: 'T', timeZone: 'Asia/Saigon2' } };
    assert.equal((await refusalOf(server.sheets().spreadsheets.create({ requestBody }))).code, 400);
  });

  const masks: [fields: string, answer: JsonObject][] = [
    ['properties.locale', { properties: { locale: 'en_US' } }],
    ['properties(locale,timeZone)', { properties: { locale: 'en_US', timeZone: 'Etc/GMT' } }],
    [
      'sheets/properties/sheetId,sheets.properties.title',
      { sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }] },
    ],
    ['namedRanges', {}],
    ['sheets.properties.tabColorStyle', { sheets: [{ properties: {} }] }],
    ['sheets.data.rowData.values.note', { sheets: [{ data: [{}] }] }],
  ];
  for (const [fields, answer] of masks) {
    it(`selects ${fields}`, async () => assert.deepEqual(await get(`fields=${fields}`), answer));
  }

  it('refuses a mask that names what does not exist', async () => {
    const { error } = (await get('fields=sheets.property')) as { error?: JsonObject };
    assert.equal(error?.message, 'Request contains an invalid argument.');
    assert.match(JSON.stringify(error), /Cannot find matching fields for path 'sheets.property'/);
  });

  it('brings grid data only when asked, for the ranges asked, trimmed', async () => {
    await batch(
      { addSheet: { properties: { title: 'Other', gridProperties: { rowCount: 3, columnCount: 3 } } } },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
          rows: [{ values: [{ note: 'a' }] }, {}, { values: [{}, { note: 'b' }] }],
          fields: 'note',
        },
      },
    );
    const without = (await get('')).sheets as JsonObject[];
    assert.deepEqual(
      without.map(({ data }) => data),
      [undefined, undefined],
    );
    const notes = 'fields=sheets.data(startRow,startColumn,rowData.values.note)';
    assert.deepEqual(await get(`${notes}&ranges=Sheet1`), {
      sheets: [{ data: [{ rowData: [{}, { values: [{}, { note: 'a' }] }, {}, { values: [{}, {}, { note: 'b' }] }] }] }],
    });
    assert.deepEqual(await get(`${notes}&ranges=Sheet1!B2:C4&ranges=Other!A1`), {
      sheets: [
        {
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowData: [{ values: [{ note: 'a' }] }, {}, { values: [{}, { note: 'b' }] }],
            },
          ],
        },
        { data: [{}] },
      ],
    });
  });

  it('fills the effective format with defaults', async () => {
    const userEnteredFormat = { textFormat: { bold: true }, numberFormat: { type: 'DATE' } };
    const cell = { userEnteredValue: { numberValue: 44713 }, userEnteredFormat };
    await batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields: '*' } });
    const fields =
      'sheets.data.rowData.values(formattedValue,effectiveFormat(numberFormat,textFormat(bold,fontSize),wrapStrategy))';
    assert.deepEqual(await get(`fields=${fields}`), {
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    {
                      formattedValue: '6/1/2022',
                      effectiveFormat: {
                        numberFormat: { type: 'DATE', pattern: 'm/d/yyyy' },
                        textFormat: { bold: true, fontSize: 10 },
                        wrapStrategy: 'OVERFLOW_CELL',
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('copies a tab into another spreadsheet', async () => {
    const destinationSpreadsheetId = await server.create();
    const { data } = await server.sheets().spreadsheets.sheets.copyTo({
      spreadsheetId,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId },
    });
    assert.equal(data.title, 'Copy of Sheet1');
    assert.equal(data.index, 1);
  });
});
