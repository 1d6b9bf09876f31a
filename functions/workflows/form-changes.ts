/** What the forms of a workbook say about themselves after a look: the cells that the functions own, and the box. */
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { CellChange, Workbook } from '../../schemas/workbook.ts';
import { type FormStanding, formStanding, standingChanges, untick } from '../domain/form-cells.ts';
import { monthContent } from '../domain/month-content.ts';
import { monthOfTitle } from '../domain/month-locks.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { historyOf, makeReport } from '../domain/report.ts';
import { reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import { editAfterLock } from '../domain/submission.ts';
import type { LockedForms } from '../domain/workbook-plan.ts';
import { contentHash } from './content-hash.ts';
import type { Turn } from './receive-months.ts';

export interface FormContext {
  readonly reports: ReadonlyMap<Period, ReportDocument>;
  readonly turns: ReadonlyMap<Period, Turn>;
  /** A box is unticked once: a tick that comes after our write is a new one. */
  readonly mayUntick: boolean;
  readonly today: PlainDate;
}

/** None for a form that says all of it already. */
export function formChanges(
  review: WorkbookReview,
  months: readonly OpenPeriod[],
  context: FormContext,
): readonly CellChange[] {
  return months.flatMap((month) => monthChanges(review, month, context));
}

function monthChanges(
  review: WorkbookReview,
  month: OpenPeriod,
  { reports, turns, mayUntick, today }: FormContext,
): readonly CellChange[] {
  const form = review.forms.find(({ expected }) => expected.period === month.period);
  if (!form?.tab) return [];
  const turn = turns.get(month.period) ?? { outcome: 'none' };
  const submission = { documentsBefore: documentsBefore(month.period, reports.values()) };
  const { report } = makeReport(review, month, today, historyOf(reports.get(month.period)), submission);
  const standing = formStanding(review, form, month, report, today, submission);
  const said: FormStanding = turn.outcome === 'refused' ? { ...standing, remaining: turn.refusal.sentence } : standing;
  const keepsTick = !mayUntick || turn.outcome === 'none' || turn.outcome === 'received';
  return [...standingChanges(form, said), ...(keepsTick ? [] : untick(form))];
}

/** Rows that were changed after the lock are kept apart: the frozen report stays, and the workbook says so. Promise 3. */
export function lockedForms(
  workbook: Workbook,
  unit: WorkbookReview['unit'],
  months: readonly OpenPeriod[],
  { reports, today }: Pick<FormContext, 'reports' | 'today'>,
): LockedForms {
  const isLocked = new Set<Period | null>(months.map(({ period }) => period));
  const tabs = workbook.tabs.filter(({ title }) => isLocked.has(monthOfTitle(title)));
  if (tabs.length === 0) return { changes: [], edited: [] };
  const review = reviewWorkbook({ ...workbook, tabs }, { unit, today, periods: months });
  const seen = months.flatMap((month) => {
    const report = reports.get(month.period);
    const form = review.forms.find(({ expected }) => expected.period === month.period);
    if (!report?.lockedAt || !form?.tab || report.sentHash === null) return [];
    const isEdited = contentHash(monthContent(review, month.period)) !== report.sentHash;
    const standing = formStanding(review, form, month, report, today, {}, isEdited);
    const edited = isEdited ? [{ ...form, problems: [editAfterLock(form, report.lockedAt)] }] : [];
    return [{ changes: standingChanges(form, standing), edited }];
  });
  return { changes: seen.flatMap(({ changes }) => changes), edited: seen.flatMap(({ edited }) => edited) };
}
