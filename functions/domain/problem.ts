/** Gives an issue its place and its severity. */
import type { Issue, Problem, TabKey } from '../../schemas/rule.ts';
import { variantOf } from '../../schemas/rulebook.ts';
import { fieldOf } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { showCell } from './message.ts';

export interface ProblemPlace {
  readonly tab: TabKey;
  readonly title: string;
  readonly row: number | null;
  readonly lastRow?: number;
  readonly column?: string | null;
  readonly original?: CellValue;
}

/** What a message may show of a cell: nothing of a column that names or reaches people. Law 91/2025/QH15. */
function shown(place: ProblemPlace): string {
  const field = fieldOf(place.tab, place.column ?? null);
  return field?.personal ? '' : showCell(place.original ?? null, field?.cell.kind);
}

export function placeIssue(issue: Issue, place: ProblemPlace): Problem {
  return {
    ...issue,
    severity: variantOf(issue.rule, issue.variant).severity,
    tab: place.tab,
    title: place.title,
    row: place.row,
    ...(place.lastRow === undefined ? {} : { lastRow: place.lastRow }),
    column: place.column ?? null,
    value: shown(place),
  };
}

/** Staff have not ticked it as checked. */
export const isOpen = ({ checked }: Problem): boolean => checked !== true;

/** What is said beside the row and on the cell. */
export const isShown = (problem: Problem): boolean => problem.severity !== 'info' && isOpen(problem);

export const isError = (problem: Problem): boolean => problem.severity === 'error';
