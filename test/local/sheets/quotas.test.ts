import assert from 'node:assert/strict';
import { GoogleError } from '../../../local/sheets/google-error.ts';
import { openQuotas } from '../../../local/sheets/quotas.ts';

describe('quotas', () => {
  it('refuse beyond 300 of the project, whoever calls', () => {
    const quotas = openQuotas(() => 0);
    for (let call = 0; call < 300; call += 1) quotas.take(`user${call % 6}`, 'write');
    assert.throws(
      () => quotas.take('another', 'write'),
      (error: unknown) =>
        error instanceof GoogleError && error.code === 429 && error.message.includes("per minute' of"),
    );
    quotas.take('another', 'read');
  });

  it('a refused call costs nothing, and a clock that was moved back forgets what lies ahead', () => {
    let now = 100_000;
    const quotas = openQuotas(() => now);
    for (let call = 0; call < 60; call += 1) quotas.take('a', 'read');
    for (let call = 0; call < 5; call += 1) assert.throws(() => quotas.take('A', 'read'));
    now = 160_000;
    quotas.take('a', 'read');
    now = 0;
    for (let call = 0; call < 60; call += 1) quotas.take('a', 'read');
  });
});
