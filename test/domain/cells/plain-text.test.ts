import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayBeLegacy } from '../../../functions/domain/cells/legacy-encoding.ts';
import { openText } from '../../../functions/domain/cells/opening.ts';
import { isPlainText } from '../../../functions/domain/cells/plain-text.ts';
import { isClean } from '../../../functions/domain/text.ts';

describe('a glance at a text', () => {
  const plain = ['Trưởng thôn', 'Nguyễn Thị Hòa', 'Hướng dẫn 25 người (đợt 2)', 'ĐẶNG', '0905123456', 'Bản Tà Tiêng'];
  for (const text of plain) it(`needs no closer look: ${text}`, () => assert.equal(isPlainText(text), true));

  const closer = [
    '',
    ' a',
    'a ',
    'a  b',
    '- a',
    '=1+1',
    'a\u00a0b',
    'Tr­ëng th«n',
    'Trieäu',
    'DDaij',
    'Hoà'.normalize('NFD'),
  ];
  for (const text of closer) it(`needs one: ${JSON.stringify(text)}`, () => assert.equal(isPlainText(text), false));

  it('never takes for plain what reading would change', () => {
    const letter = fc.constantFrom(...'aeoudwHN0 .-=@àâêÂòÒúđĐơạỹ«¡ë\u00ad\u0301\n');
    const texts = fc.oneof(fc.string({ unit: letter, maxLength: 12 }), fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, (text) => {
        if (!isPlainText(text)) return;
        assert.ok(isClean(text) && !mayBeLegacy(text) && /^[\dA-Za-zÀ-ỹ]/.test(text), text);
        assert.deepEqual(openText(text), { text, bullet: false });
      }),
      { numRuns: 2_000 },
    );
  });
});
