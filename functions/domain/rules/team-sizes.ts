/** How many people a team has against how many the plan asks for. KH 115, III.3.1.1 and III.3.1.4. */
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { TabReview } from '../review-tab.ts';
import type { PlacedIssue, RowIssue } from './placed-issue.ts';
import type { Rosters, TeamRoster } from './rosters.ts';
import { teamCell } from './team-references.ts';

export const COMMUNE_SIZE = 5;
export const VILLAGE_SIZE = { least: 5, most: 8 } as const;

export interface TeamPeople {
  readonly official: number;
  readonly collaborators: number;
  /** Someone's role or team could not be read: the sizes are not to be relied on. */
  readonly unclear: boolean;
}

/** How many people each team has, by team key. */
export function countPeople({ byTeam, mayLack }: Rosters): ReadonlyMap<string, TeamPeople> {
  const counted = [...byTeam].map(([key, { official, collaborators, unclear }]) => {
    const [someone] = [...official, ...collaborators];
    const isUnclear = unclear || (someone !== undefined && mayLack(someone.values));
    return [key, { official: official.length, collaborators: collaborators.length, unclear: isUnclear }] as const;
  });
  return new Map(counted);
}

/** Members whose row is blocked or has no commune may belong to any team. */
export function hasLostMembers(members: TabReview | undefined): boolean {
  return (members?.rows ?? []).some(({ values, blockedBy }) => blockedBy !== null || (values.commune ?? null) === null);
}

function sizeIssue(team: ReviewedRow, count: number): PlacedIssue | null {
  const isCommune = team.values.level === 'commune';
  const [least, most] = isCommune ? [COMMUNE_SIZE, COMMUNE_SIZE] : [VILLAGE_SIZE.least, VILLAGE_SIZE.most];
  if (count >= least && count <= most) return null;
  const rule = isCommune ? 'team.size-commune' : 'team.size-village';
  const variant = count < least ? 'few' : 'many';
  return { rule, variant, column: teamCell(team), details: { count, short: least - count } };
}

/** A team without people, or with more or fewer than the plan asks for. Findings: counted, never blocking. */
export function teamSize(team: ReviewedRow, roster: TeamRoster): readonly RowIssue[] {
  const onTeam = (issue: PlacedIssue): RowIssue => ({ tab: 'teams', row: team.row, issue });
  if (roster.official.length + roster.collaborators.length === 0) {
    return [onTeam({ rule: 'team.no-members', variant: 'none', column: teamCell(team) })];
  }
  const found = roster.unclear ? null : sizeIssue(team, roster.official.length);
  return found ? [onTeam(found)] : [];
}

/** More members took part than the team has. */
export function participants(row: ReviewedRow, people: ReadonlyMap<string, TeamPeople>): readonly PlacedIssue[] {
  const took = row.values.participants as number | null;
  const team = people.get(teamKey(row.values));
  if (took === null || !team || team.unclear) return [];
  const count = team.official + team.collaborators;
  if (took <= count) return [];
  const details = { participants: took, count };
  return [{ rule: 'activity.members-exceed-team', variant: 'more', column: 'participants', details }];
}
