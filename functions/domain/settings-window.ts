/** Refuses a data window that ends too late for a report to be made by its due date. */
import { formatDate, formatPeriod, monthOf, type Period } from '../../schemas/calendar.ts';
import { DATA_WINDOWS } from '../../schemas/province/settings-tab.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { describePeriod } from './period.ts';
import { type SettingProblem, settingProblem } from './settings-message.ts';
import type { SettingsDraft } from './settings-rows.ts';
import { countWorkingDays } from './working-days.ts';

/**
 * A window must leave a working day between its last day and the due date, or nobody could send a true report in time.
 * Days off decide it, so every month that has some is looked at. The whole calendar month ends after the due date.
 */
export function windowProblems(draft: SettingsDraft, firstPeriod: Period): readonly SettingProblem[] {
  const { dataWindow, singles } = draft;
  if (dataWindow === null) return [];
  const dates = (days: SettingsDraft['daysOff']) => days.map(({ date }) => date);
  const settings: CalendarSettings = {
    dataWindow,
    graceWorkingDays: 0,
    firstPeriod,
    daysOff: new Set(dates(draft.daysOff)),
    workedSaturdays: new Set(dates(draft.workedSaturdays)),
  };
  const months = new Set([firstPeriod, ...dates(draft.daysOff).map(monthOf)]);
  const late = [...months]
    .filter((month) => month >= firstPeriod)
    .sort()
    .map((month) => describePeriod(month, settings))
    .find(({ window, due }) => countWorkingDays(window.to, due, settings) < 1);
  if (!late) return [];
  const details = {
    month: formatPeriod(late.period).replace('-', '/'),
    end: formatDate(late.window.to),
    due: formatDate(late.due),
    instead: DATA_WINDOWS.choices[0].label,
  };
  return [settingProblem(singles.get('dataWindow') ?? null, 'settings.window-too-late', details)];
}
