/** A team's month that repeats the month before to the last figure: mostly rows copied and only their dates changed. */
import type { ActivityMonth, TeamActivity } from '../history.ts';

/** One row may come out the same by chance; two in all their figures hardly do. */
const ENOUGH_ROWS = 2;
/** When so many teams repeat themselves, and they are the larger part, then it was no chance for single rows either. */
const ENOUGH_TEAMS = 4;

const rowsOf = ({ activities }: TeamActivity): number =>
  Object.values(activities).reduce((total, count) => total + count, 0);

const sameCounts = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean =>
  Object.keys(one).every((key) => one[key] === other[key]);

function isSame(one: TeamActivity, other: TeamActivity): boolean {
  return (
    one.turns > 0 &&
    one.turns === other.turns &&
    one.sessions === other.sessions &&
    sameCounts(one.activities, other.activities) &&
    sameCounts(one.turnsByPlatform, other.turnsByPlatform)
  );
}

/** Teams whose figures are those of the month before, with how many rows they are. */
export function copiedTeams(
  month: ReadonlyMap<string, TeamActivity>,
  before: ActivityMonth,
): ReadonlyMap<string, { readonly rows: number }> {
  const compared = [...month].flatMap(([id, team]) => {
    const then = before.teams.get(id);
    return then && rowsOf(then) > 0 ? [{ id, rows: rowsOf(team), same: isSame(team, then) }] : [];
  });
  const same = compared.filter((team) => team.same);
  const wholesale = same.length >= ENOUGH_TEAMS && same.length * 2 > compared.length;
  return new Map(same.filter(({ rows }) => wholesale || rows >= ENOUGH_ROWS).map(({ id, rows }) => [id, { rows }]));
}
