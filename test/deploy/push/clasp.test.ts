import assert from 'node:assert/strict';
import {
  type ClaspAnswer,
  claspOf,
  createScript,
  firstError,
  PINNED_CLASP,
  pushProject,
  requireLogin,
} from '../../../deploy/push/clasp.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeClasp, fakeClaspProgram } from './fake-clasp.ts';

const answer = (parts: Partial<ClaspAnswer>): ClaspAnswer => ({ exitCode: 0, stdout: '', stderr: '', ...parts });
const answering = (parts: Partial<ClaspAnswer>) => async () => answer(parts);

const API_OFF =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.';

describe('clasp', () => {
  const folder = temporaryFolder();

  it('is pinned, and comes by npx', () => {
    assert.deepEqual(PINNED_CLASP, ['npx', '--yes', '--package=@google/clasp@3.4.1', '--', 'clasp']);
  });

  it('runs in the folder that is asked for, with the arguments as they are', async () => {
    const { program, calls } = await fakeClaspProgram(folder(), {
      push: { exitCode: 3, stdout: 'một', stderr: 'hai' },
    });
    assert.deepEqual(await claspOf([program, '--user', 'tỉnh'])(['push', 'a b', '$HOME'], folder()), {
      exitCode: 3,
      stdout: 'một',
      stderr: 'hai',
    });
    assert.deepEqual(await calls(), [{ args: ['--user', 'tỉnh', 'push', 'a b', '$HOME'], folder: folder() }]);
  });

  it('says so when it cannot be started', async () => {
    await assert.rejects(
      claspOf(['./no-such-clasp'])(['push'], folder()),
      new Error('clasp cannot be started: spawn ./no-such-clasp ENOENT.'),
    );
  });

  for (const [stderr, stdout, line] of [
    ['No credentials found.\n', '', 'No credentials found.'],
    [`\n  ${API_OFF}\n    at somewhere\n`, '', API_OFF],
    ['npm warn exec The following package was not found\nnpm notice new\nInvalid value.\n', '', 'Invalid value.'],
    ['npm error code ENOTFOUND\nnpm error syscall getaddrinfo\n', '', 'npm error code ENOTFOUND'],
    ['', 'Project file already exists.\n', 'Project file already exists.'],
    ['\n', '', 'clasp said nothing and ended with 1.'],
  ] as const) {
    it(`has the first error «${line}»`, () => assert.equal(firstError(answer({ exitCode: 1, stderr, stdout })), line));
  }

  it('has no exit code when a signal ended it', () => {
    assert.equal(firstError(answer({ exitCode: null })), 'clasp said nothing and ended with a signal.');
  });

  const files = ['main.js', 'appsscript.json'];
  const failed = (reason: string) => ({ outcome: 'failed', reason });
  for (const [what, given, done] of [
    ['both files', { stdout: '["dist/a/appsscript.json", "dist/a/main.js"]' }, { outcome: 'pushed' }],
    ["both files with Windows' slashes", { stdout: '["d\\\\main.js", "d\\\\appsscript.json"]' }, { outcome: 'pushed' }],
    ['no file, since the script has them all', { stdout: '[]' }, { outcome: 'unchanged' }],
    ['one file of two', { stdout: '["dist/a/main.js"]' }, failed('clasp left out appsscript.json.')],
    ['a refusal', { exitCode: 1, stderr: API_OFF }, failed(API_OFF)],
    ['a refusal that ends with 0', { stderr: "error: unknown option '-f'" }, failed("error: unknown option '-f'")],
    ['files, but a failing end', { exitCode: 1, stdout: '["main.js"]', stderr: 'Oh.' }, failed('Oh.')],
    ['JSON of another shape', { stdout: '{"files": []}' }, failed('{"files": []}')],
    ['nothing', {}, failed('clasp said nothing and ended with 0.')],
  ] as const) {
    it(`pushes: clasp answers ${what}`, async () => {
      assert.deepEqual(await pushProject(answering(given), { root: '.', file: '.clasp.x.json', files }), done);
    });
  }

  for (const [what, given, message] of [
    [
      'nobody is logged in',
      { stdout: '{"loggedIn": false}' },
      'Nobody is logged in to clasp. Run "npx @google/clasp@3.4.1 login" with an account that may edit the workbooks.',
    ],
    [
      'npx cannot fetch it',
      { exitCode: 1, stderr: 'npm error code ENOTFOUND' },
      'clasp cannot be used: npm error code ENOTFOUND',
    ],
    ['it is no clasp', { stdout: 'hello' }, 'clasp cannot be used: hello'],
  ] as const) {
    it(`is refused when ${what}`, async () => {
      await assert.rejects(requireLogin(answering(given), '.'), new Error(message));
    });
  }

  it('is taken when someone is logged in', async () => {
    await requireLogin(answering({ stdout: '{"loggedIn": true, "email": "a@b.vn"}' }), '.');
  });

  it('makes a script that is bound to a workbook', async () => {
    const { clasp, calls } = fakeClasp({
      'create-script': { stdout: '{"scriptId": "1new", "files": ["appsscript.json"]}' },
    });
    const request = { folder: folder(), workbookId: '1sheet', title: 'Tổ công nghệ số' };
    assert.equal(await createScript(clasp, request), '1new');
    assert.deepEqual(calls, [
      { args: ['--json', 'create-script', '--parentId', '1sheet', '--title', 'Tổ công nghệ số'], folder: folder() },
    ]);
  });

  it('tells why a script was not made, though clasp ends with 0', async () => {
    const refusing = answering({ stderr: 'Project file already exists.\n' });
    await assert.rejects(
      createScript(refusing, { folder: '.', workbookId: '1sheet', title: 'x' }),
      new Error('Project file already exists.'),
    );
  });
});
