/** The cells of the form that the functions own: where the report stands, when it came, its receipt, and what is left to do. */
import { formatInstant, type PlainDate } from '../../schemas/calendar.ts';
import { FORM_COLUMNS } from '../../schemas/form.ts';
import type { CellChange, CellValue } from '../../schemas/workbook.ts';
import type { OpenPeriod } from './period.ts';
import { remainingAfterEdit, remainingText } from './remaining.ts';
import type { ReportDraft } from './report.ts';
import type { WorkbookReview } from './review.ts';
import { type FormReview, formRows } from './review-form.ts';
import { statusText } from './status-text.ts';
import {
  editAfterLock,
  editOf,
  reviewSubmission,
  type SubmissionContext,
  type SubmissionReview,
} from './submission.ts';

type Report = ReportDraft['report'];

const VALUE = FORM_COLUMNS.value.column;

/** What the four lines say; null is an empty cell. */
export interface FormStanding {
  readonly status: string;
  readonly receivedAt: string | null;
  readonly receipt: string | null;
  readonly remaining: string | null;
}

/** «09:15 26/08/2022», and the last change where there was one: the second clock. */
function receivedText({ firstValidAt, submittedAt }: Report): string | null {
  if (firstValidAt === null) return null;
  const first = formatInstant(firstValidAt);
  return submittedAt === null || submittedAt === firstValidAt
    ? first
    : `${first}; thay đổi gần nhất ${formatInstant(submittedAt)}`;
}

/**
 * What the form of a month is to say about itself. Of a locked month the caller knows whether it is still what was frozen:
 * that may be other than what the last receipt stands for.
 */
export function formStanding(
  review: WorkbookReview,
  form: FormReview,
  month: OpenPeriod,
  report: Report,
  today: PlainDate,
  context: SubmissionContext = {},
  editedAfterLock = false,
): FormStanding {
  const sending = reviewSubmission(review, month, context);
  return {
    status: statusText(report, month, today),
    receivedAt: receivedText(report),
    receipt: report.receipt,
    remaining: remainingOf(sending, form, report, editedAfterLock),
  };
}

function remainingOf(
  sending: SubmissionReview,
  form: FormReview,
  report: Report,
  editedAfterLock: boolean,
): string | null {
  if (report.lockedAt !== null)
    return editedAfterLock ? remainingAfterEdit(sending, editAfterLock(form, report.lockedAt)) : report.correction;
  return report.submittedAt === null ? remainingText(sending) : remainingAfterEdit(sending, editOf(form, report));
}

/** The cells that differ from what the form is to say; lines that staff deleted are left to provisioning. */
export function standingChanges({ tab }: FormReview, standing: FormStanding): readonly CellChange[] {
  if (tab === null) return [];
  const rows = formRows(tab);
  const wanted: Readonly<Record<keyof FormStanding, CellValue>> = { ...standing };
  return (Object.keys(wanted) as (keyof FormStanding)[]).flatMap((key) => {
    const row = rows.get(key);
    if (row === undefined || (tab.values[row]?.[VALUE] ?? null) === wanted[key]) return [];
    return [{ sheetId: tab.sheetId, row, column: VALUE, value: wanted[key] }];
  });
}

/** Takes the tick out of GỬI BÁO CÁO: of a sending that was blocked, or of a month that was edited after it was sent. */
export function untick({ tab, values }: FormReview): readonly CellChange[] {
  const row = tab === null ? undefined : formRows(tab).get('submit');
  if (tab === null || row === undefined || !values.submit) return [];
  return [{ sheetId: tab.sheetId, row, column: VALUE, value: false }];
}

/** The owned cells of every open month's form. `reports` are the months as they stand now. */
export function formCellChanges(
  review: WorkbookReview,
  months: readonly OpenPeriod[],
  reports: readonly Report[],
  today: PlainDate,
): readonly CellChange[] {
  return months.flatMap((month) => {
    const form = review.forms.find(({ expected }) => expected.period === month.period);
    const report = reports.find(({ period }) => period === month.period);
    return form && report ? standingChanges(form, formStanding(review, form, month, report, today)) : [];
  });
}
