import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BROWSER_START_MS, openBrowser } from '../../support/chromium.ts';
import { LATE_MAIL, MAILS, PLAIN_MAIL } from './fixtures.ts';
import { type Stub, startStub } from './stub-server.ts';

const SCREENSHOTS = 'test-output/page';
const DESKTOP = { viewport: { width: 1280, height: 800 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** For a machine that is busy with other suites. */
const WAIT_MS = 90_000;

describe('mails, clock and province on the local page in Chromium', function () {
  this.timeout(2 * WAIT_MS);
  let browser: Browser;
  let stub: Stub;
  /** Of all the cases that need no other screen: each has a stub of its own, another origin, so that nothing stays. */
  let desktop: Page;
  let page: Page;
  let exceptions: string[];
  let answeredStrangers: string[];

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
    exceptions = [];
    answeredStrangers = [];
  });

  afterEach(async () => {
    await leavePage();
    stub?.close();
    assert.deepEqual(exceptions, []);
    assert.deepEqual(answeredStrangers, [], 'requests that left for other hosts');
  });

  async function leavePage(): Promise<void> {
    if (page !== desktop) return page.context().close();
    await page.goto('about:blank');
    await page.mouse.move(0, 0);
  }

  async function openPage(options: BrowserContextOptions): Promise<void> {
    const context = await browser.newContext({ locale: 'vi-VN', ...options });
    // What the policy refuses never comes as far as this.
    await context.route(
      (url) => url.origin !== stub.origin,
      (route) => {
        answeredStrangers.push(route.request().url());
        return route.abort();
      },
    );
    page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    page.on('pageerror', (error) => exceptions.push(error.message));
  }

  const open = (address: string) => page.goto(`${stub.origin}/${address}`);
  const mails = () => page.locator('.mails a');
  const frame = () => page.frameLocator('.mail-frame');
  const focused = () => page.locator(':focus');
  const shoot = (name: string) => page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
  const result = () => page.getByRole('status').and(page.locator('#check-result'));

  describe('the inbox', () => {
    it('is reached from the list, which says how many mails there are, and has the newest first', async () => {
      await open('');
      await page.getByRole('link', { name: 'Hộp thư (2 thư)' }).click();
      await mails().first().waitFor();
      const lines = (await mails().allInnerTexts()).map((line) => line.split('\n').filter(Boolean));
      assert.deepEqual(lines, [
        ['Huyện Vĩnh Linh: 3 dòng cần sửa', 'phong-vhtt@huyen.example', '21:00, 20/12/2022'],
        ['Nhắc nộp báo cáo tháng 12/2022', 'phong-vhtt@huyen.example', '08:00, 19/12/2022'],
      ]);
      assert.equal(new URL(page.url()).hash, '#/inbox');
    });

    it('shows a mail with its styles; what it brings neither runs nor loads nor leads away', async () => {
      await open('#/inbox/digest-464');
      const said = frame().locator('#said');
      await said.waitFor();
      assert.equal(await said.evaluate('getComputedStyle(document.querySelector("#said")).color'), 'rgb(179, 38, 30)');
      assert.equal(await page.locator('.mail-frame').getAttribute('sandbox'), '');
      assert.equal(await frame().locator('body[data-ran]').count(), 0);
      assert.equal(await frame().locator('a[href]').count(), 0);
      assert.match((await frame().getByText('Dòng 3').getAttribute('title')) ?? '', /^https:\/\/docs\.google\.com\//);
      await page.getByText('Các liên kết trong thư dẫn tới Google').waitFor();
      assert.equal(await page.title(), 'Huyện Vĩnh Linh: 3 dòng cần sửa · Hộp thư');
      await shoot('inbox-1280');
    });

    it('is walked through with the arrow keys, and opens a mail without HTML as text', async () => {
      await open('#/inbox');
      await mails().first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('.mail-text').innerText(), MAILS[0].text);
      assert.equal(await focused().getAttribute('data-id'), PLAIN_MAIL);
      assert.equal(await focused().getAttribute('aria-current'), 'true');
      await page.keyboard.press('Home');
      assert.equal(await focused().getAttribute('data-id'), MAILS[1].id);
    });

    it('says after reading again how many mails are new, and leaves the open one alone', async () => {
      await open('#/inbox/digest-464');
      await frame().locator('#said').waitFor();
      await page.evaluate('document.querySelector(".mail-frame").dataset.mine = "yes"');
      stub.set({ mails: [...MAILS, LATE_MAIL] });
      await page.getByRole('button', { name: 'Tải lại' }).click();
      await page.getByRole('status').getByText('3 thư, 1 thư mới').waitFor();
      assert.equal(await mails().first().getAttribute('data-id'), LATE_MAIL.id);
      assert.equal(await page.locator('.mail-frame[data-mine]').count(), 1);
    });

    it('says that it is empty, and that a mail is not there', async () => {
      await open('#/inbox/no-such-mail');
      await page.getByText('Không tìm thấy thư này.').waitFor();
      stub.set({ mails: [] });
      await page.getByRole('button', { name: 'Tải lại' }).click();
      await page.getByRole('heading', { name: 'Chưa có thư nào' }).waitFor();
      assert.equal(await mails().count(), 0);
    });

    it('390 px: one of list and mail at a time, and the focus goes along', async () => {
      await openPage(PHONE);
      await open('#/inbox');
      await mails().first().waitFor();
      await shoot('inbox-list-390');
      await mails().first().tap();
      await frame().locator('#said').waitFor();
      assert.equal(await mails().first().isVisible(), false);
      assert.equal(await focused().innerText(), 'Huyện Vĩnh Linh: 3 dòng cần sửa');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
      await shoot('inbox-390');
      await page.getByRole('link', { name: 'Các thư' }).tap();
      await mails().first().waitFor();
      assert.equal(await focused().getAttribute('data-id'), 'digest-464');
    });
  });

  describe('«Gửi thư đang chờ»', () => {
    const results: readonly [sent: number, retried: number, dead: number, text: string, tone: string][] = [
      [0, 0, 0, 'Lúc này không có thư nào cần gửi.', 'good'],
      [12, 0, 0, 'Đã gửi 12 thư.', 'good'],
      [
        1,
        2,
        3,
        'Đã gửi 1 thư. 2 thư chưa gửi được và sẽ được gửi lại sau. 3 thư không gửi được, hệ thống không thử lại nữa.',
        'warn',
      ],
    ];
    it('says how many mails were sent, put back, given up', async () => {
      await open('');
      for (const [sent, retried, dead, text, tone] of results) {
        stub.set({ sent: { sent, retried, dead } });
        await page.getByRole('button', { name: 'Gửi thư đang chờ' }).click();
        await result().getByText(text, { exact: true }).waitFor();
        assert.equal(await result().getAttribute('class'), `notice ${tone}`);
      }
      assert.deepEqual(stub.posted, ['{}', '{}', '{}']);
    });
  });

  describe('the clock', () => {
    const field = () => page.getByLabel('Đặt ngày giờ khác');

    it("is set in Việt Nam's time, wherever the reader is, and the list is read again", async () => {
      await openPage({ ...DESKTOP, timezoneId: 'America/New_York' });
      await open('');
      assert.equal(await field().inputValue(), '2022-12-20T21:00');
      await field().fill('2022-09-15T21:30');
      await field().press('Enter');
      await result().getByText('Đã đặt đồng hồ của hệ thống: 21:30, Thứ Năm, 15/09/2022.').waitFor();
      await page.locator('.clock time').getByText('21:30, Thứ Năm, 15/09/2022').waitFor();
      assert.deepEqual(stub.posted, ['{"now":"2022-09-15T21:30:00+07:00"}']);
    });

    it('asks for what is missing, and sends nothing', async () => {
      await open('');
      await field().fill('');
      await page.getByRole('button', { name: 'Đặt giờ' }).click();
      await result().getByText('Vui lòng chọn đủ ngày và giờ').waitFor();
      assert.deepEqual(stub.posted, []);
    });
  });

  it("has the province's workbook first, under its own heading", async () => {
    stub.set({ province: true });
    await open('');
    await page.getByRole('link', { name: 'Tổng hợp toàn tỉnh' }).waitFor();
    assert.deepEqual(await page.getByRole('heading').allInnerTexts(), [
      'Báo cáo tháng của các huyện',
      'Bảng tính của tỉnh',
      'Bảng tính của các huyện',
    ]);
    assert.equal(await page.locator('.list tbody').count(), 2);
    await shoot('home-province');
  });
});
