import assert from 'node:assert/strict';
import { readConfig } from '../functions/config.ts';

describe('the configuration', () => {
  it('needs nothing, and then trusts nobody', () => {
    const { googleRootUrl, projectId, operators } = readConfig({});
    assert.deepEqual([googleRootUrl, projectId, operators.size], [undefined, undefined, 0]);
  });

  it('reads operators as a list of addresses', () => {
    assert.deepEqual([...readConfig({ OPERATORS: ' A@so.vn, b@so.vn,,' }).operators], ['a@so.vn', 'b@so.vn']);
  });

  it('lists every mistake', () => {
    assert.throws(() => readConfig({ GOOGLE_ROOT_URL: 'somewhere', GOOGLE_CLOUD_PROJECT: '' }), {
      message: /GOOGLE_ROOT_URL.*GOOGLE_CLOUD_PROJECT/s,
    });
  });
});
