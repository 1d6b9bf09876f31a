/** Counts accepted rows: per team, per commune, per unit. Stock figures on a day, flow figures over a month. */
import type { PlainDate } from '../../schemas/calendar.ts';
import { ACTIVITY_KINDS, PLATFORMS } from '../../schemas/choice-lists.ts';
import type { TeamTotalsDocument } from '../../schemas/documents.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import type { MemberRecord } from '../../schemas/tabs/members.ts';
import type { MonthlyReportRecord } from '../../schemas/tabs/monthly-report.ts';
import type { TeamRecord } from '../../schemas/tabs/teams.ts';
import { FORM_FIGURES, type FormFigure, type TeamFigures, type Totals } from '../../schemas/totals.ts';
import { activityFigures, groupByTeam } from './activity-figures.ts';
import { teamKey } from './duplicates.ts';
import { fold } from './text.ts';

/** The accepted rows of one unit and month. */
export interface CountableRows {
  readonly teams: readonly TeamRecord[];
  readonly members: readonly MemberRecord[];
  readonly activities: readonly ActivityRecord[];
  readonly form: MonthlyReportRecord | null;
}

/** A team counts from the day of its decision until it is dissolved. KH 115, III.3.1.1. */
export function isTeamInForce(team: TeamRecord, on: PlainDate): boolean {
  return team.decisionDate <= on && (team.dissolvedOn === null || team.dissolvedOn > on);
}

/** A member counts from joining until the chair has approved the leave. KH 115, III.3.1.4. */
export function isMemberInForce(member: MemberRecord, on: PlainDate): boolean {
  const left = member.leftOn !== null && member.leftOn <= on && member.leaveApprovedOn !== null;
  return member.joinedOn <= on && !(left && (member.leaveApprovedOn ?? on) <= on);
}

function seats(members: readonly MemberRecord[]): Pick<TeamFigures, 'members' | 'collaborators'> {
  const collaborators = members.filter(({ role }) => role === 'collaborator').length;
  return { members: members.length - collaborators, collaborators };
}

/**
 * Who is one person: the same name and year of birth, and without a year the same name in one commune. An equivalence, so
 * that the order of rows is no matter and a frozen month can be counted again; the warning about several teams guesses further.
 */
export const personKey = ({ name, birthYear, commune }: Pick<MemberRecord, 'name' | 'birthYear' | 'commune'>): string =>
  `${fold(name)}|${birthYear ?? `in ${commune}`}`;

const countPeople = (members: readonly MemberRecord[]): number => new Set(members.map(personKey)).size;

function formFigures(form: MonthlyReportRecord | null): Pick<Totals, FormFigure> {
  return Object.fromEntries(FORM_FIGURES.map((key) => [key, form?.[key] ?? null])) as Pick<Totals, FormFigure>;
}

/** A unit's month. `on` is the window's last day, or the day of the run when that is earlier. */
export function totalUnit(rows: CountableRows, on: PlainDate): Totals {
  const teams = rows.teams.filter((team) => isTeamInForce(team, on));
  const members = rows.members.filter((member) => isMemberInForce(member, on));
  const communeTeams = teams.filter(({ level }) => level === 'commune').length;
  return {
    communeTeams,
    villageTeams: teams.length - communeTeams,
    ...seats(members),
    people: countPeople(members),
    ...activityFigures(rows.activities),
    ...formFigures(rows.form),
  };
}

/** Each team in force with its own figures, by team id. Carries no personal data. */
export function totalTeams(rows: CountableRows, on: PlainDate): ReadonlyMap<string, TeamTotalsDocument> {
  const members = groupByTeam(
    rows.members.filter((member) => isMemberInForce(member, on)),
    (member) => member,
  );
  const activities = groupByTeam(rows.activities, (activity) => activity);
  const inForce = rows.teams.filter((team) => isTeamInForce(team, on));
  return new Map(
    inForce.map((team) => {
      const id = teamKey(team);
      const figures = { ...seats(members.get(id) ?? []), ...activityFigures(activities.get(id) ?? []) };
      const { level, commune, village, decisionDate } = team;
      return [id, { team: id, level, commune, village, decisionDate, ...figures }];
    }),
  );
}

/** Sums of all that is counted; a form's figure is null only when no unit reported it. */
export function addTotals(all: readonly Totals[]): Totals {
  const sum = (pick: (totals: Totals) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const sumOf = <K extends string>(pick: (totals: Totals) => Readonly<Record<K, number>>, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, sum((totals) => pick(totals)[key])])) as Record<K, number>;
  const reported = (key: FormFigure): number | null =>
    all.some((totals) => totals[key] !== null) ? sum((totals) => totals[key] ?? 0) : null;
  return {
    communeTeams: sum((totals) => totals.communeTeams),
    villageTeams: sum((totals) => totals.villageTeams),
    members: sum((totals) => totals.members),
    collaborators: sum((totals) => totals.collaborators),
    people: sum((totals) => totals.people),
    activities: sumOf(
      (totals) => totals.activities,
      ACTIVITY_KINDS.choices.map(({ value }) => value),
    ),
    sessions: sum((totals) => totals.sessions),
    turns: sum((totals) => totals.turns),
    turnsByPlatform: sumOf(
      (totals) => totals.turnsByPlatform,
      PLATFORMS.choices.map(({ value }) => value),
    ),
    ...(Object.fromEntries(FORM_FIGURES.map((key) => [key, reported(key)])) as Pick<Totals, FormFigure>),
  };
}
