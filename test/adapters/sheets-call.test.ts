import assert from 'node:assert/strict';
import { sheetsCall } from '../../functions/adapters/sheets-call.ts';
import { noCalls } from '../support/local-google.ts';

describe('a request to Sheets', () => {
  for (const [kind, repeatable, counts] of [
    ['read', true, [2, 0]],
    ['write', false, [0, 2]],
  ] as const)
    it(`a ${kind} keeps to the pace of ${kind}s, and each attempt is counted as one`, () => {
      const calls = noCalls();
      const call = sheetsCall(kind, calls, repeatable);
      call.onAttempt?.();
      call.onAttempt?.();
      assert.deepEqual([call.kind, call.repeatable], [kind, repeatable]);
      assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], counts);
    });
});
