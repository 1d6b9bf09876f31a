/** Where two answers differ. */
import { isObject, type Json } from '../json.ts';

const TOLERANCE = 1e-6;
const SHOWN = 60;

type Fields = Readonly<Record<string, Json | undefined>>;
/** The inside of a list or an object, a list by its positions. */
const fieldsOf = (value: Json | undefined): Fields | null => {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isObject(value) ? value : null;
};

const shown = (value: Json | undefined): string => JSON.stringify(value)?.slice(0, SHOWN) ?? 'nothing';

const isSame = (want: Json | undefined, got: Json | undefined): boolean =>
  want === got || (typeof want === 'number' && typeof got === 'number' && Math.abs(want - got) < TOLERANCE);

/** One line for each place; positions in lists are written N, so that equal differences look the same. */
export function differences(want: Json | undefined, got: Json | undefined, at = ''): string[] {
  const [wanted, given] = [fieldsOf(want), fieldsOf(got)];
  if (!wanted || !given || Array.isArray(want) !== Array.isArray(got)) {
    return isSame(want, got) ? [] : [`${at || '/'}: want ${shown(want)}, got ${shown(got)}`];
  }
  const step = (field: string): string => `${at}/${Array.isArray(want) ? 'N' : field}`;
  const fields = new Set([...Object.keys(wanted), ...Object.keys(given)]);
  return [...fields].flatMap((field) => differences(wanted[field], given[field], step(field)));
}
