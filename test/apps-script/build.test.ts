import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildScript, MAX_BYTES } from '../../apps-script/build.ts';
import { forbiddenIn } from '../../apps-script/forbidden-constructs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { builtScript } from './support/built-script.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the build of the script', () => {
  const folder = temporaryFolder();

  it('gives the files that are pushed', async () => {
    const { files } = await builtScript();
    assert.deepEqual([...files.keys()], ['main.js', 'appsscript.json', 'guide.html', 'sidebar.html']);
  });

  it('stays small', async function () {
    const { bytes } = await builtScript();
    if (this.test) this.test.title += `: main.js has ${bytes} bytes of ${MAX_BYTES}`;
    assert.ok(bytes > 50_000 && bytes <= MAX_BYTES, `${bytes} bytes`);
  });

  it('holds nothing that Apps Script lacks', async () => {
    const { files } = await builtScript();
    assert.deepEqual(forbiddenIn(files.get('main.js') ?? ''), []);
  });

  it('declares one function for each export of the entry', async () => {
    const main = (await builtScript()).files.get('main.js') ?? '';
    const declared = [...main.matchAll(/^function (\w+)\(\.\.\.all\) \{ return __app\.(\w+)\(\.\.\.all\); \}$/gm)];
    assert.deepEqual(
      declared.map(([, name, called]) => [name, called]).sort(),
      [
        'applyFix',
        'checkAll',
        'checkThisTab',
        'goTo',
        'onEdit',
        'onOpen',
        'sendReport',
        'showFixes',
        'showGuide',
        'showMessage',
        'showSending',
        'showTasks',
        'sidebarState',
      ].map((name) => [name, name]),
    );
  });

  it('asks for two scopes: this workbook, and a sidebar in it', async () => {
    const manifest = JSON.parse((await builtScript()).files.get('appsscript.json') ?? '{}');
    assert.deepEqual(manifest.oauthScopes, [
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
    assert.deepEqual([manifest.runtimeVersion, manifest.timeZone], ['V8', 'Asia/Ho_Chi_Minh']);
  });

  const REFUSED: readonly (readonly [what: string, source: string, reason: RegExp])[] = [
    ['an address parser', 'export const onOpen = () => new URL("https://a.vn");', /new URL: there is no URL/],
    ['a timer', 'export const onOpen = () => setTimeout(onOpen, 1);', /timer: /],
    ['a request', 'export const onOpen = () => fetch("https://a.vn");', /fetch: there is no fetch/],
    ['a dynamic import', 'export const onOpen = (name: string) => import(name);', /import\(\): /],
    ['await at the top level', 'export const onOpen = await 1;', /[Tt]op-level await/],
    ['a parse', "import * as z from 'zod/mini';\nexport const onOpen = () => z.string().parse('');", /parse: .*line 2/],
    ['the telephone plans of the world', 'export { AsYouType } from "libphonenumber-js";', /telephone plans/],
    ['a script too big', `export const onOpen = () => "${'ô'.repeat(140_000)}";`, /more than 150000/],
  ];
  for (const [what, source, reason] of REFUSED) {
    it(`refuses ${what}`, async () => {
      const entry = join(folder(), 'main.ts');
      await writeFile(entry, source);
      await assert.rejects(buildScript(entry), reason);
    });
  }

  it('lowers static fields and blocks, which Apps Script’s parser refuses', async () => {
    const entry = join(folder(), 'main.ts');
    await writeFile(
      entry,
      'class A { static x = 1; static { A.x += 1; } #y = 2; }\nexport const onOpen = () => new A();',
    );
    const { files } = await buildScript(entry);
    assert.doesNotMatch(files.get('main.js') ?? '', /static/);
  });

  it('keeps what ES2020 has, and lowers what came later', async () => {
    const entry = join(folder(), 'main.ts');
    await writeFile(entry, 'export const onOpen = (x: { a?: number }) => { x.a ??= 1; return x?.a ?? 2; };');
    const main = (await buildScript(entry)).files.get('main.js') ?? '';
    assert.match(main, /\?\.a\?\?2/);
    assert.doesNotMatch(main, /\?\?=/);
  });

  it('fits the types of Google and the library of ES2020', async function () {
    this.timeout(120_000);
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', join(ROOT, 'apps-script')]).catch(
      (error: { stdout: string }) => error,
    );
    assert.equal(stdout, '');
  });
});
