import assert from 'node:assert/strict';
import { sayTogether } from '../../../functions/domain/mail/wording.ts';
import { problemsOf, reviewWorkbook } from '../../../functions/domain/review.ts';
import type { Problem } from '../../../schemas/rule.ts';
import { contextOf, peopleOf, type RawRow, validRow, withTab, workbookOf } from '../../support/workbooks.ts';

type Rows = Parameters<typeof workbookOf>[0];

/** What a mail says of the problems of one rule. */
function said(rule: string, rows: Rows | ReturnType<typeof workbookOf>): string {
  const workbook = rows && 'tabs' in rows ? rows : workbookOf(rows);
  const problems = problemsOf(reviewWorkbook(workbook, contextOf())).filter((problem) => problem.rule === rule);
  assert.ok(problems.length > 0, `no ${rule}`);
  const { what, fix } = sayTogether(problems as [Problem, ...Problem[]]);
  return `${what} | ${fix}`;
}

const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
const member = (changes: RawRow): RawRow => ({ ...validRow('members'), ...changes });
const activity = (changes: RawRow): RawRow => ({ ...validRow('activities'), ...changes });

describe('what a mail says of a problem', () => {
  const cases: [string, string, Parameters<typeof said>[1], string][] = [
    [
      'days that were understood',
      'cell.not-a-date',
      { teams: [team({ decisionDate: '31/06/2022' })] },
      'Tháng 6/2022 chỉ có 30 ngày nên không có ngày 31/06/2022. | Vui lòng kiểm tra lại ngày và tháng.',
    ],
    [
      'the rule’s title, where two rows would need two sentences',
      'cell.not-a-date',
      { teams: [team({ decisionDate: '31/06/2022' }), team({ decisionDate: '30/02/2022' })] },
      'Không đọc được ngày. | Vui lòng kiểm tra lại ngày và tháng.',
    ],
    [
      'no value that begins the sentence',
      'cell.not-in-list',
      { members: [member({ role: 'Nguyễn Văn Trượt' })] },
      'Nội dung ô này không có trong danh sách của cột «Vai trò». | Vui lòng chọn trong danh sách thả xuống của ô.',
    ],
    [
      'a suggestion from a closed list',
      'cell.not-in-list',
      { teams: [team({ level: 'Cấp thônn' })] },
      'Nội dung ô này không có trong danh sách của cột «Cấp tổ». | Có phải là «Cấp thôn»? Vui lòng chọn trong danh sách.',
    ],
    [
      'no value inside the sentence, and the advice all the same',
      'team.level-village-mismatch',
      { teams: [team({ level: 'Cấp xã' })] },
      'Cấp tổ và thôn không khớp. | Vui lòng chọn «Cấp thôn», hoặc xóa tên thôn nếu đây là tổ cấp xã.',
    ],
    [
      'a village, which anybody types, is not named',
      'member.team-unknown',
      { members: [...peopleOf(5), member({ village: 'Thôn Cổ Mĩ' })] },
      'Thành viên của tổ chưa có. | Vui lòng ghi đúng như ở trang «Tổ».',
    ],
    [
      'the row that counts instead',
      'row.duplicate',
      { members: [...peopleOf(5), ...peopleOf(1)] },
      'Dòng trùng. | Dòng 2 đã được tính. Vui lòng xóa dòng này, hoặc sửa chỗ khác nhau.',
    ],
    [
      'no row, where there are several',
      'row.duplicate',
      { members: [...peopleOf(5), ...peopleOf(2)] },
      'Dòng trùng. | Vui lòng xóa dòng này, hoặc sửa chỗ khác nhau.',
    ],
    [
      'no phone, not even the example',
      'member.phone',
      { members: [member({ phone: 'hỏi chị Mẫu' })] },
      'Nội dung ô này chưa đọc được là số điện thoại. | Cách sửa ghi ở trang «Kết quả kiểm tra».',
    ],
    [
      'how many digits a phone has',
      'member.phone',
      { members: [member({ phone: '12345' })] },
      'Số này có 5 chữ số; số di động có 10 chữ số, bắt đầu bằng 0. | Vui lòng kiểm tra lại số.',
    ],
    [
      'no title that was cut from a name',
      'cell.guessed',
      { members: [member({ name: 'Nguyễn Văn Một (Trưởng thôn)' })] },
      'Đã hiểu theo cách gần nhất. | Vui lòng ghi chức danh ở cột «Chức danh/nghề nghiệp».',
    ],
    [
      'a number of people that is a number',
      'activity.members-exceed-team',
      { activities: [activity({ participants: 9 })] },
      'Có 9 thành viên tham gia, trong khi tổ có 5 người. | Vui lòng kiểm tra lại số này, hoặc danh sách ở trang «Thành viên».',
    ],
    [
      'a number of people that is a phone',
      'activity.members-exceed-team',
      { activities: [activity({ participants: 905123456 })] },
      'Số thành viên tham gia quá số người của tổ. | Vui lòng kiểm tra lại số này, hoặc danh sách ở trang «Thành viên».',
    ],
    [
      'the title of a copied tab is staff’s own',
      'tab.copied',
      withTab(workbookOf(), 'Tổ', (tab) => [tab, { ...tab, sheetId: 5, title: 'Bản sao của Tổ' }]),
      'Bản sao của trang tính. | Nếu có dòng mới ở đó, vui lòng chuyển sang «Tổ» rồi xóa bản sao.',
    ],
    [
      'rows of a block',
      'tab.columns-shifted',
      withTab(workbookOf(), 'Thành viên', (tab) => [
        { ...tab, values: tab.values.map((row, at) => (at >= 2 && at <= 4 ? [null, null, ...row.slice(1)] : row)) },
      ]),
      'Có vẻ các cột bị lệch từ dòng 3 đến dòng 5: dữ liệu nằm ở cột bên cạnh. | Vui lòng kéo dữ liệu về đúng cột. Các dòng này chưa được tính.',
    ],
    [
      'the header’s help, where a cell is blank',
      'cell.required',
      { members: [member({ joinedOn: null })] },
      'Cột «Ngày tham gia» chưa có thông tin. | Vui lòng ghi vào ô này. Ngày tham gia tổ, thường là ngày quyết định.',
    ],
  ];
  for (const [name, rule, rows, expected] of cases) it(name, () => assert.equal(said(rule, rows), expected));
});
