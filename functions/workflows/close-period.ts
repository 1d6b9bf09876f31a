/** Closes a month of the whole province: every unit is locked as it stands, and its rows are frozen. */
import { dayInVietnam, formatInstant, type Instant, isBefore, type Period } from '../../schemas/calendar.ts';
import type { UnitDocument, UnitOutcome } from '../../schemas/documents.ts';
import { addCalls, NO_CALLS } from '../domain/calls.ts';
import { closableFrom, deadlinesOf } from '../domain/deadline.ts';
import { describePeriod } from '../domain/period.ts';
import { calendarOf } from '../domain/settings.ts';
import { isThere } from '../domain/summary.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Calls, Clock, Log, Store } from '../ports.ts';
import type { CheckPorts } from './check-unit.ts';
import { type ClosedUnit, type CloseUnitRequest, closeUnit } from './close-unit.ts';
import { publishSafely } from './publish-summary.ts';
import { saveRun } from './save-run.ts';
import { storedSettings } from './stored-settings.ts';

export interface ClosePorts {
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  readonly openCheck: (calls: Calls) => CheckPorts;
  /** What a version is said to have been frozen by. */
  readonly codeVersion: string;
}

export interface CloseRequest {
  readonly runId: string;
  readonly period: Period;
  readonly asOf: Instant;
}

export type ClosedResult =
  | ClosedUnit
  | {
      readonly unit: string;
      readonly outcome: 'failed';
      readonly error: { readonly code: string; readonly message: string };
    };

export interface ClosedPeriod {
  readonly runId: string;
  readonly period: Period;
  readonly units: readonly ClosedResult[];
}

/** With what the closing cost. */
export interface ClosedUnits extends ClosedPeriod {
  readonly calls: Calls;
}

/** As `closeUnits`, and the province's summary of the month after it. */
export async function closePeriod(request: CloseRequest, ports: ClosePorts): Promise<ClosedPeriod> {
  const { calls: _, ...closed } = await closeUnits(request, ports);
  const { period, asOf } = request;
  await publishSafely({ periods: [period], asOf }, ports.openCheck({ ...NO_CALLS }));
  return closed;
}

/**
 * Throws `not-found` for a month that is not reported, and `conflict` before a quarter of an hour has passed since the lock.
 * A unit that fails is named, and the others are closed; the next run has it.
 */
export async function closeUnits({ runId, period, asOf }: CloseRequest, ports: ClosePorts): Promise<ClosedUnits> {
  const startedAt = ports.clock();
  const rest: Calls = { ...NO_CALLS };
  const { store, codeVersion } = ports;
  const settings = await storedSettings({ store, calls: rest });
  const calendar = calendarOf(settings);
  if (period < calendar.firstPeriod || describePeriod(period, calendar).window.from > dayInVietnam(asOf)) {
    throw new AppError('not-found', `The month ${period} is not reported, or has not begun.`);
  }
  const from = closableFrom(deadlinesOf(period, calendar).lockAt);
  if (isBefore(asOf, from)) throw new AppError('conflict', `Chưa đến lúc khóa kỳ này: từ ${formatInstant(from)}.`);
  const documents = [...(await store.list('units')).values()] as UnitDocument[];
  rest.documentsRead += documents.length;
  const closed: Attempt[] = [];
  for (const document of documents.filter((unit) => isThere(unit, period))) {
    closed.push(await attempt({ document, period, asOf, settings, calendar, codeVersion }, ports));
  }
  const units = closed.map(({ result }) => result);
  const calls = closed.reduce((sum, { spent }) => addCalls(sum, spent), addCalls(NO_CALLS, rest));
  const results = units.map(runResult);
  const outcomes = countOutcomes(results);
  await saveRun({ runId, kind: 'close-period', asOf, startedAt, outcomes, calls, mails: 0, units: results }, ports);
  return { runId, period, units, calls };
}

interface Attempt {
  readonly result: ClosedResult;
  readonly spent: Calls;
}

async function attempt(request: CloseUnitRequest, { openCheck, log }: ClosePorts): Promise<Attempt> {
  const spent: Calls = { ...NO_CALLS };
  try {
    return { result: await closeUnit(request, openCheck(spent)), spent };
  } catch (cause) {
    const { code, message } = toAppError(cause);
    const { unit } = request.document;
    log('ERROR', `The month could not be closed: ${message}`, { unit, period: request.period, code });
    return { result: { unit, outcome: 'failed', error: { code, message } }, spent };
  }
}

function runResult(result: ClosedResult) {
  const { unit } = result;
  if (result.outcome === 'failed') return { unit, outcome: 'failed', periods: [], error: result.error } as const;
  return { unit, outcome: result.outcome === 'locked' ? 'checked' : 'unchanged', periods: [] } as const;
}

function countOutcomes(results: readonly { readonly outcome: UnitOutcome }[]): Record<UnitOutcome, number> {
  const outcomes = { checked: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of results) outcomes[outcome] += 1;
  return outcomes;
}
