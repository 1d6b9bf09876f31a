/** Tells the Department which units have not sent, on the last day on which a call still helps. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportDocument } from '../../../schemas/documents.ts';
import { findUnit } from '../../../schemas/units.ts';
import type { OpenPeriod } from '../period.ts';
import { NEW_STANDING, type Standing } from '../standing.ts';
import { statusText } from '../status-text.ts';
import { items, paragraph, section } from './blocks.ts';
import { counted, monthName } from './month-facts.ts';
import type { MailContent } from './outbox.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

export interface MissingUnit {
  readonly unit: string;
  /** Undefined where the month has not been looked at yet. */
  readonly report: (Standing & Pick<ReportDocument, 'counts' | 'problems'>) | undefined;
}

export interface EscalationMailRequest {
  readonly month: OpenPeriod;
  /** Units that owe the report and have not sent it, in the order in which they are listed. */
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

/** Null when every unit has sent: then there is nothing to tell. Carries units, days and counts only. */
export function escalationMail({ month, missing, expected, today }: EscalationMailRequest): MailContent | null {
  if (missing.length === 0) return null;
  const lastDay = formatDate(month.lastDay);
  const isOpen = today <= month.lastDay;
  const lock = isOpen ? `khóa kỳ hết ngày ${lastDay}` : `kỳ đã khóa hết ngày ${lastDay}`;
  const subject = `[Tổ CNS] Tháng ${monthName(month)}: ${missing.length}/${expected} đơn vị chưa nộp báo cáo, ${lock}`;
  const blocks = [
    paragraph('Kính gửi: Sở Thông tin và Truyền thông'),
    paragraph(
      `Hạn nộp báo cáo tháng ${monthName(month)} là hết ngày ${formatDate(month.due)}. Đến nay còn ` +
        `${missing.length}/${expected} đơn vị chưa nộp; ${lock}.`,
    ),
    section(`Đơn vị chưa nộp (${missing.length})`),
    items(
      missing.map((one) => ({
        lead: findUnit(one.unit)?.fullName ?? one.unit,
        text: stateOf(one, month, today),
      })),
    ),
    paragraph(
      isOpen
        ? 'Đề nghị Sở đôn đốc trong hôm nay, hoặc gia hạn cho đơn vị có lý do. Sau khi khóa, đơn vị chỉ gửi được khi Sở mở lại kỳ.'
        : 'Đơn vị chỉ gửi được khi Sở mở lại kỳ.',
    ),
    paragraph('Thư gửi tự động, vui lòng không trả lời.'),
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks) };
}
