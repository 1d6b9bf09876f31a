/** The people of each team as `Thành viên` has them: one pass, in which all rules over a team's people look up. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { TabReview } from '../review-tab.ts';
import { isUnread, wasLeftBlank } from './placed-issue.ts';
import { looseKey } from './team-index.ts';

export interface TeamRoster {
  /** Who is there today, in the order of the sheet; collaborators apart. */
  readonly official: readonly ReviewedRow[];
  readonly collaborators: readonly ReviewedRow[];
  /** Someone's role, or whether they are still there, could not be read: the sizes are not to be relied on. */
  readonly unclear: boolean;
  /** Nor, for want of someone's position, is the composition. */
  readonly untitled: boolean;
}

export const EMPTY_ROSTER: TeamRoster = { official: [], collaborators: [], unclear: false, untitled: false };

export interface Rosters {
  readonly byTeam: ReadonlyMap<string, TeamRoster>;
  /** Everyone who is in a team today, in the order of the sheet. */
  readonly people: readonly ReviewedRow[];
  /** Whether someone whose commune or village could not be read may belong to the team of these values. */
  readonly mayLack: (team: ReviewedRow['values']) => boolean;
}

/** Of a village whose commune is not known; empty for a commune's own team. */
const anywhereKey = (village: unknown): string => (village ? looseKey(village) : '');

/** Where people may be whose own row does not say it. */
function lostPeople() {
  let anywhere = false;
  const communes = new Set<unknown>();
  const villages = new Set<string>();
  const teams = new Set<string>();
  return {
    /** `commune`: null when it is not known. */
    add(row: ReviewedRow, commune: unknown): void {
      const { village } = row.values;
      const villageKnown = village != null || (wasLeftBlank(row, 'village') && 'village' in row.cells);
      if (commune !== null && villageKnown) teams.add(teamKey({ commune, village }));
      else if (commune !== null) communes.add(commune);
      else if (villageKnown) villages.add(anywhereKey(village));
      else anywhere = true;
    },
    /** A name that is nearly that of a team: the person is probably there. */
    addNear(commune: unknown, village: string): void {
      teams.add(teamKey({ commune, village }));
    },
    mayBeIn(team: ReviewedRow['values']): boolean {
      const { commune, village } = team;
      return anywhere || communes.has(commune) || villages.has(anywhereKey(village)) || teams.has(teamKey(team));
    },
  };
}

/** Their row is a copy of another one. */
const isDoubled = ({ problems }: ReviewedRow): boolean => problems.some(({ rule }) => rule === 'row.duplicate');

/**
 * Rows count whether or not another cell of theirs is wrong: a person with a bad date is still there. Who has left stays
 * a member until the chair has approved it. KH 115, III.3.1.4.
 */
function isThere({ values }: ReviewedRow, today: PlainDate): boolean {
  const [joined, left, approved] = [values.joinedOn, values.leftOn, values.leaveApprovedOn] as (PlainDate | null)[];
  const hasLeft = left != null && left <= today && approved != null && approved <= today;
  return (joined == null || joined <= today) && !hasLeft;
}

const presenceUnread = (row: ReviewedRow): boolean => isUnread(row, 'leftOn') || isUnread(row, 'leaveApprovedOn');

/** A roster while it is being read. */
interface OpenRoster extends TeamRoster {
  readonly official: ReviewedRow[];
  readonly collaborators: ReviewedRow[];
  unclear: boolean;
  untitled: boolean;
}

function addPerson(roster: OpenRoster, row: ReviewedRow): void {
  const role = row.values.role ?? null;
  const isCollaborator = role === 'collaborator';
  (isCollaborator ? roster.collaborators : roster.official).push(row);
  if (role === null || presenceUnread(row)) roster.unclear = true;
  if (roster.unclear || (!isCollaborator && (row.values.position ?? null) === null)) roster.untitled = true;
}

/** The commune of a row; below a merged cell it is that of the block's first row. */
function communeOf({ values, blockedBy }: ReviewedRow, byRow: ReadonlyMap<number, ReviewedRow>): unknown {
  const first = blockedBy?.rule === 'tab.merged-cells' ? byRow.get(blockedBy.row ?? 0) : undefined;
  return values.commune ?? first?.values.commune ?? null;
}

/** Null when `Thành viên` cannot be read. */
export function readRosters(members: TabReview | undefined, today: PlainDate): Rosters | null {
  if (!members?.header) return null;
  const byTeam = new Map<string, OpenRoster>();
  const people: ReviewedRow[] = [];
  const lost = lostPeople();
  const byRow = new Map(members.rows.map((row) => [row.row, row]));
  for (const row of members.rows) {
    if (isDoubled(row)) continue;
    const { commune } = row.values;
    const nearest = row.problems.find(({ rule, variant }) => rule === 'member.team-unknown' && variant === 'nearest');
    const isLost = row.blockedBy !== null || commune == null || isUnread(row, 'village');
    if (isLost) lost.add(row, communeOf(row, byRow));
    else if (nearest) lost.addNear(commune, String(nearest.suggestion));
    else if (isThere(row, today)) {
      const key = teamKey(row.values);
      const roster = byTeam.get(key) ?? { official: [], collaborators: [], unclear: false, untitled: false };
      addPerson(roster, row);
      byTeam.set(key, roster);
      people.push(row);
    }
  }
  return { byTeam, people, mayLack: (team) => lost.mayBeIn(team) };
}
