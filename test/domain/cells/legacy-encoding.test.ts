import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { detectLegacyEncoding } from '../../../functions/domain/cells/legacy-encoding.ts';
import { isVietnameseWord } from '../../../functions/domain/cells/syllable.ts';
import { decodeTcvn3 } from '../../../functions/domain/cells/tcvn3.ts';
import { decodeVni } from '../../../functions/domain/cells/vni.ts';

describe('text of old encodings is recognised and decoded', () => {
  for (const [typed, encoding, decoded] of [
    ['TriÖu §¹i', 'tcvn3', 'Triệu Đại'],
    ['Qu¶ng TrÞ', 'tcvn3', 'Quảng Trị'],
    ['Hå X¸', 'tcvn3', 'Hồ Xá'],
    ['VÜnh Linh', 'tcvn3', 'Vĩnh Linh'],
    ['Tr\u00ad¬ng V¨n B×nh', 'tcvn3', 'Trương Văn Bình'],
    ['H\u00adíng dÉn ng\u00adêi d©n sö dông dÞch vô c«ng', 'tcvn3', 'Hướng dẫn người dân sử dụng dịch vụ công'],
    ['Xã TriÖu §¹i', 'tcvn3', 'Xã Triệu Đại'],
    ['Trieäu Ñaïi', 'vni', 'Triệu Đại'],
    ['TRIEÄU ÑAÏI', 'vni', 'TRIỆU ĐẠI'],
    ['Quaûng Trò', 'vni', 'Quảng Trị'],
    ['Xaõ Vónh Hoøa', 'vni', 'Xã Vĩnh Hòa'],
    ['Nguyeãn Vaên Höõu', 'vni', 'Nguyễn Văn Hữu'],
    ['Höôùng daãn ngöôøi daân', 'vni', 'Hướng dẫn người dân'],
    ['Trieeuj Phong', 'telex', 'Triệu Phong'],
    ['Hoof Xas', 'telex', 'Hồ Xá'],
    ['Nguyeenx Vawn Binhf', 'telex', 'Nguyễn Văn Bình'],
    ['Huwowngs daanx nguwowif daan', 'telex', 'Hướng dẫn người dân'],
  ] as const) {
    it(`${typed} → ${decoded} (${encoding})`, () => {
      assert.deepEqual(detectLegacyEncoding(typed), { encoding, decoded });
    });
  }
});

describe('right text is left alone', () => {
  for (const typed of [
    'Xã Vĩnh Hòa',
    'Vĩnh Ô',
    'Mò Ó',
    'Đakrông',
    'Ðakrông',
    'Krông Klang',
    'Nguyễn Thị Hoà',
    'Khuỷu tay, thuở, quý, quí, gì, giêng',
    'Hòa, Thủy; Quỳnh (khoẻ)',
    'Hướng dẫn «VNeID» cho bà con',
    '«An»',
    '45/QÐ-UBND',
    '25 m², 30 °C, ½ ngày, mục §5',
    '· Tuyên truyền',
    'VNPT®',
    'Café, São Paulo, Müller, Köln, naïve',
    'Facebook, Zalo, Youtube',
    'Zoom meeting',
    'Google Meet',
    'Meet room',
    'SMS, bus, book, good, coffee',
    'Vinh Hoa',
    'H\u00adướng dẫn người dân',
  ]) {
    it(typed, () => assert.equal(detectLegacyEncoding(typed), null));
  }
});

describe('the table of TCVN3', () => {
  it('is that of iconv-lite for every byte from A1 to FF', () => {
    for (let byte = 0xa1; byte <= 0xff; byte += 1) {
      const expected = iconv.decode(Buffer.from([byte]), 'tcvn').normalize('NFC');
      assert.equal(decodeTcvn3(String.fromCharCode(byte)), expected, byte.toString(16));
    }
  });
});

describe('VNI', () => {
  it('sets marks on ư and ơ', () => assert.equal(decodeVni('ÖÙ öù ôø ÔÛ'), 'Ứ ứ ờ Ở'));
  it('has letters of its own for đ, i and y', () => assert.equal(decodeVni('ñ Ñ í ì æ ó ò î'), 'đ Đ í ì ỉ ĩ ị ỵ'));
});

describe('a Vietnamese word', () => {
  for (const word of [
    'Triệu',
    'đại',
    'Quảng',
    'nghiêng',
    'khuya',
    'khuỷu',
    'quý',
    'gì',
    'giá',
    'Ô',
    'uống',
    'yêu',
    'thuở',
  ]) {
    it(`is ${word}`, () => assert.equal(isVietnameseWord(word), true));
  }
  for (const word of ['Xaõ', 'TriÖu', 'VNeID', 'Müller', 'Zalo', 'mắắ', 'kb', '12']) {
    it(`is not ${word}`, () => assert.equal(isVietnameseWord(word), false));
  }
});
