/** Vietnamese with one byte a letter, as before Unicode: there is more alike for gzip to find. `../unpack.ts` reads it. */

export interface OneByteText {
  /** ASCII as it is, and from 160 the places of `letters`. */
  readonly bytes: Uint8Array;
  readonly letters: string;
}

/** Where ISO-8859-1 and windows-1252, which browsers read under the same name, are one. */
const FIRST = 160;
const LETTERS = 96;

/** `json` is JSON: letters that find no place any more are written as it escapes them. */
export function oneByte(json: string): OneByteText {
  const counts = new Map<string, number>();
  for (const [letter] of json.matchAll(/[\u0080-\uFFFF]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const frequent = [...counts].sort(
    ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
  );
  const letters = frequent
    .slice(0, LETTERS)
    .map(([letter]) => letter)
    .sort();
  const byteOf = new Map(letters.map((letter, index) => [letter, FIRST + index]));
  const bytes = [...json].flatMap((letter) => byteOf.get(letter) ?? [...Buffer.from(asciiOf(letter), 'latin1')]);
  return { bytes: Uint8Array.from(bytes), letters: letters.join('') };
}

const asciiOf = (letter: string): string =>
  letter.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
