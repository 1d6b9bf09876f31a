import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { freezeMonth } from '../../functions/domain/snapshot.ts';
import { diffMonths } from '../../functions/domain/snapshot-diff.ts';
import type { PlainDate } from '../../schemas/calendar.ts';
import type { FrozenMonth } from '../../schemas/frozen-month.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import {
  AUGUST,
  communePeople,
  contextOf,
  peopleOf,
  type RawRow,
  validRow,
  type WorkbookRows,
  workbookOf,
} from '../support/workbooks.ts';

const august = describePeriod(AUGUST, DEFAULT_CALENDAR);
const AFTER_LOCK = '2022-09-06' as PlainDate;

function frozen(rows: WorkbookRows): FrozenMonth {
  const review = reviewWorkbook(workbookOf(rows), { ...contextOf(), today: AFTER_LOCK });
  return freezeMonth(review, august, makeReport(review, august, AFTER_LOCK, NEW_REPORT), AFTER_LOCK);
}

const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });
const first = activity({});
const second = activity({ date: 44776, kind: 'Tuyên truyền', content: 'Phát thanh', platforms: null, turns: 40 });
const form: RawRow = {
  rosterReviewed: false,
  educationTotal: 1200,
  evaluationNumber: '12/BC-UBND',
  difficulties: 'Thiếu máy',
};
const remarks: RawRow = { fundingSocial: 'Mua loa' };
const before = frozen({ activities: [first, second], form, remarks });

const COMMUNE = 'Thị trấn Hồ Xá';
const GUIDANCE = `Hoạt động – Thôn Cổ Mỹ, ${COMMUNE}, 02/08/2022, Hướng dẫn người dân`;
const OUTREACH = `Hoạt động – Thôn Cổ Mỹ, ${COMMUNE}, 03/08/2022, Tuyên truyền`;

type Line = readonly [field: string, before: unknown, after: unknown];

describe('what is other in a corrected month', () => {
  const cases: [name: string, after: WorkbookRows, expected: Line[]][] = [
    ['nothing', { activities: [second, first], form, remarks }, []],
    [
      'a figure of a row, and what it does to the sums',
      { activities: [activity({ turns: 20 }), second], form, remarks },
      [
        ['Số lượt người', 65, 60],
        ['Lượt người: Dịch vụ công trực tuyến', 25, 20],
        [`${GUIDANCE}: Số lượt người`, 25, 20],
      ],
    ],
    [
      'a row that was taken out',
      { activities: [first], form, remarks },
      [
        ['Số dòng hoạt động: Tuyên truyền', 1, 0],
        ['Số buổi', 2, 1],
        ['Số lượt người', 65, 25],
        [OUTREACH, '1 dòng', null],
      ],
    ],
    [
      'a row that was added beside one of the same day and kind',
      { activities: [first, second, activity({ turns: 1, content: 'Buổi tối' })], form, remarks },
      [
        ['Số dòng hoạt động: Hướng dẫn người dân', 1, 2],
        ['Số buổi', 2, 3],
        ['Số lượt người', 65, 66],
        ['Lượt người: Dịch vụ công trực tuyến', 25, 26],
        [GUIDANCE, null, '1 dòng'],
      ],
    ],
    [
      'words are said to be other, and not repeated',
      { activities: [activity({ content: 'Lời khác' }), second], form: { ...form, difficulties: 'Khác' }, remarks: {} },
      [
        ['Khó khăn, vướng mắc', 'nội dung cũ', 'nội dung mới'],
        ['Kinh phí xã hội hóa – Ghi chú', 'nội dung cũ', null],
        [`${GUIDANCE}: Nội dung`, 'nội dung cũ', 'nội dung mới'],
      ],
    ],
    [
      'lists, dates and boxes in the words of the sheet',
      {
        activities: [activity({ platforms: 'VNeID, Zalo' }), second],
        form: { ...form, rosterReviewed: true, evaluationDate: 44770, educationTotal: 1300 },
        remarks,
      },
      [
        ['Lượt người: Dịch vụ công trực tuyến', 25, 0],
        ['Lượt người: VNeID', 0, 25],
        ['Lượt người: Zalo - mạng xã hội', 0, 25],
        ['Tổng số cán bộ quản lý, giáo viên, nhân viên', 1200, 1300],
        ['Đã rà soát danh sách thành viên', 'không', 'có'],
        ['Ngày văn bản đánh giá giai đoạn', null, '28/07/2022'],
        [`${GUIDANCE}: Nền tảng số`, 'Dịch vụ công trực tuyến', 'VNeID, Zalo - mạng xã hội'],
      ],
    ],
    [
      'a team and its members',
      {
        activities: [first, second],
        form,
        remarks,
        teams: [{ ...validRow('teams'), signer: 'KT. Chủ tịch' }],
        members: [...peopleOf(4), ...communePeople()],
      },
      [
        ['Thành viên chính thức (lượt tham gia tổ)', 10, 9],
        ['Số người tham gia (mỗi người tính một lần)', 10, 9],
        [`Tổ – Thôn Cổ Mỹ, ${COMMUNE}: Người ký`, 'Chủ tịch UBND cấp xã', 'KT. Chủ tịch'],
        [`Thành viên – Thôn Cổ Mỹ, ${COMMUNE}, Thành viên`, '1 dòng', null],
      ],
    ],
  ];
  for (const [name, rows, expected] of cases) {
    it(name, () => {
      const lines = diffMonths(before, frozen(rows)).map((line): Line => [line.field, line.before, line.after]);
      assert.deepEqual(lines, expected);
    });
  }

  it('names no person', () => {
    const renamed = [...peopleOf(5), ...communePeople()].map((row) => ({
      ...row,
      name: `Võ ${row.name}`,
      phone: '0900000009',
    }));
    assert.deepEqual(diffMonths(before, frozen({ activities: [first, second], form, remarks, members: renamed })), []);
  });

  it('ends with how many there are more, when there are very many', () => {
    const days = Array.from({ length: 400 }, (_, at) =>
      activity({ date: 44757 + (at % 30), content: `Buổi ${at}`, turns: at }),
    );
    const lines = diffMonths(before, frozen({ activities: days, form, remarks }));
    assert.equal(lines.length, 300);
    assert.match(lines.at(-1)?.field ?? '', /^… và \d+ thay đổi khác$/);
  });
});
