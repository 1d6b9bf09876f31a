/** Reminders before the due date and the notice after it: only to units that have not sent at this moment. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportDocument } from '../../../schemas/documents.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../../schemas/tabs.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { NoticeKind } from '../notices.ts';
import type { OpenPeriod } from '../period.ts';
import { NEW_STANDING, type Standing } from '../standing.ts';
import { daysOverdue, statusText } from '../status-text.ts';
import { type Block, facts, link, paragraph } from './blocks.ts';
import { counted, formTitle, monthName, NO_REPLY, windowFact } from './month-facts.ts';
import type { MailContent } from './outbox.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** From so many months without activities in a row a reminder says so. */
export const NIL_MONTHS_TO_ASK = 3;

export interface ReminderMailRequest {
  readonly unit: ReportingUnit;
  readonly kind: NoticeKind;
  readonly month: OpenPeriod;
  /** Whether the due date is a working day. */
  readonly isDueWorkingDay: boolean;
  /** The month as it is stored; undefined where it has not been looked at yet. */
  readonly report: (Standing & Pick<ReportDocument, 'counts' | 'problems'>) | undefined;
  /** Months before this one, one after the other, for which the unit declared that nothing happened. */
  readonly nilMonths: number;
  readonly workbookUrl: string;
  readonly today: PlainDate;
}

const LEFT: Readonly<Record<Exclude<NoticeKind, 'overdue'>, string>> = {
  'reminder-7': 'còn 7 ngày làm việc',
  'reminder-3': 'còn 3 ngày làm việc',
  'reminder-1': 'còn 1 ngày làm việc',
};

const { nil, submit } = MonthlyReport.lines;

function standingOf({ report }: ReminderMailRequest): Standing {
  return report ?? NEW_STANDING;
}

function subjectOf(request: ReminderMailRequest): string {
  const { unit, kind, month, today } = request;
  const head = `[Tổ CNS] ${unit.fullName}: báo cáo tháng ${monthName(month)}`;
  if (kind === 'overdue') return `${head} đã quá hạn ${daysOverdue(standingOf(request), month, today)} ngày`;
  return `${head} ${LEFT[kind]} đến hạn nộp`;
}

/** What is said of the hour. KH 115, V.5-b. */
function opening(request: ReminderMailRequest): readonly Block[] {
  const { kind, month, isDueWorkingDay, today } = request;
  const due = `hết ngày ${formatDate(month.due)}`;
  const what = `báo cáo tháng ${monthName(month)} về Tổ công nghệ số cộng đồng`;
  if (kind === 'overdue') {
    const isOpen = today <= month.lastDay;
    return [
      paragraph(`Hạn nộp ${what} là ${due}, đến nay hệ thống chưa nhận được báo cáo của đơn vị.`),
      paragraph(
        isOpen
          ? `Đơn vị còn gửi được đến hết ngày ${formatDate(month.lastDay)}; báo cáo gửi trong thời gian này được ghi nhận là trễ. Sau đó kỳ khóa, muốn gửi phải đề nghị Sở mở lại.`
          : `Kỳ đã khóa từ hết ngày ${formatDate(month.lastDay)}. Đơn vị vui lòng đề nghị Sở mở lại để gửi báo cáo.`,
      ),
    ];
  }
  const dayOff = kind === 'reminder-1' && !isDueWorkingDay;
  return [
    paragraph(
      `Hạn nộp ${what} là ${due}, ${LEFT[kind]}. Đến nay hệ thống chưa nhận được báo cáo của đơn vị.` +
        (dayOff ? ' Hạn nộp rơi vào ngày nghỉ, vui lòng gửi trong hôm nay.' : ''),
    ),
  ];
}

function present(request: ReminderMailRequest): Block {
  const { month, report, today } = request;
  const rows: readonly (readonly [string, string])[] =
    report === undefined
      ? []
      : [
          [SHEETS.activities.title, counted(report.counts.activities)],
          ['Lỗi cần sửa trước khi gửi', String(report.problems.error)],
        ];
  return facts([
    windowFact(month),
    ['Khóa kỳ', `hết ngày ${formatDate(month.lastDay)}`],
    ['Tình trạng', statusText(standingOf(request), month, today)],
    ...rows,
  ]);
}

function steps({ month, nilMonths }: ReminderMailRequest): readonly Block[] {
  const many = `Đơn vị đã báo không phát sinh hoạt động ${nilMonths} tháng liền. Nếu các tổ có hoạt động mà chưa ghi, vui lòng ghi vào trang «${SHEETS.activities.title}»; nếu các tổ gặp khó khăn, xin nêu ở dòng «${MonthlyReport.lines.difficulties.label}».`;
  return [
    paragraph(
      `Vui lòng sửa các lỗi còn lại, ghi đủ trang «${formTitle(month)}» rồi đánh dấu «${submit.label}». Dòng «${MonthlyReport.lines.remaining.label}» ở trang đó nêu những việc còn lại. Nếu cả kỳ không có hoạt động, xin đánh dấu «${nil.label}».`,
    ),
    ...(nilMonths >= NIL_MONTHS_TO_ASK ? [paragraph(many)] : []),
  ];
}

/** Vietnamese, in plain text and HTML. Carries units, days and counts only. */
export function reminderMail(request: ReminderMailRequest): MailContent {
  const subject = subjectOf(request);
  const blocks = [
    paragraph(`Kính gửi: ${request.unit.fullName}`),
    ...opening(request),
    present(request),
    ...steps(request),
    link('Mở bảng tính', request.workbookUrl),
    NO_REPLY,
  ];
  return { subject, text: renderText(blocks), html: renderHtml(subject, blocks) };
}
