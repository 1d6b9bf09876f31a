/** A few letters that tell two texts apart and are too few to find the text by. Not for anything that has to hold for good. */

const FNV_BASIS = 2_166_136_261;
const FNV_PRIME = 16_777_619;
/** Without the vowels but A: a code should spell no word. */
const LETTERS = '0123456789ABCDFGHJKLMNPQRSTVWXYZ';
const BITS_PER_LETTER = 5;

/** Each bit of the text moves every bit of the result: the last step of MurmurHash3 (public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** At most six letters, five bits each. */
export function shortHash(text: string, letters: number): string {
  let hash = FNV_BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  let rest = mix(hash);
  let code = '';
  for (let at = 0; at < letters; at += 1) {
    code += LETTERS.charAt(rest & 31);
    rest >>>= BITS_PER_LETTER;
  }
  return code;
}
