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
  readonly phone: string | null;
  readonly local: boolean;
  readonly joinedOn: PlainDate;
  /** For those who came after the founding. */
  readonly admission: { readonly introducedBy: string; readonly consentedOn: PlainDate } | null;
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
  return members;
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
  const isLeading = seat.role === 'leader' || seat.role === 'deputy';
  return {
    team,
    person,
    role: seat.role,
    position: seat.position,
    phone: hasPhone ? at.phone : null,
    local: !chance(random, facts.notLocal),
    dataConsent: chance(random, facts.dataConsent),
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
