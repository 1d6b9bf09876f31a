/** Rules that look from one month into another: figures unlike those before, and people who are gone without a word. */
import { addMonths, formatPeriod, type PlainDate } from '../../schemas/calendar.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import { activitiesByTeam, groupByTeam } from './activity-figures.ts';
import { teamKey } from './duplicates.ts';
import type { ActivityMonth, History } from './history.ts';
import type { ReviewedRow } from './record.ts';
import { judgeRows } from './review-across.ts';
import type { TabReview } from './review-tab.ts';
import { copiedTeams } from './rules/copied-month.ts';
import { farFigures } from './rules/far-figures.ts';
import type { PlacedIssue } from './rules/placed-issue.ts';
import { roundFigures } from './rules/round-figures.ts';
import { teamCell } from './rules/team-references.ts';
import { hasLostMembers } from './rules/team-sizes.ts';
import { peopleThen, vanishedMembers } from './rules/vanished-members.ts';

const RULE = 'activity.outlier';

/** The tabs with what only shows beside earlier months: the stored ones, and those that are open too. */
export function reviewOverTime(tabs: readonly TabReview[], history: History, today: PlainDate): readonly TabReview[] {
  const open = tabs.flatMap(activityMonth);
  return tabs.map((tab) => {
    if (tab.expected.key === 'teams') return withVanished(tab, tabs, history, today);
    return tab.expected.key === 'activities' ? withOutliers(tab, [...open, ...history]) : tab;
  });
}

const acceptedRows = ({ rows }: TabReview): readonly ReviewedRow[] => rows.filter(({ accepted }) => accepted);

function activityMonth(tab: TabReview): readonly ActivityMonth[] {
  if (tab.expected.key !== 'activities' || tab.month === null) return [];
  const records = acceptedRows(tab).map(({ values }) => values as ActivityRecord);
  return [{ period: tab.month.period, teams: activitiesByTeam(records) }];
}

function withVanished(tab: TabReview, tabs: readonly TabReview[], history: History, today: PlainDate): TabReview {
  const [last] = history;
  const members = tabs.find(({ expected }) => expected.key === 'members');
  if (!last || !members?.header || hasLostMembers(members)) return tab;
  const people = peopleThen(members.rows, last.window);
  return judgeRows(tab, (row) => vanishedMembers(row, people, last, today));
}

function withOutliers(tab: TabReview, months: readonly ActivityMonth[]): TabReview {
  const { month } = tab;
  if (month === null) return tab;
  const past = months.filter(({ period }) => period < month.period);
  const far = farFigures(tab.rows, past);
  const ofTeams = teamOutliers(tab, past, addMonths(month.period, -1));
  return judgeRows(tab, (row) => {
    if ((row.values.commune ?? null) === null) return [];
    return [...far(row, teamKey(row.values)), ...(ofTeams.get(row.row) ?? [])];
  });
}

/**
 * What is said once for all rows of a team: at its first row. By row number. A tick «Đã kiểm tra, đúng» holds as long as
 * `found` stays.
 */
function teamOutliers(
  tab: TabReview,
  past: readonly ActivityMonth[],
  lastPeriod: string,
): ReadonlyMap<number, readonly PlacedIssue[]> {
  const rows = acceptedRows(tab);
  const last = past.find(({ period }) => period === lastPeriod);
  const copied = last ? copiedTeams(activitiesByTeam(rows.map(({ values }) => values as ActivityRecord)), last) : null;
  const found = new Map<number, readonly PlacedIssue[]>();
  for (const [team, own] of groupByTeam(rows, ({ values }) => values)) {
    const [first] = own;
    if (!first) continue;
    const issues: PlacedIssue[] = [];
    const copy = copied?.get(team);
    if (copy && last) {
      const details = { rows: copy.rows, month: formatPeriod(last.period), found: last.period };
      issues.push({ rule: RULE, variant: 'copied', column: teamCell(first), details });
    }
    const round = roundFigures(own, team, past);
    if (round)
      issues.push({
        rule: RULE,
        variant: 'round',
        column: teamCell(first),
        details: { found: round.join(', ') },
      });
    if (issues.length > 0) found.set(first.row, issues);
  }
  return found;
}
