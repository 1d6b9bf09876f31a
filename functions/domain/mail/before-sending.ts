/** What is left before a month's report can be sent, in words that repeat nothing that was typed. KH 115, V.5. */
import { formatDate, formatPeriod } from '../../../schemas/calendar.ts';
import type { ReportDocument } from '../../../schemas/documents.ts';
import type { Line } from '../../../schemas/form.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import { dueDate } from '../period.ts';
import { isError } from '../problem.ts';
import { problemsOf, type WorkbookReview } from '../review.ts';

export type MailedReport = Pick<ReportDocument, 'period' | 'counts' | 'submittedAt'>;

export interface LeftToDo {
  /** `Báo cáo 08-2022`. */
  readonly title: string;
  readonly due: string;
  /** Empty when it can be sent. */
  readonly steps: readonly string[];
}

const LINES: readonly (readonly [string, Line])[] = Object.entries<Line>(MonthlyReport.lines);
const { nil, submit } = MonthlyReport.lines;

/** The labels of lines that may not be blank when the report is sent, and are. */
function blankLabels(values: Readonly<Record<string, unknown>>): readonly string[] {
  const isBlank = (key: string): boolean => (values[key] ?? null) === null;
  return LINES.flatMap(([key, line]) => (line.requiredAtSubmit && isBlank(key) ? [`«${line.label}»`] : []));
}

function stepsOf({ period, counts }: MailedReport, review: WorkbookReview): readonly string[] {
  const form = review.forms.find(({ expected }) => expected.period === period);
  const errors = problemsOf(review, period).filter(isError).length;
  const blanks = form?.tab ? blankLabels(form.values) : [];
  const isEmpty = counts.activities.read === 0 && form?.values.nil !== true;
  return [
    ...(errors > 0 ? [`sửa ${errors} lỗi`] : []),
    ...(isEmpty ? [`ghi hoạt động của tháng, hoặc đánh dấu «${nil.label}»`] : []),
    ...(blanks.length > 0 ? [`ghi ${blanks.join(', ')}`] : []),
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
