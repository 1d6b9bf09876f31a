/** Brings a workbook up to what is wanted without racing the people who work in it: the discipline of `settle-marks`. */
import { isEmptyChange, type Workbook, type WorkbookChange } from '../../schemas/workbook.ts';
import type { Log, Sheets } from '../ports.ts';

export interface SettleChangePorts {
  readonly sheets: Sheets;
  readonly log: Log;
}

export interface SettledChange {
  /** As it was last read. */
  readonly workbook: Workbook;
  readonly cellsWritten: number;
}

/** People may go on editing between our reads; a workbook that is never quiet is left to the next run. */
const MAX_READS = 6;

/**
 * Read, plan for what is there, write at once, and read once more, until nothing is left to write. The plan is a matter of
 * milliseconds. An unchanged workbook costs one read, a changed one two reads and one write.
 */
export async function settleChange(
  workbookId: string,
  plan: (workbook: Workbook) => WorkbookChange,
  { sheets, log }: SettleChangePorts,
): Promise<SettledChange> {
  let cellsWritten = 0;
  for (let reads = 1; ; reads += 1) {
    const workbook = await sheets.read(workbookId);
    const change = plan(workbook);
    if (isEmptyChange(change)) return { workbook, cellsWritten };
    if (reads === MAX_READS) {
      log('WARNING', 'The workbook kept changing while it was written; the next run goes on.', { workbookId });
      return { workbook, cellsWritten };
    }
    await sheets.write(workbookId, change);
    cellsWritten += change.cells.length;
  }
}
