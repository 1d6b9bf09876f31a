/** A person edits on the page, against the real local system: one district, its sample, the real functions. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { BROWSER_START_MS, openBrowser } from '../../support/chromium.ts';
import { openTestSystem, type TestSystem } from '../../support/local-system.ts';
import { FIRST_GRID_MS, type GridPage, openGridPage, SCREENSHOTS } from './grid-page.ts';

const UNIT = '2022:464';
const TAB = 'Tổ';
const FORM = 'Báo cáo 12-2022';
/** The middle of B3 on the grid of the form: beside the row's number and column A, under the letters and two rows. */
const BOX_B3 = { x: 46 + 380 + 260 / 2, y: 20 + 2 * 25 + 12 };

describe('editing on the local page', function () {
  this.timeout(FIRST_GRID_MS);
  this.slow(20_000);
  let browser: Browser;
  let grid: GridPage;
  let local: TestSystem;
  let page: Page;
  let workbook: string;
  let tabIds: Map<string, number>;

  before(async function () {
    this.timeout(BROWSER_START_MS + FIRST_GRID_MS);
    const opened = await openBrowser();
    if (opened === null) return this.skip();
    browser = opened;
    local = await openTestSystem(['--units', '464']);
    workbook = local.workbooks[UNIT] ?? '';
    const { data } = await local.person.spreadsheets.get({ spreadsheetId: workbook });
    tabIds = new Map(data.sheets?.map(({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0]) ?? []);
    grid = await openGridPage(browser, local.system.address);
    page = grid.page;
    await goTo('C3');
  });

  after(async () => {
    await page?.context().close();
    await local?.close();
    assert.deepEqual(grid?.mistakes ?? [], [], 'requests to other hosts, exceptions, refused loads');
  });

  const cellOf = (range: string, tab = TAB) =>
    local.person.spreadsheets.values.get({ spreadsheetId: workbook, range: `'${tab}'!${range}` });
  const textOf = async (range: string, tab = TAB) => String((await cellOf(range, tab)).data.values?.[0]?.[0] ?? '');

  /** Chooses a cell, and waits until the page says that it is chosen. */
  async function goTo(cell: string, tab = TAB): Promise<void> {
    const hash = `#/w/${workbook}/${tabIds.get(tab)}/${cell}`;
    await page.goto(`${local.system.address}${hash}`);
    await placed(new RegExp(`^${cell}[: ]`));
  }

  const placed = (beginning: RegExp) => grid.placed(beginning);

  async function untilTextIs(range: string, wanted: string, tab = TAB): Promise<void> {
    const end = Date.now() + 30_000;
    for (let text = await textOf(range, tab); text !== wanted; text = await textOf(range, tab)) {
      assert.ok(Date.now() < end, `${range} holds «${text}», not «${wanted}»`);
      await page.waitForTimeout(100);
    }
  }

  const refusal = () => page.locator('.refusal:not(:empty)').textContent();

  async function runNight(): Promise<void> {
    await page.locator('#check-now').click();
    await page.locator('#check-result.good').waitFor();
  }

  it('shows the district’s tab with its verdicts, from this machine alone', async () => {
    assert.equal(await placed(/^C3 /), 'C3 · Cấp tổ: Cấp thôn');
    assert.equal(await page.locator('.save-state').textContent(), 'Đã lưu');
  });

  it('refuses a choice that a strict list does not offer, and the cell keeps what it had', async () => {
    await page.keyboard.type('Cấp tỉnh');
    await page.keyboard.press('Enter');
    assert.equal(
      await refusal(),
      '«Cấp tỉnh» không có trong danh sách của ô C3 · Cấp tổ. Vui lòng chọn một trong: «Cấp xã», «Cấp thôn».',
    );
    await page.screenshot({ path: `${SCREENSHOTS}/edit-refused.png` });
    await page.keyboard.press('ArrowUp');
    assert.equal(await placed(/^C3 /), 'C3 · Cấp tổ: Cấp thôn');
    assert.equal(await textOf('C3'), 'Cấp thôn');
  });

  it('refuses to type into a closed cell', async () => {
    await goTo('B1');
    await page.keyboard.type('x');
    assert.equal(await refusal(), 'Ô B1 do hệ thống giữ nên không sửa được. Vui lòng sửa ở các ô khác của trang.');
    await page.keyboard.press('Escape');
    assert.equal(await textOf('B1'), 'Xã/phường/thị trấn');
  });

  it('finds a wrong date by night: ✗ beside the row, a note in the cell', async () => {
    await goTo('F3');
    await page.keyboard.type('31/2/2022');
    await page.keyboard.press('Enter');
    await untilTextIs('F3', '31/2/2022');
    await runNight();
    await goTo('A3');
    await placed(/^A3 · Kiểm tra: ✗ /);
    await goTo('F3');
    assert.match((await page.locator('#cell-card .card-note.found').textContent()) ?? '', /^⚠ Kiểm tra/);
    await page.screenshot({ path: `${SCREENSHOTS}/edit-verdict.png` });
  });

  it('clears the mark the night after it was put right: no ✗, no note', async () => {
    await page.keyboard.type('23/05/2022');
    await page.keyboard.press('Enter');
    await untilTextIs('F3', '23/05/2022');
    await runNight();
    await goTo('A3');
    // The sample's row may well have something to look at; an error it has no more.
    await placed(/^A3 · Kiểm tra: [✓!]/);
    const { data } = await local.person.spreadsheets.get({
      spreadsheetId: workbook,
      ranges: [`'${TAB}'!F3`],
      fields: 'sheets(data(rowData(values(formattedValue,note))))',
    });
    assert.deepEqual(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values, [{ formattedValue: '23/05/2022' }]);
  });

  it('shows another client’s change without a reload', async () => {
    await goTo('J3');
    await local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range: `'${TAB}'!J3`,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [['24/05/2022']] },
    });
    await placed(/^J3 · Ngày giải thể: 24\/05\/2022$/);
    await page.keyboard.press('Delete');
    await untilTextIs('J3', '');
  });

  it('keeps what is being typed, in its row, while someone inserts a row above', async () => {
    await goTo('K6');
    const village = await textOf('D6');
    await page.keyboard.type('Đang gõ dở');
    await local.person.spreadsheets.batchUpdate({
      spreadsheetId: workbook,
      requestBody: {
        requests: [
          {
            insertDimension: {
              range: { sheetId: tabIds.get(TAB) ?? 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
              inheritFromBefore: true,
            },
          },
        ],
      },
    });
    assert.match((await refusal()) ?? '', /^Người khác vừa đổi các dòng/);
    await page.keyboard.press('Enter');
    await untilTextIs('K7', 'Đang gõ dở');
    assert.equal(await textOf('K6'), '');
    assert.equal(await textOf('D7'), village);
    // Until the rows are drawn anew, the page's K8 is the row that is K9 by now.
    await goTo('K7');
    await placed(/^K7 · Ghi chú: Đang gõ dở$/);
  });

  it('takes Vietnamese by composition, and the way UniKey sends it', async () => {
    const session = await page.context().newCDPSession(page);
    await goTo('K8');
    for (const text of ['d', 'đ', 'đô', 'đôn', 'đông']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: 'đông' });
    await page.keyboard.press('Enter');
    await untilTextIs('K8', 'đông');
    await goTo('K9');
    await page.keyboard.type('Thoon');
    for (const _ of 'oon') await page.keyboard.press('Backspace');
    await page.keyboard.insertText('ôn');
    await page.keyboard.press('Enter');
    await untilTextIs('K9', 'Thôn');
  });

  it('makes a tab longer for a block that is pasted at its end; one that is too wide is refused', async () => {
    const rowCount = async () => {
      const { data } = await local.person.spreadsheets.get({ spreadsheetId: workbook, fields: 'sheets.properties' });
      const tab = data.sheets?.find(({ properties }) => properties?.title === TAB);
      return tab?.properties?.gridProperties?.rowCount ?? 0;
    };
    const last = await rowCount();
    const block = ['Cấp xã', 'Cấp thôn', 'Cấp xã'].join('\n');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await goTo(`C${last}`);
    await page.keyboard.press('Control+V');
    await untilTextIs(`C${last}`, 'Cấp xã');
    assert.equal(await rowCount(), last + 2);
    assert.equal(await textOf(`C${last + 2}`), 'Cấp xã');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify('x\t'.repeat(20))})`);
    await goTo(`C${last}`);
    await page.keyboard.press('Control+V');
    assert.match((await refusal()) ?? '', /^Khối dán vượt quá cột cuối/);
  });

  it('ticks a box by a space, and by a click on it', async () => {
    await goTo('B3', FORM);
    assert.equal(await textOf('B3', FORM), 'FALSE');
    await page.keyboard.press(' ');
    await untilTextIs('B3', 'TRUE', FORM);
    await page.locator('.editor').click({ position: BOX_B3 });
    await untilTextIs('B3', 'FALSE', FORM);
    for (const _ of 'odd') await page.keyboard.press(' ');
    await untilTextIs('B3', 'TRUE', FORM);
    await placed(/^B3 · Giá trị: TRUE$/);
    await page.screenshot({ path: `${SCREENSHOTS}/edit-ticked.png` });
  });

  it('does not take a text for a tick, and says how to tick', async () => {
    await page.keyboard.type('Có');
    await page.keyboard.press('Enter');
    assert.equal(await refusal(), 'Ô B3 chỉ nhận dấu tích: bấm vào ô, hoặc bấm phím cách.');
    assert.equal(await textOf('B3', FORM), 'TRUE');
  });

  /** The first row from `from` on with a note in a column of `Thành viên`. */
  async function notedRow(column: string, from: number): Promise<number> {
    const { data } = await local.person.spreadsheets.get({
      spreadsheetId: workbook,
      ranges: [`'Thành viên'!${column}${from}:${column}`],
      fields: 'sheets(data(rowData(values(note))))',
    });
    const rows = data.sheets?.[0]?.data?.[0]?.rowData ?? [];
    return from + rows.findIndex(({ values }) => values?.[0]?.note);
  }

  it('brings a cell far down and to the right into view when its tab is opened, with its card', async () => {
    const row = await notedRow('P', 60);
    await goTo(`P${row}`, 'Thành viên');
    const card = page.locator('#cell-card:visible', { hasText: `P${row} · Đồng ý cho xử lý dữ liệu cá nhân` });
    await card.locator('.card-note.found').waitFor();
    const [seen, grid] = [await card.boundingBox(), await page.locator('.editor').boundingBox()];
    assert.ok(seen && grid && seen.y > grid.y && seen.x > grid.x + grid.width / 3, 'beside its cell');
    await page.screenshot({ path: `${SCREENSHOTS}/card-far-away.png` });
  });

  it('a row link of «Kết quả kiểm tra» leads to the row', async () => {
    await goTo('B2', 'Kết quả kiểm tra');
    const row = /Dòng (\d+)/.exec(await placed(/^B2 /))?.[1];
    await page.locator('#cell-card a').click();
    await placed(new RegExp(`^[A-K]${row} · `));
  });

  /** Months and figures of a line of `Tổng quan`, oldest first, as the chart's table says them. */
  async function monthsOf(label: string): Promise<string[]> {
    const { data } = await local.owner.spreadsheets.values.get({
      spreadsheetId: local.workbooks.province ?? '',
      range: "'Tổng quan'!A5:H60",
    });
    const [months = [], ...lines] = data.values ?? [];
    const figures = lines.find(([name]) => name === label) ?? [];
    assert.ok(Number(figures[2]) > 0, `the sample has ${label}`);
    return months
      .slice(2)
      .map((month, at) => `${month}${figures[at + 2] ?? 'chưa có số liệu'}`)
      .reverse();
  }

  it('draws the province’s charts, with their figures as tables', async () => {
    await page.goto(`${local.system.address}#/w/${local.workbooks.province}`);
    await page.locator('.chart').first().waitFor();
    assert.deepEqual(await page.locator('.chart figcaption').allTextContents(), [
      'Số lượt người theo tháng',
      'Số tổ cấp thôn theo tháng',
      'Số đơn vị đã nộp theo tháng',
    ]);
    const cells = await page.locator('.chart').nth(1).locator('tbody tr').allTextContents();
    assert.deepEqual(cells, await monthsOf('Tổ cấp thôn'));
    await page.locator('.place:not(:empty)').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/charts.png` });
  });

  it('takes the Department’s edits too, where no script checks at once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().includes('/_local/script/') && asked.push(request.url())));
    await page.getByText('Cấu hình', { exact: true }).first().click();
    await placed(/^A2 · /);
    await page.goto(`${page.url().replace(/\/[A-Z]+\d+$/, '')}/E3`);
    await placed(/^E3 · Ghi chú/);
    await page.keyboard.type('theo công văn của Sở');
    await page.keyboard.press('Enter');
    await placed(/^E4 · /);
    await page.waitForFunction('document.querySelector(".save-state").textContent === "Đã lưu"');
    const { data } = await local.owner.spreadsheets.values.get({
      spreadsheetId: local.workbooks.province ?? '',
      range: "'Cấu hình'!E3",
    });
    assert.deepEqual(data.values, [['theo công văn của Sở']]);
    assert.deepEqual(asked, []);
  });

  it('lists the documents of Firestore, finds them, and opens one', async () => {
    await page.goto(`${local.system.address}#/documents`);
    await page.locator('.collection').first().waitFor();
    await page.locator('#document-search').fill('2022:464 2022-12 has-errors');
    await page.getByRole('link', { name: '2022:464_2022-12', exact: true }).click();
    const text = (await page.locator('.json').textContent()) ?? '';
    assert.equal(JSON.parse(text).status, 'has-errors');
    await page.screenshot({ path: `${SCREENSHOTS}/documents.png` });
  });
});
