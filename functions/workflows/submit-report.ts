/** Sends a unit's month by call: the same look as the tick's, and its receipt or what blocks it. */
import { dayInVietnam, type Instant, type Period } from '../../schemas/calendar.ts';
import { reportPath, unitPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, SettingsDocument, UnitDocument } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import { findUnit } from '../../schemas/units.ts';
import { NO_CALLS } from '../domain/calls.ts';
import { remainingText } from '../domain/remaining.ts';
import { calendarOf } from '../domain/settings.ts';
import { AppError } from '../errors.ts';
import type { Calls, Store } from '../ports.ts';
import { addressesOf } from './check-in-night.ts';
import { type CheckPorts, checkUnit } from './check-unit.ts';
import { storedSettings } from './stored-settings.ts';
import { unitMonths } from './unit-months.ts';

export interface SubmitPorts {
  readonly store: Store;
  readonly openCheck: (calls: Calls) => CheckPorts;
}

export interface SubmitRequest {
  readonly unit: string;
  readonly period: Period;
  /** Names the deed: sent again after a lost answer, it is done once. */
  readonly requestId: string;
  /** The caller's address. */
  readonly who: string;
  /** An operator, who may send for every unit. */
  readonly isOperator: boolean;
  readonly asOf: Instant;
}

export interface SubmittedReport {
  readonly unit: string;
  readonly period: Period;
  readonly requestId: string;
  readonly receipt: string;
  readonly status: ReportStatus;
  readonly receivedAt: Instant;
  /** Rows of the roster and of the month, as they were received. */
  readonly counts: ReportDocument['counts'];
}

/**
 * Throws `forbidden` for a caller who is not listed for the unit, `not-found`, `conflict` for a month that takes no report
 * now, and `blocked` with what is to be put right.
 */
export async function submitReport(request: SubmitRequest, ports: SubmitPorts): Promise<SubmittedReport> {
  const calls: Calls = { ...NO_CALLS };
  const check = ports.openCheck(calls);
  const settings = await storedSettings(check);
  assertListed(request, settings);
  const { document, unit, workbookId } = await findDocument(request.unit, ports.store);
  const calendar = calendarOf(settings);
  const { period, asOf: now, who } = request;
  const { open, awaiting, locked, reports } = await unitMonths({ document, now, calendar }, check);
  if (![...awaiting, ...open].some((one) => one.period === period)) {
    if (reports.get(period)?.lockedAt) throw new AppError('conflict', `Kỳ ${period} đã khóa.`);
    throw new AppError('not-found', `The month ${period} is not open at ${now}.`);
  }
  const months = { periods: open, awaiting, locked, reports, now, today: dayInVietnam(now), calendar };
  const to = addressesOf({ document, settings });
  const { tasks } = settings;
  const { turns } = await checkUnit(
    { unit, workbookId, ...months, tasks, to, looksFor: 'ticks', call: { period, who, requestId: request.requestId } },
    check,
  );
  const turn = turns.get(period);
  if (turn?.outcome === 'blocked') {
    const problems = remainingText(turn.judged).split('\n');
    throw new AppError('blocked', 'Báo cáo chưa gửi được.', { problems });
  }
  if (turn?.outcome === 'refused') throw new AppError('conflict', turn.refusal.sentence);
  return receiptOf(request, ports.store);
}

function assertListed({ unit, who, isOperator }: SubmitRequest, { staff }: SettingsDocument): void {
  const listed = staff[unit]?.some((address) => address.toLowerCase() === who.toLowerCase()) ?? false;
  if (!listed && !isOperator) throw new AppError('forbidden', `The caller may not send reports of ${unit}.`);
}

async function findDocument(id: string, store: Store) {
  const path = unitPath(id);
  const document = (await store.get([path])).get(path) as UnitDocument | undefined;
  const unit = findUnit(id);
  const workbookId = document?.workbookId;
  if (!unit || !workbookId) throw new AppError('not-found', `No workbook is known for unit ${id}.`);
  return { document, unit, workbookId };
}

/** What is stored, whether it came with this call or with one before. */
async function receiptOf({ unit, period, requestId }: SubmitRequest, store: Store): Promise<SubmittedReport> {
  const path = reportPath(unit, period);
  const report = (await store.get([path])).get(path) as ReportDocument | undefined;
  if (!report?.receipt || !report.submittedAt) {
    throw new AppError('unavailable', 'The report was not received; send it again.');
  }
  const { receipt, status, submittedAt, counts } = report;
  return { unit, period, requestId, receipt, status, receivedAt: submittedAt, counts };
}
