/** A figure far above what this district, and this team, usually write: mostly a digit too many. */
import type { ActivityMonth, TeamActivity } from '../history.ts';
import type { ReviewedRow } from '../record.ts';
import { robustZ, type Spread, spreadOf } from '../robust.ts';
import type { PlacedIssue } from './placed-issue.ts';

const FIGURES = ['turns', 'sessions'] as const;
type Figure = (typeof FIGURES)[number];

/** So many widths above the centre a figure is far (Iglewicz and Hoaglin, 1993). */
const FAR = 3.5;
/** On the scale of {@link logOf}: less than about twice the usual is never far, however alike the other figures are. */
const LEAST_WIDTH = 0.25;
/** So many figures of the district say what is usual there… */
const ENOUGH_OF_DISTRICT = 12;
/** …and so many months of a team what is usual for it. */
const ENOUGH_OF_TEAM = 2;

/** Attendance is told apart by its proportions: 20 and 40 lie as far apart as 200 and 400. */
const logOf = (figure: number): number => Math.log1p(figure);
const figureOf = (log: number): number => Math.round(Math.expm1(log));

/** What a row came to on average in a team's month; null where none had the figure. */
function meanOf({ activities, ...figures }: TeamActivity, figure: Figure): number | null {
  if (figures[figure] === 0) return null;
  const counted = figure === 'turns' ? activities.guidance + activities.outreach : 0;
  const all = Object.values(activities).reduce((total, count) => total + count, 0);
  return figures[figure] / (counted || all);
}

function logsOf(teams: readonly TeamActivity[], figure: Figure): readonly number[] {
  return teams.flatMap((team) => {
    const mean = meanOf(team, figure);
    return mean === null ? [] : [logOf(mean)];
  });
}

export type FarJudge = (row: ReviewedRow, team: string) => readonly PlacedIssue[];

/** What is usual for a row of a kind in the district: this month's rows, and the team months before. */
function usualOf(rows: readonly ReviewedRow[], past: readonly number[], kind: unknown, figure: Figure): Spread | null {
  const own = rows.filter(({ accepted, values }) => accepted && values.kind === kind);
  const logs = own.flatMap(({ values }) => {
    const count = values[figure] as number | null;
    return count === null ? [] : [logOf(count)];
  });
  return spreadOf([...logs, ...past], ENOUGH_OF_DISTRICT, LEAST_WIDTH);
}

/**
 * Judges the rows of one month's tab. A figure is far when it is so for the district's rows of its kind and, where months
 * of the team are known, for the team too: a team of a market town may always have had hundreds. Only upwards: few people
 * are no mistake.
 */
export function farFigures(rows: readonly ReviewedRow[], past: readonly ActivityMonth[]): FarJudge {
  const months = past.flatMap(({ teams }) => [...teams.values()]);
  const pastLogs = { turns: logsOf(months, 'turns'), sessions: logsOf(months, 'sessions') };
  const usual = new Map<string, Spread | null>();
  const usualFor = (kind: unknown, figure: Figure): Spread | null => {
    const key = `${figure}|${kind}`;
    const known = usual.get(key);
    if (known !== undefined) return known;
    const made = usualOf(rows, pastLogs[figure], kind, figure);
    usual.set(key, made);
    return made;
  };
  const usualForTeam = (team: string, figure: Figure): Spread | null => {
    const own = past.flatMap(({ teams }) => teams.get(team) ?? []);
    return spreadOf(logsOf(own, figure), ENOUGH_OF_TEAM, LEAST_WIDTH);
  };
  return ({ values }, team) =>
    FIGURES.flatMap((figure) => {
      const count = (values[figure] ?? null) as number | null;
      const district = count === null || values.kind === null ? null : usualFor(values.kind, figure);
      if (count === null || district === null || robustZ(logOf(count), district) <= FAR) return [];
      const own = usualForTeam(team, figure);
      if (own !== null && robustZ(logOf(count), own) <= FAR) return [];
      const details = { count, usual: figureOf((own ?? district).centre) };
      return [{ rule: 'activity.outlier', variant: 'far', column: figure, details }];
    });
}
