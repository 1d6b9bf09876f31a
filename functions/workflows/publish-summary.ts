/** Sums up months of the whole province, stores them, and shows them in the province's workbook. */
import { dayInVietnam, type Instant, type Period, type PlainDate } from '../../schemas/calendar.ts';
import { reportPath, summaryPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, SummaryDocument, UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { describePeriod } from '../domain/period.ts';
import { calendarOf } from '../domain/settings.ts';
import { makeSummary } from '../domain/summary.ts';
import { missingTabs, monthsShown, provinceChanges, type ShownMonths, viewOf } from '../domain/summary-changes.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Calls, Log, Sheets, Store, StoredDocument } from '../ports.ts';
import { readOpenings } from './read-openings.ts';
import { saveChanged } from './save-changed.ts';
import { settleChange } from './settle-change.ts';
import { storedSettings } from './stored-settings.ts';

export interface PublishPorts {
  readonly store: Store;
  readonly sheets: Sheets;
  readonly log: Log;
  /** Documents are counted here; the Sheets adapter counts its requests here too. */
  readonly calls: Calls;
}

export interface Published {
  readonly period: Period;
  readonly cellsWritten: number;
  readonly documentsWritten: number;
}

export interface PublishedMonths {
  readonly periods: readonly Period[];
  readonly cellsWritten: number;
  readonly documentsWritten: number;
}

/** One month. Throws `not-found` for a month that is not reported, or whose window has not begun. */
export async function publishSummary(
  { period, asOf }: { readonly period: Period; readonly asOf: Instant },
  ports: PublishPorts,
): Promise<Published> {
  const { cellsWritten, documentsWritten } = await publishSummaries({ periods: [period], asOf }, ports);
  return { period, cellsWritten, documentsWritten };
}

/**
 * Several months, and the workbook once for all of them. Only documents and cells that differ are written. Without a
 * workbook the months are stored all the same.
 */
export async function publishSummaries(
  { periods, asOf }: { readonly periods: readonly Period[]; readonly asOf: Instant },
  ports: PublishPorts,
): Promise<PublishedMonths> {
  const today = dayInVietnam(asOf);
  const settings = await storedSettings(ports);
  const calendar = calendarOf(settings);
  for (const period of periods) assertKnown(period, today, calendar);
  const documentsWritten = await saveSummaries(periods, ports);
  const shown = monthsShown(today, calendar);
  const { workbookId } = settings;
  const cellsWritten = workbookId && shown ? await show({ workbookId, shown, today, calendar }, ports) : 0;
  ports.log('INFO', 'summaries published', { periods, documents: documentsWritten, cells: cellsWritten });
  return { periods, cellsWritten, documentsWritten };
}

/** The units' own work is stored by now; a province workbook that fails is told, and tried again by the next run. */
export async function publishSafely(
  request: { readonly periods: readonly Period[]; readonly asOf: Instant },
  ports: PublishPorts,
): Promise<void> {
  try {
    await publishSummaries(request, ports);
  } catch (cause) {
    const { code, message } = toAppError(cause);
    ports.log('ERROR', `The summary could not be published: ${message}`, { code });
  }
}

function assertKnown(period: Period, today: PlainDate, calendar: CalendarSettings): void {
  const isKnown = period >= calendar.firstPeriod && describePeriod(period, calendar).window.from <= today;
  if (!isKnown) throw new AppError('not-found', `The month ${period} is not reported, or has not begun on ${today}.`);
}

async function saveSummaries(periods: readonly Period[], { store, calls }: PublishPorts): Promise<number> {
  const units = [...(await store.list('units')).values()] as UnitDocument[];
  calls.documentsRead += units.length;
  const documents = new Map<string, StoredDocument>();
  for (const period of periods) {
    const paths = units.map(({ unit }) => reportPath(unit, period));
    const reports = [...(await store.get(paths)).values()] as ReportDocument[];
    calls.documentsRead += paths.length;
    const openings = await readOpenings(reports, { store, calls });
    documents.set(summaryPath(period), makeSummary(reports, units, period, openings));
  }
  const { read, written } = await saveChanged(store, documents);
  calls.documentsRead += read;
  calls.documentsWritten += written;
  return written;
}

interface ShowRequest {
  readonly workbookId: string;
  readonly shown: ShownMonths;
  readonly today: PlainDate;
  readonly calendar: CalendarSettings;
}

/** Returns how many cells were written. */
async function show({ workbookId, shown, today, calendar }: ShowRequest, ports: PublishPorts): Promise<number> {
  const paths = shown.periods.map(summaryPath);
  const stored = [...(await ports.store.get(paths)).values()] as SummaryDocument[];
  ports.calls.documentsRead += paths.length;
  const view = viewOf(shown, new Map(stored.map((one) => [one.period, one])), today, calendar);
  const { workbook, cellsWritten } = await settleChange(workbookId, (found) => provinceChanges(found, view), ports);
  const missing = missingTabs(workbook);
  if (missing.length > 0)
    ports.log('WARNING', 'Tabs of the province workbook are missing; provision it again.', { missing });
  return cellsWritten;
}
