import assert from 'node:assert/strict';
import fc from 'fast-check';
import { base91 } from '../../../apps-script/bundle/base91.ts';
import { bytesOf } from '../../../apps-script/unpack.ts';

const signed = (bytes: Uint8Array): number[] => [...Int8Array.from(bytes)];

describe('bytes as text', () => {
  const BYTES: readonly (readonly [bytes: readonly number[], text: string])[] = [
    [[], ''],
    [[0], '##'],
    [[255], '%m'],
    [[255, 255], '~$#*'],
  ];
  for (const [bytes, text] of BYTES) {
    it(`[${bytes.join(', ')}] are «${text}»`, () => assert.equal(base91(Uint8Array.from(bytes)), text));
  }

  it('come back with the signs that Java gives them, and at most one more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const back = bytesOf(base91(bytes));
        assert.deepEqual(back.slice(0, bytes.length), signed(bytes));
        assert.ok(back.length <= bytes.length + 1);
      }),
    );
  });

  it('are 13 bits in two characters that a literal holds as they are', () => {
    const text = base91(Uint8Array.from({ length: 13 * 256 }, (_, index) => index));
    assert.equal(text.length, 8 * 256 * 2);
    assert.match(text, /^[#-[\]-~]+$/);
  });
});
