import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BROWSER_START_MS, openBrowser } from '../../support/chromium.ts';
import {
  DONG_HA,
  HOSTILE,
  LONG_VERDICT,
  MANY,
  OWN_NOTE,
  RESULTS,
  SIGNER_NOTE,
  TEAMS,
  UNCHECKED,
  VINH_LINH,
} from './fixtures.ts';
import { type Stub, startStub } from './stub-server.ts';

const SCREENSHOTS = 'test-output/page';
const DESKTOP = { viewport: { width: 1280, height: 800 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const RED = 'rgb(179, 38, 30)';

/** For a machine that is busy with other suites. */
const WAIT_MS = 90_000;

describe('the local page in Chromium', function () {
  this.timeout(2 * WAIT_MS);
  let browser: Browser;
  let stub: Stub;
  /** Of all the cases that need no other screen: each has a stub of its own, another origin, so that nothing stays. */
  let desktop: Page;
  let page: Page;
  let strangers: string[];
  let mistakes: string[];

  before(async function () {
    this.timeout(BROWSER_START_MS);
    const opened = await openBrowser();
    if (opened === null) return this.skip();
    browser = opened;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await openPage(DESKTOP);
    desktop = page;
  });

  after(() => desktop?.context().close());

  beforeEach(async () => {
    stub = await startStub();
    page = desktop;
    strangers = [];
    mistakes = [];
  });

  afterEach(async () => {
    await leavePage();
    stub?.close();
    assert.deepEqual(strangers, [], 'requests to other hosts');
    assert.deepEqual(mistakes, [], 'exceptions and refused loads');
  });

  async function leavePage(): Promise<void> {
    if (page !== desktop) return page.context().close();
    await page.goto('about:blank');
    await page.mouse.move(0, 0);
  }

  async function openPage(options: BrowserContextOptions): Promise<void> {
    const context = await browser.newContext({ locale: 'vi-VN', ...options });
    // The editing grid has tests of its own: test/local/page/edit.browser.test.ts.
    // A page that is left is blank, and has no storage.
    await context.addInitScript("if (origin !== 'null') localStorage.setItem('way-to-show', 'read')");
    page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== stub.origin) strangers.push(request.url());
    });
    page.on('pageerror', (error) => mistakes.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) mistakes.push(message.text());
    });
  }

  const open = (address: string) => page.goto(`${stub.origin}/${address}`);
  const openTeams = () => open(`#/w/${VINH_LINH}/${TEAMS}`);
  const cell = (row: number, column: number) =>
    page
      .locator(`.grid tr[data-row="${row - 1}"] > *`)
      .nth(column)
      .describe(`row ${row}, column ${column}`);
  const card = () => page.locator('#cell-card');
  // What cells say is asked by textContent: rows that the browser has not laid out yet (grid.css) have no innerText.
  const focused = () => page.locator(':focus');
  /** The test's own time limit ends a wait for what is never asked. */
  async function untilAsked(times: number, isIt: (line: string) => boolean): Promise<void> {
    while (stub.asked.filter(isIt).length < times) await page.waitForTimeout(20);
  }
  const shoot = (name: string) => page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
  const pageOverflow = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  describe('the list', () => {
    it('shows each workbook with the status, rows and problems of its open months', async () => {
      await open('');
      await page.locator('.list tbody').first().waitFor();
      assert.deepEqual(
        await page
          .locator('.list tr')
          .allInnerTexts()
          .then((rows) => rows.map(words)),
        [
          'Đơn vị Tháng Trạng thái Dòng đã đọc Được tính Chưa tính Lỗi Cần xem Chưa đúng KH',
          'Huyện Vĩnh Linh 12/2022 Có lỗi 1.354 1.351 3 2 tổ, 1 thành viên 3 12 2',
          '01/2023 Chưa nộp 114 114 0 0 0 0',
          'Thành phố Đông Hà 12/2022 Đúng hạn 115 115 0 0 0 0',
        ],
      );
      assert.equal(words(await page.locator('.tally').innerText()), '2 đơn vị ✗ 1 có lỗi ✓ 1 không có lỗi');
      await shoot('home-light');
    });

    it('says the time of the system in Việt Nam, wherever the reader is', async () => {
      await openPage({ ...DESKTOP, timezoneId: 'America/New_York' });
      await open('');
      assert.equal(await page.locator('time').innerText(), '21:00, Thứ Ba, 20/12/2022');
    });

    it('says of each workbook at a glance whether it has errors', async () => {
      await open('');
      await page.getByRole('rowheader', { name: 'có lỗi Huyện Vĩnh Linh' }).waitFor();
      await page.getByRole('rowheader', { name: 'không có lỗi Thành phố Đông Hà' }).waitFor();
    });

    it('says what to do before the first check', async () => {
      stub.set({ overview: 'no-reports' });
      await open('');
      await page.getByRole('row', { name: /Huyện Vĩnh Linh Chưa kiểm tra lần nào/ }).waitFor();
    });

    it('says how to get workbooks where there are none', async () => {
      stub.set({ overview: 'no-workbooks' });
      await open('');
      await page.getByRole('heading', { name: 'Chưa có bảng tính nào' }).waitFor();
      assert.equal(await page.locator('.empty code').innerText(), 'npm start -- --sample demo');
    });

    it('leads to a workbook and back', async () => {
      await open('');
      await page.getByRole('link', { name: 'Huyện Vĩnh Linh' }).click();
      await page.getByRole('heading', { name: 'Huyện Vĩnh Linh - Tổ công nghệ số cộng đồng' }).waitFor();
      await page.getByRole('link', { name: 'Danh sách' }).click();
      await page.getByRole('link', { name: 'Thành phố Đông Hà' }).click();
      await page.getByRole('heading', { name: 'Thành phố Đông Hà' }).waitFor();
      assert.equal(new URL(page.url()).hash, `#/w/${DONG_HA}`);
    });
  });

  describe('a workbook', () => {
    it('has its visible tabs in their order, and opens them with the arrow keys', async () => {
      await openTeams();
      await cell(2, 1).waitFor();
      const tabs = page.getByRole('tab');
      assert.deepEqual(await tabs.allInnerTexts(), ['Tổ', 'Hoạt động 12-2022', 'Kết quả kiểm tra']);
      await page.getByRole('tab', { name: 'Tổ', exact: true }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('gridcell', { name: 'Dòng 6' }).waitFor();
      assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'Kết quả kiểm tra');
      assert.equal(await focused().textContent(), 'Kết quả kiểm tra');
      assert.equal(new URL(page.url()).hash, `#/w/${VINH_LINH}/${RESULTS}`);
    });

    it('colours the verdict by its sign, and counts the rows of each', async () => {
      await openTeams();
      await cell(3, 1).waitFor();
      const colour = (row: number) => page.evaluate<string>(`getComputedStyle(${at(row, 1)}).color`);
      assert.equal(await colour(3), RED);
      assert.equal(await colour(4), 'rgb(134, 82, 0)');
      assert.equal(await colour(2), 'rgb(15, 107, 60)');
      assert.deepEqual(await page.locator('.counts .chip').allInnerTexts(), [
        '✗ 2 dòng có lỗi',
        '! 1 dòng cần xem',
        '✓ 2 dòng đúng',
      ]);
      await shoot('workbook-light');
    });

    it('gives a long verdict two lines, and other long texts one', async () => {
      await openTeams();
      await cell(3, 1).waitFor();
      const heights = await Promise.all([3, 6, 7].map(async (row) => (await cell(row, 2).boundingBox())?.height ?? 0));
      assert.ok((heights[0] ?? 0) > 1.4 * (heights[2] ?? 0), `row 3 is ${heights[0]} px high, row 7 ${heights[2]} px`);
      assert.equal(heights[1], heights[0], 'the long text of row 6 is cut, and its verdict has two lines');
    });

    it('says that a tab was not checked yet', async () => {
      await open(`#/w/${DONG_HA}/${UNCHECKED}`);
      await cell(2, 2).waitFor();
      assert.deepEqual(await page.locator('.counts .chip').allInnerTexts(), ['Chưa có kết quả kiểm tra']);
      assert.equal(await page.getByRole('button', { name: 'Lỗi sau' }).isDisabled(), true);
    });

    it('shows fills, ticks and figures, and leaves out the blank rows at the end', async () => {
      await openTeams();
      await cell(7, 1).waitFor();
      assert.equal(await page.evaluate(`getComputedStyle(${at(4, 4)}).backgroundColor`), 'rgb(253, 235, 211)');
      assert.equal(await cell(2, 6).getByRole('img').getAttribute('aria-label'), 'đã đánh dấu');
      assert.equal(await cell(3, 6).getByRole('img').getAttribute('aria-label'), 'chưa đánh dấu');
      assert.equal(await cell(4, 5).textContent(), '1.250');
      assert.equal(await page.locator('.grid tbody tr').count(), 6);
    });

    it('keeps headings and row numbers in view', async () => {
      await open(`#/w/${VINH_LINH}/${MANY}`);
      await cell(2, 1).waitFor();
      await page.evaluate('document.querySelector(".scroller").scrollTo(900, 5000)');
      const [view, heading, number] = await Promise.all(
        ['.scroller', '.grid thead', '.grid thead .row-number'].map((selector) =>
          page.locator(selector).first().boundingBox(),
        ),
      );
      assert.equal(heading?.y, view?.y);
      assert.equal(number?.x, view?.x);
    });

    it('shows text as text, whatever it looks like', async () => {
      await openTeams();
      assert.equal(await cell(6, 2).textContent(), HOSTILE);
      assert.equal(await page.locator('.grid img').count(), 0);
      assert.equal(await page.locator('.grid a').count(), 0, 'a javascript: link is no link');
      await cell(6, 2).click();
      assert.equal(await card().locator('.card-text').innerText(), HOSTILE);
      assert.equal(await card().locator('img').count(), 0);
      assert.notEqual(await page.title(), 'taken over');
    });

    it('draws 1,500 rows while it answers, and jumps to one that is not drawn yet', async () => {
      await open(`#/w/${VINH_LINH}/${MANY}`);
      await page.getByRole('button', { name: 'Lỗi trước' }).click();
      assert.equal(await focused().textContent(), '✗ Ngày này ở ngoài kỳ báo cáo.');
      assert.equal(await page.locator('.position').innerText(), 'Lỗi 3/3, dòng 1501');
      await page.locator('.grid tr[data-row="1500"]').waitFor();
      assert.equal(await page.locator('.grid tbody tr').count(), 1500);
    });

    it('says in Vietnamese that a workbook is not there', async () => {
      await open('#/w/no-such-workbook');
      assert.match(await page.getByRole('alert').innerText(), /^Không tìm thấy\./);
    });

    it('reads the structure once, and a tab when it is shown or read again', async () => {
      await openTeams();
      await cell(2, 1).waitFor();
      await page.getByRole('tab', { name: 'Kết quả kiểm tra' }).click();
      await page.getByRole('gridcell', { name: 'Dòng 6' }).waitFor();
      const reads = () => stub.asked.filter((line) => line.startsWith('GET /v4/'));
      const ranges = () => reads().map((line) => new URL(line.slice(4), stub.origin).searchParams.get('ranges'));
      assert.deepEqual(ranges(), [null, "'Tổ'", "'Kết quả kiểm tra'"]);
      await page.getByRole('button', { name: 'Tải lại' }).click();
      await page.getByRole('gridcell', { name: 'Dòng 6' }).waitFor();
      assert.deepEqual(ranges().slice(3), [null, "'Kết quả kiểm tra'"]);
    });
  });

  describe('notes and long texts', () => {
    it('appear when the keyboard reaches the cell, and go with Escape', async () => {
      await openTeams();
      await cell(4, 3).click();
      assert.equal(await card().isVisible(), false, 'a short text without a note needs no card');
      await page.keyboard.press('ArrowRight');
      assert.equal(await focused().textContent(), 'Khác');
      assert.equal(await card().locator('.card-note').innerText(), SIGNER_NOTE);
      assert.equal(words(await card().locator('.card-head').innerText()), 'D4 · Người ký');
      assert.equal(await focused().getAttribute('aria-description'), SIGNER_NOTE);
      await shoot('note');
      await page.keyboard.press('Escape');
      assert.equal(await card().isVisible(), false);
    });

    it('appear under the pointer, which may move onto them', async () => {
      await openTeams();
      await cell(4, 4).hover();
      await card().waitFor();
      await card().hover();
      assert.equal(await card().locator('.card-note').innerText(), SIGNER_NOTE);
      await page.mouse.move(5, 5);
      await card().waitFor({ state: 'hidden' });
    });

    it('tell what the check found from what staff wrote', async () => {
      await openTeams();
      const corner = (row: number, column: number) =>
        page.evaluate<string>(`getComputedStyle(${at(row, column)}, '::after').borderTopColor`);
      await cell(2, 2).click();
      assert.equal(await card().locator('.card-note').innerText(), OWN_NOTE);
      assert.notEqual(await corner(2, 2), await corner(4, 4));
      assert.equal(await corner(4, 4), 'rgb(217, 115, 13)');
    });

    it('show the whole of a verdict that is cut', async () => {
      await openTeams();
      await cell(3, 1).click();
      assert.equal(await card().locator('.card-text').innerText(), LONG_VERDICT);
    });
  });

  describe('ways to a row', () => {
    it('«Lỗi sau» and «Lỗi trước» move the focus from error to error, around the ends', async () => {
      await openTeams();
      const next = page.getByRole('button', { name: 'Lỗi sau' });
      await next.click();
      assert.equal(await focused().textContent(), LONG_VERDICT);
      await next.click();
      assert.equal(await focused().textContent(), '✗ Xã này chưa có trong danh sách. Vui lòng chọn lại.');
      assert.equal(await page.locator('.position').innerText(), 'Lỗi 2/2, dòng 6');
      await next.click();
      assert.equal(await page.locator('.position').innerText(), 'Lỗi 1/2, dòng 3');
      await page.keyboard.press('Alt+ArrowUp');
      assert.equal(await page.locator('.position').innerText(), 'Lỗi 2/2, dòng 6');
    });

    it('a row link in «Kết quả kiểm tra» opens the tab at the row, and marks it', async () => {
      await open(`#/w/${VINH_LINH}/${RESULTS}`);
      await page.getByRole('link', { name: 'Dòng 6' }).click();
      await page.locator('.grid .marked').waitFor();
      assert.equal(await focused().textContent(), HOSTILE);
      assert.equal(await page.locator('.marked .row-number').textContent(), '6');
      assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'Tổ');
      await shoot('row-link');
      await page.goBack();
      await page.getByRole('link', { name: 'Dòng 6' }).waitFor();
    });

    it("Google's own form of the link works in the address too", async () => {
      await open(`#/w/${VINH_LINH}/${RESULTS}`);
      await page.getByRole('link', { name: 'Dòng 6' }).waitFor();
      await page.evaluate(`location.hash = '#gid=${TEAMS}&range=B3:B4'`);
      await page.locator('.grid .marked').first().waitFor();
      assert.deepEqual(await page.locator('.marked .row-number').allTextContents(), ['3', '4']);
      assert.equal(await focused().textContent(), 'Xã Vĩnh Thái');
    });

    it('a link to a hidden tab says so', async () => {
      await open(`#/w/${VINH_LINH}/14`);
      await page.getByText('Trang này đang ẩn hoặc không còn.').waitFor();
    });

    it('the arrow keys walk through the cells', async () => {
      await openTeams();
      await cell(2, 2).click();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
      assert.equal(await focused().textContent(), '! Người ký không phải Chủ tịch UBND xã.');
      await page.keyboard.press('Control+End');
      assert.equal(await page.evaluate(`document.activeElement === ${at(7, 7)}`), true);
      await page.keyboard.press('Control+Home');
      assert.equal(await focused().textContent(), 'Kiểm tra');
    });
  });

  describe('«Kiểm tra ngay»', () => {
    const run = () => page.locator('#check-now');
    const result = () => page.getByRole('status').and(page.locator('#check-result'));

    it('is disabled while it runs, announces the result, and draws the list again', async () => {
      await open('');
      await page.locator('.list').waitFor();
      await run().click();
      assert.equal(await run().innerText(), 'Đang kiểm tra…');
      assert.equal(await run().isDisabled(), true);
      await result().getByText('Đã kiểm tra xong').waitFor();
      assert.equal(
        await result().innerText(),
        'Đã kiểm tra xong 1 đơn vị, trong đó 0 không đổi. Tìm thấy 3 lỗi, 12 điều cần xem. Đã ghi 7 ô. ' +
          'Không kiểm tra được: Thành phố Đông Hà.',
      );
      await page.locator('#check-now:enabled').waitFor();
      assert.equal(await run().innerText(), 'Kiểm tra ngay');
      assert.equal(stub.asked.filter((line) => line === 'POST /functions/nightly').length, 1);
      await untilAsked(3, (line) => line === 'GET /_local/overview');
      await page.getByRole('link', { name: 'Huyện Vĩnh Linh' }).click();
      await result().waitFor({ state: 'hidden' });
    });

    it('says in Vietnamese that it failed, and can be pressed again', async () => {
      stub.set({ nightly: 'busy' });
      await open('');
      await run().click();
      await result().getByText('Chưa kiểm tra được.').waitFor();
      assert.equal(await result().innerText(), 'Chưa kiểm tra được. Hệ thống đang bận. Vui lòng thử lại sau ít phút.');
      await page.locator('#check-now:enabled').waitFor();
    });

    it('reads the open tab again', async () => {
      await openTeams();
      await cell(2, 1).waitFor();
      await run().click();
      await page.locator('#check-now:enabled').waitFor();
      await untilAsked(2, (line) => line.startsWith('GET /v4/') && line.includes('ranges='));
      assert.equal(await focused().textContent(), 'Kiểm tra ngay', 'the focus stays where it was');
    });
  });

  describe('screens', () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`390 px, ${colorScheme}: the page does not scroll sideways, the grid does`, async () => {
        await openPage({ ...PHONE, colorScheme });
        await open('');
        await page.locator('.list').waitFor();
        assert.equal(await pageOverflow(), 0);
        await shoot(`home-390-${colorScheme}`);
        await openTeams();
        await cell(2, 1).waitFor();
        assert.equal(await pageOverflow(), 0);
        const inside =
          '(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector(".scroller"))';
        assert.equal(await page.evaluate(inside), true);
        await cell(3, 1).tap();
        assert.equal(await card().locator('.card-text').innerText(), LONG_VERDICT);
        await shoot(`workbook-390-${colorScheme}`);
        await page.getByRole('button', { name: 'Đóng chi tiết' }).tap();
        assert.equal(await card().isVisible(), false);
      });
    }

    it('1280 px, dark: verdicts keep their colours', async () => {
      await openPage({ ...DESKTOP, colorScheme: 'dark' });
      await open('');
      await page.locator('.list').waitFor();
      await shoot('home-dark');
      await openTeams();
      await cell(3, 1).waitFor();
      assert.equal(await page.evaluate(`getComputedStyle(${at(3, 1)}).color`), 'rgb(255, 155, 147)');
      await shoot('workbook-dark');
    });
  });
});

/** The cell as the page itself finds it; rows count from 1, and column 0 has the row numbers. */
function at(row: number, column: number): string {
  return `document.querySelector('.grid tr[data-row="${row - 1}"]').cells[${column}]`;
}

/** Runs of white space as one space: how lines are broken is the layout's affair. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
