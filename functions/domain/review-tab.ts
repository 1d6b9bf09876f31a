/** The review of one staff tab: every row read, every problem named, read = accepted + rejected. */
import type { Problem } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { SheetKey } from '../../schemas/tabs.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { Tab } from '../../schemas/workbook.ts';
import type { CellReader } from './cells/read-cell.ts';
import { rejectDuplicates } from './duplicates.ts';
import { type Header, readHeader } from './header.ts';
import { blockOf, coveredCells, type MergedBlock, mergedBlocks } from './merged-cells.ts';
import type { OpenPeriod } from './period.ts';
import { isError, placeIssue } from './problem.ts';
import { blocked, planTab, type ReviewedRow, readRecord } from './record.ts';
import { filledRows, whyLeftOut } from './rows.ts';
import { addIssues, type PlacedIssue } from './rules/placed-issue.ts';
import { ROW_RULES } from './rules/row-rules.ts';
import { shiftedBlocks } from './shifted-columns.ts';
import type { ExpectedTab, FoundTab } from './tabs.ts';
import { isBlank } from './text.ts';

export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface TabReview {
  readonly expected: ExpectedTab;
  /** The month of a monthly tab. */
  readonly month: OpenPeriod | null;
  /** Null when the workbook has no such tab. */
  readonly tab: Tab | null;
  /** Null when the tab's header cannot be read, and for the form. */
  readonly header: Header | null;
  /** Column where the verdicts go, or null. */
  readonly checkColumn: number | null;
  readonly rows: readonly ReviewedRow[];
  /** Rows that are not data: repeated headers and totals, each with its info. */
  readonly leftOut: readonly Problem[];
  /** Problems of the tab or of a block, each said once. */
  readonly problems: readonly Problem[];
  readonly counts: RowCounts;
}

export interface TabContext {
  readonly unit: ReportingUnit;
  readonly read: CellReader;
  readonly month: OpenPeriod | null;
}

export function countRows(rows: readonly ReviewedRow[]): RowCounts {
  const accepted = rows.filter((row) => row.accepted).length;
  return { read: rows.length, accepted, rejected: rows.length - accepted };
}

/** Every problem of the tab, its blocks, its rows and what was left out. */
export function allProblems(review: TabReview): readonly Problem[] {
  return [...review.problems, ...review.rows.flatMap((row) => row.problems), ...review.leftOut];
}

/** Reviews a tab that was found by its title, or says that it was not. */
export function reviewTab(found: FoundTab, context: TabContext): TabReview {
  const { expected, tab } = found;
  const place = { tab: expected.key, title: tab?.title ?? expected.title, row: null };
  const problems = found.issues.map((issue) => placeIssue(issue, place));
  const empty = {
    expected,
    month: context.month,
    tab,
    header: null,
    checkColumn: null,
    rows: [],
    leftOut: [],
    problems,
  };
  if (tab === null || expected.sheet === null) return { ...empty, counts: countRows([]) };
  const reading = readHeader(tab, expected.sheet);
  const withHeader = [...problems, ...reading.issues.map((issue) => placeIssue(issue, place))];
  const base = { ...empty, checkColumn: reading.checkColumn, header: reading.header, problems: withHeader };
  if (reading.header === null) {
    const rows = unreadableRows(tab, reading.checkColumn, withHeader.find(isError) as Problem);
    return { ...base, rows, counts: countRows(rows) };
  }
  return reviewRows(base, tab, expected.sheet, reading.header, context);
}

/** Rules over several cells of a row; a blocked row has its reason already. */
function applyRowRules(row: ReviewedRow, tab: SheetKey, title: string, month: OpenPeriod | null): ReviewedRow {
  if (row.blockedBy) return row;
  let found: readonly PlacedIssue[] = [];
  for (const rule of ROW_RULES[tab]) {
    const issues = rule(row, month);
    if (issues.length > 0) found = [...found, ...issues];
  }
  return addIssues(row, found, { tab, title });
}

/** Rows that were read, and rows that are not data. Only a row that cannot be read is asked whether it is any. */
function readTab(tab: Tab, sheet: Sheet, header: Header, read: CellReader, merged: readonly MergedBlock[]) {
  const plan = planTab(sheet, tab.title, header, read);
  const rows: ReviewedRow[] = [];
  const leftOut: Problem[] = [];
  for (const filled of filledRows(tab, header)) {
    const covered = merged.length === 0 ? undefined : coveredCells(merged, filled.row);
    const record = readRecord(filled, plan, covered);
    const reason = record.accepted ? null : whyLeftOut(filled, sheet, header);
    if (reason) leftOut.push(placeIssue(reason, { tab: plan.tab, title: tab.title, row: filled.row }));
    else rows.push(covered && covered.size > 0 ? blockMerged(record, merged) : record);
  }
  return { rows, leftOut };
}

function reviewRows(
  base: Omit<TabReview, 'counts'>,
  tab: Tab,
  sheet: Sheet,
  header: Header,
  context: TabContext,
): TabReview {
  const merged = mergedBlocks(tab, sheet, header);
  const { rows, leftOut } = readTab(tab, sheet, header, context.read, merged);
  const key = sheet.key as SheetKey;
  const keys = [...header.columns.keys()].sort(byColumn(header));
  const shifted = shiftedBlocks(rows, sheet, tab.title, keys);
  const inPlace = rows.map((row) => applyRowRules(blockShifted(row, shifted), key, tab.title, base.month));
  const reviewed = rejectDuplicates(inPlace, key, tab.title, context.unit);
  return {
    ...base,
    rows: reviewed,
    leftOut,
    problems: [...base.problems, ...merged.map(({ problem }) => problem), ...shifted],
    counts: countRows(reviewed),
  };
}

const byColumn =
  (header: Header) =>
  (one: string, other: string): number =>
    (header.columns.get(one) ?? 0) - (header.columns.get(other) ?? 0);

/** The first row of a block has its value and counts; the rows below it do not. */
function blockMerged(row: ReviewedRow, merged: readonly MergedBlock[]): ReviewedRow {
  const block = blockOf(merged, row.row);
  return block ? blocked(row, block.problem) : row;
}

/** A shifted row has the block's one message and none of its own: each of its cells is wrong for the same reason. */
function blockShifted(row: ReviewedRow, shifted: readonly Problem[]): ReviewedRow {
  if (shifted.length === 0) return row;
  const block = shifted.find(({ row: first, lastRow }) => row.row >= (first ?? 0) && row.row <= (lastRow ?? 0));
  return block ? blocked(row, block, []) : row;
}

/** The rows of a tab whose header cannot be read: counted, rejected, each pointing at the tab's problem. */
function unreadableRows(tab: Tab, checkColumn: number | null, problem: Problem): readonly ReviewedRow[] {
  return tab.values.flatMap((cells, index) => {
    const filled = cells.some((cell, column) => column !== checkColumn && cell !== false && !isBlank(cell));
    if (index === 0 || !filled) return [];
    const row = { row: index + 1, cells: {}, values: {}, blockedBy: problem, problems: [], accepted: false };
    return [row];
  });
}
