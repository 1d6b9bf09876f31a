/** What extending a month and opening it again have in common: until when, and that the unit's document knows of it. */
import { addDays, dayInVietnam, type Instant, type Period, startOfDay } from '../../schemas/calendar.ts';
import { unitPath } from '../../schemas/document-paths.ts';
import type { UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { historyOf, makeReport } from '../domain/report.ts';
import type { Standing } from '../domain/standing.ts';
import { addWorkingDays } from '../domain/working-days.ts';
import type { Store } from '../ports.ts';
import type { FoundMonth } from './deed.ts';
import { readHistory } from './read-history.ts';
import { showStanding } from './show-standing.ts';

/** So many working days a month stays open where nobody said until when. */
const DEFAULT_WORKING_DAYS = 3;

/** The end of the third working day after a moment. */
export function defaultUntil(from: Instant, calendar: CalendarSettings): Instant {
  return startOfDay(addDays(addWorkingDays(dayInVietnam(from), DEFAULT_WORKING_DAYS, calendar), 1));
}

/** Comes before the report says so: a month that is listed and not open is passed over, one that is open must be listed. */
export async function listKeptOpen(unit: string, period: Period, store: Store): Promise<void> {
  await store.transact(unitPath(unit), (current) => {
    const { keptOpen = [] } = (current ?? {}) as Partial<UnitDocument>;
    if (current === undefined || keptOpen.includes(period)) return undefined;
    return { ...current, keptOpen: [...keptOpen, period].sort() };
  });
}

/** Writes the new standing into the form, for staff to see. */
export async function showNew(
  { open, unit, workbookId, report, reports, check }: FoundMonth,
  now: Instant,
  after: Standing,
): Promise<void> {
  const today = dayInVietnam(now);
  const context = { documentsBefore: documentsBefore(open.period, reports.values()) };
  const history = { ...historyOf(report), ...after };
  const reportOf = (review: Parameters<typeof makeReport>[0]) =>
    makeReport(review, open, today, history, context).report;
  const past = await readHistory([open], reports, check);
  await showStanding({ workbookId, unit, open, today, context, history: past, reportOf }, check);
}
