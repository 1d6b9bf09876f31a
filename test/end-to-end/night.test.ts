/** One real night through HTTP: the real functions, the real googleapis client, the local Sheets server. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

const UNIT = '2022:468';
const FLAGS = ['--sample', 'empty', '--units', '468', '--as-of', '2022-08-25T21:00+07:00'];
const RESULTS = 'Kết quả kiểm tra';
/** Cam Lộ; 44718 is 06/06/2022. */
const [DECISION, SIGNER, GROUP] = [44718, 'Chủ tịch UBND cấp xã', 'https://zalo.me/g/mau00000'];
const TEAM = ['Thị trấn Cam Lộ', 'Cấp thôn', 'Khu phố 1', '45/QĐ-UBND', DECISION, SIGNER, `${GROUP}1`, 6];
const COMMUNE_TEAM = ['Thị trấn Cam Lộ', 'Cấp xã', null, '44/QĐ-UBND', DECISION, SIGNER, `${GROUP}2`, 12];

/** Title, name; the first of a team leads it. */
type Person = readonly [position: string, name: string, role?: string];
const peopleOf = (village: string | null, phones: number, people: readonly Person[]) =>
  people.map(([position, name, role = 'Thành viên'], at) => [
    'Thị trấn Cam Lộ',
    village,
    name,
    1980 + at,
    at % 2 ? 'Nữ' : 'Nam',
    role,
    position,
    `09000000${phones + at}`,
    true,
    DECISION,
    ...[null, null, null, null],
    true,
  ]);
const MEMBERS = peopleOf('Khu phố 1', 10, [
  ['Khu phố trưởng', 'Nguyễn Văn Mẫu', 'Tổ trưởng'],
  ['BT Chi đoàn', 'Lê Thị Hai', 'Tổ phó'],
  ['Giáo viên', 'Trần Văn Ba'],
  ['Người dân', 'Võ Thị Tư'],
  ['Công an viên', 'Phan Văn Năm'],
]);
const COMMUNE_MEMBERS = peopleOf(null, 20, [
  ['Phó CT UBND thị trấn', 'Đỗ Văn Mười', 'Tổ trưởng'],
  ['BT Đoàn TN', 'Lâm Thị Xuân'],
  ['Hội trưởng PN', 'Mai Thị Hạ'],
  ['CC VP-TK', 'Tạ Văn Thu'],
  ['CA thị trấn', 'Vũ Văn Đông'],
]);

type Row = sheets_v4.Schema$RowData;
const text = (row: Row | undefined, column: number): string => row?.values?.[column]?.formattedValue ?? '';

describe('a night', function () {
  this.timeout(180_000);
  let local: TestSystem;
  let workbook: string;

  before(async () => {
    local = await openTestSystem(FLAGS);
    workbook = local.workbooks[UNIT] ?? '';
  });
  after(() => local.close());

  const type = (range: string, ...rows: unknown[][]) =>
    local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: rows },
    });
  const night = async (): Promise<NightlyResult> => {
    const { status, body } = await local.call('nightly');
    assert.equal(status, 200, JSON.stringify(body));
    return body as NightlyResult;
  };
  const tab = (title: string): Promise<Row[]> => readTab(local.person, workbook, title);
  const problems = async (): Promise<string[]> =>
    (await tab(RESULTS))
      .slice(1)
      .flatMap((row) => (text(row, 0) ? [`${text(row, 1)} ${text(row, 2)} ${text(row, 4)}`] : []));

  it('ticks what is right', async () => {
    await type("'Tổ'!B2", TEAM);
    await type("'Tổ'!B270", COMMUNE_TEAM);
    await type("'Thành viên'!B2", ...MEMBERS, ...COMMUNE_MEMBERS);
    const result = await night();
    assert.deepEqual(result.summary.outcomes, { checked: 1, unchanged: 0, failed: 0 });
    assert.equal(text((await tab('Tổ'))[1], 0), '✓');
    const { sheetsReads, sheetsWrites } = result.summary.calls;
    // Changed: 3 reads and 1 write of the district; 2 and 1 of Cấu hình, and of the province's figures.
    assert.deepEqual([sheetsReads, sheetsWrites], [3 + 2 + 2, 3]);
  });

  it('adds rows to a tab that is nearly full, to be typed in like the others', async () => {
    const { data } = await local.owner.spreadsheets.get({
      spreadsheetId: workbook,
      ranges: ["'Tổ'!C470:F470"],
      fields: 'sheets(properties.gridProperties.rowCount,data.rowData.values(dataValidation,userEnteredFormat))',
    });
    const [sheet] = data.sheets ?? [];
    assert.equal(sheet?.properties?.gridProperties?.rowCount, 470);
    const [level, , , decided] = sheet?.data?.[0]?.rowData?.[0]?.values ?? [];
    assert.equal(level?.dataValidation?.condition?.type, 'ONE_OF_RANGE');
    assert.equal(decided?.userEnteredFormat?.numberFormat?.pattern, 'dd/mm/yyyy');
  });

  it('says in the form where the month stands and what is left before sending', async () => {
    const form = await tab('Báo cáo 08-2022');
    const said = (label: string): string =>
      text(
        form.find((row) => text(row, 0) === label),
        1,
      );
    assert.equal(said('Trạng thái'), 'Chưa nộp');
    assert.equal(said('Thời điểm nhận'), '');
    const [first, blanks, empty] = said('Còn phải sửa').split('\n');
    assert.equal(first, 'Cần sửa trước khi gửi:');
    assert.match(blanks ?? '', /^– Chưa ghi: .*«Người lập báo cáo»/);
    assert.match(empty ?? '', /^– Trang «Hoạt động 08-2022» chưa có dòng nào/);
  });

  it('running twice is running once: 0 writes to sheets and store', async () => {
    const { summary } = await night();
    const { sheetsReads, sheetsWrites, cellsWritten, documentsWritten } = summary.calls;
    assert.deepEqual([sheetsReads, sheetsWrites, cellsWritten, documentsWritten], [3, 0, 0, 0]);
    assert.deepEqual(summary.outcomes, { checked: 0, unchanged: 1, failed: 0 });
  });

  it('an error shows beside the row, on the cell and in the list, and all of it goes once it is fixed', async () => {
    await local.owner.spreadsheets.batchUpdate({
      spreadsheetId: workbook,
      requestBody: { requests: [await noteRequest(1, 5, 'đã hỏi xã')] },
    });
    const before = await tab('Tổ');
    await type("'Tổ'!F2", ['31/06/2022']);
    await night();
    const marked = await tab('Tổ');
    assert.match(text(marked[1], 0), /^✗ .*31\/06\/2022/);
    assert.match(marked[1]?.values?.[5]?.note ?? '', /^đã hỏi xã\n⚠ Kiểm tra\n✗ /);
    assert.ok(marked[1]?.values?.[5]?.userEnteredFormat?.backgroundColor, 'the cell has our fill');
    assert.deepEqual(await problems(), ['Dòng 2 Ngày quyết định Lỗi']);
    await type("'Tổ'!F2", [44718]);
    await night();
    assert.deepEqual(await tab('Tổ'), before, 'the tab is byte for byte what it was');
    assert.deepEqual(await problems(), []);
  });

  it('staff’s own words are never changed: outside owned cells nothing moves', async () => {
    await type("'Thành viên'!B2", [
      'cam lo',
      'kp 1',
      '  Ông Nguyễn  Văn Mẫu ',
      '1980',
      'nam',
      'TT',
      'Khu phố trưởng',
      900000001,
    ]);
    const without = (rows: Row[]) =>
      rows.map((row) => (row.values ?? []).slice(1).map(({ note: _, userEnteredFormat: __, ...cell }) => cell));
    const before = without(await tab('Thành viên'));
    await night();
    assert.deepEqual(without(await tab('Thành viên')), before);
  });

  it('rows that people move take their marks with them, and leave none behind', async () => {
    await type("'Tổ'!B3", ['Xã Cam Tuyền', 'Cấp thôn', 'Thôn An Thái', '46/QĐ-UBND', 'hôm qua', 'Khác']);
    await night();
    await local.owner.spreadsheets.batchUpdate({
      spreadsheetId: workbook,
      requestBody: {
        requests: [
          {
            insertDimension: { range: { sheetId: await sheetId('Tổ'), dimension: 'ROWS', startIndex: 1, endIndex: 3 } },
          },
        ],
      },
    });
    await night();
    const rows = await tab('Tổ');
    assert.deepEqual(
      [1, 2, 3, 4].map((row) => text(rows[row], 0).slice(0, 1)),
      ['', '', '✓', '✗'],
    );
    const marked = rows.flatMap((row, at) =>
      (row.values ?? []).some(({ note }, column) => column > 0 && at > 0 && note?.includes('⚠')) ? [at] : [],
    );
    assert.deepEqual(marked, [4]);
    assert.deepEqual(
      await problems().then((lines) => lines.filter((line) => line.endsWith('Lỗi') && line.includes('Ngày quyết'))),
      ['Dòng 5 Ngày quyết định Lỗi'],
    );
  });

  it('answers check-unit for one month, and refuses what it does not know', async () => {
    const { status, body } = await local.call('check-unit', { unit: UNIT, period: '2022-09' });
    assert.equal(status, 200);
    const { unit, period, counts } = body as { unit: string; period: string; counts: { teams: { read: number } } };
    assert.deepEqual([unit, period, counts.teams.read], [UNIT, '2022-09', 3]);
    const codes: [unknown, number, string][] = [
      [{ unit: '2022:999' }, 404, 'not-found'],
      [{ unit: UNIT, period: '2021-01' }, 404, 'not-found'],
      [{ unit: UNIT, colour: 'red' }, 400, 'bad-request'],
      [{ unit: 'x' }, 400, 'bad-request'],
      ['{"unit": ', 400, 'bad-request'],
    ];
    for (const [request, expected, code] of codes) {
      const answer = await local.call('check-unit', request);
      assert.deepEqual([answer.status, (answer.body as { error: { code: string } }).error.code], [expected, code]);
    }
  });

  it('opens the tabs of a month on the first day of its window', async () => {
    await fetch(`${local.system.address}_local/clock`, {
      method: 'POST',
      body: JSON.stringify({ now: '2022-09-15T21:00:00+07:00' }),
    });
    await night();
    const titles = await titlesOf();
    assert.ok(titles.includes('Hoạt động 10-2022') && titles.includes('Báo cáo 10-2022'), titles.join(', '));
    assert.equal((await night()).summary.calls.sheetsWrites, 0);
  });

  it('a workbook that is gone is reported; the function still answers', async () => {
    await fetch(`${local.system.address}drive/v3/files/${workbook}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer owner' },
    });
    const { units, summary } = await night();
    assert.deepEqual(summary.outcomes, { checked: 0, unchanged: 0, failed: 1 });
    assert.equal(units[0]?.error?.code, 'not-found');
  });

  async function structure(): Promise<sheets_v4.Schema$Sheet[]> {
    const { data } = await local.person.spreadsheets.get({ spreadsheetId: workbook, fields: 'sheets.properties' });
    return data.sheets ?? [];
  }
  const titlesOf = async (): Promise<string[]> => (await structure()).map(({ properties }) => properties?.title ?? '');
  async function sheetId(title: string): Promise<number> {
    return (await structure()).find(({ properties }) => properties?.title === title)?.properties?.sheetId ?? 0;
  }
  async function noteRequest(row: number, column: number, note: string): Promise<sheets_v4.Schema$Request> {
    const start = { sheetId: await sheetId('Tổ'), rowIndex: row, columnIndex: column };
    return { updateCells: { start, rows: [{ values: [{ note }] }], fields: 'note' } };
  }
});
