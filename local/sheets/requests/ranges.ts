import { cellReader } from '../cell-reader.ts';
import { cellAt, cellsOf, EMPTY_CELL, putRow } from '../cells.ts';
import { type Change, guard } from '../change.ts';
import { invalidArgument } from '../google-error.ts';
import { gridOf, type Located, locate, type Rect, wholeGrid } from '../grid-range.ts';
import type { CellData, Dimension, ExtendedValue, GridRange, Sheet } from '../model.ts';
import { handler } from './handler.ts';

interface RangeShift {
  range?: GridRange;
  shiftDimension?: Dimension;
}

/** The area that moves when cells of a range are inserted or deleted: everything after it in that direction. */
function movingArea({ sheet, rect }: Located, dimension: Dimension): Rect {
  const grid = wholeGrid(sheet);
  return dimension === 'ROWS' ? { ...rect, bottom: grid.bottom } : { ...rect, right: grid.right };
}

/** Rewrites an area cell by cell from where each cell comes from; null stands for an empty cell. */
function rewrite(
  sheet: Sheet,
  area: Rect,
  source: (row: number, column: number) => readonly [number, number] | null,
): void {
  const grid = gridOf(sheet);
  const old = [...grid.rowData];
  const bottom = Math.min(area.bottom, wholeGrid(sheet).bottom);
  for (let row = area.top; row < bottom; row += 1) {
    const cells = cellsOf(grid, row, area.right);
    for (let column = area.left; column < area.right; column += 1) {
      const from = source(row, column);
      cells[column] = from ? (old[from[0]]?.values?.[from[1]] ?? EMPTY_CELL) : EMPTY_CELL;
    }
    putRow(grid, row, cells);
  }
}

function locateShift(change: Change, { range, shiftDimension }: RangeShift) {
  if (shiftDimension !== 'ROWS' && shiftDimension !== 'COLUMNS') throw invalidArgument('No shiftDimension specified.');
  const located = locate(change.spreadsheet, range);
  const area = movingArea(located, shiftDimension);
  guard(change, located.sheet, area);
  const { rect } = located;
  const [down, across] = shiftDimension === 'ROWS' ? [rect.bottom - rect.top, 0] : [0, rect.right - rect.left];
  return { ...located, area, down, across };
}

export const insertRange = handler<RangeShift>((change, request) => {
  const { sheet, rect, area, down, across } = locateShift(change, request);
  const isNew = (row: number, column: number): boolean => (across === 0 ? row < rect.bottom : column < rect.right);
  rewrite(sheet, area, (row, column) => (isNew(row, column) ? null : [row - down, column - across]));
});

export const deleteRange = handler<RangeShift>((change, request) => {
  const { sheet, area, down, across } = locateShift(change, request);
  const isPast = (row: number, column: number): boolean => row >= area.bottom || column >= area.right;
  rewrite(sheet, area, (row, column) => (isPast(row + down, column + across) ? null : [row + down, column + across]));
});

interface SortSpec {
  dimensionIndex?: number;
  sortOrder?: 'ASCENDING' | 'DESCENDING';
}

interface SortRange {
  range?: GridRange;
  sortSpecs?: SortSpec[];
}

/** Numbers before texts before booleans; Google's own order of kinds. */
function kindRank(value: ExtendedValue): number {
  if (value.numberValue !== undefined) return 0;
  if (value.stringValue !== undefined) return 1;
  return value.boolValue !== undefined ? 2 : 3;
}

function compareValues(a: ExtendedValue, b: ExtendedValue, collator: Intl.Collator): number {
  const byKind = kindRank(a) - kindRank(b);
  if (byKind !== 0) return byKind;
  if (a.numberValue !== undefined && b.numberValue !== undefined) return a.numberValue - b.numberValue;
  if (a.stringValue !== undefined && b.stringValue !== undefined) return collator.compare(a.stringValue, b.stringValue);
  return Number(a.boolValue ?? false) - Number(b.boolValue ?? false);
}

/** Empty cells come last whatever the order. */
function comparison(change: Change, sheet: Sheet, specs: readonly SortSpec[], left: number) {
  const reader = cellReader(change.spreadsheet);
  const collator = new Intl.Collator(change.spreadsheet.properties.locale.replace('_', '-'));
  return (a: readonly CellData[], b: readonly CellData[]): number => {
    for (const { dimensionIndex = 0, sortOrder } of specs) {
      const first = reader.effective(sheet, a[dimensionIndex - left] ?? EMPTY_CELL);
      const second = reader.effective(sheet, b[dimensionIndex - left] ?? EMPTY_CELL);
      if (first === undefined || second === undefined) {
        if (first !== second) return first === undefined ? 1 : -1;
        continue;
      }
      const order = compareValues(first, second, collator);
      if (order !== 0) return sortOrder === 'DESCENDING' ? -order : order;
    }
    return 0;
  };
}

/** Whole cells move, with notes, formats and validations. */
export const sortRange = handler<SortRange>((change, { range, sortSpecs = [] }) => {
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const outside = sortSpecs.find(
    ({ dimensionIndex = 0 }) => dimensionIndex < rect.left || dimensionIndex >= rect.right,
  );
  if (outside) throw invalidArgument(`sortSpecs[0].dimensionIndex[${outside.dimensionIndex}] is outside the range.`);
  const grid = gridOf(sheet);
  const lines: CellData[][] = [];
  const bottom = Math.min(rect.bottom, grid.rowData.length);
  for (let row = rect.top; row < bottom; row += 1) {
    lines.push(Array.from({ length: rect.right - rect.left }, (_, at) => cellAt(grid, row, rect.left + at)));
  }
  lines.sort(comparison(change, sheet, sortSpecs, rect.left));
  for (const [offset, line] of lines.entries()) {
    const cells = cellsOf(grid, rect.top + offset, rect.right);
    cells.splice(rect.left, line.length, ...line);
    putRow(grid, rect.top + offset, cells);
  }
});
