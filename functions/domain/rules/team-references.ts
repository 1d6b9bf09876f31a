/** Members and activities speak of teams: a team that `Tổ` does not have, or that was dissolved before. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { ReviewedRow } from '../record.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { findTeam, nearestVillage, placeName, type TeamIndex } from './team-index.ts';

/** The village cell, or the commune cell of a row without village. */
export const teamCell = ({ values }: ReviewedRow): 'village' | 'commune' =>
  values.village === null ? 'commune' : 'village';

function unknownTeam(rule: string, row: ReviewedRow, index: TeamIndex, unit: ReportingUnit): PlacedIssue {
  const suggestion = nearestVillage(row.values, index);
  const found = { rule, column: teamCell(row), details: { place: placeName(row.values, unit) } };
  return suggestion === undefined ? { ...found, variant: 'unknown' } : { ...found, variant: 'nearest', suggestion };
}

/** A member needs a team. KH 115, III.3.1. */
export function memberTeam(row: ReviewedRow, index: TeamIndex, unit: ReportingUnit): readonly PlacedIssue[] {
  return findTeam(row, index) === undefined ? [unknownTeam('member.team-unknown', row, index, unit)] : [];
}

/** An activity needs a team that had not been dissolved. KH 115, III.3.2. */
export function activityTeam(row: ReviewedRow, index: TeamIndex, unit: ReportingUnit): readonly PlacedIssue[] {
  const team = findTeam(row, index);
  if (team === undefined) return [unknownTeam('activity.team-unknown', row, index, unit)];
  const dissolved = (team?.values.dissolvedOn ?? null) as PlainDate | null;
  const date = row.values.date as PlainDate | null;
  if (dissolved === null || date === null || date < dissolved) return [];
  const details = { date: formatDate(date), dissolved: formatDate(dissolved) };
  return [{ rule: 'activity.after-dissolution', variant: 'after', column: 'date', details }];
}
