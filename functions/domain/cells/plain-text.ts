/** One glance over a text, for the many that need no closer look: Unicode Vietnamese, single spaces, nothing odd. */

const SAFE = 1;
const SPACE = 2;
const STARTS = 4;
const SMALL = 8;
const CAPITAL = 16;
/** Old encodings write letters of the second kind right behind vowels of the first; Vietnamese never does. */
const OPEN_VOWEL = 32;
const CLOSE_VOWEL = 64;
const NEVER_BEHIND_OPEN = 128;
const NEVER_BEHIND_CLOSE = 256;

/** What each character up to ỹ may do; 0 is for the closer look. */
const CLASSES = new Uint16Array(0x1f00);

function mark(characters: string, bits: number): void {
  for (const character of characters) CLASSES[character.charCodeAt(0)] = (CLASSES[character.charCodeAt(0)] ?? 0) | bits;
}

mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', SAFE | STARTS);
mark('abcdefghijklmnopqrstuvwxyz', SMALL);
mark('aeoAEO', OPEN_VOWEL);
mark('iuIU', CLOSE_VOWEL);
mark('.,;:()/-&%+"\'?!', SAFE);
mark(' ', SAFE | SPACE);
mark('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ', SAFE | STARTS | CAPITAL);
mark('àáâãèéêìíòóôõùúý', SAFE | STARTS);
mark('ùúòóõâêÙÚÒÓÕÂÊ', NEVER_BEHIND_OPEN);
mark('ùúòóõÙÚÒÓÕ', NEVER_BEHIND_CLOSE);
mark('ĂăĐđĨĩŨũƠơƯư', SAFE | STARTS);
for (let code = 0x1ea0; code <= 0x1ef9; code += 1) CLASSES[code] = SAFE | STARTS;

function isOldPair(before: number, now: number): boolean {
  if ((before & SMALL) !== 0 && (now & CAPITAL) !== 0) return true;
  if ((before & OPEN_VOWEL) !== 0 && (now & NEVER_BEHIND_OPEN) !== 0) return true;
  return (before & CLOSE_VOWEL) !== 0 && (now & NEVER_BEHIND_CLOSE) !== 0;
}

const MAYBE_TELEX = /dd|aa|ee|oo|[aou]w/i;

/**
 * Whether a text is clean, in Unicode, and begins with a letter or figure, so that reading it changes nothing. False says
 * only that somebody has to look closer.
 */
export function isPlainText(text: string): boolean {
  let before = SPACE;
  let all = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const now = CLASSES[code] ?? 0;
    if (now === 0 || (index === 0 && (now & STARTS) === 0)) return false;
    if ((before & now & SPACE) !== 0 || isOldPair(before, now)) return false;
    before = now;
    all |= code;
  }
  return (before & SPACE) === 0 && (all >= 0x80 || !MAYBE_TELEX.test(text));
}
