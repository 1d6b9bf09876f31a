/** How one text comes to be typed in another way. */

/** Without marks and case, đ as d: what tells two names apart for a hasty reader. */
export function folded(text: string): string {
  return withoutMarks(text).toLowerCase();
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

const TONE = '[\u0300\u0301\u0303\u0309\u0323]';
const OPEN_SYLLABLE = new RegExp(`(o)(${TONE})([ae])(?!\\p{L}|\\p{M})|((?<!q)u)(${TONE})(y)(?!\\p{L}|\\p{M})`, 'giu');

/** The tone mark on the second vowel, as many keyboards put it: Hòa → Hoà, Thủy → Thuỷ. */
export function newStyleTones(text: string): string {
  return text.normalize('NFD').replace(OPEN_SYLLABLE, '$1$3$2$4$6$5').normalize('NFC');
}

const TELEX_TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/** Keys as struck with the Vietnamese keyboard switched off: Triệu → Trieeuj. */
export function telexKeys(text: string): string {
  return text.split(' ').map(telexSyllable).join(' ');
}

function telexSyllable(syllable: string): string {
  let keys = '';
  let tone = '';
  for (const char of syllable.normalize('NFD')) {
    if (TELEX_TONES[char]) tone = TELEX_TONES[char];
    else if (char === '\u0302') keys += (keys.at(-1) ?? '').toLowerCase();
    else if (char === '\u0306' || char === '\u031b') keys += 'w';
    else keys += char === 'đ' ? 'dd' : char === 'Đ' ? 'Dd' : char;
  }
  return keys + tone;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A number from 1 to 99 in words: 25 → «hai mươi lăm». */
export function inWords(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return DIGITS[ones] as string;
  const last = ones === 0 ? '' : ones === 5 ? ' lăm' : ones === 1 && tens > 1 ? ' mốt' : ` ${DIGITS[ones]}`;
  return `${tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`}${last}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
