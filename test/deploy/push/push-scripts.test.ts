import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltScript } from '../../../apps-script/build.ts';
import { claspOf } from '../../../deploy/push/clasp.ts';
import { projectFileOf, register } from '../../../deploy/push/project-file.ts';
import { type PushRequest, pushScripts, resultsTable } from '../../../deploy/push/push-scripts.ts';
import { findUnit, type ReportingUnit } from '../../../schemas/units.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ALL_PUSHED, type FakeAnswers, fakeClasp } from './fake-clasp.ts';
import { SMALL_SCRIPT } from './small-script.ts';

const SCRIPTS = {
  '2022:461': '1DongHa-aaaaaaaaaaaaaaaaaaaaaaaa-461',
  '2022:464': '1VinhLinh-bbbbbbbbbbbbbbbbbbbbbb-464',
  '2022:470': '1HaiLang-cccccccccccccccccccccccc-470',
} as const;

const LOGIN = ['--json', 'show-authorized-user'];
const push = (unit: string) => ['-P', projectFileOf(unit), '--json', 'push', '-f'];

const API_OFF =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.';

describe('pushing the script', () => {
  const folder = temporaryFolder();
  let said: string[] = [];
  let builds = 0;

  beforeEach(() => {
    said = [];
    builds = 0;
  });

  async function registerAll(): Promise<void> {
    for (const [unit, scriptId] of Object.entries(SCRIPTS)) {
      await register(folder(), { unit: findUnit(unit) as ReportingUnit, scriptId });
    }
  }

  function run(
    answers: FakeAnswers,
    request: Partial<PushRequest> = {},
    build: () => Promise<BuiltScript> = async () => SMALL_SCRIPT,
  ) {
    const { clasp, calls } = fakeClasp(answers);
    const parts = {
      build: () => {
        builds += 1;
        return build();
      },
      clasp,
      say: (text: string) => said.push(text),
    };
    const results = pushScripts({ root: folder(), units: undefined, dryRun: false, ...request }, parts);
    return { results, calls, args: () => calls.map((call) => call.args) };
  }

  it('builds once and pushes to each workbook in turn, from the folder of the project files', async () => {
    await registerAll();
    const { results, calls } = run({ push: ALL_PUSHED });
    assert.deepEqual(
      (await results).map(({ file, done }) => [file.unit?.id, file.scriptId, done]),
      Object.entries(SCRIPTS).map(([unit, scriptId]) => [unit, scriptId, { outcome: 'pushed' }]),
    );
    assert.deepEqual(
      calls,
      [LOGIN, push('2022:461'), push('2022:464'), push('2022:470')].map((args) => ({ args, folder: folder() })),
    );
    assert.equal(builds, 1);
    assert.deepEqual(said, [
      'Built main.js, appsscript.json, guide.html, sidebar.html; main.js 21 bytes.',
      'Asking clasp who is logged in.',
      '[1/3] 2022:461 Thành phố Đông Hà: pushed',
      '[2/3] 2022:464 Huyện Vĩnh Linh: pushed',
      '[3/3] 2022:470 Huyện Hải Lăng: pushed',
    ]);
  });

  it('goes on after one that fails, and says in the table what clasp said first', async () => {
    await registerAll();
    const { results, args } = run({
      [projectFileOf('2022:461')]: { exitCode: 1, stderr: `${API_OFF}\n    at somewhere\n` },
      [projectFileOf('2022:464')]: { stdout: '[]' },
      push: ALL_PUSHED,
    });
    assert.equal(
      resultsTable(await results),
      `Unit                        Script       Result
--------------------------  -----------  ${'-'.repeat(API_OFF.length + 8)}
2022:461 Thành phố Đông Hà  1DongH…-461  failed: ${API_OFF}
2022:464 Huyện Vĩnh Linh    1VinhL…-464  pushed before, nothing to change
2022:470 Huyện Hải Lăng     1HaiLa…-470  pushed`,
    );
    assert.deepEqual(args(), [LOGIN, push('2022:461'), push('2022:464'), push('2022:470')]);
  });

  it('goes on after a project file that says nothing, and does not ask clasp about it', async () => {
    await registerAll();
    await writeFile(join(folder(), projectFileOf('2022:464')), '{"scriptId":');
    const { results, args } = run({ push: ALL_PUSHED });
    assert.deepEqual(
      (await results).map(({ done }) => done),
      [
        { outcome: 'pushed' },
        {
          outcome: 'failed',
          reason: '.clasp.2022-464.json wants {"scriptId": "…", "rootDir": "dist/apps-script"}.',
        },
        { outcome: 'pushed' },
      ],
    );
    assert.deepEqual(args(), [LOGIN, push('2022:461'), push('2022:470')]);
    assert.match(resultsTable(await results), /^2022:464 Huyện Vĩnh Linh +– +failed: /m);
  });

  it('takes what an older build left out of the way, since clasp pushes all that lies there', async () => {
    await registerAll();
    const dist = join(folder(), 'dist', 'apps-script');
    await mkdir(dist, { recursive: true });
    await writeFile(join(dist, 'old.js'), '');
    await run({ push: ALL_PUSHED }).results;
    assert.deepEqual((await readdir(dist)).sort(), ['appsscript.json', 'guide.html', 'main.js', 'sidebar.html']);
  });

  it('pushes to named units only', async () => {
    await registerAll();
    const { results, args } = run({ push: ALL_PUSHED }, { units: ['2022:470', '2022:461', '2022:470'] });
    assert.deepEqual(
      (await results).map(({ file }) => file.unit?.id),
      ['2022:461', '2022:470'],
    );
    assert.deepEqual(args(), [LOGIN, push('2022:461'), push('2022:470')]);
  });

  it('pushes and writes nothing in a dry run, but builds and says what it would do', async () => {
    await registerAll();
    await writeFile(join(folder(), projectFileOf('2022:464')), '');
    const { results, args } = run({}, { dryRun: true });
    assert.deepEqual(
      (await results).map(({ done }) => done.outcome),
      ['planned', 'failed', 'planned'],
    );
    assert.deepEqual(said.slice(0, 2), [
      'Built main.js, appsscript.json, guide.html, sidebar.html; main.js 21 bytes.',
      '[1/3] 2022:461 Thành phố Đông Hà: would run clasp -P .clasp.2022-461.json --json push -f',
    ]);
    assert.deepEqual(args(), []);
    assert.equal((await readdir(folder())).includes('dist'), false);
  });

  it('pushes nothing when the script cannot go into a workbook', async () => {
    await registerAll();
    const refusal = new Error('The script cannot go into a workbook:\nmain.js has 150001 bytes, more than 150000.');
    const { results, args } = run({ push: ALL_PUSHED }, {}, () => Promise.reject(refusal));
    await assert.rejects(results, refusal);
    assert.deepEqual(args(), []);
    assert.equal((await readdir(folder())).includes('dist'), false);
  });

  it('pushes nothing when nobody is logged in', async () => {
    await registerAll();
    const { results, args } = run({ 'show-authorized-user': { stdout: '{"loggedIn": false}' } });
    await assert.rejects(results, /^Error: Nobody is logged in to clasp\./);
    assert.deepEqual(args(), [LOGIN]);
  });

  it('says that clasp is missing', async () => {
    await registerAll();
    const parts = { build: async () => SMALL_SCRIPT, clasp: claspOf([join(folder(), 'missing')]), say: () => {} };
    await assert.rejects(
      pushScripts({ root: folder(), units: undefined, dryRun: false }, parts),
      /^Error: clasp cannot be started: spawn .*missing ENOENT\.$/,
    );
  });

  it('counts a workbook as failed when clasp vanishes on the way', async () => {
    await registerAll();
    let calls = 0;
    const { clasp } = fakeClasp({ push: ALL_PUSHED });
    const vanishing: typeof clasp = (args, root) => {
      calls += 1;
      return calls === 3 ? claspOf([join(folder(), 'missing')])(args, root) : clasp(args, root);
    };
    const results = await pushScripts(
      { root: folder(), units: undefined, dryRun: false },
      { build: async () => SMALL_SCRIPT, clasp: vanishing, say: () => {} },
    );
    assert.deepEqual(
      results.map(({ done }) => done.outcome),
      ['pushed', 'failed', 'pushed'],
    );
  });

  for (const [units, message] of [
    [['2022:999'], 'There is no unit 2022:999. Ids look like 2022:464.'],
    [['464'], 'There is no unit 464. Ids look like 2022:464.'],
    [['2022:461', '2022:465'], 'No script is registered for 2022:465.'],
  ] as const) {
    it(`builds and pushes nothing for ${units.join(', ')}`, async () => {
      await registerAll();
      const { results, args } = run({ push: ALL_PUSHED }, { units });
      await assert.rejects(results, (error: Error) => error.message.split('\n')[0] === message);
      assert.deepEqual([builds, args()], [0, []]);
    });
  }

  it('says how to register a script when there is none', async () => {
    await assert.rejects(run({}).results, {
      message: `No script is registered yet, so there is nothing to push to.

Make one in every workbook that has none:       npm run push -- --create
Register one that a workbook already has:       npm run push -- --register 2022:464 --script <script id>
The id stands in the script's address: in the workbook, Tiện ích mở rộng > Apps Script, then
https://script.google.com/home/projects/<script id>/edit.`,
    });
    assert.equal(builds, 0);
  });
});
