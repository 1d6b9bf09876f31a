import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneByte } from '../../../apps-script/bundle/one-byte.ts';
import { makePacker } from '../../../apps-script/bundle/pack.ts';
import { asText } from '../../../apps-script/bundle/packed-data.ts';
import { unpack } from '../../../apps-script/unpack.ts';
import { utilities } from '../../../local/script/utilities.ts';

describe('Vietnamese with one byte a letter', () => {
  it('keeps ASCII, and numbers the other letters from 160', () => {
    const { bytes, letters } = oneByte('"Tổ số 1"');
    assert.equal(letters, 'ốổ');
    assert.deepEqual([...bytes], [34, 84, 161, 32, 115, 160, 32, 49, 34]);
  });

  it('escapes the rarest where 96 letters are not enough', () => {
    const many = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0x1ea0 + index)).join('');
    const { bytes, letters } = oneByte(`"${many}${many}đ𝒳"`);
    assert.equal(letters, many);
    assert.equal(Buffer.from(bytes.slice(193)).toString('latin1'), '\\u0111\\ud835\\udcb3"');
  });

  it('is read again as it was', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'aàảĐđệổ«»–\n"\\'), fc.string({ unit: 'grapheme', maxLength: 1 })),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        const packer = makePacker(() => false);
        packer.add(texts, 'texts');
        assert.deepEqual(unpack(utilities, asText(packer.text())), [texts]);
      }),
    );
  });
});
