/**
 * How a month's tabs close and open again in the workbook: protected against everyone but the workbook's keepers, and out
 * of sight when they are old. A tab has one protection of the whole at most, so the form's own one loses its open cells.
 */
import { addMonths, monthOf, type Period, type PlainDate } from '../../schemas/calendar.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { Protection, Repair, TabState, WorkbookState } from '../../schemas/template.ts';
import { tabTitle } from './tabs.ts';
import { PROTECTION_NAMES, protectionRepairs } from './template-protection.ts';
import { cleanText } from './text.ts';

/** Months for which tabs stay in sight after their lock. */
const MONTHS_SHOWN = 2;

export const LOCK_NAME = 'Hệ thống: khóa kỳ';

const whole = (name: string): Protection => ({ name, area: {}, open: [], warningOnly: false });

interface MonthlyTab {
  readonly key: string;
  readonly title: string;
  /** What the tab is protected by as a whole while its month is locked. */
  readonly lock: Protection;
}

const MONTHLY_TABS: readonly MonthlyTab[] = [
  { key: SHEETS.activities.key, title: SHEETS.activities.title, lock: whole(LOCK_NAME) },
  { key: MonthlyReport.key, title: MonthlyReport.title, lock: whole(PROTECTION_NAMES.tab) },
];

/** Only the lock is judged: a tab's other protections stay as they are. */
const NO_OTHERS: ReadonlySet<string> = new Set();

const titleKey = (title: string): string => cleanText(title).toLowerCase();

/** The month's tabs that are there, by title, or by the key that a renamed one still carries. */
function tabsOf({ tabs }: WorkbookState, period: Period): readonly (readonly [TabState, Protection])[] {
  return MONTHLY_TABS.flatMap(({ key, title, lock }) => {
    const titled = tabs.find((tab) => titleKey(tab.title) === titleKey(tabTitle(title, period)));
    const tab = titled ?? tabs.find((one) => one.key === `${key}:${period}` && monthOfTitle(one.title) === null);
    return tab ? [[tab, lock] as const] : [];
  });
}

/** Closes a month's tabs to all but `editors`; a tab that is gone needs no lock. */
export function lockRepairs(state: WorkbookState, period: Period, editors: readonly string[]): readonly Repair[] {
  return tabsOf(state, period).flatMap(([tab, lock]) => protectionRepairs(tab, [lock], editors, NO_OTHERS));
}

/** Whether a month's tabs are closed, and whoever looked at them may still write into them. */
export function isLockedForOthers(state: WorkbookState, period: Period): boolean {
  return tabsOf(state, period).every(([tab, lock]) =>
    tab.protections.some(({ name, editors }) => name === lock.name && editors !== null),
  );
}

/** Takes the lock off a month's tabs and shows them; the form's open cells are the template's to restore. */
export function unlockRepairs(state: WorkbookState, period: Period): readonly Repair[] {
  return tabsOf(state, period).flatMap(([tab]) => {
    const locks = tab.protections.filter(({ name }) => name === LOCK_NAME);
    const said = `Đã mở khóa trang «${tab.title}».`;
    return [...locks.map(({ id }): Repair => ({ said, steps: [{ do: 'unprotect', id }] })), ...showRepairs(tab)];
  });
}

function showRepairs({ sheetId, title, hidden }: TabState): readonly Repair[] {
  if (!hidden) return [];
  return [{ said: `Đã hiện lại trang «${title}».`, steps: [{ do: 'hide-tab', sheetId, hidden: false }] }];
}

const MONTH_TITLE = new RegExp(`^(?:${MONTHLY_TABS.map(({ title }) => title).join('|')}) (\\d{2})-(\\d{4})$`, 'i');

/** The month that a tab belongs to by its title. */
export function monthOfTitle(title: string): Period | null {
  const match = MONTH_TITLE.exec(cleanText(title));
  return match ? (`${match[2]}-${match[1]}` as Period) : null;
}

/** Whether a month's tabs go out of sight: locked for more than two months. `lastDay` is the last one before the lock. */
export function isOutOfSight(lastDay: PlainDate, today: PlainDate): boolean {
  const month = addMonths(monthOf(lastDay), MONTHS_SHOWN);
  return month < monthOf(today) || (month === monthOf(today) && lastDay.slice(8) < today.slice(8));
}
