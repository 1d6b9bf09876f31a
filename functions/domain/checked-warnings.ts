/** «Đã kiểm tra, đúng»: a warning that staff have ticked is silent until its cell changes. Errors and findings have no tick. */
import type { Problem } from '../../schemas/rule.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { identifyProblems } from './problem-identity.ts';
import { lineCell, pairLines, resultsTabOf } from './result-lines.ts';
import type { WorkbookReview } from './review.ts';

/** The review with the warnings marked that are ticked in the workbook's own `Kết quả kiểm tra`. */
export function markChecked(review: WorkbookReview, workbook: Workbook): WorkbookReview {
  const tab = resultsTabOf(workbook);
  const isTicked = (line: number): boolean => lineCell(tab?.values[line] ?? [], 'checked') === true;
  if (!tab?.values.some((_, line) => isTicked(line))) return review;
  const pairs = [...pairLines(tab, identifyProblems(review, workbook.id))];
  const ticked = pairs.filter(([line, { problem }]) => isTicked(line) && problem.severity === 'warning');
  return withChecked(review, new Set(ticked.map(([, { problem }]) => problem)));
}

function withChecked(review: WorkbookReview, checked: ReadonlySet<Problem>): WorkbookReview {
  const mark = (problems: readonly Problem[]): readonly Problem[] =>
    problems.some((problem) => checked.has(problem))
      ? problems.map((problem) => (checked.has(problem) ? { ...problem, checked: true } : problem))
      : problems;
  return {
    ...review,
    tabs: review.tabs.map((tab) => ({
      ...tab,
      problems: mark(tab.problems),
      rows: tab.rows.map((row) => ({ ...row, problems: mark(row.problems) })),
    })),
    forms: review.forms.map((form) => ({
      ...form,
      problems: mark(form.problems),
      lines: form.lines.map((line) => ({ ...line, problems: mark(line.problems) })),
    })),
  };
}
