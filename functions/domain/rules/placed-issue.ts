/** What a rule over several cells finds in a row, with the cell that has to change. */
import type { Details } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { issue, replaceBy } from '../cells/reading.ts';
import { type ProblemPlace, placeIssue } from '../problem.ts';
import { type ReviewedRow, withProblems } from '../record.ts';
import { isBlank } from '../text.ts';

export interface PlacedIssue {
  readonly rule: string;
  readonly variant: string;
  readonly column: string;
  readonly details?: Details;
  readonly suggestion?: string | number;
  /** The cell names or reaches people, so nothing of it is repeated. */
  readonly personal?: boolean;
  readonly replacement?: CellValue;
}

/** The cell was left blank, as opposed to unreadable: an unreadable one silences what depends on it. */
export const wasLeftBlank = (row: ReviewedRow, column: string): boolean => isBlank(row.cells[column] ?? null);

/** Blank, or a word for it («chưa có»). Not so when it could not be read, and when the tab lacks the column. */
export function saysNothing(row: ReviewedRow, column: string): boolean {
  if ((row.values[column] ?? null) !== null || !(column in row.cells)) return false;
  return !row.problems.some((problem) => problem.column === column && problem.severity !== 'info');
}

/** Something stands in the cell of which the reader could make nothing. */
export function isUnread(row: ReviewedRow, column: string): boolean {
  return (row.values[column] ?? null) === null && !wasLeftBlank(row, column) && !saysNothing(row, column);
}

/** What a rule over several tabs finds, with the tab and row that it belongs to. */
export interface RowIssue {
  readonly tab: 'teams' | 'members';
  readonly row: number;
  readonly issue: PlacedIssue;
}

/** The row with further problems, each on its cell. */
export function addIssues(
  row: ReviewedRow,
  found: readonly PlacedIssue[],
  tab: Pick<ProblemPlace, 'tab' | 'title'>,
): ReviewedRow {
  if (found.length === 0) return row;
  const problems = found.map(({ rule, variant, column, details, suggestion, replacement, personal }) => {
    const original = personal ? null : (row.cells[column] ?? null);
    const plain = issue(rule, variant, details, suggestion);
    const found = replacement === undefined ? plain : replaceBy(plain, replacement);
    return placeIssue(found, { ...tab, row: row.row, column, original });
  });
  return withProblems(row, [...row.problems, ...problems]);
}
