/** What the template of the province leaves open: the rows of `Cấu hình`. */

import { SETTING_ITEMS, SettingsSheet } from '../../schemas/province/settings-tab.ts';
import { PROVINCE_TABS } from '../../schemas/province/tabs.ts';
import type { ProvinceSettings } from '../../schemas/settings.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { Repair, Step, TabState, WorkbookState } from '../../schemas/template.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { matchHeaders } from './header.ts';
import { lineOf } from './settings-cells.ts';
import { knownChoice } from './settings-rows.ts';
import { isAlwaysThere, type SettingLine, settingLines } from './settings-tab.ts';
import { said } from './template-cells.ts';
import { cleanText, fold } from './text.ts';

/** More than `Cấu hình` will ever have: new rows are written below the last one. */
export const PROVINCE_ROWS_SEEN = 5_000;

const titleKey = (title: string): string => cleanText(title).toLowerCase();
const tabOf = ({ tabs }: WorkbookState, wanted: string): TabState | undefined =>
  tabs.find(({ title }) => titleKey(title) === titleKey(wanted));

/** Everything for an empty tab; in one that people work in only the rows that must always be there. */
export function settingsRowRepairs(state: WorkbookState, settings: ProvinceSettings): readonly Repair[] {
  const tab = tabOf(state, PROVINCE_TABS.settings);
  const places = tab && columnsOf(tab);
  if (!tab || !places) return [];
  const rows = tab.values.slice(places.headerRow + 1);
  const present = new Set(rows.map((cells) => identity(cells[places.item] ?? null, cells[places.scope] ?? null)));
  const isEmpty = rows.every((cells) => lineOf(cells[places.item]) === '' && lineOf(cells[places.value]) === '');
  const lines = settingLines(settings).filter(
    (line) => isEmpty || (isAlwaysThere(line) && !present.has(identity(line[0], line[1]))),
  );
  if (lines.length === 0) return [];
  const first = places.headerRow + 1 + lastFilled(rows) + 1;
  const steps = [
    ...roomFor(tab, first + lines.length),
    ...lines.flatMap((line, at) => writes(tab, places, first + at, line)),
  ];
  return [said(tab, 'đã thêm các dòng cấu hình còn thiếu', steps)];
}

interface Places {
  readonly headerRow: number;
  readonly item: number;
  readonly scope: number;
  readonly value: number;
}

function columnsOf(tab: TabState): Places | null {
  for (const [headerRow, cells] of tab.values.entries()) {
    const matched = matchHeaders(cells, SettingsSheet as Sheet);
    const [item, scope, value] = ['item', 'scope', 'value'].map((key) => matched.get(key)?.[0]);
    if (item !== undefined && scope !== undefined && value !== undefined) return { headerRow, item, scope, value };
  }
  return null;
}

/** The same item under another of its names is the same. */
const identity = (item: CellValue, scope: CellValue): string =>
  `${knownChoice(SETTING_ITEMS, item) ?? fold(lineOf(item))}|${fold(lineOf(scope))}`;

const lastFilled = (rows: TabState['values']): number =>
  rows.findLastIndex((cells) => cells.some((cell) => lineOf(cell) !== ''));

const roomFor = ({ sheetId, rowCount, columnCount }: TabState, rows: number): readonly Step[] =>
  rows <= rowCount ? [] : [{ do: 'resize', sheetId, rowCount: rows, columnCount }];

function writes({ sheetId }: TabState, places: Places, row: number, line: SettingLine): readonly Step[] {
  const [item, scope, value] = line;
  const cells = [
    { column: places.item, value: item },
    { column: places.scope, value: scope },
    { column: places.value, value },
  ];
  return cells.filter((cell) => cell.value !== '').map((cell): Step => ({ do: 'write', sheetId, row, ...cell }));
}
