/** What a check says to the person who asked for it, in a sentence or three. */
import { renderLine } from '../functions/domain/message.ts';
import { isError, isOpen, isShown } from '../functions/domain/problem.ts';
import type { WorkbookReview } from '../functions/domain/review.ts';
import { allProblems, type TabReview } from '../functions/domain/review-tab.ts';
import type { Problem } from '../schemas/rule.ts';
import type { CheckOutcome, CheckScope } from './check-tabs.ts';
import { WORKBOOK_TITLE } from './find-workbook-unit.ts';

const UNIT_UNKNOWN = `Chưa nhận ra đơn vị của bảng tính này. Vui lòng đặt lại tên bảng tính là «${WORKBOOK_TITLE} – tên đơn vị», ví dụ «${WORKBOOK_TITLE} – Huyện Vĩnh Linh».`;
const BUSY = 'Trang tính đang được sửa nên chưa kiểm tra được. Vui lòng thử lại sau ít phút.';
const NOT_OURS =
  'Trang này không có dòng cần kiểm tra. Vui lòng mở trang «Tổ», «Thành viên», hoặc trang «Hoạt động», «Báo cáo» của tháng đang mở.';

export function checkMessage(outcome: CheckOutcome, scope: CheckScope): string {
  if (outcome.is === 'unit-unknown') return UNIT_UNKNOWN;
  if (outcome.is === 'busy') return BUSY;
  const { review, cellsLeft } = outcome;
  const here = review.tabs.filter((one) => !isWaited(one));
  const tabs = scope === 'all' ? here : here.filter(({ tab }) => tab?.sheetId === scope);
  if (tabs.length === 0) return NOT_OURS;
  const name = scope === 'all' ? 'Cả bảng tính' : `Trang «${tabs[0]?.tab?.title ?? ''}»`;
  const sentences = [`${name}: ${figures(tabs, review)}`, ...structure(tabs)];
  if (cellsLeft > 0) sentences.push(`Còn ${cellsLeft} ô được bảo vệ, hệ thống sẽ ghi trong đêm.`);
  return sentences.join(' ');
}

/** Rows are counted where there are rows; the form has lines only, and they are never right or wrong as a whole. */
function figures(tabs: readonly TabReview[], review: WorkbookReview): string {
  const problems = problemsIn(tabs, review).filter(isOpen);
  const errors = problems.filter(isError).length;
  const hints = problems.filter(({ severity }) => severity === 'warning' || severity === 'finding').length;
  const accepted = tabs.reduce((sum, { counts }) => sum + counts.accepted, 0);
  const right = tabs.some(({ expected }) => expected.sheet !== null) ? [`${accepted} dòng đã đúng và được tính`] : [];
  const wrong = errors === 0 ? 'không còn lỗi' : `còn ${errors} lỗi cần sửa, xem ở cột «Kiểm tra»`;
  const look = hints === 0 ? [] : [`${hints} điều nên xem lại`];
  return `${[...right, wrong, ...look].join('; ')}.`;
}

function problemsIn(tabs: readonly TabReview[], review: WorkbookReview): readonly Problem[] {
  const forms = review.forms.filter(({ tab }) => tabs.some((one) => one.tab !== null && one.tab === tab));
  return [...tabs.flatMap(allProblems), ...forms.flatMap(({ problems }) => problems)];
}

/** A problem of a tab as a whole is said outright: its place is a note on the header, where few would look. */
const structure = (tabs: readonly TabReview[]): readonly string[] =>
  tabs
    .flatMap(({ problems }) => problems.filter((problem) => problem.row === null && isShown(problem)))
    .map(renderLine);

/** A month's tab that is not there is opened in the coming night, as on the first day of every window. */
const isWaited = ({ expected, problems }: TabReview): boolean =>
  expected.period !== null && problems.some(({ rule, variant }) => rule === 'tab.missing' && variant === 'missing');
