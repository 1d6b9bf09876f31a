/** Every team has a Zalo group, with everyone in it who belongs there. KH 115, III.3.3. */
import { addDays, formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReviewedRow } from '../record.ts';
import { type PlacedIssue, saysNothing } from './placed-issue.ts';
import type { TeamRoster } from './rosters.ts';
import { COMMUNE_SIZE } from './team-sizes.ts';

/** Days that a new team has to make its group. */
const DAYS_TO_MAKE_IT = 30;
/** Heads of the Culture and Information Office and of the Education Office, secretary of the district's Youth Union. */
const DISTRICT_GUESTS = 3;
/** Leader and deputy of each village team are in their commune's group. */
const LEADING_A_VILLAGE = 2;
/** The commune team's leader is in each village team's group. */
const COMMUNE_LEADER = 1;

function hasNoGroup(team: ReviewedRow): boolean {
  const noHeads = team.values.zaloHeadCount === 0 || !('zaloHeadCount' in team.cells);
  return saysNothing(team, 'zaloLink') && (noHeads || saysNothing(team, 'zaloHeadCount'));
}

function communeGroup(count: number, villageTeams: number): PlacedIssue | null {
  const below = LEADING_A_VILLAGE * villageTeams;
  const expected = COMMUNE_SIZE + below + DISTRICT_GUESTS;
  if (count >= expected) return null;
  const details = { count, expected, below };
  return { rule: 'team.zalo-short', variant: 'commune', column: 'zaloHeadCount', details };
}

function villageGroup(count: number, roster: TeamRoster | null): PlacedIssue | null {
  if (roster === null || roster.unclear) return null;
  const members = roster.official.length;
  const expected = members + COMMUNE_LEADER;
  if (count >= expected) return null;
  const details = { count, expected, members };
  return { rule: 'team.zalo-short', variant: 'village', column: 'zaloHeadCount', details };
}

/** `roster`: null where it is not known who is in the team. `villageTeams`: those of the commune. */
export function zaloGroup(
  team: ReviewedRow,
  roster: TeamRoster | null,
  villageTeams: number,
  today: PlainDate,
): readonly PlacedIssue[] {
  const decided = team.values.decisionDate as PlainDate;
  if (addDays(decided, DAYS_TO_MAKE_IT) >= today) return [];
  if (hasNoGroup(team)) {
    return [{ rule: 'team.zalo-missing', variant: 'none', column: 'zaloLink', details: { date: formatDate(decided) } }];
  }
  const count = (team.values.zaloHeadCount ?? null) as number | null;
  if (count === null) return [];
  const found = team.values.level === 'commune' ? communeGroup(count, villageTeams) : villageGroup(count, roster);
  return found ? [found] : [];
}
