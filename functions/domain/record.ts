/** Reads one row: every cell by its kind, every problem at once. */
import type { Problem } from '../../schemas/rule.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { CellReader, ColumnReader } from './cells/read-cell.ts';
import { issue, type Reading } from './cells/reading.ts';
import type { Header } from './header.ts';
import { isError, type ProblemPlace, placeIssue } from './problem.ts';
import type { FilledRow, Row } from './rows.ts';

export interface ReviewedRow extends Row {
  /** What was understood, by column key; null where blank or unusable. A whole record once `accepted`. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  /** What keeps the row from being read although its own cells may be right: the tab's structure, or its block. */
  readonly blockedBy: Problem | null;
  readonly accepted: boolean;
}

/** Which cells of a row lie under a merged block, by column number: they look blank and are not. */
export type CoveredCells = ReadonlySet<number>;

const NOTHING_COVERED: CoveredCells = new Set();

const NO_PROBLEMS: readonly Problem[] = [];

/** A column as it lies in one tab; -1 where the tab lacks it. */
interface PlacedColumn {
  readonly key: string;
  readonly index: number;
  readonly column: Column;
  readonly read: ColumnReader;
}

/** What all rows of a tab share. */
export interface TabPlan {
  readonly tab: ProblemPlace['tab'];
  readonly title: string;
  readonly columns: readonly PlacedColumn[];
  /** A row without content: its cells by key, and its values. Copying it is cheaper than building it up. */
  readonly cells: Readonly<Record<string, CellValue>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export function planTab(sheet: Sheet, title: string, header: Header, read: CellReader): TabPlan {
  const columns = Object.entries(sheet.columns).map(([key, column]) => {
    return { key, index: header.columns.get(key) ?? -1, column, read: read.of(column.cell) };
  });
  const nothing = (keys: Iterable<string>) => Object.fromEntries([...keys].map((key) => [key, null]));
  return {
    tab: sheet.key as ProblemPlace['tab'],
    title,
    columns,
    cells: nothing(header.columns.keys()),
    values: nothing(Object.keys(sheet.columns)),
  };
}

function problemsOfCell(reading: Reading<unknown>, column: Column, place: ProblemPlace): Problem[] {
  const problems = reading.issues.map((found) => placeIssue(found, place));
  // A dash or "chưa có" reads as nothing, too.
  if (reading.value !== null || !column.required || problems.some(isError)) return problems;
  const { rule, variant } = column.whenBlank ?? { rule: 'cell.required', variant: 'blank' };
  return [placeIssue(issue(rule, variant), place)];
}

/**
 * Reads the cells of a row. A blank required cell is one problem; a cell under a merged block is silent, because the
 * block has one of its own.
 */
export function readRecord(
  { row, raw }: FilledRow,
  plan: TabPlan,
  covered: CoveredCells = NOTHING_COVERED,
): ReviewedRow {
  const cells = { ...plan.cells };
  const values = { ...plan.values };
  let problems = NO_PROBLEMS;
  for (const { key, index, column, read } of plan.columns) {
    const original = index < 0 ? null : (raw[index] ?? null);
    if (original !== null) cells[key] = original;
    const reading = read(original);
    if (reading.value !== null) values[key] = reading.value;
    if (reading.issues.length === 0 && (reading.value !== null || !column.required)) continue;
    if (covered.has(index)) continue;
    const found = problemsOfCell(reading, column, { tab: plan.tab, title: plan.title, row, column: key, original });
    problems = problems.length > 0 ? [...problems, ...found] : found;
  }
  return { row, cells, values, blockedBy: null, problems, accepted: !problems.some(isError) };
}

/** The row with these problems; it is accepted when none is an error and nothing blocks it. */
export function withProblems(
  row: Omit<ReviewedRow, 'problems' | 'accepted'>,
  problems: readonly Problem[],
): ReviewedRow {
  return { ...row, problems, accepted: row.blockedBy === null && !problems.some(isError) };
}

export function blocked(
  row: ReviewedRow,
  blockedBy: Problem,
  problems: readonly Problem[] = row.problems,
): ReviewedRow {
  return withProblems({ ...row, blockedBy }, problems);
}
