import { editCells, withValue } from '../cells.ts';
import { guard } from '../change.ts';
import { invalidArgument } from '../google-error.ts';
import { contains, gridOf, isEmptyRect, locate, overlaps, type Rect, rangeOf, rectIn } from '../grid-range.ts';
import type { GridRange, Sheet } from '../model.ts';
import { handler } from './handler.ts';

interface MergeRequest {
  range?: GridRange;
  mergeType?: string;
}

const cut = (rect: Rect, vertical: boolean): Rect[] =>
  vertical
    ? Array.from({ length: rect.right - rect.left }, (_, i) => ({
        ...rect,
        left: rect.left + i,
        right: rect.left + i + 1,
      }))
    : Array.from({ length: rect.bottom - rect.top }, (_, i) => ({
        ...rect,
        top: rect.top + i,
        bottom: rect.top + i + 1,
      }));

function blocksOf(rect: Rect, mergeType: string): Rect[] {
  if (mergeType === 'MERGE_COLUMNS') return cut(rect, true);
  return mergeType === 'MERGE_ROWS' ? cut(rect, false) : [rect];
}

/** The merges that do not touch the area; one that reaches out of it is refused. */
function mergesOutside(sheet: Sheet, area: Rect): GridRange[] {
  return (sheet.merges ?? []).filter((merge) => {
    const rect = rectIn(sheet, merge);
    if (!overlaps(rect, area)) return true;
    if (!contains(area, rect)) {
      throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
    }
    return false;
  });
}

const isSingleCell = (rect: Rect): boolean => rect.bottom - rect.top === 1 && rect.right - rect.left === 1;

export const mergeCells = handler<MergeRequest>((change, { range, mergeType = 'MERGE_ALL' }) => {
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const blocks = blocksOf(rect, mergeType).filter((block) => !isEmptyRect(block) && !isSingleCell(block));
  sheet.merges = [...mergesOutside(sheet, rect), ...blocks.map((block) => rangeOf(sheet, block))];
  for (const block of blocks) {
    editCells(gridOf(sheet), block, (cell, row, column) =>
      row === block.top && column === block.left ? cell : withValue(cell, undefined),
    );
  }
  if (sheet.merges.length === 0) delete sheet.merges;
});

export const unmergeCells = handler<MergeRequest>((change, { range }) => {
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  const left = mergesOutside(sheet, rect);
  if (left.length === 0) delete sheet.merges;
  else sheet.merges = left;
});
