/** The units that report, and their communes, as they were in force; from the official lists of 2022 and 2025. */

import type { PlainDate } from './calendar.ts';
import units2022 from './data/units-2022.json' with { type: 'json' };
import units2025 from './data/units-2025.json' with { type: 'json' };

/** xã, phường, thị trấn, đặc khu; huyện, thị xã, thành phố. */
export type UnitKind = 'xa' | 'phuong' | 'thi_tran' | 'dac_khu' | 'huyen' | 'thi_xa' | 'thanh_pho';

export interface Commune {
  /** Five digits, unique within one list only: codes were reused in 2025. */
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly fullName: string;
  readonly aliases?: readonly string[];
  /** Names of communes that became part of this one. */
  readonly formerNames?: readonly string[];
  /** Names of communes that were divided, this being one of the successors. */
  readonly formerNamesPartial?: readonly string[];
}

/** Who owes a monthly report. Until 30/6/2025 a district; a unit with dates rather than a level. KH 115, V.5. */
export interface ReportingUnit {
  /** List version and code, `2022:464`. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly communes: readonly Commune[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const DISTRICTS_UNTIL = '2025-06-30' as PlainDate;

const KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  thi_tran: 'Thị trấn',
  dac_khu: 'Đặc khu',
  huyen: 'Huyện',
  thi_xa: 'Thị xã',
  thanh_pho: 'Thành phố',
};

type Listed<Unit> = Omit<Unit, 'fullName'>;

interface ListedDistrict extends Listed<Omit<Commune, 'formerNames' | 'formerNamesPartial'>> {
  readonly communes: readonly Listed<Commune>[];
}

/** With its full name, «Xã Gio Mỹ», which the lists also have and a test compares. */
function named<Unit extends Pick<Commune, 'kind' | 'name'>>(unit: Unit): Unit & { readonly fullName: string } {
  return { ...unit, fullName: `${KIND_NAMES[unit.kind]} ${unit.name}` };
}

/** The ten districts of Quảng Trị with their 125 communes (Resolution 832/NQ-UBTVQH14, from 01/01/2020). */
export const UNITS_2022: readonly ReportingUnit[] = (units2022 as readonly ListedDistrict[]).map((district) => ({
  ...named(district),
  id: `2022:${district.code}`,
  aliases: district.aliases ?? [],
  communes: district.communes.map(named),
  validFrom: '2020-01-01' as PlainDate,
  validTo: DISTRICTS_UNTIL,
}));

/** The 78 communes of the merged province from 01/7/2025; each reports for itself (profile `two-tier`). */
export const UNITS_2025: readonly ReportingUnit[] = (units2025.units as readonly Listed<Commune>[])
  .map(named)
  .map((commune) => ({
    ...commune,
    id: `2025:${commune.code}`,
    aliases: commune.aliases ?? [],
    communes: [commune],
    validFrom: '2025-07-01' as PlainDate,
    validTo: null,
  }));

/** Codes of 2022 → codes of 2025. */
export const SUCCESSORS_2025: Readonly<Record<string, readonly string[]>> = units2025.old2new;

/** Units that have a workbook: Cồn Cỏ has no commune, so nobody there can set up a team. KH 115, III.3.1.1. */
export function unitsWithCommunes(): readonly ReportingUnit[] {
  return UNITS_2022.filter((unit) => unit.communes.length > 0);
}

const ALL = new Map([...UNITS_2022, ...UNITS_2025].map((unit) => [unit.id, unit]));

export function findUnit(id: string): ReportingUnit | undefined {
  return ALL.get(id);
}
