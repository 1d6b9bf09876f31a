/** A few lines for the district's Zalo group: counts and days only, no name, no row, and no link that opens a workbook. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { LeftToDo } from './before-sending.ts';
import { type ChangeCounts, changesText } from './change-blocks.ts';
import type { ProblemGroup } from './problem-groups.ts';

export interface GroupMessageRequest {
  readonly unit: ReportingUnit;
  readonly today: PlainDate;
  readonly errors: readonly ProblemGroup[];
  readonly others: readonly ProblemGroup[];
  readonly changes: ChangeCounts | null;
  readonly left: readonly LeftToDo[];
}

const count = (groups: readonly ProblemGroup[]): number =>
  groups.reduce((sum, { problems }) => sum + problems.length, 0);

/** «Tổ 4, Thành viên 6». */
const byTab = (groups: readonly ProblemGroup[]): string =>
  [...Map.groupBy(groups, ({ title }) => title)].map(([title, ofTab]) => `${title} ${count(ofTab)}`).join(', ');

function standing(errors: readonly ProblemGroup[], others: readonly ProblemGroup[]): readonly string[] {
  if (errors.length + others.length === 0) return ['– Không còn lỗi. Cảm ơn các anh, chị.'];
  return [
    ...(errors.length > 0 ? [`– Còn ${count(errors)} lỗi cần sửa: ${byTab(errors)}.`] : []),
    ...(others.length > 0 ? [`– Còn ${count(others)} điều cần xem: ${byTab(others)}.`] : []),
  ];
}

export function groupMessage({ unit, today, errors, others, changes, left }: GroupMessageRequest): readonly string[] {
  const changed = changes === null ? '' : changesText(changes);
  const isBusy = errors.length + others.length > 0;
  return [
    `${unit.fullName} – kiểm tra số liệu Tổ công nghệ số cộng đồng ngày ${formatDate(today)}:`,
    ...standing(errors, others),
    ...(changed === '' ? [] : [`– So với lần trước: ${changed}.`]),
    ...left.map(({ title, due }) => `– ${title}: hạn nộp hết ngày ${due}.`),
    ...(isBusy ? ['Cách sửa ghi ở cột «Kiểm tra», ngay bên cạnh từng dòng trong bảng tính.'] : []),
  ];
}
