/** Writes into a month's form where its report stands, when it does not say so yet. */
import type { PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { formStanding, standingChanges } from '../domain/form-cells.ts';
import type { History } from '../domain/history.ts';
import type { OpenPeriod } from '../domain/period.ts';
import type { ReportDraft } from '../domain/report.ts';
import { reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import type { SubmissionContext } from '../domain/submission.ts';
import { type SettleChangePorts, settleChange } from './settle-change.ts';

export interface ShowRequest {
  readonly workbookId: string;
  readonly unit: ReportingUnit;
  readonly open: OpenPeriod;
  readonly today: PlainDate;
  readonly context: SubmissionContext;
  /** The months before, as the month was judged by them. */
  readonly history: History;
  /** The month as it stands, by what was just read. */
  readonly reportOf: (review: WorkbookReview) => ReportDraft['report'] | ReportDocument;
}

/** Answers the review of the workbook as it was read last. */
export async function showStanding(request: ShowRequest, ports: SettleChangePorts): Promise<WorkbookReview> {
  const { workbookId, unit, open, today, context, history, reportOf } = request;
  const reviewOf = (workbook: Workbook) => reviewWorkbook(workbook, { unit, today, periods: [open], history });
  const { workbook } = await settleChange(
    workbookId,
    (found) => {
      const review = reviewOf(found);
      const form = review.forms.find(({ expected }) => expected.period === open.period);
      const standing = form && formStanding(review, form, open, reportOf(review), today, context);
      return { cells: form && standing ? standingChanges(form, standing) : [], rowCounts: new Map() };
    },
    ports,
  );
  return reviewOf(workbook);
}
