/** `Tổng hợp` of a district's workbook: its own figures of the open months and of those before, and how they moved. */
import { addMonths, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellChange, CellValue, Workbook } from '../../schemas/workbook.ts';
import type { OpenPeriod } from './period.ts';
import { countableRows, countProblems } from './report.ts';
import { problemsOf, type WorkbookReview } from './review.ts';
import { rowsOf } from './summary.ts';
import { FIGURES, type Figure, gridChanges, type MonthFigures, shortMonth } from './summary-figures.ts';
import { countTabs } from './tab-counts.ts';
import { totalUnit } from './total.ts';

/** Months side by side; with the indicator's name and the trend they fill the six columns of the tab. */
const MONTHS = 4;
const WIDTH = MONTHS + 2;

/** Below the title, the explanation, a blank row and the header. */
const FIRST_ROW = 4;

/** Where the figures stand. */
export const UNIT_FIGURES = { startRow: FIRST_ROW, endRow: FIRST_ROW + FIGURES.length, startColumn: 1 } as const;

const EXPLANATION = 'Số liệu hệ thống đếm được mỗi đêm từ các dòng đã đúng. Tháng đang mở còn thay đổi.';
const LABEL = 'Chỉ tiêu';
const NO_TREND = 'Tăng, giảm so với tháng trước';

export interface UnitSummaryContext {
  /** The open months; the earliest first. */
  readonly periods: readonly OpenPeriod[];
  readonly today: PlainDate;
  /** The stored reports of {@link earlierMonths}; others are left alone. */
  readonly earlier: readonly ReportDocument[];
}

/** The months before the open ones that the tab shows where they were reported, newest first. */
export function earlierMonths(periods: readonly Pick<OpenPeriod, 'period'>[]): readonly Period[] {
  const [first] = periods;
  if (!first) return [];
  return Array.from({ length: Math.max(0, MONTHS - periods.length) }, (_, back) => addMonths(first.period, -back - 1));
}

interface Month {
  readonly period: Period;
  readonly figures: MonthFigures;
}

/** As `makeReport` counts it: stock figures of the window's last day, or of today when that is earlier. */
function openMonth(review: WorkbookReview, { period, window }: OpenPeriod, today: PlainDate): Month {
  const rows = rowsOf(countTabs(review, period));
  const totals = totalUnit(countableRows(review, period), window.to < today ? window.to : today);
  return { period, figures: { totals, rows, problems: countProblems(problemsOf(review, period)) } };
}

function storedMonth({ period, totals, counts, problems }: ReportDocument): Month {
  return { period, figures: { totals, rows: rowsOf(counts), problems } };
}

/** How a figure of one month stands against the month before; null where one of them has none. */
function difference({ of }: Figure, month: Month | undefined, before: Month | undefined): number | null {
  const [now, then] = [month, before].map((one) => (one ? of(one.figures) : null));
  return now == null || then == null ? null : now - then;
}

/** The earliest open month against the one before it: a month that has just begun says nothing yet. */
function trendOf(months: readonly Month[], periods: readonly OpenPeriod[]) {
  const current = periods[0]?.period;
  const month = months.find(({ period }) => period === current);
  const before = current && months.find(({ period }) => period === addMonths(current, -1));
  const header =
    month && before ? `Tăng, giảm ${shortMonth(month.period)} so với ${shortMonth(before.period)}` : NO_TREND;
  return { header, of: (figure: Figure) => difference(figure, month, before || undefined) };
}

function summaryRows(months: readonly Month[], periods: readonly OpenPeriod[]): CellValue[][] {
  const trend = trendOf(months, periods);
  const blanks = Array.from({ length: MONTHS - months.length }, () => null);
  const line = (label: string, cells: readonly CellValue[], last: CellValue) => [label, ...cells, ...blanks, last];
  const names = months.map(({ period }) => shortMonth(period));
  return [
    [EXPLANATION],
    [],
    line(LABEL, names, trend.header),
    ...FIGURES.map((figure) =>
      line(
        figure.label,
        months.map(({ figures }) => figure.of(figures)),
        trend.of(figure),
      ),
    ),
  ];
}

/**
 * The cells of `Tổng hợp` that differ from the review of this workbook and from the stored months before; none without
 * the tab. Only counts: no person is named.
 */
export function unitSummaryChanges(
  workbook: Workbook,
  review: WorkbookReview,
  { periods, today, earlier }: UnitSummaryContext,
): readonly CellChange[] {
  const tab = workbook.tabs.find(({ title }) => title === SYSTEM_TABS.summary);
  if (!tab || periods.length === 0) return [];
  const shown = earlierMonths(periods);
  const before = earlier.filter(({ unit, period }) => unit === review.unit.id && shown.includes(period));
  const months = [...periods.map((open) => openMonth(review, open, today)), ...before.map(storedMonth)]
    .sort((one, other) => (one.period < other.period ? 1 : -1))
    .slice(0, MONTHS);
  return gridChanges(tab, summaryRows(months, periods), WIDTH);
}
