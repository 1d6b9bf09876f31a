import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type Backoff, type RetryAdvice, withBackoff } from '../../functions/adapters/backoff.ts';

/** Time passes only by sleeping. */
function fakeBackoff(random: number, overrides: Partial<Backoff> = {}) {
  let now = 0;
  const sleeps: number[] = [];
  const backoff: Backoff = {
    attempts: 6,
    baseMs: 1_000,
    capMs: 64_000,
    deadlineMs: 1_000_000,
    random: () => random,
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
    ...overrides,
  };
  return { backoff, sleeps };
}

const retry = (waitAtLeastMs = 0): RetryAdvice => ({ waitAtLeastMs });
const failure = new Error('busy');

describe('withBackoff', () => {
  it('asks once when the first attempt succeeds', async () => {
    const { backoff, sleeps } = fakeBackoff(1);
    const attempt = sinon.stub().resolves('done');
    assert.equal(await withBackoff(attempt, () => retry(), backoff), 'done');
    assert.equal(attempt.callCount, 1);
    assert.deepEqual(sleeps, []);
  });

  it('doubles the longest wait up to six attempts, then throws the last failure', async () => {
    const { backoff, sleeps } = fakeBackoff(1);
    const attempt = sinon.stub().rejects(failure);
    await assert.rejects(
      withBackoff(attempt, () => retry(), backoff),
      failure,
    );
    assert.equal(attempt.callCount, 6);
    assert.deepEqual(sleeps, [1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it('never waits longer than the cap', async () => {
    const { backoff, sleeps } = fakeBackoff(1, { attempts: 9 });
    await assert.rejects(
      withBackoff(sinon.stub().rejects(failure), () => retry(), backoff),
      failure,
    );
    assert.deepEqual(sleeps, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000]);
  });

  it('jitters over the whole wait, so that callers do not come back together', async () => {
    const { backoff, sleeps } = fakeBackoff(0.25);
    await assert.rejects(
      withBackoff(sinon.stub().rejects(failure), () => retry(), backoff),
      failure,
    );
    assert.deepEqual(sleeps, [250, 500, 1_000, 2_000, 4_000]);
  });

  it('waits at least as long as the server asks', async () => {
    const { backoff, sleeps } = fakeBackoff(0.5);
    const attempt = sinon.stub().rejects(failure).onThirdCall().resolves('done');
    assert.equal(await withBackoff(attempt, () => retry(7_000), backoff), 'done');
    assert.deepEqual(sleeps, [7_000, 7_000]);
  });

  it('waits out what passes in time, beyond the attempts, until the deadline', async () => {
    const { backoff, sleeps } = fakeBackoff(1, { deadlineMs: 180_000 });
    const passing = { waitAtLeastMs: 0, passesInTime: true };
    const attempt = sinon.stub().rejects(failure);
    await assert.rejects(
      withBackoff(attempt, () => passing, backoff),
      failure,
    );
    assert.deepEqual(sleeps, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000]);
  });

  it('throws at once what trying again cannot help', async () => {
    const { backoff, sleeps } = fakeBackoff(1);
    const attempt = sinon.stub().rejects(failure);
    await assert.rejects(
      withBackoff(attempt, () => null, backoff),
      failure,
    );
    assert.equal(attempt.callCount, 1);
    assert.deepEqual(sleeps, []);
  });

  it('begins no attempt after the deadline, and tells each one what is left', async () => {
    const { backoff, sleeps } = fakeBackoff(1, { deadlineMs: 5_000 });
    const attempt = sinon.stub().rejects(failure);
    await assert.rejects(
      withBackoff(attempt, () => retry(), backoff),
      failure,
    );
    assert.deepEqual(sleeps, [1_000, 2_000]);
    assert.deepEqual(
      attempt.args.map(([remaining]) => remaining),
      [5_000, 4_000, 2_000],
    );
  });

  it('reports every failure that it tries again', async () => {
    const { backoff } = fakeBackoff(1);
    const onRetry = sinon.spy();
    const attempt = sinon.stub().resolves('done').onFirstCall().rejects(failure);
    await withBackoff(attempt, () => retry(), backoff, onRetry);
    assert.deepEqual(onRetry.args, [[{ attempt: 1, waitMs: 1_000, error: failure }]]);
  });
});
