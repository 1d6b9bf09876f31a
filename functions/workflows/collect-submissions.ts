/** Every ten minutes: takes the reports whose box was ticked in a workbook that changed since the last look. */
import { dayInVietnam, type Instant, isBefore, type Period, toInstant } from '../../schemas/calendar.ts';
import { runPath } from '../../schemas/document-paths.ts';
import type { RunDocument, UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { findUnit } from '../../schemas/units.ts';
import { addCalls, NO_CALLS } from '../domain/calls.ts';
import { calendarOf } from '../domain/settings.ts';
import { toAppError } from '../errors.ts';
import type { Calls, Changes, Clock, Log, Store } from '../ports.ts';
import { addressesOf } from './check-in-night.ts';
import { type CheckPorts, checkUnit } from './check-unit.ts';
import type { Turn } from './receive-months.ts';
import { storedSettings } from './stored-settings.ts';
import { unitMonths } from './unit-months.ts';

export interface CollectPorts {
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  readonly changes: Changes;
  /** Ports of one check, which count what it costs. */
  readonly openCheck: (calls: Calls) => CheckPorts;
}

export interface CollectRequest {
  readonly runId: string;
  readonly asOf: Instant;
  /** Only these units, whether their workbooks changed or not; the record of the last look stays as it is. */
  readonly units?: readonly UnitDocument[];
}

/** What a box had to say. */
export interface CollectedMonth {
  readonly unit: string;
  readonly period: Period;
  readonly outcome: Exclude<Turn['outcome'], 'none'>;
}

export interface Collected {
  readonly runId: string;
  /** Workbooks that were read. */
  readonly looked: number;
  readonly months: readonly CollectedMonth[];
  readonly failed: readonly { readonly unit: string; readonly code: string }[];
}

const KIND = 'collect-submissions';

/**
 * Drive's listing may lag, and its clock is not ours: each look begins so long before the last one. A look finds nothing new
 * in what another one has taken.
 */
const OVERLAP_MS = 15 * 60_000;

/**
 * Rejects when the listing cannot be had; then the next look covers this one's time too. A workbook that cannot be read is
 * looked at again the next time, and the others are taken.
 */
export async function collectSubmissions(request: CollectRequest, ports: CollectPorts): Promise<Collected> {
  const { runId, asOf } = request;
  const spent: Calls = { ...NO_CALLS };
  const startedAt = ports.clock();
  const last = request.units ? undefined : await lastLook(ports.store);
  const units = request.units ?? (await unitsToLookAt(last, asOf, ports));
  const settings = await storedSettings({ store: ports.store, calls: spent });
  const calendar = calendarOf(settings);
  const looks: Look[] = [];
  for (const document of units) looks.push(await look({ document, asOf, calendar, settings }, ports));
  if (!request.units) await remember({ asOf, startedAt, looks, spent }, ports.store);
  const months = looks.flatMap((one) => one.months);
  const failed = looks.flatMap(({ unit, failure }) => (failure ? [{ unit, code: failure.code }] : []));
  if (months.length + failed.length > 0) ports.log('INFO', 'boxes looked at', { runId, months, failed: failed.length });
  return { runId, looked: looks.length, months, failed };
}

const isReporting = (unit: UnitDocument, asOf: Instant): boolean => {
  const today = dayInVietnam(asOf);
  return unit.workbookId !== null && unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo);
};

async function lastLook(store: Store): Promise<RunDocument | undefined> {
  const path = runPath(KIND);
  return (await store.get([path])).get(path) as RunDocument | undefined;
}

/** Those whose workbook changed, and those that could not be read the last time; all of them at the first look. */
async function unitsToLookAt(
  last: RunDocument | undefined,
  asOf: Instant,
  { store, changes }: CollectPorts,
): Promise<readonly UnitDocument[]> {
  const all = ([...(await store.list('units')).values()] as UnitDocument[]).filter((unit) => isReporting(unit, asOf));
  if (!last) return all;
  // A clock that was put back must not hide what has changed since.
  const from = isBefore(last.asOf, asOf) ? last.asOf : asOf;
  const changed = await changes.since(toInstant(Date.parse(from) - OVERLAP_MS));
  const failed = new Set(last.units.flatMap(({ unit, outcome }) => (outcome === 'failed' ? [unit] : [])));
  return all.filter(({ unit, workbookId }) => changed.has(workbookId ?? '') || failed.has(unit));
}

interface Look {
  readonly unit: string;
  readonly months: readonly CollectedMonth[];
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly spent: Calls;
}

interface LookRequest {
  readonly document: UnitDocument;
  readonly asOf: Instant;
  readonly calendar: CalendarSettings;
  readonly settings: Awaited<ReturnType<typeof storedSettings>>;
}

async function look(
  { document, asOf: now, calendar, settings }: LookRequest,
  { openCheck, log }: CollectPorts,
): Promise<Look> {
  const spent: Calls = { ...NO_CALLS };
  const { unit: id, workbookId } = document;
  try {
    const check = openCheck(spent);
    const unit = findUnit(id);
    if (!unit || workbookId === null) return { unit: id, months: [], failure: null, spent };
    const { open, awaiting, locked, reports } = await unitMonths({ document, now, calendar }, check);
    const months = { periods: open, awaiting, locked, reports, now, today: dayInVietnam(now), calendar };
    const to = addressesOf({ document, settings });
    const request = { unit, workbookId, ...months, tasks: settings.tasks, to, looksFor: 'ticks' } as const;
    const { turns } = await checkUnit(request, check);
    return { unit: id, months: collected(id, turns), failure: null, spent };
  } catch (cause) {
    const { code, message } = toAppError(cause);
    log('ERROR', `The boxes of a workbook could not be looked at: ${message}`, { unit: id, code });
    return { unit: id, months: [], failure: { code, message }, spent };
  }
}

function collected(unit: string, turns: ReadonlyMap<Period, Turn>): readonly CollectedMonth[] {
  return [...turns].flatMap(([period, { outcome }]) => (outcome === 'none' ? [] : [{ unit, period, outcome }]));
}

interface Done {
  readonly asOf: Instant;
  readonly startedAt: Instant;
  readonly looks: readonly Look[];
  readonly spent: Calls;
}

/** One record, of the last look: from it the next one begins. */
async function remember({ asOf, startedAt, looks, spent }: Done, store: Store): Promise<void> {
  const outcomeOf = ({ failure, months }: Look) => (failure ? 'failed' : months.length > 0 ? 'checked' : 'unchanged');
  const outcomes = { checked: 0, unchanged: 0, failed: 0 };
  for (const one of looks) outcomes[outcomeOf(one)] += 1;
  const record: RunDocument = {
    runId: KIND,
    kind: KIND,
    startedAt,
    finishedAt: asOf,
    asOf,
    outcomes,
    mails: 0,
    calls: looks.reduce((sum, one) => addCalls(sum, one.spent), addCalls(NO_CALLS, spent)),
    units: looks
      .filter((one) => outcomeOf(one) !== 'unchanged')
      .map((one) => ({
        unit: one.unit,
        outcome: outcomeOf(one),
        ...(one.failure ? { error: one.failure } : {}),
      })),
  };
  await store.transact(runPath(KIND), () => record);
}
