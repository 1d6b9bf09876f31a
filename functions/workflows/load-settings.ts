/** The Department's settings as they are in force now: the tab `Cấu hình` where it is valid, else what was stored. */
import { dayInVietnam, type Instant } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import { PROVINCE_TABS } from '../../schemas/province/tabs.ts';
import { type CalendarSettings, DEFAULT_CALENDAR, type ProvinceSettings } from '../../schemas/settings.ts';
import type { Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { canonicalJson } from '../domain/canonical.ts';
import {
  calendarOf,
  readSettings,
  type SettingsContext,
  type SettingsReading,
  settingsFrom,
} from '../domain/settings.ts';
import type { SettingProblem } from '../domain/settings-message.ts';
import { settingsChanges } from '../domain/settings-tab.ts';
import { findTab } from '../domain/summary-changes.ts';
import { type AppError, toAppError } from '../errors.ts';
import type { Calls, Log, Sheets, Store, StoredDocument } from '../ports.ts';
import { saveChanged } from './save-changed.ts';
import { settleChange } from './settle-change.ts';

export interface LoadSettingsPorts {
  readonly store: Store;
  readonly sheets: Sheets;
  readonly log: Log;
  readonly calls: Calls;
}

export interface LoadedSettings {
  readonly calendar: CalendarSettings;
  readonly settings: SettingsDocument;
  /** Where they come from: the tab as it is, what was stored before, or the calendar of the code. */
  readonly source: 'tab' | 'stored' | 'default';
  /** What is wrong in the tab, without any address. */
  readonly problems: readonly SettingProblem[];
  /** The tab could not be read at all; the settings are those stored. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

const NO_CHANGE: WorkbookChange = { cells: [], rowCounts: new Map() };

/** Never fails for what the tab says or because the workbook cannot be reached: a night goes on with what was valid last. */
export async function loadSettings(
  ports: LoadSettingsPorts,
  { now }: { readonly now: Instant },
): Promise<LoadedSettings> {
  const stored = (await ports.store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument | undefined;
  ports.calls.documentsRead += 1;
  const before = stored ?? settingsFrom(DEFAULT_CALENDAR);
  const fallback = { source: stored ? 'stored' : 'default', problems: [], error: null } as const;
  if (before.workbookId === null) return loaded(before, fallback);
  try {
    const context = { firstPeriod: before.firstPeriod, today: dayInVietnam(now) };
    const { settings, problems } = await readTab(before.workbookId, context, ports);
    logProblems(problems, ports.log);
    if (settings === null) return loaded(before, { ...fallback, problems });
    return loaded(await saveSettings(settings, before, ports), { source: 'tab', problems, error: null });
  } catch (cause) {
    const { code, message } = logError(toAppError(cause), ports.log);
    return loaded(before, { ...fallback, error: { code, message } });
  }
}

function loaded(
  settings: SettingsDocument,
  rest: Pick<LoadedSettings, 'source' | 'problems' | 'error'>,
): LoadedSettings {
  return { calendar: calendarOf(settings), settings, ...rest };
}

/** Reads the tab, and writes the verdicts beside its rows when they are not there yet. */
async function readTab(
  workbookId: string,
  context: SettingsContext,
  ports: LoadSettingsPorts,
): Promise<SettingsReading> {
  const tabOf = (workbook: Workbook) => findTab(workbook, PROVINCE_TABS.settings);
  const plan = (workbook: Workbook): WorkbookChange => {
    const tab = tabOf(workbook);
    return tab ? { ...NO_CHANGE, cells: settingsChanges(tab, readSettings(tab, context)) } : NO_CHANGE;
  };
  const { workbook } = await settleChange(workbookId, plan, ports);
  return readSettings(tabOf(workbook), context);
}

/** A version more for other settings; the same settings are not written again. */
async function saveSettings(
  settings: ProvinceSettings,
  before: SettingsDocument,
  { store, calls }: LoadSettingsPorts,
): Promise<SettingsDocument> {
  const { version, workbookId } = before;
  const same: SettingsDocument = { ...settings, version, workbookId };
  if (canonicalJson(same) === canonicalJson(before)) return before;
  const next: SettingsDocument = { ...same, version: version + 1 };
  const { read, written } = await saveChanged(store, new Map<string, StoredDocument>([[SETTINGS_PATH, next]]));
  calls.documentsRead += read;
  calls.documentsWritten += written;
  return next;
}

/** Rules and rows only: what a cell says may be an address. */
function logProblems(problems: readonly SettingProblem[], log: Log): void {
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ row, rule }) => ({ row, rule }));
  if (errors.length > 0)
    log('WARNING', 'The settings tab is not valid; the last valid one stays in force.', { errors });
}

function logError(error: AppError, log: Log): AppError {
  log('ERROR', `The settings tab could not be read: ${error.message}`, { code: error.code });
  return error;
}
