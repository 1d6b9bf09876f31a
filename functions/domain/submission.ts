/** What happens when GỬI BÁO CÁO is ticked: everything that blocks, everything else that is to be said, and which tick it is. */
import { formatInstant, type Instant } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { Phase } from '../../schemas/roadmap.ts';
import type { Problem } from '../../schemas/rule.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import { issue } from './cells/reading.ts';
import type { OpenPeriod } from './period.ts';
import { isError, placeIssue } from './problem.ts';
import { isReceiptCurrent } from './receipt.ts';
import { problemsOf, type WorkbookReview } from './review.ts';
import type { FormReview } from './review-form.ts';
import type { TabReview } from './review-tab.ts';
import { deedIssue } from './rules/named-deeds.ts';
import { reportIssues } from './rules/report-rules.ts';
import type { Standing } from './standing.ts';

export interface SubmissionContext {
  /** Phase documents that an earlier month of the same phase has named. */
  readonly documentsBefore?: ReadonlySet<Phase['document']>;
}

export interface SubmissionReview {
  /** The month was declared to be without activities. */
  readonly nil: boolean;
  /** What only the sending asks for: the rules `report.*`, and lines that may not be blank. */
  readonly problems: readonly Problem[];
  /** Errors in the roster, in the month, and of the report: each of them stops the sending. Findings and warnings never do. */
  readonly blocking: readonly Problem[];
}

/** Judges a month as if it were sent now. Pure: the night asks the same question to fill `Còn phải sửa`. */
export function reviewSubmission(
  review: WorkbookReview,
  { period }: Pick<OpenPeriod, 'period'>,
  { documentsBefore = new Set() }: SubmissionContext = {},
): SubmissionReview {
  const form = review.forms.find(({ expected }) => expected.period === period);
  const activities = review.tabs.find(({ expected }) => expected.key === 'activities' && expected.period === period);
  const found = problemsOf(review, period);
  // Without the form there is nothing to judge; that it is missing is an error of its own.
  if (!form?.tab) return { nil: false, problems: [], blocking: found.filter(isError) };
  const issues = reportIssues({ period, form, activities, documentsBefore });
  const problems = [...issues.map(({ line, issue: one }) => placeOnLine(form, line, one)), ...deedProblems(activities)];
  // What is wrong with an amount is said once, by the rule on money.
  const judged = new Set(problems.filter(({ rule }) => rule === 'report.money').map(({ column }) => column));
  const others = found.filter(({ tab, column }) => !(tab === 'monthlyReport' && judged.has(column)));
  return { nil: form.values.nil, problems, blocking: [...others, ...problems].filter(isError) };
}

function placeOnLine(form: FormReview, key: string, found: Parameters<typeof placeIssue>[0]): Problem {
  const line = form.lines.find((one) => one.key === key);
  return placeIssue(found, {
    tab: 'monthlyReport',
    title: form.tab?.title ?? form.expected.title,
    row: line?.row ?? null,
    column: key,
    original: line?.original ?? null,
  });
}

function deedProblems(activities: TabReview | undefined): readonly Problem[] {
  const tab = activities?.tab;
  if (!tab) return [];
  return activities.rows.flatMap(({ accepted, row, values, cells }) => {
    const found = accepted ? deedIssue(values as ActivityRecord) : null;
    const place = {
      tab: 'activities',
      title: tab.title,
      row,
      column: 'content',
      original: cells.content ?? null,
    } as const;
    return found ? [placeIssue(found, place)] : [];
  });
}

/** The month was edited, not the box that it is said at: what that holds is nothing to show. */
const placeEdit = (form: FormReview, found: Parameters<typeof placeIssue>[0]): Problem => ({
  ...placeOnLine(form, 'submit', found),
  value: '',
});

/** That a locked month is no more what was frozen. */
export const editAfterLock = (form: FormReview, lockedAt: Instant): Problem =>
  placeEdit(form, issue('report.edited-after-lock', 'edited', { at: formatInstant(lockedAt) }));

/** That a month is no more what the last receipt stands for. */
export const editAfterSubmission = (form: FormReview, submittedAt: Instant): Problem =>
  placeEdit(form, issue('report.edited-after-submission', 'edited', { at: formatInstant(submittedAt) }));

type Sent = Standing & Pick<ReportDocument, 'unit' | 'period' | 'receipt' | 'sentHash'>;

/**
 * What is to be said of an edit since the last receipt; null while the month is unsent, or is what was sent. A month that
 * locked with such an edit was edited before its lock.
 */
export function editOf(form: FormReview, report: Sent): Problem | null {
  const { receipt, submittedAt } = report;
  return receipt === null || submittedAt === null || isReceiptCurrent(report)
    ? null
    : editAfterSubmission(form, submittedAt);
}

/** What a look at the box and at the month's content comes to. */
export type Tick =
  /** Nothing that was not known. */
  | 'none'
  /** The box was ticked to send what is there now. */
  | 'submit'
  /** What was sent has been edited since. The box is unticked, so that the next tick is known to mean the new content. */
  | 'edit';

/**
 * `contentHash` is the hash of the month's content as it is now (see `monthContent`), `isReceiptCurrent` whether the last
 * receipt stands for what was last seen. A box that a run could not untick any more, when it had noted an edit, says nothing.
 */
export function readTick(
  isTicked: boolean,
  contentHash: string,
  { submittedAt, sentHash, hasOldTick }: Pick<ReportDocument, 'submittedAt' | 'sentHash' | 'hasOldTick'>,
  isReceiptCurrent: boolean,
): Tick {
  if (submittedAt === null) return isTicked ? 'submit' : 'none';
  if (isReceiptCurrent && contentHash !== sentHash) return 'edit';
  if (isTicked && !isReceiptCurrent) return hasOldTick ? 'edit' : 'submit';
  return contentHash === sentHash ? 'none' : 'edit';
}

/** A call, unlike a tick that may have stood there for days, always means what is there now. */
export function readCall(
  contentHash: string,
  { submittedAt, sentHash }: Pick<ReportDocument, 'submittedAt' | 'sentHash'>,
  isReceiptCurrent: boolean,
): Exclude<Tick, 'edit'> {
  return submittedAt !== null && isReceiptCurrent && contentHash === sentHash ? 'none' : 'submit';
}
