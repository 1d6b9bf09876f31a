/** What a reader of the workbook must come to, from what the generator knows it made; no cell is read back. */
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { ACTIVITY_KINDS, type ChoiceList, PLATFORMS } from '../../schemas/choice-lists.ts';
import type { SampleActivity } from './activities.ts';
import type { Draft } from './drafts.ts';
import { findingsOf } from './findings.ts';
import { isInForce, type SampleMember } from './members.ts';
import type { MistakeKind } from './mistakes.ts';
import type { MonthTruth, SampleOptions, SampleTotals, SampleTruth, TabTruth } from './sample.ts';
import type { PlannedTeam } from './team-plan.ts';
import type { UnitDrafts } from './unit-drafts.ts';
import { earlierOf } from './workdays.ts';

type Counts = Partial<Record<MistakeKind, number>>;
type TeamFilter = (team: PlannedTeam) => boolean;

export function truthOf(drafts: UnitDrafts, { asOf, periods }: SampleOptions): SampleTruth {
  const rejectedTeams = rejectedTeamsOf(drafts.teams);
  const monthOf = (period: Period, day: PlainDate): MonthTruth => {
    const rows = drafts.activities.get(period) ?? [];
    return {
      activities: tabTruth(rows, rejectedTeams),
      totals: totalsOf(drafts, rows, day, () => true),
      totalsOfRejectedTeams: totalsOf(drafts, rows, day, (team) => rejectedTeams.has(team)),
    };
  };
  return {
    teams: tabTruth(drafts.teams, new Set()),
    members: tabTruth(drafts.members, rejectedTeams),
    months: new Map(periods.map(({ period, window }) => [period, monthOf(period, earlierOf(window.to, asOf))])),
    totals: totalsOf(drafts, [...drafts.activities.values()].flat(), asOf, () => true),
    findings: findingsOf(drafts, asOf),
  };
}

/** Teams none of whose rows can be counted. */
function rejectedTeamsOf(teams: readonly Draft<PlannedTeam>[]): ReadonlySet<PlannedTeam> {
  const counted = new Set(teams.filter((draft) => !draft.rejectedBy).map(({ team }) => team));
  return new Set(teams.map(({ team }) => team).filter((team) => !counted.has(team)));
}

function tabTruth(drafts: readonly Draft[], rejectedTeams: ReadonlySet<PlannedTeam>): TabTruth {
  const rejectedBy: Counts = {};
  const mistakes: Counts = {};
  let [countable, dependsOnRejectedTeam] = [0, 0];
  for (const draft of drafts) {
    if (draft.rejectedBy) add(rejectedBy, draft.rejectedBy);
    else countable++;
    if (!draft.rejectedBy && rejectedTeams.has(draft.team)) dependsOnRejectedTeam++;
    for (const kind of draft.mistakes) add(mistakes, kind);
  }
  const typed = drafts.length;
  return { typed, countable, rejected: typed - countable, rejectedBy, mistakes, dependsOnRejectedTeam };
}

function add(counts: Record<string, number | undefined>, key: string, number = 1): void {
  counts[key] = (counts[key] ?? 0) + number;
}

function totalsOf(
  { teams, members }: UnitDrafts,
  activities: readonly Draft<SampleActivity>[],
  day: PlainDate,
  includes: TeamFilter,
): SampleTotals {
  const totals = noTotals();
  const counted = <Fact>(drafts: readonly Draft<Fact>[]) =>
    drafts.filter((draft) => !draft.rejectedBy && includes(draft.team));
  for (const { team } of counted(teams)) addTeam(totals, team, day);
  for (const { fact } of counted(members)) addMember(totals, fact, day);
  for (const { fact } of counted(activities)) addActivity(totals, fact);
  return totals;
}

function noTotals(): SampleTotals {
  const stock = { communeTeams: 0, villageTeams: 0, members: 0, collaborators: 0 };
  const activities = zeroes(ACTIVITY_KINDS);
  return { ...stock, activities, sessions: 0, turns: 0, turnsByPlatform: zeroes(PLATFORMS) };
}

function zeroes(list: ChoiceList): Record<string, number> {
  return Object.fromEntries(list.choices.map(({ value }) => [value, 0]));
}

function addTeam(totals: SampleTotals, team: PlannedTeam, day: PlainDate): void {
  if (team.decisionDate > day) return;
  if (team.village === null) totals.communeTeams++;
  else totals.villageTeams++;
}

function addMember(totals: SampleTotals, member: SampleMember, day: PlainDate): void {
  if (!isInForce(member, day)) return;
  if (member.role === 'collaborator') totals.collaborators++;
  else totals.members++;
}

function addActivity(totals: SampleTotals, activity: SampleActivity): void {
  add(totals.activities, activity.kind);
  totals.sessions += activity.sessions ?? 0;
  totals.turns += activity.turns ?? 0;
  for (const platform of activity.platforms) add(totals.turnsByPlatform, platform, activity.turns ?? 0);
}
