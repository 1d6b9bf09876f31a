/** Raw Telex: the keys of a Vietnamese keyboard without the program that joins them, `Trieeuj Phong`. */
import { isVietnameseWord } from './syllable.ts';

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/dd/gi, 'đ'],
  [/aa/gi, 'â'],
  [/ee/gi, 'ê'],
  [/oo/gi, 'ô'],
  [/uow|uwow/gi, 'ươ'],
  [/aw/gi, 'ă'],
  [/ow/gi, 'ơ'],
  [/uw/gi, 'ư'],
];

const TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VOWEL = /[aăâeêioôơuưy]/i;

/** The vowel that carries the tone: the one with a mark, the last before a final consonant, else the first. */
function tonePlace(word: string): number {
  const start = /^(?:qu|gi(?=[aăâeêioôơuưy]))/i.test(word) ? 2 : 0;
  const vowels = Array.from(word).flatMap((letter, at) => (at >= start && VOWEL.test(letter) ? [at] : []));
  const shaped = vowels.filter((at) => /[ăâêôơư]/i.test(word.charAt(at))).pop();
  const last = vowels[vowels.length - 1];
  if (shaped !== undefined || last === undefined) return shaped ?? -1;
  return last < word.length - 1 ? last : (vowels[0] ?? -1);
}

function withShapes(word: string): string {
  return SHAPES.reduce(
    (text, [keys, letter]) => text.replace(keys, (typed) => (/^[A-Z]/.test(typed) ? capital(letter) : letter)),
    word,
  );
}

const capital = (letters: string) => letters.charAt(0).toUpperCase() + letters.slice(1);

function withTone(word: string, tone: string): string {
  const at = tonePlace(word) + 1;
  return (word.slice(0, at) + tone + word.slice(at)).normalize('NFC');
}

interface TelexWord {
  readonly decoded: string;
  /** How many keys were not letters of the word: 0 for a word that reads the same either way. */
  readonly keys: number;
}

/** A word as Telex, or null when it makes no Vietnamese word. The tone's key comes last, or right after its vowel. */
function decodeWord(word: string): TelexWord | null {
  const toneKey = /^(.*[aeiouyw].*?)([sfrxj])([a-z]{0,2})$/i.exec(word);
  const shaped = withShapes(word);
  if (isVietnameseWord(shaped)) return { decoded: shaped, keys: word.length - shaped.length };
  if (toneKey === null) return null;
  const [, before = '', key = '', after = ''] = toneKey;
  const letters = withShapes(before + after);
  const decoded = withTone(letters, TONES[key.toLowerCase()] ?? '');
  return isVietnameseWord(decoded) ? { decoded, keys: word.length - letters.length } : null;
}

const WORDS = /[A-Za-z]+/g;

/** ASCII text as Telex if every word of it then is Vietnamese and at least one changes; else null. */
export function decodeTelex(text: string): { decoded: string; words: readonly TelexWord[] } | null {
  if (!/^[ -~\n]*$/.test(text)) return null;
  const known: TelexWord[] = [];
  for (const typed of text.match(WORDS) ?? []) {
    const word = decodeWord(typed);
    if (word === null) return null;
    known.push(word);
  }
  if (!known.some((word) => word.keys > 0)) return null;
  let next = 0;
  return { decoded: text.replace(WORDS, () => known[next++]?.decoded ?? ''), words: known };
}

/**
 * Telex beyond doubt, which a word or two of English is not (`Meet room` would read as `Mêt rôm`): some word has two
 * keys, such as `Hoof`, or three keys stand in different words.
 */
export function isSurelyTelex(words: readonly TelexWord[]): boolean {
  const keys = words.map((word) => word.keys);
  return Math.max(...keys) >= 2 || keys.reduce((sum, count) => sum + count, 0) >= 3;
}
