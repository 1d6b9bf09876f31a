/** What activities add up to: for some rows, and for each team. */
import { ACTIVITY_KINDS, PLATFORMS } from '../../schemas/choice-lists.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import type { ActivityCounts, PlatformCounts } from '../../schemas/totals.ts';
import { teamKey } from './duplicates.ts';
import type { TeamActivity } from './history.ts';

const zeros = <K extends string>(choices: readonly { readonly value: K }[]): Record<K, number> =>
  Object.fromEntries(choices.map(({ value }) => [value, 0])) as Record<K, number>;

/** The part of the figures that comes from activities. A blank count adds nothing: it is not reported, not zero. */
export function activityFigures(rows: readonly ActivityRecord[]): TeamActivity {
  const activities: ActivityCounts = zeros(ACTIVITY_KINDS.choices);
  const turnsByPlatform: PlatformCounts = zeros(PLATFORMS.choices);
  let sessions = 0;
  let turns = 0;
  for (const row of rows) {
    activities[row.kind] += 1;
    sessions += row.sessions ?? 0;
    turns += row.turns ?? 0;
    for (const platform of new Set(row.platforms ?? [])) turnsByPlatform[platform] += row.turns ?? 0;
  }
  return { activities, sessions, turns, turnsByPlatform };
}

/** Rows by team id. `Map.groupBy` is missing in Apps Script. */
export function groupByTeam<R>(
  rows: readonly R[],
  valuesOf: (row: R) => Parameters<typeof teamKey>[0],
): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const id = teamKey(valuesOf(row));
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

/** What each team did, by team id: of all teams that the rows name. */
export function activitiesByTeam(rows: readonly ActivityRecord[]): ReadonlyMap<string, TeamActivity> {
  return new Map([...groupByTeam(rows, (row) => row)].map(([id, own]) => [id, activityFigures(own)]));
}
