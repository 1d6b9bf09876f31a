/** How many people a team has against how many the plan asks for. KH 115, III.3.1.1 and III.3.1.4. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { TabReview } from '../review-tab.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { teamCell } from './team-references.ts';

const COMMUNE_SIZE = 5;
export const VILLAGE_SIZE = { least: 5, most: 8 } as const;

export interface TeamPeople {
  readonly official: number;
  readonly collaborators: number;
  /** Someone's role could not be read: the sizes are not to be relied on. */
  readonly unclear: boolean;
}

const NOBODY: TeamPeople = { official: 0, collaborators: 0, unclear: false };

/** Rows count whether or not another cell of theirs is wrong: a person with a bad date is still there. */
export function isThere({ values }: ReviewedRow, today: PlainDate): boolean {
  const joined = values.joinedOn as PlainDate | null;
  const left = values.leaveApprovedOn as PlainDate | null;
  return (joined === null || joined <= today) && (left === null || left > today);
}

/** The people of each team, by team key; null when `Thành viên` cannot be read. */
export function countPeople(members: TabReview | undefined, today: PlainDate): ReadonlyMap<string, TeamPeople> | null {
  if (!members?.header) return null;
  const people = new Map<string, TeamPeople>();
  for (const row of members.rows) {
    const doubled = row.problems.some(({ rule }) => rule === 'row.duplicate');
    if (doubled || row.values.commune === null || row.values.commune === undefined || !isThere(row, today)) continue;
    const key = teamKey(row.values);
    const { official, collaborators, unclear } = people.get(key) ?? NOBODY;
    const { role } = row.values;
    people.set(key, {
      official: official + (role !== 'collaborator' ? 1 : 0),
      collaborators: collaborators + (role === 'collaborator' ? 1 : 0),
      unclear: unclear || role === null || row.blockedBy !== null,
    });
  }
  return people;
}

/** Members whose row is blocked or has no commune may belong to any team. */
export function hasLostMembers(members: TabReview | undefined): boolean {
  return (members?.rows ?? []).some(({ values, blockedBy }) => blockedBy !== null || (values.commune ?? null) === null);
}

function sizeIssue(team: ReviewedRow, { official }: TeamPeople): PlacedIssue | null {
  const column = teamCell(team);
  const details = { count: official, short: VILLAGE_SIZE.least - official };
  if (team.values.level === 'commune') {
    if (official === COMMUNE_SIZE) return null;
    return { rule: 'team.size-commune', variant: 'other', column, details };
  }
  if (official < VILLAGE_SIZE.least) return { rule: 'team.size-village', variant: 'few', column, details };
  if (official > VILLAGE_SIZE.most) return { rule: 'team.size-village', variant: 'many', column, details };
  return null;
}

/** A team without people, or with more or fewer than the plan asks for. Findings: counted, never blocking. */
export function teamSize(
  team: ReviewedRow,
  people: ReadonlyMap<string, TeamPeople>,
  today: PlainDate,
): readonly PlacedIssue[] {
  const dissolved = team.values.dissolvedOn as PlainDate | null;
  if (!team.accepted || (dissolved !== null && dissolved <= today)) return [];
  const own = people.get(teamKey(team.values));
  if (!own) return [{ rule: 'team.no-members', variant: 'none', column: teamCell(team) }];
  const found = own.unclear ? null : sizeIssue(team, own);
  return found ? [found] : [];
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
