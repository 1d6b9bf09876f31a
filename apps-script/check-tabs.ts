/** Checks the open workbook as the night does: read, judge, and write the marks while they are still true. */

import { readHeader } from '../functions/domain/header.ts';
import { NO_HISTORY } from '../functions/domain/history.ts';
import { markChanges } from '../functions/domain/marks.ts';
import type { OpenPeriod } from '../functions/domain/period.ts';
import { expectedTabs, isSystemTitle, reviewWorkbook, type WorkbookReview } from '../functions/domain/review.ts';
import { readMemory, rememberedPeriods } from '../functions/domain/review-memory.ts';
import { cleanText } from '../functions/domain/text.ts';
import type { PlainDate } from '../schemas/calendar.ts';
import { MonthlyReport } from '../schemas/tabs/monthly-report.ts';
import { SHEETS, SYSTEM_TABS } from '../schemas/tabs.ts';
import type { CellChange, Tab, Workbook } from '../schemas/workbook.ts';
import { findWorkbookUnit } from './find-workbook-unit.ts';
import type { Depth, SheetPort } from './sheet-port.ts';

/** One tab, by its id, or all. */
export type CheckScope = number | 'all';

/** A workbook that was just judged. */
export interface Judged {
  readonly workbook: Workbook;
  readonly review: WorkbookReview;
  readonly periods: readonly OpenPeriod[];
  readonly today: PlainDate;
}

export type CheckOutcome =
  | { readonly is: 'unit-unknown' }
  /** People changed the tab again and again while it was judged. */
  | { readonly is: 'busy' }
  | {
      readonly is: 'checked';
      readonly review: WorkbookReview;
      readonly cellsWritten: number;
      /** Marks on cells that the person may not write; the night writes them. */
      readonly cellsLeft: number;
    };

/** Someone else is typing: after this many readings the person is asked to try again. */
const MAX_READS = 3;

/**
 * `Kết quả kiểm tra` is not written: it is protected, and the night brings it up to date. With one tab only that one is
 * marked; the values of the others are still read, because rules may look across tabs.
 */
export function checkTabs(port: SheetPort, scope: CheckScope): CheckOutcome {
  for (let reads = 0; reads < MAX_READS; reads += 1) {
    const judged = judge(port, scope);
    if (judged === null) return { is: 'unit-unknown' };
    const { workbook, review } = judged;
    const wanted = markChanges(review).filter(({ sheetId }) => isMarked(sheetId, scope));
    const changed = workbook.tabs.filter(({ sheetId }) => wanted.some((change) => change.sheetId === sheetId));
    if (changed.every((tab) => isStillSo(tab, port))) return { is: 'checked', review, ...writeMarks(wanted, port) };
  }
  return { is: 'busy' };
}

/** The open workbook with its review, in the night's own context; null in a workbook that is nobody's. */
export function judge(port: SheetPort, scope: CheckScope | 'none'): Judged | null {
  const { today } = port;
  const unit = findWorkbookUnit(port.title, port.unitId, today);
  if (unit === null) return null;
  const memory = readMemory(port.memory);
  const periods = rememberedPeriods(memory, today);
  const workbook = readForReview(port, periods, scope);
  const history = memory?.history ?? NO_HISTORY;
  return { workbook, review: reviewWorkbook(workbook, { unit, today, periods, history }), periods, today };
}

const isMarked = (sheetId: number, scope: CheckScope | 'none'): boolean => scope === 'all' || sheetId === scope;

/** Whether a tab is one of those that are judged now. */
export function isJudged(title: string, periods: readonly OpenPeriod[]): boolean {
  const name = cleanText(title).toLowerCase();
  return expectedTabs(periods).some((expected) => expected.title.toLowerCase() === name);
}

/**
 * Whatever lies in tabs of ours that are not judged now does not matter, and a workbook of years has many. `Kết quả kiểm
 * tra` has the ticks on warnings that were checked.
 */
export function isRead(title: string, periods: readonly OpenPeriod[]): boolean {
  if (cleanText(title).toLowerCase() === SYSTEM_TABS.results.toLowerCase()) return true;
  return isJudged(title, periods) || (!isSystemTitle(title) && !MONTH_TAB.test(cleanText(title)));
}

const MONTH_TAB = new RegExp(`^(${SHEETS.activities.title}|${MonthlyReport.title}) \\d{2}-\\d{4}$`, 'i');

/** Column keys cost a call for each column, and matter only where a header is not known by its text. */
function readForReview(port: SheetPort, periods: readonly OpenPeriod[], scope: CheckScope | 'none'): Workbook {
  const depthOf = (title: string, sheetId: number): Depth => {
    if (!isRead(title, periods)) return 'outline';
    return isMarked(sheetId, scope) ? 'marks' : 'values';
  };
  const workbook = port.read(depthOf);
  const tabs = workbook.tabs.map((tab) => {
    return hasUnknownHeader(tab, periods) ? { ...tab, columnKeys: port.columnKeys(tab.sheetId) } : tab;
  });
  return { ...workbook, tabs };
}

function hasUnknownHeader(tab: Tab, periods: readonly OpenPeriod[]): boolean {
  const name = cleanText(tab.title).toLowerCase();
  const sheet = expectedTabs(periods).find(({ title }) => title.toLowerCase() === name)?.sheet;
  if (!sheet) return false;
  return readHeader(tab, sheet).header?.columns.size !== Object.keys(sheet.columns).length;
}

/** Rows may have been sorted, and notes written, while we were judging. */
function isStillSo(judged: Tab, port: SheetPort): boolean {
  const now = port.readAgain(judged.sheetId);
  return now !== null && contentOf(now) === contentOf(judged);
}

const contentOf = ({ values, notes, fills, merges }: Tab): string =>
  JSON.stringify([values, [...notes], [...fills], merges]);

function writeMarks(changes: readonly CellChange[], port: SheetPort): { cellsWritten: number; cellsLeft: number } {
  let cellsWritten = 0;
  for (const sheetId of new Set(changes.map((change) => change.sheetId))) {
    const mayWrite = port.mayWrite(sheetId);
    const mine = changes.filter((change) => change.sheetId === sheetId && mayWrite(change));
    port.write(sheetId, mine);
    cellsWritten += mine.length;
  }
  return { cellsWritten, cellsLeft: changes.length - cellsWritten };
}
