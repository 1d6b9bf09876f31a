/** The contract of the port `Sheets`, kept by the real Google client over HTTP against the local server. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { googleSheets } from '../../functions/adapters/google-sheets.ts';
import type { Calls } from '../../functions/ports.ts';
import { type CellChange, placeKey, type Workbook, type WorkbookChange } from '../../schemas/workbook.ts';
import { type LocalGoogle, noCalls, OWNER, startLocalGoogle } from '../support/local-google.ts';

const SHEET = 7;
const NO_ROWS: WorkbookChange['rowCounts'] = new Map();

describe('googleSheets', () => {
  let google: LocalGoogle;
  let raw: sheets_v4.Sheets;
  let calls: Calls;
  let workbookId: string;

  before(async () => {
    google = await startLocalGoogle();
    raw = await google.as(OWNER).sheets();
  });

  after(() => google.close());

  beforeEach(async () => {
    google.intercept = null;
    calls = noCalls();
    const { data } = await raw.spreadsheets.create({
      requestBody: {
        properties: { title: 'Sổ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
        sheets: [{ properties: { sheetId: SHEET, title: 'Tổ', gridProperties: { rowCount: 50, columnCount: 8 } } }],
      },
    });
    workbookId = data.spreadsheetId ?? '';
  });

  const open = () => googleSheets({ client: google.as(OWNER), calls, log: () => {} });
  const write = (...cells: Omit<CellChange, 'sheetId'>[]) =>
    open().write(workbookId, { cells: cells.map((cell) => ({ sheetId: SHEET, ...cell })), rowCounts: NO_ROWS });
  const readTab = async () => {
    const { tabs } = await open().read(workbookId);
    assert.ok(tabs[0]);
    return tabs[0];
  };

  it('reads an empty workbook', async () => {
    const expected: Workbook = {
      id: workbookId,
      title: 'Sổ',
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
      tabs: [
        {
          sheetId: SHEET,
          title: 'Tổ',
          hidden: false,
          rowCount: 50,
          columnCount: 8,
          values: [],
          notes: new Map(),
          fills: new Map(),
          merges: [],
          columnKeys: new Map(),
        },
      ],
    };
    assert.deepEqual(await open().read(workbookId), expected);
    assert.deepEqual(calls, { ...noCalls(), sheetsReads: 1 });
  });

  it('writes and reads values of every type, trailing blanks left out', async () => {
    await write(
      { row: 0, column: 0, value: 'Thôn Cổ Mỹ' },
      { row: 0, column: 1, value: 44713 },
      { row: 0, column: 2, value: 0 },
      { row: 0, column: 3, value: false },
      { row: 2, column: 1, value: true },
      { row: 2, column: 2, value: '0905123456' },
    );
    assert.deepEqual((await readTab()).values, [['Thôn Cổ Mỹ', 44713, 0, false], [], [null, true, '0905123456']]);
    assert.deepEqual(calls, { ...noCalls(), sheetsReads: 1, sheetsWrites: 1, cellsWritten: 6 });
  });

  it('empties a cell', async () => {
    await write({ row: 0, column: 0, value: 'a' }, { row: 0, column: 1, value: 'b' });
    await write({ row: 0, column: 1, value: null });
    assert.deepEqual((await readTab()).values, [['a']]);
  });

  it('keeps text that looks like a formula as text', async () => {
    await write({ row: 0, column: 0, value: '=1+1' }, { row: 1, column: 0, value: '+84905123456' });
    assert.deepEqual((await readTab()).values, [['=1+1'], ['+84905123456']]);
    const { data } = await raw.spreadsheets.get({ spreadsheetId: workbookId, includeGridData: true });
    const cell = data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    assert.deepEqual(cell?.userEnteredValue, { stringValue: '=1+1' });
  });

  it('reads the result of a formula, and an error as its text', async () => {
    const values = [['=1+1', '=NO_SUCH_FUNCTION()']];
    await raw.spreadsheets.values.update({
      spreadsheetId: workbookId,
      range: 'A1:B1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values },
    });
    const [, error] = (await readTab()).values[0] ?? [];
    assert.equal(error, '#NAME?');
  });

  it('sets and removes notes, and leaves a value alone that it was not told of', async () => {
    await write({ row: 1, column: 1, value: 'x', note: '⚠ Kiểm tra\nsai' }, { row: 1, column: 2, note: 'hai' });
    await write({ row: 1, column: 2, note: '' });
    const tab = await readTab();
    assert.deepEqual(tab.notes, new Map([[placeKey(1, 1), '⚠ Kiểm tra\nsai']]));
    await write({ row: 1, column: 1, note: '' });
    assert.deepEqual((await readTab()).notes, new Map());
    assert.deepEqual((await readTab()).values, [[], [null, 'x']]);
  });

  it('sets and clears fills', async () => {
    await write({ row: 3, column: 2, fill: '#fdebd3' }, { row: 4, column: 2, fill: '#000000' });
    assert.deepEqual(
      (await readTab()).fills,
      new Map([
        [placeKey(3, 2), '#fdebd3'],
        [placeKey(4, 2), '#000000'],
      ]),
    );
    await write({ row: 3, column: 2, fill: null });
    assert.deepEqual((await readTab()).fills, new Map([[placeKey(4, 2), '#000000']]));
  });

  it('links a cell to a row, with nothing else of its format', async () => {
    await write({ row: 0, column: 0, value: 5, fill: '#ff0000' }, { row: 0, column: 0, link: '#gid=7&range=B5' });
    const format = async () => {
      const { data } = await raw.spreadsheets.get({ spreadsheetId: workbookId, includeGridData: true });
      return data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat;
    };
    assert.equal((await format())?.textFormat?.link?.uri, '#gid=7&range=B5');
    await write({ row: 0, column: 0, link: '' });
    assert.equal((await format())?.textFormat?.link?.uri, undefined);
    assert.equal((await format())?.backgroundColor?.red, 1);
  });

  it('makes and removes a check box', async () => {
    const rule = async () => {
      const { data } = await raw.spreadsheets.get({ spreadsheetId: workbookId, includeGridData: true });
      return data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.dataValidation?.condition?.type;
    };
    await write({ row: 0, column: 0, value: false, checkbox: true });
    assert.equal(await rule(), 'BOOLEAN');
    await write({ row: 0, column: 0, value: 'x', checkbox: false });
    assert.equal(await rule(), undefined);
  });

  it('reads merges, hidden tabs and column keys', async () => {
    const column = { sheetId: SHEET, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
    const requests: sheets_v4.Schema$Request[] = [
      { addSheet: { properties: { sheetId: 9, title: 'Ẩn', hidden: true } } },
      {
        mergeCells: {
          range: { sheetId: SHEET, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
          mergeType: 'MERGE_ALL',
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'col',
            metadataValue: 'commune',
            visibility: 'DOCUMENT',
            location: { dimensionRange: column },
          },
        },
      },
    ];
    await raw.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests } });
    const { tabs } = await open().read(workbookId);
    assert.deepEqual(tabs[0]?.merges, [{ startRow: 1, endRow: 3, startColumn: 0, endColumn: 2 }]);
    assert.deepEqual(tabs[0]?.columnKeys, new Map([[2, 'commune']]));
    assert.deepEqual(
      tabs.map(({ title, hidden }) => [title, hidden]),
      [
        ['Tổ', false],
        ['Ẩn', true],
      ],
    );
  });

  it('grows a tab before it writes below its end, and never makes one smaller', async () => {
    const cells = [{ sheetId: SHEET, row: 59, column: 0, value: 'cuối' }];
    await open().write(workbookId, { cells, rowCounts: new Map([[SHEET, 60]]) });
    assert.equal((await readTab()).rowCount, 60);
    await open().write(workbookId, { cells, rowCounts: new Map([[SHEET, 20]]) });
    const tab = await readTab();
    assert.equal(tab.rowCount, 60);
    assert.equal(tab.values[59]?.[0], 'cuối');
  });

  it('knows row counts from its own read, without asking again', async () => {
    const sheets = open();
    await sheets.read(workbookId);
    await sheets.write(workbookId, { cells: [], rowCounts: new Map([[SHEET, 70]]) });
    assert.deepEqual(calls, { ...noCalls(), sheetsReads: 1, sheetsWrites: 1 });
    assert.equal((await readTab()).rowCount, 70);
  });

  it('adds rows to be typed in like the others: what staff pasted below the end meanwhile stays, colours too', async () => {
    const sheets = open();
    const { tabs } = await sheets.read(workbookId);
    const end = tabs[0]?.rowCount ?? 0;
    const fields = 'userEnteredValue,userEnteredFormat.backgroundColor';
    const values = [{ userEnteredValue: { stringValue: 'dán' }, userEnteredFormat: { backgroundColor: { red: 1 } } }];
    const pasted: sheets_v4.Schema$Request[] = [
      { appendDimension: { sheetId: SHEET, dimension: 'ROWS', length: 1 } },
      { updateCells: { start: { sheetId: SHEET, rowIndex: end, columnIndex: 0 }, rows: [{ values }], fields } },
    ];
    await raw.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests: pasted } });

    const area = { startRow: end, endRow: end + 2, startColumn: 0, endColumn: 1 };
    const format = { type: 'DATE', pattern: 'dd/mm/yyyy' } as const;
    await sheets.write(workbookId, {
      cells: [],
      rowCounts: NO_ROWS,
      steps: [
        { do: 'add-rows', sheetId: SHEET, count: 2 },
        { do: 'format', sheetId: SHEET, area, format },
        { do: 'validate', sheetId: SHEET, area, rule: { kind: 'checkbox' } },
      ],
    });

    const { data } = await raw.spreadsheets.get({ spreadsheetId: workbookId, includeGridData: true });
    const tab = data.sheets?.find(({ properties }) => properties?.sheetId === SHEET);
    assert.equal(tab?.properties?.gridProperties?.rowCount, end + 3);
    const cells = [end, end + 1].map((row) => tab?.data?.[0]?.rowData?.[row]?.values?.[0]);
    assert.equal(cells[0]?.userEnteredValue?.stringValue, 'dán');
    assert.deepEqual(cells[0]?.userEnteredFormat?.backgroundColor, { red: 1 });
    for (const cell of cells) {
      assert.deepEqual(cell?.userEnteredFormat?.numberFormat, format);
      assert.equal(cell?.dataValidation?.condition?.type, 'BOOLEAN');
    }
  });

  it('sends nothing when there is nothing to change', async () => {
    await open().write(workbookId, { cells: [], rowCounts: NO_ROWS });
    assert.deepEqual(calls, noCalls());
  });

  it('keeps a text in the workbook for the script, one and the last', async () => {
    const keep = (memory: string) => open().write(workbookId, { cells: [], rowCounts: NO_ROWS, memory });
    await keep('{"form":1}');
    await keep('{"form":1,"months":[]}');
    assert.equal((await open().read(workbookId)).memory, '{"form":1,"months":[]}');
    const { data } = await raw.spreadsheets.get({ spreadsheetId: workbookId, fields: 'developerMetadata' });
    assert.deepEqual(
      data.developerMetadata?.map(({ metadataKey, visibility }) => [metadataKey, visibility]),
      [['review', 'DOCUMENT']],
    );
  });

  it('gives the same workbook when it writes twice', async () => {
    const cells = [
      { row: 0, column: 0, value: 'a', note: 'n' },
      { row: 1, column: 0, fill: '#fdebd3' },
    ];
    await write(...cells);
    const once = await open().read(workbookId);
    await write(...cells);
    assert.deepEqual(await open().read(workbookId), once);
  });

  it('writes ten thousand cells in one request', async () => {
    const cells = Array.from({ length: 10_000 }, (_, index) => ({
      sheetId: SHEET,
      row: Math.floor(index / 2),
      column: (index % 2) * 3,
      value: `✗ ${index}`,
    }));
    await open().write(workbookId, { cells, rowCounts: new Map([[SHEET, 5_000]]) });
    assert.equal(calls.sheetsWrites, 1);
    const { values } = await readTab();
    assert.equal(values.length, 5_000);
    assert.deepEqual(values[4_999], ['✗ 9998', null, null, '✗ 9999']);
  });

  it('says that there is no such workbook', async () => {
    await assert.rejects(open().read('khong-co'), { code: 'not-found' });
  });

  it('says that a workbook is not shared', async () => {
    const sheets = googleSheets({ client: google.as('stranger@example.vn'), calls, log: () => {} });
    await assert.rejects(sheets.read(workbookId), { code: 'forbidden' });
  });

  it('applies a change as a whole or not at all', async () => {
    const cells = [
      { sheetId: SHEET, row: 0, column: 0, value: 'a' },
      { sheetId: 999, row: 0, column: 0, value: 'b' },
    ];
    await assert.rejects(open().write(workbookId, { cells, rowCounts: NO_ROWS }), { code: 'internal' });
    assert.deepEqual((await readTab()).values, []);
  });

  it('tries again after 503 and 429, and counts every attempt', async () => {
    const answers = [503, 429];
    google.intercept = (_request, response) => {
      const status = answers.shift();
      if (status === undefined) return false;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: { code: status, message: 'busy' } }));
      return true;
    };
    await write({ row: 0, column: 0, value: 'a' });
    assert.equal(calls.sheetsWrites, 3);
    assert.deepEqual((await readTab()).values, [['a']]);
  });

  it('sends once what holds staff’s own cells: 503 may mean that it was applied', async () => {
    google.intercept = (_request, response) => {
      response.writeHead(503).end();
      return true;
    };
    const cells = [{ sheetId: SHEET, row: 0, column: 0, value: 'a' }];
    await assert.rejects(open().write(workbookId, { cells, rowCounts: NO_ROWS, once: true }), { code: 'unavailable' });
    assert.equal(calls.sheetsWrites, 1);
  });

  it('tries again after a reset connection', async () => {
    let resets = 2;
    google.intercept = (request) => {
      if (resets === 0) return false;
      resets -= 1;
      request.socket.destroy();
      return true;
    };
    await write({ row: 0, column: 0, value: 'a' });
    assert.equal(calls.sheetsWrites, 3);
    google.intercept = null;
    assert.deepEqual((await readTab()).values, [['a']]);
  });

  it('gives up after six attempts', async () => {
    google.intercept = (_request, response) => {
      response.writeHead(503).end();
      return true;
    };
    await assert.rejects(open().read(workbookId), { code: 'unavailable' });
    assert.equal(calls.sheetsReads, 6);
  });
});
