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
import { DIRTY_CELLS, type Verdict } from '../support/dirty-cells.ts';
import { workbookOfExample } from '../support/examples.ts';
import { contextOf as reviewContextOf, unitOf } from '../support/workbooks.ts';
import { contextOf } from './cells/reading-table.ts';

const VERDICTS: Readonly<Record<Severity, Verdict>> = {
  error: 'reject',
  warning: 'warn',
  finding: 'warn',
  info: 'normalise',
};

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
  for (const [id, place, district, typed, verdict, value, message = ''] of DIRTY_CELLS) {
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
    'D134',
    { tab: 'activities', set: { content: 'Hướng dẫn bà Nguyễn Thị Lan, SĐT 0905123456, mở ví' } },
    'activity.personal-data/phone',
    'Ô này có số điện thoại. Chỉ ghi số điện thoại ở trang «Thành viên». Vui lòng bỏ số đó; khi còn số, nội dung ô này không được chuyển lên tỉnh.',
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
  D134: 'warn',
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
      [15],
    );
    assert.deepEqual(
      found.filter(({ row }) => row !== null && row > 11 && row < 15),
      [],
    );
  });
});
