/**
 * Seeded randomness: sfc32 over a hash of the seed and a purpose. A stream per purpose, so that one more draw in one place
 * does not move what is drawn in another.
 */

/** The next number in [0, 1). */
export type Random = () => number;

/** Four 32-bit words from a text (cyrb128). */
function hash(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** sfc32 (Small Fast Counter, public domain): 128 bits of state, passes PractRand. */
function sfc32(state: [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}

/** The stream of a purpose: `stream(seed, '464', 'members', '19396')`. */
export function stream(...purpose: readonly (string | number)[]): Random {
  const random = sfc32(hash(purpose.join('/')));
  // The first draws of neighbouring seeds are alike until the state has mixed.
  for (let i = 0; i < 12; i++) random();
  return random;
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `least` to `most`, both inside. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** Entries and sum of a table of weights, kept per table: the tables are constants and are asked thousands of times. */
const TABLES = new WeakMap<object, { entries: [string, number][]; total: number }>();

function tableOf(weights: Readonly<Record<string, number>>): { entries: [string, number][]; total: number } {
  const known = TABLES.get(weights);
  if (known) return known;
  const entries = Object.entries(weights);
  const table = { entries, total: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  TABLES.set(weights, table);
  return table;
}

/** A key, each as likely as its weight. */
export function weighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const { entries, total } = tableOf(weights);
  let rest = random() * total;
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key as K;
  }
  // Rounding may leave a rest of nothing.
  return (entries.at(-1) as [K, number])[0];
}

/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** A Poisson count (Knuth), for means of a few. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** A whole number ≥ 1 around the median, with a long tail (Box and Muller), at most `cap`. */
export function logNormal(random: Random, of: { median: number; sigma: number; cap: number }): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(of.cap, Math.max(1, Math.round(of.median * Math.exp(of.sigma * normal))));
}
