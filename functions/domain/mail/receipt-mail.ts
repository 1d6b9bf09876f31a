/** The receipt of a sent month: what came when, and the id that stands for it. */
import { formatInstant, type Instant } from '../../../schemas/calendar.ts';
import { SHEETS } from '../../../schemas/tabs.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { daysLate } from '../deadline.ts';
import type { OpenPeriod } from '../period.ts';
import type { Receipt } from '../receipt.ts';
import { untilText } from '../status-text.ts';
import { type Block, facts, link, paragraph } from './blocks.ts';
import { counted, formTitle, monthName, NO_REPLY, windowFact } from './month-facts.ts';
import type { MailContent } from './outbox.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

export interface ReceiptMailRequest {
  readonly unit: ReportingUnit;
  readonly month: OpenPeriod;
  readonly receipt: Receipt;
  /** Until when the unit may send again: its own lock. */
  readonly lockAt: Instant;
  readonly workbookUrl: string;
}

/** In time, nil, or late by so many days: what the clock of this sending says. */
function timeText({ receivedAt, status, period }: Receipt): string {
  const days = daysLate(receivedAt, period);
  if (status === 'late') return `trễ ${days} ngày`;
  if (status === 'nil') return 'đúng hạn, không phát sinh hoạt động';
  return days === 0 ? 'đúng hạn' : 'đã gửi đúng hạn trước đó, lần này là gửi lại';
}

/** The receipt as two columns: for the mail, and for whoever shows it. */
export function receiptFacts(receipt: Receipt, month: OpenPeriod): readonly (readonly [string, string])[] {
  const { id, receivedAt, counts, problems } = receipt;
  return [
    ['Mã biên nhận', id],
    ['Thời điểm nhận', `${formatInstant(receivedAt)} (${timeText(receipt)})`],
    windowFact(month),
    [SHEETS.teams.title, counted(counts.teams)],
    [SHEETS.members.title, counted(counts.members)],
    [SHEETS.activities.title, counted(counts.activities)],
    ['Điều cần xem lại', String(problems.warning)],
    ['Điều chưa đúng kế hoạch', String(problems.finding)],
  ];
}

export function receiptMail({ unit, month, receipt, lockAt, workbookUrl }: ReceiptMailRequest): MailContent {
  const subject = `[Tổ CNS] ${unit.fullName}: đã nhận báo cáo tháng ${monthName(month)}, biên nhận ${receipt.id}`;
  const blocks: readonly Block[] = [
    paragraph(`Kính gửi: ${unit.fullName}`),
    paragraph(
      `Hệ thống đã nhận báo cáo tháng ${monthName(month)} về Tổ công nghệ số cộng đồng của đơn vị. Trân trọng cảm ơn.`,
    ),
    facts(receiptFacts(receipt, month)),
    paragraph(
      `Đơn vị còn sửa được trang của tháng đến ${untilText(lockAt)}; sửa xong, vui lòng đánh dấu ` +
        `«GỬI BÁO CÁO» ở trang «${formTitle(month)}» lần nữa. Sau đó kỳ khóa.`,
    ),
    link('Mở bảng tính', workbookUrl),
    NO_REPLY,
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks) };
}
