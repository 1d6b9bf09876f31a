/**
 * `npm run push` as a process of its own, with its real parts: one build of the script, pushed with an imitation of clasp,
 * and once more with the real one, on this machine: that it takes our project files and says what `deploy/push/clasp.ts`
 * reads. What the flags mean is in `command.test.ts`.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Clasp, claspOf, createScript, pushProject, requireLogin } from '../../../deploy/push/clasp.ts';
import { projectFileOf, register, SCRIPT_FOLDER } from '../../../deploy/push/project-file.ts';
import { connectToEmulator } from '../../../local/firestore/connect.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';
import { EMULATOR_MISSING, emulatorHost, newProjectId } from '../../support/emulator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type AppsScriptApi, NEW_SCRIPT_ID, startAppsScriptApi } from './apps-script-api.ts';
import { fakeClaspProgram } from './fake-clasp.ts';
import { CLASP_FETCH_MS, commandOf, findRealClasp, INVENTED_LOGIN } from './real-clasp.ts';
import { unitDocument } from './unit-document.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'deploy', 'push.ts');
const NOTHING_HEAVY = pathToFileURL(join(import.meta.dirname, 'nothing-heavy.ts')).href;

const UNIT = '2022:464';
const SCRIPT_ID = '1abcdefghijklmnopqrstuvwxyz0123456789';
const FILES = ['main.js', 'appsscript.json', 'guide.html', 'sidebar.html', 'address.js'];

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = '' } = ENVIRONMENT;
  const options = { cwd, env: { PATH, ...environment } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe('npm run push, as a process', () => {
  const folder = temporaryFolder();

  it('refuses with exit code 2, and has loaded neither the bundler nor Firestore for it', async () => {
    assert.deepEqual(await node(['--import', NOTHING_HEAVY, PROGRAM, '--register', UNIT], folder()), {
      code: 2,
      stdout: '',
      stderr: '--register wants --script as well; see --help.\n',
    });
  });

  it('makes a script in the workbooks that Firestore knows', async function () {
    if (EMULATOR_MISSING !== null) return this.skip();
    this.timeout(180_000);
    const [host, project] = [await emulatorHost(), newProjectId()];
    const firestore = connectToEmulator(host, project);
    const [path, document] = unitDocument(UNIT, '1sheet464');
    await firestore.doc(path).set(document);
    await firestore.terminate();

    const { program } = await fakeClaspProgram(folder(), { '1sheet464': { stdout: `{"scriptId": "${SCRIPT_ID}"}` } });
    const environment = { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: project };
    assert.deepEqual(await node([PROGRAM, '--create', '--clasp', program], folder(), environment), {
      code: 0,
      stdout: '2022:464 Huyện Vĩnh Linh: made, registered in .clasp.2022-464.json\n',
      stderr: '',
    });
    assert.ok((await readdir(folder())).includes('.clasp.2022-464.json'));
  });
});

describe('the script that npm run push builds', () => {
  let root = '';
  let ended: Ended;
  const inDist = (file: string) => readFile(join(root, SCRIPT_FOLDER, file), 'utf8');

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-'));
    await register(root, { unit: findUnit(UNIT) as ReportingUnit, scriptId: SCRIPT_ID });
    const { program } = await fakeClaspProgram(root, { push: { stdout: JSON.stringify(FILES) } });
    const environment = { SUBMIT_URL: 'https://submit-report-abc.a.run.app' };
    ended = await node([PROGRAM, '--clasp', program], root, environment);
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('is pushed: exit code 0', async () => {
    assert.deepEqual([ended.code, ended.stderr], [0, '']);
    assert.match(ended.stdout, /^«Nộp báo cáo» calls https:\/\/submit-report-abc\.a\.run\.app\nBuilt main\.js, /);
    assert.match(ended.stdout, /^\[1\/1\] 2022:464 Huyện Vĩnh Linh: pushed$/m);
    assert.match(await inDist('main.js'), /^function onOpen\(/m);
    assert.match(await inDist('address.js'), /"https:\/\/submit-report-abc\.a\.run\.app\/"/);
  });

  describe('by the real clasp', function () {
    this.timeout(120_000);
    let program = '';
    let api: AppsScriptApi;
    let clasp: Clasp;

    before(async function () {
      this.timeout(CLASP_FETCH_MS);
      const found = await findRealClasp();
      if ('program' in found) {
        program = found.program;
        return;
      }
      console.warn(
        `\n!!! NOT RUN: the suite on the real clasp, which \`npm run push\` and \`CI=true\` fetch: ${found.missing}\n`,
      );
      this.skip();
    });

    beforeEach(async () => {
      api = await startAppsScriptApi();
      await writeFile(join(root, 'login.json'), INVENTED_LOGIN);
      clasp = claspAs('login.json');
    });

    afterEach(() => api?.close());

    const claspAs = (login: string) =>
      claspOf(commandOf(program, { login: join(root, login), api: api.address, cache: join(root, 'cache') }));
    const push = () => pushProject(clasp, { root, file: projectFileOf(UNIT), files: FILES });

    it('takes the place of what was there, file by file, and changes nothing the second time', async () => {
      api.scripts.set(SCRIPT_ID, [{ name: 'Code', type: 'SERVER_JS', source: 'function old() {}' }]);
      assert.deepEqual(await push(), { outcome: 'pushed' });
      assert.deepEqual(api.scripts.get(SCRIPT_ID), [
        { name: 'address', type: 'SERVER_JS', source: await inDist('address.js') },
        { name: 'appsscript', type: 'JSON', source: await inDist('appsscript.json') },
        { name: 'guide', type: 'HTML', source: await inDist('guide.html') },
        { name: 'main', type: 'SERVER_JS', source: await inDist('main.js') },
        { name: 'sidebar', type: 'HTML', source: await inDist('sidebar.html') },
      ]);
      assert.deepEqual(await push(), { outcome: 'unchanged' });
    });

    it("is not pushed where Google refuses, in Google's words", async () => {
      assert.deepEqual(await push(), { outcome: 'failed', reason: 'Requested entity was not found.' });
    });

    it('is pushed by who is logged in, and by nobody else', async () => {
      await requireLogin(clasp, root);
      await assert.rejects(requireLogin(claspAs('no-login.json'), root), /^Error: Nobody is logged in to clasp\./);
    });

    it('has a place to go, made in a workbook', async () => {
      const empty = join(root, 'empty');
      await mkdir(empty);
      const request = { folder: empty, workbookId: '1sheet', title: 'Tổ công nghệ số' };
      assert.equal(await createScript(clasp, request), NEW_SCRIPT_ID);
      assert.deepEqual(api.made, [{ title: 'Tổ công nghệ số', parentId: '1sheet' }]);
      assert.deepEqual((await readdir(empty)).sort(), ['.clasp.json', 'Code.js', 'appsscript.json']);
      await assert.rejects(createScript(clasp, request), new Error('Project file already exists.'));
    });
  });
});

// biome-ignore lint/style/noProcessEnv: the program's children are found as this run's are, and get nothing else of it
const ENVIRONMENT = process.env;
