/** Workbooks for tests: start from rows that are all right, then change what the test is about. */

import { describePeriod } from '../../functions/domain/period.ts';
import type { ReviewContext } from '../../functions/domain/review.ts';
import { type Period, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { FORM_COLUMNS, type Line } from '../../schemas/form.ts';
import { LOG_COLUMNS, RESULT_COLUMNS } from '../../schemas/results.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { CHECK_HEADER, type Sheet } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS, type SheetKey, SYSTEM_TABS } from '../../schemas/tabs.ts';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';
import { type Block, type CellValue, placeKey, type Tab, type Workbook } from '../../schemas/workbook.ts';

export const AUGUST = '2022-08' as Period;
export const TODAY = '2022-08-25' as PlainDate;

export function unitOf(id: string): ReportingUnit {
  const unit = findUnit(id);
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

export const VINH_LINH = unitOf('2022:464');

export function contextOf(
  unit: ReportingUnit = VINH_LINH,
  periods: readonly string[] = [AUGUST],
  today: PlainDate = TODAY,
): ReviewContext {
  const open = periods.map((period) => describePeriod(period as Period, DEFAULT_CALENDAR));
  return { unit, today, periods: open };
}

export type RawRow = Readonly<Record<string, CellValue>>;

const serial = (date: string): number => toSerial(date as PlainDate);

/** A valid first row of each staff tab, for any unit that has communes. */
export function validRow(sheet: SheetKey, unit: ReportingUnit = VINH_LINH): RawRow {
  const commune = unit.communes[0]?.fullName ?? '';
  const rows: Record<SheetKey, RawRow> = {
    teams: {
      commune,
      level: 'Cấp thôn',
      village: 'Thôn Cổ Mỹ',
      decisionNumber: '45/QĐ-UBND',
      decisionDate: serial('2022-06-06'),
      signer: 'Chủ tịch UBND cấp xã',
      zaloLink: 'https://zalo.me/g/tsrsfm261',
      zaloHeadCount: 6,
    },
    members: {
      commune,
      village: 'Thôn Cổ Mỹ',
      name: 'Nguyễn Văn Mẫu',
      birthYear: 1980,
      gender: 'Nam',
      role: 'Tổ trưởng',
      position: 'Trưởng thôn',
      phone: '0900000001',
      local: true,
      joinedOn: serial('2022-06-06'),
      dataConsent: true,
    },
    activities: {
      date: serial('2022-08-02'),
      commune,
      village: 'Thôn Cổ Mỹ',
      kind: 'Hướng dẫn người dân',
      content: 'Hướng dẫn nộp hồ sơ trực tuyến',
      platforms: 'Dịch vụ công trực tuyến',
      sessions: 1,
      turns: 25,
      participants: 1,
    },
  };
  return rows[sheet];
}

const keysOf = (sheet: Sheet): readonly string[] => Object.keys(sheet.columns);

/** Cells of a row in the sheet's own order, behind an empty `Kiểm tra`. */
export function cellsOf(sheet: Sheet, row: RawRow): CellValue[] {
  const cells = [null, ...keysOf(sheet).map((key) => row[key] ?? null)];
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

export function headerOf(sheet: Sheet): CellValue[] {
  return [CHECK_HEADER, ...Object.values(sheet.columns).map(({ header }) => header)];
}

/** Column number of a key in a tab made by {@link tabOf}. */
export function columnIndex(sheet: Sheet, key: string): number {
  return key === 'check' ? 0 : keysOf(sheet).indexOf(key) + 1;
}

export function makeTab(part: Partial<Tab> & Pick<Tab, 'sheetId' | 'title'>): Tab {
  return {
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    values: [],
    notes: new Map(),
    fills: new Map(),
    merges: [],
    columnKeys: new Map(),
    ...part,
  };
}

const SHEET_IDS: Readonly<Record<SheetKey, number>> = { teams: 11, members: 12, activities: 13 };

export function tabOf(key: SheetKey, rows: readonly RawRow[], title: string = titleOf(key)): Tab {
  const sheet = SHEETS[key] as Sheet;
  return makeTab({
    sheetId: SHEET_IDS[key],
    title,
    values: [headerOf(sheet), ...rows.map((row) => cellsOf(sheet, row))],
  });
}

export function titleOf(key: SheetKey, period = '08-2022'): string {
  return key === 'activities' ? `Hoạt động ${period}` : SHEETS[key].title;
}

/** The form of a month with some values filled in. */
export function formTab(values: RawRow = {}, period = '08-2022', remarks: RawRow = {}): Tab {
  const lines = Object.entries<Line>(MonthlyReport.lines).map(([key, line]) => {
    const remark = remarks[key];
    return [line.label, values[key] ?? null, ...(remark === undefined ? [] : [remark])];
  });
  const header = Object.values(FORM_COLUMNS).map((column) => column.header);
  return makeTab({ sheetId: 14, title: `Báo cáo ${period}`, values: [['Số liệu …'], header, ...lines] });
}

export function resultsTab(): Tab {
  return makeTab({
    sheetId: 15,
    title: SYSTEM_TABS.results,
    values: [RESULT_COLUMNS.map(({ header }) => header)],
  });
}

export function logTab(): Tab {
  return makeTab({ sheetId: 16, title: SYSTEM_TABS.log, values: [LOG_COLUMNS.map(({ header }) => header)] });
}

const PEOPLE = [
  'Nguyễn Văn Mẫu',
  'Lê Thị Hai',
  'Trần Văn Ba',
  'Võ Thị Tư',
  'Phan Văn Năm',
  'Hồ Thị Sáu',
  'Bùi Văn Bảy',
  'Ngô Thị Tám',
  'Cao Văn Chín',
];

const POSITIONS = ['Trưởng thôn', 'Bí thư Chi đoàn thôn'];

/** So many people of the valid village team: a leader, a deputy, members. */
export function peopleOf(count: number, unit: ReportingUnit = VINH_LINH): readonly RawRow[] {
  const roles = ['Tổ trưởng', 'Tổ phó'];
  return PEOPLE.slice(0, count).map((name, at) => ({
    ...validRow('members', unit),
    name,
    role: roles[at] ?? 'Thành viên',
    position: POSITIONS[at] ?? 'Giáo viên',
    phone: `090000000${at + 1}`,
  }));
}

/** The team of the commune in which the valid village team works; its Zalo group has room for more villages. */
export function communeTeam(unit: ReportingUnit = VINH_LINH): RawRow {
  return {
    ...validRow('teams', unit),
    level: 'Cấp xã',
    village: null,
    decisionNumber: '44/QĐ-UBND',
    zaloLink: 'https://zalo.me/g/tsrsfm262',
    zaloHeadCount: 40,
  };
}

const COMMUNE_PEOPLE = [
  ['Đỗ Văn Mười', 'Tổ trưởng', 'Phó Chủ tịch UBND xã'],
  ['Lâm Thị Xuân', 'Thành viên', 'Bí thư Đoàn xã'],
  ['Mai Thị Hạ', 'Thành viên', 'Chủ tịch Hội LHPN xã'],
  ['Tạ Văn Thu', 'Thành viên', 'Công chức Văn phòng - Thống kê (đầu mối CCHC)'],
  ['Vũ Văn Đông', 'Thành viên', 'Công chức Văn hóa - Xã hội'],
] as const;

/** The five people of the commune's team. KH 115, III.3.1.2. */
export function communePeople(unit: ReportingUnit = VINH_LINH): readonly RawRow[] {
  return COMMUNE_PEOPLE.map(([name, role, position], at) => ({
    ...validRow('members', unit),
    village: null,
    name,
    role,
    position,
    phone: `090000001${at + 1}`,
  }));
}

/** The valid rows of a tab: the roster is one village team of five, then the team of its commune. */
export function validRows(key: SheetKey, unit: ReportingUnit = VINH_LINH): readonly RawRow[] {
  if (key === 'members') return [...peopleOf(5, unit), ...communePeople(unit)];
  return key === 'teams' ? [validRow(key, unit), communeTeam(unit)] : [validRow(key, unit)];
}

export interface WorkbookRows {
  readonly teams?: readonly RawRow[];
  readonly members?: readonly RawRow[];
  readonly activities?: readonly RawRow[];
  readonly form?: RawRow;
  /** What stands in the form's column `Ghi chú`. */
  readonly remarks?: RawRow;
}

/** Village teams work below the team of their commune: rows without one get it, below them. */
function withCommuneTeam(rows: readonly RawRow[], unit: ReportingUnit): readonly RawRow[] {
  return rows.length === 0 || rows.some(({ level }) => level === 'Cấp xã') ? rows : [...rows, communeTeam(unit)];
}

/** A workbook of valid rows, or with the rows given. */
export function workbookOf(rows: WorkbookRows = {}, unit: ReportingUnit = VINH_LINH): Workbook {
  const teams = withCommuneTeam(rows.teams ?? validRows('teams', unit), unit);
  const rowsOf = (key: SheetKey) => (key === 'teams' ? teams : (rows[key] ?? validRows(key, unit)));
  return {
    id: 'workbook-1',
    title: unit.fullName,
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    tabs: [
      tabOf('teams', rowsOf('teams')),
      tabOf('members', rowsOf('members')),
      tabOf('activities', rowsOf('activities')),
      formTab(rows.form, '08-2022', rows.remarks),
      resultsTab(),
      logTab(),
    ],
  };
}

/** The workbook with one tab exchanged for another, for none, or for several. */
export function withTab(workbook: Workbook, title: string, change: (tab: Tab) => readonly Tab[]): Workbook {
  return { ...workbook, tabs: workbook.tabs.flatMap((tab) => (tab.title === title ? change(tab) : [tab])) };
}

export function block(startRow: number, endRow: number, startColumn: number, endColumn: number): Block {
  return { startRow, endRow, startColumn, endColumn };
}

export { placeKey };
