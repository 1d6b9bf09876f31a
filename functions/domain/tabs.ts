/** Which tab of a workbook is which: by title, with renamed tabs and copies recognised by their columns. */
import { formatPeriod, type Period } from '../../schemas/calendar.ts';
import type { Issue, TabKey } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { Tab, Workbook } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import { matchHeaders } from './header.ts';
import { cleanText } from './text.ts';

/** A tab that a workbook should have. */
export interface ExpectedTab {
  readonly key: TabKey;
  readonly title: string;
  readonly period: Period | null;
  /** Null for the form, whose lines are found by label. */
  readonly sheet: Sheet | null;
}

export interface FoundTab {
  readonly expected: ExpectedTab;
  readonly tab: Tab | null;
  readonly issues: readonly Issue[];
}

export interface FoundTabs {
  readonly found: readonly FoundTab[];
  /** Copies of our tabs: not read, and any marks on them are taken off. */
  readonly copies: readonly Tab[];
}

/** What Sheets and Excel put around the title of a copy. */
const COPY = /^(bản sao của|copy of|sao của)\s+|\s+(\(\d+\)|bản sao|copy)$/gi;

/** Share of a sheet's required headers from which a tab counts as one of its kind. */
const RESEMBLES = 0.6;

/** `Hoạt động 08-2022`, or just `Tổ` for a tab that is not monthly. */
export function tabTitle(title: string, period: Period | null): string {
  return period === null ? title : `${title} ${formatPeriod(period)}`;
}

const titleKey = (title: string): string => cleanText(title).toLowerCase();
const withoutCopy = (title: string): string => titleKey(cleanText(title).replace(COPY, ''));

function resembles(tab: Tab, sheet: Sheet | null): boolean {
  if (sheet === null) return false;
  const required = Object.entries(sheet.columns).filter(([, column]) => column.required);
  const matched = matchHeaders(tab.values[0] ?? [], sheet);
  return required.filter(([key]) => matched.has(key)).length >= required.length * RESEMBLES;
}

/** `Bản sao của X` is a copy of X, as is a strange tab with our columns while X itself is there. */
function originalOf(tab: Tab, found: readonly FoundTab[]): FoundTab | undefined {
  const present = found.filter((entry) => entry.tab !== null);
  const named = present.find(({ expected }) => withoutCopy(tab.title) === titleKey(expected.title));
  if (named) return named;
  return present.find(({ expected }) => expected.period === null && resembles(tab, expected.sheet));
}

/**
 * Finds each expected tab by its title (trimmed, NFC, caseless). A missing one names the tab that carries its columns, if
 * there is one. `ignored` are titles of tabs that are ours in another way: system tabs, and the tabs of other months.
 */
export function findTabs(
  workbook: Workbook,
  expected: readonly ExpectedTab[],
  isOurs: (title: string) => boolean,
): FoundTabs {
  const byTitle = new Map(workbook.tabs.map((tab) => [titleKey(tab.title), tab]));
  const taken = new Set(expected.map(({ title }) => titleKey(title)));
  const strangers = workbook.tabs.filter((tab) => !taken.has(titleKey(tab.title)) && !isOurs(cleanText(tab.title)));
  const found = expected.map((entry): FoundTab => {
    const tab = byTitle.get(titleKey(entry.title)) ?? null;
    return { expected: entry, tab, issues: tab ? [] : [missing(entry, strangers)] };
  });
  return withCopies(found, strangers);
}

function missing(entry: ExpectedTab, strangers: readonly Tab[]): Issue {
  const renamed = strangers.find((tab) => resembles(tab, entry.sheet));
  if (!renamed) return issue('tab.missing', 'missing', { tab: entry.title });
  return issue('tab.missing', 'renamed', { tab: entry.title, found: renamed.title }, entry.title);
}

function withCopies(found: readonly FoundTab[], strangers: readonly Tab[]): FoundTabs {
  const copies = strangers.flatMap((tab) => {
    const original = originalOf(tab, found);
    return original ? [{ tab, original }] : [];
  });
  const withIssues = found.map((entry) => ({
    ...entry,
    issues: [
      ...entry.issues,
      ...copies
        .filter(({ original }) => original === entry)
        .map(({ tab }) => issue('tab.copied', 'copy', { tab: entry.expected.title, found: tab.title })),
    ],
  }));
  return { found: withIssues, copies: copies.map(({ tab }) => tab) };
}
