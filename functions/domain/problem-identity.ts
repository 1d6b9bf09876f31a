/**
 * What makes a problem the same from night to night, wherever its row has moved: the cell, and what its row is about. As a
 * code it stands beside the line in `Kết quả kiểm tra`, so that a tick stays with what it was set on.
 */

import { lineOfRemark } from '../../schemas/form-lines.ts';
import type { Problem } from '../../schemas/rule.ts';
import { fieldOf, type SheetKey } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { WorkbookReview } from './review.ts';
import type { FormReview } from './review-form.ts';
import type { TabReview } from './review-tab.ts';
import { shortHash } from './short-hash.ts';

export interface IdentifiedProblem {
  readonly problem: Problem;
  /** The cell as typed; null for a row or a tab as a whole. */
  readonly original: CellValue;
  /** `7K2M-Q0ZT`: row, cell. */
  readonly code: string;
}

/** The columns that say what a row is about; a change in another column leaves it the same row. */
const ROW_KEYS: Readonly<Record<SheetKey, readonly string[]>> = {
  teams: ['commune', 'level', 'village'],
  members: ['commune', 'village', 'name'],
  activities: ['date', 'commune', 'village', 'kind', 'content'],
};

/**
 * Twenty bits: a change goes unseen once in a million times, and about a thousand phone numbers share each code, so that
 * the number cannot be found by trying. All problems of a cell have the same code, or two of them would say more. The salt
 * is the workbook's id: a printed page gives nothing to compare with. Law 91/2025/QH15.
 */
const LETTERS = 4;

type Row = TabReview['rows'][number];

/** As understood, so that tidying a name does not make it another person; as typed where it could not be read. */
function rowKey(row: Row | undefined, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => row?.values[key] ?? row?.cells[key] ?? null));
}

/** What was understood belongs to it: «5/6» that means another year is another matter. Personal columns say nothing of it. */
function meaningOf({ tab, column, variant, details = {} }: Problem): readonly unknown[] {
  if (fieldOf(tab, column)?.personal) return [];
  return [variant, details.understood ?? null, details.found ?? null, details.columns ?? null];
}

function identify(problem: Problem, row: string, original: CellValue, salt: string): IdentifiedProblem {
  const place = [salt, problem.title, row];
  const cell = [...place, problem.column, original, ...meaningOf(problem)];
  return { problem, original, code: [place, cell].map((part) => shortHash(JSON.stringify(part), LETTERS)).join('-') };
}

function identifyTab(tab: TabReview, salt: string): readonly IdentifiedProblem[] {
  const keys = ROW_KEYS[tab.expected.key as SheetKey] ?? [];
  const alone = (problem: Problem) => {
    const row = problem.row === null ? undefined : tab.rows.find(({ row: number }) => number === problem.row);
    return identify(problem, rowKey(row, keys), null, salt);
  };
  const ofRows = tab.rows.flatMap((row) => {
    if (row.problems.length === 0) return [];
    const key = rowKey(row, keys);
    return row.problems.map((problem) => identify(problem, key, row.cells[problem.column ?? ''] ?? null, salt));
  });
  return [...tab.problems.map(alone), ...ofRows, ...tab.leftOut.map(alone)];
}

/** A line of the form is found by its label, so its key is what it is about. */
function identifyForm({ lines, problems }: FormReview, salt: string): readonly IdentifiedProblem[] {
  return problems.map((problem) => {
    const remarked = lineOfRemark(problem.column ?? '');
    const line = lines.find(({ key }) => key === (remarked ?? problem.column));
    const cell = remarked === null ? line?.original : line?.remark;
    return identify(problem, problem.column ?? '', cell ?? null, salt);
  });
}

/** Every problem of a workbook, those that staff have ticked as checked among them. `salt` is the workbook's id. */
export function identifyProblems(review: WorkbookReview, salt: string): readonly IdentifiedProblem[] {
  return [
    ...review.tabs.flatMap((tab) => identifyTab(tab, salt)),
    ...[...review.forms, ...(review.editedAfterLock ?? [])].flatMap((form) => identifyForm(form, salt)),
  ];
}
