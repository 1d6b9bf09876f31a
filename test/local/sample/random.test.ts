import assert from 'node:assert/strict';
import { between, logNormal, poisson, shuffled, stream, weighted } from '../../../local/sample/random.ts';

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('stream', () => {
  it('repeats itself for the same purpose', () => {
    assert.deepEqual(draws(5, stream(1, '464', 'members')), draws(5, stream(1, '464', 'members')));
  });

  it('is another one for another purpose, seed, or cut between the words', () => {
    const firsts = [stream(1, 'a', 'b'), stream(2, 'a', 'b'), stream(1, 'ab'), stream(1, 'b', 'a')].map((random) =>
      random(),
    );
    assert.equal(new Set(firsts).size, 4);
  });

  it('lies evenly in [0, 1)', () => {
    const numbers = draws(10_000, stream(7));
    assert.ok(numbers.every((number) => number >= 0 && number < 1));
    assert.ok(Math.abs(mean(numbers) - 0.5) < 0.01);
  });

  it('starts evenly over neighbouring seeds', () => {
    const firsts = Array.from({ length: 5_000 }, (_, seed) => stream(seed, 'x')());
    assert.ok(Math.abs(mean(firsts) - 0.5) < 0.02);
  });
});

describe('distributions', () => {
  it('between includes both ends', () => {
    const random = stream(1);
    assert.deepEqual([...new Set(draws(200, () => between(random, 2, 4)))].sort(), [2, 3, 4]);
  });

  it('poisson has its mean', () => {
    const random = stream(1);
    assert.ok(Math.abs(mean(draws(20_000, () => poisson(random, 1.6))) - 1.6) < 0.05);
  });

  it('logNormal has its median and keeps to its cap', () => {
    const random = stream(1);
    const numbers = draws(10_001, () => logNormal(random, { median: 16, sigma: 0.7, cap: 60 })).sort((a, b) => a - b);
    assert.ok(Math.abs((numbers[5_000] ?? 0) - 16) <= 1);
    assert.equal(numbers.at(-1), 60);
    assert.ok((numbers[0] ?? 0) >= 1);
  });

  it('weighted draws in proportion, never a weight of 0', () => {
    const random = stream(1);
    const keys = draws(10_000, () => weighted(random, { a: 3, b: 1, never: 0 }));
    const share = keys.filter((key) => key === 'a').length / keys.length;
    assert.ok(Math.abs(share - 0.75) < 0.02);
    assert.ok(!keys.includes('never'));
  });

  it('shuffled keeps every item and leaves the list as it was', () => {
    const items = [1, 2, 3, 4, 5, 6];
    assert.deepEqual(shuffled(stream(3), items).sort(), [1, 2, 3, 4, 5, 6]);
    assert.deepEqual(items, [1, 2, 3, 4, 5, 6]);
  });
});
