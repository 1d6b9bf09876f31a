/** The review of one month's form: lines found by label, each value read by its kind. Nothing is required while typing. */
import { FORM_COLUMNS, FORM_LAYOUT, type Line } from '../../schemas/form.ts';
import { lineOfKey, taskKey, taskOfLabel } from '../../schemas/form-lines.ts';
import type { Problem } from '../../schemas/rule.ts';
import { MonthlyReport, type MonthlyReportRecord } from '../../schemas/tabs/monthly-report.ts';
import type { CellValue, Tab } from '../../schemas/workbook.ts';
import type { CellReader } from './cells/read-cell.ts';
import { isError, placeIssue } from './problem.ts';
import type { TabReview } from './review-tab.ts';
import type { ExpectedTab } from './tabs.ts';
import { fold, isBlank } from './text.ts';

export interface ReviewedLine {
  readonly key: string;
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  readonly original: CellValue;
  /** What staff wrote beside it in `Ghi chú`. */
  readonly remark: CellValue;
  readonly problems: readonly Problem[];
}

/** What was done of a task that the Department set for the month. KH 115, V.1. */
export interface TaskAnswer {
  readonly task: string;
  /** Null where blank or unusable. */
  readonly answer: string | null;
}

export interface FormReview {
  readonly expected: ExpectedTab;
  readonly tab: Tab | null;
  /** Lines that are there, in the order of the form; those of tasks after them. */
  readonly lines: readonly ReviewedLine[];
  readonly problems: readonly Problem[];
  /** Staff's figures; null where blank, unusable, or where the line is gone. */
  readonly values: MonthlyReportRecord;
  /** In the order in which they stand on the sheet. */
  readonly tasks: readonly TaskAnswer[];
  /** Whether staff have filled in anything at all. */
  readonly touched: boolean;
}

const LINES: ReadonlyArray<readonly [string, Line]> = Object.entries<Line>(MonthlyReport.lines);
const BY_LABEL: ReadonlyMap<string, string> = new Map(
  LINES.flatMap(([key, line]) => [line.label, ...(line.aliases ?? [])].map((text) => [fold(text), key] as const)),
);

function keyOf(label: CellValue): string | undefined {
  if (typeof label !== 'string') return undefined;
  const task = taskOfLabel(label);
  return task === null ? BY_LABEL.get(fold(label)) : taskKey(task);
}

/** The row (from 0) of each line, by key; the first one where a label stands twice. Tasks have keys of their own. */
export function formRows(tab: Tab): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  tab.values.forEach((cells, row) => {
    const key = row > FORM_LAYOUT.headerRow ? keyOf(cells[FORM_COLUMNS.label.column] ?? null) : undefined;
    if (key !== undefined && !rows.has(key)) rows.set(key, row);
  });
  return rows;
}

interface ReadLine {
  readonly line: ReviewedLine;
  readonly value: unknown;
}

function readLine(key: string, { cell }: Line, row: number, tab: Tab, found: TabReview, read: CellReader): ReadLine {
  const cells = tab.values[row] ?? [];
  const original = cells[FORM_COLUMNS.value.column] ?? null;
  const reading = read(original, cell);
  const place = { tab: found.expected.key, title: tab.title, row: row + 1, column: key, original };
  const problems = reading.issues.map((issue) => placeIssue(issue, place));
  const remark = cells[FORM_COLUMNS.remark.column] ?? null;
  return { line: { key, row: row + 1, original, remark, problems }, value: reading.value };
}

/** Reads the form that {@link reviewTab} found; a missing tab gives blank values, and has its own problem already. */
export function reviewForm(found: TabReview, read: CellReader): FormReview {
  const { expected, tab } = found;
  const rows = tab ? formRows(tab) : new Map<string, number>();
  const readAt = (key: string, line: Line): ReadLine | null => {
    const row = rows.get(key);
    return tab === null || row === undefined ? null : readLine(key, line, row, tab, found, read);
  };
  const asked = LINES.filter(([, { owned }]) => !owned).map(([key, line]) => ({ key, line, found: readAt(key, line) }));
  const tasks = [...rows.keys()].flatMap((key) => {
    const line = lineOfKey(key);
    const answer = line && readAt(key, line);
    return answer ? [{ task: taskOfLabel(line.label) ?? key, answer }] : [];
  });
  const lines = [...asked.flatMap((one) => one.found?.line ?? []), ...tasks.map(({ answer }) => answer.line)];
  const values = asked.map(({ key, line, found: at }) => [
    key,
    at?.value ?? (line.cell.kind === 'checkbox' ? false : null),
  ]);
  return {
    expected,
    tab,
    lines,
    problems: lines.flatMap((line) => line.problems),
    values: Object.fromEntries(values) as MonthlyReportRecord,
    tasks: tasks.map(({ task, answer: { value } }) => ({ task, answer: typeof value === 'string' ? value : null })),
    touched: lines.some(({ original }) => original !== false && !isBlank(original)),
  };
}

export const hasErrors = (form: FormReview): boolean => form.problems.some(isError);
