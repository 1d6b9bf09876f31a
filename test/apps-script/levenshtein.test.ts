import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as library from 'fastest-levenshtein';
import { distance } from '../../apps-script/levenshtein.ts';

describe('the edits between two texts, as the script counts them', () => {
  const PAIRS: readonly (readonly [one: string, other: string, edits: number])[] = [
    ['', '', 0],
    ['', 'gio', 3],
    ['gio linh', 'gio linh', 0],
    ['gio lin', 'gio linh', 1],
    ['vinh linh', 'ving linh', 1],
    ['huong hoa', 'huong hao', 2],
    ['Đông Hà', 'dong ha', 4],
    ['to truong', 'truong to', 6],
  ];
  for (const [one, other, edits] of PAIRS) {
    it(`«${one}», «${other}» → ${edits}`, () => {
      assert.equal(distance(one, other), edits);
      assert.equal(distance(other, one), edits);
    });
  }

  it('are those that the library counts, beyond 32 letters too', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'n', 'h', ' ', 'ô', 'ế', '𝒳'), maxLength: 90 });
    fc.assert(fc.property(text, text, (one, other) => distance(one, other) === library.distance(one, other)));
  });
});
