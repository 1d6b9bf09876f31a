/** One unit's part of a night: its check and its mail. Its failure is a value, so that the other units go on. */
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import { unitPath } from '../../schemas/document-paths.ts';
import type {
  ProblemCounts,
  ReplacementCounts,
  ReportDocument,
  SettingsDocument,
  TabCounts,
  UnitDocument,
  UnitOutcome,
} from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { findUnit } from '../../schemas/units.ts';
import { NO_CALLS } from '../domain/calls.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Calls, Log } from '../ports.ts';
import { type CheckPorts, type CheckResult, checkUnit } from './check-unit.ts';
import { queueUnitMail } from './queue-unit-mail.ts';
import { type UnitMonths, unitMonths } from './unit-months.ts';

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
  /** Locked months that are no more what was frozen; left out when there is none. */
  readonly editedAfterLock?: readonly Period[];
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
  readonly settings: SettingsDocument;
  readonly calendar: CalendarSettings;
}

export async function checkInNight(
  night: NightUnit,
  ports: { readonly openCheck: (calls: Calls) => CheckPorts; readonly log: Log },
): Promise<CheckedUnit> {
  const spent: Calls = { ...NO_CALLS };
  const { unit } = night.document;
  try {
    const check = ports.openCheck(spent);
    const months = await unitMonths({ document: night.document, now: night.asOf, calendar: night.calendar }, check);
    const result = await checkDocument(night, months, check);
    const queued = await tell(night, result, check);
    const periods = result.reports.map(({ period, counts, problems }) => ({ period, counts, problems }));
    const outcome = result.changed ? 'checked' : 'unchanged';
    const { replacements } = result;
    const asked = replacements.written + replacements.refused > 0 ? { replacements } : {};
    const edited = (result.review.editedAfterLock ?? []).flatMap(({ expected }) => expected.period ?? []);
    const kept = edited.length > 0 ? { editedAfterLock: edited } : {};
    return { result: { unit, outcome, periods, ...asked, ...kept }, reports: result.reports, spent, queued };
  } catch (cause) {
    const { code, message } = toAppError(cause);
    ports.log('ERROR', `The workbook could not be checked: ${message}`, { unit, code });
    const result = { unit, outcome: 'failed', periods: [], error: { code, message } } as const;
    return { result, reports: [], spent, queued: false };
  }
}

async function checkDocument(night: NightUnit, months: UnitMonths, ports: CheckPorts): Promise<CheckResult> {
  const { document, asOf: now, today, settings, calendar } = night;
  const unit = findUnit(document.unit);
  if (!unit) throw new AppError('not-found', `No such reporting unit: ${document.unit}`);
  const { open: periods, locked, reports } = months;
  const { tasks } = settings;
  const workbookId = document.workbookId ?? '';
  const request = { unit, workbookId, periods, locked, reports, now, today, calendar, tasks, to: addressesOf(night) };
  return checkUnit({ ...request, looksFor: 'everything' }, ports);
}

/** The offices' addresses: those in `Cấu hình`, else those that the unit was set up with. */
export const addressesOf = ({ document, settings }: Pick<NightUnit, 'document' | 'settings'>): readonly string[] =>
  settings.mailTo[document.unit] ?? document.mailTo;

/**
 * Queues the unit's mail when what there is to say has changed. What it was told is stored after the mail: a death in
 * between queues the same mail once more, and its id makes that once.
 */
async function tell(night: NightUnit, { review, reports }: CheckResult, ports: CheckPorts): Promise<boolean> {
  const { document, today, asOf } = night;
  const to = addressesOf(night);
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
    await ports.store.transact(unitPath(document.unit), (current) => ({
      ...(current ?? document),
      notified,
      ...(told === null ? {} : { told }),
    }));
    ports.calls.documentsWritten += 1;
  }
  return queued;
}
