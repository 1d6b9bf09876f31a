/** Brings a workbook's marks up to its review without racing the people who work in it. */
import type { ReportDocument, SettingsDocument } from '../../schemas/documents.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { markChanges } from '../domain/marks.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { resultChanges } from '../domain/results-tab.ts';
import { type ReviewContext, reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import { type UnitSummaryContext, unitSummaryChanges } from '../domain/unit-summary.ts';
import type { Log, Sheets, Templates } from '../ports.ts';
import { openPeriodTabs } from './provision-workbook.ts';

export interface SettleRequest extends ReviewContext {
  readonly workbookId: string;
  /** Stored reports of the months before, for the trend in `Tổng hợp`. */
  readonly earlier: readonly ReportDocument[];
  /** The Department's tasks by month, for the forms of months that begin. */
  readonly tasks: SettingsDocument['tasks'];
}

export interface SettlePorts {
  readonly sheets: Sheets;
  readonly templates: Templates;
  readonly log: Log;
}

export interface Settled {
  readonly review: WorkbookReview;
  readonly cellsWritten: number;
}

/** People may go on editing between our reads; a workbook that is never quiet is left to the next night. */
const MAX_READS = 6;

/** All that has to change for a workbook to show its review; empty when it does already. */
export function planChange(workbook: Workbook, review: WorkbookReview, context: UnitSummaryContext): WorkbookChange {
  const results = resultChanges(workbook, review);
  const summary = unitSummaryChanges(workbook, review, context);
  return { cells: [...markChanges(review), ...results.cells, ...summary], rowCounts: results.rowCounts };
}

const isEmpty = (change: WorkbookChange): boolean => change.cells.length === 0 && change.rowCounts.size === 0;

/**
 * Months with a tab that is gone altogether; one that was only renamed is left to staff, who are told. Without `Danh mục`,
 * which the dropdowns of a month's tabs point to, the workbook is for provisioning to repair.
 */
function monthsToOpen(
  workbook: Workbook,
  review: WorkbookReview,
  periods: readonly OpenPeriod[],
): readonly OpenPeriod[] {
  if (!workbook.tabs.some(({ title }) => title === SYSTEM_TABS.lists)) return [];
  const gone = review.tabs.filter(({ problems }) =>
    problems.some(({ rule, variant }) => rule === 'tab.missing' && variant === 'missing'),
  );
  return periods.filter(({ period }) => gone.some(({ expected }) => expected.period === period));
}

/**
 * Read, judge, and when something has to be written: read again, judge what is there now, write at once, and read once
 * more. Each read judges afresh, so a mark always goes to the row whose content was judged, wherever people have moved
 * it; and the last read takes off a mark that slipped to another row. An unchanged workbook costs one read, a changed
 * one three reads and one write. Tabs of a month that has begun are opened on the way.
 */
export async function settleMarks(request: SettleRequest, ports: SettlePorts): Promise<Settled> {
  const { workbookId, unit, periods } = request;
  let cellsWritten = 0;
  for (let reads = 1; ; reads += 1) {
    const workbook = await ports.sheets.read(workbookId);
    const review = reviewWorkbook(workbook, request);
    const months = reads === 1 ? monthsToOpen(workbook, review, periods) : [];
    if (months.length > 0)
      await openPeriodTabs(
        workbookId,
        unit,
        months.map((month) => ({ ...month, tasks: request.tasks[month.period] ?? [] })),
        ports,
      );
    const change = planChange(workbook, review, request);
    if (isEmpty(change) && months.length === 0) return { review, cellsWritten };
    if (reads === MAX_READS) {
      ports.log('WARNING', 'The workbook kept changing while it was marked; the next run goes on.', { unit: unit.id });
      return { review, cellsWritten };
    }
    if (reads === 1) continue;
    await ports.sheets.write(workbookId, change);
    cellsWritten += change.cells.length;
  }
}
