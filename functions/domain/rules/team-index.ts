/** The teams of `Tổ` as the other tabs refer to them: by commune and village, however a row of theirs was judged. */
import { distance } from 'fastest-levenshtein';
import type { ReportingUnit } from '../../../schemas/units.ts';
import { villageKey } from '../cells/village.ts';
import { teamKey } from '../duplicates.ts';
import type { ReviewedRow } from '../record.ts';
import type { TabReview } from '../review-tab.ts';
import { wasLeftBlank } from './placed-issue.ts';

type Values = ReviewedRow['values'];

export interface TeamIndex {
  /** Rows of `Tổ` by team key; the first where a team stands twice. */
  readonly byKey: ReadonlyMap<string, ReviewedRow>;
  /** All rows of `Tổ` by team key: a team may have been dissolved and founded again. */
  readonly all: ReadonlyMap<string, readonly ReviewedRow[]>;
  /** Rows of which commune or village could not be read: they may be any team. */
  readonly unclear: readonly ReviewedRow[];
}

/** Null when `Tổ` cannot be read at all: then nobody can say that a team is missing. */
export function indexTeams(teams: TabReview | undefined): TeamIndex | null {
  if (!teams?.header) return null;
  const byKey = new Map<string, ReviewedRow>();
  const all = new Map<string, ReviewedRow[]>();
  const unclear: ReviewedRow[] = [];
  for (const row of teams.rows) {
    if (isUnclear(row)) {
      unclear.push(row);
      continue;
    }
    const key = teamKey(row.values);
    const earlier = all.get(key);
    if (earlier) earlier.push(row);
    else {
      byKey.set(key, row);
      all.set(key, [row]);
    }
  }
  return { byKey, all, unclear };
}

/** Which team a row of `Tổ` founds cannot be said. */
export function isUnclear(row: ReviewedRow): boolean {
  const { commune, level, village } = row.values;
  const villageUnread = village === null && !wasLeftBlank(row, 'village');
  return row.blockedBy !== null || commune === null || villageUnread || (level === 'village' && village === null);
}

/** Kinds that begin names too when their marks are left out: "Ban Ta Tieng" is Bản Tà Tiêng. */
const UNMARKED_KIND = /^(?:ban|lang)\s+/;
/** As {@link villageKey}, for a village whose kind may stand before its name without marks. */
export const looseKey = (village: unknown): string => villageKey(String(village)).replace(UNMARKED_KIND, '');

/**
 * The row with the village as `Tổ` writes it, when its own spelling lacks the marks that tell the kind from the name (or
 * `Tổ`'s does) and only one team of the commune fits.
 */
export function adoptVillage(row: ReviewedRow, { byKey }: TeamIndex): ReviewedRow {
  const { commune, village } = row.values;
  if (commune === null || village === null || village === undefined || byKey.has(teamKey(row.values))) return row;
  const fitting = [...byKey.values()].filter(
    (team) =>
      team.values.commune === commune &&
      team.values.village !== null &&
      looseKey(team.values.village) === looseKey(village),
  );
  const [only] = fitting;
  return only && fitting.length === 1 ? { ...row, values: { ...row.values, village: only.values.village } } : row;
}

/** Whether an unclear row of `Tổ` may be the team that a row speaks of. */
function mayBeUnclear(values: Values, { unclear }: TeamIndex): boolean {
  return unclear.some((team) => {
    const sameCommune = team.values.commune === null || team.values.commune === values.commune;
    const { village } = team.values;
    const sameVillage = village === null || villageKey(String(village)) === villageKey(String(values.village ?? ''));
    return sameCommune && sameVillage;
  });
}

/** The team of a row; undefined when there is none; null when that cannot be said. */
export function findTeam(row: ReviewedRow, index: TeamIndex): ReviewedRow | undefined | null {
  const { commune, village } = row.values;
  if (commune === null || (village === null && !wasLeftBlank(row, 'village'))) return null;
  return index.byKey.get(teamKey(row.values)) ?? (mayBeUnclear(row.values, index) ? null : undefined);
}

/** Largest share of a name that may differ for it to be suggested. */
const NEAR = 0.25;

/** The village of a team in the same commune whose name is nearly that of the row. */
export function nearestVillage(values: Values, { byKey }: TeamIndex): string | undefined {
  if (values.village === null) return undefined;
  const wanted = villageKey(String(values.village));
  const candidates = [...byKey.values()]
    .filter((team) => team.values.commune === values.commune && team.values.village !== null)
    .map((team) => ({
      name: String(team.values.village),
      far: distance(wanted, villageKey(String(team.values.village))),
    }))
    .filter(({ far }) => far > 0 && far <= Math.max(1, Math.floor(wanted.length * NEAR)));
  return candidates.sort((one, other) => one.far - other.far)[0]?.name;
}

/** «Thôn Cổ Mỹ, Thị trấn Hồ Xá», or «Thị trấn Hồ Xá (cấp xã)». */
export function placeName(values: Values, unit: ReportingUnit): string {
  const commune = unit.communes.find(({ code }) => code === values.commune)?.fullName ?? '';
  return values.village ? `${values.village}, ${commune}` : `${commune} (cấp xã)`;
}
