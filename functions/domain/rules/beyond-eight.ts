/** Which rows make a village team too big: from the ninth member on people are collaborators. KH 115, III.3.1.4. */
import { ROLES } from '../../../schemas/choice-lists.ts';
import type { ReviewedRow } from '../record.ts';
import type { RowIssue } from './placed-issue.ts';
import type { TeamRoster } from './rosters.ts';
import { VILLAGE_SIZE } from './team-sizes.ts';

const COLLABORATOR = ROLES.choices.find(({ value }) => value === 'collaborator')?.label ?? '';

/** Leaders stay what they are; of the others those who stand last in the list are the ninth and after. */
function rowsBeyond(official: readonly ReviewedRow[], excess: number): readonly ReviewedRow[] {
  return official.filter(({ values, accepted }) => accepted && values.role === 'member').slice(-excess);
}

/** What to say of which rows of `Thành viên`; only where the whole team could be read. */
export function beyondEight(team: ReviewedRow, { official, unclear }: TeamRoster): readonly RowIssue[] {
  const excess = official.length - VILLAGE_SIZE.most;
  if (team.values.level !== 'village' || excess <= 0 || unclear) return [];
  const details = { count: official.length };
  const found = { rule: 'member.beyond-eight', variant: 'member', column: 'role', details };
  const issue = { ...found, suggestion: COLLABORATOR, replacement: COLLABORATOR };
  return rowsBeyond(official, excess).map(({ row }) => ({ tab: 'members', row, issue }));
}
