/** Blocks of rows whose cells stand one or two columns beside their own: one message for the block. */
import type { Problem } from '../../schemas/rule.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import type { CellReader } from './cells/read-cell.ts';
import { issue } from './cells/reading.ts';
import { isError, placeIssue } from './problem.ts';
import type { ReviewedRow } from './record.ts';
import { isBlank } from './text.ts';

/** Kinds whose reader tells a strange value apart, and quickly: free text fits everywhere, and a commune is guessed at. */
const TELLING = new Set(['date', 'count', 'year', 'choice', 'phone', 'decisionNumber']);
/** A row is shifted when at least so many telling cells fit beside their column… */
const FITTING = 3;
/** …and a block is at least so many rows one after the other. */
const BLOCK_ROWS = 2;
const OFFSETS = [1, -1, 2, -2];

function fitsAt(row: ReviewedRow, sheet: Sheet, keys: readonly string[], read: CellReader, offset: number): number {
  let fitting = 0;
  keys.forEach((key, index) => {
    const column = sheet.columns[key] as Column;
    const original = row.cells[keys[index + offset] ?? ''] ?? null;
    if (!TELLING.has(column.cell.kind) || isBlank(original)) return;
    const reading = read(original, column.cell);
    if (reading.value !== null) fitting += 1;
  });
  return fitting;
}

/** Whether a row's cells read better beside their columns than in them. */
function isShifted(row: ReviewedRow, sheet: Sheet, keys: readonly string[], read: CellReader): boolean {
  if (row.problems.filter(isError).length < 2) return false;
  const inPlace = fitsAt(row, sheet, keys, read, 0);
  return OFFSETS.some((offset) => {
    const beside = fitsAt(row, sheet, keys, read, offset);
    return beside >= FITTING && beside > inPlace;
  });
}

/** Runs of shifted rows as one problem each, from row to lastRow. */
export function shiftedBlocks(
  rows: readonly ReviewedRow[],
  sheet: Sheet,
  title: string,
  keys: readonly string[],
  read: CellReader,
): readonly Problem[] {
  const runs: ReviewedRow[][] = [];
  let previousShifted = false;
  for (const row of rows) {
    const shifted = !row.accepted && isShifted(row, sheet, keys, read);
    if (shifted && previousShifted) runs.at(-1)?.push(row);
    else if (shifted) runs.push([row]);
    previousShifted = shifted;
  }
  return runs.filter((run) => run.length >= BLOCK_ROWS).map((run) => blockProblem(run, sheet, title));
}

function blockProblem(run: readonly ReviewedRow[], sheet: Sheet, title: string): Problem {
  const row = run[0]?.row ?? 0;
  const lastRow = run.at(-1)?.row ?? row;
  const place = { tab: sheet.key as Problem['tab'], title, row, lastRow };
  return placeIssue(issue('tab.columns-shifted', 'block', { row, lastRow }), place);
}
