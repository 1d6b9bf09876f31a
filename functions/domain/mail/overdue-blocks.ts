/** What the Department's digest says of a month that is past due: which units have not sent, and what can still be done. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportDocument } from '../../../schemas/documents.ts';
import { findUnit } from '../../../schemas/units.ts';
import type { OpenPeriod } from '../period.ts';
import { NEW_STANDING, type Standing } from '../standing.ts';
import { statusText } from '../status-text.ts';
import { type Block, items, paragraph, section } from './blocks.ts';
import { counted, monthName } from './month-facts.ts';

export interface MissingUnit {
  readonly unit: string;
  /** Undefined where the month has not been looked at yet. */
  readonly report: (Standing & Pick<ReportDocument, 'counts' | 'problems'>) | undefined;
}

export interface OverdueMonth {
  readonly month: OpenPeriod;
  /** Units that owe the report and have not sent it, in the order in which they are listed; at least one. */
  readonly missing: readonly MissingUnit[];
  /** How many units owe it. */
  readonly expected: number;
  readonly today: PlainDate;
}

function stateOf({ report }: MissingUnit, month: OpenPeriod, today: PlainDate): string {
  const status = statusText(report ?? NEW_STANDING, month, today);
  if (report === undefined) return `${status}.`;
  return `${status}; hoạt động: ${counted(report.counts.activities)}; ${report.problems.error} lỗi cần sửa.`;
}

const OPEN =
  'Đề nghị Sở đôn đốc, hoặc gia hạn cho đơn vị có lý do. Sau khi khóa, đơn vị chỉ gửi được khi Sở mở lại kỳ.';
const LOCKED = 'Đơn vị chỉ gửi được khi Sở mở lại kỳ.';

function advice({ month: { due, lastDay }, today }: OverdueMonth): string {
  const isOpen = today <= lastDay;
  const when = today === lastDay ? `hết hôm nay, ngày ${formatDate(lastDay)}` : `hết ngày ${formatDate(lastDay)}`;
  const lock = `${isOpen ? 'khóa kỳ' : 'kỳ đã khóa'} ${when}`;
  return `Hạn nộp là hết ngày ${formatDate(due)}; ${lock}. ${isOpen ? OPEN : LOCKED}`;
}

/** Carries units, days and counts only. */
export function overdueBlocks(overdue: OverdueMonth): readonly Block[] {
  const { month, missing, expected, today } = overdue;
  return [
    section(`Quá hạn, chưa gửi: kỳ ${monthName(month)} (${missing.length}/${expected} đơn vị)`),
    items(
      missing.map((one) => ({
        lead: findUnit(one.unit)?.fullName ?? one.unit,
        text: stateOf(one, month, today),
      })),
    ),
    paragraph(advice(overdue)),
  ];
}
