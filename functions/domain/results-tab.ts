/** The lines of `Kết quả kiểm tra` and what has to change on the tab to show them. Nothing in it names a time or a run. */

import { formColumnOf } from '../../schemas/form-lines.ts';
import { RESULT_BOXES, RESULT_COLUMNS, RESULT_INDEX, type ResultKey } from '../../schemas/results.ts';
import type { Problem, Severity } from '../../schemas/rule.ts';
import { ruleOf } from '../../schemas/rulebook.ts';
import { fieldOf, SYSTEM_TABS } from '../../schemas/tabs.ts';
import { type CellChange, type CellValue, columnLetters, type Tab, type Workbook } from '../../schemas/workbook.ts';
import { LEVELS, neutralise, renderProblem, renderSuggestion } from './message.ts';
import { type IdentifiedProblem, identifyProblems } from './problem-identity.ts';
import { isSameLine, keyOfProblem, lineCell, type ResultLine, resultsTabOf, rowsText } from './result-lines.ts';
import type { WorkbookReview } from './review.ts';
import type { TabReview } from './review-tab.ts';

export { neutralise } from './message.ts';

type Box = (typeof RESULT_BOXES)[number];

interface Line {
  readonly cells: ResultLine;
  /** `#gid=0&range=B5`, or null when the tab is missing. */
  readonly link: string | null;
  /** What each box says; null for none. */
  readonly boxes: Readonly<Record<Box, boolean | null>>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, finding: 2, info: 3 };

function cellsOf({ problem, code }: IdentifiedProblem): ResultLine {
  const { what, fix } = renderProblem(problem);
  const texts: Readonly<Record<Exclude<ResultKey, Box>, string>> = {
    tab: problem.title,
    row: rowsText(problem),
    column: fieldOf(problem.tab, problem.column)?.header ?? '',
    value: problem.value,
    level: LEVELS[problem.severity],
    what,
    fix,
    suggestion: renderSuggestion(problem),
    clause: ruleOf(problem.rule).clause ?? '',
    rule: problem.rule,
    code,
  };
  return RESULT_COLUMNS.map(({ key }) => (key === 'checked' || key === 'replace' ? null : neutralise(texts[key])));
}

function linkOf(problem: Problem, review: WorkbookReview): string | null {
  const isThere = ({ expected, tab }: Pick<TabReview, 'expected' | 'tab'>) =>
    expected.key === problem.tab && tab?.title === problem.title;
  const found = review.tabs.find(isThere);
  const tab = (found ?? review.editedAfterLock?.find(isThere))?.tab;
  if (!tab) return null;
  const column =
    problem.column === null ? 0 : (found?.header?.columns.get(problem.column) ?? formColumnOf(problem.column));
  const cell = `${columnLetters(column)}${problem.row ?? 1}`;
  const last = problem.lastRow === undefined ? '' : `:${columnLetters(column)}${problem.lastRow}`;
  return `#gid=${tab.sheetId}&range=${cell}${last}`;
}

const bySeverity = (one: IdentifiedProblem, other: IdentifiedProblem): number =>
  RANK[one.problem.severity] - RANK[other.problem.severity];

/** All problems as lines: errors first, then in the order of tabs and rows. A checked warning stays, with its tick. */
function linesOf(workbook: Workbook, review: WorkbookReview, asked: ReadonlySet<string>): readonly Line[] {
  const canReplace = workbook.tabs.some(({ title }) => title === SYSTEM_TABS.log);
  return identifyProblems(review, workbook.id)
    .toSorted(bySeverity)
    .map((identified) => {
      const { problem } = identified;
      const boxes = {
        checked: problem.severity === 'warning' ? problem.checked === true : null,
        replace: canReplace && problem.replacement !== undefined ? asked.has(keyOfProblem(identified)) : null,
      };
      return { cells: cellsOf(identified), link: linkOf(problem, review), boxes };
    });
}

/** The cells of a tab that differ from the lines, with row links and boxes. */
function lineChanges(tab: Tab, lines: readonly Line[]): CellChange[] {
  const changes: CellChange[] = [];
  const last = Math.max(lines.length + 1, tab.values.length);
  for (let row = 1; row < last; row += 1) {
    const has = tab.values[row] ?? [];
    const line = lines[row - 1];
    const place = { sheetId: tab.sheetId, row };
    changes.push(...valueChanges(place, has, line), ...RESULT_BOXES.flatMap((box) => boxChange(place, has, line, box)));
  }
  // A workbook of before a column was added waits for provisioning.
  return changes.filter(({ column }) => column < tab.columnCount);
}

type LinePlace = Pick<CellChange, 'sheetId' | 'row'>;

function valueChanges(place: LinePlace, has: ResultLine, line: Line | undefined): CellChange[] {
  const leadsElsewhere =
    line !== undefined &&
    (['tab', 'column'] as const).some((key) => (lineCell(has, key) ?? '') !== (lineCell(line.cells, key) ?? ''));
  return RESULT_COLUMNS.flatMap(({ key }, column) => {
    if (key === 'checked' || key === 'replace') return [];
    const value = line?.cells[column] || null;
    const isLink = key === 'row';
    if ((has[column] ?? null) === value && !(isLink && leadsElsewhere)) return [];
    const link = isLink ? { link: line?.link ?? '' } : {};
    return [{ ...place, column, value, ...link }];
  });
}

/**
 * A tick belongs to its line: where another line comes to stand, the box is written even if it says the same, lest a tick
 * that is set at this moment speak for the wrong one.
 */
function boxChange(place: LinePlace, has: ResultLine, line: Line | undefined, box: Box): CellChange[] {
  const now: CellValue = lineCell(has, box);
  const value = line?.boxes[box] ?? null;
  const isOther = value !== null && line !== undefined && !isSameLine(has, line.cells);
  if (now === value && !isOther) return [];
  const [hasBox, wantsBox] = [typeof now === 'boolean', value !== null];
  return [{ ...place, column: RESULT_INDEX[box], value, ...(hasBox === wantsBox ? {} : { checkbox: wantsBox }) }];
}

export interface ResultsChange {
  readonly cells: readonly CellChange[];
  readonly rowCounts: ReadonlyMap<number, number>;
}

/**
 * Brings `Kết quả kiểm tra` up to the review; without such a tab there is nothing to write on. `asked`: keys of the
 * problems whose «Sửa giúp» stays ticked, because what was asked for is still to be done.
 */
export function resultChanges(
  workbook: Workbook,
  review: WorkbookReview,
  asked: ReadonlySet<string> = new Set(),
): ResultsChange {
  const tab = resultsTabOf(workbook);
  if (!tab) return { cells: [], rowCounts: new Map() };
  const lines = linesOf(workbook, review, asked);
  const needed = lines.length + 1;
  return {
    cells: lineChanges(tab, lines),
    rowCounts: needed > tab.rowCount ? new Map([[tab.sheetId, needed]]) : new Map(),
  };
}
