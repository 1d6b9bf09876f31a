/** The sidebar's sections, drawn from its state. */
import { button, element } from './element.ts';
import type { CellPlace, MonthState, Section, SidebarState, Task } from './state.ts';

/** What a press of a button asks for. */
export interface Deeds {
  goTo(place: CellPlace): void;
  applyFix(key: string): void;
  sendReport(period: string): void;
  copy(text: string): void;
}

const UNKNOWN =
  'Chưa nhận ra đơn vị của bảng tính này. Vui lòng giữ tên bảng tính như hệ thống đã đặt, hoặc liên hệ Sở.';
const NOTHING_TO_DO = 'Không còn việc gì phải sửa. Trân trọng cảm ơn.';
const NO_FIXES = 'Không có chỗ nào sửa giúp được.';

export function draw(state: SidebarState, deeds: Deeds): readonly Node[] {
  if (state.unit === null) return [element('p', {}, UNKNOWN)];
  return [
    element('h1', {}, state.unit),
    ...state.months.map(monthCard),
    progress(state),
    section('tasks', `Việc cần làm (${state.errors + state.others})`, taskList(state, deeds)),
    section('fixes', 'Sửa giúp', fixList(state, deeds)),
    section('send', 'Nộp báo cáo', ...state.months.map((month) => sending(month, deeds))),
    section('message', 'Tin nhắn Zalo', ...messageBox(state, deeds)),
  ];
}

const section = (id: Section, title: string, ...children: readonly (Node | string)[]): HTMLElement =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title`, tabindex: -1 }, title),
    ...children,
  );

/** «Còn 4 ngày», «Hạn cuối hôm nay», «Quá hạn 2 ngày». */
export function countdown(daysLeft: number): string {
  if (daysLeft > 0) return `Còn ${daysLeft} ngày`;
  return daysLeft === 0 ? 'Hạn cuối hôm nay' : `Quá hạn ${-daysLeft} ngày`;
}

function monthCard({ name, due, daysLeft, status, receipt, receivedAt }: MonthState): HTMLElement {
  const sent = receipt !== null;
  const left = sent ? 'Đã nhận' : countdown(daysLeft);
  return element(
    'div',
    { class: `month ${sent ? 'sent' : daysLeft < 0 ? 'over' : daysLeft <= 3 ? 'soon' : ''}` },
    element('strong', {}, name),
    element('span', { class: 'left' }, left),
    element('span', { class: 'quiet' }, `Hạn nộp: hết ngày ${due}${status === null ? '' : ` · ${status}`}`),
    ...(sent ? [element('span', {}, `Biên nhận ${receipt}${receivedAt === null ? '' : `, ${receivedAt}`}`)] : []),
  );
}

function progress({ read, accepted }: SidebarState): HTMLElement {
  const label = `${accepted}/${read} dòng đã đúng và được tính`;
  return element(
    'label',
    { class: 'progress' },
    element('span', {}, label),
    element('progress', { max: Math.max(read, 1), value: accepted }, label),
  );
}

function taskList({ tasks, errors, others }: SidebarState, deeds: Deeds): HTMLElement {
  if (tasks.length === 0) return element('p', {}, NOTHING_TO_DO);
  const rest = errors + others - tasks.length;
  return element(
    'div',
    {},
    element('ul', { class: 'tasks' }, ...tasks.map((task) => taskItem(task, deeds))),
    ...(rest > 0
      ? [element('p', { class: 'quiet' }, `… và ${rest} điều khác, xin xem ở trang «Kết quả kiểm tra».`)]
      : []),
  );
}

function taskItem({ where, text, place }: Task, { goTo }: Deeds): HTMLElement {
  const to = place === null ? element('strong', {}, where) : button(where, () => goTo(place), { class: 'link' });
  return element('li', {}, to, element('p', {}, text));
}

function fixList({ fixes }: SidebarState, { applyFix, goTo }: Deeds): HTMLElement {
  const items = fixes.map(({ where, place, key, to }) => {
    const label = to === '' ? 'Sửa lại cách viết' : `Sửa thành «${to}»`;
    const show = button(where, () => goTo(place), { class: 'link' });
    return element(
      'li',
      {},
      show,
      button(label, () => applyFix(key), { 'aria-label': `${where}: ${label}` }),
    );
  });
  return items.length === 0 ? element('p', {}, NO_FIXES) : element('ul', { class: 'tasks' }, ...items);
}

function sending(
  { name, period, ticked, receipt, edited, blocking, place }: MonthState,
  { sendReport, goTo }: Deeds,
): HTMLElement {
  const heading = element('h3', {}, name);
  if (receipt !== null && !edited)
    return element('div', {}, heading, element('p', {}, `Đã nhận, biên nhận ${receipt}.`));
  if (ticked) return element('div', {}, heading, element('p', {}, 'Đã đánh dấu GỬI BÁO CÁO, hệ thống đang nhận.'));
  if (blocking.length > 0) {
    const left = element('ul', {}, ...blocking.map((text) => element('li', {}, text)));
    return element('div', {}, heading, element('p', {}, 'Cần sửa trước khi gửi:'), left);
  }
  if (place === null)
    return element('div', {}, heading, element('p', {}, 'Trang «Báo cáo» của tháng chưa có dòng GỬI BÁO CÁO.'));
  return element(
    'div',
    {},
    heading,
    ...(edited ? [element('p', {}, `Đã sửa sau khi gửi (biên nhận ${receipt}). Vui lòng nộp lại.`)] : []),
    button('Xem biểu báo cáo', () => goTo(place), { class: 'link' }),
    button(`Nộp báo cáo ${name.toLowerCase()}`, () => sendReport(period), { class: 'main' }),
  );
}

function messageBox({ message }: SidebarState, { copy }: Deeds): readonly HTMLElement[] {
  const text = element('textarea', { readonly: true, rows: 8, 'aria-label': 'Nội dung tin nhắn' });
  text.value = message;
  return [text, button('Chép tin nhắn', () => copy(message))];
}
