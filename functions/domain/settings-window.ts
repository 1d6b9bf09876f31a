/** Refuses a data window that ends too late for a report to be made by its due date. */
import { formatDate, formatPeriod, monthOf, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { describePeriod, type OpenPeriod } from './period.ts';
import { type SettingProblem, settingProblem } from './settings-message.ts';
import type { SettingsDraft } from './settings-rows.ts';
import { countWorkingDays } from './working-days.ts';

/**
 * The last day that a report on time has to wait for. A calendar month is cut where it is sent (`cutAtSubmission`), so any
 * day will do, the first too; a window of the Decree has its own last day.
 */
const cutOff = ({ window }: OpenPeriod, { dataWindow }: CalendarSettings): PlainDate =>
  dataWindow === 'calendar-month' ? window.from : window.to;

/**
 * A window must leave a working day between its cut-off and the due date, or nobody could send a true report in time. Days
 * off decide it, so every month that has some is looked at. DESIGN §5.
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
    .find((month) => countWorkingDays(cutOff(month, settings), month.due, settings) < 1);
  if (!late) return [];
  const details = {
    month: formatPeriod(late.period).replace('-', '/'),
    end: formatDate(cutOff(late, settings)),
    due: formatDate(late.due),
  };
  return [settingProblem(singles.get('dataWindow') ?? null, 'settings.window-too-late', details)];
}
