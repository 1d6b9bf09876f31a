/** Checks one unit's workbook: read, take the ticks, judge, mark, count the open months, store them. */
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReplacementCounts, ReportDocument, SettingsDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import type { History } from '../domain/history.ts';
import { isOutOfSight, monthOfTitle } from '../domain/month-locks.ts';
import { describePeriod, type OpenPeriod } from '../domain/period.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { historyOf, makeReport } from '../domain/report.ts';
import { reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import { ownPeriodsOf, writeMemory } from '../domain/review-memory.ts';
import { earlierMonths } from '../domain/unit-summary.ts';
import type { Calls, Changes, Store } from '../ports.ts';
import { formChanges, lockedForms } from './form-changes.ts';
import { readHistory } from './read-history.ts';
import { type ReceiveRequest, receiveMonths, type Turn } from './receive-months.ts';
import { saveReport } from './save-report.ts';
import { type SettlePorts, type SettleRequest, settleMarks } from './settle-marks.ts';
import { readReports } from './unit-months.ts';

export interface CheckRequest {
  readonly unit: ReportingUnit;
  readonly workbookId: string;
  /** As it was just read, where it was. */
  readonly workbook?: Workbook;
  /** The open months; the earliest first. */
  readonly periods: readonly OpenPeriod[];
  /** Months past their lock and not closed: a tick of before may lie in them, and nothing else is looked for. */
  readonly awaiting?: readonly OpenPeriod[];
  /** Locked months that are still in sight. */
  readonly locked?: readonly OpenPeriod[];
  /** Reports that were read already, by month. */
  readonly reports: ReadonlyMap<Period, ReportDocument>;
  /** The moment of the look, and its day. */
  readonly now: Instant;
  readonly today: PlainDate;
  readonly calendar: CalendarSettings;
  /** What the Department set for the months. */
  readonly tasks: SettingsDocument['tasks'];
  /** The offices' addresses, for receipts. */
  readonly to: readonly string[];
  /** `ticks`: a workbook in which no box has anything new to say is left alone. */
  readonly looksFor: 'everything' | 'ticks';
  readonly call?: NonNullable<ReceiveRequest['call']>;
}

export interface CheckPorts extends SettlePorts {
  readonly store: Store;
  readonly changes: Changes;
  /** Counts what this check costs; the Sheets adapter counts its requests here too. */
  readonly calls: Calls;
}

export interface CheckResult {
  readonly unit: string;
  readonly review: WorkbookReview;
  readonly reports: readonly ReportDocument[];
  /** What the boxes said, by month. */
  readonly turns: ReadonlyMap<Period, Turn>;
  /** What was done of what staff asked for by «Sửa giúp». */
  readonly replacements: ReplacementCounts;
  /** Whether a cell or a document was written. */
  readonly changed: boolean;
  readonly calls: Calls;
}

type Reports = ReadonlyMap<Period, ReportDocument>;

export async function checkUnit(request: CheckRequest, ports: CheckPorts): Promise<CheckResult> {
  const { unit, workbookId, periods, awaiting = [], reports } = request;
  const written = ports.calls.documentsWritten;
  const months = [...awaiting, ...periods];
  const history = await readHistory(periods, reports, ports);
  const workbook = request.workbook ?? (await ports.sheets.read(workbookId));
  const review = reviewWorkbook(workbook, { ...request, periods: months, history });
  const turns = await receiveMonths({ ...request, review, months }, ports);
  const isNews = (month: OpenPeriod) =>
    turns.get(month.period)?.outcome !== 'none' || isUnshown(month, review, request);
  const news = months.filter(isNews);
  if (request.looksFor === 'ticks' && news.length === 0) {
    const known = periods.flatMap(({ period }) => reports.get(period) ?? []);
    const replacements = { written: 0, refused: 0 };
    return { unit: unit.id, review, reports: known, turns, replacements, changed: false, calls: ports.calls };
  }
  const kept = request.looksFor === 'ticks' ? news : periods;
  const shown = months.filter((month) => periods.includes(month) || news.includes(month));
  const reviewed = shown.length === months.length ? review : undefined;
  return finish({ request, workbook, reviewed, history, turns, written, shown, kept }, ports);
}

/**
 * Whether a month that was sent does not say so in its form, or waits for its box to be unticked: a run that stored it has
 * died before it could write, or before it could note that it had.
 */
function isUnshown(month: OpenPeriod, review: WorkbookReview, { reports, today }: CheckRequest): boolean {
  const report = reports.get(month.period);
  if (report?.receipt == null) return false;
  if (report.hasOldTick) return true;
  return formChanges(review, [month], { reports, today, turns: new Map(), mayUntick: false }).length > 0;
}

interface Begun {
  readonly request: CheckRequest;
  /** As it was read first. */
  readonly workbook: Workbook;
  /** Its review, where it was made for the months that are shown. */
  readonly reviewed: WorkbookReview | undefined;
  readonly history: History;
  readonly turns: ReadonlyMap<Period, Turn>;
  /** Documents written before this check. */
  readonly written: number;
  /** Months that the workbook is to show, and those whose reports are stored. */
  readonly shown: readonly OpenPeriod[];
  readonly kept: readonly OpenPeriod[];
}

/** Marks and stores what the ticks have left behind, and everything else. */
async function finish(begun: Begun, ports: CheckPorts): Promise<CheckResult> {
  const { request, workbook, reviewed, history, turns, written, shown: periods, kept } = begun;
  const { unit } = request;
  const isNews = [...turns.values()].some(({ outcome }) => outcome === 'received' || outcome === 'edited');
  const wanted = [...periods.map(({ period }) => period), ...earlierMonths(periods)];
  const unread = wanted.filter((period) => isNews || !request.reports.has(period));
  const reports: Reports = new Map([...request.reports, ...(await readReports(unit.id, unread, ports))]);
  const shows = shownBy({ ...request, periods, reports }, turns);
  const earlier = [...reports.values()];
  const settled = await settleMarks(
    { ...request, periods, earlier, history, workbook, reviewed, ...shows, ...memoryOf(request, history) },
    ports,
  );
  const { review, replacements } = settled;
  for (const { expected } of review.editedAfterLock ?? [])
    ports.log('WARNING', EDITED, { unit: unit.id, period: expected.period });
  const saved = await saveReports(review, { ...request, periods: kept }, reports, ports);
  if (replacements.written + replacements.refused > 0)
    ports.log('INFO', 'Cells were written at the asking of staff.', { unit: unit.id, ...replacements });
  const changed = settled.cellsWritten + ports.calls.documentsWritten - written > 0;
  return { unit: unit.id, review, reports: saved, turns, replacements, changed, calls: ports.calls };
}

/** What the script needs to judge like this night; a look for ticks leaves it as it is. */
function memoryOf({ looksFor, calendar, periods, today }: CheckRequest, history: History): { memory?: string } {
  if (looksFor === 'ticks') return {};
  return { memory: writeMemory({ calendar, ownPeriods: ownPeriodsOf(periods, today, calendar), history }) };
}

/** What the forms say besides the marks, and which tabs go out of sight. */
function shownBy(
  { unit, periods, locked = [], reports, today, calendar }: CheckRequest,
  turns: ReadonlyMap<Period, Turn>,
): Pick<SettleRequest, 'formsOf' | 'lockedOf' | 'tabsToHide'> {
  return {
    formsOf: (_, review, hasWritten) => formChanges(review, periods, { reports, today, turns, mayUntick: !hasWritten }),
    lockedOf: (workbook) => lockedForms(workbook, unit, locked, { reports, today }),
    tabsToHide: (workbook) => tabsOutOfSight(workbook, { periods, reports, today, calendar }),
  };
}

const EDITED = 'A locked month was edited; what was frozen stays, and the change is not counted.';

/** Tabs of months that are locked for long. A month that is open again stays in sight. */
function tabsOutOfSight(
  { tabs }: Workbook,
  { periods, reports, today, calendar }: Pick<CheckRequest, 'periods' | 'reports' | 'today' | 'calendar'>,
): readonly number[] {
  const isOpen = new Set(periods.map(({ period }) => period));
  return tabs.flatMap(({ sheetId, title, hidden }) => {
    const month = monthOfTitle(title);
    if (hidden || month === null || month < calendar.firstPeriod || isOpen.has(month)) return [];
    if (reports.get(month)?.lockedAt === null) return [];
    return isOutOfSight(describePeriod(month, calendar).lastDay, today) ? [sheetId] : [];
  });
}

/** The reports of these months, as they are stored now. */
async function saveReports(
  review: WorkbookReview,
  { unit, periods, today }: CheckRequest,
  stored: Reports,
  { store, calls }: CheckPorts,
): Promise<readonly ReportDocument[]> {
  const reports: ReportDocument[] = [];
  for (const open of periods) {
    const context = { documentsBefore: documentsBefore(open.period, stored.values()) };
    const make = (current: ReportDocument | undefined) =>
      current?.lockedAt ? null : makeReport(review, open, today, historyOf(current), context);
    const saved = await saveReport(store, { unit: unit.id, period: open.period }, make, stored.get(open.period));
    calls.documentsRead += saved.read;
    calls.documentsWritten += saved.written;
    if (saved.report) reports.push(saved.report);
  }
  return reports;
}
