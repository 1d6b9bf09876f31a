/** The sidebar in the local system: what it shows, and what its buttons do. */
import assert from 'node:assert/strict';
import type { SidebarState } from '../../apps-script/sidebar/state.ts';
import type { ScriptOutcome } from '../../local/script/run-script.ts';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

const UNIT = '2022:468';
const TEAM = ['Thị trấn Cam Lộ', 'Cấp thôn', 'Khu phố 1', '45/QĐ-UBND', '31/02/2022', 'Chủ tịch UBND cấp xã'];
const SECOND = ['TT Cam Lộ', 'Cấp thôn', 'Khu phố 2', '45/QĐ-UBND', '06/06/2022', 'Chủ tịch UBND cấp xã'];

describe('the sidebar', function () {
  this.timeout(180_000);
  let local: TestSystem;
  let workbook: string;

  before(async () => {
    local = await openTestSystem(['--sample', 'empty', '--units', '468', '--as-of', '2022-08-25T21:00+07:00']);
    workbook = local.workbooks[UNIT] ?? '';
    await type("'Tổ'!B2", TEAM, SECOND);
  });
  after(() => local.close());

  const type = (range: string, ...rows: unknown[][]) =>
    local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: rows },
    });
  const valueAt = async (range: string): Promise<unknown> => {
    const { data } = await local.person.spreadsheets.values.get({ spreadsheetId: workbook, range });
    return data.values?.[0]?.[0];
  };
  async function call(name: string, ...args: unknown[]): Promise<ScriptOutcome> {
    const response = await fetch(`${local.system.address}_local/script/${workbook}`, {
      method: 'POST',
      body: JSON.stringify({ name, args }),
    });
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as ScriptOutcome;
  }
  const state = async () => (await call('sidebarState')).result as SidebarState;

  it('names the unit, counts down to each deadline, and has no receipt before one is given', async () => {
    const { unit, months } = await state();
    assert.equal(unit, 'Huyện Cam Lộ');
    assert.deepEqual(
      months.map(({ period, due, daysLeft, receipt, ticked }) => [period, due, daysLeft, receipt, ticked]),
      [
        ['2022-08', '29/08/2022', 4, null, false],
        ['2022-09', '29/09/2022', 35, null, false],
      ],
    );
  });

  it('lists errors first, each with its cell', async () => {
    const { tasks, errors, read, accepted } = await state();
    assert.deepEqual([errors, read, accepted], [1, 2, 1]);
    assert.equal(tasks[0]?.where, 'Tổ, dòng 2, Ngày quyết định');
    assert.match(tasks[0]?.text ?? '', /^✗ .*31\/02\/2022/);
    assert.deepEqual([tasks[0]?.place?.row, tasks[0]?.place?.column], [1, 5]);
  });

  it('leads to the cell of a task', async () => {
    const { tasks } = await state();
    const place = tasks[0]?.place;
    assert.ok(place);
    const { active } = await call('goTo', place);
    assert.deepEqual(
      [active?.sheetId, active?.range.startRowIndex, active?.range.startColumnIndex],
      [place.sheetId, 1, 5],
    );
  });

  for (const place of [
    null,
    'B5',
    { sheetId: 1 },
    { sheetId: 99, row: 0, column: 0 },
    { sheetId: 0, row: -1, column: 1.5 },
  ]) {
    it(`goes nowhere for ${JSON.stringify(place)}`, async () => {
      assert.equal((await call('goTo', place)).active, null);
    });
  }

  it('makes a safe fix at once, and the row is marked anew', async () => {
    const fix = (await state()).fixes.find(({ where }) => where === 'Tổ, dòng 3, Xã/phường/thị trấn');
    assert.equal(fix?.to, 'Thị trấn Cam Lộ');
    assert.equal((await call('applyFix', fix?.key)).result, 'Đã sửa.');
    assert.equal(await valueAt("'Tổ'!B3"), 'Thị trấn Cam Lộ');
    assert.ok(!(await state()).fixes.some(({ key }) => key === fix?.key));
  });

  it('makes none twice, and none that nobody offered', async () => {
    for (const key of ['', 'x', null, 7]) {
      assert.match(String((await call('applyFix', key)).result), /^Ô này đã thay đổi/);
    }
  });

  it('sends nothing while something blocks, and says so', async () => {
    const [august] = (await state()).months;
    assert.ok((august?.blocking.length ?? 0) > 0);
    assert.match(String((await call('sendReport', '2022-08')).result), /^Báo cáo chưa gửi được/);
    assert.match(String((await call('sendReport', '2031-01')).result), /^Không tìm thấy/);
  });

  it('sends a month in which nothing blocks by call: the receipt, its time and its counts show at once', async () => {
    await type("'Tổ'!F2", ['06/06/2022']);
    const { data } = await local.person.spreadsheets.values.get({
      spreadsheetId: workbook,
      range: "'Báo cáo 08-2022'!A1:A60",
    });
    const rowOf = (label: string) => (data.values ?? []).findIndex(([text]) => text === label) + 1;
    await type(`'Báo cáo 08-2022'!B${rowOf('Không phát sinh hoạt động trong kỳ')}`, [true]);
    await type(`'Báo cáo 08-2022'!B${rowOf('Đã rà soát danh sách thành viên')}`, [true]);
    const informed = rowOf('Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch');
    await type(`'Báo cáo 08-2022'!B${informed}`, [120], [120]);
    await type(`'Báo cáo 08-2022'!B${rowOf('Người lập báo cáo')}`, ['Nguyễn Văn Mẫu'], ['Chuyên viên']);
    const [before] = (await state()).months;
    assert.deepEqual(before?.blocking, []);
    assert.match(
      String((await call('sendReport', '2022-08')).result),
      /^Đã nhận báo cáo tháng 08-2022\.\nMã biên nhận 468-0822-\w{6}-\w, lúc 21:0\d 25\/08\/2022\.\nĐã tính 2 tổ, 0 thành viên, 0 hoạt động\.$/,
    );
    const [august] = (await state()).months;
    assert.deepEqual([august?.ticked, august?.edited], [false, false]);
    assert.match(august?.receipt ?? '', /^468-0822-/);
    assert.match(august?.status ?? '', /Không phát sinh/);
  });

  it('a month that was edited after it was sent is sent again: another receipt', async () => {
    const [before] = (await state()).months;
    await type("'Tổ'!B4", ['Thị trấn Cam Lộ', 'Cấp thôn', 'Khu phố 3', ...SECOND.slice(3)]);
    assert.equal((await state()).months[0]?.edited, false, 'the roster counts from the next month');
    const { data } = await local.person.spreadsheets.values.get({
      spreadsheetId: workbook,
      range: "'Báo cáo 08-2022'!A1:A60",
    });
    const informed = 'Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch';
    const row = (data.values ?? []).findIndex(([text]) => text === informed) + 1;
    await type(`'Báo cáo 08-2022'!B${row}`, [110]);
    assert.equal((await local.call('collect-submissions')).status, 200);
    assert.equal((await state()).months[0]?.edited, true);
    assert.match(String((await call('sendReport', '2022-08')).result), /^Đã nhận báo cáo tháng 08-2022\./);
    const [after] = (await state()).months;
    assert.deepEqual([after?.edited, after?.receipt === before?.receipt], [false, false]);
  });

  it('opens as a page of its own, at the section that the menu names', async () => {
    const response = await fetch(`${local.system.address}_local/script/${workbook}/sidebar?run=showFixes`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox allow-scripts/);
    assert.match(await response.text(), /<body data-section="fixes">/);
  });

  it('is no page for a function that opens none', async () => {
    const response = await fetch(`${local.system.address}_local/script/${workbook}/sidebar?run=onOpen`);
    assert.equal(response.status, 404);
  });

  it('has words for the Zalo group, without a name', async () => {
    const { message } = await state();
    assert.match(message, /^Huyện Cam Lộ – kiểm tra số liệu/);
    assert.ok(!message.includes('Nguyễn Văn Mẫu'));
  });
});
