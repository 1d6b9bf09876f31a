/** The positions that the plan names for a team, one each. KH 115, III.3.1.2 (commune) and III.3.1.3 (village). */
import { ROLES } from '../../../schemas/choice-lists.ts';
import { COMMUNE_SLOTS, SLOTS, type Slot } from '../../../schemas/positions.ts';
import type { Details } from '../../../schemas/rule.ts';
import { type Fit, fitsOf } from '../positions.ts';
import type { ReviewedRow } from '../record.ts';
import type { RowIssue } from './placed-issue.ts';
import type { TeamRoster } from './rosters.ts';
import { teamCell } from './team-references.ts';

const fitOf = ({ values }: ReviewedRow, slot: Slot): Fit => fitsOf(String(values.position))[slot];

/** A role that one person has, with the position that the plan gives it. */
interface Post {
  readonly rule: string;
  readonly role: 'leader' | 'deputy';
  readonly slot: Slot;
  readonly variants: Readonly<Record<'none' | 'perhaps' | 'several' | 'title', string>>;
}

const VARIANTS = { none: 'none', perhaps: 'perhaps', several: 'several', title: 'title' } as const;

const COMMUNE_LEADER: Post = {
  rule: 'member.commune-slots',
  role: 'leader',
  slot: 'ubndLeader',
  variants: { none: 'leaderNone', perhaps: 'leaderPerhaps', several: 'leaderSeveral', title: 'leaderTitle' },
};
const VILLAGE_LEADER: Post = {
  rule: 'member.village-leader',
  role: 'leader',
  slot: 'villageHead',
  variants: VARIANTS,
};
const VILLAGE_DEPUTY: Post = {
  rule: 'member.village-deputy',
  role: 'deputy',
  slot: 'villageYouth',
  variants: VARIANTS,
};

const onTeam = (team: ReviewedRow, rule: string, variant: string, details: Details = {}): RowIssue => ({
  tab: 'teams',
  row: team.row,
  issue: { rule, variant, column: teamCell(team), details },
});

const onPerson = (
  { row }: ReviewedRow,
  rule: string,
  variant: string,
  column: 'role' | 'position',
  details: Details = {},
): RowIssue => ({ tab: 'members', row, issue: { rule, variant, column, details } });

/** Whoever has the role stays in it when the title fits, the first in the sheet otherwise; the others are one too many. */
function tooMany(holders: readonly ReviewedRow[], slot: Slot): { keeps: ReviewedRow | undefined; rest: ReviewedRow[] } {
  const keeps = holders.find((row) => fitOf(row, slot) === 'yes') ?? holders[0];
  return { keeps, rest: holders.filter((row) => row !== keeps) };
}

const holdersOf = ({ official }: TeamRoster, { role }: Post): ReviewedRow[] =>
  official.filter(({ values }) => values.role === role);

function judgePost(team: ReviewedRow, roster: TeamRoster, post: Post): readonly RowIssue[] {
  const { rule, slot, variants } = post;
  const { keeps, rest } = tooMany(holdersOf(roster, post), slot);
  if (keeps === undefined) {
    const perhaps = roster.official.find((row) => fitOf(row, slot) === 'yes');
    if (perhaps === undefined) return [onTeam(team, rule, variants.none)];
    return [onTeam(team, rule, variants.perhaps, { first: perhaps.row })];
  }
  if (rest.length > 0) return rest.map((row) => onPerson(row, rule, variants.several, 'role', { first: keeps.row }));
  return fitOf(keeps, slot) === 'no' ? [onPerson(keeps, rule, variants.title, 'position')] : [];
}

const DEPUTY = ROLES.choices.find(({ value }) => value === 'deputy')?.label ?? '';

/** A youth secretary who was given the leader's role by mistake is the deputy that is missing: one problem, not two. */
function judgeVillage(team: ReviewedRow, roster: TeamRoster): readonly RowIssue[] {
  const leader = judgePost(team, roster, VILLAGE_LEADER);
  if (holdersOf(roster, VILLAGE_DEPUTY).length > 0) return [...leader, ...judgePost(team, roster, VILLAGE_DEPUTY)];
  const { rest } = tooMany(holdersOf(roster, VILLAGE_LEADER), VILLAGE_LEADER.slot);
  const mistaken = rest.find((row) => fitOf(row, VILLAGE_DEPUTY.slot) === 'yes');
  if (mistaken === undefined) return [...leader, ...judgePost(team, roster, VILLAGE_DEPUTY)];
  return leader.map((found) =>
    found.row === mistaken.row ? { ...found, issue: { ...found.issue, suggestion: DEPUTY } } : found,
  );
}

/** The one slot that a title certainly fits and no other; a title of several may sit in any of them. */
function onlySlot(row: ReviewedRow): Slot | undefined {
  const slots = COMMUNE_SLOTS.filter((slot) => fitOf(row, slot) === 'yes');
  return slots.length === 1 && fitOf(row, 'ubndLeader') === 'no' ? slots[0] : undefined;
}

function judgeSlots(team: ReviewedRow, { official }: TeamRoster): readonly RowIssue[] {
  const rule = 'member.commune-slots';
  const empty = COMMUNE_SLOTS.filter((slot) => official.every((row) => fitOf(row, slot) === 'no'));
  const slots = empty.map((slot) => SLOTS[slot].label).join(', ');
  const bySlot = new Map<Slot, ReviewedRow[]>();
  for (const row of official) {
    const slot = onlySlot(row);
    if (slot !== undefined) bySlot.set(slot, [...(bySlot.get(slot) ?? []), row]);
  }
  const doubled = [...bySlot].flatMap(([slot, [first, ...others]]) =>
    others.map((row) =>
      onPerson(row, rule, 'doubled', 'position', { slot: SLOTS[slot].label, first: first?.row ?? row.row }),
    ),
  );
  return [...(empty.length > 0 ? [onTeam(team, rule, 'empty', { slots })] : []), ...doubled];
}

/** Silent where someone's role or position could not be read, and for a team of nobody. */
export function composition(team: ReviewedRow, roster: TeamRoster): readonly RowIssue[] {
  if (roster.untitled || roster.official.length === 0) return [];
  if (team.values.level !== 'commune') return judgeVillage(team, roster);
  return [...judgePost(team, roster, COMMUNE_LEADER), ...judgeSlots(team, roster)];
}
