import assert from 'node:assert/strict';
import { readConfig } from '../functions/config.ts';
import packageJson from '../package.json' with { type: 'json' };

describe('the configuration', () => {
  it('needs nothing, and then trusts nobody', () => {
    const { googleRootUrl, projectId, operators } = readConfig({});
    assert.deepEqual([googleRootUrl, projectId, operators.size], [undefined, undefined, 0]);
  });

  it('reads operators as a list of addresses', () => {
    assert.deepEqual([...readConfig({ OPERATORS: ' A@so.vn, b@so.vn,,' }).operators], ['a@so.vn', 'b@so.vn']);
  });

  it('freezes in the name of the deployed commit, or of the version in package.json', () => {
    assert.equal(readConfig({ CODE_VERSION: '3f2a1b0' }).codeVersion, '3f2a1b0');
    assert.equal(readConfig({}).codeVersion, packageJson.version);
  });

  it('takes no ID token without an audience', () => {
    assert.deepEqual(readConfig({}).audiences, []);
    assert.deepEqual(readConfig({ AUDIENCES: 'a.apps, b.apps,' }).audiences, ['a.apps', 'b.apps']);
  });

  for (const [given, expected] of [
    [undefined, 60],
    ['300', 300],
    ['unlimited', Infinity],
  ] as const)
    it(`paces ${given ?? 'nothing said'}: ${expected} calls a minute`, () => {
      assert.equal(readConfig({ SHEETS_CALLS_PER_MINUTE: given }).sheetsCallsPerMinute, expected);
    });

  for (const given of ['0', '-1', '1.5', 'viele', ''])
    it(`refuses a pace of «${given}»`, () => {
      assert.throws(() => readConfig({ SHEETS_CALLS_PER_MINUTE: given }), /SHEETS_CALLS_PER_MINUTE/);
    });

  it('lists every mistake', () => {
    assert.throws(() => readConfig({ GOOGLE_ROOT_URL: 'somewhere', GOOGLE_CLOUD_PROJECT: '' }), {
      message: /GOOGLE_ROOT_URL.*GOOGLE_CLOUD_PROJECT/s,
    });
  });
});
