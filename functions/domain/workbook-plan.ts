/** All that has to change for a workbook to do what staff asked for, and to show its review. */
import type { ReplacementCounts } from '../../schemas/documents.ts';
import type { CellChange, Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { applyValues } from './apply-changes.ts';
import { markChanges } from './marks.ts';
import { logChanges } from './replacement-log.ts';
import { type Replacement, replacementChange, requestedReplacements } from './requested-replacements.ts';
import { resultChanges } from './results-tab.ts';
import { type ReviewContext, reviewWorkbook, type WorkbookReview } from './review.ts';
import type { FormReview } from './review-form.ts';
import { roomSteps } from './room.ts';
import { type SentReplacements, slippedReplacements } from './slipped-replacements.ts';
import { type UnitSummaryContext, unitSummaryChanges } from './unit-summary.ts';

export interface WorkbookPlan {
  /** Of the workbook as it is once the change is written. */
  readonly review: WorkbookReview;
  /** Empty when there is nothing to do. */
  readonly change: WorkbookChange;
  readonly replacements: readonly Replacement[];
  readonly counts: ReplacementCounts;
}

export interface PlanContext extends UnitSummaryContext {
  /** What the workbook is to keep for the script in it (`review-memory.ts`); left out, it keeps what it has. */
  readonly memory?: string;
  /** What the forms are to say about their months. Without it they stay as they are. */
  readonly formsOf?: (workbook: Workbook, review: WorkbookReview) => readonly CellChange[];
  /** Looks after the months that are locked. Without it nothing is said of them. */
  readonly lockedOf?: (workbook: Workbook) => LockedForms;
}

export interface LockedForms {
  /** What their forms are to say. */
  readonly changes: readonly CellChange[];
  /** See `WorkbookReview`. */
  readonly edited: readonly FormReview[];
}

const NOT_LOOKED_AT: LockedForms = { changes: [], edited: [] };

/** What shows a review; empty when the workbook shows it already. `asked`: see `resultChanges`. */
export function planChange(
  workbook: Workbook,
  review: WorkbookReview,
  context: PlanContext,
  asked: ReadonlySet<string> = new Set(),
): WorkbookChange {
  const results = resultChanges(workbook, review, asked);
  const summary = unitSummaryChanges(workbook, review, context);
  const forms = context.formsOf?.(workbook, review) ?? [];
  const memory = context.memory === undefined || context.memory === workbook.memory ? {} : { memory: context.memory };
  const cells = [...markChanges(review), ...forms, ...results.cells, ...summary];
  return { cells, rowCounts: results.rowCounts, steps: roomSteps(review.tabs, review.unit), ...memory };
}

export interface PlanMoment {
  readonly sent: SentReplacements | null;
  readonly mayReplace: boolean;
  /** The review of this very workbook for the same months, where it was just made: judging twice costs twice. */
  readonly reviewed?: WorkbookReview | undefined;
}

/**
 * What staff asked for and the marks that follow from it go out in one change, so that no half of it can stay: the review
 * is that of the workbook with the replacements made. `sent`: replacements of the write before, which are looked after.
 * Without `mayReplace` what is asked for waits, ticked.
 */
export function planWorkbook(
  workbook: Workbook,
  context: ReviewContext & PlanContext,
  { sent, mayReplace, reviewed }: PlanMoment,
): WorkbookPlan {
  const slipped = sent === null ? [] : slippedReplacements(sent, workbook);
  const undo = slipped.flatMap((one) => one.undo ?? []);
  const restored = applyValues(workbook, undo);
  const found = reviewed !== undefined && restored === workbook ? reviewed : reviewWorkbook(restored, context);
  const requested = requestedReplacements(restored, found);
  const done = mayReplace ? requested : { ...requested, replacements: [] };
  const replaced = done.replacements.map(replacementChange);
  const settled = applyValues(restored, replaced);
  const judged = replaced.length === 0 ? found : reviewWorkbook(settled, context);
  const locked = context.lockedOf?.(settled) ?? NOT_LOOKED_AT;
  const review = locked.edited.length === 0 ? judged : { ...judged, editedAfterLock: locked.edited };
  const waiting = [...slipped.map(({ replacement }) => replacement), ...(mayReplace ? [] : requested.replacements)];
  const shown = planChange(settled, review, context, new Set(waiting.map(({ key }) => key)));
  const log = logChanges(restored, done, slipped, context.today);
  const own = [...undo, ...replaced];
  return {
    review,
    change: { ...shown, cells: [...own, ...log, ...locked.changes, ...shown.cells], once: own.length > 0 },
    replacements: done.replacements,
    counts: { written: replaced.length - slipped.length, refused: done.refused.length },
  };
}
