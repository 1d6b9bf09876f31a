/** Two clients that were written independently do the same work and must find and leave the same workbook. */
import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { openWithGoogleSpreadsheet } from './client-google-spreadsheet.ts';
import { openWithGoogleapis } from './client-googleapis.ts';
import type { SheetsClient } from './clients-under-test.ts';
import { type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const OWNER = 'owner@example.vn';
const STAFF = 'staff@example.vn';
const TAB = 'Tổ công nghệ';

const CLIENTS: readonly [
  name: string,
  open: (server: SheetsUnderTest, id: string, token: string) => Promise<SheetsClient>,
][] = [
  ['googleapis', async (server, id, token) => openWithGoogleapis(server, id, token)],
  ['google-spreadsheet', (server, id, token) => openWithGoogleSpreadsheet(server.root, id, token)],
];

/** The workbook without what the server invents. */
async function workbook(server: SheetsUnderTest, id: string): Promise<JsonObject> {
  const fields =
    'properties(title,locale),sheets(properties(title,index,gridProperties),protectedRanges(range,editors),data.rowData.values(userEnteredValue,formattedValue,note,userEnteredFormat))';
  const { body } = await server.send('GET', `/v4/spreadsheets/${id}?fields=${fields}`, undefined, OWNER);
  return JSON.parse(JSON.stringify(body).replaceAll(/"sheetId":\d+,/g, ''));
}

describe('two independent clients', () => {
  let server: SheetsUnderTest;
  before(async () => {
    server = await startSheets();
  });
  after(() => server.close());
  const left = new Map<string, JsonObject>();

  for (const [name, open] of CLIENTS) {
    it(`${name}: tabs, rows, cells, protection and sharing`, async () => {
      const id = await server.create(OWNER);
      const owner = await open(server, id, OWNER);
      await owner.rename('Huyện Vĩnh Linh');
      await owner.addTab(TAB, ['Xã', 'Ngày', 'Số người']);
      await owner.append(TAB, [
        ['Vĩnh Thái', '2022-08-01', 5],
        ['Vĩnh Tú', '2022-08-02', '1,250'],
      ]);
      await owner.append(TAB, [['Hồ Xá', '=1/0', '']]);
      assert.deepEqual(await owner.rows(TAB), [
        ['Vĩnh Thái', '2022-08-01', '5'],
        ['Vĩnh Tú', '2022-08-02', '1,250'],
        ['Hồ Xá', '#DIV/0!', ''],
      ]);
      await owner.mark(TAB, 'A3', { value: 'Vĩnh Tú?', note: '⚠ Kiểm tra', red: 0.5 });
      await owner.replace(TAB, 'Vĩnh', 'VĨNH');
      await owner.removeTab('Sheet1');
      await owner.protect(TAB, [OWNER]);
      await owner.share(STAFF, 'writer');

      const staff = await open(server, id, STAFF);
      await staff.append(TAB, [['Cửa Tùng', '2022-08-03', 7]]);
      await assert.rejects(staff.mark(TAB, 'A1', { value: 'x', note: 'x', red: 1 }), /protected cell/);
      assert.deepEqual(
        (await staff.rows(TAB)).map(([commune]) => commune),
        ['VĨNH Thái', 'VĨNH Tú?', 'Hồ Xá', 'Cửa Tùng'],
      );
      await assert.rejects(
        open(server, id, 'stranger@example.vn').then((client) => client.rows(TAB)),
        /permission/,
      );
      left.set(name, await workbook(server, id));
    });
  }

  it('leave the same workbook', () => {
    const [first, second] = CLIENTS.map(([name]) => left.get(name));
    assert.notEqual(first, undefined);
    assert.deepEqual(first, second);
  });
});
