import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { remainingAfterEdit, remainingText } from '../../functions/domain/remaining.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { editAfterSubmission, reviewSubmission } from '../../functions/domain/submission.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, validRow, workbookOf } from '../support/workbooks.ts';

const august = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
const form: RawRow = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};
const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });

const sendingOf = (workbook: Workbook) => reviewSubmission(reviewWorkbook(workbook, contextOf()), august);

describe('Còn phải sửa', () => {
  const cases: [name: string, workbook: Workbook, lines: string[]][] = [
    ['all is there', workbookOf({ form }), ['Đã đủ, có thể đánh dấu GỬI BÁO CÁO.']],
    [
      'an untouched form and no rows',
      workbookOf({ activities: [] }),
      [
        'Cần sửa trước khi gửi:',
        '– Chưa ghi: «Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch», «Tổng số cán bộ quản lý, giáo viên, nhân viên», «Người lập báo cáo», «Chức vụ người lập báo cáo»',
        '– Trang «Hoạt động 08-2022» chưa có dòng nào, mà ô «Không phát sinh hoạt động trong kỳ» chưa đánh dấu. Vui lòng ghi hoạt động; nếu cả kỳ không có, xin đánh dấu ô đó.',
        'Nên xem thêm, không bắt buộc:',
        '– Chưa đánh dấu «Đã rà soát danh sách thành viên». Vui lòng xem lại trang «Thành viên» cho đúng thực tế, rồi đánh dấu.',
      ],
    ],
    [
      'errors in the tabs, with their rows',
      workbookOf({
        form: { ...form, mediaItems: 'nhiều', educationInformed: 1300 },
        teams: [validRow('teams'), { ...validRow('teams'), village: 'Thôn Hai', decisionDate: 'hôm qua' }],
        activities: [
          activity({}),
          activity({ date: 'hôm qua' }),
          activity({ date: 44776, turns: null, platforms: null }),
          activity({ date: 44777, kind: 'Sáng kiến', content: 'Sáng kiến' }),
          activity({ date: 44778 }),
          activity({ date: 44779, turns: -1 }),
        ],
      }),
      [
        'Cần sửa trước khi gửi:',
        '– Trang «Tổ»: 1 lỗi (dòng 3)',
        '– Trang «Hoạt động 08-2022»: 5 lỗi (dòng 3–5, 7)',
        '– «Số tin, bài, chuyên mục»: «nhiều» chưa đọc được là số. Vui lòng chỉ ghi chữ số, ví dụ 25; không có thì ghi 0.',
        '– Số đã được phổ biến (1.300) lớn hơn tổng số (1.200). Vui lòng kiểm tra lại hai số này.',
      ],
    ],
  ];
  for (const [name, workbook, lines] of cases) {
    it(name, () => assert.deepEqual(remainingText(sendingOf(workbook)).split('\n'), lines));
  }

  it('stays short when everything is wrong', () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      activity({ date: at % 2 === 0 ? 'hôm qua' : 44774 + (at % 14), content: `Buổi ${at}` }),
    );
    const text = remainingText(sendingOf(workbookOf({ form, activities: rows })));
    assert.match(text, /Trang «Hoạt động 08-2022»: 30 lỗi \(dòng 2, 4, 6, 8, 10, 12, 14, 16 và 22 dòng khác\)/);
    assert.ok(text.length < 200, text);
  });

  it('names no one, and repeats no number of anyone', () => {
    const members = [{ ...validRow('members'), phone: '12345', role: 'Nguyễn Văn Trượt' }];
    const text = remainingText(sendingOf(workbookOf({ form, members })));
    assert.doesNotMatch(text, /Mẫu|Trượt|12345/);
  });

  describe('after sending', () => {
    const sent = '2022-08-26T09:15:00.000+07:00' as Instant;
    const edited = workbookOf({ form, activities: [activity({ turns: null })] });
    const review = reviewWorkbook(edited, contextOf());
    const problem = review.forms[0] ? editAfterSubmission(review.forms[0], sent) : null;

    it('nothing is said while nothing was edited', () => {
      assert.equal(remainingAfterEdit(reviewSubmission(review, august), null), null);
    });

    it('an edit is said, and what is wrong now', () => {
      assert.deepEqual(remainingAfterEdit(reviewSubmission(review, august), problem)?.split('\n'), [
        '– Số liệu kỳ này có sửa sau khi gửi; lần sửa gần nhất ghi nhận lúc 09:15 26/08/2022. Sửa xong, vui lòng đánh dấu «GỬI BÁO CÁO» lần nữa để nhận biên nhận mới.',
        'Cần sửa trước khi gửi:',
        '– Trang «Hoạt động 08-2022»: 1 lỗi (dòng 2)',
      ]);
    });
  });
});
