import assert from 'node:assert/strict';
import { translate } from '../../functions/adapters/firestore-error.ts';

describe("Firestore's errors by gRPC code: only what passes by itself is worth trying again", () => {
  const cases: [string, number, string][] = [
    ['CANCELLED', 1, 'unavailable'],
    ['UNKNOWN', 2, 'unavailable'],
    ['INVALID_ARGUMENT', 3, 'internal'],
    ['DEADLINE_EXCEEDED', 4, 'unavailable'],
    ['NOT_FOUND, the database', 5, 'internal'],
    ["PERMISSION_DENIED, the function's own", 7, 'internal'],
    ['RESOURCE_EXHAUSTED', 8, 'unavailable'],
    ['FAILED_PRECONDITION, a missing index', 9, 'internal'],
    ['ABORTED', 10, 'unavailable'],
    ['UNIMPLEMENTED', 12, 'internal'],
    ['INTERNAL', 13, 'unavailable'],
    ['UNAVAILABLE', 14, 'unavailable'],
    ["UNAUTHENTICATED, the function's own", 16, 'internal'],
  ];
  for (const [name, code, expected] of cases) {
    it(`${code} ${name}: ${expected}`, () => {
      const cause = Object.assign(new Error('5 NOT_FOUND: whatever'), { code });
      const error = translate('read documents', cause);
      assert.equal(error.code, expected);
      assert.equal(error.message, `Firestore did not read documents (code ${code}).`);
      assert.equal(error.cause, cause);
    });
  }

  it('an error without a code is internal', () => {
    assert.equal(translate('read documents', new Error('x')).code, 'internal');
    assert.equal(translate('read documents', { code: 'ENOTFOUND' }).code, 'internal');
    assert.equal(translate('list units', undefined).message, 'Firestore did not list units (no code).');
  });
});
