import assert from 'node:assert/strict';
import { openPace, type PacedCall, UNPACED } from '../../functions/adapters/pace.ts';
import { openQuotas } from '../../local/sheets/quotas.ts';

/** Time passes only by sleeping, or by `pass`. */
function fakeClock() {
  let now = 0;
  const waits: [PacedCall, number][] = [];
  const pass = (ms: number): void => {
    now += ms;
  };
  return {
    waits,
    pass,
    now: () => now,
    sleep: async (ms: number) => pass(ms),
    onWait: (kind: PacedCall, ms: number) => void waits.push([kind, ms]),
  };
}

describe('openPace', () => {
  it('lets a minute’s calls through at once, and the next when the first is a minute and a second old', async () => {
    const clock = fakeClock();
    const pace = openPace(3, clock);
    for (let call = 0; call < 3; call += 1) {
      await pace.take('read');
      clock.pass(100);
    }
    await pace.take('read');
    assert.deepEqual(clock.waits, [['read', 60_700]]);
    await pace.take('read');
    assert.deepEqual(clock.waits.slice(1), [['read', 100]]);
  });

  it('counts reads and writes apart', async () => {
    const clock = fakeClock();
    const pace = openPace(1, clock);
    await pace.take('read');
    await pace.take('write');
    assert.deepEqual(clock.waits, []);
    await pace.take('write');
    assert.deepEqual(clock.waits, [['write', 61_000]]);
  });

  it('forgets what lies more than a minute back', async () => {
    const clock = fakeClock();
    const pace = openPace(2, clock);
    await pace.take('read');
    await pace.take('read');
    clock.pass(61_000);
    await pace.take('read');
    assert.deepEqual(clock.waits, []);
  });

  it('keeps the order of those who wait', async () => {
    const clock = fakeClock();
    const pace = openPace(1, clock);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((call) => pace.take('read').then(() => order.push(call))));
    assert.deepEqual(order, [1, 2, 3]);
    assert.deepEqual(clock.waits.length, 2);
  });

  it('500 calls meet no refusal of the quota, and take eight minutes for the 440 beyond the first', async () => {
    const clock = fakeClock();
    const pace = openPace(60, clock);
    const quotas = openQuotas(clock.now);
    for (let call = 0; call < 500; call += 1) {
      await pace.take('read');
      clock.pass(20);
      quotas.take('a@b.vn', 'read');
    }
    assert.equal(Math.ceil(clock.now() / 61_000), 9);
  });

  it('nothing waits without a pace', async () => {
    assert.equal(openPace(Infinity), UNPACED);
    assert.equal(await UNPACED.take('read'), undefined);
  });
});
