/** Figures with words that multiply them: `5 triệu`, `1tr5`, `1 triệu rưỡi`, `1 triệu 500 nghìn`, `2 chục`. */
import { stripMarks } from '../text.ts';
import { parseFigures } from './figures.ts';

const SCALES: Readonly<Record<string, number>> = {
  chuc: 10,
  tram: 100,
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  van: 1e4,
  tr: 1e6,
  trd: 1e6,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
/** As they are written; `trạm`, `văn bản`, `chức` and `ngân` only look like them once their marks are gone. */
const WRITTEN = new Set('k nghìn nghin ngàn ngan tr trđ trd triệu trieu tỷ ty tỉ chục trăm vạn'.split(' '));
/** `1 triệu mốt`, `2 triệu tư`: a tenth of the scale before it. */
const LAST_DIGIT: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, tu: 4, nam: 5, lam: 5 };

/** Lower case without marks, in which only true scale words look like one: the text that {@link QUANTITY} is for. */
export function quantityText(text: string): string {
  const safe = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{L}+/gu, (word) => (stripMarks(word) in SCALES && !WRITTEN.has(word) ? `${word}_` : word));
  return stripMarks(safe).replace(/\s+/g, ' ');
}

const NUMBER = '\\d+(?:[.,]\\d+)*';
const SCALE = `(?:${Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![a-z_])`;
/** A number in figures, with its scale words and what follows them, anywhere in a {@link quantityText}. */
export const QUANTITY = new RegExp(
  `${NUMBER}(?:(?:\\s*${SCALE})+(?:\\s*${NUMBER})?)*(?:\\s+ruoi|\\s+(?:mot|tu|lam)(?![a-z]))?`,
  'g',
);
const TOKENS = new RegExp(`${NUMBER}|[a-z]+`, 'g');

export interface Quantity {
  readonly value: number;
  /** More than one number and one of nghìn, triệu, tỷ: said as people speak, so it is said back. */
  readonly spoken: boolean;
}

/** How much the figures count after a scale: `1tr5` and `1tr500` are both 1.500.000. */
function afterScale(digits: string, scale: number): number | null {
  const share = { 1: 10, 3: 1_000 }[digits.length];
  return share === undefined ? null : (Number(digits) * scale) / share;
}

/** The sum of a quantity, or null when it has no scale word or cannot be known, as `1 nghìn 25`. */
export function parseQuantity(text: string): Quantity | null {
  const tokens = text.match(TOKENS) ?? [];
  if (tokens.join('') !== text.replace(/\s+/g, '')) return null;
  let total = 0;
  let counted: number | null = null;
  let digits = '';
  let scale = 0;
  for (const token of tokens) {
    const factor = SCALES[token];
    const figures = /^\d/.test(token) ? parseFigures(token) : null;
    if (figures !== null) {
      if (counted !== null) return null;
      counted = figures.value;
      digits = token;
    } else if (factor !== undefined) {
      if (counted === null && scale === 0) return null;
      const before: number = counted ?? total;
      total = counted === null ? before * factor : total + before * factor;
      scale = counted === null ? scale * factor : factor;
      counted = null;
    } else {
      const share = token === 'ruoi' ? 0.5 : (LAST_DIGIT[token] ?? Number.NaN) / 10;
      if (Number.isNaN(share) || scale === 0 || counted !== null) return null;
      total += share * scale;
    }
  }
  if (scale === 0) return null;
  const rest = counted === null ? 0 : afterScale(digits, scale);
  if (rest === null) return null;
  const value = Math.round((total + rest) * 1e6) / 1e6;
  return { value, spoken: tokens.length > 2 || scale < 1e3 || scale === 1e4 };
}
