import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectToEmulator } from '../../../local/firestore/connect.ts';
import { EMULATOR_MISSING, emulatorHost, newProjectId } from '../../support/emulator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ALL_PUSHED, type FakeAnswer, fakeClasp } from './fake-clasp.ts';

const COMMAND = join(import.meta.dirname, '..', '..', '..', 'deploy', 'push.ts');
const SCRIPT = '1abcdefghijklmnopqrstuvwxyz0123456789';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('npm run push', () => {
  const folder = temporaryFolder();

  async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const { PATH = '' } = ENVIRONMENT;
    const options = { cwd: folder(), env: { PATH, ...environment } };
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, [COMMAND, ...args], options)) };
    } catch (failure) {
      return failure as Ended;
    }
  }

  async function pushing(answers: Readonly<Record<string, FakeAnswer>>, ...args: readonly string[]): Promise<Ended> {
    const { program } = await fakeClasp(folder(), answers);
    return run(['--clasp', program, ...args]);
  }

  it('registers a script, builds the real one and pushes it: exit code 0', async () => {
    const registered = await run(['--register', '2022:464', '--script', SCRIPT]);
    assert.deepEqual(
      [registered.code, registered.stdout],
      [0, '2022:464 Huyện Vĩnh Linh: 1abcde…6789, registered in .clasp.2022-464.json\n'],
    );
    const { code, stdout } = await pushing({ push: ALL_PUSHED });
    assert.equal(code, 0);
    assert.match(stdout, /^Built main\.js, appsscript\.json, guide\.html, sidebar\.html; main\.js \d+ bytes\.$/m);
    assert.match(stdout, /^\[1\/1\] 2022:464 Huyện Vĩnh Linh: pushed$/m);
    assert.match(stdout, /^2022:464 Huyện Vĩnh Linh {2}1abcde…6789 {2}pushed$/m);
    const main = await readFile(join(folder(), 'dist', 'apps-script', 'main.js'), 'utf8');
    assert.match(main, /^function onOpen\(/m);
  });

  it('gives the script the address of submit-report, and says which way reports go', async () => {
    await run(['--register', '2022:464', '--script', SCRIPT]);
    assert.match((await run(['--dry-run'])).stdout, /^«Nộp báo cáo» ticks the form: SUBMIT_URL is not set\.$/m);
    const pushed = [...JSON.parse(ALL_PUSHED.stdout ?? ''), 'dist/apps-script/address.js'];
    const { program } = await fakeClasp(folder(), { push: { stdout: JSON.stringify(pushed) } });
    const environment = { SUBMIT_URL: 'https://submit-report-abc.a.run.app' };
    const { code, stdout } = await run(['--clasp', program], environment);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^«Nộp báo cáo» calls https:\/\/submit-report-abc\.a\.run\.app$/m);
    assert.match(stdout, /^Built main\.js, .*, address\.js; /m);
    const dist = join(folder(), 'dist', 'apps-script');
    assert.match(await readFile(join(dist, 'address.js'), 'utf8'), /"https:\/\/submit-report-abc\.a\.run\.app\/"/);
    assert.match(await readFile(join(dist, 'appsscript.json'), 'utf8'), /urlFetchWhitelist/);
  });

  it('pushes nothing with an address that a token must not go to: exit code 2', async () => {
    await run(['--register', '2022:464', '--script', SCRIPT]);
    const { program, calls } = await fakeClasp(folder(), { push: ALL_PUSHED });
    const { code, stderr } = await run(['--clasp', program], { SUBMIT_URL: 'http://submit-report.example' });
    assert.deepEqual([code, (await calls()).length], [2, 0]);
    assert.match(stderr, /is not HTTPS/);
  });

  it('ends with 1 when a workbook fails', async () => {
    await run(['--register', '2022:464', '--script', SCRIPT]);
    const { code, stdout } = await pushing({ push: { exitCode: 1, stderr: 'Requested entity was not found.\n' } });
    assert.equal(code, 1);
    assert.match(stdout, /^2022:464 Huyện Vĩnh Linh {2}1abcde…6789 {2}failed: Requested entity was not found\.$/m);
  });

  it('says in a dry run what it would do, without clasp: exit code 0', async () => {
    await run(['--register', '2022:464', '--script', SCRIPT]);
    const { code, stdout } = await run(['--dry-run', '--clasp', join(folder(), 'missing')]);
    assert.equal(code, 0);
    assert.match(stdout, /would run clasp -P \.clasp\.2022-464\.json --json push -f$/m);
    assert.deepEqual(await readdir(folder()), ['.clasp.2022-464.json']);
  });

  for (const [args, message] of [
    [[], 'No script is registered yet, so there is nothing to push to.'],
    [['--unit', '2022:999'], 'There is no unit 2022:999. Ids look like 2022:464.'],
    [['--register', '2022:999', '--script', SCRIPT], 'There is no unit 2022:999. Ids look like 2022:464.'],
    [['--register', ''], '--register wants --script as well; see --help.'],
    [['--register', '2022:464'], '--register wants --script as well; see --help.'],
    [
      ['--register', '2022:464', '--script', '1abc'],
      '"1abc" is no script id: take the long word from https://script.google.com/home/projects/<id>/edit.',
    ],
    [['--script', SCRIPT], '--script wants --register as well; see --help.'],
    [['--register', '2022:464', '--script', SCRIPT, '--dry-run'], '--register does not go with --dry-run; see --help.'],
    [['--create', '--dry-run'], '--create does not go with --dry-run; see --help.'],
    [['--create'], 'GOOGLE_CLOUD_PROJECT is not set; see --help.'],
    [['2022:464'], "Unexpected argument '2022:464'. This command does not take positional arguments"],
  ] as const) {
    it(`does nothing for ${args.join(' ') || 'no registered script'}: exit code 2`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stdout, stderr.split('\n')[0]], [2, '', message]);
      assert.deepEqual(await readdir(folder()), []);
    });
  }

  it('makes a script in the workbooks that Firestore knows', async function () {
    if (EMULATOR_MISSING !== null) return this.skip();
    this.timeout(180_000);
    const [host, project] = [await emulatorHost(), newProjectId()];
    const environment = { FIRESTORE_EMULATOR_HOST: host, GOOGLE_CLOUD_PROJECT: project };
    const { program } = await fakeClasp(folder(), { '1sheet464': { stdout: `{"scriptId": "${SCRIPT}"}` } });

    const none = await run(['--create', '--clasp', program], environment);
    assert.deepEqual(
      [none.code, none.stderr],
      [2, 'Firestore knows no workbook yet. "npm run provision" makes them.\n'],
    );

    const firestore = connectToEmulator(host, project);
    await firestore.doc('units/2022:464').set(VINH_LINH);
    await firestore.terminate();
    const made = await run(['--create', '--clasp', program], environment);
    assert.deepEqual(
      [made.code, made.stdout, made.stderr],
      [0, '2022:464 Huyện Vĩnh Linh: made, registered in .clasp.2022-464.json\n', ''],
    );
    assert.deepEqual(JSON.parse(await readFile(join(folder(), '.clasp.2022-464.json'), 'utf8')), {
      scriptId: SCRIPT,
      rootDir: 'dist/apps-script',
      parentId: '1sheet464',
    });
  });

  it('explains itself', async () => {
    const { code, stdout } = await run(['--help']);
    assert.equal(code, 0);
    for (const flag of ['--unit', '--dry-run', '--register', '--create', '--clasp']) assert.ok(stdout.includes(flag));
  });
});

// biome-ignore lint/style/noProcessEnv: the command's children are found as this run's are, and get nothing else of it
const ENVIRONMENT = process.env;

const VINH_LINH = {
  unit: '2022:464',
  name: 'Vĩnh Linh',
  fullName: 'Huyện Vĩnh Linh',
  validFrom: '2020-01-01',
  validTo: '2025-06-30',
  successors: [],
  workbookId: '1sheet464',
  mailTo: [],
};
