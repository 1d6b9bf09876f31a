/** The review of a whole workbook: the heart. The night, the submit check, Apps Script and the local page call this. */
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import type { Problem, TabKey } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { Tab, Workbook } from '../../schemas/workbook.ts';
import { makeCellReader } from './cells/read-cell.ts';
import { markChecked } from './checked-warnings.ts';
import { type History, NO_HISTORY } from './history.ts';
import type { OpenPeriod } from './period.ts';
import { isOpen } from './problem.ts';
import { reviewAcross } from './review-across.ts';
import { type FormReview, reviewForm } from './review-form.ts';
import { reviewOverTime } from './review-over-time.ts';
import { allProblems, reviewTab, type TabReview } from './review-tab.ts';
import { makeTextFinder, reviewFormTexts, reviewTexts } from './review-texts.ts';
import { type ExpectedTab, findTabs, tabTitle } from './tabs.ts';
import { cleanText } from './text.ts';

export interface ReviewContext {
  readonly unit: ReportingUnit;
  readonly today: PlainDate;
  /** The months whose tabs are judged. */
  readonly periods: readonly OpenPeriod[];
  /** The months before them, as far as they are known. */
  readonly history?: History;
}

export interface WorkbookReview {
  readonly unit: ReportingUnit;
  readonly tabs: readonly TabReview[];
  readonly forms: readonly FormReview[];
  /** Forms of locked months that are no more what was frozen, each with that one problem; left out where nobody looked. */
  readonly editedAfterLock?: readonly FormReview[];
  /** Copies of our tabs: not read; any marks on them are taken off. */
  readonly copies: readonly Tab[];
}

const tab = (key: TabKey, title: string, period: Period | null, sheet: Sheet | null): ExpectedTab => ({
  key,
  title: tabTitle(title, period),
  period,
  sheet,
});

/** The tabs that a workbook must have while these months are open. */
export function expectedTabs(periods: readonly OpenPeriod[]): readonly ExpectedTab[] {
  return [
    tab('teams', SHEETS.teams.title, null, SHEETS.teams),
    tab('members', SHEETS.members.title, null, SHEETS.members),
    ...periods.flatMap(({ period }) => [
      tab('activities', SHEETS.activities.title, period, SHEETS.activities as Sheet),
      tab('monthlyReport', MonthlyReport.title, period, null),
    ]),
  ];
}

const SYSTEM_TITLES: ReadonlySet<string> = new Set(Object.values(SYSTEM_TABS));
const MONTH_TAB = new RegExp(`^(${SHEETS.activities.title}|${MonthlyReport.title}) \\d{2}-\\d{4}$`, 'i');
const isOurs = (title: string): boolean => SYSTEM_TITLES.has(title) || MONTH_TAB.test(title);

/** Reads a workbook and judges every row of it. Pure: the same workbook, unit and day give the same review. */
export function reviewWorkbook(workbook: Workbook, context: ReviewContext): WorkbookReview {
  const { found, copies } = findTabs(workbook, expectedTabs(context.periods), isOurs);
  const readers = new Map(context.periods.map(({ period, window }) => [period, readerFor(context, window.to)]));
  const rosterReader = readerFor(context, context.today);
  const readerOf = (period: Period | null) => (period === null ? rosterReader : (readers.get(period) ?? rosterReader));
  const monthOf = (period: Period | null) => context.periods.find((open) => open.period === period) ?? null;
  const alone = found.map((entry) => {
    const { period } = entry.expected;
    return reviewTab(entry, { unit: context.unit, read: readerOf(period), month: monthOf(period) });
  });
  const across = reviewAcross(alone, context.unit, context.today);
  const findPersonal = makeTextFinder(across.find(({ expected }) => expected.key === 'members'));
  const tabs = reviewTexts(reviewOverTime(across, context.history ?? NO_HISTORY, context.today), findPersonal);
  const forms = tabs.flatMap((review) =>
    review.expected.key === 'monthlyReport'
      ? [reviewFormTexts(reviewForm(review, readerOf(review.expected.period)), findPersonal)]
      : [],
  );
  return markChecked({ unit: context.unit, tabs, forms, copies }, workbook);
}

function readerFor({ unit, today }: ReviewContext, windowEnd: PlainDate): ReturnType<typeof makeCellReader> {
  return makeCellReader({ today, unit, near: windowEnd < today ? windowEnd : today });
}

/**
 * What there is to say of a workbook: problems of the roster, and of the month named (of all, locked ones too, when left
 * out). Warnings that staff have ticked as checked are not among them.
 */
export function problemsOf(review: WorkbookReview, period?: Period): readonly Problem[] {
  const concerns = (of: Period | null): boolean => period === undefined || of === null || of === period;
  return [
    ...review.tabs.filter(({ expected }) => concerns(expected.period)).flatMap(allProblems),
    ...[...review.forms, ...(review.editedAfterLock ?? [])]
      .filter(({ expected }) => concerns(expected.period))
      .flatMap(({ problems }) => problems),
  ].filter(isOpen);
}

/** Titles that are never a stranger's, for other readers of the same workbook. */
export const isSystemTitle = (title: string): boolean => SYSTEM_TITLES.has(cleanText(title));
