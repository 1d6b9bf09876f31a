/** What the sidebar's buttons do. Its page is never trusted: each deed judges the workbook anew. */
import { type IdentifiedProblem, identifyProblems } from '../functions/domain/problem-identity.ts';
import { cellOfProblem, replacementChange } from '../functions/domain/requested-replacements.ts';
import { keyOfProblem } from '../functions/domain/result-lines.ts';
import { checkTabs, type Judged, judge } from './check-tabs.ts';
import type { SheetPort } from './sheet-port.ts';
import type { CellPlace, SidebarState } from './sidebar/state.ts';
import { formOf, NOBODYS, sidebarStateOf, submitPlace } from './sidebar-state.ts';

const GONE = 'Ô này đã thay đổi nên không sửa nữa. Vui lòng xem lại.';
const CLOSED = 'Ô này được bảo vệ nên không sửa được.';
const FIXED = 'Đã sửa.';
const NO_FORM = 'Không tìm thấy dòng GỬI BÁO CÁO của tháng này.';
const BLOCKED = 'Báo cáo chưa gửi được: vẫn còn điều cần sửa.';
const SENT = 'Đã đánh dấu GỬI BÁO CÁO. Hệ thống nhận trong khoảng 10 phút và ghi mã biên nhận vào biểu.';

export function stateOf(port: SheetPort): SidebarState {
  const judged = judge(port, 'none');
  return judged === null ? NOBODYS : sidebarStateOf(judged);
}

/** The page may ask for anything: a place is three whole numbers. */
export function goToPlace(port: SheetPort, place: unknown): void {
  const { sheetId, row, column } = (place ?? {}) as Partial<CellPlace>;
  if ([sheetId, row, column].every((number) => Number.isInteger(number) && Number(number) >= 0))
    port.goTo(place as CellPlace);
}

/** Writes the replacement of a problem that is there now, and marks the tab anew. */
export function fixProblem(port: SheetPort, key: unknown): string {
  const judged = judge(port, 'none');
  const found = judged && findProblem(judged, key);
  const place = judged && found ? cellOfProblem(found.problem, judged.review) : null;
  if (!found || place === null || found.problem.replacement === undefined) return GONE;
  const { problem, original } = found;
  if (!port.mayWrite(place.sheetId)(place)) return CLOSED;
  if (port.valueAt(place) !== original) return GONE;
  const after = problem.replacement ?? null;
  port.write(place.sheetId, [
    replacementChange({ ...place, before: original, after, problem, key: keyOfProblem(found) }),
  ]);
  checkTabs(port, place.sheetId);
  return FIXED;
}

function findProblem({ review, workbook }: Judged, key: unknown): IdentifiedProblem | undefined {
  return identifyProblems(review, workbook.id).find((one) => keyOfProblem(one) === key);
}

/** Ticks the form, as a person would; the functions collect it, judge it again, and answer in the form. */
export function tickSubmit(port: SheetPort, period: unknown): string {
  const judged = judge(port, 'none');
  const state = judged && sidebarStateOf(judged).months.find((month) => month.period === period);
  const place = judged && state ? submitPlace(formOf(judged.review, state.period)) : null;
  if (!state || place === null) return NO_FORM;
  if (state.blocking.length > 0) return BLOCKED;
  if (!port.mayWrite(place.sheetId)(place)) return CLOSED;
  port.write(place.sheetId, [{ ...place, value: true }]);
  return SENT;
}
