/** What each kind of row in `Cấu hình` says: the row is put into the draft, or a problem says why it cannot be. */
import { formatDate, type Period, type PlainDate, weekday } from '../../schemas/calendar.ts';
import { count, text } from '../../schemas/cells.ts';
import type { ChoiceList } from '../../schemas/choice-lists.ts';
import {
  DATA_WINDOWS,
  MAX_GRACE_WORKING_DAYS,
  MAX_TASK,
  SETTING_ITEMS,
  type SettingItem,
} from '../../schemas/province/settings-tab.ts';
import type { ProvinceSettings } from '../../schemas/settings.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { choiceIndex, choiceKey } from './cells/choice-index.ts';
import { readCount } from './cells/count.ts';
import type { ReadingContext } from './cells/reading.ts';
import { readText } from './cells/text.ts';
import { lineOf, readAddress, readDays, readMonth, readUnit, readYear } from './settings-cells.ts';
import { type SettingProblem, settingProblem } from './settings-message.ts';
import { isBlank } from './text.ts';

export interface SettingRow {
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  readonly scope: CellValue;
  readonly value: CellValue;
}

/** A day, and the row that it stands in. */
interface DayAt {
  readonly date: PlainDate;
  readonly row: number;
}

interface TaskAt {
  readonly task: string;
  readonly row: number;
}

/** What has been read so far. */
export interface SettingsDraft {
  /** The first row of each item that may stand once. */
  readonly singles: Map<SettingItem, number>;
  dataWindow: ProvinceSettings['dataWindow'] | null;
  graceWorkingDays: number | null;
  readonly daysOff: DayAt[];
  readonly workedSaturdays: DayAt[];
  readonly departmentMail: Set<string>;
  readonly mailTo: Map<string, Set<string>>;
  readonly staff: Map<string, Set<string>>;
  readonly tasks: Map<Period, TaskAt[]>;
}

export const newDraft = (): SettingsDraft => ({
  singles: new Map(),
  dataWindow: null,
  graceWorkingDays: null,
  daysOff: [],
  workedSaturdays: [],
  departmentMail: new Set(),
  mailTo: new Map(),
  staff: new Map(),
  tasks: new Map(),
});

type RowReader = (row: SettingRow, draft: SettingsDraft) => readonly SettingProblem[];

const SATURDAY = 6;
const NOTHING: readonly SettingProblem[] = [];

/** The readers of counts and texts ask for a place; here they have no use for it. */
const NO_PLACE = {} as ReadingContext;

export const itemLabel = (item: SettingItem): string =>
  SETTING_ITEMS.choices.find(({ value }) => value === item)?.label ?? item;

/** By label or alias alone: what the Department decides is never guessed. */
export function knownChoice(list: ChoiceList, cell: CellValue): string | null {
  const known = choiceIndex(list).get(choiceKey(lineOf(cell)));
  return known?.choice.value ?? null;
}

/** Items that may stand once. */
function once(item: SettingItem, read: RowReader): RowReader {
  return (row, draft) => {
    const first = draft.singles.get(item);
    if (first !== undefined) {
      return [settingProblem(row.row, 'settings.item-doubled', { item: itemLabel(item), row: first })];
    }
    draft.singles.set(item, row.row);
    return needed(read)(row, draft);
  };
}

function needed(read: RowReader): RowReader {
  return (row, draft) => (isBlank(row.value) ? [settingProblem(row.row, 'settings.value-blank')] : read(row, draft));
}

const dataWindow: RowReader = ({ row, value }, draft) => {
  const kind = knownChoice(DATA_WINDOWS, value);
  if (kind === null) {
    const [first, second] = DATA_WINDOWS.choices;
    const details = { value: lineOf(value), first: first.label, second: second.label };
    return [settingProblem(row, 'settings.window-unknown', details)];
  }
  draft.dataWindow = kind as ProvinceSettings['dataWindow'];
  return NOTHING;
};

const graceWorkingDays: RowReader = ({ row, value }, draft) => {
  const { value: days } = readCount(value, count('ngày', 'ngày làm việc'), NO_PLACE);
  if (days === null || days > MAX_GRACE_WORKING_DAYS) {
    return [settingProblem(row, 'settings.grace', { most: MAX_GRACE_WORKING_DAYS })];
  }
  draft.graceWorkingDays = days;
  return NOTHING;
};

/** The year beside the days is a help against slips of the pen; it may stay blank. */
function days(key: 'daysOff' | 'workedSaturdays'): RowReader {
  return needed(({ row, scope, value }, draft) => {
    const year = readYear(scope);
    return readDays(value).flatMap(({ text, date }) => {
      if (date === null) return [settingProblem(row, 'settings.date', { value: text })];
      const shown = formatDate(date);
      if (!isBlank(scope) && year !== Number(date.slice(0, 4))) {
        return [settingProblem(row, 'settings.date-year', { date: shown, value: lineOf(scope) })];
      }
      if (key === 'workedSaturdays' && weekday(date) !== SATURDAY) {
        return [settingProblem(row, 'settings.not-saturday', { date: shown })];
      }
      draft[key].push({ date, row });
      return NOTHING;
    });
  });
}

/** One address a row. A row without one is a reminder, no mistake: the unit gets no mail as yet. */
function addresses(setOf: (row: SettingRow, draft: SettingsDraft) => Set<string> | SettingProblem): RowReader {
  return (row, draft) => {
    const set = setOf(row, draft);
    if (!(set instanceof Set)) return [set];
    if (isBlank(row.value)) return [settingProblem(row.row, 'settings.address-blank')];
    const reading = readAddress(row.value);
    if (reading === 'several') return [settingProblem(row.row, 'settings.address-several')];
    if (reading === 'unreadable') return [settingProblem(row.row, 'settings.address')];
    set.add(reading.address);
    return NOTHING;
  };
}

function ofUnit(key: 'mailTo' | 'staff') {
  return ({ row, scope }: SettingRow, draft: SettingsDraft): Set<string> | SettingProblem => {
    if (isBlank(scope)) return settingProblem(row, 'settings.unit-blank');
    const unit = readUnit(scope);
    if (unit === null) return settingProblem(row, 'settings.unit-unknown', { value: lineOf(scope) });
    const set = draft[key].get(unit.id) ?? new Set();
    draft[key].set(unit.id, set);
    return set;
  };
}

const tasks: RowReader = needed(({ row, scope, value }, draft) => {
  const month = readMonth(scope);
  if (month === null) return [settingProblem(row, 'settings.month')];
  const { value: task } = readText(value, text(MAX_TASK), NO_PLACE);
  if (task === null) return [settingProblem(row, 'settings.task', { most: MAX_TASK })];
  const line = lineOf(task);
  const others = draft.tasks.get(month) ?? [];
  const same = others.find((other) => choiceKey(other.task) === choiceKey(line));
  if (same) return [settingProblem(row, 'settings.task-doubled', { row: same.row })];
  draft.tasks.set(month, [...others, { task: line, row }]);
  return NOTHING;
});

const READERS: Readonly<Record<SettingItem, RowReader>> = {
  dataWindow: once('dataWindow', dataWindow),
  graceWorkingDays: once('graceWorkingDays', graceWorkingDays),
  daysOff: days('daysOff'),
  workedSaturdays: days('workedSaturdays'),
  departmentMail: addresses((_, draft) => draft.departmentMail),
  mailTo: addresses(ofUnit('mailTo')),
  staff: addresses(ofUnit('staff')),
  tasks,
};

/** Reads one row into the draft; returns what is wrong with it. */
export function readSettingRow(item: CellValue, row: SettingRow, draft: SettingsDraft): readonly SettingProblem[] {
  if (isBlank(item)) return [settingProblem(row.row, 'settings.item-blank')];
  const known = knownChoice(SETTING_ITEMS, item) as SettingItem | null;
  if (known === null) return [settingProblem(row.row, 'settings.item-unknown', { value: lineOf(item) })];
  return READERS[known](row, draft);
}
