import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PINNED_CLASP } from '../../../deploy/push/clasp.ts';
import { type CommandParts, pushCommand } from '../../../deploy/push/command.ts';
import { memoryStore } from '../../../functions/adapters/memory-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ALL_PUSHED, type ClaspCall, type FakeAnswers, fakeClasp } from './fake-clasp.ts';
import { SMALL_SCRIPT } from './small-script.ts';
import { unitDocument } from './unit-document.ts';

const SCRIPT = '1abcdefghijklmnopqrstuvwxyz0123456789';
const REGISTER = ['--register', '2022:464', '--script', SCRIPT];
const CREATE_ENVIRONMENT = { GOOGLE_CLOUD_PROJECT: 'province', FIRESTORE_EMULATOR_HOST: '127.0.0.1:9' };

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
  /** What the parts were asked: the build, a clasp by its program, the store by its place, and when it was closed. */
  readonly asked: readonly string[];
  readonly calls: readonly ClaspCall[];
}

describe('npm run push', () => {
  const folder = temporaryFolder();
  let store = memoryStore();
  beforeEach(() => {
    store = memoryStore();
  });

  async function run(
    args: readonly string[],
    environment: CommandParts['environment'] = {},
    answers: FakeAnswers = { push: ALL_PUSHED },
  ): Promise<Ended> {
    const { clasp, calls } = fakeClasp(answers);
    const [said, complained, asked]: [string[], string[], string[]] = [[], [], []];
    const code = await pushCommand(args, {
      root: folder(),
      environment,
      build: async () => {
        asked.push('build');
        return SMALL_SCRIPT;
      },
      claspOf: (program) => (claspArgs, claspFolder) => {
        asked.push(program.join(' '));
        return clasp(claspArgs, claspFolder);
      },
      openStore: async (project, host) => {
        asked.push(`open ${project} ${host}`);
        return { store, close: async () => void asked.push('close') };
      },
      say: (text) => said.push(text),
      complain: (text) => complained.push(text),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n'), asked, calls };
  }

  const inDist = (file: string) => readFile(join(folder(), 'dist', 'apps-script', file), 'utf8');

  it('registers a script, and asks nobody: exit code 0', async () => {
    assert.deepEqual(await run(REGISTER), {
      code: 0,
      said: '2022:464 Huyện Vĩnh Linh: 1abcde…6789, registered in .clasp.2022-464.json',
      complained: '',
      asked: [],
      calls: [],
    });
  });

  it('builds the script once and pushes it with the pinned clasp: exit code 0', async () => {
    await run(REGISTER);
    const { code, said, asked } = await run([]);
    const pinned = PINNED_CLASP.join(' ');
    assert.deepEqual([code, asked], [0, ['build', pinned, pinned]]);
    assert.match(said, /^Built main\.js, appsscript\.json, guide\.html, sidebar\.html; main\.js 21 bytes\.$/m);
    assert.match(said, /^\[1\/1\] 2022:464 Huyện Vĩnh Linh: pushed$/m);
    assert.match(said, /^2022:464 Huyện Vĩnh Linh {2}1abcde…6789 {2}pushed$/m);
    assert.equal(await inDist('main.js'), 'function onOpen() {}\n');
  });

  it('pushes with another clasp that is named', async () => {
    await run(REGISTER);
    assert.deepEqual((await run(['--clasp', './mine'])).asked, ['build', './mine', './mine']);
  });

  it('pushes to the named unit', async () => {
    await run(REGISTER);
    await run(['--register', '2022:461', '--script', '1DongHa-aaaaaaaaaaaaaaaaaaaaaaaa-461']);
    const { calls } = await run(['--unit', '2022:464']);
    assert.deepEqual(
      calls.map(({ args }) => args),
      [
        ['--json', 'show-authorized-user'],
        ['-P', '.clasp.2022-464.json', '--json', 'push', '-f'],
      ],
    );
  });

  it('gives the script the address of submit-report, and says which way reports go', async () => {
    await run(REGISTER);
    assert.match((await run(['--dry-run'])).said, /^«Nộp báo cáo» ticks the form: SUBMIT_URL is not set\.$/m);
    const pushed = { stdout: JSON.stringify([...JSON.parse(ALL_PUSHED.stdout ?? ''), 'dist/apps-script/address.js']) };
    const environment = { SUBMIT_URL: 'https://submit-report-abc.a.run.app' };
    const { code, said } = await run([], environment, { push: pushed });
    assert.equal(code, 0, said);
    assert.match(said, /^«Nộp báo cáo» calls https:\/\/submit-report-abc\.a\.run\.app$/m);
    assert.match(said, /^Built main\.js, .*, address\.js; /m);
    assert.match(await inDist('address.js'), /"https:\/\/submit-report-abc\.a\.run\.app\/"/);
    assert.match(await inDist('appsscript.json'), /urlFetchWhitelist/);
  });

  it('pushes nothing with an address that a token must not go to: exit code 2', async () => {
    await run(REGISTER);
    const { code, complained, calls } = await run([], { SUBMIT_URL: 'http://submit-report.example' });
    assert.deepEqual([code, calls], [2, []]);
    assert.match(complained, /is not HTTPS/);
  });

  it('ends with 1 when a workbook fails', async () => {
    await run(REGISTER);
    const failing = { push: { exitCode: 1, stderr: 'Requested entity was not found.\n' } };
    const { code, said } = await run([], {}, failing);
    assert.equal(code, 1);
    assert.match(said, /^2022:464 Huyện Vĩnh Linh {2}1abcde…6789 {2}failed: Requested entity was not found\.$/m);
  });

  it('says in a dry run what it would do, without clasp: exit code 0', async () => {
    await run(REGISTER);
    const { code, said, asked } = await run(['--dry-run']);
    assert.deepEqual([code, asked], [0, ['build']]);
    assert.match(said, /would run clasp -P \.clasp\.2022-464\.json --json push -f$/m);
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
    [['--create', '--unit', '2022:999'], 'There is no unit 2022:999. Ids look like 2022:464.'],
    [['--create'], 'GOOGLE_CLOUD_PROJECT is not set; see --help.'],
    [['2022:464'], "Unexpected argument '2022:464'. This command does not take positional arguments"],
  ] as const) {
    it(`does nothing for ${args.join(' ') || 'no registered script'}: exit code 2`, async () => {
      const { code, said, complained, asked } = await run(args);
      assert.deepEqual([code, said, complained.split('\n')[0], asked], [2, '', message, []]);
      assert.deepEqual(await readdir(folder()), []);
    });
  }

  it('makes a script in the workbooks that the store knows: exit code 0', async () => {
    const answers = { '1sheet464': { stdout: `{"scriptId": "${SCRIPT}"}` } };
    const none = await run(['--create'], CREATE_ENVIRONMENT, answers);
    assert.deepEqual(
      [none.code, none.complained, none.asked],
      [2, 'Firestore knows no workbook yet. "npm run provision" makes them.', ['open province 127.0.0.1:9', 'close']],
    );

    await store.write(new Map([unitDocument('2022:464', '1sheet464')]));
    const made = await run(['--create', '--clasp', './mine'], CREATE_ENVIRONMENT, answers);
    assert.deepEqual(
      [made.code, made.said, made.complained, made.asked],
      [
        0,
        '2022:464 Huyện Vĩnh Linh: made, registered in .clasp.2022-464.json',
        '',
        ['open province 127.0.0.1:9', 'close', './mine', './mine'],
      ],
    );
    assert.deepEqual(JSON.parse(await readFile(join(folder(), '.clasp.2022-464.json'), 'utf8')), {
      scriptId: SCRIPT,
      rootDir: 'dist/apps-script',
      parentId: '1sheet464',
    });
  });

  it('ends with 1 when a script could not be made', async () => {
    await store.write(new Map([unitDocument('2022:464', '1sheet464')]));
    const { code } = await run(['--create'], CREATE_ENVIRONMENT, { '1sheet464': { exitCode: 1 } });
    assert.equal(code, 1);
  });

  it('explains itself', async () => {
    const { code, said, asked } = await run(['--help']);
    assert.deepEqual([code, asked], [0, []]);
    for (const flag of ['--unit', '--dry-run', '--register', '--create', '--clasp']) assert.ok(said.includes(flag));
  });
});
