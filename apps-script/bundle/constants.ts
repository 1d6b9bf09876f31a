/** Long sentences and patterns of words that a module keeps as constants are data too. */
import { readFileSync } from 'node:fs';
import type { Packer } from './pack.ts';

/** A constant that is one regular expression or one plain string, as Biome lays it out. */
const CONSTANT = /^((?:export )?const \w+) =\s+(?:(\/.+\/[a-z]*)|'([^'\\\n]+)');$/gm;

/** Bytes; a shorter one would not pay for its place among the lines. */
const SHORTEST = 30;

type Kept = string | readonly [pattern: string, flags: string];

/** What a thin module calls. Were one of these a name of its own, that one would be called in their stead. */
export const OPENERS = ['packedLine', 'packedPattern'] as const;
const TAKEN = new RegExp(OPENERS.join('|'));

/**
 * The source of a module with `packedLine(…)` for each long string and `packedPattern(…)` for each long pattern; `keep`
 * gives the number of their line.
 */
export function withoutConstants(source: string, keep: (value: Kept) => number): string {
  if (TAKEN.test(source)) throw new Error(`${OPENERS.join(' and ')} are names of the packed data.`);
  return source.replace(CONSTANT, (whole: string, declared: string, literal: string | undefined, text: string) => {
    if (Buffer.byteLength(literal ?? text) < SHORTEST) return whole;
    if (literal === undefined) return `${declared} = /* @__PURE__ */ packedLine(${keep(text)});`;
    const pattern = partsOf(literal);
    return pattern === null ? whole : `${declared} = /* @__PURE__ */ packedPattern(${keep(pattern)});`;
  });
}

/** Null for a text that is not exactly what a regular expression says of itself, such as two of them in one line. */
function partsOf(literal: string): readonly [string, string] | null {
  const end = literal.lastIndexOf('/');
  const [pattern, flags] = [literal.slice(1, end), literal.slice(end + 1)];
  try {
    return String(new RegExp(pattern, flags)) === literal ? [pattern, flags] : null;
  } catch {
    return null;
  }
}

/** By path: the modules without their long constants. */
export function packConstants(paths: readonly string[], packer: Packer): ReadonlyMap<string, string> {
  const thin = (path: string): string =>
    withoutConstants(readFileSync(path, 'utf8'), (value) => packer.add(value, path));
  return new Map(paths.map((path) => [path, thin(path)]));
}
