/** The Department's nightly digest: where the districts stand, what could not be checked, which mails found no way. */
import { dayInVietnam, formatDate, type Instant, type Period } from '../../../schemas/calendar.ts';
import type { MailDocument, ReportDocument, UnitOutcome } from '../../../schemas/documents.ts';
import { STATUS_LABELS } from '../../../schemas/province/labels.ts';
import { findUnit } from '../../../schemas/units.ts';
import type { CallCounts } from '../calls.ts';
import { formatNumber } from '../cells/figures.ts';
import { type Block, facts, heading, items, paragraph, section } from './blocks.ts';
import { monthName } from './month-facts.ts';
import type { MailContent } from './outbox.ts';
import { type OverdueMonth, overdueBlocks } from './overdue-blocks.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** One unit's night, as `nightly` answers it. */
export interface DigestResult {
  readonly unit: string;
  readonly outcome: UnitOutcome;
  readonly error?: { readonly code: string };
  /** Locked months that are no more what was frozen. */
  readonly editedAfterLock?: readonly Period[];
}

export interface DigestRequest {
  readonly asOf: Instant;
  readonly results: readonly DigestResult[];
  /** Of the open months, as they are stored now. */
  readonly reports: readonly Pick<ReportDocument, 'unit' | 'period' | 'status' | 'problems'>[];
  /** Mails that will not be sent, and that no digest has named before. */
  readonly deadLetters: readonly Pick<MailDocument, 'id' | 'subject' | 'lastError'>[];
  /** Months that are past due and not all in; none when everything is. */
  readonly overdue: readonly OverdueMonth[];
  readonly calls: CallCounts;
  /** Mails queued by the night. */
  readonly mails: number;
}

/** What the Department can do about a failure. */
const FAILURES: Readonly<Record<string, string>> = {
  'not-found': 'không tìm thấy bảng tính, có thể đã bị xóa',
  forbidden: 'bảng tính chưa chia sẻ cho hệ thống',
  unavailable: 'Google chưa trả lời, đêm sau kiểm tra lại',
};
const OTHER_FAILURE = 'lỗi của hệ thống, xin báo người vận hành';

const nameOf = (unit: string): string => findUnit(unit)?.fullName ?? unit;

function listed(title: string, list: Parameters<typeof items>[0]): readonly Block[] {
  return list.length === 0 ? [] : [section(`${title} (${list.length})`), items(list)];
}

function failures(results: readonly DigestResult[]): readonly Block[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  return listed(
    'Chưa kiểm tra được',
    failed.map(({ unit, error }) => {
      const code = error?.code ?? 'internal';
      return { lead: nameOf(unit), text: `${FAILURES[code] ?? OTHER_FAILURE} (mã ${code}).` };
    }),
  );
}

/** The id is named: by it the next digest knows that this one has told of the mail. */
function undelivered(letters: DigestRequest['deadLetters']): readonly Block[] {
  return listed(
    'Thư không gửi được',
    letters.map(({ id, subject, lastError }) => ({
      lead: subject,
      text: `${lastError ?? 'không rõ lý do'}. Vui lòng kiểm tra địa chỉ nhận ở trang «Cấu hình». Mã thư: ${id}`,
    })),
  );
}

/** One line a unit and month: «Huyện Cam Lộ, kỳ 07/2022». By it the next digest knows that this one has told of it. */
export function editsOf(results: readonly DigestResult[]): readonly string[] {
  return results.flatMap(({ unit, editedAfterLock = [] }) =>
    editedAfterLock.map((period) => `${nameOf(unit)}, kỳ ${monthName({ period })}`),
  );
}

function edits(results: readonly DigestResult[]): readonly Block[] {
  const text = 'số liệu đã khóa giữ nguyên, phần sửa sau khi khóa chưa được tính.';
  const list = listed(
    'Sửa sau khi khóa',
    editsOf(results).map((lead) => ({ lead, text })),
  );
  const advice = 'Nếu phần sửa là đúng, Sở có thể đính chính hoặc mở lại kỳ; nếu nhầm, đề nghị đơn vị ghi lại như cũ.';
  return list.length === 0 ? [] : [...list, paragraph(advice)];
}

type Report = DigestRequest['reports'][number];

function withErrors({ unit, problems }: Report): string {
  return problems.error === 0 ? nameOf(unit) : `${nameOf(unit)} (${problems.error} lỗi)`;
}

/** Each month with its districts by status, in the order of the states' list. */
function standing(reports: readonly Report[]): readonly Block[] {
  const months = [...Map.groupBy(reports, ({ period }) => period)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const blocks = months.flatMap(([period, ofMonth]) => {
    const rows = Object.entries(STATUS_LABELS).flatMap(([status, label]): [string, string][] => {
      const units = ofMonth.filter((report) => report.status === status);
      return units.length === 0 ? [] : [[`${label} (${units.length})`, units.map(withErrors).join('; ')]];
    });
    return [heading(`Kỳ ${monthName({ period })}`), facts(rows)];
  });
  return blocks.length === 0 ? [] : [section('Tình hình các đơn vị'), ...blocks];
}

function workDone({ calls, mails, results }: DigestRequest): readonly Block[] {
  const of = (outcome: UnitOutcome): string =>
    formatNumber(results.filter((result) => result.outcome === outcome).length);
  return [
    section('Công việc trong đêm'),
    facts([
      ['Đơn vị có thay đổi', of('checked')],
      ['Đơn vị không thay đổi', of('unchanged')],
      ['Lượt đọc bảng tính', formatNumber(calls.sheetsReads)],
      ['Lượt ghi bảng tính', formatNumber(calls.sheetsWrites)],
      ['Số ô đã ghi', formatNumber(calls.cellsWritten)],
      ['Bản ghi đã đọc', formatNumber(calls.documentsRead)],
      ['Bản ghi đã ghi', formatNumber(calls.documentsWritten)],
      ['Thư chờ gửi', formatNumber(mails)],
    ]),
  ];
}

function summary({ results, deadLetters, overdue }: DigestRequest): string {
  const failed = results.filter(({ outcome }) => outcome === 'failed').length;
  const edited = editsOf(results).length;
  const missing = overdue.reduce((sum, month) => sum + month.missing.length, 0);
  return [
    `${results.length} đơn vị`,
    ...(missing > 0 ? [`${missing} báo cáo quá hạn chưa gửi`] : []),
    ...(failed > 0 ? [`${failed} chưa kiểm tra được`] : []),
    ...(edited > 0 ? [`${edited} báo cáo sửa sau khi khóa`] : []),
    ...(deadLetters.length > 0 ? [`${deadLetters.length} thư không gửi được`] : []),
  ].join(', ');
}

type News = Pick<DigestRequest, 'results' | 'deadLetters' | 'overdue'>;

/** A night that is worth a mail: a workbook or a document changed, something failed, a mail died, or a report is overdue. */
export function isWorthTelling({ results, deadLetters, overdue }: News): boolean {
  return deadLetters.length > 0 || overdue.length > 0 || results.some(({ outcome }) => outcome !== 'unchanged');
}

/** Names of units, counts and codes; nothing of any row. What needs a hand comes first. */
export function digestMail(request: DigestRequest): MailContent {
  const day = formatDate(dayInVietnam(request.asOf));
  const subject = `[Tổ CNS] Kết quả kiểm tra ngày ${day}: ${summary(request)}`;
  const blocks = [
    paragraph('Kính gửi: Sở Thông tin và Truyền thông'),
    paragraph(`Kết quả kiểm tra các bảng tính Tổ công nghệ số cộng đồng ngày ${day}: ${summary(request)}.`),
    ...request.overdue.flatMap(overdueBlocks),
    ...failures(request.results),
    ...undelivered(request.deadLetters),
    ...edits(request.results),
    ...standing(request.reports),
    ...workDone(request),
    paragraph('Thư gửi tự động, vui lòng không trả lời.'),
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks) };
}
