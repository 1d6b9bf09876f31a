import assert from 'node:assert/strict';
import { readText } from '../../../functions/domain/cells/text.ts';
import { text } from '../../../schemas/cells.ts';
import { contextOf, readsAs, sentencesOf } from './reading-table.ts';

describe('free text', () => {
  describe('a blank text is missing', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('text stays as typed, lines included', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['Hướng dẫn người dân', 'Hướng dẫn người dân'],
        ['Hướng dẫn\nngười dân', 'Hướng dẫn\nngười dân'],
        ['Café, VNPT', 'Café, VNPT'],
        ['Zoom meeting', 'Zoom meeting'],
        ['#1 ưu tiên', '#1 ưu tiên'],
        ['email: a@b.vn', 'email: a@b.vn'],
        ['@ 5', '@ 5'],
        [5, '5'],
        [12.5, '12.5'],
        [true, 'TRUE'],
      ],
    );
  });

  describe('spaces, forms of Unicode and invisible characters are mended', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['  abc ', 'abc', 'cell.normalised/personal'],
        ['a\u00a0b', 'a b', 'cell.normalised/personal'],
        ['a  b', 'a b', 'cell.normalised/personal'],
        ['a\u200bb', 'ab', 'cell.normalised/personal'],
        ['a\u00adb', 'ab', 'cell.normalised/personal'],
        ['Ho\u0300a', 'Hòa', 'cell.normalised/personal'],
        ['Ðông Hà', 'Đông Hà', 'cell.normalised/personal'],
      ],
    );
  });

  describe('a leading bullet is left out', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['- Tuyên truyền', 'Tuyên truyền', 'cell.formula-text/bullet'],
        ['-Tuyên truyền', 'Tuyên truyền', 'cell.formula-text/bullet'],
        ['+ Hướng dẫn', 'Hướng dẫn', 'cell.formula-text/bullet'],
        ['+84', '84', 'cell.formula-text/bullet'],
        ['-2+3', '2+3', 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('text that would be a formula is refused', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['=1+1', null, 'cell.formula-text/formula'],
        ['=HYPERLINK("x")', null, 'cell.formula-text/formula'],
        ['@abc', null, 'cell.formula-text/formula'],
        ['@Hướng dẫn', null, 'cell.formula-text/formula'],
        [' =A1', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('errors of formulas are refused', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['#REF!', null, 'cell.formula-error/error'],
        ['#N/A', null, 'cell.formula-error/error'],
        ['#VALUE!', null, 'cell.formula-error/error'],
        ['#DIV/0!', null, 'cell.formula-error/error'],
        ['#NAME?', null, 'cell.formula-error/error'],
        ['#NUM!', null, 'cell.formula-error/error'],
        ['#NULL!', null, 'cell.formula-error/error'],
        ['#ERROR!', null, 'cell.formula-error/error'],
      ],
    );
  });

  describe('old encodings are refused, decoded in the suggestion', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['H\u00adíng dÉn ng\u00adêi d©n', null, 'cell.legacy-encoding/personal', 'Hướng dẫn người dân'],
        ['Höôùng daãn ngöôøi daân', null, 'cell.legacy-encoding/personal', 'Hướng dẫn người dân'],
        ['Huwowngs daanx nguwowif daan', null, 'cell.legacy-encoding/personal', 'Hướng dẫn người dân'],
      ],
    );
  });

  describe('the length of a text', () => {
    it('may be 2,000 characters and no more', () => {
      assert.deepEqual(readText('x'.repeat(2000), text(), contextOf()).issues, []);
      const { value, issues } = readText('x'.repeat(2001), text(), contextOf());
      assert.equal(value, null);
      assert.deepEqual(issues, [{ rule: 'cell.too-long', variant: 'tooLong', details: { length: 2001, max: 2000 } }]);
    });

    it('is counted after cleaning', () => {
      assert.equal(readText(`${'x'.repeat(200)}   `, text(200), contextOf()).value, 'x'.repeat(200));
    });
  });

  describe('free text may name people', () => {
    it('is in no sentence', () => {
      const reading = readText('  Lê Văn  Bình ', text(), contextOf());
      assert.doesNotMatch(sentencesOf(reading), /Bình/);
    });
  });

  describe('strokes and points that hold the place of words are nothing', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['…', null, 'cell.normalised/blank'],
        ['___', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('bullets of Word are left out, too', () => {
    readsAs(
      (typed) => readText(typed, text(), contextOf()),
      [
        ['• Hướng dẫn', 'Hướng dẫn', 'cell.formula-text/bullet'],
        ['– Hướng dẫn', 'Hướng dẫn', 'cell.formula-text/bullet'],
      ],
    );
  });
});
