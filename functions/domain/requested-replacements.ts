/**
 * «Sửa giúp»: the one case in which staff's own words are changed, by their own tick. What is asked for is written only if
 * the cell still holds what the line spoke of, judged on the read just before the write.
 */

import { formColumnOf } from '../../schemas/form-lines.ts';
import type { Problem, TabKey } from '../../schemas/rule.ts';
import { fieldOf, SYSTEM_TABS } from '../../schemas/tabs.ts';
import { type CellChange, type CellValue, type Place, placeKey, type Workbook } from '../../schemas/workbook.ts';
import { renderSuggestion } from './message.ts';
import { type IdentifiedProblem, identifyProblems } from './problem-identity.ts';
import { keyOfProblem, lineCell, pairLines, type ResultLine, resultsTabOf } from './result-lines.ts';
import type { WorkbookReview } from './review.ts';
import { formatOf } from './template-entry.ts';

export interface Replacement extends Place {
  readonly sheetId: number;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly problem: Problem;
  /** Of the problem, in `Kết quả kiểm tra`. */
  readonly key: string;
}

export interface Requested {
  readonly replacements: readonly Replacement[];
  /** Lines that were ticked and are not what the workbook says now. */
  readonly refused: readonly ResultLine[];
}

const NOTHING_ASKED: Requested = { replacements: [], refused: [] };

/** The cell that a problem speaks of, counted from 0; null for a problem of a row or a tab as a whole. */
export function cellOfProblem(
  { tab, title, row, column }: Problem,
  review: WorkbookReview,
): (Place & { sheetId: number }) | null {
  const found = review.tabs.find((one) => one.expected.key === tab && one.tab?.title === title);
  const at = tab === FORM ? formColumnOf(column) : found?.header?.columns.get(column ?? '');
  if (!found?.tab || row === null || at === undefined) return null;
  return { sheetId: found.tab.sheetId, row: row - 1, column: at };
}

const FORM: TabKey = 'monthlyReport';

/** What a ticked line asks for now; null when the cell, or what would be written, is no longer what the line says. */
function replacementFor(
  line: ResultLine,
  found: IdentifiedProblem | undefined,
  review: WorkbookReview,
): Replacement | null {
  if (!found || found.problem.replacement === undefined) return null;
  const { problem, original } = found;
  const place = cellOfProblem(problem, review);
  if (place === null || (lineCell(line, 'suggestion') ?? '') !== renderSuggestion(problem)) return null;
  const after = problem.replacement ?? null;
  return { ...place, before: original, after, problem, key: keyOfProblem(found) };
}

/** Of two replacements of one cell the first is made; the other was judged on what the first one changes. */
export function requestedReplacements(workbook: Workbook, review: WorkbookReview): Requested {
  const tab = resultsTabOf(workbook);
  const ticked = [...(tab?.values.entries() ?? [])].filter(([, line]) => lineCell(line, 'replace') === true);
  const hasLog = workbook.tabs.some(({ title }) => title === SYSTEM_TABS.log);
  if (!tab || ticked.length === 0 || !hasLog) return NOTHING_ASKED;
  const pairs = pairLines(tab, identifyProblems(review, workbook.id));
  const replacements = new Map<string, Replacement>();
  const refused: ResultLine[] = [];
  for (const [at, line] of ticked) {
    const found = replacementFor(line, pairs.get(at), review);
    const cell = found && `${found.sheetId} ${placeKey(found.row, found.column)}`;
    if (found && cell && !replacements.has(cell)) replacements.set(cell, found);
    else refused.push(line);
  }
  return { replacements: [...replacements.values()], refused };
}

/** With the column's own format, so that a day reads as a day; a box that was lost comes back with its tick. */
export function replacementChange({ sheetId, row, column, after, problem }: Replacement): CellChange {
  const cell = fieldOf(problem.tab, problem.column)?.cell;
  const format = cell && formatOf(cell);
  return {
    sheetId,
    row,
    column,
    value: after,
    ...(format ? { format } : {}),
    ...(cell?.kind === 'checkbox' ? { checkbox: true } : {}),
  };
}
