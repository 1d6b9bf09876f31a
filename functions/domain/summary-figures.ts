/** The lines of figures that the province's tabs and a district's own `Tổng hợp` have in common, and their cells. */
import { formatPeriod, type Period } from '../../schemas/calendar.ts';
import type { ProblemCounts } from '../../schemas/documents.ts';
import { INDICATORS, type Indicator } from '../../schemas/province/indicators.ts';
import { SEVERITY_LABELS } from '../../schemas/province/labels.ts';
import type { RowShare } from '../../schemas/summary.ts';
import type { Totals } from '../../schemas/totals.ts';
import type { CellChange, CellValue, Tab } from '../../schemas/workbook.ts';
import { neutralise } from './message.ts';

/** What is known of one month. */
export interface MonthFigures {
  readonly totals: Totals;
  readonly rows: RowShare;
  readonly problems: ProblemCounts;
}

export interface Figure {
  readonly label: string;
  /** The indicator that it shows; null for one about the data itself. */
  readonly indicator: Indicator | null;
  /** Null: not reported, and the cell stays empty. */
  readonly of: (month: MonthFigures) => number | null;
}

/** `08/2022`. */
export const shortMonth = (period: Period): string => formatPeriod(period).replace('-', '/');

/** The figure of an indicator in a month's totals; null when it was not reported. */
export function figureOf(totals: Totals, { path: [figure, part] }: Indicator): number | null {
  const whole: unknown = totals[figure as keyof Totals];
  const value = part === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[part];
  return typeof value === 'number' ? value : null;
}

const ABOUT_DATA: readonly Figure[] = [
  { label: 'Dòng đã đọc', indicator: null, of: ({ rows }) => rows.read },
  { label: 'Dòng được tính', indicator: null, of: ({ rows }) => rows.accepted },
  { label: SEVERITY_LABELS.error, indicator: null, of: ({ problems }) => problems.error },
  { label: SEVERITY_LABELS.warning, indicator: null, of: ({ problems }) => problems.warning },
  { label: SEVERITY_LABELS.finding, indicator: null, of: ({ problems }) => problems.finding },
];

/** Every line of figures, in the order in which it is shown. */
export const FIGURES: readonly Figure[] = [
  ...INDICATORS.map((indicator): Figure => {
    const { label } = indicator;
    return { label, indicator, of: ({ totals }) => figureOf(totals, indicator) };
  }),
  ...ABOUT_DATA,
];
export const DATA_FIGURES = ABOUT_DATA;

/**
 * The cells that differ from the rows wanted, below the title row and within the first `width` columns; what is left over
 * from longer tables is emptied. Text is made safe against formulas, numbers stay numbers.
 */
export function gridChanges(
  tab: Tab,
  rows: readonly (readonly CellValue[])[],
  width: number,
  firstRow = 1,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  const last = Math.max(firstRow + rows.length, tab.values.length);
  for (let row = firstRow; row < last; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const has = tab.values[row]?.[column] ?? null;
      const value = safe(rows[row - firstRow]?.[column] ?? null);
      if (has !== value) changes.push({ sheetId: tab.sheetId, row, column, value });
    }
  }
  return changes;
}

/** Google gives an empty text back as no value at all. */
const safe = (value: CellValue): CellValue => (typeof value === 'string' ? neutralise(value) || null : value);
