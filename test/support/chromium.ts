/** Chromium for tests of pages: shared (`shared.ts`), started by the first test that needs it. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { shared } from './shared.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;
const INSTALL_MS = 300_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next folder is looked at.
    return false;
  }
}

/** The first Chromium on `PATH`, or null. */
export function findChromium({ PATH = '' }: Environment): string | null {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

/** Debian's own package, unless another process of this run installed it meanwhile. */
const INSTALL = 'command -v chromium || { apt-get update && apt-get install -y --no-install-recommends chromium; }';

/** Needs root. One process at a time: apt-get refuses those that come while it works. Throws what apt-get said. */
async function installChromium(): Promise<void> {
  const lock = join(tmpdir(), 'to-cong-nghe-so-chromium.lock');
  await promisify(execFile)('flock', [lock, 'sh', '-c', INSTALL], { timeout: INSTALL_MS });
}

function sayMissing(reason: string): null {
  console.warn(`\n!!! NOT RUN: the browser tests: ${reason}. Install Chromium (Debian: apt-get install chromium).\n`);
  return null;
}

/** Continuous integration installs what it lacks; a person's own machine is left as it is. */
async function locateChromium(environment: Environment): Promise<string | null> {
  const found = findChromium(environment);
  if (found !== null) return found;
  if (!environment.CI) return sayMissing(`none of ${NAMES.join(', ')} is on PATH`);
  try {
    await installChromium();
  } catch (error) {
    return sayMissing(`apt-get could not install chromium: ${(error as Error).message}`);
  }
  return findChromium(environment) ?? sayMissing('apt-get installed chromium, and it is not on PATH');
}

let located: Promise<string | null> | undefined;
const launch = (executablePath: string): (() => Promise<Browser>) =>
  shared(
    () => chromium.launch({ executablePath, headless: true, args: [...FLAGS] }),
    (browser) => browser.close(),
  );
let launched: (() => Promise<Browser>) | undefined;

/** The shared browser, or null where there is none; why was then said once. */
export async function openBrowser(): Promise<Browser | null> {
  // biome-ignore lint/style/noProcessEnv: a test run has no start of its own that could hand it the environment.
  located ??= locateChromium(process.env);
  const executablePath = await located;
  if (executablePath === null) return null;
  launched ??= launch(executablePath);
  return launched();
}

/** What a `before` hook that calls `openBrowser` may take: an installation, at worst. */
export const BROWSER_START_MS = 2 * INSTALL_MS;
