/** Charts of a template in Google Sheets: made, found again by their title, put right when their figures have moved. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Chart, ChartState } from '../../schemas/template.ts';

/** What {@link toChartState} looks at. */
export const CHART_FIELDS = 'charts(chartId,spec(title,basicChart(series(series(sourceRange(sources))))))';

export function toChartState({ chartId, spec }: sheets_v4.Schema$EmbeddedChart): ChartState {
  const [series, ...others] = spec?.basicChart?.series ?? [];
  const source = others.length === 0 ? series?.series?.sourceRange?.sources?.[0] : undefined;
  return { id: chartId ?? 0, title: spec?.title ?? '', figuresRow: source ? (source.startRowIndex ?? 0) : null };
}

/** https://developers.google.com/workspace/sheets/api/samples/charts */
export function chartRequest(sheetId: number, id: number | null, chart: Chart): sheets_v4.Schema$Request {
  const spec = specOf(sheetId, chart);
  if (id !== null) return { updateChartSpec: { chartId: id, spec } };
  const { row: rowIndex, column: columnIndex } = chart.anchor;
  const position = { overlayPosition: { anchorCell: { sheetId, rowIndex, columnIndex } } };
  return { addChart: { chart: { spec, position } } };
}

function specOf(sheetId: number, chart: Chart): sheets_v4.Schema$ChartSpec {
  const { title, headerRow, figuresRow, startColumn, endColumn } = chart;
  const cells = (row: number): sheets_v4.Schema$ChartData => {
    const limits = { startColumnIndex: startColumn, endColumnIndex: endColumn };
    return { sourceRange: { sources: [{ sheetId, startRowIndex: row, endRowIndex: row + 1, ...limits }] } };
  };
  return {
    title,
    basicChart: {
      chartType: 'COLUMN',
      legendPosition: 'NO_LEGEND',
      headerCount: 0,
      domains: [{ domain: cells(headerRow), reversed: true }],
      series: [{ series: cells(figuresRow), targetAxis: 'LEFT_AXIS', type: 'COLUMN' }],
    },
  };
}
