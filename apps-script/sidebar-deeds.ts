/** What the sidebar's buttons do. Its page is never trusted: each deed judges the workbook anew. */
import { type IdentifiedProblem, identifyProblems } from '../functions/domain/problem-identity.ts';
import { cellOfProblem, replacementChange } from '../functions/domain/requested-replacements.ts';
import { keyOfProblem } from '../functions/domain/result-lines.ts';
import { formatInstant, type Instant } from '../schemas/calendar.ts';
import { checkTabs, type Judged, judge } from './check-tabs.ts';
import type { SheetPort } from './sheet-port.ts';
import type { CellPlace, SidebarState } from './sidebar/state.ts';
import { formOf, NOBODYS, sidebarStateOf, submitPlace } from './sidebar-state.ts';
import type { Received, SubmitAnswer, SubmitPort } from './submit-port.ts';

type NoWay = Extract<SubmitAnswer, { is: 'no-way' }>['why'];

const GONE = 'Ô này đã thay đổi nên không sửa nữa. Vui lòng xem lại.';
const CLOSED = 'Ô này được bảo vệ nên không sửa được.';
const FIXED = 'Đã sửa.';
const NO_FORM = 'Không tìm thấy dòng GỬI BÁO CÁO của tháng này.';
const BLOCKED = 'Báo cáo chưa gửi được: vẫn còn điều cần sửa.';
const BUSY = 'Đang có người gửi báo cáo của bảng tính này. Vui lòng thử lại sau ít phút.';
const SENT = 'Đã đánh dấu GỬI BÁO CÁO. Hệ thống nhận trong khoảng 10 phút và ghi mã biên nhận vào biểu.';

/** Why the report does not go at once; the account is shown to its owner alone, who may have several. */
const NO_WAY: Readonly<Record<NoWay, (account: () => string) => string>> = {
  'no-address': () => 'Bảng tính này chưa gửi thẳng được.',
  'no-token': () => 'Tài khoản này chưa cho phép gửi thẳng.',
  'not-known': (account) => `Hệ thống chưa xác nhận được tài khoản ${account()}.`,
  'not-listed': (account) => `Tài khoản ${account()} chưa có trong danh sách gửi báo cáo của đơn vị ở Sở.`,
  'no-answer': () => 'Chưa liên lạc được với hệ thống.',
};

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

/** Sends a month by call, and by the tick where there is no such way. One person at a time: a double press is one. */
export function sendMonth(port: SheetPort, submitPort: SubmitPort, period: unknown): string {
  return submitPort.alone(() => send(port, submitPort, period)) ?? BUSY;
}

function send(port: SheetPort, submitPort: SubmitPort, period: unknown): string {
  const judged = judge(port, 'none');
  const state = judged && sidebarStateOf(judged).months.find((month) => month.period === period);
  const place = judged && state ? submitPlace(formOf(judged.review, state.period)) : null;
  if (!state || place === null) return NO_FORM;
  if (state.blocking.length > 0) return BLOCKED;
  const answer = submitPort.submit(judged.review.unit.id, state.period);
  switch (answer.is) {
    case 'received':
      return receivedText(state.name, answer);
    case 'blocked':
      return [BLOCKED, ...answer.left].join('\n');
    case 'refused':
      return answer.sentence;
    case 'no-way':
      return `${NO_WAY[answer.why](submitPort.account)} ${tick(port, place)}`;
  }
}

function receivedText(month: string, { receipt, receivedAt, counts }: Received): string {
  const { teams, members, activities } = counts;
  return [
    `Đã nhận báo cáo ${month.toLowerCase()}.`,
    `Mã biên nhận ${receipt}, lúc ${formatInstant(receivedAt as Instant)}.`,
    `Đã tính ${teams.accepted} tổ, ${members.accepted} thành viên, ${activities.accepted} hoạt động.`,
  ].join('\n');
}

/** As a person would; the functions collect it, judge it again, and answer in the form. */
function tick(port: SheetPort, place: CellPlace): string {
  if (!port.mayWrite(place.sheetId)(place)) return CLOSED;
  port.write(place.sheetId, [{ ...place, value: true }]);
  return SENT;
}
