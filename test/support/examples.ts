/** Plays the examples that stand in the rulebook: a workbook of valid rows in which one thing is changed. */
import { activityFigures } from '../../functions/domain/activity-figures.ts';
import { villageKey } from '../../functions/domain/cells/village.ts';
import type { History } from '../../functions/domain/history.ts';
import { dataWindow } from '../../functions/domain/period.ts';
import { addMonths, formatPeriod, type Period } from '../../schemas/calendar.ts';
import type { Example, TabEdit } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS, type SheetKey } from '../../schemas/tabs.ts';
import type { TeamFigures } from '../../schemas/totals.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { CellValue, Tab, Workbook } from '../../schemas/workbook.ts';
import {
  AUGUST,
  block,
  cellsOf,
  columnIndex,
  peopleOf,
  type RawRow,
  titleOf,
  unitOf,
  VINH_LINH,
  validRows,
  type WorkbookRows,
  withTab,
  workbookOf,
} from './workbooks.ts';

const NO_FIGURES = activityFigures([]);

type Values = readonly (readonly CellValue[])[];

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

function withHeader(values: Values, change: (header: readonly CellValue[]) => readonly CellValue[]): Values {
  return values.map((cells, row) => (row === 0 ? change(cells) : cells));
}

/** Rows that differ enough not to be duplicates of one another. */
function moreRows(key: SheetKey, values: Values, count: number): Values {
  const sheet = SHEETS[key] as Sheet;
  const column = columnIndex(sheet, key === 'members' ? 'name' : 'village');
  const first = values[1] ?? [];
  const others = Array.from({ length: count }, (_, index) =>
    first.map((cell, at) => (at === column ? `${cell} ${['Một', 'Hai', 'Ba', 'Bốn', 'Năm'][index]}` : cell)),
  );
  return [...values, ...others];
}

/** All cells of the first rows one column to the right, as when a cell was inserted. */
function shifted(values: Values, rows: number): Values {
  return values.map((cells, row) => (row >= 1 && row <= rows ? [cells[0] ?? null, null, ...cells.slice(1)] : cells));
}

/** Other cells in some rows of data, counted from 1. */
function withCells(tab: Tab, sheet: Sheet, from: number, rows: number, set: RawRow): Tab {
  const changed = (cells: readonly CellValue[]): readonly CellValue[] =>
    Object.keys(sheet.columns).reduce<readonly CellValue[]>(
      (row, key, at) => (key in set ? filledTo(row, at + 1).with(at + 1, set[key] ?? null) : row),
      cells,
    );
  return { ...tab, values: tab.values.map((cells, at) => (at >= from && at < from + rows ? changed(cells) : cells)) };
}

/** Short rows are normal: blanks at their end are left out. */
const filledTo = (cells: readonly CellValue[], column: number): CellValue[] =>
  Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? null);

function editTab(tab: Tab, key: SheetKey, edit: TabEdit): readonly Tab[] {
  const sheet = SHEETS[key] as Sheet;
  const { values } = tab;
  switch (edit.do) {
    case 'delete-tab':
      return [];
    case 'rename-tab':
      return [{ ...tab, title: edit.to }];
    case 'copy-tab':
      return [tab, { ...tab, sheetId: 99, title: `Bản sao của ${tab.title}` }];
    case 'delete-header': {
      const column = columnIndex(sheet, edit.column);
      return [{ ...tab, values: values.map((cells) => without(cells, column)) }];
    }
    case 'rename-header': {
      const column = columnIndex(sheet, edit.column);
      return [{ ...tab, values: withHeader(values, (header) => header.with(column, edit.to)) }];
    }
    case 'double-header': {
      const column = columnIndex(sheet, edit.column);
      return [{ ...tab, values: withHeader(values, (header) => [...header, header[column] ?? null]) }];
    }
    case 'repeat-header':
      return [{ ...tab, values: [...values, values[0] ?? []] }];
    case 'repeat-row':
      return [{ ...tab, values: [...values, values[1] ?? []] }];
    case 'set-row':
      return [withCells(tab, sheet, edit.row, 1, edit.set)];
    case 'set-rows':
      return [withCells(tab, sheet, edit.from, edit.rows, edit.set)];
    case 'add-rows':
      return [{ ...tab, values: [...values, ...edit.rows.map((row) => cellsOf(sheet, row))] }];
    case 'merge': {
      const column = columnIndex(sheet, edit.column);
      const more = moreRows(key, values, edit.rows - 1);
      const covered = more.map((cells, row) => (row >= 2 && row <= edit.rows ? cells.with(column, null) : cells));
      return [{ ...tab, values: covered, merges: [block(1, 1 + edit.rows, column, column + 1)] }];
    }
    case 'people':
      return [{ ...tab, values: [values[0] ?? [], ...peopleOf(edit.count).map((row) => cellsOf(sheet, row))] }];
    case 'shift-columns':
      return [{ ...tab, values: shifted(moreRows(key, values, edit.rows - 1), edit.rows) }];
  }
}

/** The rows that other tabs have besides their valid ones. */
function besides(example: Example, unit: ReportingUnit): WorkbookRows {
  const tabs = (example.with ?? []).filter(({ tab }) => tab !== 'monthlyReport');
  return Object.fromEntries(tabs.map(({ tab, row }) => [tab, [...validRows(tab as SheetKey, unit), row]]));
}

/** The workbook that an example speaks of. */
export function workbookOfExample(example: Example): Workbook {
  const { period = AUGUST } = example;
  const month = formatPeriod(period as Period);
  const workbook = workbookOfRows(example);
  return { ...workbook, tabs: workbook.tabs.map((tab) => ({ ...tab, title: tab.title.replace('08-2022', month) })) };
}

const emptied = (example: Example): WorkbookRows => Object.fromEntries((example.without ?? []).map((tab) => [tab, []]));

function workbookOfRows(example: Example): Workbook {
  const unit = unitOf(example.unit ?? '2022:464');
  if (example.tab === 'monthlyReport') {
    const { set: form = {}, remarks = {} } = example;
    return workbookOf({ form, remarks, ...emptied(example) }, unit);
  }
  const key = example.tab;
  const [first, ...others] = validRows(key, unit);
  const workbook = workbookOf({ ...besides(example, unit), [key]: [{ ...first, ...example.set }, ...others] }, unit);
  const { edit } = example;
  return edit ? withTab(workbook, titleOf(key), (tab) => editTab(tab, key, edit)) : workbook;
}

/** The months before August that an example speaks of: of the team of the first row, which stands alone in them. */
export function historyOfExample({ before = [] }: Example): History {
  const [first] = validRows('teams');
  const team = `${VINH_LINH.communes[0]?.code}_${villageKey(String(first?.village))}`;
  return before.map(({ members = 0, activities = 0, sessions = 0, turns = 0 }, back) => {
    const period = addMonths(AUGUST, -back - 1);
    const figures: TeamFigures = {
      members,
      collaborators: 0,
      activities: { ...NO_FIGURES.activities, guidance: activities },
      sessions,
      turns,
      turnsByPlatform: { ...NO_FIGURES.turnsByPlatform, publicServices: turns },
    };
    return { period, window: dataWindow(period, 'decree-09'), teams: new Map([[team, figures]]) };
  });
}
