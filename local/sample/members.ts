/** Who is in a team: seats as KH 115, III.3.1.2–3.1.4 wants them, invented people in them. */
import { addDays, type PlainDate } from '../../schemas/calendar.ts';
import type { ROLES } from '../../schemas/choice-lists.ts';
import { kindWord } from './labels.ts';
import { inventPerson, type Person } from './people.ts';
import { between, chance, pick, type Random, shuffled, weighted } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import type { PlannedTeam } from './team-plan.ts';
import { earlierOf } from './workdays.ts';

const { members: facts } = recipe;
/** All seats of the end state are taken by then. */
const LAST_JOINING = '2023-12-29' as PlainDate;
/** Of the block 0900000001–0900009999 every district has a thousand. */
const PHONES_PER_UNIT = 1_000;

export type RoleValue = (typeof ROLES)['choices'][number]['value'];

interface Seat {
  readonly role: RoleValue;
  readonly position: string;
  readonly femaleShare: number;
  readonly born: readonly number[];
}

export interface SampleMember {
  readonly team: PlannedTeam;
  readonly person: Person;
  readonly role: RoleValue;
  readonly position: string;
  /** Leads without the position that the plan wants for it. */
  readonly isInstead: boolean;
  readonly phone: string | null;
  readonly local: boolean;
  readonly joinedOn: PlainDate;
  /** For those who came after the founding; null in it what is missing or was not written down. */
  readonly admission: { readonly introducedBy: string | null; readonly consentedOn: PlainDate | null } | null;
  readonly leftOn: PlainDate | null;
  readonly leaveApprovedOn: PlainDate | null;
  readonly dataConsent: boolean;
}

/** What is common to the members of a district. */
export interface MemberSetting {
  readonly unitIndex: number;
  readonly bru: boolean;
  /** Names that are taken in the commune; grows. */
  readonly taken: Set<string>;
}

export function membersOf(random: Random, team: PlannedTeam, setting: MemberSetting): SampleMember[] {
  const seats = team.village === null ? communeSeats(random, team) : villageSeats(random, team);
  const members: SampleMember[] = [];
  for (const [i, seat] of [...seats, ...collaboratorSeats(random, team)].entries()) {
    const wishes = { bru: setting.bru, femaleShare: seat.femaleShare, born: seat.born };
    const person = inventPerson(random, wishes, setting.taken);
    members.push(
      seated(random, { team, seat, person, leader: members[0], phone: phoneAt(setting, team.firstSeat + i) }),
    );
  }
  const settled = members.map((member) => settledIn(random, member));
  return [...settled, ...settled.flatMap((member) => successorOf(random, member, setting, members[0]))];
}

/** A few joined before the founding or without the whole procedure, and a few leave. KH 115, III.3.1.4. */
function settledIn(random: Random, member: SampleMember): SampleMember {
  const { team, admission, role } = member;
  if (admission) return { ...member, admission: admitted(random, admission, member.joinedOn) };
  if (role === 'leader' || role === 'deputy') return instead(random, member);
  const isOrdinary = role === 'member' && team.village !== null;
  if (isOrdinary && chance(random, facts.leaving.share)) return leaving(random, member);
  const early = isOrdinary && chance(random, facts.early);
  return early ? { ...member, joinedOn: addDays(team.decisionDate, -between(random, 5, 30)) } : member;
}

/** Where nobody has the position that the plan wants, somebody else leads. KH 115, III.3.1.2–III.3.1.3. */
function instead(random: Random, member: SampleMember): SampleMember {
  const level = member.team.village === null ? 'commune' : 'village';
  const { share, positions } = member.role === 'deputy' ? facts.insteadOf.deputy : facts.insteadOf[level];
  return chance(random, share) ? { ...member, position: pick(random, positions), isInstead: true } : member;
}

type Admission = NonNullable<SampleMember['admission']>;

function admitted(random: Random, admission: Admission, joinedOn: PlainDate): Admission {
  const way = weighted(random, facts.admission);
  if (way === 'consentLate') return { ...admission, consentedOn: addDays(joinedOn, between(random, 1, 6)) };
  return {
    introducedBy: way === 'noIntroduction' || way === 'neither' ? null : admission.introducedBy,
    consentedOn: way === 'noConsent' || way === 'neither' ? null : admission.consentedOn,
  };
}

function leaving(random: Random, member: SampleMember): SampleMember {
  const [least, most] = facts.leaving.after as [number, number];
  const leftOn = addDays(member.joinedOn, between(random, least, most));
  const approved = chance(random, facts.leaving.approved);
  return { ...member, leftOn, leaveApprovedOn: approved ? addDays(leftOn, between(random, 0, 6)) : null };
}

/** The seat is taken by somebody else on the day on which it is free, so that the team stays as big as it was. */
function successorOf(
  random: Random,
  { team, leaveApprovedOn, ...left }: SampleMember,
  setting: MemberSetting,
  leader: SampleMember | undefined,
): SampleMember[] {
  if (leaveApprovedOn === null || !leader) return [];
  const wishes = { bru: setting.bru, femaleShare: facts.femaleShare.others, born: facts.birthYear.others };
  const person = inventPerson(random, wishes, setting.taken);
  const admission = { introducedBy: leader.person.name, consentedOn: leaveApprovedOn };
  const came = { joinedOn: leaveApprovedOn, admission, leftOn: null, leaveApprovedOn: null };
  return [{ ...left, team, person, phone: null, local: true, dataConsent: true, ...came }];
}

/** A member counts until the chair has approved the leave. KH 115, III.3.1.4. */
export function isInForce({ joinedOn, leaveApprovedOn }: SampleMember, day: PlainDate): boolean {
  return joinedOn <= day && (leaveApprovedOn === null || leaveApprovedOn > day);
}

/** What is known of someone on a day: no consent or leave that lies ahead. Null before they joined. */
export function memberOn(member: SampleMember, day: PlainDate): SampleMember | null {
  if (member.joinedOn > day) return null;
  const until = (date: PlainDate | null) => (date !== null && date <= day ? date : null);
  const admission = member.admission && { ...member.admission, consentedOn: until(member.admission.consentedOn) };
  return { ...member, admission, leftOn: until(member.leftOn), leaveApprovedOn: until(member.leaveApprovedOn) };
}

function seated(
  random: Random,
  at: { team: PlannedTeam; seat: Seat; person: Person; leader: SampleMember | undefined; phone: string },
): SampleMember {
  const { team, seat, person, leader } = at;
  const hasPhone = chance(random, seat.role === 'leader' ? facts.phone.leader : facts.phone.others);
  const late = chance(random, facts.late);
  const wait = between(random, 20, 110);
  const consentedBefore = between(random, 0, 5);
  const founded = { joinedOn: team.decisionDate, admission: null };
  const stays = { isInstead: false, leftOn: null, leaveApprovedOn: null };
  const isLeading = seat.role === 'leader' || seat.role === 'deputy';
  return {
    team,
    person,
    role: seat.role,
    position: seat.position,
    phone: hasPhone ? at.phone : null,
    local: !chance(random, facts.notLocal),
    dataConsent: chance(random, facts.dataConsent),
    ...stays,
    ...(late && leader && !isLeading ? joinedLater(team, leader, wait, consentedBefore) : founded),
  };
}

function joinedLater(team: PlannedTeam, leader: SampleMember, wait: number, consentedBefore: number) {
  const joinedOn = earlierOf(addDays(team.decisionDate, wait), LAST_JOINING);
  const admission = { introducedBy: leader.person.name, consentedOn: addDays(joinedOn, -consentedBefore) };
  return { joinedOn, admission };
}

function phoneAt(setting: MemberSetting, seat: number): string {
  if (seat >= PHONES_PER_UNIT) throw new Error('The synthetic block has no number left for this district.');
  return `09${String(setting.unitIndex * PHONES_PER_UNIT + seat + 1).padStart(8, '0')}`;
}

function communeSeats(random: Random, team: PlannedTeam): Seat[] {
  const kind = kindWord(team.commune);
  const born = facts.birthYear.commune;
  const leader: Seat = {
    role: 'leader',
    position: `${weighted(random, facts.communeLeader)} ${kind}`,
    femaleShare: facts.femaleShare.communeLeader,
    born,
  };
  const others = facts.communeSeats.map((seat): Seat => {
    const position = weighted(random, seat.positions as Record<string, number>);
    return {
      role: 'member',
      position: seat.withKind ? `${position} ${kind}` : position,
      femaleShare: seat.female,
      born,
    };
  });
  return [leader, ...fittedTo(random, team.size - 1, others)];
}

/** Four of the five possible seats; a smaller team lacks one of them, a bigger one has culture and police both. */
function fittedTo(random: Random, count: number, others: readonly Seat[]): Seat[] {
  if (count >= others.length) return [...others];
  const unused = chance(random, facts.policeShare) ? facts.culturePosition : facts.policePosition;
  return others.filter((_, i) => i !== unused).slice(0, count);
}

function villageSeats(random: Random, team: PlannedTeam): Seat[] {
  const { leaderVillage, deputyVillage } = facts.birthYear;
  const kind = (team.village ?? '').startsWith('Khu phố')
    ? 'khu phố'
    : (team.village ?? '').split(' ')[0]?.toLowerCase();
  const heading = kind === 'khu phố' ? 'Khu phố trưởng' : `Trưởng ${kind}`;
  const positions = shuffled(random, facts.villageOthers).slice(0, team.size - 2);
  return [
    { role: 'leader', position: heading, femaleShare: facts.femaleShare.villageLeader, born: leaderVillage },
    { role: 'deputy', position: `Bí thư Chi đoàn ${kind}`, femaleShare: facts.femaleShare.others, born: deputyVillage },
    ...positions.map((position) => ordinary('member', position)),
  ];
}

function collaboratorSeats(random: Random, team: PlannedTeam): Seat[] {
  return Array.from({ length: team.collaborators }, () => ordinary('collaborator', pick(random, facts.collaborators)));
}

function ordinary(role: RoleValue, position: string): Seat {
  const born = (facts.birthYear as Record<string, number[]>)[position] ?? facts.birthYear.others;
  const femaleShare = position.includes('Phụ nữ') ? 1 : facts.femaleShare.others;
  return { role, position, femaleShare, born };
}
