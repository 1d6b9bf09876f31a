/** What is to be written beside the rows: verdicts in `Kiểm tra`, notes and our one fill on offending cells, nothing else. */
import { FORM_COLUMNS } from '../../schemas/form.ts';
import { formColumnOf } from '../../schemas/form-lines.ts';
import type { Problem } from '../../schemas/rule.ts';
import { type CellChange, placeKey, placeOf, type Tab } from '../../schemas/workbook.ts';
import { renderLine } from './message.ts';
import { joinNote, splitNote } from './note.ts';
import { isShown } from './problem.ts';
import type { ReviewedRow } from './record.ts';
import type { WorkbookReview } from './review.ts';
import type { FormReview } from './review-form.ts';
import type { TabReview } from './review-tab.ts';

/** Our one light fill. Only this colour together with our note is ever taken off again. */
export const MARK_FILL = '#fdebd3';
/** Longest verdict in a cell; the notes and `Kết quả kiểm tra` have everything. */
const MAX_VERDICT = 1_000;

type Wanted = ReadonlyMap<number, readonly string[]>;

/** The verdict on a row: `✗ …` and `! …` for all of its problems, or `✓`. */
export function verdictOf(row: ReviewedRow): string {
  const problems = row.blockedBy ? [row.blockedBy, ...row.problems] : row.problems;
  return verdict(problems, '✓');
}

function verdict(problems: readonly Problem[], good: string): string {
  const lines = problems.filter(isShown).map(renderLine);
  if (lines.length === 0) return good;
  const text = lines.sort(errorsFirst).join(' ');
  return text.length <= MAX_VERDICT ? text : `${text.slice(0, MAX_VERDICT - 1)}…`;
}

const errorsFirst = (one: string, other: string): number => Number(other.startsWith('✗')) - Number(one.startsWith('✗'));

/** Verdicts of a tab by row, counted from 0; rows that are absent must be empty. */
function verdictsOf(review: TabReview): ReadonlyMap<number, string> {
  const rows = review.rows.map((row) => [row.row - 1, verdictOf(row)] as const);
  const leftOut = review.leftOut.map((problem) => [(problem.row ?? 1) - 1, '✓'] as const);
  return new Map([...rows, ...leftOut]);
}

function addLine(lines: Map<number, string[]>, row: number, column: number, problem: Problem): void {
  if (!isShown(problem)) return;
  const key = placeKey(row, column);
  lines.set(key, [...(lines.get(key) ?? []), renderLine(problem)]);
}

/** Our lines by cell: a cell's problems on the cell, the tab's on the header of `Kiểm tra`. */
function notesOf(review: TabReview): Wanted {
  const lines = new Map<number, string[]>();
  const headerRow = review.header?.row ?? 0;
  const cellProblems = [...review.problems, ...review.rows.flatMap(({ problems }) => problems)];
  for (const problem of cellProblems) {
    const column = problem.column === null ? undefined : review.header?.columns.get(problem.column);
    if (problem.row !== null && column !== undefined) addLine(lines, problem.row - 1, column, problem);
    else if (problem.row === null) addLine(lines, headerRow, review.checkColumn ?? 0, problem);
  }
  return lines;
}

/** Rows that have a verdict or should have one, down to the end of the tab. */
function verdictChanges(tab: Tab, column: number, wanted: ReadonlyMap<number, string>, from: number): CellChange[] {
  const changes: CellChange[] = [];
  for (let row = from; row < tab.values.length; row += 1) {
    const has = tab.values[row]?.[column] ?? null;
    const want = wanted.get(row) ?? null;
    if (has !== want) changes.push({ sheetId: tab.sheetId, row, column, value: want });
  }
  return changes;
}

/** Notes and fills that differ from what is wanted; staff's own notes and colours stay. */
export function noteChanges(tab: Tab, wanted: Wanted): CellChange[] {
  const places = new Set([...tab.notes.keys(), ...wanted.keys()]);
  return [...places].flatMap((key) => {
    const note = tab.notes.get(key) ?? '';
    const { theirs, marked } = splitNote(note);
    const lines = wanted.get(key) ?? [];
    if (!marked && lines.length === 0) return [];
    const want = joinNote(theirs, lines);
    const fill = fillChange(tab.fills.get(key), marked, lines.length > 0);
    if (want === note && fill === undefined) return [];
    const place = { sheetId: tab.sheetId, ...placeOf(key) };
    return [{ ...place, ...(want === note ? {} : { note: want }), ...(fill === undefined ? {} : { fill }) }];
  });
}

/** The fill to set (our colour, or null for none), or undefined when it stays as it is. */
function fillChange(has: string | undefined, marked: boolean, wanted: boolean): string | null | undefined {
  if (wanted) return has === undefined ? MARK_FILL : undefined;
  return marked && has === MARK_FILL ? null : undefined;
}

function tabChanges(review: TabReview): readonly CellChange[] {
  const { tab, checkColumn } = review;
  if (tab === null || review.expected.sheet === null) return [];
  const from = (review.header?.row ?? 0) + 1;
  const verdicts = checkColumn === null ? [] : verdictChanges(tab, checkColumn, verdictsOf(review), from);
  return [...verdicts, ...noteChanges(tab, notesOf(review))];
}

function formChanges(form: FormReview): readonly CellChange[] {
  const { tab, lines } = form;
  if (tab === null) return [];
  const notes = new Map<number, string[]>();
  const verdicts = new Map<number, string>();
  for (const line of lines) {
    for (const problem of line.problems) addLine(notes, line.row - 1, formColumnOf(problem.column), problem);
    if (line.problems.length > 0) verdicts.set(line.row - 1, verdict(line.problems, '✓'));
  }
  const from = lines.reduce((first, line) => Math.min(first, line.row - 1), tab.values.length);
  return [...verdictChanges(tab, FORM_COLUMNS.check.column, verdicts, from), ...noteChanges(tab, notes)];
}

/** All changes that bring a workbook's marks up to its review; none when they are right already. */
export function markChanges(review: WorkbookReview): readonly CellChange[] {
  const strays = review.copies.flatMap((tab) => noteChanges(tab, new Map()));
  return [...review.tabs.flatMap(tabChanges), ...review.forms.flatMap(formChanges), ...strays];
}
