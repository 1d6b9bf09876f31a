/** The rows of one workbook, typed with or without mistakes, before anything happens to its tabs as a whole. */
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { activitiesOf, type SampleActivity } from './activities.ts';
import { mistypeCells } from './cell-mistakes.ts';
import { type Draft, draftActivity, draftMember, draftTeam, type SampleTeam } from './drafts.ts';
import { isInForce, type MemberSetting, memberOn, membersOf, type SampleMember } from './members.ts';
import { chance, stream } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import {
  duplicatesIn,
  mistakeActivity,
  mistakeDecision,
  mistakeMember,
  mistakeRoles,
  mistakeTeam,
  typedTwice,
} from './row-mistakes.ts';
import type { SampleOptions, SamplePeriod } from './sample.ts';
import type { PlannedTeam } from './team-plan.ts';
import { isBru } from './villages.ts';

export interface UnitDrafts {
  readonly unit: ReportingUnit;
  readonly teams: readonly Draft<SampleTeam>[];
  readonly members: readonly Draft<SampleMember>[];
  readonly activities: ReadonlyMap<Period, readonly Draft<SampleActivity>[]>;
}

interface Setting extends Required<SampleOptions> {
  readonly unit: ReportingUnit;
  readonly unitIndex: number;
}

type TeamMembers = ReadonlyMap<PlannedTeam, readonly SampleMember[]>;

/** `planned`: the district's teams up to the end of 2023; those founded by `asOf` are shown. */
export function draftUnit(setting: Setting, planned: readonly PlannedTeam[]): UnitDrafts {
  const teams = planned.filter((team) => team.decisionDate <= setting.asOf && !wasForgotten(setting, team));
  const members = gatherMembers(setting, teams);
  const twice = new Map(teams.map((team) => [team, repeatedRow(setting, team)]));
  return {
    unit: setting.unit,
    teams: teams.flatMap((team) => repeated(typedTeam(setting, team, members), twice.get(team) === 'team')),
    members: typedMembers(setting, members).flatMap((drafts) => {
      return drafts.flatMap((draft, i) =>
        repeated(draft, twice.get(draft.team) === 'member' && i === drafts.length - 1),
      );
    }),
    activities: new Map(setting.periods.map((period) => [period.period, typedActivities(setting, period, members)])),
  };
}

/** A commune's own team that was never typed, nor its people. */
function wasForgotten({ seed, unit, mistakes }: Setting, { commune, village }: PlannedTeam): boolean {
  if (!mistakes || village !== null) return false;
  return chance(stream(seed, unit.code, 'forgotten', commune.code), recipe.mistakes.forgottenCommuneTeam);
}

function repeatedRow({ seed, unit, mistakes }: Setting, team: PlannedTeam) {
  return mistakes ? duplicatesIn(stream(seed, unit.code, 'duplicates', team.key)) : 'none';
}

function repeated<Fact>(draft: Draft<Fact>, twice: boolean): Draft<Fact>[] {
  return twice ? typedTwice(draft) : [draft];
}

/** Members by team, those who joined by `asOf`, in the order of the teams. */
function gatherMembers({ seed, unit, unitIndex, asOf }: Setting, teams: readonly PlannedTeam[]): TeamMembers {
  const settings = new Map<string, MemberSetting>();
  return new Map(
    teams.map((team) => {
      const { commune } = team;
      const setting = settings.get(commune.code) ?? { unitIndex, bru: isBru(unit, commune), taken: new Set<string>() };
      settings.set(commune.code, setting);
      const all = membersOf(stream(seed, unit.code, 'members', team.key), team, setting);
      return [team, all.flatMap((member) => memberOn(member, asOf) ?? [])];
    }),
  );
}

function typedTeam(setting: Setting, team: PlannedTeam, members: TeamMembers): Draft<SampleTeam> {
  const { seed, unit, asOf, mistakes } = setting;
  const draft = draftTeam(stream(seed, unit.code, 'zalo', team.key), team, zaloSize(team, members, asOf));
  if (!mistakes) return draft;
  const random = stream(seed, unit.code, 'team mistakes', team.key);
  mistakeTeam(random, draft);
  mistypeCells(draft, { random, unit, asOf, window: null });
  mistakeDecision(stream(seed, unit.code, 'early decision', team.key), draft);
  return draft;
}

/** A village group has its members and the commune's leader; a commune group the five, the leaders below and three guests. */
function zaloSize(team: PlannedTeam, members: TeamMembers, asOf: PlainDate): number {
  if (team.village !== null) return (members.get(team) ?? []).filter((member) => isInForce(member, asOf)).length + 1;
  const below = [...members.keys()].filter(({ commune, village }) => commune === team.commune && village !== null);
  return 5 + 2 * below.length + 3;
}

/** One list of rows per team. */
function typedMembers(setting: Setting, members: TeamMembers): Draft<SampleMember>[][] {
  const byTeam = new Map([...members].map(([team, people]) => [team, people.map(draftMember)]));
  if (!setting.mistakes) return [...byTeam.values()];
  // All roles and people first: a guest's cells are copied before they are mistyped.
  for (const [team, drafts] of byTeam) {
    const random = stream(setting.seed, setting.unit.code, 'role mistakes', team.key);
    mistakeRoles(random, drafts, team.village === null ? undefined : guestFor(team, byTeam));
  }
  for (const drafts of byTeam.values()) for (const [i, draft] of drafts.entries()) mistypeMember(setting, draft, i);
  return [...byTeam.values()];
}

function guestFor(team: PlannedTeam, byTeam: ReadonlyMap<PlannedTeam, Draft<SampleMember>[]>) {
  const communeTeam = [...byTeam.keys()].find(({ commune, village }) => commune === team.commune && village === null);
  return communeTeam && byTeam.get(communeTeam)?.find(({ fact }) => fact.role === 'member' && fact.admission === null);
}

function mistypeMember({ seed, unit, asOf }: Setting, draft: Draft<SampleMember>, index: number): void {
  const random = stream(seed, unit.code, 'member mistakes', draft.team.key, index);
  mistakeMember(random, draft);
  mistypeCells(draft, { random, unit, asOf, window: null });
}

/** By day, on a day in the order of the teams. */
function typedActivities(
  setting: Setting,
  { period, window }: SamplePeriod,
  members: TeamMembers,
): Draft<SampleActivity>[] {
  const { seed, unit, asOf } = setting;
  const all = [...members].flatMap(([team, people]) => {
    const sizeOn = (date: PlainDate) =>
      people.filter((member) => member.role !== 'collaborator' && isInForce(member, date)).length;
    return activitiesOf(stream(seed, unit.code, 'activities', period, team.key), team, period, window, sizeOn);
  });
  const done = all
    .filter(({ date }) => date <= asOf)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return done.flatMap((activity) => typedActivity(setting, { period, window }, activity));
}

function typedActivity(setting: Setting, { period, window }: SamplePeriod, activity: SampleActivity) {
  const { seed, unit, asOf, mistakes } = setting;
  const random = stream(seed, unit.code, 'activity rows', period, activity.team.key, activity.date);
  const draft = draftActivity(random, activity);
  if (!mistakes) return [draft];
  mistakeActivity(random, draft);
  const twice = chance(random, recipe.mistakes.perActivity.duplicateRow);
  mistypeCells(draft, { random, unit, asOf, window });
  return repeated(draft, twice);
}
