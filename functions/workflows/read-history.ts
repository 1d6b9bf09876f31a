/** Reads what is stored of a unit's earlier months, for the rules that look over time and for `Tổng hợp`. */
import { type ReportDocument, reportPath, type TeamTotalsDocument, teamsOf } from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { type History, type PastMonth, pastPeriods } from '../domain/history.ts';
import { type OpenPeriod, windowLike } from '../domain/period.ts';
import type { Calls, Store } from '../ports.ts';

export interface StoredMonths {
  /** The reports of the open months and of those before, by path. */
  readonly stored: ReadonlyMap<string, ReportDocument>;
  readonly history: History;
}

/** One request for the reports, and one more for the teams of each earlier month that had any. */
export async function readHistory(
  unit: ReportingUnit,
  periods: readonly OpenPeriod[],
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<StoredMonths> {
  const past = pastPeriods(periods);
  const paths = [...periods.map(({ period }) => period), ...past].map((period) => reportPath(unit.id, period));
  const stored = (await store.get(paths)) as ReadonlyMap<string, ReportDocument>;
  calls.documentsRead += paths.length;
  const reports = past.flatMap((period) => stored.get(reportPath(unit.id, period)) ?? []);
  const [open] = periods;
  const months = open
    ? await Promise.all(reports.filter(hasTeams).map((report) => readMonth(report, open, store)))
    : [];
  calls.documentsRead += months.reduce((total, { teams }) => total + teams.size, 0);
  return { stored, history: months };
}

const hasTeams = ({ totals }: ReportDocument): boolean => totals.communeTeams + totals.villageTeams > 0;

async function readMonth({ unit, period }: ReportDocument, open: OpenPeriod, store: Store): Promise<PastMonth> {
  const documents = await store.list(teamsOf(reportPath(unit, period)));
  const teams = [...documents.values()] as unknown as readonly TeamTotalsDocument[];
  return { period, window: windowLike(period, open), teams: new Map(teams.map((team) => [team.team, team])) };
}
