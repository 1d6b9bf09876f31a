/** The local system enforces Google's quotas, and a test need not wait for the minute to pass. */
import assert from 'node:assert/strict';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

describe("the quotas' clock of the local system", function () {
  this.timeout(120_000);
  let local: TestSystem;
  before(async () => {
    local = await openTestSystem(['--sample', 'none', '--quotas', 'on']);
  });
  after(() => local.close());

  const advance = (body: unknown) =>
    fetch(`${local.system.address}_local/quota-clock`, { method: 'POST', body: JSON.stringify(body) });
  const read = async () => (await fetch(`${local.system.address}v4/spreadsheets/none`)).status;

  it('runs by real time until it is moved', async () => {
    for (let call = 0; call < 60; call += 1) assert.equal(await read(), 404);
    assert.equal(await read(), 429);
    const answer = await advance({ advanceMs: 60_000 });
    assert.deepEqual(
      { status: answer.status, body: await answer.json() },
      { status: 200, body: { advancedMs: 60_000 } },
    );
    assert.equal(await read(), 404);
  });

  for (const wrong of [{}, { advanceMs: '60000' }, { advanceMs: 1.5 }, null]) {
    it(`refuses ${JSON.stringify(wrong)}`, async () => assert.equal((await advance(wrong)).status, 400));
  }
});
