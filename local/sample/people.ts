/** Invented people: family, middle and given name drawn apart, so that nobody real is meant. */
import { chance, pick, type Random, weighted } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { folded } from './spelling.ts';

const { names } = recipe;

export interface Person {
  readonly name: string;
  readonly female: boolean;
  readonly birthYear: number;
}

export interface PersonWishes {
  readonly bru: boolean;
  readonly femaleShare: number;
  readonly born: readonly number[];
}

/** Someone whose name nobody in `taken` has, marks apart; adds the name to `taken`. */
export function inventPerson(random: Random, wishes: PersonWishes, taken: Set<string>): Person {
  const female = chance(random, wishes.femaleShare);
  const [from, to] = wishes.born as [number, number];
  const birthYear = from + Math.floor(random() * (to - from + 1));
  for (;;) {
    const name = inventName(random, female, wishes.bru);
    const key = folded(name);
    if (!taken.has(key)) {
      taken.add(key);
      return { name, female, birthYear };
    }
  }
}

export function inventName(random: Random, female: boolean, bru: boolean): string {
  const family: string = bru ? weighted(random, names.familyBru) : weighted(random, names.familyLowland);
  const middle: string = female ? weighted(random, names.middleFemale) : weighted(random, names.middleMale);
  const given = pick(random, female ? names.givenFemale : names.givenMale);
  return [family, middle, given].filter(Boolean).join(' ');
}
