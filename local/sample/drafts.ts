/** Rows in the making: the cells as typed so far, beside what the generator knows about them. */
import { type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { ACTIVITY_KINDS, GENDERS, PLATFORMS, ROLES, SIGNERS, TEAM_LEVELS } from '../../schemas/choice-lists.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { SampleActivity } from './activities.ts';
import { labelOf } from './labels.ts';
import type { SampleMember } from './members.ts';
import { type MistakeKind, VERDICTS } from './mistakes.ts';
import { between, chance, type Random } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import type { PlannedTeam } from './team-plan.ts';

export interface Draft<Fact = unknown> {
  readonly team: PlannedTeam;
  /** What the row is meant to say. */
  readonly fact: Fact;
  readonly cells: Record<string, CellValue>;
  readonly mistakes: MistakeKind[];
  /** The first mistake that makes the row uncountable. */
  rejectedBy: MistakeKind | null;
  /** Columns of which a reader can make nothing. */
  readonly unread: Set<string>;
  /** Who the row is about: in `Thành viên` the member, or the member of another team who was written over them. */
  person: object;
  /** A copy of this row stands somewhere below: it must stay countable, or the copy would become so. */
  duplicated: boolean;
}

/** `column`: where it was made, when in one cell. */
export function markMistake(draft: Draft, kind: MistakeKind, column?: string): void {
  draft.mistakes.push(kind);
  if (VERDICTS[kind] !== 'reject') return;
  draft.rejectedBy ??= kind;
  if (column !== undefined) draft.unread.add(column);
}

function draftOf<Fact extends object>(team: PlannedTeam, fact: Fact, cells: Record<string, CellValue>): Draft<Fact> {
  const filled: Record<string, CellValue> = {};
  for (const column in cells) if (cells[column] != null) filled[column] = cells[column];
  return {
    team,
    fact,
    cells: filled,
    mistakes: [],
    rejectedBy: null,
    unread: new Set(),
    person: fact,
    duplicated: false,
  };
}

const serial = (date: PlainDate | null | undefined) => (date == null ? null : toSerial(date));
const SEPARATORS = [', ', ', ', ', ', '; '];

/** A team as its row speaks of it. */
export interface SampleTeam extends PlannedTeam {
  /** Its Zalo group; `heads` is null where nobody counted them. */
  readonly group: { readonly heads: number | null } | null;
}

/** `inGroup`: how many people the team's Zalo group should have. KH 115, III.3.3. */
export function draftTeam(random: Random, team: PlannedTeam, inGroup: number): Draft<SampleTeam> {
  const hasGroup = !chance(random, recipe.zalo.missing);
  const counted = hasGroup && !chance(random, recipe.zalo.blankHeadCount);
  const short = chance(random, recipe.zalo.short) ? between(random, 1, 3) : 0;
  const heads = counted ? inGroup - short : null;
  return draftOf(
    team,
    { ...team, group: hasGroup ? { heads } : null },
    {
      commune: team.commune.fullName,
      level: labelOf(TEAM_LEVELS, team.village === null ? 'commune' : 'village'),
      village: team.village,
      decisionNumber: team.decisionNumber,
      decisionDate: toSerial(team.decisionDate),
      signer: labelOf(SIGNERS, team.signer),
      zaloLink: hasGroup ? inventedLink(team) : null,
      zaloHeadCount: heads,
    },
  );
}

/** Nine signs like a real invitation, but «mau» (sample) with the team's own numbers instead of a key. */
function inventedLink(team: PlannedTeam): string {
  return `https://zalo.me/g/mau${team.commune.code.slice(2)}${String(team.firstSeat).padStart(3, '0')}`;
}

export function draftMember(member: SampleMember): Draft<SampleMember> {
  const { team, person, admission } = member;
  return draftOf(team, member, {
    commune: team.commune.fullName,
    village: team.village,
    name: person.name,
    birthYear: person.birthYear,
    gender: labelOf(GENDERS, person.female ? 'female' : 'male'),
    role: labelOf(ROLES, member.role),
    position: member.position,
    phone: member.phone,
    local: member.local,
    joinedOn: toSerial(member.joinedOn),
    introducedBy: admission?.introducedBy ?? null,
    consentedOn: serial(admission?.consentedOn),
    leftOn: serial(member.leftOn),
    leaveApprovedOn: serial(member.leaveApprovedOn),
    dataConsent: member.dataConsent,
  });
}

export function draftActivity(random: Random, activity: SampleActivity): Draft<SampleActivity> {
  const { team } = activity;
  const platforms = activity.platforms.map((platform) => labelOf(PLATFORMS, platform));
  const separator = SEPARATORS[between(random, 0, SEPARATORS.length - 1)];
  return draftOf(team, activity, {
    date: toSerial(activity.date),
    commune: team.commune.fullName,
    village: team.village,
    kind: labelOf(ACTIVITY_KINDS, activity.kind),
    content: activity.content,
    platforms: platforms.length > 0 ? platforms.join(separator) : null,
    sessions: activity.sessions,
    turns: activity.turns,
    participants: activity.participants,
    evidence: activity.evidence,
  });
}
