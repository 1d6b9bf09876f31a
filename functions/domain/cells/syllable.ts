/** Is this a Vietnamese word? Tells text in a broken encoding from text that is right, or foreign. */

const ONSETS = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]';
const CODAS = 'ch|nh|ng|c|m|n|p|t';
/** Vowels that end in a glide: the tone never sits on the last letter, as it does in misread `Xaõ`. */
const FALLING = 'ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oao|oay|oeo|oi|ôi|ơi|ua|ưa|uây|ui|ưi|uôi|ươi|ươu|ưu|uya|uyu|yêu';
const OTHERS = 'uyê|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uơ|ươ|uy|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y';

const SYLLABLE = new RegExp(`^(${ONSETS})?(${FALLING}|${OTHERS})(${CODAS})?$`);
const GLIDE_ENDS = new RegExp(`^(?:${FALLING})$`);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const TONES = new RegExp(TONE, 'g');
/** A small letter before a capital: what the wrong table makes of `Đại` and `Triệu` (`§¹i`, `TriÖu`). */
const CASE_BROKEN = /\p{Ll}\p{Lu}/u;

function withoutTones(word: string): string {
  return word.normalize('NFD').replace(TONES, '').normalize('NFC');
}

/** A single word in NFC, spelled and toned as Vietnamese is. Numbers and foreign names are not words. */
export function isVietnameseWord(word: string): boolean {
  if (CASE_BROKEN.test(word)) return false;
  const letters = word.toLowerCase();
  const match = SYLLABLE.exec(withoutTones(letters));
  if (match === null) return false;
  const toned = Array.from(letters).flatMap((letter, at) => (TONE.test(letter.normalize('NFD')) ? [at] : []));
  if (toned.length > 1) return false;
  const [, onset = '', nucleus = ''] = match;
  return toned[0] !== onset.length + nucleus.length - 1 || !GLIDE_ENDS.test(nucleus);
}
