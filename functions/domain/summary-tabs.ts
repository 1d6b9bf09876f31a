/**
 * The province's tabs as rows of cells. They show the month that is being collected (the earliest that is open, until it
 * locks), beside it the newest open month and those before it, newest first. Only counts, units and rules: no person.
 */
import type { PlainDate } from '../../schemas/calendar.ts';
import { INDICATORS, type Indicator } from '../../schemas/province/indicators.ts';
import { DISTRICT_COLUMNS, QUALITY_COLUMNS, SUMMARY_LAYOUT } from '../../schemas/province/tabs.ts';
import { RULES } from '../../schemas/rulebook.ts';
import type { SummaryDocument, UnitSummary } from '../../schemas/summary.ts';
import type { FormFigure } from '../../schemas/totals.ts';
import { findUnit } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { OpenPeriod } from './period.ts';
import { statusText } from './status-text.ts';
import { rowsOf } from './summary.ts';
import { DATA_FIGURES, FIGURES, type Figure, figureOf, type MonthFigures, shortMonth } from './summary-figures.ts';
import { coverageText, standingText } from './summary-status.ts';
import { windowStatement } from './template-window.ts';

export interface ShownMonth {
  readonly month: OpenPeriod;
  /** Null when nothing was summed up for it yet. */
  readonly summary: SummaryDocument | null;
}

export interface ProvinceView {
  /** The month of the figures at the top. */
  readonly current: ShownMonth;
  /** Newest first. */
  readonly months: readonly ShownMonth[];
  readonly today: PlainDate;
}

export type Rows = readonly (readonly CellValue[])[];

const NO_DATA = 'Chưa có số liệu';
export const unitName = (id: string): string => findUnit(id)?.fullName ?? id;

function coverageLine(summary: SummaryDocument | null): string {
  if (summary === null) return NO_DATA;
  return `${coverageText(summary.coverage, summary.units)}. ${standingText(summary)}.`;
}

/** What stands above each table: the month, and how far it is. */
export function heading({ month, summary }: ShownMonth): Rows {
  const statement = windowStatement(month);
  const said = `${statement.charAt(0).toLowerCase()}${statement.slice(1)}`;
  return [[`Tháng ${shortMonth(month.period)}: ${said}.`], [coverageLine(summary)], []];
}

export const provinceFigures = ({ totals, completeness, problems }: SummaryDocument): MonthFigures => ({
  totals,
  rows: completeness,
  problems,
});

/** Units that a figure of the month comes from. */
function reporters(summary: SummaryDocument, indicator: Indicator | null): number {
  const form = indicator?.path[0] as FormFigure | undefined;
  if (form !== undefined && form in summary.reportedBy) return summary.reportedBy[form];
  return summary.units.filter(({ totals, status }) => totals !== null && status !== 'not-applicable').length;
}

type MonthLine = readonly [label: string, of: (summary: SummaryDocument) => CellValue];

const PROGRESS: readonly MonthLine[] = [
  ['Tình trạng số liệu', standingText],
  ['Số đơn vị phải nộp', ({ coverage }) => coverage.expected],
  ['Số đơn vị đã nộp', ({ coverage }) => coverage.submitted],
  ['Nộp đúng hạn', ({ timeliness }) => timeliness.onTime],
  ['Nộp trễ hạn', ({ timeliness }) => timeliness.late],
];

/** The first column of months in `Tổng quan`. */
export const MONTHS_FROM = 2;

/** The row of a line in `Tổng quan`, counted from 0. Throws when there is no such line. */
export function overviewRowOf(label: string): number {
  const labels = [...PROGRESS.map(([name]) => name), ...FIGURES.map((figure) => figure.label)];
  const index = labels.indexOf(label);
  if (index < 0) throw new Error(`Tổng quan has no line ${label}`);
  return SUMMARY_LAYOUT.firstRow + index;
}

/** `Tổng quan`: key figures by month, with the units that stand behind them. */
export function overviewRows({ current, months }: ProvinceView): Rows {
  const cells = (of: (summary: SummaryDocument) => CellValue) =>
    months.map(({ summary }) => (summary === null ? null : of(summary)));
  const behind = (figure: Figure) => current.summary && reporters(current.summary, figure.indicator);
  const columns = months.map(({ month }) => shortMonth(month.period));
  return [
    ...heading(current),
    ['Chỉ tiêu', `Số đơn vị có số liệu, tháng ${shortMonth(current.month.period)}`, ...columns],
    ...PROGRESS.map(([label, of]) => [label, null, ...cells(of)]),
    ...FIGURES.map((figure) => [
      figure.label,
      behind(figure),
      ...cells((summary) => figure.of(provinceFigures(summary))),
    ]),
  ];
}

/** `Theo huyện`: one row for a unit and month, one column for an indicator, so that people can filter and chart it. */
export function districtRows({ current, months, today }: ProvinceView): Rows {
  return [
    ...heading(current),
    [...DISTRICT_COLUMNS, ...INDICATORS.map(({ label }) => label)],
    ...months.flatMap((shown) => monthRows(shown, today)),
  ];
}

function monthRows({ month, summary }: ShownMonth, today: PlainDate): Rows {
  if (summary === null) return [];
  const name = shortMonth(month.period);
  const figures = (totals: UnitSummary['totals']) =>
    INDICATORS.map((indicator) => totals && figureOf(totals, indicator));
  const units = summary.units.map((unit) => [
    name,
    unitName(unit.unit),
    statusText(unit, month, today),
    ...figures(unit.status === 'not-applicable' ? null : unit.totals),
  ]);
  return [...units, [name, 'Cả tỉnh', coverageLine(summary), ...figures(summary.totals)]];
}

/** `Chất lượng số liệu`: rows that count, and how often each rule spoke, by unit. */
export function qualityRows({ current }: ProvinceView): Rows {
  const { summary } = current;
  const units = (summary?.units ?? []).filter(({ status }) => status !== 'not-applicable');
  const header = [...QUALITY_COLUMNS, ...units.map(({ unit }) => unitName(unit))];
  if (summary === null) return [...heading(current), header];
  return [
    ...heading(current),
    header,
    ...DATA_FIGURES.map(({ label, of }) => [
      label,
      null,
      of(provinceFigures(summary)),
      ...units.map((unit) => ofUnit(unit, of)),
    ]),
    ...ruleRows(summary, units),
  ];
}

function ofUnit({ totals, counts, problems }: UnitSummary, of: Figure['of']): number | null {
  if (totals === null || counts === null || problems === null) return null;
  return of({ totals, rows: rowsOf(counts), problems });
}

const titleOf = (rule: string): string => RULES.find(({ id }) => id === rule)?.title ?? rule;

/** The rule that speaks most often first. */
function ruleRows({ quality, compliance }: SummaryDocument, units: readonly UnitSummary[]): Rows {
  const rules = [...Map.groupBy([...quality, ...compliance], ({ rule }) => rule)].map(([rule, counts]) => ({
    rule,
    sum: counts.reduce((total, { count }) => total + count, 0),
    by: new Map(counts.map(({ unit, count }) => [unit, count])),
  }));
  return rules
    .sort((one, other) => other.sum - one.sum || (one.rule < other.rule ? -1 : 1))
    .map(({ rule, sum, by }) => [
      titleOf(rule),
      rule,
      sum,
      ...units.map(({ unit, totals }) => (totals === null ? null : (by.get(unit) ?? 0))),
    ]);
}
