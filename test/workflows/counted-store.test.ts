import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { countedStore } from '../../functions/workflows/counted-store.ts';
import { newCalls } from '../support/province-workbook.ts';

describe('a store that counts', () => {
  it('what is asked for, and what a list holds', async () => {
    const calls = newCalls();
    const store = countedStore(memoryStore(), calls);
    assert.equal((await store.get(['units/2022:464', 'units/2022:465'])).size, 0);
    assert.equal(calls.documentsRead, 2);
    assert.equal((await store.list('units')).size, 0);
    assert.deepEqual([calls.documentsRead, calls.documentsWritten], [2, 0]);
  });
});
