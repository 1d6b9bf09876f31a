/** A server that is killed at any moment leaves every workbook as it was before or after a request, never in between. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookFrom } from '../../../local/sheets/file-format.ts';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { type SpawnedServer, spawnServer } from './spawned-server.ts';

const KILLS = 4;
const WORKBOOKS = 3;
/** Enough that writing a file takes its time. */
const ROWS = 2000;

const post = async (url: string, body: unknown): Promise<JsonObject> => {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as JsonObject;
};

const number = (columnIndex: number, numberValue: number) => ({
  updateCells: {
    start: { sheetId: 0, columnIndex },
    rows: [{ values: [{ userEnteredValue: { numberValue } }] }],
    fields: 'userEnteredValue',
  },
});
/** One request whose marks lie far apart in the file: two cells, and the title of the spreadsheet. */
const mark = (n: number) => ({
  requests: [
    number(0, n),
    { updateSpreadsheetProperties: { properties: { title: `T${n}` }, fields: 'title' } },
    number(9, n),
  ],
});

async function prepare({ root }: SpawnedServer): Promise<string> {
  const { spreadsheetId } = await post(`${root}/v4/spreadsheets`, {
    sheets: [{ properties: { gridProperties: { rowCount: ROWS, columnCount: 10 } } }],
  });
  const values = Array.from({ length: ROWS - 1 }, (_, row) => [row, 'Tổ công nghệ số cộng đồng', `dòng ${row}`]);
  await fetch(`${root}/v4/spreadsheets/${spreadsheetId}/values/A2?valueInputOption=RAW`, {
    method: 'PUT',
    body: JSON.stringify({ values }),
  });
  await post(`${root}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, mark(0));
  return `${spreadsheetId}`;
}

/** Writes n+1, n+2, … until the server is gone; `answered` keeps the last number of each workbook that was answered. */
async function writeUntilKilled({ root, ended }: SpawnedServer, id: string, answered: Map<string, number>) {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const next = (answered.get(id) ?? 0) + 1;
    try {
      await post(`${root}/v4/spreadsheets/${id}:batchUpdate`, mark(next));
      answered.set(id, next);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The three marks of a file, read without the server. */
async function marksOf(directory: string, id: string): Promise<unknown[]> {
  const { spreadsheet, file } = workbookFrom(await readFile(join(directory, `${id}.json`), 'utf8'));
  const [first] = spreadsheet.sheets[0]?.data[0].rowData ?? [];
  assert.equal(spreadsheet.sheets[0]?.data[0].rowData.length, ROWS);
  const marks = [first?.values?.[0], first?.values?.[9]].map((cell) => cell?.userEnteredValue?.numberValue);
  return [...marks, spreadsheet.properties.title, file.name];
}

describe(`a Sheets server that is killed ${KILLS} times while it writes`, function () {
  this.timeout(300_000);
  let directory: string;
  let server: SpawnedServer;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sheets-kill-'));
  });
  afterEach(async () => {
    // A test that failed leaves its server running.
    server.child.kill('SIGKILL');
    await server.ended;
    await rm(directory, { recursive: true });
  });

  it('loses nothing that was answered, and leaves no half of anything', async () => {
    server = await spawnServer(directory);
    const ids = await Promise.all(Array.from({ length: WORKBOOKS }, () => prepare(server)));
    const answered = new Map(ids.map((id) => [id, 0]));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = new Map(answered);
      const writing = Promise.all(ids.map((id) => writeUntilKilled(server, id, answered)));
      while (!ids.every((id) => answered.get(id) !== before.get(id))) await pause(5);
      // Moments spread over a request, so that kills fall before, into and after the writing of a file.
      await pause(kill * 3);
      server.child.kill('SIGKILL');
      assert.equal(await server.ended, null);
      await writing;
      for (const id of ids) {
        const marks = await marksOf(directory, id);
        const n = Number(marks[0]);
        assert.deepEqual(marks, [n, n, `T${n}`, `T${n}`]);
        const least = answered.get(id) ?? 0;
        assert.equal(n === least || n === least + 1, true, `${n} on disk after ${least} was answered`);
        answered.set(id, n);
      }
      server = await spawnServer(directory);
    }
    assert.deepEqual((await readdir(directory)).sort(), ids.map((id) => `${id}.json`).sort());
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });
});
