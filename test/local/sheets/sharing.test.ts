import assert from 'node:assert/strict';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const READER = 'reader@example.vn';
const WRITER = 'writer@example.vn';
const STRANGER = 'stranger@example.vn';
const OWNER = 'department@example.vn';

describe('sharing', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
    spreadsheetId = await server.create(OWNER);
    const { permissions } = server.drive(OWNER);
    for (const [emailAddress, role] of [
      [READER, 'reader'],
      [WRITER.toUpperCase(), 'writer'],
    ]) {
      await permissions.create({
        fileId: spreadsheetId,
        requestBody: { type: 'user', role: role ?? '', emailAddress: emailAddress ?? '' },
      });
    }
  });
  after(() => server.close());

  const read = (token?: string) => server.sheets(token).spreadsheets.get({ spreadsheetId });
  const write = (token?: string) =>
    server.sheets(token).spreadsheets.values.clear({ spreadsheetId, range: 'Sheet1!A1' });

  it('an unknown id is not found', async () => {
    assert.deepEqual(await server.send('GET', '/v4/spreadsheets/none'), {
      status: 404,
      body: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
    });
  });

  it("an id of Google's own form is someone's file that is not shared; any other is nobody's", async () => {
    const table: [id: string, status: number][] = [
      [`1${'a'.repeat(42)}A`, 403],
      [`1${'a'.repeat(42)}b`, 404],
      [`1${'a'.repeat(41)}A`, 404],
      [`L${'a'.repeat(42)}A`, 404],
    ];
    for (const [id, status] of table) {
      assert.equal((await server.send('GET', `/v4/spreadsheets/${id}`)).status, status, id);
      assert.equal((await server.send('GET', `/drive/v3/files/${id}`)).status, 404, id);
    }
    const gone = await server.create(OWNER);
    await server.drive(OWNER).files.delete({ fileId: gone });
    assert.equal((await server.send('GET', `/v4/spreadsheets/${gone}`, undefined, OWNER)).status, 404);
  });

  it('who is not named may neither read nor write', async () => {
    const refused = { code: 403, message: 'The caller does not have permission' };
    assert.deepEqual(await refusalOf(read(STRANGER)), refused);
    assert.deepEqual(await refusalOf(write(STRANGER)), refused);
    assert.deepEqual(await refusalOf(read()), refused);
  });

  it('a reader reads, a writer writes, `owner` may do everything', async () => {
    await read(READER);
    assert.equal((await refusalOf(write(READER))).code, 403);
    await write(WRITER);
    await write('owner');
  });

  it('`anyone` lets an anonymous person in', async () => {
    const id = await server.create(OWNER);
    const share = (role: string) =>
      server.drive(OWNER).permissions.create({ fileId: id, requestBody: { type: 'anyone', role } });
    await share('reader');
    const sheets = server.sheets();
    await sheets.spreadsheets.get({ spreadsheetId: id });
    const clear = () => sheets.spreadsheets.values.clear({ spreadsheetId: id, range: 'Sheet1!A1' });
    assert.equal((await refusalOf(clear())).code, 403);
    await share('writer');
    await clear();
  });

  it('lists, changes and withdraws permissions', async () => {
    const { permissions } = server.drive(OWNER);
    const fileId = await server.create(OWNER);
    const made = await permissions.create({
      fileId,
      requestBody: { type: 'user', role: 'writer', emailAddress: READER },
    });
    assert.deepEqual(Object.keys(made.data).sort(), ['id', 'kind', 'role', 'type']);
    const permissionId = made.data.id ?? '';
    await permissions.update({ fileId, permissionId, requestBody: { role: 'reader' } });
    const list = await permissions.list({ fileId, fields: 'permissions(emailAddress,role)' });
    assert.deepEqual(list.data.permissions, [
      { role: 'owner', emailAddress: OWNER },
      { role: 'reader', emailAddress: READER },
    ]);
    await permissions.delete({ fileId, permissionId });
    assert.equal((await refusalOf(server.sheets(READER).spreadsheets.get({ spreadsheetId: fileId }))).code, 403);
    assert.equal((await refusalOf(permissions.get({ fileId, permissionId }))).code, 404);
  });

  it('a reader cannot share, and nobody becomes an owner by accident', async () => {
    const share = (token: string, role: string) =>
      server.drive(token).permissions.create({
        fileId: spreadsheetId,
        requestBody: { type: 'user', role, emailAddress: STRANGER },
      });
    assert.equal((await refusalOf(share(READER, 'writer'))).code, 403);
    assert.equal((await refusalOf(share(OWNER, 'owner'))).code, 403);
    assert.equal((await refusalOf(read(STRANGER))).code, 403);
  });
});
