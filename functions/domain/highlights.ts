/** Initiatives and proposals for a reward in the teams' own words, as far as they may leave the workbook. KH 115, III.3.2. */
import type { Highlight } from '../../schemas/summary.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import { teamKey } from './duplicates.ts';
import { mayLeave } from './personal-data.ts';
import type { TabReview } from './review-tab.ts';
import { rosterNames } from './roster-names.ts';

const KINDS: ReadonlySet<string> = new Set(['initiatives', 'commendations'] satisfies Highlight['kind'][]);

/** Of accepted rows, by day; a text with a phone, or with a name of the list, stays where it was typed. */
export function highlightsOf(rows: readonly ActivityRecord[], members: TabReview | undefined): readonly Highlight[] {
  const wanted = rows.filter(({ kind }) => KINDS.has(kind));
  if (wanted.length === 0) return [];
  const names = rosterNames(members);
  return wanted
    .filter(({ content }) => mayLeave(content, names))
    .map((row) => ({ kind: row.kind as Highlight['kind'], team: teamKey(row), date: row.date, content: row.content }))
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}
