import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const SERVICE = 'Service@project.iam.gserviceaccount.com';
const STAFF = 'staff@example.vn';
const CLOSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

describe('protected ranges', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
  });
  after(() => server.close());

  const batch = async (token: string, ...requests: JsonObject[]) =>
    (await server.sheets(token).spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data;
  const header = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
  const protect = (protectedRange: JsonObject) => batch('owner', { addProtectedRange: { protectedRange } });
  const write = (token: string, range: string) =>
    server.sheets(token).spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });

  beforeEach(async () => {
    spreadsheetId = await server.create('owner');
    for (const emailAddress of [SERVICE, STAFF]) {
      await server
        .drive('owner')
        .permissions.create({ fileId: spreadsheetId, requestBody: { type: 'user', role: 'writer', emailAddress } });
    }
  });

  it('open for owner and named editors, whatever the case of the address, closed for others', async () => {
    await protect({ range: header, editors: { users: [SERVICE] } });
    await write('owner', 'A1');
    await write(SERVICE.toLowerCase(), 'A1');
    assert.deepEqual(await refusalOf(write(STAFF, 'A1')), { code: 400, message: CLOSED });
    await write(STAFF, 'A2');
  });

  const touching: [kind: string, request: JsonObject][] = [
    ['updateCells', { start: { sheetId: 0 }, rows: [{ values: [{ note: 'x' }] }], fields: 'note' }],
    ['repeatCell', { range: { sheetId: 0 }, cell: { note: 'x' }, fields: 'note' }],
    ['setDataValidation', { range: { sheetId: 0, startColumnIndex: 2 } }],
    ['deleteDimension', { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } }],
    ['deleteDimension', { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 } }],
    ['insertDimension', { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 } }],
    ['sortRange', { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] }],
    ['mergeCells', { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2 }, mergeType: 'MERGE_ALL' }],
    ['deleteSheet', { sheetId: 0 }],
    ['addProtectedRange', { protectedRange: { range: { sheetId: 0 }, editors: { users: [STAFF] } } }],
  ];
  for (const [kind, request] of touching) {
    it(`${kind} cannot touch them: ${JSON.stringify(request).slice(0, 60)}`, async () => {
      await protect({ range: header, editors: { users: [SERVICE] } });
      await batch('owner', { addSheet: {} });
      assert.deepEqual(await refusalOf(batch(STAFF, { [kind]: request })), {
        code: 400,
        message: `Invalid requests[0].${kind}: ${CLOSED}`,
      });
    });
  }

  it('rows may be inserted, deleted and sorted beside them', async () => {
    await protect({ range: header, editors: { users: [SERVICE] } });
    await batch(
      STAFF,
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 5, endIndex: 6 } } },
      { sortRange: { range: { sheetId: 0, startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 0 }] } },
      { addSheet: { properties: { title: 'mine' } } },
    );
  });

  it('only warn when they say so', async () => {
    await protect({ range: header, warningOnly: true });
    await write(STAFF, 'A1');
  });

  it('of a whole tab leave its unprotected ranges open', async () => {
    const unprotectedRanges = [
      { sheetId: 0, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 2 },
    ];
    await protect({ range: { sheetId: 0 }, unprotectedRanges, editors: { users: [SERVICE] } });
    await write(STAFF, 'B5');
    await write(STAFF, 'B6');
    assert.equal((await refusalOf(write(STAFF, 'B7'))).message, CLOSED);
    const rename = { updateSheetProperties: { properties: { sheetId: 0, title: 'x' }, fields: 'title' } };
    assert.equal((await refusalOf(batch(STAFF, rename))).code, 400);
    const append = { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } };
    assert.equal((await refusalOf(batch(STAFF, append))).code, 400);
  });

  it('show their editors, the owner among them, only to those who may edit', async () => {
    await protect({ range: header, description: 'LOCK', editors: { users: [SERVICE] } });
    const seenBy = async (token: string) =>
      (await server.sheets(token).spreadsheets.get({ spreadsheetId, fields: 'sheets.protectedRanges' })).data
        .sheets?.[0]?.protectedRanges?.[0];
    const range = { startRowIndex: 0, endRowIndex: 1 };
    const { protectedRangeId, ...forService } = (await seenBy(SERVICE)) ?? {};
    assert.equal(typeof protectedRangeId, 'number');
    assert.deepEqual(forService, {
      range,
      description: 'LOCK',
      requestingUserCanEdit: true,
      editors: { users: [SERVICE, 'owner@local'] },
    });
    assert.deepEqual(await seenBy(STAFF), { protectedRangeId, range, description: 'LOCK' });
  });

  it('are answered as Google answers: id made, false and null left out', async () => {
    const { replies } = await protect({
      range: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2, sheetId: 0 },
      description: null,
      warningOnly: false,
      requestingUserCanEdit: false,
      editors: { users: [], groups: [] },
    } as unknown as JsonObject);
    const made = replies?.[0]?.addProtectedRange?.protectedRange;
    assert.deepEqual(made, {
      protectedRangeId: made?.protectedRangeId,
      range: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
      requestingUserCanEdit: true,
      editors: {},
    });
  });

  it('are changed and removed only by those who may edit them', async () => {
    const { replies } = await protect({ range: header, editors: { users: [SERVICE] } });
    const protectedRangeId = replies?.[0]?.addProtectedRange?.protectedRange?.protectedRangeId ?? 0;
    const remove = { deleteProtectedRange: { protectedRangeId } };
    const open = {
      updateProtectedRange: { protectedRange: { protectedRangeId, editors: { users: [STAFF] } }, fields: 'editors' },
    };
    assert.equal((await refusalOf(batch(STAFF, remove))).code, 400);
    assert.equal((await refusalOf(batch(STAFF, open))).code, 400);
    await batch(SERVICE, open);
    await batch(STAFF, remove);
    assert.equal((await refusalOf(batch('owner', remove))).message.includes('No protected range with id'), true);
  });

  it('move with their rows and disappear with them', async () => {
    await protect({ range: { sheetId: 0, startRowIndex: 2, endRowIndex: 4 }, editors: { users: [] } });
    const rowsOf = async () =>
      (await server.sheets('owner').spreadsheets.get({ spreadsheetId, fields: 'sheets.protectedRanges.range' })).data
        .sheets?.[0]?.protectedRanges?.[0]?.range;
    await batch('owner', { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } });
    assert.deepEqual(await rowsOf(), { startRowIndex: 4, endRowIndex: 6 });
    await batch('owner', { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 5, endIndex: 9 } } });
    assert.deepEqual(await rowsOf(), { startRowIndex: 4, endRowIndex: 5 });
    await batch('owner', { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 } } });
    assert.equal(await rowsOf(), undefined);
  });
});
