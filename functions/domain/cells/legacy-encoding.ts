/** Text of the years before Unicode, pasted from old files. It is recognised and decoded, but only to suggest. */
import { isVietnameseWord } from './syllable.ts';
import { decodeTcvn3 } from './tcvn3.ts';
import { decodeTelex, isSurelyTelex } from './telex.ts';
import { decodeVni } from './vni.ts';

export interface LegacyEncoding {
  readonly encoding: 'tcvn3' | 'vni' | 'telex';
  readonly decoded: string;
}

/** Latin-1 letters that Vietnamese lacks, a capital inside a word, vowels that never meet: worth a closer look. */
const SUSPICIOUS =
  /[¡-ªª-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöø÷ûüþÿ\u00AD]|[a-z][À-Ý]|[aeoAEO][ùúòóõâêÙÚÒÓÕÂÊ]|[iuIU][ùúòóõÙÚÒÓÕ]/;
const TELEX_KEYS = /^[ -~\n]*$/;
const MAYBE_TELEX = /dd|aa|ee|oo|[aou]w/i;
const QUOTED = /(^|[\s(])«([^»]*)»(?=$|[\s),.;:])/g;
const BETWEEN_WORDS = /[\s\d!-/:-@[-`{-~–—“”‘’…]+/;
const HIGH_LETTER = /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]/;
/** Typed right before a pasted name; as TCVN3 they would read `Xó`, `Thụn`. */
const COMMON = /^(?:xã|thôn|xóm|khóm)$/i;

/** A word that is wrong as it stands and right once decoded. */
function isBroken(word: string, decode: (text: string) => string): boolean {
  if (!/[A-Za-z]/.test(word) || /[^\u0020-\u00FF]/.test(word) || isVietnameseWord(word)) return false;
  const decoded = decode(word);
  return decoded !== word && isVietnameseWord(decoded);
}

/** How many words speak for this encoding; 0 when they are too few among words that are right. */
function evidence(words: readonly string[], decode: (text: string) => string): number {
  const broken = words.filter((word) => isBroken(word, decode)).length;
  const right = words.filter((word) => HIGH_LETTER.test(word)).length;
  return right === 0 || broken >= 2 ? broken : 0;
}

/** Words with letters outside Latin-1 were typed in Unicode and stay. */
function decodeWords(text: string, decode: (text: string) => string): string {
  const keep = (word: string) => COMMON.test(word) || HIGH_LETTER.test(word);
  return text.replace(/[^\s,;()/]+/g, (word) => (keep(word) ? word : decode(word)));
}

/** Whether a closer look is worth it; nearly every cell is left here. */
export function mayBeLegacy(text: string): boolean {
  return SUSPICIOUS.test(text) || (MAYBE_TELEX.test(text) && TELEX_KEYS.test(text));
}

/**
 * The old encoding that a text is in, with the text decoded; null for Unicode Vietnamese, foreign names and plain ASCII.
 * Must see the text before soft hyphens are removed and Eth is mended: in TCVN3 they are ư and é.
 */
export function detectLegacyEncoding(text: string): LegacyEncoding | null {
  if (!mayBeLegacy(text)) return null;
  if (!SUSPICIOUS.test(text)) return detectTelex(text);
  const words = text.replace(QUOTED, '$1 $2 ').split(BETWEEN_WORDS);
  const tcvn3 = evidence(words, decodeTcvn3);
  const vni = evidence(words, decodeVni);
  if (tcvn3 === 0 && vni === 0) return null;
  return tcvn3 >= vni
    ? { encoding: 'tcvn3', decoded: decodeWords(text, decodeTcvn3) }
    : { encoding: 'vni', decoded: decodeWords(text, decodeVni) };
}

function detectTelex(text: string): LegacyEncoding | null {
  const telex = decodeTelex(text);
  return telex !== null && isSurelyTelex(telex.words) ? { encoding: 'telex', decoded: telex.decoded } : null;
}
