/** What staff ask for by ticks in `Kết quả kiểm tra`, through HTTP: people tick over the Sheets API, the night does it. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

const UNIT = '2022:468';
const FLAGS = ['--sample', 'empty', '--units', '468', '--as-of', '2022-08-25T21:00+07:00'];
const RESULTS = 'Kết quả kiểm tra';
const LOG = 'Nhật ký sửa giúp';
/** Cam Lộ. */
const TEAM = [
  'Thị trấn Cam Lộ',
  'Cấp thôn',
  'Khu phố 1',
  '45/QĐ-UBND',
  'ngày 6 tháng 6 năm 2022',
  'Chủ tịch UBND cấp xã',
];
const NAMES = ['Nguyễn Văn Mẫu', 'Lê Thị Hai', 'Trần Văn Ba', 'Võ Thị Tư', 'Phan Văn Năm'];
const MEMBERS = NAMES.map((name, at) => [
  'Thị trấn Cam Lộ',
  'Khu phố 1',
  at === 0 ? '1. Ông  Nguyễn Văn Mẫu' : name,
  1980 + at,
  at % 2 ? 'Nữ' : 'Nam',
  ['Tổ trưởng', 'Tổ phó'][at] ?? 'Thành viên',
  'Giáo viên',
  at === 1 ? '02333850123' : `090000000${at + 1}`,
  true,
  44718,
]);

type Row = sheets_v4.Schema$RowData;
const text = (row: Row | undefined, column: number): string => row?.values?.[column]?.formattedValue ?? '';
const [CHECKED, REPLACE] = ['K', 'L'];

describe('what staff ask for by a tick', function () {
  this.timeout(180_000);
  let local: TestSystem;
  let workbook: string;

  before(async () => {
    local = await openTestSystem(FLAGS);
    workbook = local.workbooks[UNIT] ?? '';
    await type("'Tổ'!B2", TEAM);
    await type("'Thành viên'!B2", ...MEMBERS);
    await night();
  });
  after(() => local.close());

  /** As a person of the district: no identity, protection holds. */
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
  /** The number of the line that speaks of a column, counted from 1 as on the sheet. */
  const lineOf = async (column: string, rule: string): Promise<number> =>
    (await tab(RESULTS)).findIndex((row) => text(row, 2) === column && text(row, 9) === rule) + 1;
  const tick = async (box: string | undefined, column: string, rule: string, value = true): Promise<void> => {
    const line = await lineOf(column, rule);
    assert.ok(line > 1, `a line on ${column}`);
    await type(`'${RESULTS}'!${box}${line}`, [value]);
  };
  const logLines = async () =>
    (await tab(LOG))
      .slice(1)
      .flatMap((row) => (text(row, 0) ? [[0, 1, 2, 3, 4, 5, 6].map((at) => text(row, at))] : []));
  const documents = async () => (await fetch(`${local.system.address}_local/firestore`)).text();

  it('a person may tick the boxes, and write nothing else on our tabs', async () => {
    const line = await lineOf('Ngày quyết định', 'cell.normalised');
    await assert.rejects(type(`'${RESULTS}'!H${line}`, ['01/01/2022']));
    await assert.rejects(type(`'${LOG}'!A2`, ['x']));
    const box = (await tab(RESULTS))[line - 1]?.values?.[11];
    assert.equal(box?.dataValidation?.condition?.type, 'BOOLEAN');
    assert.equal(box?.effectiveValue?.boolValue, false);
  });

  it('«Sửa giúp»: the next night writes the day as a day, and the line is gone', async () => {
    await tick(REPLACE, 'Ngày quyết định', 'cell.normalised');
    const { units, summary } = await night();
    const cell = (await tab('Tổ'))[1]?.values?.[5];
    assert.deepEqual(cell?.effectiveValue, { numberValue: 44718 });
    assert.equal(cell?.formattedValue, '06/06/2022');
    assert.equal(cell?.userEnteredFormat?.numberFormat?.type, 'DATE');
    assert.equal(await lineOf('Ngày quyết định', 'cell.normalised'), 0);
    assert.deepEqual(units[0]?.replacements, { written: 1, refused: 0 });
    assert.equal(summary.calls.sheetsWrites, 1);
  });

  it('the log says what was written, from what to what', async () => {
    assert.deepEqual(await logLines(), [
      [
        '25/08/2022',
        'Tổ',
        'Dòng 2',
        'Ngày quyết định',
        'ngày 6 tháng 6 năm 2022',
        '06/06/2022',
        'Đã sửa theo đánh dấu ở trang «Kết quả kiểm tra».',
      ],
    ]);
  });

  it('running twice is running once', async () => {
    const { units, summary } = await night();
    const { sheetsWrites, cellsWritten, documentsWritten } = summary.calls;
    assert.deepEqual([sheetsWrites, cellsWritten, documentsWritten], [0, 0, 0]);
    assert.equal(units[0]?.replacements, undefined);
  });

  it('a person changes the cell in between: it is not written, and the log says so', async () => {
    await type("'Tổ'!F2", ['7.6.2022']);
    await night();
    await tick(REPLACE, 'Ngày quyết định', 'cell.normalised');
    await type("'Tổ'!F2", ['8.6.2022']);
    const { units } = await night();
    assert.equal(text((await tab('Tổ'))[1], 5), '8.6.2022');
    assert.deepEqual(units[0]?.replacements, { written: 0, refused: 1 });
    const [latest = []] = await logLines();
    assert.deepEqual(latest.slice(1, 6), ['Tổ', 'Dòng 2', 'Ngày quyết định', '7.6.2022', '07/06/2022']);
    assert.match(latest[6] ?? '', /^Chưa sửa: ô hoặc dòng này đã thay đổi/);
    const line = await lineOf('Ngày quyết định', 'cell.normalised');
    assert.equal((await tab(RESULTS))[line - 1]?.values?.[11]?.effectiveValue?.boolValue, false, 'offered anew');
  });

  it('a name is written, and stands in no log, no run and no mail', async () => {
    await tick(REPLACE, 'Họ và tên', 'cell.normalised');
    const { runId } = await night();
    assert.equal(text((await tab('Thành viên'))[1], 3), 'Nguyễn Văn Mẫu');
    const [latest = []] = await logLines();
    assert.deepEqual(latest.slice(3, 6), ['Họ và tên', '(không hiện)', '(không hiện)']);
    const stored = await documents();
    assert.ok(stored.includes(runId) && stored.includes('"written":1'), 'the run counts it');
    for (const name of NAMES) assert.ok(!stored.includes(name), 'no name is stored');
  });

  it('«Đã kiểm tra, đúng»: the warning is silent until its cell changes', async () => {
    const verdict = async () => text((await tab('Thành viên'))[2], 0);
    const warnings = async () => (await night()).units[0]?.periods[0]?.problems.warning ?? -1;
    const before = await warnings();
    assert.match(await verdict(), /^! .*số điện thoại cố định/);
    await tick(CHECKED, 'Số điện thoại', 'member.phone');
    assert.equal(await warnings(), before - 1);
    assert.doesNotMatch(await verdict(), /cố định/);
    assert.ok((await lineOf('Số điện thoại', 'member.phone')) > 1, 'the line stays, ticked');
    await type("'Thành viên'!I3", ['02333850124']);
    assert.equal(await warnings(), before);
    assert.match(await verdict(), /cố định/);
  });

  it('among people who move rows while it writes, no other row is changed', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => [
      44770 + at,
      'Thị trấn Cam Lộ',
      'Khu phố 1',
      'Tuyên truyền',
      `Buổi ${at}`,
      '',
      1,
      at === 3 ? '25 người' : 30 + at,
    ]);
    await type("'Hoạt động 08-2022'!B2", ...rows);
    await night();
    await tick(REPLACE, 'Số lượt người', 'cell.normalised');
    const faults = (rate: number) =>
      fetch(`${local.system.address}_local/faults`, {
        method: 'POST',
        body: JSON.stringify({ seed: 5, rate, kinds: ['edit-between', '503-after'] }),
      });
    await faults(0.5);
    await night();
    await faults(0);
    await night();
    await night();
    const seen = (await tab('Hoạt động 08-2022'))
      .slice(1)
      .flatMap((row) => (text(row, 5) ? [[text(row, 5), text(row, 8)]] : []));
    const wanted = rows.map((row, at) => [`Buổi ${at}`, at === 3 ? '25' : String(row[7])]);
    assert.deepEqual(seen.sort(), wanted.sort());
    const strays = (await tab('Hoạt động 08-2022')).slice(1).filter((row) => !text(row, 5) && text(row, 8));
    assert.deepEqual(strays, []);
  });
});
