/**
 * People who were counted last month and are no longer in the list, although nobody wrote that they left. Names are not
 * stored, so only their number is known. KH 115, III.3.1.4.
 */
import { type DateRange, formatPeriod, type PlainDate } from '../../../schemas/calendar.ts';
import { teamKey } from '../duplicates.ts';
import type { PastMonth } from '../history.ts';
import type { ReviewedRow } from '../record.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { teamCell } from './team-references.ts';

/**
 * Whether someone may have been counted at the end of a window: joined by then, and did not leave before the window
 * began, since a leave within it was perhaps written down only later.
 */
function mayHaveCounted({ values }: ReviewedRow, { from, to }: DateRange): boolean {
  const [joined, left, approved] = [values.joinedOn, values.leftOn, values.leaveApprovedOn] as (PlainDate | null)[];
  const isGone = left != null && approved != null && left < from && approved < from;
  return (joined == null || joined <= to) && !isGone;
}

/** People of the list who may have been counted last month, by team. Another mistake in a row does not unmake a person. */
export function peopleThen(members: readonly ReviewedRow[], window: DateRange): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const row of members) {
    const doubled = row.problems.some(({ rule }) => rule === 'row.duplicate');
    if (doubled || !mayHaveCounted(row, window)) continue;
    const key = teamKey(row.values);
    people.set(key, (people.get(key) ?? 0) + 1);
  }
  return people;
}

/**
 * Fewer people than last month + those who joined − those who left since. A tick «Đã kiểm tra, đúng» holds as long as
 * `found` stays: another month, or one more who is missing, is said again.
 */
export function vanishedMembers(
  team: ReviewedRow,
  people: ReadonlyMap<string, number>,
  month: PastMonth,
  today: PlainDate,
): readonly PlacedIssue[] {
  const dissolved = team.values.dissolvedOn as PlainDate | null;
  if (!team.accepted || (dissolved !== null && dissolved <= today)) return [];
  const id = teamKey(team.values);
  const then = month.teams.get(id);
  if (!then) return [];
  const before = then.members + then.collaborators;
  const missing = before - (people.get(id) ?? 0);
  if (missing <= 0) return [];
  const details = { before, missing, month: formatPeriod(month.period), found: `${month.period} ${missing}` };
  return [{ rule: 'member.vanished', variant: 'fewer', column: teamCell(team), details }];
}
