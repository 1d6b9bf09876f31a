/** Numbers in Vietnamese words, up to 9,999: only to suggest the figures. */
import { fold } from '../text.ts';

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  bẩy: 7,
  tam: 8,
  chin: 9,
};

/** Words that multiply the digit before them; `mười` alone is ten, `chục` is tens. */
const UNITS: Readonly<Record<string, number>> = { muoi: 10, chuc: 10, tram: 100, nghin: 1000, ngan: 1000 };
/** `một trăm linh năm`, `lẻ`: fills an empty place. */
const FILLERS = new Set(['linh', 'le']);

/** `hai nghìn một trăm linh năm` → 2105; null when a word is no numeral. */
export function parseNumeral(text: string): number | null {
  const words = fold(text).split(' ');
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const word of words) {
    const unit = UNITS[word];
    const value = DIGITS[word];
    if (unit !== undefined) {
      total = unit === 1000 ? (total + (digit ?? 1)) * unit : total + (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null) total += digit * 10;
      digit = value;
    } else if (!FILLERS.has(word)) {
      return null;
    } else {
      lastUnit = 1;
    }
  }
  if (digit === null) return total === 0 ? null : total;
  // `một trăm hai` is 120, but `hai mươi hai` is 22.
  return total + (lastUnit >= 100 ? (digit * lastUnit) / 10 : digit);
}
