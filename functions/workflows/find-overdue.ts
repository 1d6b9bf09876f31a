/** Finds the months that are past due and the units that have not sent them, for the Department's digest. */
import { dayInVietnam, type Instant } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import type { OverdueMonth } from '../domain/mail/overdue-blocks.ts';
import { overdueUnits, owingUnits } from '../domain/missing-units.ts';
import { describePeriod, dueDate, overduePeriods } from '../domain/period.ts';
import type { Store } from '../ports.ts';

export interface OverdueRequest {
  readonly asOf: Instant;
  readonly units: readonly UnitDocument[];
  readonly calendar: CalendarSettings;
}

/** By what is stored, not by what a night has read: a unit whose workbook cannot be read is missing all the same. */
export async function findOverdue(
  { asOf, units, calendar }: OverdueRequest,
  store: Store,
): Promise<readonly OverdueMonth[]> {
  const today = dayInVietnam(asOf);
  const kept = units.flatMap(({ keptOpen }) => keptOpen).filter((period) => dueDate(period) < today);
  const months: OverdueMonth[] = [];
  for (const period of [...new Set([...kept, ...overduePeriods(today, calendar)])].sort()) {
    const month = describePeriod(period, calendar);
    const paths = units.map(({ unit }) => reportPath(unit, period));
    const owing = owingUnits(period, units, [...(await store.get(paths)).values()] as ReportDocument[]);
    const missing = overdueUnits(month, asOf, owing).map(({ unit, report }) => ({ unit: unit.unit, report }));
    if (missing.length > 0) months.push({ month, missing, expected: owing.length, today });
  }
  return months;
}
