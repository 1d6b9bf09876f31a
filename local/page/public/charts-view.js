/** The charts of a tab, each with its figures as a table for those who do not see it. */
import { chartRanges, readCharts } from './chart-content.js';
import { element } from './element.js';
import { askValues } from './sheets-api.js';

/**
 * @typedef {import('./chart-content.js').ChartContent} ChartContent
 * @typedef {(canvas: HTMLCanvasElement, content: ChartContent) => () => void} DrawChart
 * @typedef {{ root: HTMLElement, show(charts: import('./origin.js').StoredChart[]): Promise<void>, stop(): void }} ChartsView
 */

const SCRIPT = '/page/bundle/charts.js';

/** @param {ChartContent} content */
function drawTable({ title, labels, series, texts }) {
  const heads = ['', ...series.map(({ name }) => name)].map((name) => element('th', { scope: 'col' }, name));
  const rows = labels.map((label, at) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      ...texts.map((line) => element('td', {}, line[at] || 'chưa có số liệu')),
    ),
  );
  const caption = element('caption', { class: 'unseen' }, title);
  return element(
    'table',
    {},
    caption,
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

/** @param {ChartContent} content @param {HTMLCanvasElement} canvas */
function drawFigure(content, canvas) {
  const hasFigures = content.series.some(({ values }) => values.some((value) => value !== null));
  return element(
    'figure',
    { class: 'chart' },
    element('figcaption', {}, content.title),
    hasFigures
      ? element('div', { class: 'chart-box' }, canvas)
      : element('p', { class: 'quiet' }, 'Chưa có số liệu để vẽ.'),
    element('details', {}, element('summary', {}, 'Số liệu dạng bảng'), drawTable(content)),
  );
}

/** @param {string} id @param {string[]} ranges @returns {Promise<import('./chart-content.js').ReadRange>} */
async function readRanges(id, ranges) {
  const [texts, values] = await Promise.all([
    askValues(id, ranges, 'FORMATTED_VALUE'),
    askValues(id, ranges, 'UNFORMATTED_VALUE'),
  ]);
  return (range) => {
    const at = ranges.indexOf(range);
    return (texts[at] ?? []).map((text, index) => ({ text: String(text), value: values[at]?.[index] }));
  };
}

/**
 * @param {string} id the workbook's
 * @param {ReadonlyMap<number, string>} titles of its tabs by id
 * @returns {ChartsView}
 */
export function createChartsView(id, titles) {
  const root = element('details', { class: 'charts', open: true, hidden: true });
  /** @type {(() => void)[]} */
  let drawn = [];

  function stop() {
    for (const remove of drawn) remove();
    drawn = [];
  }

  return {
    root,
    stop,
    async show(charts) {
      if (charts.length === 0) {
        stop();
        root.hidden = true;
        return;
      }
      const [read, { drawChart }] = await Promise.all([
        readRanges(id, chartRanges(charts, titles)),
        /** @type {Promise<{ drawChart: DrawChart }>} */ (import(SCRIPT)),
      ]);
      stop();
      const contents = readCharts(charts, titles, read);
      const canvases = contents.map(() => element('canvas', { 'aria-hidden': 'true' }));
      const figures = contents.map((content, index) =>
        drawFigure(content, /** @type {HTMLCanvasElement} */ (canvases[index])),
      );
      root.replaceChildren(
        element('summary', {}, 'Biểu đồ'),
        element(
          'div',
          { class: 'chart-row', tabindex: 0, role: 'group', 'aria-label': 'Biểu đồ của trang' },
          ...figures,
        ),
      );
      root.hidden = false;
      drawn = contents.flatMap((content, index) => {
        const canvas = canvases[index];
        return canvas?.isConnected ? [drawChart(canvas, content)] : [];
      });
    },
  };
}
