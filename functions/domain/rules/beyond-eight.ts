/** Which rows make a village team too big: from the ninth member on people are collaborators. KH 115, III.3.1.4. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import { ROLES } from '../../../schemas/choice-lists.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { TabReview } from '../review-tab.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { isThere, type TeamPeople, VILLAGE_SIZE } from './team-sizes.ts';

const COLLABORATOR = ROLES.choices.find(({ value }) => value === 'collaborator')?.label ?? '';

/** Leaders stay what they are; of the others those who stand last in the list are the ninth and after. */
function rowsBeyond(members: readonly ReviewedRow[], excess: number): readonly ReviewedRow[] {
  return members.filter(({ values }) => values.role === 'member').slice(-excess);
}

/** What to say of which rows of `Thành viên`; only where the whole team could be read. */
export function beyondEight(
  members: TabReview | undefined,
  people: ReadonlyMap<string, TeamPeople>,
  today: PlainDate,
): ReadonlyMap<number, readonly PlacedIssue[]> {
  const tooBig = new Map([...people].filter(([, { official, unclear }]) => !unclear && official > VILLAGE_SIZE.most));
  const issues = new Map<number, readonly PlacedIssue[]>();
  for (const [key, team] of teamsOf(members, tooBig, today)) {
    const official = tooBig.get(key)?.official ?? 0;
    const found = { rule: 'member.beyond-eight', variant: 'member', column: 'role', details: { count: official } };
    for (const { row } of rowsBeyond(team, official - VILLAGE_SIZE.most))
      issues.set(row, [{ ...found, suggestion: COLLABORATOR, replacement: COLLABORATOR }]);
  }
  return issues;
}

/** The rows of the village teams that are wanted, in one look at the list. */
function teamsOf(
  members: TabReview | undefined,
  wanted: ReadonlyMap<string, unknown>,
  today: PlainDate,
): ReadonlyMap<string, readonly ReviewedRow[]> {
  const teams = new Map<string, ReviewedRow[]>();
  if (wanted.size === 0) return teams;
  for (const row of members?.rows ?? []) {
    if (!row.accepted || row.values.village === null || !isThere(row, today)) continue;
    const key = teamKey(row.values);
    const team = teams.get(key);
    if (team) team.push(row);
    else if (wanted.has(key)) teams.set(key, [row]);
  }
  return teams;
}
