import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('developer metadata', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
  });
  after(() => server.close());
  beforeEach(async () => {
    spreadsheetId = await server.create();
  });

  const batch = async (...requests: JsonObject[]) =>
    (await server.sheets().spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data;
  const create = async (location: JsonObject, metadataKey: string, metadataValue: string) => {
    const developerMetadata = { location, metadataKey, metadataValue, visibility: 'DOCUMENT' };
    const { replies } = await batch({ createDeveloperMetadata: { developerMetadata } });
    return replies?.[0]?.createDeveloperMetadata?.developerMetadata ?? {};
  };
  const column = (index: number): JsonObject => ({
    dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
  });
  const search = async (developerMetadataLookup: JsonObject) => {
    const requestBody = { dataFilters: [{ developerMetadataLookup }] };
    const { data } = await server.sheets().spreadsheets.developerMetadata.search({ spreadsheetId, requestBody });
    return data.matchedDeveloperMetadata?.map(({ developerMetadata }) => developerMetadata) ?? [];
  };
  const columnOf = async (metadataValue: string) =>
    (await search({ metadataKey: 'col', metadataValue })).map(
      ({ location } = {}) => location?.dimensionRange?.startIndex,
    );

  it('follows its column when columns are inserted, moved and deleted', async () => {
    await create(column(2), 'col', 'name');
    await batch({ insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } });
    assert.deepEqual(await columnOf('name'), [4]);
    await batch({
      moveDimension: { source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 4, endIndex: 5 }, destinationIndex: 0 },
    });
    assert.deepEqual(await columnOf('name'), [0]);
    await batch({
      moveDimension: { source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, destinationIndex: 10 },
    });
    assert.deepEqual(await columnOf('name'), [9]);
    await batch({ deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 3, endIndex: 5 } } });
    assert.deepEqual(await columnOf('name'), [7]);
    await batch({ deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 7, endIndex: 8 } } });
    assert.deepEqual(await columnOf('name'), []);
  });

  it('shows up where it hangs', async () => {
    await create({ spreadsheet: true }, 'unit', '2022:464');
    await create({ sheetId: 0 }, 'tab', 'teams');
    await create(column(1), 'col', 'commune');
    const fields =
      'developerMetadata(metadataKey,location),sheets(developerMetadata(metadataKey,location),data.columnMetadata.developerMetadata(metadataKey,location))';
    const { data } = await server.sheets().spreadsheets.get({ spreadsheetId, fields, ranges: ['A1:B1'] });
    assert.deepEqual(data, {
      developerMetadata: [{ metadataKey: 'unit', location: { locationType: 'SPREADSHEET', spreadsheet: true } }],
      sheets: [
        {
          developerMetadata: [{ metadataKey: 'tab', location: { locationType: 'SHEET', sheetId: 0 } }],
          data: [
            {
              columnMetadata: [
                {},
                {
                  developerMetadata: [
                    {
                      metadataKey: 'col',
                      location: {
                        locationType: 'COLUMN',
                        dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
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

  it('is found by id, key and place, changed and deleted', async () => {
    const { metadataId = 0 } = await create(column(1), 'col', 'old');
    await create(column(2), 'col', 'other');
    assert.equal((await search({ metadataLocation: { sheetId: 0 } })).length, 2);
    assert.equal((await search({ locationType: 'ROW' })).length, 0);
    const got = await server
      .sheets()
      .spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: Number(metadataId) });
    assert.equal(got.data.metadataValue, 'old');
    await batch({
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: Number(metadataId) } }],
        developerMetadata: { metadataValue: 'new', location: column(5) },
        fields: 'metadataValue,location',
      },
    });
    assert.deepEqual(await columnOf('new'), [5]);
    const { replies } = await batch({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'col' } } },
    });
    assert.equal(replies?.[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata?.length, 2);
    assert.deepEqual(await search({ metadataKey: 'col' }), []);
  });

  it('needs one row or column, a key and a visibility', async () => {
    const asked = (developerMetadata: JsonObject) =>
      refusalOf(batch({ createDeveloperMetadata: { developerMetadata } }));
    const wide = { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } };
    for (const wrong of [
      { location: wide, metadataKey: 'k', visibility: 'DOCUMENT' },
      { location: column(0), visibility: 'DOCUMENT' },
      { location: column(0), metadataKey: 'k' },
      { location: column(99), metadataKey: 'k', visibility: 'DOCUMENT' },
    ]) {
      assert.equal((await asked(wrong)).code, 400, JSON.stringify(wrong));
    }
  });
});
