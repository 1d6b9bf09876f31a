/**
 * One text for one value, whatever the order in which its properties were set: what is hashed, frozen and compared. Keys
 * are sorted by UTF-16 code units as in RFC 8785. Texts stay as they are: two normal forms of a word are two words.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, place: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return writeNumber(value, place);
  if (Array.isArray(value)) return writeArray(value, place);
  if (isPlainObject(value)) return writeObject(value, place);
  throw new TypeError(`No JSON at ${place}: ${describe(value)}.`);
}

/** JSON has no NaN and no infinity, and writes -0 as 0: what is read back would not be what was frozen. */
function writeNumber(value: number, place: string): string {
  if (!Number.isFinite(value) || Object.is(value, -0)) {
    throw new TypeError(`No JSON at ${place}: ${Object.is(value, -0) ? '-0' : value}.`);
  }
  return JSON.stringify(value);
}

/** `Array.from` visits the holes of a sparse array too, which are then refused as undefined. */
function writeArray(values: readonly unknown[], place: string): string {
  return `[${Array.from(values, (value, index) => write(value, `${place}[${index}]`)).join(',')}]`;
}

function writeObject(value: Readonly<Record<string, unknown>>, place: string): string {
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key], `${place}.${key}`)}`);
  return `{${entries.join(',')}}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The type alone: the value may be a person's. */
function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : typeof value;
}
