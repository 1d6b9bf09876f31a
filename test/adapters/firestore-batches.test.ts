import assert from 'node:assert/strict';
import { batchesOf, type Write } from '../../functions/adapters/firestore-batches.ts';

const writes = (count: number, text = ''): Write[] =>
  Array.from({ length: count }, (_, index) => ({ path: `units/${index}`, document: { text } }));

describe('writes in atomic batches', () => {
  const cases: [string, Write[], number[]][] = [
    ['nothing', [], []],
    ['one', writes(1), [1]],
    ['as many as fit', writes(400), [400]],
    ['one more', writes(401), [400, 1]],
    ['a thousand', writes(1000), [400, 400, 200]],
    ['megabytes', writes(7, 'x'.repeat(1_000_000)), [2, 2, 2, 1]],
    ['bytes count, not characters', writes(4, 'ổ'.repeat(330_000)), [3, 1]],
    ['a document above the size stands alone', writes(2, 'x'.repeat(4_000_000)), [1, 1]],
    ['deletions are small', writes(3).map(({ path }) => ({ path, document: null })), [3]],
  ];
  for (const [name, given, sizes] of cases) {
    it(`${name}: ${sizes.join(' + ') || 'none'}`, () => {
      const batches = batchesOf(given);
      assert.deepEqual(
        batches.map(({ length }) => length),
        sizes,
      );
      assert.deepEqual(batches.flat(), given);
    });
  }
});
