import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortHash } from '../../functions/domain/short-hash.ts';

describe('a short hash', () => {
  const cases: [text: string, letters: number, code: string][] = [
    ['', 4, 'B0ZW'],
    ['Nguyễn Văn Mẫu', 4, 'PAZ8'],
    ['0905123456', 4, '9F98'],
    ['0905123457', 4, 'MH0X'],
    ['a', 6, 'LDC18D'],
  ];
  for (const [text, letters, code] of cases) {
    it(`of ${JSON.stringify(text)} is ${code}`, () => assert.equal(shortHash(text, letters), code));
  }

  it('is as long as wanted, of letters that read the same on paper', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 6 }), (text, letters) => {
        assert.match(shortHash(text, letters), new RegExp(`^[0-9ABCDFGHJKLMNPQRSTVWXYZ]{${letters}}$`));
      }),
    );
  });

  it('tells phone numbers apart about as well as its bits allow, and no better', () => {
    const codes = Array.from({ length: 20_000 }, (_, at) => shortHash(`09${10_000_000 + at * 37}`, 4));
    const distinct = new Set(codes).size;
    // 20,000 of 2^20 codes: about 189 are met twice when all are as likely.
    assert.ok(distinct > 19_700 && distinct < 19_900, `${distinct} codes`);
  });
});
