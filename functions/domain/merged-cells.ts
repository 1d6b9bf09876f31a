/** Merged blocks among the rows: only their first cell has a value, so the rows below it cannot be counted. */
import type { Problem } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { Block, Tab } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import type { Header } from './header.ts';
import { placeIssue } from './problem.ts';
import type { CoveredCells } from './record.ts';

export interface MergedBlock {
  readonly block: Block;
  readonly problem: Problem;
}

/** The blocks that lie over rows of data and over at least one column of ours, each with its one problem. */
export function mergedBlocks(tab: Tab, sheet: Sheet, header: Header): readonly MergedBlock[] {
  return tab.merges.flatMap((block) => {
    const keys = [...header.columns].filter(([, column]) => column >= block.startColumn && column < block.endColumn);
    const first = keys[0];
    if (!first || block.endRow <= header.row + 1) return [];
    const columns = keys.map(([key]) => sheet.columns[key]?.header ?? key).join('», «');
    const problem = placeIssue(issue('tab.merged-cells', 'block', { columns }), {
      tab: sheet.key as Problem['tab'],
      title: tab.title,
      row: block.startRow + 1,
      lastRow: block.endRow,
      column: first[0],
    });
    return [{ block, problem }];
  });
}

/** The block that a row (counted from 1) lies in, if any. */
export function blockOf(blocks: readonly MergedBlock[], row: number): MergedBlock | undefined {
  return blocks.find(({ block }) => row > block.startRow && row <= block.endRow);
}

/** Columns of a row that look blank because a block covers them. */
export function coveredCells(blocks: readonly MergedBlock[], row: number): CoveredCells {
  const covered = new Set<number>();
  for (const { block } of blocks) {
    if (row <= block.startRow || row > block.endRow) continue;
    for (let column = block.startColumn; column < block.endColumn; column += 1) {
      if (row !== block.startRow + 1 || column !== block.startColumn) covered.add(column);
    }
  }
  return covered;
}
