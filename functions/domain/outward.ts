/** What a month's form says beyond figures, as far as it may leave the workbook. */
import type { ReportDocument } from '../../schemas/documents.ts';
import type { TaskAnswer } from '../../schemas/summary.ts';
import { mayLeave } from './personal-data.ts';
import type { FormReview } from './review-form.ts';
import type { RosterNames } from './roster-names.ts';

/** Answers to the Department's tasks, in the order of the form. KH 115, V.1. */
export function taskAnswers({ tasks }: FormReview, names: RosterNames | null): TaskAnswer[] {
  return tasks.map(({ task, answer }) => {
    const withheld = answer !== null && !mayLeave(answer, names);
    return { task, answer: withheld ? null : answer, withheld };
  });
}

/** The days of the phase documents that are named with number and date. KH 115, III.2.2–2.3. */
export function phaseDocuments({ values }: FormReview): NonNullable<ReportDocument['phaseDocuments']> {
  const { evaluationNumber, evaluationDate, proposalNumber, proposalDate } = values;
  return {
    evaluation: evaluationNumber === null ? null : evaluationDate,
    proposal: proposalNumber === null ? null : proposalDate,
  };
}
