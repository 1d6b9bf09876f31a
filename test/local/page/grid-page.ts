/** A page of the browser for suites that type into the editing grid, against the real local system. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

export const SCREENSHOTS = 'test-output/page';

/** Until the grid stands: its bundle may have to be built first. */
export const FIRST_GRID_MS = 120_000;

export interface GridPage {
  readonly page: Page;
  /** Requests to other hosts, exceptions, refused loads; none are allowed. */
  readonly mistakes: readonly string[];
  /** Waits until the line above the grid, which names the chosen cell, begins so; gives the line. */
  placed(beginning: RegExp): Promise<string>;
}

/** `address`: that of the local system, with its slash. */
export async function openGridPage(browser: Browser, address: string): Promise<GridPage> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(FIRST_GRID_MS);
  const mistakes: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && `${origin}/` !== address) mistakes.push(request.url());
  });
  page.on('pageerror', (error) => mistakes.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) mistakes.push(message.text());
  });
  return {
    page,
    mistakes,
    async placed(beginning) {
      const line = page.locator('.place', { hasText: beginning });
      await line.waitFor();
      return (await line.textContent()) ?? '';
    },
  };
}
