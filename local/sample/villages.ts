/** Invented villages: how many each commune has, and what they are called. There is no public register of them. */
import type { Commune, ReportingUnit } from '../../schemas/units.ts';
import { chance, pick, type Random, shuffled, stream } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { folded } from './spelling.ts';

const { villages: facts } = recipe;
const NUMBERED_SHARE = 0.15;
const BAN_SHARE = 0.7;

/** Most families are Bru, most villages are called bản. */
export function isBru(unit: ReportingUnit, commune: Commune): boolean {
  const rule = (facts.bru as Record<string, { only?: string[]; not?: string[] }>)[unit.code];
  if (!rule) return false;
  return rule.only ? rule.only.includes(commune.name) : !rule.not?.includes(commune.name);
}

/** Village names by commune code; every district has as many as the recipe says. */
export function inventVillages(seed: number, unit: ReportingUnit): ReadonlyMap<string, readonly string[]> {
  const counts = countsByCommune(stream(seed, unit.code, 'village counts'), unit);
  return new Map(
    unit.communes.map((commune, i) => {
      const random = stream(seed, unit.code, 'village names', commune.code);
      return [commune.code, namesFor(random, unit, commune, counts[i] as number)];
    }),
  );
}

function countsByCommune(random: Random, unit: ReportingUnit): number[] {
  const total = (facts.perDistrict as Record<string, number>)[unit.code] ?? 0;
  const counts = unit.communes.map(() => facts.least);
  for (let left = total - facts.least * counts.length; left > 0; left--) {
    const open = counts.flatMap((count, i) => (count < facts.most ? [i] : []));
    const chosen = pick(random, open);
    counts[chosen] = (counts[chosen] as number) + 1;
  }
  return counts;
}

function namesFor(random: Random, unit: ReportingUnit, commune: Commune, count: number): string[] {
  if (commune.kind !== 'xa') return numbered('Khu phố', count);
  if (isBru(unit, commune)) return distinct(count, () => highlandName(random));
  return chance(random, NUMBERED_SHARE) ? numbered('Thôn', count) : distinct(count, () => lowlandName(random));
}

function numbered(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${kind} ${i + 1}`);
}

function lowlandName(random: Random): string {
  const [first, second] = [pick(random, facts.lowlandFirst), pick(random, facts.lowlandSecond)];
  return first === second ? lowlandName(random) : `Thôn ${first} ${second}`;
}

function highlandName(random: Random): string {
  const kind = chance(random, BAN_SHARE) ? 'Bản' : 'Thôn';
  return `${kind} ${pick(random, facts.highlandFirst)} ${pick(random, facts.highlandSecond)}`;
}

/** No two alike without their marks and without the word for the kind, so that no reader can mix them up. */
function distinct(count: number, invent: () => string): string[] {
  const names = new Map<string, string>();
  while (names.size < count) {
    const name = invent();
    names.set(folded(name).split(' ').slice(1).join(' '), name);
  }
  return [...names.values()];
}

/** Communes and villages of the district that never get a team. */
export function leftOut(unit: ReportingUnit): { communes: number; villages: number } {
  const counts = facts.leftOut as Record<string, { communes: number; villages: number }>;
  return counts[unit.code] ?? { communes: 0, villages: 0 };
}

/** The communes that get a team at some time, in the order in which they do; the smallest stay without. */
export function communesInOrder(
  random: Random,
  unit: ReportingUnit,
  villages: ReadonlyMap<string, readonly string[]>,
): { opened: Commune[]; never: Commune[] } {
  const bySize = shuffled(random, unit.communes).toSorted(
    (a, b) => (villages.get(a.code)?.length ?? 0) - (villages.get(b.code)?.length ?? 0),
  );
  const { communes } = leftOut(unit);
  return { opened: shuffled(random, bySize.slice(communes)), never: bySize.slice(0, communes) };
}
