import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

type Filter = sheets_v4.Schema$DataFilter;

const KEY = (metadataKey: string): Filter => ({ developerMetadataLookup: { metadataKey } });
const GRID: Filter = {
  gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
};

/** `Sheet1` has metadata on row 2, on column C and on itself; `Other` has none; the spreadsheet has one. */
describe('data filters', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;
  let client: sheets_v4.Sheets;

  const metadata = (metadataKey: string, location: JsonObject): JsonObject => ({
    createDeveloperMetadata: { developerMetadata: { metadataKey, location, visibility: 'DOCUMENT' } },
  });
  const strip = (dimension: string, startIndex: number): JsonObject => ({
    dimensionRange: { sheetId: 0, dimension, startIndex, endIndex: startIndex + 1 },
  });

  before(async () => {
    server = await startSheets();
    client = server.sheets();
  });
  after(() => server.close());
  beforeEach(async () => {
    spreadsheetId = await server.create();
    const requests = [
      { addSheet: { properties: { sheetId: 9, title: 'Other', gridProperties: { rowCount: 2, columnCount: 2 } } } },
      metadata('row', strip('ROWS', 1)),
      metadata('column', strip('COLUMNS', 2)),
      metadata('tab', { sheetId: 0 }),
      metadata('all', { spreadsheet: true }),
    ];
    await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    const values = [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ];
    await client.spreadsheets.values.update({
      spreadsheetId,
      range: 'Sheet1!A1',
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  });

  const valuesOf = async (...dataFilters: Filter[]) =>
    (await client.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters } })).data;
  const printed = (data: sheets_v4.Schema$BatchGetValuesByDataFilterResponse) =>
    data.valueRanges?.map(({ valueRange }) => [valueRange?.range, valueRange?.values]);

  const read: [name: string, filter: Filter, ranges: [range: string, values: string[][] | undefined][] | undefined][] =
    [
      ['a range in A1 notation', { a1Range: 'Sheet1!B1:B' }, [['Sheet1!B1:B1000', [['b'], ['e']]]]],
      ['a grid range', GRID, [['Sheet1!A1:A2', [['a'], ['d']]]]],
      ['the row under metadata', KEY('row'), [['Sheet1!A2:Z2', [['d', 'e', 'f']]]]],
      ['the column under metadata', KEY('column'), [['Sheet1!C1:C1000', [['c'], ['f']]]]],
      [
        'the tab under metadata',
        KEY('tab'),
        [
          [
            'Sheet1!A1:Z1000',
            [
              ['a', 'b', 'c'],
              ['d', 'e', 'f'],
            ],
          ],
        ],
      ],
      [
        'every tab under metadata of the spreadsheet',
        KEY('all'),
        [
          [
            'Sheet1!A1:Z1000',
            [
              ['a', 'b', 'c'],
              ['d', 'e', 'f'],
            ],
          ],
          ['Other!A1:B2', undefined],
        ],
      ],
      ['nothing under metadata that nobody made', KEY('none'), undefined],
    ];
  for (const [name, filter, ranges] of read) {
    it(`read ${name}`, async () => {
      assert.deepEqual(printed(await valuesOf(filter)), ranges);
    });
  }

  it('name a range once, with every filter that selected it', async () => {
    const { valueRanges } = await valuesOf(KEY('row'), { a1Range: 'Sheet1!2:2' }, GRID);
    assert.deepEqual(
      valueRanges?.map(({ valueRange, dataFilters }) => [valueRange?.range, dataFilters]),
      [
        ['Sheet1!A2:Z2', [KEY('row'), { a1Range: 'Sheet1!2:2' }]],
        ['Sheet1!A1:A2', [GRID]],
      ],
    );
  });

  it('write into what they select, and count a cell once for each range', async () => {
    const { data } = await client.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        includeValuesInResponse: true,
        data: [
          { dataFilter: KEY('row'), values: [['x', null, 'z']] },
          { dataFilter: KEY('column'), majorDimension: 'COLUMNS', values: [['1', '2']] },
        ],
      },
    });
    assert.deepEqual(data, {
      spreadsheetId,
      totalUpdatedRows: 2,
      totalUpdatedColumns: 2,
      totalUpdatedCells: 4,
      totalUpdatedSheets: 1,
      responses: [
        {
          updatedRange: 'Sheet1!A2:C2',
          updatedRows: 1,
          updatedColumns: 2,
          updatedCells: 2,
          updatedData: { range: 'Sheet1!A2:C2', majorDimension: 'ROWS', values: [['x', 'e', '2']] },
          dataFilter: KEY('row'),
        },
        {
          updatedRange: 'Sheet1!C1:C2',
          updatedRows: 2,
          updatedColumns: 1,
          updatedCells: 2,
          updatedData: { range: 'Sheet1!C1:C2', majorDimension: 'ROWS', values: [['1'], ['2']] },
          dataFilter: KEY('column'),
        },
      ],
    });
  });

  it('refuse values that do not fit, and then write none of them', async () => {
    const refused = await refusalOf(
      client.spreadsheets.values.batchUpdateByDataFilter({
        spreadsheetId,
        requestBody: {
          valueInputOption: 'RAW',
          data: [
            { dataFilter: { a1Range: 'Sheet1!A1' }, values: [['x']] },
            { dataFilter: GRID, values: [['1', '2']] },
          ],
        },
      }),
    );
    assert.deepEqual(refused, {
      code: 400,
      message: 'Invalid data[1]: Requested writing within range [Sheet1!A1:A2], but tried writing to column [B]',
    });
    assert.deepEqual(printed(await valuesOf({ a1Range: 'Sheet1!A1' })), [['Sheet1!A1', [['a']]]]);
  });

  it('clear what they select', async () => {
    const { data } = await client.spreadsheets.values.batchClearByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: [KEY('column'), KEY('none')] },
    });
    assert.deepEqual(data, { spreadsheetId, clearedRanges: ['Sheet1!C1:C1000'] });
    assert.deepEqual(printed(await valuesOf(KEY('row'))), [['Sheet1!A2:Z2', [['d', 'e']]]]);
  });

  it('show the tabs and cells that they select, and no tab when they select none', async () => {
    const get = async (...dataFilters: Filter[]) =>
      (
        await client.spreadsheets.getByDataFilter({
          spreadsheetId,
          fields: 'sheets(properties.title,data(startRow,rowData.values.formattedValue))',
          requestBody: { dataFilters },
        })
      ).data;
    const row = { values: ['d', 'e', 'f'].map((formattedValue) => ({ formattedValue })) };
    assert.deepEqual(await get(KEY('row')), {
      sheets: [{ properties: { title: 'Sheet1' }, data: [{ startRow: 1, rowData: [row] }] }],
    });
    assert.deepEqual(await get(KEY('none')), {});
    assert.equal((await get()).sheets?.length, 2);
  });

  it('without any criterion are refused', async () => {
    assert.equal((await refusalOf(valuesOf({}))).code, 400);
    assert.equal((await refusalOf(valuesOf())).code, 400);
  });

  const places: [place: Filter, keys: string[]][] = [
    [{ a1Range: 'Sheet1!C5' }, ['all', 'tab', 'column']],
    [{ a1Range: 'Sheet1!A2' }, ['all', 'tab', 'row']],
    [{ a1Range: 'Other' }, ['all']],
    [GRID, ['all', 'tab', 'row']],
  ];
  for (const [place, keys] of places) {
    it(`find metadata that meets ${JSON.stringify(place)}`, async () => {
      const { data } = await client.spreadsheets.developerMetadata.search({
        spreadsheetId,
        requestBody: { dataFilters: [place] },
      });
      assert.deepEqual(
        data.matchedDeveloperMetadata?.map(({ developerMetadata }) => developerMetadata?.metadataKey),
        keys,
      );
    });
  }
});
