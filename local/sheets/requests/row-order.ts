/** Requests that take rows out of a range or mix them; what lies beside the range stays where it is. */
import { randomInt } from 'node:crypto';
import { cellReader } from '../cell-reader.ts';
import { cellAt, EMPTY_CELL, editCells } from '../cells.ts';
import { guard } from '../change.ts';
import { gridOf, type Located, locate } from '../grid-range.ts';
import type { CellData, DimensionRange, GridRange } from '../model.ts';
import { handler } from './handler.ts';

type Line = readonly CellData[];

function linesOf({ sheet, rect }: Located): Line[] {
  const bottom = Math.max(rect.top, Math.min(rect.bottom, gridOf(sheet).rowData.length));
  return Array.from({ length: bottom - rect.top }, (_, offset) =>
    Array.from({ length: rect.right - rect.left }, (_, at) => cellAt(gridOf(sheet), rect.top + offset, rect.left + at)),
  );
}

/** Puts lines in place of all that the range held; below them it is empty. */
function putLines({ sheet, rect }: Located, lines: readonly Line[]): void {
  const filled = { ...rect, bottom: Math.min(rect.bottom, gridOf(sheet).rowData.length) };
  editCells(gridOf(sheet), filled, (_, row, column) => lines[row - rect.top]?.[column - rect.left] ?? EMPTY_CELL);
}

interface DeleteDuplicates {
  range?: GridRange;
  comparisonColumns?: DimensionRange[];
}

/** Which columns of a range are compared, counted from its first; all of them when none is named. */
function comparedColumns({ rect }: Located, columns: readonly DimensionRange[]): number[] {
  const all = Array.from({ length: rect.right - rect.left }, (_, at) => at);
  if (columns.length === 0) return all;
  const isNamed = (column: number): boolean =>
    columns.some(({ startIndex = 0, endIndex = startIndex + 1 }) => column >= startIndex && column < endIndex);
  return all.filter((at) => isNamed(rect.left + at));
}

/** The first of equal rows stays. Case, format and formula do not tell rows apart. */
export const deleteDuplicates = handler<DeleteDuplicates>((change, { range, comparisonColumns = [] }) => {
  const area = locate(change.spreadsheet, range);
  guard(change, area.sheet, area.rect);
  const reader = cellReader(change.spreadsheet);
  const columns = comparedColumns(area, comparisonColumns);
  const keyOf = (line: Line): string => {
    const values = columns.map((at) => reader.effective(area.sheet, line[at] ?? EMPTY_CELL) ?? null);
    return JSON.stringify(values).toLowerCase();
  };
  const lines = linesOf(area);
  const kept = [...Map.groupBy(lines, keyOf).values()].flatMap(([first]) => (first ? [first] : []));
  putLines(area, kept);
  const duplicatesRemovedCount = lines.length - kept.length;
  return duplicatesRemovedCount > 0 ? { duplicatesRemovedCount } : {};
});

export const randomizeRange = handler<{ range?: GridRange }>((change, { range }) => {
  const area = locate(change.spreadsheet, range);
  guard(change, area.sheet, area.rect);
  const left = linesOf(area);
  const mixed: Line[] = [];
  while (left.length > 0) mixed.push(...left.splice(randomInt(left.length), 1));
  putLines(area, mixed);
});
