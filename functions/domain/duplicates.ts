/** The same row typed twice: the first counts, the later ones are `row.duplicate`. */
import { formatDate, type PlainDate } from '../../schemas/calendar.ts';
import type { SheetKey } from '../../schemas/tabs.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { issue } from './cells/reading.ts';
import { villageKey } from './cells/village.ts';
import { placeIssue } from './problem.ts';
import { type ReviewedRow, withProblems } from './record.ts';
import { fold } from './text.ts';

type Values = ReviewedRow['values'];

const text = (value: unknown): string => (value === null || value === undefined ? '' : fold(String(value)));

/** Commune and village of a row as one key: the identity of a team. */
export function teamKey(values: Values): string {
  const village = values.village as string | null;
  return village ? `${values.commune}_${villageKey(village)}` : String(values.commune);
}

interface Identity {
  /** Rows with the same key are candidates. */
  readonly key: (values: Values) => string;
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

const ACTIVITY_FIELDS = ['date', 'kind', 'content', 'platforms', 'sessions', 'turns', 'participants'];

const IDENTITIES: Readonly<Record<SheetKey, Identity>> = {
  teams: {
    key: (values) => [teamKey(values), values.level, text(values.decisionNumber), values.decisionDate].join('|'),
    differ: () => false,
    what: (values, unit) => `cùng tổ ${teamName(values, unit)}, cùng quyết định`,
  },
  members: {
    key: (values) => [teamKey(values), text(values.name)].join('|'),
    differ: (one, other) => conflict(one.birthYear, other.birthYear) || conflict(one.phone, other.phone),
    what: (values, unit) => `cùng một người ở tổ ${teamName(values, unit)}`,
  },
  activities: {
    key: (values) => [teamKey(values), ...ACTIVITY_FIELDS.map((field) => text(values[field]))].join('|'),
    differ: () => false,
    what: (values, unit) =>
      `cùng ngày ${formatDate(values.date as PlainDate)}, cùng nội dung, ${teamName(values, unit)}`,
  },
};

/** Adds `row.duplicate` to every accepted row that repeats an earlier accepted one. */
export function rejectDuplicates(
  rows: readonly ReviewedRow[],
  sheet: SheetKey,
  title: string,
  unit: ReportingUnit,
): readonly ReviewedRow[] {
  const { key, differ, what } = IDENTITIES[sheet];
  const seen = new Map<string, ReviewedRow[]>();
  return rows.map((row) => {
    if (!row.accepted) return row;
    const identity = key(row.values);
    const candidates = seen.get(identity) ?? [];
    const first = candidates.find((earlier) => !differ(earlier.values, row.values));
    if (!first) {
      seen.set(identity, [...candidates, row]);
      return row;
    }
    const found = issue('row.duplicate', 'row', { first: first.row, what: what(row.values, unit) });
    return withProblems(row, [...row.problems, placeIssue(found, { tab: sheet, title, row: row.row })]);
  });
}
