/** The province's teams with their sizes: what is true, before anyone types it. */
import type { ReportingUnit } from '../../schemas/units.ts';
import { unitsWithCommunes } from '../../schemas/units.ts';
import { type Founding, planFoundings } from './founding.ts';
import { between, chance, type Random, shuffled, stream } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };

export interface PlannedTeam extends Founding {
  /** Commune code and village: what later steps name the team by. */
  readonly key: string;
  /** Official seats. */
  readonly size: number;
  readonly collaborators: number;
  /** Seats of the district's teams founded before: the phones are counted by it. */
  readonly firstSeat: number;
}

/** Teams of every unit with communes, in code order, each list in the order of founding. */
export function planTeams(seed: number): ReadonlyMap<ReportingUnit, readonly PlannedTeam[]> {
  const sizes = sizeDeck(stream(seed, 'sizes'));
  return new Map(unitsWithCommunes().map((unit) => [unit, withSizes(seed, unit, sizes)]));
}

/** Sizes are dealt out rather than drawn, so that the province's seats add up to the sourced 4,327. */
function sizeDeck(random: Random): Record<'commune' | 'village', number[]> {
  const deck = (counts: Record<string, number>) =>
    shuffled(
      random,
      Object.entries(counts).flatMap(([size, count]) => Array.from({ length: count }, () => Number(size))),
    );
  return { commune: deck(recipe.teamSize.commune), village: deck(recipe.teamSize.village) };
}

function withSizes(seed: number, unit: ReportingUnit, sizes: Record<'commune' | 'village', number[]>): PlannedTeam[] {
  const random = stream(seed, unit.code, 'collaborators');
  let firstSeat = 0;
  return planFoundings(seed, unit).map((founding) => {
    const size = (founding.village === null ? sizes.commune : sizes.village).pop();
    if (size === undefined) throw new Error('More teams were founded than the end state has.');
    const collaborators = collaboratorsOf(random, founding, size);
    const team = { ...founding, key: teamKey(founding), size, collaborators, firstSeat };
    firstSeat += size + collaborators;
    return team;
  });
}

function teamKey({ commune, village }: Founding): string {
  return village === null ? commune.code : `${commune.code} ${village}`;
}

/** Helpers beyond the official seats: where a village team is full, and in a few communes. KH 115, III.3.1.4. */
function collaboratorsOf(random: Random, { village }: Founding, size: number): number {
  const { village8, commune } = recipe.members.collaboratorShare;
  const share = village === null ? commune : size === 8 ? village8 : 0;
  return chance(random, share) ? between(random, 1, 3) : 0;
}
