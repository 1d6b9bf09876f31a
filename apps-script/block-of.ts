import type { Block } from '../schemas/workbook.ts';
import type { ScriptRange } from './google.ts';

/** A range as a block: Apps Script counts from 1, blocks from 0. */
export function blockOf(range: ScriptRange): Block {
  const startRow = range.getRow() - 1;
  const startColumn = range.getColumn() - 1;
  return {
    startRow,
    endRow: startRow + range.getNumRows(),
    startColumn,
    endColumn: startColumn + range.getNumColumns(),
  };
}
