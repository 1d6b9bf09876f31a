/** The lines of `Kết quả kiểm tra` and what has to change on the tab to show them. Nothing in it names a time or a run. */

import { RESULT_COLUMNS, RESULT_INDEX } from '../../schemas/results.ts';
import type { Problem, Severity } from '../../schemas/rule.ts';
import { ruleOf } from '../../schemas/rulebook.ts';
import { fieldOf, SYSTEM_TABS } from '../../schemas/tabs.ts';
import { type CellChange, type CellValue, columnLetters, type Tab, type Workbook } from '../../schemas/workbook.ts';
import { LEVELS, renderProblem } from './message.ts';
import { problemsOf, type WorkbookReview } from './review.ts';

/** Values of one line, in the order of the columns. */
export type ResultLine = readonly CellValue[];

interface LinkedLine {
  readonly cells: ResultLine;
  /** `#gid=0&range=B5`, or null when the tab is missing. */
  readonly link: string | null;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, finding: 2, info: 3 };

/** Text that a spreadsheet program could take for a formula is shown behind an apostrophe. */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function rowsText({ row, lastRow }: Problem): string {
  if (row === null) return 'Cả trang';
  return lastRow === undefined || lastRow === row ? `Dòng ${row}` : `Dòng ${row}–${lastRow}`;
}

function lineOf(problem: Problem): ResultLine {
  const { what, fix } = renderProblem(problem);
  const field = fieldOf(problem.tab, problem.column);
  const suggestion = problem.suggestion === undefined ? '' : String(problem.suggestion);
  return [
    problem.title,
    rowsText(problem),
    field?.header ?? '',
    problem.value,
    LEVELS[problem.severity],
    what,
    fix,
    suggestion,
    ruleOf(problem.rule).clause ?? '',
    problem.rule,
  ].map(neutralise);
}

function linkOf(problem: Problem, review: WorkbookReview): string | null {
  const found = review.tabs.find(({ expected, tab }) => expected.key === problem.tab && tab?.title === problem.title);
  if (!found?.tab) return null;
  const column = problem.column === null ? 0 : (found.header?.columns.get(problem.column) ?? 1);
  const cell = `${columnLetters(column)}${problem.row ?? 1}`;
  const last = problem.lastRow === undefined ? '' : `:${columnLetters(column)}${problem.lastRow}`;
  return `#gid=${found.tab.sheetId}&range=${cell}${last}`;
}

const bySeverityThenPlace = (one: Problem, other: Problem): number => RANK[one.severity] - RANK[other.severity];

/** All problems as lines: errors first, then in the order of tabs and rows. */
function linesOf(review: WorkbookReview): readonly LinkedLine[] {
  const problems = problemsOf(review).toSorted(bySeverityThenPlace);
  return problems.map((problem) => ({ cells: lineOf(problem), link: linkOf(problem, review) }));
}

/** What identifies a line for its tick: all that it says. A blank is read as null and written as ''. */
const identity = (cells: readonly CellValue[]): string =>
  JSON.stringify(RESULT_COLUMNS.slice(0, RESULT_INDEX.checked).map((_, column) => cells[column] ?? ''));

function tickedLines(tab: Tab): ReadonlySet<string> {
  const ticked = tab.values.filter((cells) => cells[RESULT_INDEX.checked] === true);
  return new Set(ticked.map(identity));
}

const WARNING = LEVELS.warning;

/** The cells of a tab that differ from the lines, with row links and tick boxes; ticks stay with what they were set on. */
function lineChanges(tab: Tab, lines: readonly LinkedLine[]): CellChange[] {
  const ticked = tickedLines(tab);
  const changes: CellChange[] = [];
  const last = Math.max(lines.length + 1, tab.values.length);
  for (let row = 1; row < last; row += 1) {
    const has = tab.values[row] ?? [];
    const line = lines[row - 1];
    changes.push(...valueChanges(tab.sheetId, row, has, line), ...tickChange(tab.sheetId, row, has, line, ticked));
  }
  return changes;
}

function valueChanges(sheetId: number, row: number, has: ResultLine, line: LinkedLine | undefined): CellChange[] {
  const moved = line !== undefined && has[RESULT_INDEX.tab] !== line.cells[RESULT_INDEX.tab];
  return RESULT_COLUMNS.slice(0, RESULT_INDEX.checked).flatMap((_, column) => {
    const value = line?.cells[column] || null;
    const isLink = column === RESULT_INDEX.row;
    if ((has[column] ?? null) === value && !(isLink && moved)) return [];
    const link = isLink ? { link: line?.link ?? '' } : {};
    return [{ sheetId, row, column, value, ...link }];
  });
}

function tickChange(
  sheetId: number,
  row: number,
  has: ResultLine,
  line: LinkedLine | undefined,
  ticked: ReadonlySet<string>,
): CellChange[] {
  const hasBox = typeof has[RESULT_INDEX.checked] === 'boolean';
  const wantsBox = line?.cells[RESULT_INDEX.level] === WARNING;
  const value = wantsBox && line ? ticked.has(identity(line.cells)) : null;
  if ((has[RESULT_INDEX.checked] ?? null) === value) return [];
  const box = hasBox === wantsBox ? {} : { checkbox: wantsBox };
  return [{ sheetId, row, column: RESULT_INDEX.checked, value, ...box }];
}

export interface ResultsChange {
  readonly cells: readonly CellChange[];
  readonly rowCounts: ReadonlyMap<number, number>;
}

/** Brings `Kết quả kiểm tra` up to the review; without such a tab there is nothing to write on. */
export function resultChanges(workbook: Workbook, review: WorkbookReview): ResultsChange {
  const tab = workbook.tabs.find(({ title }) => title === SYSTEM_TABS.results);
  if (!tab) return { cells: [], rowCounts: new Map() };
  const lines = linesOf(review);
  const needed = lines.length + 1;
  return {
    cells: lineChanges(tab, lines),
    rowCounts: needed > tab.rowCount ? new Map([[tab.sheetId, needed]]) : new Map(),
  };
}
