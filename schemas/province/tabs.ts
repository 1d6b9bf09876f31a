/** The tabs of the province's workbook, in their order. One workbook, for good; the months stand in columns or rows. */
import { SettingsSheet } from './settings-tab.ts';

export const PROVINCE_TITLE = 'Tổ công nghệ số cộng đồng – tỉnh Quảng Trị';

export const PROVINCE_TABS = {
  overview: 'Tổng quan',
  districts: 'Theo huyện',
  progress: 'Tiến độ nộp',
  tasks: 'Nhiệm vụ tháng',
  quality: 'Chất lượng số liệu',
  settings: SettingsSheet.title,
  lists: 'Danh mục',
} as const;

/** How many months are shown: the newest open one and those before it. */
export const MONTHS_SHOWN = 6;

/** Row 1 is the title, rows 2 and 3 say which month and how far it is, the header stands in row 5, all counted from 1. */
export const SUMMARY_LAYOUT = { titleRow: 0, statementRow: 1, coverageRow: 2, headerRow: 4, firstRow: 5 } as const;

/** Columns before those of the units in `Chất lượng số liệu`. */
export const QUALITY_COLUMNS = ['Nội dung', 'Mã quy tắc', 'Cả tỉnh'] as const;

/** Columns before those of the months in `Tiến độ nộp`; those after the first speak of the current month. */
export const PROGRESS_COLUMNS = ['Đơn vị', 'Số ngày trễ', 'Lý do, việc còn lại'] as const;

/** `Nhiệm vụ tháng`: one row for a task and unit. */
export const TASK_COLUMNS = ['Tháng', 'Nhiệm vụ', 'Đơn vị', 'Kết quả thực hiện'] as const;

/** Columns before the indicators in `Theo huyện`. */
export const DISTRICT_COLUMNS = ['Tháng', 'Đơn vị', 'Tình trạng'] as const;
