/** Which seat of a team a title fits, however it was typed: «PCT UBND xã», «BT Đoàn TN», «Bí thư chi bộ, Trưởng thôn». */
import { POSITION_WORDS, SLOTS, type Slot, VAGUE_POSITIONS } from '../../schemas/positions.ts';
import { fold } from './text.ts';

/** `maybe`: the title is too vague to say, so nothing may be held against it. */
export type Fit = 'yes' | 'maybe' | 'no';

/** Several titles of one person. A dash joins («Văn phòng - Thống kê»), so it does not part. */
const BETWEEN = /[,;+&|()\n]/;
const PARTING_WORDS: ReadonlySet<string> = new Set(['kiem', 'va']);
/** Stands between titles, so that no phrase reaches from one into the next. */
const PART = '|';

/** Short forms by their words, the longest first: «BT CĐ» before «BT». */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(POSITION_WORDS).map(([short, long]) => [fold(short), fold(long)]),
);
const LONGEST = Math.max(...[...WORDS.keys()].map((short) => short.split(' ').length));

/** «Trưởng KP3» → `truong kp 3`. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(' ');

function writtenOut(words: readonly string[]): string {
  const full: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 1 && !WORDS.has(words.slice(at, at + length).join(' '))) length -= 1;
    const short = words.slice(at, at + length).join(' ');
    full.push(PARTING_WORDS.has(short) ? PART : (WORDS.get(short) ?? short));
    at += length;
  }
  return full.join(' ');
}

/** The titles of a cell, each written out and without marks, spaces around it. */
function titlesOf(text: string): readonly string[] {
  return text
    .split(BETWEEN)
    .flatMap((part) => writtenOut(wordsOf(part)).split(PART))
    .map((title) => ` ${title.trim()} `)
    .filter((title) => title.trim() !== '');
}

type Phrase = (title: string) => boolean;

const phraseOf = (phrase: string): string => ` ${writtenOut(wordsOf(phrase.replace(/^=/, '')))} `;

function matcherOf(phrase: string): Phrase {
  const wanted = phraseOf(phrase);
  return phrase.startsWith('=') ? (title) => title === wanted : (title) => title.includes(wanted);
}

interface SlotMatcher {
  readonly slot: Slot;
  readonly is: readonly Phrase[];
  readonly maybe: readonly Phrase[];
  readonly not: readonly string[];
}

const byLength = (one: string, other: string): number => other.length - one.length;

const MATCHERS: readonly SlotMatcher[] = Object.entries(SLOTS).map(([slot, { is, maybe, not }]) => ({
  slot: slot as Slot,
  is: is.map(matcherOf),
  maybe: maybe.map(matcherOf),
  not: not.map(phraseOf).sort(byLength),
}));

const VAGUE: ReadonlySet<string> = new Set(VAGUE_POSITIONS.map(phraseOf));

const without = (title: string, phrases: readonly string[]): string =>
  phrases.reduce((rest, phrase) => rest.replace(phrase, ` ${PART} `), title);

function fitOf(titles: readonly string[], { is, maybe, not }: SlotMatcher): Fit {
  const rest = titles.map((title) => without(title, not));
  if (rest.some((title) => is.some((matches) => matches(title)))) return 'yes';
  const isOpen = titles.every((title) => VAGUE.has(title)) || rest.some((title) => maybe.some((fits) => fits(title)));
  return isOpen ? 'maybe' : 'no';
}

export type Fits = Readonly<Record<Slot, Fit>>;

/** How a person's title fits every slot. */
export function fitsOf(position: string): Fits {
  const known = KNOWN.get(position);
  if (known !== undefined) return known;
  const titles = titlesOf(position);
  const fits = Object.fromEntries(MATCHERS.map((matcher) => [matcher.slot, fitOf(titles, matcher)])) as Fits;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(position, fits);
  return fits;
}

/** The same few titles fill a roster. */
const KNOWN = new Map<string, Fits>();
const MAX_KNOWN = 5_000;
