/** A team whose people always come in tens: estimated, not counted. */
import type { ActivityMonth } from '../history.ts';
import type { ReviewedRow } from '../record.ts';

/** One figure in ten is round by chance; so many in a row are not. */
const ENOUGH = 5;
const isRound = (figure: number): boolean => figure >= 10 && figure % 10 === 0;

/** The turns of a team's rows this month when they, and its months before, are all round and enough to tell; else null. */
export function roundFigures(
  rows: readonly ReviewedRow[],
  team: string,
  past: readonly ActivityMonth[],
): readonly number[] | null {
  const now = rows.flatMap(({ values }) => (values.turns as number | null) || []);
  const before = past.flatMap(({ teams }) => teams.get(team)?.turns || []);
  const all = [...now, ...before];
  return now.length > 0 && all.length >= ENOUGH && all.every(isRound) ? now : null;
}
