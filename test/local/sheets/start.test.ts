import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSheets } from '../../../local/sheets/serve.ts';

const START = new URL('../../../local/sheets/start.ts', import.meta.url).pathname;

describe('npm run sheets', () => {
  it('explains itself', () => {
    const { status, stdout } = spawnSync(process.execPath, [START, '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    for (const flag of ['--port', '--data', '--quotas']) assert.equal(stdout.includes(flag), true, flag);
  });

  it('refuses flags that it does not know', () => {
    const { status, stderr } = spawnSync(process.execPath, [START, '--portt', '1'], { encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stderr, /--portt/);
  });
});

describe('a Sheets server of its own', () => {
  const post = async (root: string, path: string, body: unknown) => {
    const response = await fetch(`${root}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { spreadsheetId?: string } };
  };

  it('is steered by requests: faults from a seed, and the minute of the quotas', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sheets-serve-'));
    const served = await serveSheets({ directory });
    const { body } = await post(served.root, '/v4/spreadsheets', {});
    const read = async () => (await fetch(`${served.root}/v4/spreadsheets/${body.spreadsheetId}`)).status;
    for (let call = 0; call < 60; call += 1) assert.equal(await read(), 200);
    assert.equal(await read(), 429);
    assert.deepEqual(await post(served.root, '/_local/quota-clock', { advanceMs: 60_000 }), {
      status: 200,
      body: { advancedMs: 60_000 },
    });
    assert.equal(await read(), 200);
    const faults = { seed: 1, rate: 1, kinds: ['503'] };
    assert.deepEqual(await post(served.root, '/_local/faults', faults), { status: 200, body: { faults } });
    assert.equal(await read(), 503);
    assert.deepEqual((await post(served.root, '/_local/faults', { rate: 0 })).body, { faults: null });
    assert.equal(await read(), 200);
    for (const [path, wrong] of [
      ['/_local/faults', { rate: 2 }],
      ['/_local/quota-clock', { advanceMs: 'x' }],
    ] as const) {
      assert.equal((await post(served.root, path, wrong)).status, 400);
    }
    assert.equal((await post(served.root, '/_local/else', {})).status, 501);
    await served.close();
    await rm(directory, { recursive: true });
  });

  it('says which port is taken', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sheets-serve-'));
    const served = await serveSheets({ directory });
    const { port } = new URL(served.root);
    const { status, stderr } = spawnSync(process.execPath, [START, '--port', port, '--data', directory], {
      encoding: 'utf8',
    });
    assert.notEqual(status, 0);
    assert.equal(stderr.includes(`Port ${port} is taken`), true, stderr);
    await served.close();
    await rm(directory, { recursive: true });
  });
});
