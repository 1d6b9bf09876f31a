/** What earlier months of a unit were like, for the rules that look over time. Counts only: no person is in it. */
import { addMonths, type DateRange, type Period } from '../../schemas/calendar.ts';
import type { TeamFigures } from '../../schemas/totals.ts';
import type { OpenPeriod } from './period.ts';

/** What one team did in a month. */
export type TeamActivity = Omit<TeamFigures, 'members' | 'collaborators'>;

/** What the teams of a unit did in a month, by team id. */
export interface ActivityMonth {
  readonly period: Period;
  readonly teams: ReadonlyMap<string, TeamActivity>;
}

/** A month that is no longer open, as it was stored: its people are those of the last day of its window. */
export interface PastMonth extends ActivityMonth {
  readonly window: DateRange;
  readonly teams: ReadonlyMap<string, TeamFigures>;
}

/** Past months, the newest first. Months without a report are left out. */
export type History = readonly PastMonth[];

/** A first month, or a reader who cannot know: the rules over time are silent. */
export const NO_HISTORY: History = [];

/** A team's habits show in three months; further back they are another season's. */
const MONTHS = 3;

/** The months before the open ones that make up a history, the newest first. */
export function pastPeriods(periods: readonly Pick<OpenPeriod, 'period'>[]): readonly Period[] {
  const [first] = periods;
  if (!first) return [];
  return Array.from({ length: MONTHS }, (_, back) => addMonths(first.period, -back - 1));
}
