/** Draws a chart with Chart.js: only the parts that stored charts use. https://www.chartjs.org */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
);

const FIGURES = new Intl.NumberFormat('vi-VN');

/** Told apart by those who do not see red and green: Okabe and Ito's palette, without yellow and black. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];

/** @param {string} name a colour of page.css @param {Element} element */
const colour = (name, element) => getComputedStyle(element).getPropertyValue(`--${name}`).trim();

/** @param {import('../public/chart-content.js').ChartContent} content */
function datasets({ kind, series, labels }) {
  const ofSlice = labels.map((_, index) => COLOURS[index % COLOURS.length] ?? '');
  return series.map(({ name, values }, index) => ({
    label: name,
    data: values,
    backgroundColor: kind === 'pie' ? ofSlice : (COLOURS[index % COLOURS.length] ?? ''),
    borderColor: kind === 'pie' ? ofSlice : (COLOURS[index % COLOURS.length] ?? ''),
    ...(kind === 'line' ? { tension: 0.25, pointRadius: 4 } : {}),
    ...(kind === 'column' || kind === 'bar' ? { borderRadius: 4, maxBarThickness: 56 } : {}),
  }));
}

/** @param {import('../public/chart-content.js').ChartContent} content @param {HTMLCanvasElement} canvas @returns {any} */
function optionsOf({ kind, legend }, canvas) {
  const ink = colour('quiet-ink', canvas);
  const grid = { color: colour('line', canvas) };
  const ticks = { color: ink };
  const figures = { ...ticks, precision: 0, callback: (/** @type {number} */ value) => FIGURES.format(value) };
  const values = { beginAtZero: true, grid, ticks: figures };
  const categories = { grid: { display: false }, ticks };
  const scales = kind === 'bar' ? { x: values, y: categories } : { x: categories, y: values };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: kind === 'bar' ? 'y' : 'x',
    ...(kind === 'pie' ? {} : { scales }),
    plugins: {
      legend: legend === null ? { display: false } : { position: legend, labels: { color: ink } },
      tooltip: {
        callbacks: {
          label: (/** @type {any} */ { dataset, raw }) =>
            `${dataset.label ?? ''}: ${raw === null ? 'chưa có' : FIGURES.format(raw)}`,
        },
      },
    },
  };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('../public/chart-content.js').ChartContent} content
 * @returns {() => void} takes the chart away
 */
export function drawChart(canvas, content) {
  const { kind, labels } = content;
  const type = kind === 'line' || kind === 'pie' ? kind : 'bar';
  const chart = new Chart(canvas, {
    type,
    data: { labels, datasets: datasets(content) },
    options: optionsOf(content, canvas),
  });
  return () => chart.destroy();
}
