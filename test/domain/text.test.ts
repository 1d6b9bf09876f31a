import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanText, fold, foldHash, isBlank, shorten, stripMarks } from '../../functions/domain/text.ts';

/** Any text, and text of the letters that staff type, composed or not. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđĐÐð\u0301\u0300\u0309\u0303\u0323 \u00a0\u200b\u00ad\n\r\t.,-') }),
);

describe('cleaning of text', () => {
  for (const [typed, clean] of [
    ['Xã Vĩnh Hòa', 'Xã Vĩnh Hòa'],
    ['  Xã   Vĩnh Hòa  ', 'Xã Vĩnh Hòa'],
    ['Xã\u00a0Vĩnh\u2003Hòa', 'Xã Vĩnh Hòa'],
    ['\ufeffXã Vĩnh\u200b Hòa\u202c', 'Xã Vĩnh Hòa'],
    ['Xa\u0303 Vi\u0303nh Ho\u0300a', 'Xã Vĩnh Hòa'],
    ['Ðông Hà, Ða Krông, ðò', 'Đông Hà, Đa Krông, đò'],
    ['một\r\n\n hai \n', 'một\nhai'],
    ['', ''],
    [' ', ''],
  ] as const) {
    it(`${JSON.stringify(typed)} → ${JSON.stringify(clean)}`, () => assert.equal(cleanText(typed), clean));
  }

  it('keeps the soft hyphen, which is ư in TCVN3', () => {
    assert.equal(cleanText('Tr\u00ad¬ng'), 'Tr\u00ad¬ng');
  });

  it('is done after one time', () => {
    fc.assert(fc.property(anyText, (text) => cleanText(cleanText(text)) === cleanText(text)));
  });

  it('leaves no space at the ends and none doubled', () => {
    fc.assert(fc.property(anyText, (text) => !/^\s|\s$|\s\s/.test(cleanText(text))));
  });
});

describe('the key for comparing', () => {
  for (const [text, key] of [
    ['Hòa', 'hoa'],
    ['Hoà', 'hoa'],
    ['HOA', 'hoa'],
    ['Đa Krông', 'da krong'],
    ['TT.Hồ  Xá', 'tt ho xa'],
    ['Xã/phường, thị trấn', 'xa phuong thi tran'],
    ['«Tổ trưởng»', 'to truong'],
    ['Thôn 3', 'thon 3'],
    ['—', ''],
  ] as const) {
    it(`of ${text} is «${key}»`, () => assert.equal(fold(text), key));
  }

  it('is the same for composed and decomposed text', () => {
    fc.assert(fc.property(anyText, (text) => fold(text.normalize('NFC')) === fold(text.normalize('NFD'))));
  });

  it('keeps nothing but small letters, figures and single spaces', () => {
    assert.equal(fold('Tổ CNSCĐ (thôn) – số 01!'), 'to cnscd thon so 01');
    assert.equal(stripMarks('Tổ CNSCĐ – số 01!'), 'to cnscd – so 01!');
  });
});

describe('a blank', () => {
  for (const value of [null, '', ' ', '\n', '\u00a0', '\u200b\u2060', '\ufeff', '\u00ad', '\u3164']) {
    it(`is ${JSON.stringify(value)}`, () => assert.equal(isBlank(value), true));
  }
  for (const value of [0, false, 'x', ' 0 ', '-']) {
    it(`is not ${JSON.stringify(value)}`, () => assert.equal(isBlank(value), false));
  }
});

describe('shortening', () => {
  it('leaves short text alone, on one line', () => {
    assert.equal(shorten('Hướng dẫn\nngười dân'), 'Hướng dẫn người dân');
  });

  it('cuts to the length with an ellipsis', () => {
    assert.equal(shorten('Hướng dẫn người dân', 10), 'Hướng dẫn…');
    assert.equal([...shorten('x'.repeat(100))].length, 40);
  });

  it('does not cut a character in two', () => {
    assert.equal(shorten('👍👍👍', 2), '👍…');
  });
});

describe('a number for comparing texts', () => {
  it('is the same for texts that read the same', () => {
    fc.assert(fc.property(anyText, (one) => assert.equal(foldHash(one), foldHash(fold(one)))));
    assert.equal(foldHash('Nguyễn  Văn HOÀ'), foldHash('nguyen van hòa'));
  });

  it('differs for texts that do not, nearly always', () => {
    const numbers = ['Nguyễn Văn A', 'Nguyễn Văn B', 'Nguyễn Thị A', 'A Nguyễn Văn', '中', ''].map(foldHash);
    assert.equal(new Set(numbers).size, 6);
  });
});
