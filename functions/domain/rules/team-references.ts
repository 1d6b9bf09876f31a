/** Members and activities speak of teams: a team that `Tổ` does not have, or that was dissolved before. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { teamKey } from '../duplicates.ts';
import { isError } from '../problem.ts';
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

/** An activity needs a team; when it took place is held against when the team was there. KH 115, III.3.2. */
export function activityTeam(row: ReviewedRow, index: TeamIndex, unit: ReportingUnit): readonly PlacedIssue[] {
  const team = findTeam(row, index);
  if (team === undefined) return [unknownTeam('activity.team-unknown', row, index, unit)];
  const date = row.values.date as PlainDate | null;
  if (team === null || date === null) return [];
  const lives = (index.all.get(teamKey(row.values)) ?? [team]).map(livesOf);
  if (wasFounded(lives, date)) return afterDissolution(lives, date);
  // A day that is wrong in itself says nothing of the team.
  return row.problems.some((problem) => problem.column === 'date' && isError(problem))
    ? []
    : beforeFounding(lives, date);
}

/** From when until before when a team was there; null where its row does not say. */
interface Life {
  readonly founded: PlainDate | null;
  readonly dissolved: PlainDate | null;
}

const livesOf = ({ values }: ReviewedRow): Life => ({
  founded: (values.decisionDate ?? null) as PlainDate | null,
  dissolved: (values.dissolvedOn ?? null) as PlainDate | null,
});

const wasFounded = (lives: readonly Life[], date: PlainDate): boolean =>
  lives.some(({ founded }) => founded === null || founded <= date);

/** A team that was founded again works on. */
function afterDissolution(lives: readonly Life[], date: PlainDate): readonly PlacedIssue[] {
  const begun = lives.filter(({ founded }) => founded === null || founded <= date);
  if (begun.some(({ dissolved }) => dissolved === null || date < dissolved)) return [];
  const dissolved = begun.flatMap((life) => life.dissolved ?? []).reduce((one, other) => (one > other ? one : other));
  const details = { date: formatDate(date), dissolved: formatDate(dissolved) };
  return [{ rule: 'activity.after-dissolution', variant: 'after', column: 'date', details }];
}

function beforeFounding(lives: readonly Life[], date: PlainDate): readonly PlacedIssue[] {
  const founded = lives.flatMap((life) => life.founded ?? []).reduce((one, other) => (one < other ? one : other));
  const details = { date: formatDate(date), founded: formatDate(founded) };
  return [{ rule: 'activity.before-founding', variant: 'before', column: 'date', details }];
}
