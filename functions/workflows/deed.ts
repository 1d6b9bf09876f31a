/** What the three deeds of the Department have in common: one unit's month is found, and the answer says where it stands. */
import type { Instant, Period } from '../../schemas/calendar.ts';
import { reportPath, unitPath } from '../../schemas/document-paths.ts';
import type { AuditDocument, ReportDocument, SettingsDocument, UnitDocument } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';
import { NO_CALLS } from '../domain/calls.ts';
import { type Deadlines, deadlinesOf } from '../domain/deadline.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { historyOf } from '../domain/report.ts';
import { calendarOf } from '../domain/settings.ts';
import { type ReportEvent, type Standing, transition } from '../domain/standing.ts';
import { AppError } from '../errors.ts';
import type { Calls, Log, Store } from '../ports.ts';
import type { CheckPorts } from './check-unit.ts';
import { auditStanding } from './record-deed.ts';
import { storedSettings } from './stored-settings.ts';
import { describeMonth, monthsAround, readReports } from './unit-months.ts';

export interface Deed {
  readonly unit: string;
  readonly period: Period;
  readonly reason: string;
  /** Until when the month is open; null where nobody said. */
  readonly until: Instant | null;
  /** The officer's address. */
  readonly who: string;
  readonly asOf: Instant;
}

export interface DeedResult {
  readonly unit: string;
  readonly period: Period;
  readonly status: ReportStatus;
  readonly version: number;
  readonly lockedAt: Instant | null;
  readonly extendedUntil: Instant | null;
  readonly auditId: string;
}

export interface DeedPorts {
  readonly store: Store;
  readonly log: Log;
  readonly openCheck: (calls: Calls) => CheckPorts;
  /** What a version is said to have been frozen by. */
  readonly codeVersion: string;
}

/** A unit's month, and what is needed to do something to it. */
export interface FoundMonth {
  readonly document: UnitDocument;
  readonly unit: ReportingUnit;
  readonly workbookId: string;
  readonly open: OpenPeriod;
  readonly deadlines: Deadlines;
  readonly report: ReportDocument;
  /** The unit's reports of this month and of those around it. */
  readonly reports: ReadonlyMap<Period, ReportDocument>;
  readonly settings: SettingsDocument;
  readonly calendar: CalendarSettings;
  readonly check: CheckPorts;
}

/** Throws `not-found` for a unit without a workbook, and for a month that it has no report of. */
export async function findMonth(
  { unit: id, period }: Pick<Deed, 'unit' | 'period'>,
  { store, openCheck }: Pick<DeedPorts, 'store' | 'openCheck'>,
): Promise<FoundMonth> {
  const path = unitPath(id);
  const document = (await store.get([path])).get(path) as UnitDocument | undefined;
  const unit = findUnit(id);
  const workbookId = document?.workbookId;
  if (!unit || !document || !workbookId) throw new AppError('not-found', `No workbook is known for unit ${id}.`);
  const check = openCheck({ ...NO_CALLS });
  const settings = await storedSettings(check);
  const calendar = calendarOf(settings);
  const reports = await readReports(id, monthsAround(period), check);
  const report = reports.get(period);
  if (!report) throw new AppError('not-found', `There is no report of ${id} for ${period}.`);
  const open = describeMonth(period, calendar, reports);
  return {
    document,
    unit,
    workbookId,
    open,
    deadlines: deadlinesOf(period, calendar),
    report,
    reports,
    settings,
    calendar,
    check,
  };
}

/** A step that may be refused; the refusal is the Department's answer, in Vietnamese. */
export function stepOrConflict(standing: Standing, event: ReportEvent, deadlines: Deadlines): Standing {
  const step = transition(standing, event, deadlines);
  if (!step.ok) throw new AppError('conflict', step.refusal.sentence);
  return step.standing;
}

/** The deed as it goes into the audit. */
export function auditOf(
  action: AuditDocument['action'],
  deed: Deed,
  report: ReportDocument,
  after: Standing,
): AuditDocument {
  const { unit, period, who, asOf: at, reason } = deed;
  const before = auditStanding(historyOf(report));
  return { action, unit, period, who, at, reason, before, after: auditStanding(after) };
}

/** Where the month stands now. */
export async function deedResult({ unit, period }: Deed, auditId: string, store: Store): Promise<DeedResult> {
  const path = reportPath(unit, period);
  const report = (await store.get([path])).get(path) as ReportDocument | undefined;
  if (!report) throw new AppError('not-found', `There is no report of ${unit} for ${period}.`);
  const { status, version, lockedAt, extendedUntil } = report;
  return { unit, period, status, version, lockedAt, extendedUntil, auditId };
}
