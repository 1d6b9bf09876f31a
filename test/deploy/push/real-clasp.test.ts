/** That the real clasp takes our project files and says what `deploy/push/clasp.ts` reads, without a network. */
import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../../../apps-script/build.ts';
import { type Clasp, claspOf, createScript, pushProject, requireLogin } from '../../../deploy/push/clasp.ts';
import { projectFileOf, register, SCRIPT_FOLDER } from '../../../deploy/push/project-file.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';
import { builtScript } from '../../apps-script/support/built-script.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type AppsScriptApi, NEW_SCRIPT_ID, startAppsScriptApi } from './apps-script-api.ts';
import { commandOf, findRealClasp, INVENTED_LOGIN } from './real-clasp.ts';

const UNIT = '2022:464';
const SCRIPT_ID = '1abcdefghijklmnopqrstuvwxyz0123456789';
const FILES = ['main.js', 'appsscript.json', 'guide.html', 'sidebar.html'];

describe('the real clasp', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let program: string | null = null;
  let api: AppsScriptApi;
  let clasp: Clasp;

  before(async function () {
    program = await findRealClasp();
    if (program !== null) return;
    console.warn(
      '\n!!! NOT RUN: the suite on the real clasp: npm has no @google/clasp@3.4.1. `npm run push` fetches it.\n',
    );
    this.skip();
  });

  beforeEach(async () => {
    api = await startAppsScriptApi();
    const login = join(folder(), 'login.json');
    await writeFile(login, INVENTED_LOGIN);
    clasp = claspOf(commandOf(program ?? '', login, api.address));
    await writeFiles(await builtScript(), join(folder(), SCRIPT_FOLDER));
    await register(folder(), { unit: findUnit(UNIT) as ReportingUnit, scriptId: SCRIPT_ID });
  });

  afterEach(() => api?.close());

  const push = () => pushProject(clasp, { root: folder(), file: projectFileOf(UNIT), files: FILES });

  it('takes a project file of ours, puts the four files in place of what was there, and changes nothing the second time', async () => {
    api.scripts.set(SCRIPT_ID, [{ name: 'Code', type: 'SERVER_JS', source: 'function old() {}' }]);
    assert.deepEqual(await push(), { outcome: 'pushed' });
    const { files } = await builtScript();
    assert.deepEqual(api.scripts.get(SCRIPT_ID), [
      { name: 'appsscript', type: 'JSON', source: files.get('appsscript.json') },
      { name: 'guide', type: 'HTML', source: files.get('guide.html') },
      { name: 'main', type: 'SERVER_JS', source: files.get('main.js') },
      { name: 'sidebar', type: 'HTML', source: files.get('sidebar.html') },
    ]);
    assert.deepEqual(await push(), { outcome: 'unchanged' });
  });

  it("passes on Google's refusal", async () => {
    assert.deepEqual(await push(), { outcome: 'failed', reason: 'Requested entity was not found.' });
  });

  it('knows who is logged in, and who is not', async () => {
    await requireLogin(clasp, folder());
    const nobody = claspOf(commandOf(program ?? '', join(folder(), 'no-login.json'), api.address));
    await assert.rejects(requireLogin(nobody, folder()), /^Error: Nobody is logged in to clasp\./);
  });

  it('makes a script in a workbook', async () => {
    const empty = join(folder(), 'empty');
    await mkdir(empty);
    const request = { folder: empty, workbookId: '1sheet', title: 'Tổ công nghệ số' };
    assert.equal(await createScript(clasp, request), NEW_SCRIPT_ID);
    assert.deepEqual(api.made, [{ title: 'Tổ công nghệ số', parentId: '1sheet' }]);
    assert.deepEqual((await readdir(empty)).sort(), ['.clasp.json', 'Code.js', 'appsscript.json']);
    await assert.rejects(createScript(clasp, request), new Error('Project file already exists.'));
  });
});
