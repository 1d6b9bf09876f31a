/** Closes one unit's month: the last tick, the lock of its tabs, the frozen version, and its report, which comes last. */
import {
  dayInVietnam,
  type Instant,
  isBefore,
  type Period,
  type PlainDate,
  toInstant,
} from '../../schemas/calendar.ts';
import type { ReportDocument, SettingsDocument, SnapshotDocument, UnitDocument } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { correctionText } from '../domain/correction-text.ts';
import { closableFrom, type Deadlines, deadlinesOf, unitLockAt } from '../domain/deadline.ts';
import type { History } from '../domain/history.ts';
import { monthContent } from '../domain/month-content.ts';
import { monthOfTitle } from '../domain/month-locks.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { historyOf, makeReport, type ReportDraft, type ReportHistory } from '../domain/report.ts';
import { reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import { transition } from '../domain/standing.ts';
import type { SubmissionContext } from '../domain/submission.ts';
import { AppError } from '../errors.ts';
import { addressesOf } from './check-in-night.ts';
import { type CheckPorts, checkUnit } from './check-unit.ts';
import { contentHash } from './content-hash.ts';
import { type FrozenBefore, freezeVersion, frozenBefore, isChanged } from './freeze-version.ts';
import { lockMonth } from './lock-month.ts';
import { readHistory } from './read-history.ts';
import { auditStanding, recordDeed } from './record-deed.ts';
import { saveReport } from './save-report.ts';
import { showStanding } from './show-standing.ts';
import { tellCorrection } from './tell-correction.ts';
import { describeMonth, monthsAround, readReports, unitMonths } from './unit-months.ts';

export interface CloseUnitRequest {
  readonly document: UnitDocument;
  readonly period: Period;
  readonly asOf: Instant;
  readonly settings: SettingsDocument;
  readonly calendar: CalendarSettings;
  readonly codeVersion: string;
}

/** locked – by this call; already – before it; waits – the unit has more time; not-applicable – it owes nothing. */
export type CloseOutcome = 'locked' | 'already' | 'waits' | 'not-applicable';

export interface ClosedUnit {
  readonly unit: string;
  readonly outcome: CloseOutcome;
  readonly status: ReportStatus;
  readonly version: number;
  readonly lockedAt: Instant | null;
}

/** One unit's month on its way to the lock. */
interface Closing extends CloseUnitRequest {
  readonly unit: ReportingUnit;
  readonly open: OpenPeriod;
  readonly deadlines: Deadlines;
  /** The unit's own lock. */
  readonly lockAt: Instant;
  /** The last day before it, by which the rows are judged for good. */
  readonly today: PlainDate;
  readonly reports: ReadonlyMap<Period, ReportDocument>;
  readonly context: SubmissionContext;
  readonly history: History;
  readonly before: FrozenBefore | null;
}

/**
 * Whoever comes second, or goes on after a death, does the same again and finds it done: the audit's first note gives the
 * moment, the tabs are locked before they are read, and the report says that it is locked in the last step.
 */
export async function closeUnit(request: CloseUnitRequest, ports: CheckPorts): Promise<ClosedUnit> {
  const { document, period, asOf, calendar } = request;
  const unit = findUnit(document.unit);
  if (!unit) throw new AppError('not-found', `No such reporting unit: ${document.unit}`);
  const stored = await readReports(document.unit, monthsAround(period), ports);
  const report = stored.get(period);
  if (unit.communes.length === 0) return closed(document.unit, 'not-applicable', report);
  if (report?.lockedAt) return closed(document.unit, 'already', report);
  const deadlines = deadlinesOf(period, calendar);
  const lockAt = unitLockAt(deadlines.lockAt, report?.extendedUntil ?? null);
  if (isBefore(asOf, closableFrom(lockAt))) return closed(document.unit, 'waits', report);
  const open = describeMonth(period, calendar, stored);
  const workbook = document.workbookId === null ? NO_WORKBOOK : await ports.sheets.read(document.workbookId);
  const hasTabs = workbook.tabs.some(({ title }) => monthOfTitle(title) === period);
  const isWorkedOn = hasTabs || (report !== undefined && report.status !== 'not-started');
  if (isWorkedOn) await takeLastTick({ ...request, unit, open, workbook }, ports);
  const reports = await readReports(document.unit, monthsAround(period), ports);
  const context = { documentsBefore: documentsBefore(period, reports.values()) };
  const today = dayInVietnam(toInstant(Date.parse(lockAt) - 1));
  const before = await frozenBefore(reports.get(period), ports);
  const history = await readHistory([open], reports, ports);
  const closing: Closing = { ...request, unit, open, deadlines, lockAt, today, reports, context, history, before };
  // A month that nobody worked on has no tab in the workbook: there is nothing to lock and nothing to show.
  const review = isWorkedOn
    ? await lockTabsAndShow(closing, ports)
    : reviewWorkbook(workbook, { unit, today, periods: [open], history });
  const locked = await lock(closing, review, ports);
  return closed(document.unit, 'locked', locked);
}

function closed(unit: string, outcome: CloseOutcome, report: ReportDocument | undefined): ClosedUnit {
  const {
    status = outcome === 'not-applicable' ? 'not-applicable' : 'not-started',
    version = 1,
    lockedAt = null,
  } = report ?? {};
  return { unit, outcome, status, version, lockedAt };
}

type Ticking = CloseUnitRequest & Pick<Closing, 'unit' | 'open'> & { readonly workbook: Workbook };

/** Before our own writes move the moment of the workbook's last change. */
async function takeLastTick(request: Ticking, ports: CheckPorts): Promise<void> {
  const { document, unit, open, workbook, asOf: now, calendar, settings } = request;
  if (document.workbookId === null) return;
  const { tasks } = settings;
  const { open: periods, locked, reports } = await unitMonths({ document, now, calendar }, ports);
  const months = { periods, awaiting: [open], locked, reports, now, today: dayInVietnam(now), calendar };
  const to = addressesOf({ document, settings });
  const looked = { workbookId: document.workbookId, workbook, looksFor: 'ticks' } as const;
  await checkUnit({ unit, ...looked, ...months, tasks, to }, ports);
}

const draftOf = (closing: Closing, review: WorkbookReview, at: Instant): ReportDraft =>
  lockedDraft(closing, review, closing.reports.get(closing.period), at);

/** Shuts staff out first, so that what is read then is what is frozen. */
async function lockTabsAndShow(closing: Closing, ports: CheckPorts): Promise<WorkbookReview> {
  const { document, unit, period, open, today, context, history, asOf } = closing;
  const workbookId = document.workbookId ?? '';
  await lockTabs(workbookId, period, ports);
  const reportOf = (review: WorkbookReview) => draftOf(closing, review, asOf).report;
  return showStanding({ workbookId, unit, open, today, context, history, reportOf }, ports);
}

async function lock(closing: Closing, review: WorkbookReview, ports: CheckPorts): Promise<ReportDocument | undefined> {
  const { unit, period } = closing;
  const at = await noteLock(closing, review, ports);
  const draft = draftOf(closing, review, at);
  const frozen = await freezeVersion({ ...closing, review, draft, frozenAt: at }, ports);
  await tell(closing, frozen, ports);
  const correction = correctionText(frozen);
  const make = (current: ReportDocument | undefined) => {
    if (current?.lockedAt) return null;
    const { report, teams } = lockedDraft(closing, review, current, at);
    return { report: { ...report, correction: correction ?? report.correction }, teams };
  };
  const saved = await saveReport(ports.store, { unit: unit.id, period }, make, closing.reports.get(period));
  ports.calls.documentsRead += saved.read;
  ports.calls.documentsWritten += saved.written;
  ports.log('INFO', 'month locked', { unit: unit.id, period, version: saved.report?.version });
  return saved.report;
}

/** A month that was opened again and is locked as it was before has no new version to tell of. */
async function tell(closing: Closing, frozen: SnapshotDocument, ports: CheckPorts): Promise<void> {
  const { unit, open, document, settings, asOf: now, before } = closing;
  const { workbookId } = document;
  if (workbookId === null || frozen.version === before?.snapshot.document.version) return;
  const to = [...addressesOf({ document, settings }), ...settings.departmentMail];
  await tellCorrection({ unit, workbookId, open, frozen, to, now }, ports);
}

/** Of a unit that was never given one: nothing was sent. */
const NO_WORKBOOK: Workbook = { id: '', title: '', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: [] };

/** A workbook that lost its protections is frozen all the same: the frozen rows are the truth, the lock only keeps order. */
async function lockTabs(workbookId: string, period: Period, ports: CheckPorts): Promise<void> {
  try {
    await lockMonth(workbookId, period, ports);
  } catch (cause) {
    if (!(cause instanceof AppError) || (cause.code !== 'conflict' && cause.code !== 'forbidden')) throw cause;
    ports.log('WARNING', `The month is closed, but its tabs could not be locked: ${cause.message}`, {
      workbookId,
      period,
    });
  }
}

/** The moment of the lock: that of the first run that came so far. */
async function noteLock(
  { unit, period, lockAt, asOf, reports, ...closing }: Closing,
  review: WorkbookReview,
  ports: CheckPorts,
): Promise<Instant> {
  const report = reports.get(period);
  const { report: locked } = lockedDraft({ unit, period, lockAt, asOf, reports, ...closing }, review, report, asOf);
  const { at } = await recordDeed(
    `lock_${unit.id}_${period}_${lockAt}`,
    {
      action: 'lock',
      unit: unit.id,
      period,
      who: 'close-period',
      at: asOf,
      reason: null,
      before: report ? auditStanding(historyOf(report)) : null,
      after: auditStanding(locked),
    },
    ports,
  );
  return at;
}

/** The month as it is locked: what the rows say of an unsent one, and what is frozen for good. */
function lockedDraft(
  { open, today, context, deadlines, before }: Closing,
  review: WorkbookReview,
  current: ReportDocument | undefined,
  at: Instant,
): ReportDraft {
  const looked = makeReport(review, open, today, historyOf(current), context);
  const { status } = looked.report;
  const history: ReportHistory = { ...historyOf(current), status };
  const changed = isChanged(before, { review, open, today, draft: looked });
  const step = transition(history, { kind: 'lock', at, changed }, deadlines);
  if (!step.ok) throw new AppError('conflict', step.refusal.sentence);
  const sentHash = contentHash(monthContent(review, open.period));
  const next: ReportHistory = { ...history, ...step.standing, sentHash, openedBy: null };
  return makeReport(review, open, today, next, context);
}
