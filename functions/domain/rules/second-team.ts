/** One team for a commune, one for a village: a second one that is active at the same time is an error. KH 115, III.2.1. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { placeName } from './team-index.ts';
import { teamCell } from './team-references.ts';

/** Both active on some day: neither was dissolved before the other was founded. */
function overlap(one: ReviewedRow, other: ReviewedRow): boolean {
  const ended = (row: ReviewedRow) => (row.values.dissolvedOn as PlainDate | null) ?? '9999-12-31';
  const began = (row: ReviewedRow) => row.values.decisionDate as PlainDate;
  return began(one) < ended(other) && began(other) < ended(one);
}

/** What is wrong with each row that founds a team where an earlier row has one, by row number. */
export function secondTeams(
  rows: readonly ReviewedRow[],
  unit: ReportingUnit,
): ReadonlyMap<number, readonly PlacedIssue[]> {
  const first = new Map<string, ReviewedRow[]>();
  const found = new Map<number, readonly PlacedIssue[]>();
  for (const row of rows.filter(({ accepted }) => accepted)) {
    const key = teamKey(row.values);
    const earlier = first.get(key)?.find((team) => overlap(team, row));
    if (!earlier) {
      first.set(key, [...(first.get(key) ?? []), row]);
      continue;
    }
    const details = { place: placeName(row.values, unit), first: earlier.row };
    found.set(row.row, [{ rule: 'team.second-in-unit', variant: 'active', column: teamCell(row), details }]);
  }
  return found;
}
