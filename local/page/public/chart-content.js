/** A stored chart with the figures that its ranges hold now. */
import { columnLetters } from './address.js';

/**
 * @typedef {import('./origin.js').StoredChart} StoredChart
 * @typedef {import('./origin.js').ChartData} ChartData
 * @typedef {{ name: string, values: (number | null)[] }} Series
 * @typedef {{ id: number, title: string, kind: 'column' | 'bar' | 'line' | 'pie', labels: string[], texts: string[][], series: Series[], legend: 'top' | 'right' | 'bottom' | 'left' | null }} ChartContent
 *   `texts` has a line a series: its values as the workbook writes them
 * @typedef {(range: string) => { text: string, value: unknown }[]} ReadRange
 */

/** @type {Record<string, ChartContent['kind']>} */
const KINDS = { COLUMN: 'column', BAR: 'bar', LINE: 'line', AREA: 'line', COMBO: 'column' };

/** @type {Record<string, ChartContent['legend']>} */
const LEGENDS = { TOP_LEGEND: 'top', RIGHT_LEGEND: 'right', BOTTOM_LEGEND: 'bottom', LEFT_LEGEND: 'left' };

/**
 * `'Tổng quan'!C4:F4`; null for data that is no range.
 * @param {ChartData | undefined} data
 * @param {ReadonlyMap<number, string>} titles of tabs by id
 */
function rangeOf(data, titles) {
  const source = data?.sourceRange?.sources?.[0];
  const title = titles.get(source?.sheetId ?? 0);
  if (!source || title === undefined) return null;
  const { startRowIndex = 0, endRowIndex = 1, startColumnIndex = 0, endColumnIndex = 1 } = source;
  const from = `${columnLetters(startColumnIndex)}${startRowIndex + 1}`;
  return `'${title.replaceAll("'", "''")}'!${from}:${columnLetters(endColumnIndex - 1)}${endRowIndex}`;
}

/** @param {StoredChart} chart */
function partsOf({ spec }) {
  const { basicChart, pieChart } = spec;
  if (pieChart) return { kind: /** @type {const} */ ('pie'), domain: pieChart.domain, series: [pieChart.series] };
  const kind = KINDS[basicChart?.chartType ?? ''];
  if (!basicChart || kind === undefined) return null;
  return {
    kind,
    domain: basicChart.domains?.[0]?.domain,
    series: (basicChart.series ?? []).map(({ series }) => series),
  };
}

/**
 * The ranges that a tab's charts draw.
 * @param {StoredChart[]} charts
 * @param {ReadonlyMap<number, string>} titles
 */
export function chartRanges(charts, titles) {
  const data = charts.flatMap((chart) => {
    const parts = partsOf(chart);
    return parts ? [parts.domain, ...parts.series] : [];
  });
  return [...new Set(data.flatMap((one) => rangeOf(one, titles) ?? []))];
}

/** The first cell of a series names it when the chart says so; alone, it goes by the chart's title. @param {number} index @param {string} title @param {number} count */
const seriesName = (index, title, count) => (count === 1 ? title : `Chuỗi ${index + 1}`);

/** @param {unknown} value */
const figureOf = (value) => (typeof value === 'number' ? value : null);

/**
 * Kinds of charts that the page cannot draw are left out.
 * @param {StoredChart[]} charts
 * @param {ReadonlyMap<number, string>} titles
 * @param {ReadRange} read
 * @returns {ChartContent[]}
 */
export function readCharts(charts, titles, read) {
  return charts.flatMap((chart) => {
    const parts = partsOf(chart);
    if (!parts) return [];
    const { title = 'Biểu đồ', basicChart, pieChart } = chart.spec;
    const headers = basicChart?.headerCount ?? 0;
    const isReversed = basicChart?.domains?.[0]?.reversed ?? false;
    /** @param {ChartData | undefined} data */
    const cells = (data) => {
      const range = rangeOf(data, titles);
      return range === null ? [] : read(range);
    };
    /** @template Item @param {Item[]} items */
    const ordered = (items) => (isReversed ? items.toReversed() : items);
    const labels = ordered(cells(parts.domain).slice(headers)).map(({ text }) => text);
    const lines = parts.series.map((data) => cells(data));
    // Blank cells at the end of a range are not answered.
    const bodies = lines.map((line) => ordered(labels.map((_, at) => line[headers + at] ?? { text: '', value: null })));
    return [
      {
        id: chart.chartId ?? 0,
        title,
        kind: parts.kind,
        labels,
        texts: bodies.map((line) => labels.map((_, at) => line[at]?.text ?? '')),
        series: bodies.map((line, index) => ({
          name: headers > 0 ? (lines[index]?.[0]?.text ?? '') : seriesName(index, title, lines.length),
          values: labels.map((_, at) => figureOf(line[at]?.value)),
        })),
        legend: LEGENDS[basicChart?.legendPosition ?? pieChart?.legendPosition ?? ''] ?? null,
      },
    ];
  });
}
