/** One unit's part of a night: its check and its mail. Its failure is a value, so that the other units go on. */
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import {
  type ProblemCounts,
  type ReplacementCounts,
  type ReportDocument,
  type SettingsDocument,
  type TabCounts,
  type UnitDocument,
  type UnitOutcome,
  unitPath,
} from '../../schemas/documents.ts';
import { findUnit } from '../../schemas/units.ts';
import { NO_CALLS } from '../domain/calls.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Calls, Log, StoredDocument } from '../ports.ts';
import { type CheckPorts, type CheckResult, checkUnit } from './check-unit.ts';
import { queueUnitMail } from './queue-unit-mail.ts';
import { saveChanged } from './save-changed.ts';

export interface PeriodResult {
  readonly period: Period;
  readonly counts: TabCounts;
  readonly problems: ProblemCounts;
}

export interface UnitResult {
  readonly unit: string;
  readonly outcome: UnitOutcome;
  readonly periods: readonly PeriodResult[];
  /** What was done of what staff asked for by «Sửa giúp»; left out when they asked for nothing. */
  readonly replacements?: ReplacementCounts;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface CheckedUnit {
  readonly result: UnitResult;
  readonly reports: readonly ReportDocument[];
  /** What it cost. */
  readonly spent: Calls;
  /** Whether a mail was put into the outbox. */
  readonly queued: boolean;
}

export interface NightUnit {
  readonly document: UnitDocument;
  readonly asOf: Instant;
  readonly today: PlainDate;
  readonly periods: readonly OpenPeriod[];
  readonly settings: SettingsDocument;
}

export async function checkInNight(
  night: NightUnit,
  ports: { readonly openCheck: (calls: Calls) => CheckPorts; readonly log: Log },
): Promise<CheckedUnit> {
  const spent: Calls = { ...NO_CALLS };
  const { unit } = night.document;
  try {
    const check = ports.openCheck(spent);
    const result = await checkDocument(night, check);
    const queued = await tell(night, result, check);
    const periods = result.reports.map(({ period, counts, problems }) => ({ period, counts, problems }));
    const outcome = result.changed ? 'checked' : 'unchanged';
    const { replacements } = result;
    const asked = replacements.written + replacements.refused > 0 ? { replacements } : {};
    return { result: { unit, outcome, periods, ...asked }, reports: result.reports, spent, queued };
  } catch (cause) {
    const { code, message } = toAppError(cause);
    ports.log('ERROR', `The workbook could not be checked: ${message}`, { unit, code });
    const result = { unit, outcome: 'failed', periods: [], error: { code, message } } as const;
    return { result, reports: [], spent, queued: false };
  }
}

async function checkDocument(
  { document, today, periods, settings }: NightUnit,
  ports: CheckPorts,
): Promise<CheckResult> {
  const unit = findUnit(document.unit);
  if (!unit) throw new AppError('not-found', `No such reporting unit: ${document.unit}`);
  const workbookId = document.workbookId ?? '';
  return checkUnit({ unit, workbookId, periods, today, tasks: settings.tasks }, ports);
}

/**
 * Queues the unit's mail when what there is to say has changed. What it was told is stored after the mail: a death in
 * between queues the same mail once more, and its id makes that once.
 */
async function tell(night: NightUnit, { review, reports }: CheckResult, ports: CheckPorts): Promise<boolean> {
  const { document, settings, today, asOf } = night;
  const to = settings.mailTo[document.unit] ?? document.mailTo;
  const { notified: before, workbookId } = document;
  const request = {
    unit: review.unit,
    review,
    reports,
    notified: before,
    told: document.told ?? null,
    to,
    today,
    now: asOf,
    workbookId: workbookId ?? '',
  };
  const { queued, notified, told } = await queueUnitMail(request, ports.store);
  ports.calls.documentsWritten += queued ? 1 : 0;
  if (notified !== before) {
    const unit = { ...document, notified, ...(told === null ? {} : { told }) };
    const documents = new Map<string, StoredDocument>([[unitPath(document.unit), unit]]);
    ports.calls.documentsWritten += (await saveChanged(ports.store, documents)).written;
  }
  return queued;
}
