/** Rules that look from one tab into another: teams of members and activities, the people of teams. */
import type { PlainDate } from '../../schemas/calendar.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { ReviewedRow } from './record.ts';
import { countRows, type TabReview } from './review-tab.ts';
import { judgeTeams } from './rules/judge-teams.ts';
import { addIssues, type PlacedIssue } from './rules/placed-issue.ts';
import { readRosters } from './rules/rosters.ts';
import { secondTeams } from './rules/second-team.ts';
import { adoptVillage, indexTeams, type TeamIndex } from './rules/team-index.ts';
import { activityTeam, memberTeam } from './rules/team-references.ts';
import { countPeople, participants } from './rules/team-sizes.ts';

type RowJudge = (row: ReviewedRow) => readonly PlacedIssue[];

/** The tab with what a judge finds in each of its rows; a blocked row has its reason already. */
export function judgeRows(tab: TabReview, find: RowJudge): TabReview {
  const place = { tab: tab.expected.key, title: tab.tab?.title ?? tab.expected.title };
  const rows = tab.rows.map((row) => (row.blockedBy ? row : addIssues(row, find(row), place)));
  return { ...tab, rows, counts: countRows(rows) };
}

/** A village is the same however its row spells it: from here on as `Tổ` does, so that it counts with its team. */
function adoptVillages(tab: TabReview, index: TeamIndex): TabReview {
  if (tab.expected.key === 'teams') return tab;
  return { ...tab, rows: tab.rows.map((row) => (row.blockedBy ? row : adoptVillage(row, index))) };
}

/** The tabs with what only shows when they are laid beside each other. Teams first: the others are held against them. */
export function reviewAcross(tabs: readonly TabReview[], unit: ReportingUnit, today: PlainDate): readonly TabReview[] {
  const byKey = (key: string) => tabs.find(({ expected }) => expected.key === key);
  const index = indexTeams(byKey('teams'));
  const second = secondTeams(byKey('teams')?.rows ?? [], unit);
  const withTeams = tabs
    .map((tab) => (index === null ? tab : adoptVillages(tab, index)))
    .map((tab) => {
      if (tab.expected.key === 'teams') return judgeRows(tab, (row) => second.get(row.row) ?? []);
      if (index === null) return tab;
      if (tab.expected.key === 'members') return judgeRows(tab, (row) => memberTeam(row, index, unit));
      if (tab.expected.key === 'activities') return judgeRows(tab, (row) => activityTeam(row, index, unit));
      return tab;
    });
  return withRosters(withTeams, unit, today);
}

/** What the people of a team, taken together, say of it. */
function withRosters(tabs: readonly TabReview[], unit: ReportingUnit, today: PlainDate): readonly TabReview[] {
  const byKey = (key: string) => tabs.find(({ expected }) => expected.key === key);
  const rosters = readRosters(byKey('members'), today);
  const found = judgeTeams(byKey('teams')?.rows ?? [], { unit, today, rosters });
  const people = rosters === null ? null : countPeople(rosters);
  return tabs.map((tab) => {
    if (tab.expected.key === 'teams') return judgeRows(tab, (row) => found.teams.get(row.row) ?? []);
    if (tab.expected.key === 'members') return judgeRows(tab, (row) => found.members.get(row.row) ?? []);
    if (tab.expected.key === 'activities' && people) return judgeRows(tab, (row) => participants(row, people));
    return tab;
  });
}
