/** What has to change in `Cấu hình` to show its verdicts, and the rows by which settings are written into it. */
import { formatDate, formatPeriod, type PlainDate } from '../../schemas/calendar.ts';
import { DATA_WINDOWS, type SettingItem } from '../../schemas/province/settings-tab.ts';
import type { ProvinceSettings } from '../../schemas/settings.ts';
import { findUnit, unitsWithCommunes } from '../../schemas/units.ts';
import type { CellChange, Tab } from '../../schemas/workbook.ts';
import { placeKey } from '../../schemas/workbook.ts';
import { noteChanges } from './marks.ts';
import { SIGNS } from './message.ts';
import type { SettingsReading } from './settings.ts';
import type { SettingProblem } from './settings-message.ts';
import { itemLabel } from './settings-rows.ts';

const lineOf = ({ severity, message }: SettingProblem): string => `${SIGNS[severity]} ${message}`;

function verdictOf(row: number, problems: readonly SettingProblem[]): string {
  const own = problems.filter((problem) => problem.row === row);
  const errors = own.filter(({ severity }) => severity === 'error');
  const others = own.filter(({ severity }) => severity !== 'error');
  return [...errors, ...others].map(lineOf).join(' ') || '✓';
}

/** Verdicts beside the rows; what concerns the tab as a whole is a note on the header of `Kiểm tra`. */
export function settingsChanges(tab: Tab, reading: SettingsReading): readonly CellChange[] {
  const { problems, rows, headerRow, checkColumn } = reading;
  if (checkColumn === null) return [];
  const judged = new Set(rows);
  const changes: CellChange[] = [];
  for (let row = headerRow + 1; row < tab.values.length; row += 1) {
    const has = tab.values[row]?.[checkColumn] ?? null;
    const want = judged.has(row + 1) ? verdictOf(row + 1, problems) : null;
    if (has !== want) changes.push({ sheetId: tab.sheetId, row, column: checkColumn, value: want });
  }
  const whole = problems.filter(({ row }) => row === null).map(lineOf);
  const notes = whole.length === 0 ? new Map() : new Map([[placeKey(headerRow, checkColumn), whole]]);
  return [...changes, ...noteChanges(tab, notes)];
}

/** One row of the tab without its verdict: item, scope, value. Everything is text, as a person types it. */
export type SettingLine = readonly [item: string, scope: string, value: string];

const line = (item: SettingItem, scope: string, value: string): SettingLine => [itemLabel(item), scope, value];

/** Days of one year in one row. */
function dayLines(item: SettingItem, days: readonly PlainDate[]): readonly SettingLine[] {
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  return [...years].map(([year, all]) => line(item, year, all.map(formatDate).join('; ')));
}

function addressLines(
  item: SettingItem,
  units: readonly string[],
  addresses: Readonly<Record<string, readonly string[]>>,
): readonly SettingLine[] {
  return units.flatMap((id) => {
    const name = findUnit(id)?.fullName ?? id;
    const own = addresses[id] ?? [];
    return (own.length === 0 ? [''] : own).map((address) => line(item, name, address));
  });
}

/** The rows that a new tab gets: what is in force, with a row for the address of every unit that reports. */
export function settingLines(settings: ProvinceSettings): readonly SettingLine[] {
  const { dataWindow, graceWorkingDays, daysOff, workedSaturdays, departmentMail, mailTo, staff, tasks } = settings;
  const window = DATA_WINDOWS.choices.find(({ value }) => value === dataWindow);
  const reporting = unitsWithCommunes().map(({ id }) => id);
  const others = Object.keys(mailTo).filter((id) => !reporting.includes(id));
  return [
    line('dataWindow', '', window?.label ?? dataWindow),
    line('graceWorkingDays', '', String(graceWorkingDays)),
    ...(departmentMail.length === 0 ? [''] : departmentMail).map((address) => line('departmentMail', '', address)),
    ...addressLines('mailTo', [...reporting, ...others.sort()], mailTo),
    ...addressLines('staff', Object.keys(staff).sort(), staff),
    ...dayLines('daysOff', daysOff),
    ...dayLines('workedSaturdays', workedSaturdays),
    ...Object.entries(tasks)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([month, all]) => all.map((task) => line('tasks', shortMonth(month), task))),
  ];
}

/** `08/2022`. */
const shortMonth = (month: string): string =>
  formatPeriod(month as Parameters<typeof formatPeriod>[0]).replace('-', '/');

/** Rows that must always be there: the two decisions that every month needs, and an address for each unit. */
const ALWAYS: ReadonlySet<string> = new Set(
  (['dataWindow', 'graceWorkingDays', 'departmentMail', 'mailTo'] as const).map(itemLabel),
);
export const isAlwaysThere = ([item]: SettingLine): boolean => ALWAYS.has(item);
