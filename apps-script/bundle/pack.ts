/**
 * Plain values as lines of JSON, one a value. A value that another line already is – a list of choices within a column, a
 * rule within its group – is written as the number of that line, so that it comes out as the very same object
 * (`../unpack.ts`).
 */

export interface Packer {
  /** The number of the value's line. `place` names the value, for {@link makePacker} and for what cannot be packed. */
  readonly add: (value: unknown, place: string) => number;
  readonly text: () => string;
}

/** The key of a reference; no value of ours has it. */
const REFERENCE = '=';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A type of Zod's, which the script is not asked for. */
const isType = (value: unknown): boolean => isObject(value) && '_zod' in value;

/** `isLeftOut` is asked for every property by its place, such as `rules/row.ts rowTotal.examples`. */
export function makePacker(isLeftOut: (place: string) => boolean): Packer {
  const lines: string[] = [];
  const lineOf = new Map<object, number>();

  const plain = (value: unknown, place: string): unknown => {
    if (!isObject(value)) return simple(value, place);
    const line = lineOf.get(value);
    return line === undefined ? inside(value, place) : { [REFERENCE]: line };
  };
  const inside = (value: object, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => plain(item, `${place}[${index}]`));
    if (Object.getPrototypeOf(value) !== Object.prototype || REFERENCE in value) throw unpackable(place);
    const fields = Object.entries(value).flatMap(([key, field]) => {
      const where = `${place}.${key}`;
      return isType(field) || isLeftOut(where) ? [] : [[key, plain(field, where)]];
    });
    return Object.fromEntries(fields);
  };
  return {
    add: (value, place) => {
      const line = lines.push(JSON.stringify(plain(value, place))) - 1;
      if (isObject(value)) lineOf.set(value, line);
      return line;
    },
    text: () => lines.join('\n'),
  };
}

function simple(value: unknown, place: string): unknown {
  const isKept = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  if (!isKept) throw unpackable(place);
  return value;
}

const unpackable = (place: string): Error => new Error(`${place} is no plain value and cannot be packed.`);
