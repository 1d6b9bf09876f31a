/** Brings a workbook's marks up to its review without racing the people who work in it. */
import type { ReplacementCounts, ReportDocument, SettingsDocument } from '../../schemas/documents.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import { type CellChange, isEmptyChange, type Workbook, type WorkbookChange } from '../../schemas/workbook.ts';
import type { OpenPeriod } from '../domain/period.ts';
import type { ReviewContext, WorkbookReview } from '../domain/review.ts';
import type { SentReplacements } from '../domain/slipped-replacements.ts';
import { type PlanContext, planWorkbook } from '../domain/workbook-plan.ts';
import { AppError } from '../errors.ts';
import type { Log, Sheets, Templates } from '../ports.ts';
import { openPeriodTabs } from './provision-workbook.ts';

export interface SettleRequest extends ReviewContext {
  readonly workbookId: string;
  /** Stored reports of the months before, for the trend in `Tổng hợp`. */
  readonly earlier: readonly ReportDocument[];
  /** The Department's tasks by month, for the forms of months that begin. */
  readonly tasks: SettingsDocument['tasks'];
  /** The workbook, where it was just read, and its review for these months, where it was just made. */
  readonly workbook?: Workbook;
  readonly reviewed?: WorkbookReview | undefined;
  /** What the forms are to say about their months; `hasWritten`: after a write of this run. Without it they stay as they are. */
  readonly formsOf?: (workbook: Workbook, review: WorkbookReview, hasWritten: boolean) => readonly CellChange[];
  readonly lockedOf?: NonNullable<PlanContext['lockedOf']>;
  /** What the workbook is to keep for the script in it (`domain/review-memory.ts`); left out, it keeps what it has. */
  readonly memory?: string;
  /** Tabs that have to go out of sight. */
  readonly tabsToHide?: (workbook: Workbook) => readonly number[];
}

export interface SettlePorts {
  readonly sheets: Sheets;
  readonly templates: Templates;
  readonly log: Log;
}

export interface Settled {
  readonly review: WorkbookReview;
  readonly cellsWritten: number;
  /** What was done of what staff asked for by «Sửa giúp». */
  readonly replacements: ReplacementCounts;
}

/** People may go on editing between our reads; a workbook that is never quiet is left to the next night. */
const MAX_READS = 6;

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

/** What has to be done to the workbook's shape before its cells; says whether anything was done. */
async function settleTabs(
  workbook: Workbook,
  review: WorkbookReview,
  { workbookId, unit, periods, tasks, tabsToHide }: SettleRequest,
  ports: SettlePorts,
): Promise<boolean> {
  const months = monthsToOpen(workbook, review, periods);
  if (months.length > 0) {
    const templates = months.map((month) => ({ ...month, tasks: tasks[month.period] ?? [] }));
    await openPeriodTabs(workbookId, unit, templates, ports);
  }
  const old = tabsToHide?.(workbook) ?? [];
  // To hide a tab twice is to hide it once.
  if (old.length > 0)
    await ports.templates.apply(
      workbookId,
      old.map((sheetId) => ({ do: 'hide-tab', sheetId, hidden: true })),
    );
  return months.length + old.length > 0;
}

/**
 * Read, judge, and when something has to be written: read again, judge what is there now, write at once, and read once
 * more. Each read judges afresh, so a mark always goes to the row whose content was judged, wherever people have moved
 * it; and the last read takes off a mark that slipped to another row. What staff asked for by «Sửa giúp» is judged on the
 * same read and goes out in the same write; one that slipped is undone, and made anew where its row stands now. An
 * unchanged workbook costs one read, a changed one three reads and one write. Tabs of a month that has begun are opened on
 * the way, those of old months hidden.
 */
export async function settleMarks(request: SettleRequest, ports: SettlePorts): Promise<Settled> {
  const { workbookId, unit } = request;
  let cellsWritten = 0;
  let replacements: ReplacementCounts = { written: 0, refused: 0 };
  let sent: SentReplacements | null = null;
  let doubtful: ReplacementCounts | null = null;
  for (let reads = 1; ; reads += 1) {
    const workbook = (reads === 1 ? request.workbook : undefined) ?? (await ports.sheets.read(workbookId));
    const forms = (found: Workbook, judged: WorkbookReview) => request.formsOf?.(found, judged, sent !== null) ?? [];
    // What is written to staff's cells is looked after twice: once to see it, once to see that it was undone.
    const reviewed = workbook === request.workbook ? request.reviewed : undefined;
    const moment = { sent, mayReplace: reads <= MAX_READS - 2, reviewed };
    const plan = planWorkbook(workbook, { ...request, formsOf: forms }, moment);
    const { review, change } = plan;
    // Nothing is asked for any more: the write that failed had been applied.
    if (doubtful && plan.replacements.length === 0) replacements = addCounts(replacements, doubtful);
    doubtful = null;
    const hasMoved = reads === 1 && (await settleTabs(workbook, review, request, ports));
    if (isEmptyChange(change) && !hasMoved) return { review, cellsWritten, replacements };
    if (reads === MAX_READS) {
      ports.log('WARNING', 'The workbook kept changing while it was marked; the next run goes on.', { unit: unit.id });
      return { review, cellsWritten, replacements };
    }
    if (reads === 1) continue;
    sent = { replacements: plan.replacements, judged: workbook };
    if (await writeOrLookAgain(workbookId, change, ports)) replacements = addCounts(replacements, plan.counts);
    else doubtful = plan.counts;
    cellsWritten += change.cells.length;
  }
}

const addCounts = (one: ReplacementCounts, other: ReplacementCounts): ReplacementCounts => ({
  written: one.written + other.written,
  refused: one.refused + other.refused,
});

/** Whether it was surely written. A change that is sent once may have been, although it failed: the next read tells. */
async function writeOrLookAgain(workbookId: string, change: WorkbookChange, { sheets }: SettlePorts): Promise<boolean> {
  try {
    await sheets.write(workbookId, change);
    return true;
  } catch (error) {
    if (change.once && error instanceof AppError && error.code === 'unavailable') return false;
    throw error;
  }
}
