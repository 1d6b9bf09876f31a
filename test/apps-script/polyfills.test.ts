/** Each member as the real one, where the real one was taken away. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInContext, runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { bareContext } from '../../local/script/run-script.ts';

const SOURCE = readFileSync(join(import.meta.dirname, '..', '..', 'apps-script', 'polyfills.ts'), 'utf8');
const CODE = transformSync(SOURCE, { loader: 'ts', format: 'iife', target: 'es2020' }).code;

const EXPRESSIONS = [
  '[1, 2, 3].at(0)',
  '[1, 2, 3].at(-1)',
  '[1, 2, 3].at(3)',
  '[1, 2, 3].at(-4)',
  '[1, 2, 3].at(1.9)',
  '[1, 2, 3].at(-0.5)',
  '[1, 2, 3].at(NaN)',
  '[1, 2, 3].at()',
  '[].at(-1)',
  'Object.hasOwn({ a: 1 }, "a")',
  'Object.hasOwn({ a: 1 }, "toString")',
  'Object.hasOwn(Object.create(null), "a")',
  'Object.hasOwn([], "length")',
  '[3, 1, 2].toSorted().join()',
  '[3, 1, 10].toSorted((one, other) => other - one).join()',
  'let numbers = [2, 1]; numbers.toSorted(); numbers.join()',
  'JSON.stringify([...Map.groupBy([1, 2, 3, 4], (number) => number % 2)])',
  'JSON.stringify([...Map.groupBy(["a", "b"], (_, index) => index)])',
  'Map.groupBy([], () => 1).size',
];

describe('polyfills', () => {
  it('the context of these tests lacks the members', () => {
    const context = bareContext();
    const members = '[[].at, Object.hasOwn, [].toSorted, Map.groupBy].map((member) => typeof member).join()';
    assert.equal(runInContext(members, context), 'undefined,undefined,undefined,undefined');
  });

  for (const expression of EXPRESSIONS) {
    it(`${expression} is what the language says`, () => {
      const context = bareContext();
      runInContext(CODE, context);
      assert.equal(runInContext(expression, context), runInNewContext(expression));
    });
  }

  it('are not seen by for … in', () => {
    const context = bareContext();
    runInContext(CODE, context);
    assert.equal(runInContext('let keys = []; for (const key in []) keys.push(key); keys.join()', context), '');
  });

  it('never take the place of a real member', () => {
    const real = 'const at = Array.prototype.at, hasOwn = Object.hasOwn;';
    assert.equal(runInNewContext(`${real}${CODE}; at === [].at && hasOwn === Object.hasOwn`), true);
  });
});
