/** The review of one month's form: lines found by label, each value read by its kind. Nothing is required while typing. */
import { FORM_COLUMNS, FORM_LAYOUT, type Line } from '../../schemas/form.ts';
import type { Problem } from '../../schemas/rule.ts';
import { MonthlyReport, type MonthlyReportRecord } from '../../schemas/tabs/monthly-report.ts';
import type { CellValue, Tab } from '../../schemas/workbook.ts';
import { isError, placeIssue } from './problem.ts';
import type { CellReader } from './record.ts';
import type { TabReview } from './review-tab.ts';
import type { ExpectedTab } from './tabs.ts';
import { fold, isBlank } from './text.ts';

export interface ReviewedLine {
  readonly key: string;
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  readonly original: CellValue;
  readonly problems: readonly Problem[];
}

export interface FormReview {
  readonly expected: ExpectedTab;
  readonly tab: Tab | null;
  readonly lines: readonly ReviewedLine[];
  readonly problems: readonly Problem[];
  /** Staff's figures; null where blank, unusable, or where the line is gone. */
  readonly values: MonthlyReportRecord;
  /** Whether staff have filled in anything at all. */
  readonly touched: boolean;
}

const LINES: ReadonlyArray<readonly [string, Line]> = Object.entries<Line>(MonthlyReport.lines);
const BY_LABEL: ReadonlyMap<string, string> = new Map(
  LINES.flatMap(([key, line]) => [line.label, ...(line.aliases ?? [])].map((text) => [fold(text), key] as const)),
);

/** The row (from 0) of each line, by key; the first one where a label stands twice. */
export function formRows(tab: Tab): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  tab.values.forEach((cells, row) => {
    const label = cells[FORM_COLUMNS.label.column];
    const key = row > FORM_LAYOUT.headerRow && typeof label === 'string' ? BY_LABEL.get(fold(label)) : undefined;
    if (key !== undefined && !rows.has(key)) rows.set(key, row);
  });
  return rows;
}

/** Reads the form that {@link reviewTab} found; a missing tab gives blank values, and has its own problem already. */
export function reviewForm(found: TabReview, read: CellReader): FormReview {
  const { expected, tab } = found;
  const rows = tab ? formRows(tab) : new Map<string, number>();
  const values: Record<string, unknown> = {};
  const lines: ReviewedLine[] = [];
  let touched = false;
  for (const [key, line] of LINES.filter(([, { owned }]) => !owned)) {
    const row = rows.get(key);
    const original = row === undefined ? null : (tab?.values[row]?.[FORM_COLUMNS.value.column] ?? null);
    const reading = read(original, line.cell);
    values[key] = reading.value ?? (line.cell.kind === 'checkbox' ? false : null);
    touched ||= original !== false && !isBlank(original);
    if (row === undefined) continue;
    const place = { tab: expected.key, title: tab?.title ?? expected.title, row: row + 1, column: key, original };
    lines.push({ key, row: row + 1, original, problems: reading.issues.map((issue) => placeIssue(issue, place)) });
  }
  const problems = lines.flatMap((line) => line.problems);
  return { expected, tab, lines, problems, values: values as MonthlyReportRecord, touched };
}

export const hasErrors = (form: FormReview): boolean => form.problems.some(isError);
