import assert from 'node:assert/strict';
import { type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('a spreadsheet with locale vi_VN', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
    spreadsheetId = await server.create(undefined, { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  });
  after(() => server.close());

  const typed: [text: string, value: string | number | boolean, shown: string][] = [
    ['05/06/2022', 44717, '05/06/2022'],
    ['5/6/2022', 44717, '5/6/2022'],
    ['1.250', 1250, '1.250'],
    ['1.234,5', 1234.5, '1.234,50'],
    ['0,5', 0.5, '0,5'],
    ['12,5%', 0.125, '12,50%'],
    ['13/25/2022', '13/25/2022', '13/25/2022'],
    ['1.25', '1.25', '1.25'],
    ['TRUE', true, 'TRUE'],
    ["'0912345678", '0912345678', '0912345678'],
    ['0912345678', 912345678, '912345678'],
    ['Tổ công nghệ số', 'Tổ công nghệ số', 'Tổ công nghệ số'],
  ];
  it('reads what people type, day first and with a decimal comma', async () => {
    const client = server.sheets();
    await client.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: typed.map(([text]) => [text]) },
    });
    const read = async (valueRenderOption: string) =>
      (await client.spreadsheets.values.get({ spreadsheetId, range: 'A1:A20', valueRenderOption })).data.values;
    assert.deepEqual(
      await read('UNFORMATTED_VALUE'),
      typed.map(([, value]) => [value]),
    );
    assert.deepEqual(
      await read('FORMATTED_VALUE'),
      typed.map(([, , shown]) => [shown]),
    );
  });
});
