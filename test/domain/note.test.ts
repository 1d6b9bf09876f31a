import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinNote, splitNote } from '../../functions/domain/note.ts';

describe('notes: staff words stay to the letter', () => {
  const cases: [note: string, theirs: string, marked: boolean][] = [
    ['', '', false],
    ['hỏi lại xã', 'hỏi lại xã', false],
    ['⚠ Kiểm tra\n✗ Sai.', '', true],
    ['hỏi lại xã\n⚠ Kiểm tra\n✗ Sai.\n! Xem lại.', 'hỏi lại xã', true],
    ['hai dòng\n\n⚠ Kiểm tra\n✗ Sai.', 'hai dòng\n', true],
    ['⚠ Kiểm tra\n✗ Sai.\nđã gọi điện', 'đã gọi điện', true],
    ['trên\n⚠ Kiểm tra\n✗ Sai.\ndưới', 'trên\ndưới', true],
    ['có chữ ⚠ Kiểm tra ở giữa', 'có chữ ⚠ Kiểm tra ở giữa', false],
  ];
  for (const [note, theirs, marked] of cases) {
    it(JSON.stringify(note), () => assert.deepEqual(splitNote(note), { theirs, marked }));
  }

  it('gives the note back when our lines go', () => {
    const note = fc.string().filter((text) => !text.includes('⚠ Kiểm tra'));
    const lines = fc.array(fc.constantFrom('✗ Một.', '! Hai.'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(note, lines, (theirs, ours) => {
        assert.equal(joinNote(splitNote(joinNote(theirs, ours)).theirs, []), theirs);
      }),
    );
  });
});
