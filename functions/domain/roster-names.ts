/** The names in `Thành viên`, to be found again in free text. They are held for one review, and go nowhere. */
import type { ReviewedRow } from './record.ts';
import type { TabReview } from './review-tab.ts';
import { cleanText, fold } from './text.ts';

interface Word {
  readonly typed: string;
  readonly folded: string;
}

type Name = readonly Word[];

/** Full names by their first word, folded. */
export type RosterNames = ReadonlyMap<string, readonly Name[]>;

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
/** Several people in one cell. */
const BETWEEN_NAMES = /[,;:/\n&+|()]|\s[-–]\s|\svà\s/u;

function wordsOf(text: string): Name {
  return text
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map((typed) => ({ typed, folded: fold(typed) }));
}

/** The name as read; of a cell that cannot be read whatever may be a name in it, as typed or decoded. */
function namesOf({ values, cells, problems }: ReviewedRow): readonly string[] {
  if (typeof values.name === 'string') return [values.name];
  const decoded = problems.flatMap(({ column, suggestion }) => (column === 'name' ? (suggestion ?? []) : []));
  return [cells.name, ...decoded].flatMap((text) =>
    typeof text === 'string' ? cleanText(text).split(BETWEEN_NAMES) : [],
  );
}

/** Every full name of the list, those of people who left too. Null when the list cannot be read: then nobody knows. */
export function rosterNames(members: TabReview | undefined): RosterNames | null {
  if (!members?.header) return null;
  const names = new Map<string, Name[]>();
  const seen = new Set<string>();
  for (const text of members.rows.flatMap(namesOf)) {
    if (seen.has(text)) continue;
    seen.add(text);
    const name = wordsOf(text);
    const [first] = name;
    if (!first || name.length < 2) continue;
    const others = names.get(first.folded);
    if (others) others.push(name);
    else names.set(first.folded, [name]);
  }
  return names;
}

/** Letters and marks, wherever the mark stands: `Hoà` = `Hòa`. */
const spellingOf = (word: string): string => [...word.toLowerCase().normalize('NFD')].sort().join('');
const isCapitalised = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();

/**
 * A word of a text is a word of a name when it is spelled like it, in any case; when it is typed without marks; or, in a
 * name of three words and more, when it has a capital. "Hộ văn hóa" is not Hồ Văn Hoa.
 */
function isWordOf(word: Word, name: Word, isLong: boolean): boolean {
  if (word.folded !== name.folded) return false;
  if (word.typed.toLowerCase() === word.folded || (isLong && isCapitalised(word.typed))) return true;
  return spellingOf(word.typed) === spellingOf(name.typed);
}

/** A name of two words is looked for with its capitals only: "nâng cao minh bạch" names no Cao Minh. */
function standsAt(words: Name, start: number, name: Name): boolean {
  const isLong = name.length > 2;
  return name.every((part, at) => {
    const word = words[start + at];
    return word !== undefined && isWordOf(word, part, isLong) && (isLong || isCapitalised(word.typed));
  });
}

/** Whether a text holds somebody's full name. */
export function holdsName(text: string, names: RosterNames): boolean {
  const words = wordsOf(text);
  return words.some(({ folded }, start) => names.get(folded)?.some((name) => standsAt(words, start, name)) ?? false);
}
