import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../functions/domain/canonical.ts';

describe('canonical JSON', () => {
  const cases: [string, unknown, string][] = [
    ['keys are sorted at every depth', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['keys are sorted by UTF-16 code unit', { é: 1, Z: 2, a: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"Z":2,"a":3,"é":1}'],
    ['lists keep their order', [3, 1, [2]], '[3,1,[2]]'],
    ['plain values', [null, true, false, 0, 1.5, 1e21, ''], '[null,true,false,0,1.5,1e+21,""]'],
    ['text is escaped as in JSON', 'a"\\\n\u2028', '"a\\"\\\\\\n\u2028"'],
    ['precomposed text stays', 'T\u1ed5', '"T\u1ed5"'],
    ['decomposed text stays', 'T\u006f\u0302\u0309', '"T\u006f\u0302\u0309"'],
    ['half a surrogate pair', '\ud800', '"\\ud800"'],
    ['no keys', {}, '{}'],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  ];
  for (const [name, value, expected] of cases) {
    it(name, () => assert.equal(canonicalJson(value), expected));
  }
});

describe('what has no canonical JSON is refused, with its place and without its content', () => {
  const cases: [string, unknown, string][] = [
    ['undefined', { a: [1, undefined] }, 'No JSON at $.a[1]: undefined.'],
    ['an absent value', undefined, 'No JSON at $: undefined.'],
    ['a hole in a list', { a: new Array(1) }, 'No JSON at $.a[0]: undefined.'],
    ['-0, which JSON writes as 0', { a: -0 }, 'No JSON at $.a: -0.'],
    ['NaN', [Number.NaN], 'No JSON at $[0]: NaN.'],
    ['infinity', { b: { c: Number.NEGATIVE_INFINITY } }, 'No JSON at $.b.c: -Infinity.'],
    ['a bigint', 5n, 'No JSON at $: bigint.'],
    ['a date', { at: new Date(0) }, 'No JSON at $.at: Date.'],
    ['a map', new Map([['name', 'x']]), 'No JSON at $: Map.'],
    ['a function', { f: () => 1 }, 'No JSON at $.f: function.'],
  ];
  for (const [name, value, message] of cases) {
    it(name, () => assert.throws(() => canonicalJson(value), { name: 'TypeError', message }));
  }
});

describe('canonical JSON of any JSON', () => {
  // Through JSON once, because fast-check also makes -0.
  const json = fc.json({ noUnicodeString: false }).map((text): unknown => JSON.parse(JSON.stringify(JSON.parse(text))));

  it('reads back as the same value', () => {
    fc.assert(fc.property(json, (value) => assert.deepEqual(JSON.parse(canonicalJson(value)), value)));
  });

  it('does not depend on the order in which properties were set', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, (pairs) => {
        assert.equal(canonicalJson(Object.fromEntries(pairs.toReversed())), canonicalJson(Object.fromEntries(pairs)));
      }),
    );
  });
});
