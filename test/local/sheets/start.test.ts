import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

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
