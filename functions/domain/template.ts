/** The wanted workbook of a unit, drawn from the schemas: what provisioning makes and repairs. */
import { FORM_COLUMNS, FORM_LAYOUT } from '../../schemas/form.ts';
import { linesWithTasks } from '../../schemas/form-lines.ts';
import { LOG_COLUMNS, MAX_LOG_LINES, RESULT_BOXES, RESULT_COLUMNS } from '../../schemas/results.ts';
import { CHECK_HEADER, type Column, type Sheet } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type {
  ColumnTemplate,
  FormTemplate,
  ListTemplate,
  TabTemplate,
  TextTemplate,
  WorkbookTemplate,
} from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { OpenPeriod } from './period.ts';
import { tabTitle } from './tabs.ts';
import { entryOf } from './template-entry.ts';
import { guideTab } from './template-guide.ts';
import { type ListRanges, listRanges, listsTab } from './template-lists.ts';
import { windowStatement } from './template-window.ts';
import { UNIT_FIGURES } from './unit-summary.ts';

/** A month to have tabs for; `tasks` are the names of the tasks that the Department set for it. KH 115, V.1. */
export interface PeriodTemplate extends Pick<OpenPeriod, 'period' | 'window' | 'due'> {
  readonly tasks?: readonly string[];
}

/** The key of the column `Kiểm tra` in the columns' metadata. */
export const CHECK_KEY = 'check';

const RESULT_ROWS = 200;
const FORM_SPARE_ROWS = 10;
const SUMMARY_ROWS = 100;
const CHECK_WIDTH = 360;
const DEFAULT_WIDTH = 120;

const CHECK_COLUMN: ColumnTemplate = {
  key: CHECK_KEY,
  header: CHECK_HEADER,
  aliases: [],
  note: 'Hệ thống ghi, mỗi đêm một lần: ✗ lỗi cần sửa, ! xin xem lại, ✓ đã đúng.',
  format: null,
  rule: null,
  width: CHECK_WIDTH,
};

function columnOf(key: string, column: Column, ranges: ListRanges, extra: string): ColumnTemplate {
  return { ...entryOf(key, column.header, column, ranges, extra), width: column.width ?? DEFAULT_WIDTH };
}

/** `month`: for a monthly tab, whose dates must lie in the window; its note says so. */
function staffTab(sheet: Sheet, ranges: ListRanges, month: PeriodTemplate | null): ListTemplate {
  const statement = month === null ? '' : `${windowStatement(month)}.`;
  const columns = Object.entries(sheet.columns).map(([key, column]) =>
    columnOf(key, column, ranges, key === 'date' ? statement : ''),
  );
  return {
    kind: 'list',
    key: month === null ? sheet.key : monthlyKey(sheet.key, month),
    title: tabTitle(sheet.title, month?.period ?? null),
    period: month?.period ?? null,
    rowCount: sheet.rows,
    frozenRows: 1,
    columns: [CHECK_COLUMN, ...columns],
    staff: true,
    openColumns: [],
  };
}

const monthlyKey = (key: string, { period }: PeriodTemplate): string => `${key}:${period}`;

function formTab(month: PeriodTemplate, ranges: ListRanges): FormTemplate {
  const lines = Object.entries(linesWithTasks(month.tasks ?? []));
  return {
    kind: 'form',
    key: monthlyKey(MonthlyReport.key, month),
    title: tabTitle(MonthlyReport.title, month.period),
    period: month.period,
    rowCount: FORM_LAYOUT.firstLineRow + lines.length + FORM_SPARE_ROWS,
    frozenRows: FORM_LAYOUT.firstLineRow,
    statement: windowStatement(month),
    columns: Object.entries(FORM_COLUMNS).map(([key, { header, width }]) => ({
      ...plainColumn(key, header, ''),
      width,
    })),
    lines: lines.map(([key, line]) => ({ ...entryOf(key, line.label, line, ranges), asked: !line.owned })),
  };
}

const plainColumn = (key: string, header: string, note: string) => ({
  key,
  header,
  aliases: [],
  note,
  format: null,
  rule: null,
});

const RESULTS: ListTemplate = {
  kind: 'list',
  key: 'results',
  title: SYSTEM_TABS.results,
  period: null,
  rowCount: RESULT_ROWS,
  frozenRows: 1,
  columns: RESULT_COLUMNS.map(({ key, header, width, help }) => ({ ...plainColumn(key, header, help), width })),
  staff: false,
  openColumns: RESULT_BOXES,
};

const LOG: ListTemplate = {
  kind: 'list',
  key: 'log',
  title: SYSTEM_TABS.log,
  period: null,
  rowCount: MAX_LOG_LINES + 1,
  frozenRows: 1,
  columns: LOG_COLUMNS.map(({ key, header, width, help }) => ({ ...plainColumn(key, header, help), width })),
  staff: false,
  openColumns: [],
};

/** The title row alone: the figures are the functions' to write, below it. */
function summaryTab(unit: ReportingUnit): TextTemplate {
  return {
    kind: 'text',
    key: 'summary',
    title: SYSTEM_TABS.summary,
    period: null,
    rowCount: SUMMARY_ROWS,
    frozenRows: 1,
    rows: [[`Tổng hợp – ${unit.fullName}`]],
    widths: [320, 140, 140, 140, 140, 140],
    headings: [0],
    headerRow: UNIT_FIGURES.startRow - 1,
    figures: UNIT_FIGURES,
    whole: false,
  };
}

function monthTabs(periods: readonly PeriodTemplate[], ranges: ListRanges): readonly TabTemplate[] {
  return periods.flatMap((month) => [staffTab(SHEETS.activities as Sheet, ranges, month), formTab(month, ranges)]);
}

/** The whole workbook; tabs stand in their order. */
export function workbookTemplate(unit: ReportingUnit, periods: readonly PeriodTemplate[]): WorkbookTemplate {
  const ranges = listRanges(unit);
  return {
    title: `Tổ công nghệ số cộng đồng – ${unit.fullName}`,
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    tabs: [
      guideTab(unit),
      staffTab(SHEETS.teams as Sheet, ranges, null),
      staffTab(SHEETS.members as Sheet, ranges, null),
      ...monthTabs(periods, ranges),
      RESULTS,
      LOG,
      summaryTab(unit),
      listsTab(unit),
    ],
  };
}
