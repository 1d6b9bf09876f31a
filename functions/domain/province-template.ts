/** The wanted workbook of the province, drawn from the schemas: what provisioning makes and repairs. */

import { DATA_WINDOWS, SETTING_ITEMS, SettingsSheet } from '../../schemas/province/settings-tab.ts';
import {
  DISTRICT_COLUMNS,
  PROVINCE_TABS,
  PROVINCE_TITLE,
  QUALITY_COLUMNS,
  SUMMARY_LAYOUT,
} from '../../schemas/province/tabs.ts';
import { CHECK_HEADER, type Column } from '../../schemas/sheet.ts';
import type { ColumnTemplate, ListTemplate, TextTemplate, WorkbookTemplate } from '../../schemas/template.ts';
import { unitsWithCommunes } from '../../schemas/units.ts';
import { columnLetters } from '../../schemas/workbook.ts';
import { SUMMARY_WIDTHS } from './summary-changes.ts';
import { entryOf } from './template-entry.ts';
import type { ListRanges } from './template-lists.ts';

const SUMMARY_ROWS = { overview: 80, districts: 200, progress: 100, tasks: 100, quality: 100 } as const;
/** «Số liệu chính thức», a date, a figure. */
const WIDTH = 130;
const MONTH_WIDTH = 90;
const UNIT_WIDTH = 200;
const LABEL_WIDTH = 340;
/** «Chưa nộp, quá hạn 7 ngày · đã khóa». */
const STATUS_WIDTH = 250;
const RULE_WIDTH = 220;
const CHECK_WIDTH = 360;
const LIST_WIDTH = 280;
const CHART_WIDTH = 620;

/** `Danh mục`: what the dropdown of `Cấu hình` takes its values from, and the words that rows are written with. */
const LISTS: readonly { readonly id: string; readonly title: string; readonly entries: readonly string[] }[] = [
  { ...SETTING_ITEMS, entries: SETTING_ITEMS.choices.map(({ label }) => label) },
  { ...DATA_WINDOWS, entries: DATA_WINDOWS.choices.map(({ label }) => label) },
  { id: 'units', title: 'Đơn vị báo cáo', entries: unitsWithCommunes().map(({ fullName }) => fullName) },
];

function listsTab(): TextTemplate {
  const depth = Math.max(...LISTS.map(({ entries }) => entries.length));
  return {
    kind: 'text',
    key: 'lists',
    title: PROVINCE_TABS.lists,
    period: null,
    rowCount: depth + 1,
    frozenRows: 1,
    rows: [
      LISTS.map(({ title }) => title),
      ...Array.from({ length: depth }, (_, row) => LISTS.map(({ entries }) => entries[row] ?? '')),
    ],
    widths: LISTS.map(() => LIST_WIDTH),
    headings: [0],
    whole: true,
  };
}

const RANGES: ListRanges = {
  ofList: ({ id }) => {
    const column = LISTS.findIndex((list) => list.id === id);
    const letters = columnLetters(column);
    return `'${PROVINCE_TABS.lists}'!$${letters}$2:$${letters}$${(LISTS[column]?.entries.length ?? 0) + 1}`;
  },
  // The province's workbook has no column of communes.
  communes: '',
};

const CHECK_COLUMN: ColumnTemplate = {
  key: 'check',
  header: CHECK_HEADER,
  aliases: [],
  note: 'Hệ thống ghi, mỗi đêm một lần: ✗ phải sửa, cấu hình cũ còn hiệu lực; ! xin xem lại; ✓ đã nhận.',
  format: null,
  rule: null,
  width: CHECK_WIDTH,
};

function settingsTab(): ListTemplate {
  const columns = Object.entries<Column>(SettingsSheet.columns).map(([key, column]) => ({
    ...entryOf(key, column.header, column, RANGES),
    width: column.width ?? WIDTH,
  }));
  return {
    kind: 'list',
    key: SettingsSheet.key,
    title: PROVINCE_TABS.settings,
    period: null,
    rowCount: SettingsSheet.rows,
    frozenRows: 1,
    columns: [CHECK_COLUMN, ...columns],
    staff: true,
    openColumns: [],
  };
}

interface SummaryColumns {
  /** Widths of the first columns. */
  readonly first: readonly number[];
  /** Width of those behind. */
  readonly rest?: number;
  /** The first column with counts. */
  readonly figuresFrom?: number;
}

/** The title alone: the figures are the functions' to write, below it. */
function summaryTab(key: keyof typeof SUMMARY_WIDTHS, title: string, columns: SummaryColumns): TextTemplate {
  const { first, rest = WIDTH, figuresFrom } = columns;
  const widths = Array.from({ length: SUMMARY_WIDTHS[key] }, (_, column) => first[column] ?? rest);
  return {
    kind: 'text',
    key,
    title: PROVINCE_TABS[key],
    period: null,
    rowCount: SUMMARY_ROWS[key],
    frozenRows: SUMMARY_LAYOUT.firstRow,
    rows: [[title]],
    // Beside the figures of the overview its charts hang on a column of their own.
    widths: key === 'overview' ? [...widths, CHART_WIDTH] : widths,
    headings: [SUMMARY_LAYOUT.titleRow],
    headerRow: SUMMARY_LAYOUT.headerRow,
    ...(figuresFrom !== undefined && { figures: { startRow: SUMMARY_LAYOUT.firstRow, startColumn: figuresFrom } }),
    whole: false,
  };
}

/** The whole workbook; tabs stand in their order. */
export function provinceTemplate(): WorkbookTemplate {
  return {
    title: PROVINCE_TITLE,
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    tabs: [
      summaryTab('overview', `Tổng quan – ${PROVINCE_TITLE}`, { first: [LABEL_WIDTH], figuresFrom: 1 }),
      summaryTab('districts', 'Số liệu theo huyện, thị xã, thành phố', {
        first: [MONTH_WIDTH, UNIT_WIDTH, STATUS_WIDTH],
        figuresFrom: DISTRICT_COLUMNS.length,
      }),
      summaryTab('progress', 'Tiến độ nộp báo cáo theo tháng', { first: [UNIT_WIDTH, WIDTH], rest: STATUS_WIDTH }),
      summaryTab('tasks', 'Nhiệm vụ chuyển đổi số do Sở giao trong tháng', {
        first: [MONTH_WIDTH, LABEL_WIDTH, UNIT_WIDTH, LABEL_WIDTH],
      }),
      summaryTab('quality', 'Chất lượng số liệu theo huyện, thị xã, thành phố', {
        first: [LABEL_WIDTH, RULE_WIDTH],
        figuresFrom: QUALITY_COLUMNS.indexOf('Cả tỉnh'),
      }),
      settingsTab(),
      listsTab(),
    ],
  };
}
