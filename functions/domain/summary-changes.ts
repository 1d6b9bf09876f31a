/** What has to change in the province's workbook to show its months. */
import { addMonths, type Period, type PlainDate } from '../../schemas/calendar.ts';
import { INDICATORS } from '../../schemas/province/indicators.ts';
import {
  DISTRICT_COLUMNS,
  MONTHS_SHOWN,
  PROGRESS_COLUMNS,
  PROVINCE_TABS,
  QUALITY_COLUMNS,
  TASK_COLUMNS,
} from '../../schemas/province/tabs.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import type { SummaryDocument } from '../../schemas/summary.ts';
import { UNITS_2022, UNITS_2025 } from '../../schemas/units.ts';
import type { Tab, Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { describePeriod, openPeriods } from './period.ts';
import { progressFills, progressRows } from './progress-tab.ts';
import { gridChanges } from './summary-figures.ts';
import { districtRows, MONTHS_FROM, overviewRows, type ProvinceView, qualityRows, type Rows } from './summary-tabs.ts';
import { tasksRows } from './tasks-tab.ts';
import { cleanText } from './text.ts';

/** Columns that each tab has, and that the functions write. */
export const SUMMARY_WIDTHS = {
  overview: MONTHS_FROM + MONTHS_SHOWN,
  districts: DISTRICT_COLUMNS.length + INDICATORS.length,
  progress: PROGRESS_COLUMNS.length + MONTHS_SHOWN,
  tasks: TASK_COLUMNS.length,
  quality: QUALITY_COLUMNS.length + Math.max(UNITS_2022.length, UNITS_2025.length),
} as const;

type SummaryTab = keyof typeof SUMMARY_WIDTHS;

const ROWS: Readonly<Record<SummaryTab, (view: ProvinceView) => Rows>> = {
  overview: overviewRows,
  districts: districtRows,
  progress: progressRows,
  tasks: tasksRows,
  quality: qualityRows,
};

const SUMMARY_TABS = Object.keys(ROWS) as readonly SummaryTab[];

export interface ShownMonths {
  /** The month at the top: the earliest that is open, so the one that is due next, until it locks. */
  readonly current: Period;
  /** Newest open month first, six at most, none before the first month that is reported. */
  readonly periods: readonly Period[];
}

/** Null before the first window begins. */
export function monthsShown(today: PlainDate, calendar: CalendarSettings): ShownMonths | null {
  const open = openPeriods(today, calendar);
  const [current, newest] = [open[0], open.at(-1)];
  if (!current || !newest) return null;
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => addMonths(newest.period, -back));
  return { current: current.period, periods: months.filter((period) => period >= calendar.firstPeriod) };
}

/** The view of a day, from the summaries that there are. */
export function viewOf(
  { current, periods }: ShownMonths,
  summaries: ReadonlyMap<Period, SummaryDocument>,
  today: PlainDate,
  calendar: CalendarSettings,
): ProvinceView {
  const shown = (period: Period) => ({
    month: describePeriod(period, calendar),
    summary: summaries.get(period) ?? null,
  });
  return { current: shown(current), months: periods.map(shown), today };
}

const titleKey = (title: string): string => cleanText(title).toLowerCase();

export const findTab = (workbook: Workbook, title: string): Tab | undefined =>
  workbook.tabs.find((tab) => titleKey(tab.title) === titleKey(title));

/** Titles of the tabs that should be there and are not; they are left out until the workbook is repaired. */
export function missingTabs(workbook: Workbook): readonly string[] {
  return SUMMARY_TABS.map((key) => PROVINCE_TABS[key]).filter((title) => findTab(workbook, title) === undefined);
}

export function provinceChanges(workbook: Workbook, view: ProvinceView): WorkbookChange {
  const rowCounts = new Map<number, number>();
  const cells = SUMMARY_TABS.flatMap((key) => {
    const tab = findTab(workbook, PROVINCE_TABS[key]);
    if (!tab) return [];
    const rows = ROWS[key](view);
    if (rows.length + 1 > tab.rowCount) rowCounts.set(tab.sheetId, rows.length + 1);
    const fills = key === 'progress' ? progressFills(tab, view) : [];
    return [...gridChanges(tab, rows, SUMMARY_WIDTHS[key]), ...fills];
  });
  return { cells, rowCounts };
}
