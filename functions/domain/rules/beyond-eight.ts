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
  const issues = new Map<number, readonly PlacedIssue[]>();
  for (const [key, { official, unclear }] of people) {
    const excess = official - VILLAGE_SIZE.most;
    if (excess <= 0 || unclear) continue;
    const team = (members?.rows ?? []).filter(
      (row) => row.accepted && row.values.village !== null && teamKey(row.values) === key && isThere(row, today),
    );
    const details = { count: official };
    const found = { rule: 'member.beyond-eight', variant: 'member', column: 'role', details };
    for (const { row } of rowsBeyond(team, excess))
      issues.set(row, [{ ...found, suggestion: COLLABORATOR, replacement: COLLABORATOR }]);
  }
  return issues;
}
