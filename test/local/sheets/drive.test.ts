import assert from 'node:assert/strict';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const ME = 'me@example.vn';
const TYPE = 'application/vnd.google-apps.spreadsheet';

describe('Drive', () => {
  let server: SheetsUnderTest;
  let now = Date.parse('2022-08-01T00:00:00Z');

  beforeEach(async () => {
    server = await startSheets({ now: () => now });
  });
  afterEach(() => server.close());

  const files = (token = ME) => server.drive(token).files;
  const make = async (name: string, at: string, token = ME) => {
    now = Date.parse(at);
    const { data } = await files(token).create({ requestBody: { name, mimeType: TYPE } });
    return data.id ?? '';
  };

  it('makes a spreadsheet of the caller', async () => {
    const { data } = await files().create({ requestBody: { name: 'A', mimeType: TYPE } });
    assert.deepEqual(data, { kind: 'drive#file', id: data.id, name: 'A', mimeType: TYPE });
    const made = await server.sheets(ME).spreadsheets.get({ spreadsheetId: data.id ?? '' });
    assert.equal(made.data.properties?.title, 'A');
    assert.equal((await refusalOf(files().create({ requestBody: { name: 'F', mimeType: 'image/png' } }))).code, 501);
  });

  it('notes when content changed, and only then', async () => {
    const fileId = await make('A', '2022-08-01T00:00:00Z');
    const modified = async () => (await files().get({ fileId, fields: 'modifiedTime' })).data.modifiedTime;
    now = Date.parse('2022-08-02T00:00:00Z');
    const { values } = server.sheets(ME).spreadsheets;
    await values.get({ spreadsheetId: fileId, range: 'A1' });
    assert.equal(await modified(), '2022-08-01T00:00:00.000Z');
    await values.update({
      spreadsheetId: fileId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    assert.equal(await modified(), '2022-08-02T00:00:00.000Z');
    now = Date.parse('2022-08-03T00:00:00Z');
    const wrong = {
      spreadsheetId: fileId,
      range: 'Nope!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    };
    await refusalOf(values.update(wrong));
    assert.equal(await modified(), '2022-08-02T00:00:00.000Z');
  });

  it('finds files by type, time, name, owner and trash', async () => {
    const a = await make('Vĩnh Linh', '2022-08-01T00:00:00Z');
    const b = await make("Gio Linh's", '2022-08-02T00:00:00Z');
    const c = await make('Theirs', '2022-08-03T00:00:00Z', 'they@example.vn');
    await server
      .drive('they@example.vn')
      .permissions.create({ fileId: c, requestBody: { type: 'user', role: 'writer', emailAddress: ME } });
    await files().update({ fileId: a, requestBody: { trashed: true } });
    const cases: [query: string, found: string[]][] = [
      [`mimeType = '${TYPE}'`, [a, b, c]],
      [`mimeType="${TYPE}"`, [a, b, c]],
      [`mimeType='${TYPE}' and trashed = false`, [b, c]],
      ["modifiedTime > '2022-08-01T00:00:00'", [b, c]],
      ["modifiedTime >= '2022-08-02T00:00:00Z' and modifiedTime < '2022-08-03T07:00:00+07:00'", [b]],
      ["name = 'Gio Linh\\'s'", [b]],
      ["name contains 'linh'", [a, b]],
      ["'me' in owners and trashed=true", [a]],
      ["'they@example.vn' in owners", [c]],
    ];
    for (const [q, found] of cases) {
      const { data } = await files().list({ q, orderBy: 'modifiedTime' });
      assert.deepEqual(
        data.files?.map(({ id }) => id),
        found,
        q,
      );
    }
    assert.equal((await refusalOf(files().list({ q: 'modifiedTime >' }))).code, 400);
    assert.equal((await refusalOf(files().list({ q: "fullText contains 'x'" }))).code, 501);
  });

  it('lists page by page, newest first when asked', async () => {
    const ids = [];
    for (const day of [1, 2, 3]) ids.push(await make(`F${day}`, `2022-08-0${day}T00:00:00Z`));
    const list = (pageToken?: string) =>
      files().list({
        orderBy: 'modifiedTime desc',
        pageSize: 2,
        fields: 'nextPageToken,files(id,modifiedTime)',
        ...(pageToken && { pageToken }),
      });
    const first = await list();
    assert.deepEqual(first.data.files, [
      { id: ids[2], modifiedTime: '2022-08-03T00:00:00.000Z' },
      { id: ids[1], modifiedTime: '2022-08-02T00:00:00.000Z' },
    ]);
    const second = await list(first.data.nextPageToken ?? '');
    assert.deepEqual(second.data, { files: [{ id: ids[0], modifiedTime: '2022-08-01T00:00:00.000Z' }] });
  });

  it('a file in the trash can be read, a deleted one is gone', async () => {
    const fileId = await make('A', '2022-08-01T00:00:00Z');
    await files().update({ fileId, requestBody: { trashed: true } });
    await server.sheets(ME).spreadsheets.get({ spreadsheetId: fileId });
    await files().delete({ fileId });
    assert.equal((await refusalOf(server.sheets(ME).spreadsheets.get({ spreadsheetId: fileId }))).code, 404);
    assert.deepEqual(await server.send('GET', `/drive/v3/files/${fileId}`, undefined, ME), {
      status: 404,
      body: {
        error: {
          code: 404,
          message: `File not found: ${fileId}.`,
          errors: [
            {
              message: `File not found: ${fileId}.`,
              domain: 'global',
              reason: 'notFound',
              locationType: 'parameter',
              location: 'fileId',
            },
          ],
        },
      },
    });
  });

  it('renames the spreadsheet with its file, and the file with its spreadsheet', async () => {
    const fileId = await make('A', '2022-08-01T00:00:00Z');
    await files().update({ fileId, requestBody: { name: 'B' } });
    const { spreadsheets } = server.sheets(ME);
    assert.equal((await spreadsheets.get({ spreadsheetId: fileId })).data.properties?.title, 'B');
    const rename = { updateSpreadsheetProperties: { properties: { title: 'C' }, fields: 'title' } };
    await spreadsheets.batchUpdate({ spreadsheetId: fileId, requestBody: { requests: [rename] } });
    assert.equal((await files().get({ fileId })).data.name, 'C');
  });

  it('a copy has the cells, but neither the sharing nor the editors of protected ranges', async () => {
    const fileId = await make('A', '2022-08-01T00:00:00Z');
    const { spreadsheets } = server.sheets(ME);
    await server
      .drive(ME)
      .permissions.create({ fileId, requestBody: { type: 'user', role: 'writer', emailAddress: 'they@example.vn' } });
    const protectedRange = { range: { sheetId: 0 }, editors: { users: ['they@example.vn'] } };
    const rows = [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }];
    const requests = [
      { addProtectedRange: { protectedRange } },
      { updateCells: { start: { sheetId: 0 }, rows, fields: 'userEnteredValue' } },
    ];
    await spreadsheets.batchUpdate({ spreadsheetId: fileId, requestBody: { requests } });
    const copy = (await files().copy({ fileId, requestBody: { name: 'B' } })).data.id ?? '';
    const fields = 'spreadsheetId,properties.title,sheets(protectedRanges.editors,data.rowData.values.formattedValue)';
    assert.deepEqual((await spreadsheets.get({ spreadsheetId: copy, fields })).data, {
      spreadsheetId: copy,
      properties: { title: 'B' },
      sheets: [
        {
          protectedRanges: [{ editors: { users: [ME] } }],
          data: [{ rowData: [{ values: [{ formattedValue: 'x' }] }] }],
        },
      ],
    });
    assert.equal((await refusalOf(files('they@example.vn').get({ fileId: copy }))).code, 404);
  });
});
