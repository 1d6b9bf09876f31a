import assert from 'node:assert/strict';
import { folded, inWords, newStyleTones, telexKeys } from '../../../local/sample/spelling.ts';

describe('spelling', () => {
  const tones: [string, string][] = [
    ['Xã Vĩnh Hòa', 'Xã Vĩnh Hoà'],
    ['Cam Thủy', 'Cam Thuỷ'],
    ['sức khỏe', 'sức khoẻ'],
    ['toán', 'toán'],
    ['Hoàng Quý', 'Hoàng Quý'],
    ['Quỳnh', 'Quỳnh'],
  ];
  for (const [from, to] of tones) {
    it(`newStyleTones: ${from} → ${to}`, () => assert.equal(newStyleTones(from), to));
  }

  const telex: [string, string][] = [
    ['Triệu Phong', 'Trieeuj Phong'],
    ['Đông Giang', 'Ddoong Giang'],
    ['Hướng Hóa', 'Huwowngs Hoas'],
    ['Vĩnh Ô', 'Vinhx Oo'],
  ];
  for (const [from, to] of telex) {
    it(`telexKeys: ${from} → ${to}`, () => assert.equal(telexKeys(from), to));
  }

  const words: [number, string][] = [
    [5, 'năm'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [11, 'mười một'],
    [99, 'chín mươi chín'],
  ];
  for (const [number, text] of words) {
    it(`inWords: ${number} → ${text}`, () => assert.equal(inWords(number), text));
  }

  it('folded: đ is a d, whatever the marks', () => {
    assert.equal(folded('Đa Krông'), 'da krong');
    assert.equal(folded('Xã Vĩnh Hòa'.normalize('NFD')), 'xa vinh hoa');
  });
});
