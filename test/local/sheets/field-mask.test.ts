import assert from 'node:assert/strict';
import { type MaskTree, parseFieldMask, project, writeMasked } from '../../../local/sheets/field-mask.ts';
import { GoogleError } from '../../../local/sheets/google-error.ts';
import type { Json, JsonObject } from '../../../local/sheets/json.ts';

describe('field masks', () => {
  const parsed: [text: string, tree: MaskTree][] = [
    ['*', true],
    ['a', { a: true }],
    ['a.b,c', { a: { b: true }, c: true }],
    ['a/b', { a: { b: true } }],
    ['a(b,c/d)', { a: { b: true, c: { d: true } } }],
    ['a.b(c),a.d', { a: { b: { c: true }, d: true } }],
    ['a.b,a', { a: true }],
    ['a,a.b', { a: true }],
    ['a.*', { a: true }],
    [' a , b ', { a: true, b: true }],
  ];
  for (const [text, tree] of parsed) {
    it(`reads ${text}`, () => assert.deepEqual(parseFieldMask(text), tree));
  }

  for (const text of ['', 'a,', 'a(b', 'a)', 'a..b', 'a;b']) {
    it(`refuses '${text}'`, () => {
      assert.throws(
        () => parseFieldMask(text),
        (error: unknown) => error instanceof GoogleError && error.code === 400,
      );
    });
  }

  const projected: [mask: string, value: Json, selected: Json][] = [
    ['a.b', { a: { b: 1, c: 2 }, d: 3 }, { a: { b: 1 } }],
    ['a.b', { a: { c: 2 } }, { a: {} }],
    ['a.b', { a: [{ b: 1, c: 2 }, { c: 3 }] }, { a: [{ b: 1 }, {}] }],
    ['x', { a: 1 }, {}],
  ];
  for (const [mask, value, selected] of projected) {
    it(`${mask} selects ${JSON.stringify(selected)} of ${JSON.stringify(value)}`, () =>
      assert.deepEqual(project(value, parseFieldMask(mask)), selected));
  }

  const written: [mask: string, target: JsonObject, source: JsonObject, result: JsonObject][] = [
    ['a', { a: 1, b: 2 }, { a: 3, b: 4 }, { a: 3, b: 2 }],
    ['a', { a: 1, b: 2 }, {}, { b: 2 }],
    ['a.b', { a: { b: 1, c: 2 } }, { a: { b: 9 } }, { a: { b: 9, c: 2 } }],
    ['a.b', { a: { b: 1 } }, {}, {}],
    ['*', { a: 1, b: 2 }, { b: 3 }, { b: 3 }],
  ];
  for (const [mask, target, source, result] of written) {
    it(`under ${mask}, ${JSON.stringify(source)} makes ${JSON.stringify(target)} into ${JSON.stringify(result)}`, () =>
      assert.deepEqual(writeMasked(target, source, parseFieldMask(mask)), result));
  }
});
