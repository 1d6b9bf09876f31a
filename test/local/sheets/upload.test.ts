import assert from 'node:assert/strict';
import { type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const CSV = 'Ngày,Số\n2022-08-01,"1,250"\n\n"a ""b""",';

describe('a CSV text uploaded into a spreadsheet', () => {
  let server: SheetsUnderTest;
  let id: string;
  beforeEach(async () => {
    server = await startSheets();
    id = await server.create('me@example.vn', { title: 'Nhập từ tệp' });
  });
  afterEach(() => server.close());

  const upload = (method: string, path: string, type = 'text/csv', token = 'me@example.vn') =>
    fetch(`${server.root}${path}`, {
      method,
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body: CSV,
    });
  const v2 = () => `/upload/drive/v2/files/${id}?uploadType=media&convert=True&supportsAllDrives=True`;
  const v3 = () => `/upload/drive/v3/files/${id}?uploadType=media`;

  it('becomes its only tab, called like the file, read as if typed', async () => {
    const answer = await upload('PUT', v2());
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { title: string }).title, 'Nhập từ tệp');
    const sheets = server.sheets('me@example.vn').spreadsheets;
    const { data } = await sheets.get({
      spreadsheetId: id,
      fields: 'properties(title,timeZone),sheets.properties(title,index,gridProperties)',
    });
    assert.deepEqual(data, {
      properties: { title: 'Nhập từ tệp', timeZone: 'America/Los_Angeles' },
      sheets: [{ properties: { title: 'Nhập từ tệp', index: 0, gridProperties: { rowCount: 1000, columnCount: 26 } } }],
    });
    const read = await sheets.values.get({
      spreadsheetId: id,
      range: "'Nhập từ tệp'",
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    assert.deepEqual(read.data.values, [['Ngày', 'Số'], [44774, 1250], [], ['a "b"']]);
  });

  it('is taken by version 3 of Drive too', async () => {
    const answer = await upload('PATCH', v3());
    assert.equal(((await answer.json()) as { name: string }).name, 'Nhập từ tệp');
  });

  it('is refused from strangers, in other types and in other ways of upload', async () => {
    assert.equal((await upload('PUT', v2(), 'text/csv', 'stranger@example.vn')).status, 404);
    assert.equal((await upload('PUT', v2(), 'image/png')).status, 501);
    assert.equal((await upload('PATCH', v3().replace('media', 'resumable'))).status, 501);
  });
});
