/** Tells a unit and the Department that a frozen month was corrected: why, and what is other. Version 1 stays. */
import { formatInstant, type Instant } from '../../../schemas/calendar.ts';
import type { Difference } from '../../../schemas/documents.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { changeOf, shownReason } from '../correction-text.ts';
import type { OpenPeriod } from '../period.ts';
import { facts, link, paragraph, section } from './blocks.ts';
import { monthName, NO_REPLY } from './month-facts.ts';
import type { MailContent } from './outbox.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

export interface CorrectionMailRequest {
  readonly unit: ReportingUnit;
  readonly month: OpenPeriod;
  /** 2 is the first correction. */
  readonly version: number;
  readonly at: Instant;
  /** As the Department gave it; left out when it holds somebody's number. */
  readonly reason: string;
  readonly diff: readonly Difference[];
  readonly workbookUrl: string;
}

/** The snapshot's document has the rest. */
const MAX_LINES = 40;

export function correctionMail(request: CorrectionMailRequest): MailContent {
  const { unit, month, version, at, reason, diff, workbookUrl } = request;
  const times = version - 1;
  const subject = `[Tổ CNS] ${unit.fullName}: đính chính lần ${times} số liệu tháng ${monthName(month)}`;
  const left = diff.length - MAX_LINES;
  const why = shownReason(reason);
  const blocks = [
    paragraph(`Kính gửi: ${unit.fullName}; Sở Thông tin và Truyền thông`),
    paragraph(
      `Số liệu tháng ${monthName(month)} của ${unit.fullName} đã được đính chính lần ${times} lúc ${formatInstant(at)}. ` +
        'Bản trước vẫn được lưu.',
    ),
    ...(why === null ? [] : [paragraph(`Lý do: ${why}`)]),
    section(`Nội dung thay đổi (${diff.length})`),
    ...(diff.length === 0
      ? [paragraph('Không có số liệu nào thay đổi.')]
      : [facts(diff.slice(0, MAX_LINES).map(changeOf))]),
    ...(left > 0 ? [paragraph(`… và ${left} thay đổi khác.`)] : []),
    link('Mở bảng tính', workbookUrl),
    NO_REPLY,
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks) };
}
