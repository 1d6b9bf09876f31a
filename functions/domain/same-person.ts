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
  const known = new Map<string, Row[]>();
  /** Those of before under a key, this row put behind them; nothing for most rows. */
  const meet = (key: string, row: Row, person: Person): readonly Row[] => {
    const namesakes = known.get(key);
    if (namesakes === undefined) {
      known.set(key, [row]);
      return NOBODY;
    }
    const earlier = namesakes.filter((one) => !differ(personOf(one), person));
    if (namesakes.length < MAX_NAMESAKES) namesakes.push(row);
    return earlier;
  };
  return (row) => {
    const person = personOf(row);
    if (person.name == null) return NOBODY;
    const name = fold(String(person.name));
    const near = meet(`${person.commune}|${name}`, row, person);
    if (person.phone == null) return near;
    const far = meet(`${person.phone}|${name}`, row, person);
    return far.length === 0 ? near : [...near, ...far];
  };
}

const NOBODY: readonly never[] = [];
