/** What the Department decides for the whole province; the tab `Cấu hình` overrides these defaults. */
import type { DataWindowKind, Period, PlainDate } from './calendar.ts';
import holidays from './data/holidays.json' with { type: 'json' };
import type { SettingsDocument } from './documents.ts';

/** What the tab `Cấu hình` says, apart from where it stands and how often it changed. */
export type ProvinceSettings = Omit<SettingsDocument, 'version' | 'workbookId'>;

export interface CalendarSettings {
  readonly dataWindow: DataWindowKind;
  /** Working days between due and lock. */
  readonly graceWorkingDays: number;
  /** Weekdays off, and Saturdays worked in exchange; announced year by year. */
  readonly daysOff: ReadonlySet<PlainDate>;
  readonly workedSaturdays: ReadonlySet<PlainDate>;
  /** The first month that is reported. KH 115 is of 08/6/2022. */
  readonly firstPeriod: Period;
}

const years = Object.values(holidays.years);

export const DEFAULT_CALENDAR: CalendarSettings = {
  dataWindow: 'decree-09',
  graceWorkingDays: 3,
  daysOff: new Set(years.flatMap((year) => year.off as PlainDate[])),
  workedSaturdays: new Set(years.flatMap((year) => year.workedSaturdays as PlainDate[])),
  firstPeriod: '2022-06' as Period,
};
