/** One person in several teams: allowed, and counted as one person in several seats. RULES, readings of unclear words. */
import type { ReportingUnit } from '../../../schemas/units.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import { fold } from '../text.ts';
import type { RowIssue } from './placed-issue.ts';
import { placeName } from './team-index.ts';

/** More people of one name in one commune are not compared: the work stays linear. */
const MAX_NAMESAKES = 8;

/** Both filled in and not the same: a blank says nothing. */
const conflict = (one: unknown, other: unknown): boolean => one != null && other != null && one !== other;

const differ = ({ values: one }: ReviewedRow, { values: other }: ReviewedRow): boolean =>
  conflict(one.birthYear, other.birthYear) || conflict(one.phone, other.phone) || conflict(one.gender, other.gender);

/**
 * The same name is the same person within a commune unless year, phone or gender say otherwise, and anywhere in the
 * district when the phone is the same. The later row has the warning.
 */
export function inSeveralTeams(people: readonly ReviewedRow[], unit: ReportingUnit): readonly RowIssue[] {
  const known = new Map<string, ReviewedRow[]>();
  return people.flatMap((row): RowIssue[] => {
    const { name, commune, phone } = row.values;
    if (name == null) return [];
    const key = fold(String(name));
    const keys = [`${commune}|${key}`, ...(phone == null ? [] : [`${phone}|${key}`])];
    const first = keys
      .flatMap((one) => known.get(one) ?? [])
      .find((earlier) => teamKey(earlier.values) !== teamKey(row.values) && !differ(earlier, row));
    for (const one of keys) known.set(one, [...(known.get(one) ?? []), row].slice(0, MAX_NAMESAKES));
    if (first === undefined) return [];
    const details = { place: placeName(first.values, unit), first: first.row };
    const issue = { rule: 'member.in-several-teams', variant: 'another', column: 'name', details };
    return [{ tab: 'members', row: row.row, issue }];
  });
}
