import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { assertMessage } from '../../../local/sheets/request-schema.ts';
import { startSheets } from './sheets-under-test.ts';
import { spawnServer } from './spawned-server.ts';

const post = async (url: string, body: unknown): Promise<JsonObject> =>
  (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<JsonObject>;

describe('workbooks on disk', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sheets-store-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('come back as they were, formats, validations, notes, metadata and sharing included', async () => {
    const first = await startSheets({ directory });
    const id = await first.create('owner');
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Cấp xã' }] }, strict: true };
    const cell = {
      userEnteredValue: { stringValue: 'Tổ 1' },
      note: 'ghi chú',
      userEnteredFormat: { backgroundColor: { red: 1 } },
    };
    await first.drive('owner').permissions.create({ fileId: id, requestBody: { type: 'anyone', role: 'writer' } });
    await first.send('POST', `/v4/spreadsheets/${id}:batchUpdate`, {
      requests: [
        { updateCells: { start: { sheetId: 0, rowIndex: 2 }, rows: [{ values: [cell, {}, cell] }], fields: '*' } },
        {
          setDataValidation: { range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 }, rule },
        },
        {
          addProtectedRange: {
            protectedRange: { range: { sheetId: 0, endRowIndex: 1 }, editors: { users: ['a@b.vn'] } },
          },
        },
        {
          createDeveloperMetadata: {
            developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } },
          },
        },
      ],
    });
    const everything = async (under: typeof first) =>
      (await under.send('GET', `/v4/spreadsheets/${id}?includeGridData=true`, undefined, 'owner')).body;
    const before = await everything(first);
    assertMessage(before, 'Spreadsheet');
    await first.close();
    const second = await startSheets({ directory });
    assert.deepEqual(await everything(second), before);
    assert.equal((await second.send('GET', `/v4/spreadsheets/${id}`)).status, 200);
    await second.close();
  });

  it('are written before the answer, each change whole', async () => {
    const under = await startSheets({ directory });
    const id = await under.create();
    await under.send('PUT', `/v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { values: [['đã lưu']] });
    const text = await readFile(join(directory, `${id}.json`), 'utf8');
    assert.equal(JSON.parse(text).sheets[0].data[0].rowData[0].values[0].userEnteredValue.stringValue, 'đã lưu');
    assert.deepEqual(await readdir(directory), [`${id}.json`]);
    await under.close();
  });

  it('leave nothing of a write that a kill cut short', async () => {
    const first = await startSheets({ directory });
    const id = await first.create();
    await first.close();
    await writeFile(join(directory, `${id}.json.tmp`), '{"driveFile":{"id"');
    const second = await startSheets({ directory });
    assert.equal((await second.send('GET', `/v4/spreadsheets/${id}`)).status, 200);
    assert.deepEqual(await readdir(directory), [`${id}.json`]);
    await second.close();
  });

  it('take changes of many callers one after the other', async () => {
    const under = await startSheets({ directory });
    const id = await under.create();
    const rows = Array.from({ length: 30 }, (_, row) => row);
    await Promise.all(
      rows.map((row) =>
        under.send('PUT', `/v4/spreadsheets/${id}/values/A${row + 1}?valueInputOption=RAW`, { values: [[row]] }),
      ),
    );
    const { body } = await under.send(
      'GET',
      `/v4/spreadsheets/${id}/values/A1:A40?valueRenderOption=UNFORMATTED_VALUE`,
    );
    assert.deepEqual(
      body.values,
      rows.map((row) => [row]),
    );
    await under.close();
  });

  it('survive a kill: every answered write is there, and no half of another', async () => {
    const { child, root, ended } = await spawnServer(directory);
    const { spreadsheetId } = await post(`${root}/v4/spreadsheets`, { properties: { title: 'T' } });
    let answered = 0;
    const writing = (async () => {
      for (let n = 1; ; n += 1) {
        // Two cells of one request: both or none may be there afterwards.
        const cell = (columnIndex: number) => ({
          updateCells: {
            start: { sheetId: 0, columnIndex },
            rows: [{ values: [{ userEnteredValue: { numberValue: n } }] }],
            fields: 'userEnteredValue',
          },
        });
        await post(`${root}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests: [cell(0), cell(5)] });
        answered = n;
      }
    })().catch(() => undefined);
    while (answered < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await Promise.all([ended, writing]);
    const under = await startSheets({ directory });
    const path = `/v4/spreadsheets/${spreadsheetId}/values/A1:F1?valueRenderOption=UNFORMATTED_VALUE`;
    const { values } = (await under.send('GET', path)).body as { values: number[][] };
    const [first, , , , , last] = values[0] ?? [];
    assert.equal(first, last);
    assert.equal(first === answered || first === answered + 1, true, `${first} after ${answered} answers`);
    await under.close();
  });

  it('are saved when the server is asked to stop', async () => {
    const { child, root, ended } = await spawnServer(directory);
    const { spreadsheetId } = await post(`${root}/v4/spreadsheets`, { properties: { title: 'T' } });
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    assert.deepEqual(await readdir(directory), [`${spreadsheetId}.json`]);
  });
});
