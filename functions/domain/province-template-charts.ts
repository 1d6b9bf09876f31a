/** The charts of `Tổng quan`: one row of figures each, over the months. */
import { MONTHS_SHOWN, PROVINCE_TABS, SUMMARY_LAYOUT } from '../../schemas/province/tabs.ts';
import type { Chart, Repair, TabState, WorkbookState } from '../../schemas/template.ts';
import { SUMMARY_WIDTHS } from './summary-changes.ts';
import { MONTHS_FROM, overviewRowOf } from './summary-tabs.ts';
import { said } from './template-cells.ts';
import { cleanText } from './text.ts';

/** Rows of usual height that a chart covers. */
const CHART_ROWS = 19;

/** Title, and the line of the table that it draws. */
const CHARTS: readonly (readonly [title: string, line: string])[] = [
  ['Số lượt người theo tháng', 'Số lượt người'],
  ['Số tổ cấp thôn theo tháng', 'Tổ cấp thôn'],
  ['Số đơn vị đã nộp theo tháng', 'Số đơn vị đã nộp'],
];

export const OVERVIEW_CHARTS: readonly Chart[] = CHARTS.map(([title, line], index) => ({
  title,
  headerRow: SUMMARY_LAYOUT.headerRow,
  figuresRow: overviewRowOf(line),
  startColumn: MONTHS_FROM,
  endColumn: MONTHS_FROM + MONTHS_SHOWN,
  anchor: { row: SUMMARY_LAYOUT.headerRow + index * CHART_ROWS, column: SUMMARY_WIDTHS.overview },
}));

const key = (title: string): string => cleanText(title).toLowerCase();

/** Charts that are missing, or that draw another line than their title says; others on the tab are people's own. */
export function chartRepairs({ tabs }: WorkbookState): readonly Repair[] {
  const tab = tabs.find(({ title }) => key(title) === key(PROVINCE_TABS.overview));
  // A tab that is still too narrow has no cell for a chart to hang on.
  if (!tab || tab.columnCount <= SUMMARY_WIDTHS.overview) return [];
  return OVERVIEW_CHARTS.flatMap((chart) => chartRepair(tab, chart));
}

function chartRepair(tab: TabState, chart: Chart): readonly Repair[] {
  const found = tab.charts?.find(({ title }) => title === chart.title);
  if (found?.figuresRow === chart.figuresRow) return [];
  const id = found?.id ?? null;
  return [said(tab, `đã đặt lại biểu đồ «${chart.title}»`, [{ do: 'chart', sheetId: tab.sheetId, id, chart }])];
}
