/** Checks the workbook of a unit that someone names, and answers for one of its open months. */
import { dayInVietnam, type Instant, type Period } from '../../schemas/calendar.ts';
import { unitPath } from '../../schemas/document-paths.ts';
import type { ProblemCounts, TabCounts, UnitDocument } from '../../schemas/documents.ts';
import { findUnit } from '../../schemas/units.ts';
import { type CallCounts, NO_CALLS } from '../domain/calls.ts';
import { calendarOf } from '../domain/settings.ts';
import { AppError } from '../errors.ts';
import type { Calls } from '../ports.ts';
import { addressesOf } from './check-in-night.ts';
import { checkUnit } from './check-unit.ts';
import type { NightlyPorts } from './nightly.ts';
import { storedSettings } from './stored-settings.ts';
import { unitMonths } from './unit-months.ts';

export interface NamedUnitRequest {
  readonly unit: string;
  /** The earliest open month when left out. */
  readonly period: Period | undefined;
  readonly now: Instant;
}

export interface NamedUnitResult {
  readonly unit: string;
  readonly period: Period;
  readonly counts: TabCounts;
  readonly problems: ProblemCounts;
  readonly changed: boolean;
  readonly calls: CallCounts;
}

/** Throws `not-found` for a unit without a workbook, and for a month that is not open. */
export async function checkNamedUnit(request: NamedUnitRequest, ports: NightlyPorts): Promise<NamedUnitResult> {
  const path = unitPath(request.unit);
  const document = (await ports.store.get([path])).get(path) as UnitDocument | undefined;
  const unit = findUnit(request.unit);
  if (!unit || !document?.workbookId) throw new AppError('not-found', `No workbook is known for unit ${request.unit}.`);
  const calls: Calls = { ...NO_CALLS };
  const check = ports.openCheck(calls);
  const settings = await storedSettings(check);
  const calendar = calendarOf(settings);
  const { open: periods, locked, reports } = await unitMonths({ document, now: request.now, calendar }, check);
  const period = request.period ?? periods[0]?.period;
  if (!period || !periods.some((open) => open.period === period)) {
    throw new AppError('not-found', `The month ${period ?? ''} is not open at ${request.now}.`);
  }
  const { workbookId } = document;
  const { tasks } = settings;
  const { now } = request;
  const months = { periods, locked, reports, now, today: dayInVietnam(now), calendar };
  const to = addressesOf({ document, settings });
  const result = await checkUnit({ unit, workbookId, ...months, tasks, to, looksFor: 'everything' }, check);
  const report = result.reports.find((one) => one.period === period);
  if (!report) throw new AppError('internal', `No report was made for ${period}.`);
  const { counts, problems } = report;
  return { unit: unit.id, period, counts, problems, changed: result.changed, calls };
}
