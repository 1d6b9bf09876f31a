/** Checks the open workbook as the night does: read, judge, and write the marks while they are still true. */
import { readHeader } from '../functions/domain/header.ts';
import { markChanges } from '../functions/domain/marks.ts';
import { type OpenPeriod, openPeriods } from '../functions/domain/period.ts';
import { expectedTabs, isSystemTitle, reviewWorkbook, type WorkbookReview } from '../functions/domain/review.ts';
import { cleanText } from '../functions/domain/text.ts';
import { DEFAULT_CALENDAR } from '../schemas/settings.ts';
import { MonthlyReport } from '../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../schemas/tabs.ts';
import type { CellChange, Tab, Workbook } from '../schemas/workbook.ts';
import { findWorkbookUnit } from './find-workbook-unit.ts';
import type { SheetPort } from './sheet-port.ts';

export type CheckScope = 'this-tab' | 'all';

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
 * `Kết quả kiểm tra` is not written: it is protected, and the night brings it up to date. With `this-tab` only the active
 * tab is marked; the others are still read, because rules may look across tabs.
 */
export function checkTabs(port: SheetPort, scope: CheckScope): CheckOutcome {
  const unit = findWorkbookUnit(port.title, port.unitId, port.today);
  if (unit === null) return { is: 'unit-unknown' };
  const periods = openPeriods(port.today, DEFAULT_CALENDAR);
  for (let reads = 0; reads < MAX_READS; reads += 1) {
    const workbook = readForReview(port, periods);
    const review = reviewWorkbook(workbook, { unit, today: port.today, periods });
    const wanted = markChanges(review).filter(({ sheetId }) => scope === 'all' || sheetId === port.activeSheetId);
    const changed = workbook.tabs.filter(({ sheetId }) => wanted.some((change) => change.sheetId === sheetId));
    if (changed.every((tab) => isStillSo(tab, port))) return { is: 'checked', review, ...writeMarks(wanted, port) };
  }
  return { is: 'busy' };
}

/** Whatever lies in tabs of ours that are not judged now does not matter, and a workbook of years has many. */
export function isRead(title: string, periods: readonly OpenPeriod[]): boolean {
  const name = cleanText(title).toLowerCase();
  if (expectedTabs(periods).some((expected) => expected.title.toLowerCase() === name)) return true;
  return !isSystemTitle(title) && !MONTH_TAB.test(name);
}

const MONTH_TAB = new RegExp(`^(${SHEETS.activities.title}|${MonthlyReport.title}) \\d{2}-\\d{4}$`, 'i');

/** Column keys cost a call for each column, and matter only where a header is not known by its text. */
function readForReview(port: SheetPort, periods: readonly OpenPeriod[]): Workbook {
  const workbook = port.read((title) => isRead(title, periods));
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
