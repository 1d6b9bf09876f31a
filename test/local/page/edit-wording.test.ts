/** The sentences of the bar above the editing grid, and the places that they name. */
import assert from 'node:assert/strict';
import { deleteQuestion, lostText, notSavedText, placeText } from '../../../local/page/public/edit-wording.js';
import { nearestPlace } from '../../../local/page/public/sheet-content.js';
import { teams } from './contents.ts';

const TAB = teams(['✓', 'Vĩnh Hà', 'Cấp xã', ''], ['✓', 'Vĩnh Kim', 'Cấp xã', '']);

describe('the chosen cell is named', () => {
  const cases: readonly [why: string, row: number, column: number, text: string][] = [
    ['with its header', 1, 1, 'B2 · Xã: Vĩnh Hà'],
    ['a blank as a blank', 2, 3, 'D3 · Ghi chú: ô trống'],
    ['a header by its address alone', 0, 2, 'C1: Cấp tổ'],
    ['beyond what the server told of', 40, 30, 'AE41: ô trống'],
  ];
  for (const [why, row, column, text] of cases) {
    it(`${why}: ${text}`, () => assert.equal(placeText(TAB, { row, column }), text));
  }
});

describe('before rows are deleted', () => {
  const cases: readonly [top: number, bottom: number, question: string][] = [
    [4, 5, 'Xóa dòng 5? Nội dung đã xóa không lấy lại được ở đây.'],
    [4, 7, 'Xóa 3 dòng, từ dòng 5 đến dòng 7? Nội dung đã xóa không lấy lại được ở đây.'],
  ];
  for (const [top, bottom, question] of cases) {
    it(question, () => assert.equal(deleteQuestion({ top, bottom, left: 0, right: 1 }), question));
  }
});

describe('what could not be saved', () => {
  const typed = (...texts: string[]) => texts.map((text, at) => ({ row: at + 1, column: 1, text }));

  it('is repeated where the row is gone, for it stands nowhere else', () => {
    assert.equal(
      lostText(typed('gấp', 'hỏi lại')),
      'Dòng vừa sửa đã bị người khác xóa hoặc đổi chỗ nên chưa lưu được. Nội dung đã gõ: «gấp», «hỏi lại».',
    );
  });

  it('is named by its cells, five of them, with the reason', () => {
    assert.equal(
      notSavedText(typed('1', '2', '3', '4', '5', '6'), { message: 'Ô này do hệ thống giữ.' }),
      'Chưa lưu được ô B2, B3, B4, B5, B6. Ô này do hệ thống giữ.',
    );
  });
});

describe('the nearest place that a tab has', () => {
  const cases: readonly [why: string, row: number, column: number, nearest: [number, number]][] = [
    ['the place itself', 2, 3, [2, 3]],
    ['the last row', 9, 3, [2, 3]],
    ['the last column', 1, 9, [1, 3]],
    ['the last cell', 9, 9, [2, 3]],
  ];
  for (const [why, row, column, [nearestRow, nearestColumn]] of cases) {
    it(why, () => assert.deepEqual(nearestPlace(TAB, { row, column }), { row: nearestRow, column: nearestColumn }));
  }
});
