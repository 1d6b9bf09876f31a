/** All that is to be said of the teams that work today, from their own rows and from the people in them. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import { beyondEight } from './beyond-eight.ts';
import { composition } from './composition.ts';
import { joinings } from './joining.ts';
import { isUnread, type PlacedIssue, type RowIssue } from './placed-issue.ts';
import { EMPTY_ROSTER, type Rosters, type TeamRoster } from './rosters.ts';
import { inSeveralTeams } from './several-teams.ts';
import { isUnclear } from './team-index.ts';
import { teamCell } from './team-references.ts';
import { teamSize } from './team-sizes.ts';
import { zaloGroup } from './zalo-groups.ts';

export interface TeamsContext {
  readonly unit: ReportingUnit;
  readonly today: PlainDate;
  /** Null when `Thành viên` cannot be read: then only the teams' own rows speak. */
  readonly rosters: Rosters | null;
}

/** Issues by row number, for each of the two tabs. */
export interface TeamFindings {
  readonly teams: ReadonlyMap<number, readonly PlacedIssue[]>;
  readonly members: ReadonlyMap<number, readonly PlacedIssue[]>;
}

const hasEnded = ({ values }: ReviewedRow, today: PlainDate): boolean =>
  values.dissolvedOn != null && (values.dissolvedOn as PlainDate) <= today;

/** Accepted, and not dissolved. */
function teamsAtWork(rows: readonly ReviewedRow[], today: PlainDate): readonly ReviewedRow[] {
  return rows.filter((row) => row.accepted && !hasEnded(row, today));
}

/** Communes that have a team of their own, or may have one in a row that cannot be read; null: any may. */
function communesWithTeam(rows: readonly ReviewedRow[], today: PlainDate): ReadonlySet<unknown> | null {
  const communes = new Set<unknown>();
  for (const row of rows) {
    const { commune, level, village } = row.values;
    const mayBeCommune = level === 'commune' || (village == null && !isUnread(row, 'village'));
    if (!mayBeCommune || (level === 'commune' && hasEnded(row, today))) continue;
    if (row.blockedBy !== null || commune == null) return null;
    communes.add(commune);
  }
  return communes;
}

/** A village team works below the team of its commune. KH 115, III.3.3. */
function withoutCommuneTeam(team: ReviewedRow, communes: ReadonlySet<unknown> | null, unit: ReportingUnit) {
  const { level, commune } = team.values;
  if (level !== 'village' || communes === null || communes.has(commune)) return [];
  const details = { commune: unit.communes.find(({ code }) => code === commune)?.fullName ?? '' };
  return [{ rule: 'team.village-without-commune-team', variant: 'without', column: teamCell(team), details }];
}

/** How many village teams each commune has. */
function villageTeamsByCommune(teams: readonly ReviewedRow[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { values } of teams) {
    if (values.level === 'village') counts.set(values.commune, (counts.get(values.commune) ?? 0) + 1);
  }
  return counts;
}

/** Who is in a team; null when someone who cannot be placed may be in it. */
function rosterOf({ values }: ReviewedRow, rosters: Rosters | null): TeamRoster | null {
  if (rosters === null || rosters.mayLack(values)) return null;
  return rosters.byTeam.get(teamKey(values)) ?? EMPTY_ROSTER;
}

/** The row that founds each team; of a team that was founded again after its end, the row of the one at work. */
function foundings(rows: readonly ReviewedRow[], today: PlainDate): ReadonlyMap<string, ReviewedRow> {
  const founded = new Map<string, ReviewedRow>();
  for (const row of rows) {
    if (isUnclear(row)) continue;
    const key = teamKey(row.values);
    const earlier = founded.get(key);
    if (earlier === undefined || hasEnded(earlier, today)) founded.set(key, row);
  }
  return founded;
}

function peopleIssues(rows: readonly ReviewedRow[], { rosters, unit, today }: TeamsContext): readonly RowIssue[] {
  if (rosters === null) return [];
  const founded = foundings(rows, today);
  const joined = [...rosters.byTeam].flatMap(([key, roster]) => {
    const team = founded.get(key);
    return team === undefined ? [] : joinings(team, roster);
  });
  return [...joined, ...inSeveralTeams(rosters.people, unit)];
}

function byRow(issues: readonly RowIssue[], tab: RowIssue['tab']): ReadonlyMap<number, readonly PlacedIssue[]> {
  const rows = new Map<number, PlacedIssue[]>();
  for (const { row, issue } of issues.filter((one) => one.tab === tab))
    rows.set(row, [...(rows.get(row) ?? []), issue]);
  return rows;
}

/** `rows`: those of `Tổ`, with what is already said of them. */
export function judgeTeams(rows: readonly ReviewedRow[], context: TeamsContext): TeamFindings {
  const { unit, today, rosters } = context;
  const teams = teamsAtWork(rows, today);
  const communes = communesWithTeam(rows, today);
  const below = villageTeamsByCommune(teams);
  const issues = teams.flatMap((team): readonly RowIssue[] => {
    const roster = rosterOf(team, rosters);
    const own = [
      ...withoutCommuneTeam(team, communes, unit),
      ...zaloGroup(team, roster, below.get(team.values.commune) ?? 0, today),
    ];
    const onTeam = own.map((issue): RowIssue => ({ tab: 'teams', row: team.row, issue }));
    return roster === null
      ? onTeam
      : [...onTeam, ...teamSize(team, roster), ...beyondEight(team, roster), ...composition(team, roster)];
  });
  const all = [...issues, ...peopleIssues(rows, context)];
  return { teams: byRow(all, 'teams'), members: byRow(all, 'members') };
}
