/**
 * What a reader must find against the plan, from what the generator knows it made: how often each rule on teams and
 * members speaks. No cell is read back; only which cells cannot be read is known of them.
 */
import { addDays, type PlainDate } from '../../schemas/calendar.ts';
import type { Draft, SampleTeam } from './drafts.ts';
import { isInForce, type RoleValue, type SampleMember } from './members.ts';
import { earlyDecision } from './row-mistakes.ts';
import { folded } from './spelling.ts';
import type { PlannedTeam } from './team-plan.ts';
import type { UnitDrafts } from './unit-drafts.ts';

type TeamDraft = Draft<SampleTeam>;
type MemberDraft = Draft<SampleMember>;

/** The rules whose count the generator knows, infos apart. KH 115, III.2–III.3. */
export const KNOWN_RULES = [
  'team.village-without-commune-team',
  'team.outside-roadmap',
  'team.zalo-missing',
  'team.zalo-short',
  'team.size-commune',
  'team.size-village',
  'member.commune-slots',
  'member.village-leader',
  'member.village-deputy',
  'member.join-not-approved',
  'member.left-not-approved',
  'member.in-several-teams',
  'member.leader-without-phone',
  'member.consent-missing',
] as const;
export type KnownRule = (typeof KNOWN_RULES)[number];
export type SampleFindings = Readonly<Record<KnownRule, number>>;

const ROADMAP_FROM = '2022-05-01';
const COMMUNE_GROUP = 5 + 3;
const DAYS_FOR_A_GROUP = 30;

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, one) => total + of(one), 0);

const has = (draft: Draft, mistake: Draft['mistakes'][number]): boolean => draft.mistakes.includes(mistake);
const isCopy = (draft: Draft): boolean => has(draft, 'duplicateRow');
/** Its own cells are not judged: only the first row of a merged block has them. */
const isBlocked = (draft: Draft): boolean => has(draft, 'mergedCommuneCells');

/** As typed, by mistake or not. */
function roleOf(draft: MemberDraft): RoleValue {
  if (has(draft, 'missingLeader')) return 'member';
  return has(draft, 'twoLeaders') ? 'leader' : draft.fact.role;
}

/** The key under which a reader finds a village whose commune it cannot read. */
function villageKey(village: string | null): string {
  if (village === null) return '';
  const words = folded(village).split(' ');
  return /^\d+$/.test(words.at(-1) ?? '') ? words.join(' ') : words.slice(1).join(' ');
}

/** A district's rows with what its reader can know of them. */
interface Unit {
  readonly asOf: PlainDate;
  readonly teams: readonly TeamDraft[];
  readonly members: readonly MemberDraft[];
  /** Countable, one row a team. */
  readonly atWork: readonly TeamDraft[];
  /** Who can be said to be in a team on that day. */
  readonly people: ReadonlyMap<PlannedTeam, readonly MemberDraft[]>;
  /** Teams that someone may be in of whom it cannot be said. */
  readonly uncertain: ReadonlySet<PlannedTeam>;
}

function unitOf({ teams, members }: UnitDrafts, asOf: PlainDate): Unit {
  const isLost = (draft: MemberDraft) => draft.unread.has('commune') || isBlocked(draft);
  const lostVillages = new Set(
    members
      .filter((draft) => draft.unread.has('commune') && !isBlocked(draft))
      .map(({ team }) => villageKey(team.village)),
  );
  const inBlocks = new Set(members.filter(isBlocked).map(({ team }) => team));
  const certain = members.filter((draft) => !isCopy(draft) && !isLost(draft) && isInForce(draft.fact, asOf));
  return {
    asOf,
    teams,
    members,
    atWork: teams.filter((draft) => draft.rejectedBy === null),
    people: Map.groupBy(certain, ({ team }) => team),
    uncertain: new Set(
      teams.map(({ team }) => team).filter((team) => inBlocks.has(team) || lostVillages.has(villageKey(team.village))),
    ),
  };
}

const peopleOf = ({ people }: Unit, team: PlannedTeam): readonly MemberDraft[] => people.get(team) ?? [];

/** Official members where they can be counted; null otherwise. */
function officialOf(unit: Unit, team: PlannedTeam): readonly MemberDraft[] | null {
  const people = peopleOf(unit, team);
  if (unit.uncertain.has(team) || people.some(({ unread }) => unread.has('role'))) return null;
  return people.filter((draft) => roleOf(draft) !== 'collaborator');
}

/** Official members where their positions can be judged too. */
function titledOf(unit: Unit, team: PlannedTeam): readonly MemberDraft[] | null {
  const official = officialOf(unit, team);
  return official?.some(({ unread }) => unread.has('position')) ? null : official;
}

function decidedOn(draft: TeamDraft): PlainDate | null {
  if (draft.unread.has('decisionDate')) return null;
  return has(draft, 'earlyDecision') ? earlyDecision(draft.team.decisionDate) : draft.team.decisionDate;
}

function withoutCommuneTeam({ teams, atWork }: Unit): number {
  const mayBeCommunes = teams.filter((draft) => draft.team.village === null || draft.unread.has('village'));
  if (mayBeCommunes.some(({ unread }) => unread.has('commune'))) return 0;
  const communes = new Set(mayBeCommunes.map(({ team }) => team.commune.code));
  return count(atWork, ({ team }) => team.village !== null && !communes.has(team.commune.code));
}

const hasHadTime = (draft: TeamDraft, asOf: PlainDate): boolean =>
  addDays(decidedOn(draft) ?? asOf, DAYS_FOR_A_GROUP) < asOf;

function zaloShort(unit: Unit): number {
  const below = (team: PlannedTeam) =>
    count(unit.atWork, (other) => other.team.village !== null && other.team.commune === team.commune);
  return count(unit.atWork, (draft) => {
    const heads = draft.fact.group?.heads ?? null;
    if (heads === null || !hasHadTime(draft, unit.asOf)) return false;
    if (draft.team.village === null) return heads < COMMUNE_GROUP + 2 * below(draft.team);
    const official = officialOf(unit, draft.team);
    return official !== null && heads < official.length + 1;
  });
}

function wrongSizes(unit: Unit, level: 'commune' | 'village'): number {
  const [least, most] = level === 'commune' ? [5, 5] : [5, 8];
  return count(unit.atWork, ({ team }) => {
    const size = officialOf(unit, team)?.length ?? least;
    return (team.village === null) === (level === 'commune') && (size < least || size > most);
  });
}

const SLOTS = [/^(Phó )?Bí thư Đoàn/, /^(Phó )?Chủ tịch Hội LHPN/, /đầu mối CCHC/, /^(Công chức Văn hóa|Công an)/];

/** A missing or doubled leader, one finding for all empty slots, one for each person too many in a slot. */
function communeSlots(unit: Unit): number {
  return sum(unit.atWork, ({ team }) => {
    const official = team.village === null ? titledOf(unit, team) : null;
    if (!official?.length) return 0;
    const holders = SLOTS.map((slot) => count(official, ({ fact }) => slot.test(fact.position)));
    const leading = wrongHolders(official, 'leader');
    const doubled = sum(holders, (holding) => Math.max(0, holding - 1));
    return Number(holders.includes(0)) + doubled + leading;
  });
}

/** One finding where nobody has the role, for each who is one too many, and for a single one with another position. */
function wrongHolders(official: readonly MemberDraft[], role: RoleValue): number {
  const holders = official.filter((draft) => roleOf(draft) === role);
  const [only] = holders;
  return holders.length === 1 ? Number(only?.fact.isInstead) : Math.abs(holders.length - 1);
}

/** A youth secretary typed as leader leaves no deputy: one finding, not two. */
function villageRole(unit: Unit, role: 'leader' | 'deputy'): number {
  return sum(unit.atWork, ({ team }) => {
    const official = team.village === null ? null : titledOf(unit, team);
    if (!official?.length) return 0;
    const isSecretary = ({ fact }: MemberDraft) => fact.position.startsWith('Bí thư Chi đoàn');
    const mistaken = official.some((draft) => has(draft, 'twoLeaders') && isSecretary(draft));
    return role === 'deputy' && mistaken ? 0 : wrongHolders(official, role);
  });
}

/** Dates out of order are said of every row; gaps in the procedure of whoever can be placed. */
function joinings(unit: Unit): number {
  const outOfOrder = count(unit.members, (draft) => {
    const { joinedOn, admission } = draft.fact;
    const read = !isBlocked(draft) && !draft.unread.has('joinedOn') && !draft.unread.has('consentedOn');
    return read && admission?.consentedOn != null && admission.consentedOn > joinedOn;
  });
  const placed = unit.teams.filter((draft) => {
    return !isCopy(draft) && !draft.unread.has('commune') && !draft.unread.has('village') && decidedOn(draft) !== null;
  });
  return outOfOrder + sum(placed, (draft) => joiningsOf(draft, peopleOf(unit, draft.team)));
}

function joiningsOf(draft: TeamDraft, people: readonly MemberDraft[]): number {
  const decided = draft.team.decisionDate;
  const dated = people.filter(({ unread }) => !unread.has('joinedOn'));
  const founders = count(dated, ({ fact }) => fact.joinedOn === decided);
  const together = founders >= 3 && founders * 2 > people.length;
  if (has(draft, 'earlyDecision') && !together) return count(dated, isIncomplete) + founders;
  const individually = count(dated, (one) => one.fact.joinedOn < decided || isIncomplete(one));
  return Number(has(draft, 'earlyDecision')) + individually;
}

/** Came later, without the whole procedure. */
const isIncomplete = ({ fact: { admission } }: MemberDraft): boolean =>
  admission !== null && (admission.introducedBy === null || admission.consentedOn === null);

/** Rows of one person beyond the first that can be placed. */
function severalTeams(unit: Unit): number {
  const rows = [...unit.people.values()].flat().map((draft) => draft.person);
  return rows.length - new Set(rows).size;
}

/** What is to be found in a district on a day. */
export function findingsOf(drafts: UnitDrafts, asOf: PlainDate): SampleFindings {
  const unit = unitOf(drafts, asOf);
  const judged = unit.members.filter((draft) => !isBlocked(draft));
  return {
    'team.village-without-commune-team': withoutCommuneTeam(unit),
    'team.outside-roadmap': count(unit.teams, (draft) => (decidedOn(draft) ?? ROADMAP_FROM) < ROADMAP_FROM),
    'team.zalo-missing': count(unit.atWork, (draft) => draft.fact.group === null && hasHadTime(draft, asOf)),
    'team.zalo-short': zaloShort(unit),
    'team.size-commune': wrongSizes(unit, 'commune'),
    'team.size-village': wrongSizes(unit, 'village'),
    'member.commune-slots': communeSlots(unit),
    'member.village-leader': villageRole(unit, 'leader'),
    'member.village-deputy': villageRole(unit, 'deputy'),
    'member.join-not-approved': joinings(unit),
    'member.left-not-approved': count(judged, ({ fact }) => fact.leftOn !== null && fact.leaveApprovedOn === null),
    'member.in-several-teams': severalTeams(unit),
    'member.leader-without-phone': count(judged, (draft) => {
      return roleOf(draft) === 'leader' && !draft.unread.has('role') && draft.fact.phone === null;
    }),
    'member.consent-missing': count(judged, ({ fact }) => !fact.dataConsent),
  };
}
