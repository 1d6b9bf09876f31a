/** Reads what the teams of a unit did in its earlier months, for the rules that look over time. */
import type { Period } from '../../schemas/calendar.ts';
import { reportPath, teamsOf } from '../../schemas/document-paths.ts';
import type { ReportDocument, TeamTotalsDocument } from '../../schemas/documents.ts';
import { type History, type PastMonth, pastPeriods } from '../domain/history.ts';
import { type OpenPeriod, windowLike } from '../domain/period.ts';
import type { Calls, Store } from '../ports.ts';

/** The teams of each month before the open ones that had any, by one request each. `reports` are the unit's, by month. */
export async function readHistory(
  periods: readonly OpenPeriod[],
  reports: ReadonlyMap<Period, ReportDocument>,
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<History> {
  const [open] = periods;
  if (!open) return [];
  const past = pastPeriods(periods).flatMap((period) => reports.get(period) ?? []);
  const months = await Promise.all(past.filter(hasTeams).map((report) => readMonth(report, open, store)));
  calls.documentsRead += months.reduce((total, { teams }) => total + teams.size, 0);
  return months;
}

const hasTeams = ({ totals }: ReportDocument): boolean => totals.communeTeams + totals.villageTeams > 0;

async function readMonth({ unit, period }: ReportDocument, open: OpenPeriod, store: Store): Promise<PastMonth> {
  const documents = await store.list(teamsOf(reportPath(unit, period)));
  const teams = [...documents.values()] as unknown as readonly TeamTotalsDocument[];
  return { period, window: windowLike(period, open), teams: new Map(teams.map((team) => [team.team, team])) };
}
