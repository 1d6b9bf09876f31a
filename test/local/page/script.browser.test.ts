/** The Apps Script on the page: a person pastes, sees the marks at once, and sends the month from the sidebar. */
import assert from 'node:assert/strict';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { BROWSER_START_MS, openBrowser } from '../../support/chromium.ts';
import { openTestSystem, type TestSystem } from '../../support/local-system.ts';
import { FIRST_GRID_MS, type GridPage, openGridPage, SCREENSHOTS } from './grid-page.ts';

const UNIT = '2022:468';
const FORM = 'Báo cáo 08-2022';

/** Twenty villages of Cam Lộ; one commune is abbreviated, and three rows are wrong. */
const ROWS = Array.from({ length: 20 }, (_, index) => [
  index === 1 ? 'TT Cam Lộ' : 'Thị trấn Cam Lộ',
  'Cấp thôn',
  `Khu phố ${index + 1}`,
  index === 9 ? '' : '45/QĐ-UBND',
  index === 4 ? '31/02/2022' : '06/06/2022',
  'Chủ tịch UBND cấp xã',
]).map((row, index) => (index === 14 ? ['Xã Không Có', ...row.slice(1)] : row));

/** Run in the sidebar: what lies on top in the middle of the heading that it opens at. */
const ON_TOP = `(() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2).textContent;
})()`;

describe('the script on the local page', function () {
  this.timeout(FIRST_GRID_MS);
  this.slow(20_000);
  let browser: Browser;
  let grid: GridPage;
  let local: TestSystem;
  let page: Page;
  let workbook: string;

  before(async function () {
    this.timeout(BROWSER_START_MS + FIRST_GRID_MS);
    const opened = await openBrowser();
    if (opened === null) return this.skip();
    browser = opened;
    local = await openTestSystem(['--sample', 'empty', '--units', '468', '--as-of', '2022-08-25T21:00+07:00']);
    workbook = local.workbooks[UNIT] ?? '';
    grid = await openGridPage(browser, local.system.address);
    page = grid.page;
    const { data } = await local.person.spreadsheets.get({ spreadsheetId: workbook, fields: 'sheets.properties' });
    const teams = data.sheets?.find(({ properties }) => properties?.title === 'Tổ')?.properties?.sheetId ?? 0;
    await page.goto(`${local.system.address}#/w/${workbook}/${teams}/B2`);
    await placed(/^B2[: ]/);
  });

  after(async () => {
    await page?.context().close();
    await local?.close();
    assert.deepEqual(grid?.mistakes ?? [], [], 'requests to other hosts, exceptions, refused loads');
  });

  const placed = (beginning: RegExp) => grid.placed(beginning);
  const sidebar = (): FrameLocator => page.frameLocator('.sidebar iframe');

  async function column(range: string): Promise<string[]> {
    const { data } = await local.person.spreadsheets.values.get({ spreadsheetId: workbook, range });
    return (data.values ?? []).map(([text]) => String(text ?? ''));
  }

  async function until<T>(look: () => Promise<T>, isRight: (seen: T) => boolean): Promise<T> {
    const end = Date.now() + 60_000;
    for (;;) {
      const seen = await look();
      if (isRight(seen)) return seen;
      assert.ok(Date.now() < end, `still ${JSON.stringify(seen)}`);
      await page.waitForTimeout(100);
    }
  }

  const type = (range: string, ...values: unknown[][]) =>
    local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values },
    });

  it('marks twenty pasted rows at once, three of them wrong, without a night', async () => {
    const block = ROWS.map((row) => row.join('\t')).join('\n');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await page.keyboard.press('Control+V');
    const verdicts = await until(
      () => column("'Tổ'!A2:A21"),
      (texts) => texts.length === ROWS.length && texts.every((text) => text !== ''),
    );
    assert.deepEqual(
      verdicts.flatMap((text, index) => (text.startsWith('✗') ? [index + 2] : [])),
      [6, 11, 16],
    );
    assert.equal((await column("'Kết quả kiểm tra'!A2:A")).length, 0, 'no night was run');
  });

  it('has the menu «Tổ công nghệ số», and its sidebar lists what is left to do', async () => {
    await page.locator('.script-list summary').click();
    await page.getByRole('button', { name: 'Việc cần làm' }).click();
    await sidebar().locator('h1', { hasText: 'Huyện Cam Lộ' }).waitFor();
    const errors = sidebar().locator('#tasks li', { hasText: '✗' });
    assert.deepEqual(await errors.getByRole('button').allTextContents(), [
      'Tổ, dòng 6, Ngày quyết định',
      'Tổ, dòng 11, Số quyết định',
      'Tổ, dòng 16, Xã/phường/thị trấn',
    ]);
    const frame = await (await page.locator('.sidebar iframe').elementHandle())?.contentFrame();
    assert.match(String(await frame?.evaluate(ON_TOP)), /^Việc cần làm/, 'the heading that it opens at is seen');
    await page.screenshot({ path: `${SCREENSHOTS}/script-sidebar.png` });
  });

  it('a task leads to its cell', async () => {
    await sidebar().getByRole('button', { name: 'Tổ, dòng 6, Ngày quyết định' }).first().click();
    await placed(/^F6 · Ngày quyết định: 31\/02\/2022/);
  });

  it('«Sửa giúp» writes the plain spelling', async () => {
    await sidebar()
      .getByRole('button', { name: 'Tổ, dòng 3, Xã/phường/thị trấn: Sửa thành «Thị trấn Cam Lộ»' })
      .click();
    await sidebar().getByText('Đã sửa.').waitFor();
    assert.deepEqual(await column("'Tổ'!B3"), ['Thị trấn Cam Lộ']);
  });

  it('sends the month by call once nothing blocks it: receipt, time and counts show at once', async () => {
    assert.match((await sidebar().locator('#send').textContent()) ?? '', /Cần sửa trước khi gửi/);
    await type("'Tổ'!F6", ['06/06/2022']);
    await type("'Tổ'!E11", ['45/QĐ-UBND']);
    await type("'Tổ'!B16", ['Thị trấn Cam Lộ']);
    const labels = await column(`'${FORM}'!A1:A60`);
    const line = (label: string) => `'${FORM}'!B${labels.indexOf(label) + 1}`;
    await type(line('Không phát sinh hoạt động trong kỳ'), [true], [true]);
    await type(line('Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch'), [120], [120]);
    await type(line('Người lập báo cáo'), ['Nguyễn Văn Mẫu'], ['Chuyên viên']);
    await sidebar().getByRole('button', { name: 'Tải lại' }).click();
    await sidebar().getByRole('button', { name: 'Nộp báo cáo tháng 08-2022' }).click();
    const said = sidebar().getByRole('status').filter({ hasText: 'Đã nhận báo cáo tháng 08-2022.' });
    await said.waitFor();
    assert.match(
      await said.innerText(),
      /\nMã biên nhận 468-0822-\w{6}-\w, lúc 21:\d\d 25\/08\/2022\.\nĐã tính 20 tổ, 0 thành viên, 0 hoạt động\.$/,
    );
    const box = await said.evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(box >= 0 && box < 100, `what is said stays in sight, wherever the page was scrolled to: ${box}`);
    await sidebar()
      .locator('.month.sent', { hasText: /Biên nhận 468-0822-/ })
      .waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/script-receipt.png` });
  });

  it('offers to send it again after an edit', async () => {
    const labels = await column(`'${FORM}'!A1:A60`);
    const informed = labels.indexOf('Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch') + 1;
    await type(`'${FORM}'!B${informed}`, [110]);
    assert.equal((await local.call('collect-submissions')).status, 200);
    await sidebar().getByRole('button', { name: 'Tải lại' }).click();
    await sidebar()
      .getByText(/Đã sửa sau khi gửi \(biên nhận 468-0822-\w{6}-\w\)\. Vui lòng nộp lại\./)
      .waitFor();
    await sidebar().getByRole('button', { name: 'Nộp báo cáo tháng 08-2022' }).click();
    await sidebar().getByRole('status').filter({ hasText: 'Đã nhận báo cáo tháng 08-2022.' }).waitFor();
    assert.equal(await sidebar().getByText('Đã sửa sau khi gửi').count(), 0);
  });
});
