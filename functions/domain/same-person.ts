/** Who may be one person in several teams: the warning about it and the count of people ask the same. RULES, readings of unclear words. */
import { fold } from './text.ts';

/** What a row says of a person; a blank says nothing. */
export interface Person {
  readonly name?: unknown;
  readonly commune?: unknown;
  readonly birthYear?: unknown;
  readonly phone?: unknown;
  readonly gender?: unknown;
}

/** More people of one name in one commune are not compared: the work stays linear. */
const MAX_NAMESAKES = 8;

/** Both filled in and not the same. */
const conflict = (one: unknown, other: unknown): boolean => one != null && other != null && one !== other;

const differ = (one: Person, other: Person): boolean =>
  conflict(one.birthYear, other.birthYear) || conflict(one.phone, other.phone) || conflict(one.gender, other.gender);

/**
 * A finder of the earlier rows that may be the same person: the same name within a commune unless year, phone or gender say
 * otherwise, and anywhere in the district when the phone is the same. It remembers each row that it is asked for.
 */
export function personFinder<Row>(personOf: (row: Row) => Person): (row: Row) => readonly Row[] {
  const known = new Map<string, readonly Row[]>();
  return (row) => {
    const person = personOf(row);
    if (person.name == null) return [];
    const name = fold(String(person.name));
    const keys = [`${person.commune}|${name}`, ...(person.phone == null ? [] : [`${person.phone}|${name}`])];
    const earlier = keys.flatMap((key) => known.get(key) ?? []).filter((one) => !differ(personOf(one), person));
    for (const key of keys) known.set(key, [...(known.get(key) ?? []), row].slice(0, MAX_NAMESAKES));
    return earlier;
  };
}
