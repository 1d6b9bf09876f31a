import assert from 'node:assert/strict';
import { contentHash, sha256 } from '../../functions/workflows/content-hash.ts';

describe('the hash of a content', () => {
  // The first two are the test vectors of FIPS 180-2; the third was made with sha256sum over UTF-8.
  for (const [text, expected] of [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['Tổ công nghệ số', '1c68c0bfc8eb555cde06693c85e96815237c4e38d9325560199681f5300ef03e'],
  ] as const) {
    it(`SHA-256 of "${text}"`, () => assert.equal(sha256(text), expected));
  }

  it('is that of the canonical JSON', () => {
    assert.equal(contentHash({ b: 1, a: [true, 'x'] }), sha256('{"a":[true,"x"],"b":1}'));
    assert.equal(contentHash({ a: [true, 'x'], b: 1 }), contentHash({ b: 1, a: [true, 'x'] }));
  });

  it('refuses what has no canonical JSON', () => {
    assert.throws(() => contentHash({ a: undefined }), /No JSON at \$\.a/);
  });
});
