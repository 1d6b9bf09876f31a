/** The province's workbook for tests, and a Google Sheets that keeps workbooks in memory. */

import { NO_CALLS } from '../../functions/domain/calls.ts';
import { provinceTemplate } from '../../functions/domain/province-template.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import { type SettingLine, settingLines } from '../../functions/domain/settings-tab.ts';
import type { Calls, Log, Sheets } from '../../functions/ports.ts';
import { PROVINCE_TABS } from '../../schemas/province/tabs.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { TabTemplate } from '../../schemas/template.ts';
import {
  type CellChange,
  type CellValue,
  placeKey,
  type Tab,
  type Workbook,
  type WorkbookChange,
} from '../../schemas/workbook.ts';
import { makeTab } from './workbooks.ts';

export const SETTINGS_HEADER = ['Kiểm tra', 'Mục', 'Đơn vị, tháng, năm', 'Giá trị', 'Ghi chú'];

export type SettingCells = readonly [item: CellValue, scope?: CellValue, value?: CellValue];

export function settingsTabOf(rows: readonly SettingCells[]): Tab {
  const values = rows.map(([item, scope = null, value = null]) => [null, item, scope, value]);
  return makeTab({ sheetId: 24, title: PROVINCE_TABS.settings, values: [SETTINGS_HEADER, ...values] });
}

const firstRows = (tab: TabTemplate): CellValue[][] =>
  tab.kind === 'text' ? tab.rows.map((row) => [...row]) : [SETTINGS_HEADER];

const defaultLines = (): readonly SettingLine[] => settingLines(settingsFrom(DEFAULT_CALENDAR));

/** As it is when it has just been provisioned. */
export function provinceWorkbook(id = 'province-1'): Workbook {
  const { title, locale, timeZone, tabs } = provinceTemplate();
  return {
    id,
    title,
    locale,
    timeZone,
    tabs: tabs.map((tab, index) =>
      tab.key === 'settings'
        ? settingsTabOf(defaultLines())
        : makeTab({ sheetId: 30 + index, title: tab.title, rowCount: tab.rowCount, values: firstRows(tab) }),
    ),
  };
}

function withCell(tab: Tab, { row, column, value, note, fill }: CellChange): Tab {
  const values = tab.values.map((cells) => [...cells]);
  while (values.length <= row) values.push([]);
  const cells = values[row] ?? [];
  while (cells.length <= column) cells.push(null);
  if (value !== undefined) cells[column] = value === '' ? null : value;
  const notes = new Map(tab.notes);
  if (note !== undefined) notes.set(placeKey(row, column), note);
  if (note === '') notes.delete(placeKey(row, column));
  const fills = new Map(tab.fills);
  if (fill === null) fills.delete(placeKey(row, column));
  else if (fill !== undefined) fills.set(placeKey(row, column), fill);
  return { ...tab, values, notes, fills };
}

/** The workbook after these changes. */
export function afterChanges(workbook: Workbook, changes: readonly CellChange[]): Workbook {
  const tabs = workbook.tabs.map((tab) =>
    changes.filter(({ sheetId }) => sheetId === tab.sheetId).reduce(withCell, tab),
  );
  return { ...workbook, tabs };
}

/** A workbook after the whole of a write. */
export function written(workbook: Workbook, { cells, rowCounts, steps = [] }: WorkbookChange): Workbook {
  const added = (sheetId: number) =>
    steps.reduce((sum, step) => (step.do === 'add-rows' && step.sheetId === sheetId ? sum + step.count : sum), 0);
  const tabs = workbook.tabs.map((tab) => ({
    ...tab,
    rowCount: Math.max(tab.rowCount, rowCounts.get(tab.sheetId) ?? 0) + added(tab.sheetId),
  }));
  return afterChanges({ ...workbook, tabs }, cells);
}

export interface MemorySheets extends Sheets {
  workbook: Workbook;
  /** Called before each read, with its number: an edit by people between our requests. */
  beforeRead: (read: number) => void;
}

/** One workbook; counts requests and cells like the adapter of Google Sheets. */
export function memorySheets(workbook: Workbook, calls: Calls): MemorySheets {
  const sheets: MemorySheets = {
    workbook,
    beforeRead: () => {},
    async read() {
      calls.sheetsReads += 1;
      sheets.beforeRead(calls.sheetsReads);
      return sheets.workbook;
    },
    async write(_, change) {
      calls.sheetsWrites += 1;
      calls.cellsWritten += change.cells.length;
      sheets.workbook = written(sheets.workbook, change);
    },
  };
  return sheets;
}

export const newCalls = (): Calls => ({ ...NO_CALLS });

/** A log that is kept. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    log: (severity, message, fields = {}) => lines.push(JSON.stringify({ severity, message, ...fields })),
  };
}
