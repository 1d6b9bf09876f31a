/** `Cấu hình` read and checked as a whole: the settings that it stands for, or why the last valid ones stay in force. */
import { formatDate, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import { type SettingItem, SettingsSheet } from '../../schemas/province/settings-tab.ts';
import { type CalendarSettings, DEFAULT_CALENDAR, type ProvinceSettings } from '../../schemas/settings.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { Tab } from '../../schemas/workbook.ts';
import { readHeader } from './header.ts';
import { readRows } from './rows.ts';
import { type SettingProblem, settingProblem } from './settings-message.ts';
import { itemLabel, newDraft, readSettingRow, type SettingsDraft } from './settings-rows.ts';
import { windowProblems } from './settings-window.ts';

export interface SettingsReading {
  /** Null when something is wrong: then the last valid settings stay in force. */
  readonly settings: ProvinceSettings | null;
  readonly problems: readonly SettingProblem[];
  /** Rows that were judged, counted from 1. */
  readonly rows: readonly number[];
  /** Row of the header and column of `Kiểm tra`, counted from 0; null when staff removed the column. */
  readonly headerRow: number;
  readonly checkColumn: number | null;
}

/** The calendar that settings stand for. */
export function calendarOf(settings: ProvinceSettings): CalendarSettings {
  const { dataWindow, graceWorkingDays, firstPeriod, daysOff, workedSaturdays } = settings;
  return {
    dataWindow,
    graceWorkingDays,
    firstPeriod,
    daysOff: new Set(daysOff),
    workedSaturdays: new Set(workedSaturdays),
  };
}

/** Before anybody has decided anything: a calendar, no addresses, no tasks, no workbook. */
export function settingsFrom(calendar: CalendarSettings): SettingsDocument {
  const { dataWindow, graceWorkingDays, firstPeriod, daysOff, workedSaturdays } = calendar;
  return {
    version: 1,
    workbookId: null,
    dataWindow,
    graceWorkingDays,
    firstPeriod,
    daysOff: [...daysOff].sort(),
    workedSaturdays: [...workedSaturdays].sort(),
    departmentMail: [],
    mailTo: {},
    staff: {},
    tasks: {},
  };
}

export interface SettingsContext {
  /** The first month that is reported; no row of the tab says it. */
  readonly firstPeriod: Period;
  /** With it, a year without days off is told. */
  readonly today?: PlainDate;
}

const NO_CONTEXT: SettingsContext = { firstPeriod: DEFAULT_CALENDAR.firstPeriod };

const unread = (problem: SettingProblem, headerRow = 0, checkColumn: number | null = null): SettingsReading => ({
  settings: null,
  problems: [problem],
  rows: [],
  headerRow,
  checkColumn,
});

/** Reads the tab `Cấu hình`. Every problem of every row is named; with one error none of the tab is taken over. */
export function readSettings(tab: Tab | undefined, context: SettingsContext = NO_CONTEXT): SettingsReading {
  if (!tab) return unread(settingProblem(null, 'settings.tab-missing'));
  const sheet = SettingsSheet as Sheet;
  const { header, checkColumn } = readHeader(tab, sheet);
  if (!header) return unread(settingProblem(null, 'settings.header'), 0, checkColumn);
  const draft = newDraft();
  const rows = readRows(tab, sheet, header);
  const byRow = rows.flatMap(({ row, cells }) => {
    const { item = null, scope = null, value = null } = cells;
    return readSettingRow(item, { row, scope, value }, draft);
  });
  const problems = [...byRow, ...wholeProblems(draft, context)];
  const isValid = problems.every(({ severity }) => severity !== 'error');
  return {
    settings: isValid ? settingsOf(draft, context.firstPeriod) : null,
    problems,
    rows: rows.map(({ row }) => row),
    headerRow: header.row,
    checkColumn,
  };
}

/** What concerns several rows, or one that is not there. */
function wholeProblems(draft: SettingsDraft, context: SettingsContext): readonly SettingProblem[] {
  const needed: readonly SettingItem[] = ['dataWindow', 'graceWorkingDays'];
  const missing = needed.filter((item) => !draft.singles.has(item));
  return [
    ...missing.map((item) => settingProblem(null, 'settings.item-missing', { item: itemLabel(item) })),
    ...conflicts(draft),
    ...windowProblems(draft, context.firstPeriod),
    ...yearProblems(draft, context.today),
  ];
}

function conflicts({ daysOff, workedSaturdays }: SettingsDraft): readonly SettingProblem[] {
  const off = new Set(daysOff.map(({ date }) => date));
  return workedSaturdays
    .filter(({ date }) => off.has(date))
    .map(({ date, row }) => settingProblem(row, 'settings.date-conflict', { date: formatDate(date) }));
}

function yearProblems({ daysOff }: SettingsDraft, today: PlainDate | undefined): readonly SettingProblem[] {
  if (today === undefined) return [];
  const year = today.slice(0, 4);
  if (daysOff.some(({ date }) => date.startsWith(year))) return [];
  return [settingProblem(null, 'settings.year-without-days-off', { year })];
}

const uniqueDays = (days: SettingsDraft['daysOff']): PlainDate[] => [...new Set(days.map(({ date }) => date))].sort();

/** Addresses and units are sorted, so that sorting the rows of the tab is no change. */
function byUnit(addresses: SettingsDraft['mailTo']): Record<string, string[]> {
  const units = [...addresses].filter(([, set]) => set.size > 0).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(units.map(([unit, set]) => [unit, [...set].sort()]));
}

function settingsOf(draft: SettingsDraft, firstPeriod: Period): ProvinceSettings | null {
  const { dataWindow, graceWorkingDays } = draft;
  if (dataWindow === null || graceWorkingDays === null) return null;
  const tasks = [...draft.tasks].map(([month, all]) => [month, all.map(({ task }) => task)] as const);
  return {
    dataWindow,
    graceWorkingDays,
    firstPeriod,
    daysOff: uniqueDays(draft.daysOff),
    workedSaturdays: uniqueDays(draft.workedSaturdays),
    departmentMail: [...draft.departmentMail].sort(),
    mailTo: byUnit(draft.mailTo),
    staff: byUnit(draft.staff),
    tasks: Object.fromEntries(tasks),
  };
}
