/** What is left before a month's report can be sent, in words that repeat nothing that was typed. KH 115, V.5. */
import { formatDate, formatPeriod } from '../../../schemas/calendar.ts';
import type { ReportDocument } from '../../../schemas/documents.ts';
import type { Problem } from '../../../schemas/rule.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import { fieldOf } from '../../../schemas/tabs.ts';
import { dueDate } from '../period.ts';
import type { WorkbookReview } from '../review.ts';
import { reviewSubmission } from '../submission.ts';

export type MailedReport = Pick<ReportDocument, 'period' | 'counts' | 'submittedAt'>;

export interface LeftToDo {
  /** `Báo cáo 08-2022`. */
  readonly title: string;
  readonly due: string;
  /** Empty when it can be sent. */
  readonly steps: readonly string[];
}

const { nil, submit } = MonthlyReport.lines;

const isBlankLine = ({ rule, variant }: Problem): boolean => rule === 'cell.required' && variant === 'line';
const isEmptyMonth = ({ rule }: Problem): boolean => rule === 'report.empty';

/** What would stop the sending now, as the form says it too. */
function stepsOf({ period }: MailedReport, review: WorkbookReview): readonly string[] {
  const { blocking } = reviewSubmission(review, { period });
  const blanks = blocking.filter(isBlankLine);
  const isEmpty = blocking.some(isEmptyMonth);
  const errors = blocking.length - blanks.length - (isEmpty ? 1 : 0);
  const labels = blanks.map(({ tab, column }) => `«${fieldOf(tab, column)?.header ?? ''}»`);
  return [
    ...(errors > 0 ? [`sửa ${errors} lỗi`] : []),
    ...(isEmpty ? [`ghi hoạt động của tháng, hoặc đánh dấu «${nil.label}»`] : []),
    ...(labels.length > 0 ? [`ghi ${labels.join(', ')}`] : []),
  ];
}

/** The open months that were not sent, the earliest first. */
export function leftToDo(reports: readonly MailedReport[], review: WorkbookReview): readonly LeftToDo[] {
  return reports
    .filter(({ submittedAt }) => submittedAt === null)
    .map((report) => ({
      title: `${MonthlyReport.title} ${formatPeriod(report.period)}`,
      due: formatDate(dueDate(report.period)),
      steps: stepsOf(report, review),
    }));
}

/** «sửa 3 lỗi; ghi …», or that nothing is left but the tick. */
export function stepsText({ steps }: LeftToDo): string {
  return steps.length === 0 ? `đã đủ, có thể đánh dấu «${submit.label}»` : `cần ${steps.join('; ')}`;
}
