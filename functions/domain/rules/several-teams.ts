/** One person in several teams: allowed, and counted as one person in several seats. RULES, readings of unclear words. */
import type { ReportingUnit } from '../../../schemas/units.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import { personFinder } from '../same-person.ts';
import type { RowIssue } from './placed-issue.ts';
import { placeName } from './team-index.ts';

/** The later row has the warning. */
export function inSeveralTeams(people: readonly ReviewedRow[], unit: ReportingUnit): readonly RowIssue[] {
  const earlierOf = personFinder(({ values }: ReviewedRow) => values);
  return people.flatMap((row): RowIssue[] => {
    const earlier = earlierOf(row);
    const first = earlier.find((one) => teamKey(one.values) !== teamKey(row.values));
    if (first === undefined) return [];
    const details = { place: placeName(first.values, unit), first: first.row };
    const issue = { rule: 'member.in-several-teams', variant: 'another', column: 'name', details };
    return [{ tab: 'members', row: row.row, issue }];
  });
}
