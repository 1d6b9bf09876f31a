/** Reads one row: every cell by its kind, every problem at once. */
import type { Problem } from '../../schemas/rule.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { issue, type Reading } from './cells/reading.ts';
import type { Header } from './header.ts';
import { isError, type ProblemPlace, placeIssue } from './problem.ts';
import type { Row } from './rows.ts';

export type CellReader = (original: CellValue, cell: Column['cell']) => Reading<unknown>;

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

interface RowPlace {
  readonly sheet: Sheet;
  readonly title: string;
  readonly header: Header;
  readonly read: CellReader;
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
export function readRecord(row: Row, place: RowPlace, covered: CoveredCells = NOTHING_COVERED): ReviewedRow {
  const { sheet, header, title, read } = place;
  const values: Record<string, unknown> = {};
  let problems: Problem[] | null = null;
  for (const key in sheet.columns) {
    const column = sheet.columns[key] as Column;
    const original = row.cells[key] ?? null;
    const reading = read(original, column.cell);
    values[key] = reading.value;
    if (reading.issues.length === 0 && !(reading.value === null && column.required)) continue;
    if (covered.has(header.columns.get(key) ?? -1)) continue;
    const found = problemsOfCell(reading, column, {
      tab: sheet.key as ProblemPlace['tab'],
      title,
      row: row.row,
      column: key,
      original,
    });
    if (found.length > 0) problems = problems ? [...problems, ...found] : found;
  }
  return withProblems({ ...row, values, blockedBy: null }, problems ?? []);
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
