/**
 * What a review needs and the workbook's own tabs do not say: the Department's calendar, and the months before. The night
 * keeps it in the workbook, so that the script in the sheet judges as the night does. Counts only, no person.
 */
import { fromSerial, type Period, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { ACTIVITY_KINDS, PLATFORMS } from '../../schemas/choice-lists.ts';
import { type CalendarSettings, DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { TeamFigures } from '../../schemas/totals.ts';
import type { History, PastMonth } from './history.ts';
import { type OpenPeriod, openPeriods } from './period.ts';

export interface ReviewMemory {
  readonly calendar: CalendarSettings;
  /** Months of this unit that are not as the calendar has them: kept open, or cut where they were sent. */
  readonly ownPeriods: readonly OpenPeriod[];
  readonly history: History;
}

/** The months of a unit, without those that the calendar alone would give. */
export function ownPeriodsOf(
  periods: readonly OpenPeriod[],
  today: PlainDate,
  calendar: CalendarSettings,
): readonly OpenPeriod[] {
  const known = new Set(openPeriods(today, calendar).map((open) => JSON.stringify(storedPeriod(open))));
  return periods.filter((open) => !known.has(JSON.stringify(storedPeriod(open))));
}

/** The open months on a day as the last night would have them, the earliest first. */
export function rememberedPeriods(memory: ReviewMemory | null, today: PlainDate): readonly OpenPeriod[] {
  const { calendar, ownPeriods } = memory ?? { calendar: DEFAULT_CALENDAR, ownPeriods: [] };
  const own = new Set(ownPeriods.map(({ period }) => period));
  const others = openPeriods(today, calendar).filter(({ period }) => !own.has(period));
  return [...ownPeriods, ...others].sort((one, other) => (one.period < other.period ? -1 : 1));
}

/** Another form of the text is not read; the night after writes it anew. */
const FORM = 1;

/**
 * Metadata of a workbook holds 30,000 characters in all. A unit of a hundred teams takes half of them for three months;
 * of a larger one the oldest months are left out, and the rules over time see less in the sheet than in the night.
 * https://developers.google.com/workspace/sheets/api/guides/metadata
 */
const MAX_LENGTH = 28_000;

const KINDS = ACTIVITY_KINDS.choices.map(({ value }) => value);
const PLATFORM_VALUES = PLATFORMS.choices.map(({ value }) => value);

type Numbers = readonly number[];

interface StoredMonth {
  readonly period: string;
  /** Serial numbers of the window's first and last day. */
  readonly window: readonly [number, number];
  readonly teams: Readonly<Record<string, Numbers>>;
}

interface Stored {
  readonly form: number;
  /** Null for the calendar of the code. */
  readonly calendar: {
    readonly dataWindow: CalendarSettings['dataWindow'];
    readonly graceWorkingDays: number;
    readonly firstPeriod: string;
    readonly daysOff: Numbers;
    readonly workedSaturdays: Numbers;
  } | null;
  readonly own: readonly StoredPeriod[];
  readonly months: readonly StoredMonth[];
}

/** Month, first and last day of the window, due, last day before the lock. */
type StoredPeriod = readonly [string, number, number, number, number];

function storedPeriod({ period, window, due, lastDay }: OpenPeriod): StoredPeriod {
  return [period, toSerial(window.from), toSerial(window.to), toSerial(due), toSerial(lastDay)];
}

function openPeriod([period, from, to, due, lastDay]: StoredPeriod): OpenPeriod {
  const window = { from: fromSerial(from), to: fromSerial(to) };
  return { period: period as Period, window, due: fromSerial(due), lastDay: fromSerial(lastDay) };
}

/** Most figures of a team are 0, and those at the end are left out. */
function numbersOf(team: TeamFigures): Numbers {
  const numbers = [
    team.members,
    team.collaborators,
    team.sessions,
    team.turns,
    ...KINDS.map((kind) => team.activities[kind]),
    ...PLATFORM_VALUES.map((platform) => team.turnsByPlatform[platform]),
  ];
  let length = numbers.length;
  while (length > 0 && numbers[length - 1] === 0) length -= 1;
  return numbers.slice(0, length);
}

function figuresOf(numbers: Numbers): TeamFigures {
  const at = (index: number): number => numbers[index] ?? 0;
  const record = <K extends string>(keys: readonly K[], from: number) =>
    Object.fromEntries(keys.map((key, index) => [key, at(from + index)])) as Record<K, number>;
  return {
    members: at(0),
    collaborators: at(1),
    sessions: at(2),
    turns: at(3),
    activities: record(KINDS, 4),
    turnsByPlatform: record(PLATFORM_VALUES, 4 + KINDS.length),
  };
}

const serials = (days: ReadonlySet<PlainDate>): Numbers => [...days].map(toSerial).sort((one, other) => one - other);

function storedCalendar(calendar: CalendarSettings): Stored['calendar'] {
  const stored = (settings: CalendarSettings) => ({
    dataWindow: settings.dataWindow,
    graceWorkingDays: settings.graceWorkingDays,
    firstPeriod: settings.firstPeriod,
    daysOff: serials(settings.daysOff),
    workedSaturdays: serials(settings.workedSaturdays),
  });
  const own = stored(calendar);
  return JSON.stringify(own) === JSON.stringify(stored(DEFAULT_CALENDAR)) ? null : own;
}

const storedMonth = ({ period, window, teams }: PastMonth): StoredMonth => ({
  period,
  window: [toSerial(window.from), toSerial(window.to)],
  teams: Object.fromEntries([...teams].sort(byId).map(([id, team]) => [id, numbersOf(team)])),
});

const byId = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

/** The same memory always gives the same text. */
export function writeMemory({ calendar, ownPeriods, history }: ReviewMemory): string {
  const months = history.map(storedMonth);
  for (let count = months.length; ; count -= 1) {
    const own = ownPeriods.map(storedPeriod);
    const stored: Stored = { form: FORM, calendar: storedCalendar(calendar), own, months: months.slice(0, count) };
    const text = JSON.stringify(stored);
    if (text.length <= MAX_LENGTH || count === 0) return text;
  }
}

function calendarOf(stored: Stored['calendar']): CalendarSettings {
  if (stored === null) return DEFAULT_CALENDAR;
  const { dataWindow, graceWorkingDays, firstPeriod, daysOff, workedSaturdays } = stored;
  return {
    dataWindow,
    graceWorkingDays,
    firstPeriod: firstPeriod as Period,
    daysOff: new Set(daysOff.map(fromSerial)),
    workedSaturdays: new Set(workedSaturdays.map(fromSerial)),
  };
}

const pastMonth = ({ period, window, teams }: StoredMonth): PastMonth => ({
  period: period as Period,
  window: { from: fromSerial(window[0]), to: fromSerial(window[1]) },
  teams: new Map(Object.entries(teams).map(([id, numbers]) => [id, figuresOf(numbers)])),
});

/** Null when there is none yet, or none that can be read: whoever asks goes on without. */
export function readMemory(text: string | undefined): ReviewMemory | null {
  if (text === undefined) return null;
  try {
    const stored = JSON.parse(text) as Stored;
    if (stored.form !== FORM) return null;
    const { calendar, own, months } = stored;
    return { calendar: calendarOf(calendar), ownPeriods: own.map(openPeriod), history: months.map(pastMonth) };
  } catch {
    // Staff may edit metadata by scripts of their own; the night writes it anew.
    return null;
  }
}
