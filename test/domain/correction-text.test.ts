import assert from 'node:assert/strict';
import { correctionText } from '../../functions/domain/correction-text.ts';
import type { Difference } from '../../schemas/documents.ts';

const TURNS: Difference = { field: 'Số lượt người', before: 1250, after: 1300 };

const CASES: readonly (readonly [
  what: string,
  version: number,
  reason: string | null,
  diff: readonly Difference[],
  text: string | null,
])[] = [
  ['the first version corrects nothing', 1, null, [TURNS], null],
  [
    'a figure with its reason',
    2,
    'xã gửi thiếu',
    [TURNS],
    'Đính chính lần 1 (lý do: xã gửi thiếu): Số lượt người: 1.250 → 1.300.',
  ],
  [
    'what was not there before, and what is not any more',
    3,
    null,
    [
      { field: 'Kinh phí xã hội hóa', before: null, after: 0 },
      { field: 'Không phát sinh', before: true, after: null },
    ],
    'Đính chính lần 2: Kinh phí xã hội hóa: không có → 0; Không phát sinh: có → không có.',
  ],
  [
    'a row that is only other',
    2,
    null,
    [{ field: 'Hoạt động, dòng của Khu phố 1', before: null, after: null }],
    'Đính chính lần 1: Hoạt động, dòng của Khu phố 1.',
  ],
  [
    'no figure at all',
    2,
    'bổ sung ghi chú',
    [],
    'Đính chính lần 1 (lý do: bổ sung ghi chú): không có số liệu nào thay đổi.',
  ],
  [
    'a reason with a phone is left out',
    2,
    'gọi 0905123456',
    [TURNS],
    'Đính chính lần 1: Số lượt người: 1.250 → 1.300.',
  ],
];

describe('a correction in words', () => {
  for (const [what, version, reason, diff, text] of CASES) {
    it(what, () => assert.equal(correctionText({ version, reason, diff: [...diff] }), text));
  }

  it('counts what does not fit', () => {
    const text = correctionText({ version: 2, reason: null, diff: Array.from({ length: 15 }, () => TURNS) });
    assert.match(text ?? '', /; và 3 thay đổi khác\.$/);
  });

  it('never outgrows its cell', () => {
    const long = { field: 'x'.repeat(400), before: 1, after: 2 };
    assert.equal(correctionText({ version: 2, reason: null, diff: [long, long, long] })?.length, 1_000);
  });
});
