/**
 * Cells as district staff really type them, each with the verdict that it has to get. Those that only show beside other
 * cells are played through the review of a whole workbook.
 */
import assert from 'node:assert/strict';
import { readCell } from '../../functions/domain/cells/read-cell.ts';
import { renderProblem } from '../../functions/domain/message.ts';
import { placeIssue } from '../../functions/domain/problem.ts';
import { problemsOf, reviewWorkbook } from '../../functions/domain/review.ts';
import type { Example, Problem, Severity } from '../../schemas/rule.ts';
import { variantOf } from '../../schemas/rulebook.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS, type SheetKey } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { workbookOfExample } from '../support/examples.ts';
import { contextOf as reviewContextOf, unitOf } from '../support/workbooks.ts';
import { contextOf } from './cells/reading-table.ts';

/** accept: nothing is said. normalise: understood, as an info. warn: counted, please look. reject: not counted. */
type Verdict = 'accept' | 'normalise' | 'warn' | 'reject';

const VERDICTS: Readonly<Record<Severity, Verdict>> = {
  error: 'reject',
  warning: 'warn',
  finding: 'warn',
  info: 'normalise',
};

type CellCase = readonly [
  id: string,
  place: `${SheetKey}.${string}`,
  district: number,
  typed: CellValue,
  verdict: Verdict,
  value: unknown,
  message?: string,
];

// biome-ignore format: one case, one line
const CELLS: readonly CellCase[] = [
  ['D005', 'teams.commune', 464, 'Xã\u00a0Vĩnh\u00a0Hòa', 'normalise', '19396'],
  ['D006', 'teams.commune', 464, 'X. Vĩnh Hoà', 'normalise', '19396'],
  ['D007', 'teams.commune', 464, 'VINH HOA', 'warn', '19396', 'Đã hiểu «VINH HOA» là «Xã Vĩnh Hòa». Nếu đúng thì không cần làm gì; nếu không, vui lòng chọn lại tên trong danh sách.'],
  ['D011', 'teams.commune', 464, 'TT.Hồ Xá', 'normalise', '19363'],
  ['D013', 'teams.commune', 461, 1, 'normalise', '19333'],
  ['D014', 'teams.commune', 461, 'Phường 01', 'normalise', '19333'],
  ['D016', 'teams.commune', 467, 'Đakrông', 'normalise', '19564'],
  ['D018', 'teams.commune', 468, 'Cam Thanh', 'reject', null, '«Cam Thanh» có thể là xã Cam Thành, hoặc xã Cam Thanh cũ (nay là xã Thanh An). Vui lòng chọn đúng tên trong danh sách.'],
  ['D020', 'teams.commune', 469, 'TriÖu §¹i', 'reject', null, '«TriÖu §¹i» dùng bảng mã cũ (TCVN3/ABC) nên không đọc được. Có phải là «Xã Triệu Đại»? Vui lòng gõ lại bằng Unicode hoặc chọn trong danh sách.'],
  ['D021', 'teams.commune', 469, 'Trieäu Ñaïi', 'reject', null, '«Trieäu Ñaïi» dùng bảng mã cũ (VNI) nên không đọc được. Có phải là «Xã Triệu Đại»? Vui lòng gõ lại bằng Unicode hoặc chọn trong danh sách.'],
  ['D023', 'teams.commune', 469, 'Triệu Độc', 'reject', null, 'Không có «Triệu Độc» ở huyện Triệu Phong. Tên gần giống: Triệu Độ, Triệu Đại, Triệu Hòa. Có phải là «Xã Triệu Độ»? Vui lòng chọn trong danh sách.'],
  ['D025', 'teams.commune', 464, 'Vĩnh Linh', 'reject', null, '«Vĩnh Linh» là tên của huyện Vĩnh Linh, chưa phải tên xã. Vui lòng chọn tên xã, phường hoặc thị trấn trong danh sách.'],
  ['D026', 'teams.commune', 466, 'Gio Thành', 'reject', null, 'Xã Gio Thành (cũ) đã chia về xã Gio Hải và xã Gio Mai. Vui lòng chọn đúng xã hiện nay trong danh sách.'],
  ['D027', 'teams.commune', 465, 'nt', 'reject', null, 'Mỗi dòng được đọc riêng nên hệ thống chưa hiểu «nt». Vui lòng ghi đủ tên xã, phường hoặc thị trấn ở dòng này.'],
  ['D030', 'teams.level', 464, 'Tổ CNSCĐ thôn', 'normalise', 'village'],
  ['D034', 'teams.village', 461, 'Kp3', 'normalise', 'Khu phố 3'],
  ['D035', 'teams.village', 467, 'Bản Tân Đi 1', 'accept', 'Bản Tân Đi 1'],
  ['D036', 'teams.village', 464, 'Thôn 1, 2, 3', 'reject', null, 'Mỗi thôn lập một tổ riêng, ô này có 3 thôn. Vui lòng tách thành 3 dòng: Thôn 1, Thôn 2, Thôn 3.'],
  ['D039', 'teams.decisionNumber', 464, '45/QĐ-UBND', 'accept', '45/QĐ-UBND'],
  ['D041', 'teams.decisionNumber', 464, '45/QD-UBND', 'normalise', '45/QĐ-UBND'],
  ['D042', 'teams.decisionNumber', 464, 'QĐ số 45', 'warn', '45/QĐ-UBND', 'Đã hiểu «QĐ số 45» là «45/QĐ-UBND». Vui lòng ghi đủ số và ký hiệu như trên văn bản.'],
  ['D048', 'teams.decisionDate', 464, '5-6-22', 'normalise', '2022-06-05'],
  ['D049', 'teams.decisionDate', 464, '05.06.2022', 'normalise', '2022-06-05'],
  ['D051', 'teams.decisionDate', 464, '2022-06-05', 'normalise', '2022-06-05'],
  ['D053', 'teams.decisionDate', 464, '31/06/2022', 'reject', null, 'Tháng 6/2022 chỉ có 30 ngày nên không có ngày 31/06/2022. Vui lòng kiểm tra lại ngày và tháng.'],
  ['D054', 'teams.decisionDate', 464, 'tháng 6/2022', 'reject', null, '«tháng 6/2022» chưa đủ ngày, tháng, năm. Vui lòng ghi đủ ngày/tháng/năm, ví dụ 05/06/2022.'],
  ['D058', 'activities.date', 464, '12/06/2022', 'accept', '2022-06-12'],
  ['D063', 'activities.date', 464, 'Thứ 7 hàng tuần', 'reject', null, '«Thứ 7 hàng tuần» không phải là một ngày cụ thể. Vui lòng ghi ngày cụ thể, ví dụ 11/06/2022. Hoạt động hằng tuần xin ghi mỗi buổi một dòng.'],
  ['D064', 'members.name', 464, 'Nguyễn Thị Hoà', 'accept', 'Nguyễn Thị Hoà'],
  ['D067', 'members.name', 464, 'Ông Lê Văn Bình', 'normalise', 'Lê Văn Bình'],
  ['D068', 'members.name', 464, 'Lê Văn Bình (Trưởng thôn)', 'warn', 'Lê Văn Bình', 'Đã tách «Trưởng thôn» khỏi họ tên. Vui lòng ghi chức danh ở cột «Chức danh/nghề nghiệp».'],
  ['D070', 'members.name', 464, '1. Lê Văn Bình', 'normalise', 'Lê Văn Bình'],
  ['D071', 'members.name', 464, 'Lê Văn Bình, Hồ Thị Hoa', 'reject', null, 'Ô này có 2 người. Mỗi dòng chỉ ghi một người. Vui lòng tách mỗi người thành một dòng.'],
  ['D075', 'members.role', 464, 'tổ trưởng', 'normalise', 'leader'],
  ['D076', 'members.role', 464, 'Đội trưởng', 'warn', 'leader', 'Đã hiểu «Đội trưởng» là «Tổ trưởng». Vui lòng chọn trong danh sách; nếu đúng thì có thể để nguyên.'],
  ['D084', 'members.phone', 464, 905123456, 'normalise', '0905123456'],
  ['D085', 'members.phone', 464, '+84 905 123 456', 'normalise', '0905123456'],
  ['D092', 'members.phone', 464, '0533851234', 'reject', null, 'Mã vùng 053 của Quảng Trị đã đổi thành 0233 từ năm 2017. Vui lòng ghi lại số với mã vùng 0233, hoặc ghi số di động.'],
  ['D093', 'members.phone', 464, '0905123456 / 0914123456', 'warn', '0905123456', 'Một ô chỉ ghi một số điện thoại. Hệ thống lấy số đầu tiên đọc được. Số còn lại xin bỏ hoặc ghi ở cột «Ghi chú».'],
  ['D094', 'members.phone', 464, '0552234567', 'warn', '0552234567', 'Hệ thống chưa biết đầu số này. Nếu số đúng, vui lòng để nguyên.'],
  ['D095', 'members.phone', 464, '9,05E+08', 'reject', null, 'Bảng tính đã đổi số này sang dạng rút gọn nên mất chữ số. Vui lòng gõ lại số, và đặt định dạng ô là «Văn bản thuần túy».'],
  ['D096', 'members.phone', 464, 'không có', 'normalise', null],
  ['D097', 'members.phone', 464, '0000000000', 'reject', null, 'Đây không phải là số điện thoại thật. Vui lòng ghi số thật, hoặc để trống nếu không có số.'],
  ['D099', 'members.birthYear', 464, '12/03/1985', 'warn', 1985, 'Chỉ cần năm sinh. Hệ thống chỉ lấy năm, không lấy ngày, tháng. Vui lòng chỉ ghi năm bốn chữ số.'],
  ['D106', 'activities.turns', 464, '25 người', 'normalise', 25],
  ['D107', 'activities.turns', 464, '1.250', 'normalise', 1250],
  ['D108', 'activities.turns', 464, 1.25, 'reject', null, 'Cột «Số lượt người» phải là số nguyên, ô này đang là 1,25. Có phải là 1.250? Vui lòng gõ 1250 (không dùng dấu chấm, dấu phẩy).'],
  ['D111', 'activities.turns', 464, 'khoảng 100', 'warn', 100, '«khoảng 100» là số ước chừng, hệ thống tạm ghi 100. Báo cáo cần số cụ thể; nếu có số chính xác, vui lòng sửa lại.'],
  ['D115', 'activities.turns', 464, -5, 'reject', null, 'Cột «Số lượt người» không thể âm, ô này đang là -5. Vui lòng kiểm tra và ghi số từ 0 trở lên.'],
  ['D117', 'activities.turns', 464, '-', 'normalise', 0],
  ['D119', 'activities.turns', 464, 'hai mươi', 'reject', null, '«hai mươi» đang ghi bằng chữ. Vui lòng ghi bằng chữ số, ví dụ 20.'],
  ['D121', 'activities.turns', 464, '#REF!', 'reject', null, 'Ô này đang báo lỗi công thức (#REF!). Vui lòng ghi lại giá trị vào ô.'],
  ['D123', 'activities.turns', 464, 44713, 'warn', 44713, 'Số 44.713 có vẻ là ngày 01/06/2022 bị đổi thành số. Vui lòng kiểm tra lại; nếu số đúng thì không cần làm gì.'],
  ['D128', 'teams.zaloLink', 464, 'https://zalo.me/g/tsrsfm261', 'accept', 'https://zalo.me/g/tsrsfm261'],
  ['D130', 'teams.zaloLink', 464, 'https://zalo.me/0905123456', 'reject', null, 'Đây là trang cá nhân hoặc số điện thoại Zalo, không phải nhóm. Vui lòng mở nhóm, chọn «Link tham gia nhóm» rồi dán vào đây (dạng https://zalo.me/g/…).'],
];

function read(place: string, district: number, typed: CellValue) {
  const [tab, column] = place.split('.') as [SheetKey, string];
  const cell = (SHEETS[tab] as Sheet).columns[column]?.cell;
  assert.ok(cell, place);
  const reading = readCell(typed, cell, contextOf(`2022:${district}`));
  const at = { tab, title: SHEETS[tab].title, row: 2, column, original: typed };
  return { value: reading.value, problems: reading.issues.map((found) => placeIssue(found, at)) };
}

function textOf(problem: Problem): string {
  const { what, fix } = renderProblem(problem);
  return `${what} ${fix}`;
}

describe('cells as staff type them', () => {
  for (const [id, place, district, typed, verdict, value, message = ''] of CELLS) {
    it(`${id} ${place} ${JSON.stringify(typed)}: ${verdict}`, () => {
      const { value: understood, problems } = read(place, district, typed);
      assert.deepEqual(understood, value);
      assert.deepEqual(
        problems.map(({ severity }) => VERDICTS[severity]),
        verdict === 'accept' ? [] : [verdict],
      );
      if (message !== '') assert.equal(problems.map(textOf).join(), message);
    });
  }
});

/** What is said of the cell, or of the team or tab, when the rest is right. */
const IN_CONTEXT: readonly (readonly [id: string, example: Omit<Example, 'says'>, says: string, message: string])[] = [
  [
    'D059',
    { tab: 'activities', set: { date: '12/05/2022' } },
    'activity.outside-window/outside',
    'Ngày 12/05/2022 không thuộc kỳ này (từ 15/07/2022 đến 14/08/2022). Vui lòng sửa ngày, hoặc chuyển dòng sang trang «Hoạt động 05-2022».',
  ],
  [
    'D074',
    { tab: 'members', edit: { do: 'repeat-row' } },
    'row.duplicate/row',
    'Dòng này trùng với dòng 2: cùng một người ở tổ Thôn Cổ Mỹ, Thị trấn Hồ Xá. Dòng 2 đã được tính. Vui lòng xóa dòng này, hoặc sửa chỗ khác nhau.',
  ],
  [
    'D080',
    { tab: 'members', edit: { do: 'people', count: 4 } },
    'team.size-village/few',
    'Tổ cấp thôn cần từ 5 đến 8 thành viên, hiện có 4. Vui lòng bổ sung ít nhất 1 người.',
  ],
  [
    'D081',
    { tab: 'members', edit: { do: 'people', count: 9 } },
    'team.size-village/many',
    'Tổ cấp thôn có tối đa 8 thành viên, hiện có 9. Người thứ 9 trở đi xin ghi vai trò «Cộng tác viên» (III.3.1.4).',
  ],
  [
    'D102',
    { tab: 'members', edit: { do: 'rename-header', column: 'remark', to: 'Số căn cước' } },
    'tab.identity-column/column',
    'Hệ thống không thu thập số căn cước, trang này có cột «Số căn cước». Vui lòng xóa cột này khỏi trang tính.',
  ],
  [
    'D116',
    { tab: 'activities', set: { kind: 'Tuyên truyền', turns: '' } },
    'activity.kind-needs/audience',
    '«Tuyên truyền» chưa có số lượt người. Nếu đếm được, vui lòng ghi số; phát thanh không đếm được thì để trống.',
  ],
  [
    'D136',
    { tab: 'members', edit: { do: 'shift-columns', rows: 3 } },
    'tab.columns-shifted/block',
    'Có vẻ các cột bị lệch từ dòng 2 đến dòng 4: dữ liệu nằm ở cột bên cạnh. Vui lòng kéo dữ liệu về đúng cột. Các dòng này chưa được tính.',
  ],
];

const IN_CONTEXT_VERDICTS: Readonly<Record<string, Verdict>> = {
  D059: 'reject',
  D074: 'reject',
  D080: 'warn',
  D081: 'warn',
  D102: 'reject',
  D116: 'warn',
  D136: 'reject',
};

const play = (example: Omit<Example, 'says'>): readonly Problem[] =>
  problemsOf(reviewWorkbook(workbookOfExample({ ...example, says: null }), reviewContextOf(unitOf('2022:464'))));

describe('cells as staff type them, beside other cells', () => {
  for (const [id, example, says, message] of IN_CONTEXT) {
    it(`${id}: ${IN_CONTEXT_VERDICTS[id]}, ${says}`, () => {
      const found = play(example).find(({ rule, variant }) => `${rule}/${variant}` === says);
      assert.ok(found);
      assert.equal(textOf(found), message);
      assert.equal(VERDICTS[variantOf(found.rule, found.variant).severity], IN_CONTEXT_VERDICTS[id]);
    });
  }

  it('D138: blank rows inside the table are skipped, and rows keep their numbers', () => {
    const blank = { name: null };
    const rows = [blank, blank, blank, { name: 'Bình' }];
    const found = play({ tab: 'members', edit: { do: 'add-rows', rows } });
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'member.name-incomplete').map(({ row }) => row),
      [10],
    );
    assert.deepEqual(
      found.filter(({ row }) => row !== null && row > 6 && row < 10),
      [],
    );
  });
});
