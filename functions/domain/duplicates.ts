/** The same row typed twice: the first counts, the later ones are `row.duplicate`. */
import { formatDate, type PlainDate } from '../../schemas/calendar.ts';
import type { SheetKey } from '../../schemas/tabs.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { issue } from './cells/reading.ts';
import { villageKey } from './cells/village.ts';
import { placeIssue } from './problem.ts';
import { type ReviewedRow, withProblems } from './record.ts';
import { fold, foldHash } from './text.ts';

type Values = ReviewedRow['values'];

interface Team {
  readonly key: string;
  readonly hash: number;
}

/** By village, then commune: a row's team is asked for several times, and a text that is at hand is found faster. */
const TEAMS = new Map<unknown, Map<unknown, Team>>();
const MAX_VILLAGES = 5_000;

function makeTeam(village: string | null, commune: unknown): Team {
  const key = village ? `${commune}_${villageKey(village)}` : String(commune);
  const team = { key, hash: foldHash(key) };
  if (TEAMS.size >= MAX_VILLAGES) TEAMS.clear();
  const communes = TEAMS.get(village);
  if (communes) communes.set(commune, team);
  else TEAMS.set(village, new Map([[commune, team]]));
  return team;
}

const teamOf = ({ village, commune }: Values): Team =>
  TEAMS.get(village)?.get(commune) ?? makeTeam(village as string | null, commune);

/** Commune and village of a row as one key: the identity of a team. */
export const teamKey = (values: Values): string => teamOf(values).key;

interface Identity {
  /** Rows of the same team that are equal in these fields, as people read them, are candidates. */
  readonly fields: readonly string[];
  /** Whether two candidates are nevertheless different things. */
  readonly differ: (one: Values, other: Values) => boolean;
  /** What is doubled, for the message; no person's name. */
  readonly what: (values: Values, unit: ReportingUnit) => string;
}

/** Both filled in and not the same: a blank says nothing. */
const conflict = (one: unknown, other: unknown): boolean => one !== null && other !== null && one !== other;

const teamName = (values: Values, unit: ReportingUnit): string => {
  const commune = unit.communes.find(({ code }) => code === values.commune)?.fullName ?? '';
  return values.village ? `${values.village}, ${commune}` : commune;
};

const IDENTITIES: Readonly<Record<SheetKey, Identity>> = {
  teams: {
    fields: ['level', 'decisionNumber', 'decisionDate'],
    differ: () => false,
    what: (values, unit) => `cùng tổ ${teamName(values, unit)}, cùng quyết định`,
  },
  members: {
    fields: ['name'],
    differ: (one, other) => conflict(one.birthYear, other.birthYear) || conflict(one.phone, other.phone),
    what: (values, unit) => `cùng một người ở tổ ${teamName(values, unit)}`,
  },
  activities: {
    fields: ['date', 'kind', 'content', 'platforms', 'sessions', 'turns', 'participants'],
    differ: () => false,
    what: (values, unit) =>
      `cùng ngày ${formatDate(values.date as PlainDate)}, cùng nội dung, ${teamName(values, unit)}`,
  },
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Equal rows have equal numbers; few others have, so that texts are compared for hardly any row. */
function hashOf(values: Values, fields: readonly string[]): number {
  let { hash } = teamOf(values);
  for (const field of fields) hash = (Math.imul(hash, 31) + foldHash(text(values[field]))) | 0;
  return hash;
}

const areEqual = (one: Values, other: Values, fields: readonly string[]): boolean =>
  teamKey(one) === teamKey(other) && fields.every((field) => fold(text(one[field])) === fold(text(other[field])));

/** Adds `row.duplicate` to every accepted row that repeats an earlier accepted one. */
export function rejectDuplicates(
  rows: readonly ReviewedRow[],
  sheet: SheetKey,
  title: string,
  unit: ReportingUnit,
): readonly ReviewedRow[] {
  const { fields, differ, what } = IDENTITIES[sheet];
  const seen = new Map<number, ReviewedRow>();
  const more = new Map<number, ReviewedRow[]>();
  return rows.map((row) => {
    if (!row.accepted) return row;
    const { values } = row;
    const hash = hashOf(values, fields);
    const same = (earlier: ReviewedRow) => areEqual(earlier.values, values, fields) && !differ(earlier.values, values);
    const earlier = seen.get(hash);
    if (!earlier) {
      seen.set(hash, row);
      return row;
    }
    const first = [earlier, ...(more.get(hash) ?? [])].find(same);
    if (!first) {
      more.set(hash, [...(more.get(hash) ?? []), row]);
      return row;
    }
    const found = issue('row.duplicate', 'row', { first: first.row, what: what(values, unit) });
    return withProblems(row, [...row.problems, placeIssue(found, { tab: sheet, title, row: row.row })]);
  });
}
