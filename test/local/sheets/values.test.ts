import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('spreadsheets.values', () => {
  let server: SheetsUnderTest;
  let client: sheets_v4.Sheets;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
    client = server.sheets();
  });
  after(() => server.close());
  beforeEach(async () => {
    spreadsheetId = await server.create();
  });

  const write = (range: string, values: unknown[][], valueInputOption = 'RAW') =>
    client.spreadsheets.values.update({ spreadsheetId, range, valueInputOption, requestBody: { values } });
  const read = async (range: string, options: object = {}) => {
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range, ...options });
    return data;
  };

  it('leaves `values` out of an empty range', async () => {
    assert.deepEqual(await read('Sheet1!A1:B2'), { range: 'Sheet1!A1:B2', majorDimension: 'ROWS' });
  });

  it('trims trailing empty cells and rows, and keeps empty ones in between', async () => {
    await write('Sheet1!A1', [['a', '', 'c', ''], ['', ''], ['', 'x'], ['']]);
    assert.deepEqual((await read('Sheet1')).values, [['a', '', 'c'], [], ['', 'x']]);
    assert.deepEqual((await read('Sheet1', { majorDimension: 'COLUMNS' })).values, [['a'], ['', '', 'x'], ['c']]);
  });

  const printed: [asked: string, printed: string][] = [
    ["'Sheet1'", 'Sheet1!A1:Z1000'],
    ["'Sheet1'!A1", 'Sheet1!A1'],
    ["'Sheet1'!A2:2", 'Sheet1!A2:Z2'],
    ["'Sheet1'!B1:B", 'Sheet1!B1:B1000'],
    ["'Sheet1'!D4:A1", 'Sheet1!A1:D4'],
    ['Sheet1!A1:Z2000', 'Sheet1!A1:Z1000'],
    ['B2:C3', 'Sheet1!B2:C3'],
    ['Sheet1!3:4', 'Sheet1!A3:Z4'],
  ];
  for (const [asked, expected] of printed) {
    it(`prints ${asked} as ${expected}`, async () => assert.equal((await read(asked)).range, expected));
  }

  it('quotes a title that is no plain word', async () => {
    const title = "Hoạt động 08-2022's";
    const requests = [{ addSheet: { properties: { title, gridProperties: { rowCount: 5, columnCount: 2 } } } }];
    await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    const data = await read("'Hoạt động 08-2022''s'");
    assert.equal(data.range, "'Hoạt động 08-2022''s'!A1:B5");
  });

  it('keeps what RAW sends: a text with = stays a text, null leaves a cell alone', async () => {
    await write('Sheet1!A1', [['=1+1', 5, true]]);
    const { data } = await write('Sheet1!A1', [[null, '', null]]);
    assert.deepEqual(data, {
      spreadsheetId,
      updatedRange: 'Sheet1!A1:C1',
      updatedRows: 1,
      updatedColumns: 1,
      updatedCells: 1,
    });
    const values = (await read('Sheet1!A1:C1', { valueRenderOption: 'UNFORMATTED_VALUE' })).values;
    assert.deepEqual(values, [['=1+1', '', true]]);
  });

  it('reads dates as serials or as texts', async () => {
    await write('Sheet1!A1', [['=4/2', '2020-01-01', 'string', 53]], 'USER_ENTERED');
    const under = async (options: object) => (await read('Sheet1!A1:D1', options)).values?.[0];
    assert.deepEqual(await under({ valueRenderOption: 'UNFORMATTED_VALUE' }), [2, 43831, 'string', 53]);
    assert.deepEqual(
      await under({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' }),
      [2, '2020-01-01', 'string', 53],
    );
    assert.deepEqual(await under({}), ['2', '2020-01-01', 'string', '53']);
    assert.deepEqual(await under({ valueRenderOption: 'FORMULA' }), ['=4/2', 43831, 'string', 53]);
  });

  it('shows a function that it does not know as #NAME?', async () => {
    await write(
      'Sheet1!A1',
      [['=VLOOKUP(A2,B:C,2,FALSE)', '=1/0', '=HYPERLINK("https://a.vn";"A")', '=C1']],
      'USER_ENTERED',
    );
    assert.deepEqual((await read('Sheet1!A1:D1')).values, [['#NAME?', '#DIV/0!', 'A', 'A']]);
  });

  it('reads and writes several ranges at once', async () => {
    const { data } = await client.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'Sheet1!A1:D1', values: [['a', 'b', 'c', 'd']] },
          { range: 'Sheet1!A4:D4', values: [['e', 'f', 'g', 'h']] },
        ],
      },
    });
    assert.deepEqual(
      { rows: data.totalUpdatedRows, columns: data.totalUpdatedColumns, cells: data.totalUpdatedCells },
      { rows: 2, columns: 4, cells: 8 },
    );
    const got = await client.spreadsheets.values.batchGet({ spreadsheetId, ranges: ['Sheet1!A1:B1', 'Sheet1!B4:D4'] });
    assert.deepEqual(
      got.data.valueRanges?.map(({ values }) => values),
      [[['a', 'b']], [['f', 'g', 'h']]],
    );
  });

  it('clears values only, not notes', async () => {
    await write('Sheet1!A1', [['a']]);
    const updateCells = { start: { sheetId: 0 }, rows: [{ values: [{ note: 'stays' }] }], fields: 'note' };
    await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ updateCells }] } });
    const { data } = await client.spreadsheets.values.clear({ spreadsheetId, range: 'Sheet1!A1:B2' });
    assert.deepEqual(data, { spreadsheetId, clearedRange: 'Sheet1!A1:B2' });
    const left = await client.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.data.rowData.values(note,userEnteredValue)',
    });
    assert.deepEqual(left.data.sheets?.[0]?.data, [{ rowData: [{ values: [{ note: 'stays' }] }] }]);
  });

  it('appends below the table that it finds and grows the grid', async () => {
    const append = async (range: string, values: unknown[][]) =>
      (
        await client.spreadsheets.values.append({
          spreadsheetId,
          range,
          valueInputOption: 'RAW',
          requestBody: { values },
        })
      ).data;
    assert.equal((await append('Sheet1', [['a', 'b']])).tableRange, undefined);
    const second = await append('Sheet1', [['c', 'd', null]]);
    assert.equal(second.tableRange, 'Sheet1!A1:B1');
    assert.equal(second.updates?.updatedRange, 'Sheet1!A2:B2');
    const beyond = await append('Sheet1!E1000', [['1'], ['2']]);
    assert.equal(beyond.updates?.updatedRange, 'Sheet1!E1000:E1001');
  });

  it('of two tables that end in the same row, writes below the one to the right', async () => {
    const append = async (range: string) =>
      (
        await client.spreadsheets.values.append({
          spreadsheetId,
          range,
          valueInputOption: 'RAW',
          requestBody: { values: [['a', '', 'c']] },
        })
      ).data;
    assert.equal((await append('Sheet1')).updates?.updatedRange, 'Sheet1!A1:C1');
    const second = await append('Sheet1');
    assert.deepEqual([second.tableRange, second.updates?.updatedRange], ['Sheet1!C1', 'Sheet1!C2:E2']);
    const first = await append('Sheet1!A1');
    assert.deepEqual([first.tableRange, first.updates?.updatedRange], ['Sheet1!A1', 'Sheet1!A2:C2']);
  });

  it('finds tables as the guide to appending describes', async () => {
    await write('Sheet1!A1', [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    await write('Sheet1!B4', [
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
    const places: [asked: string, place: string][] = [
      ['Sheet1', 'Sheet1!B7'],
      ['Sheet1!C5:D5', 'Sheet1!B7'],
      ['Sheet1!B2:D4', 'Sheet1!B7'],
      ['Sheet1!A3:G10', 'Sheet1!B7'],
      ['Sheet1!A1', 'Sheet1!A3'],
      ['Sheet1!E4', 'Sheet1!E4'],
    ];
    for (const [range, place] of places) {
      const { data } = await client.spreadsheets.values.append({
        spreadsheetId,
        range,
        valueInputOption: 'RAW',
        requestBody: { values: [['x']] },
      });
      assert.equal(data.updates?.updatedRange, place, range);
      await client.spreadsheets.values.clear({ spreadsheetId, range: place });
    }
  });

  const refused: [name: string, range: string, values: unknown[][], message: string][] = [
    ['an unknown tab', 'Nope!A1', [['x']], 'Unable to parse range: Nope!A1'],
    ['a text that is no range', 'Sheet1!A1:[5', [['x']], 'Unable to parse range: Sheet1!A1:[5'],
    [
      'a start past the grid',
      'Sheet1!A1001',
      [['x']],
      'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    ],
    [
      'more rows than the range has',
      'Sheet1!A1:B2',
      [['x'], ['y'], ['z']],
      'Requested writing within range [Sheet1!A1:B2], but tried writing to row [3]',
    ],
    [
      'more columns than the range has',
      'Sheet1!A1:B2',
      [['x', 'y', 'z']],
      'Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]',
    ],
  ];
  for (const [name, range, values, message] of refused) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await refusalOf(write(range, values)), { code: 400, message });
    });
  }

  it("refuses values that are no list in the words of Google's parser", async () => {
    const path = `/v4/spreadsheets/${spreadsheetId}/values/Sheet1!A1?valueInputOption=RAW`;
    const description = 'Invalid value at \'data.values\' (type.googleapis.com/google.protobuf.ListValue), "X"';
    assert.deepEqual(await server.send('PUT', path, { values: 'X', majorDimension: null }), {
      status: 400,
      body: {
        error: {
          code: 400,
          message: description,
          status: 'INVALID_ARGUMENT',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.BadRequest',
              fieldViolations: [{ field: 'data.values', description }],
            },
          ],
        },
      },
    });
  });

  it('demands to know how input is to be read', async () => {
    const path = `/v4/spreadsheets/${spreadsheetId}/values/Sheet1!A1`;
    const { status, body } = await server.send('PUT', path, { values: [['x']] });
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /'valueInputOption' is required but not specified/);
  });
});
