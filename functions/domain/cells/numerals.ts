/** Numbers in Vietnamese words: `hai mươi lăm`, `một triệu rưỡi`. Only ever used to suggest the figures. */
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
  tam: 8,
  chin: 9,
};

/** Words that multiply the digit before them, up to the hundreds; `mười` alone is ten, `chục` is tens. */
const SMALL_UNITS: Readonly<Record<string, number>> = { muoi: 10, chuc: 10, tram: 100 };
/** `hăm lăm` is 25. */
const TENS: Readonly<Record<string, number>> = { ham: 20, bam: 30 };
/** Words that multiply all that stands before them. */
const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  van: 1e4,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
/** `một trăm linh năm`, `lẻ`: fills an empty place, so that the next digit stays one. */
const FILLERS = new Set(['linh', 'le']);
/** Numerals that are other words without their marks, or with others: `sau` is "later", `tạm` is "for now". */
const AMBIGUOUS = new Set(['sau', 'tam', 'lam', 'bay', 'nam', 'tu', 'van', 'ti', 'ham', 'bam']);
const SURE = new Set(['sáu', 'tám', 'bảy', 'bẩy', 'năm', 'tư', 'vạn']);

/** What has been read so far: whole scales, the hundreds after them, and the digit that still waits for its unit. */
interface Sum {
  readonly scaled: number;
  readonly hundreds: number;
  readonly digit: number | null;
  /** What the last word counts in: a digit after `trăm` is tens, after `triệu` hundreds of thousands. */
  readonly unit: number;
}

const START: Sum = { scaled: 0, hundreds: 0, digit: null, unit: 1 };

/** A digit after a unit that is not its own: `một trăm hai` is 120, `hai mươi hai` 22, `triệu hai` 1.200.000. */
function settleDigit({ hundreds, digit, unit }: Sum): number {
  if (digit === null) return hundreds;
  return hundreds + (unit === 100 ? digit * 10 : digit);
}

function scaleUp(sum: Sum, scale: number): Sum {
  const below = settleDigit(sum);
  const counted = below === 0 && sum.digit === null ? 1 : below;
  const scaled =
    sum.scaled > 0 && scale > sum.unit && sum.unit >= 1e3 ? (sum.scaled + below) * scale : sum.scaled + counted * scale;
  return { scaled, hundreds: 0, digit: null, unit: scale };
}

function addWord(sum: Sum, word: string): Sum | null {
  const scale = SCALES[word];
  if (scale !== undefined) return scaleUp(sum, scale);
  const unit = SMALL_UNITS[word];
  if (unit !== undefined) return { ...sum, hundreds: sum.hundreds + (sum.digit ?? 1) * unit, digit: null, unit };
  const tens = TENS[word];
  if (tens !== undefined) return { ...sum, hundreds: sum.hundreds + tens, digit: null, unit: 10 };
  if (FILLERS.has(word)) return { ...sum, unit: 1 };
  if (word === 'ruoi') return { ...sum, hundreds: sum.hundreds + sum.unit / 2, unit: 1 };
  if (word === 'nua' && sum === START) return { ...sum, digit: 0.5 };
  const digit = DIGITS[word];
  // `hai lăm` is 25.
  if (digit === undefined) return null;
  return { ...sum, digit: sum.digit === null ? digit : sum.digit * 10 + digit };
}

/** `hai nghìn một trăm linh năm` → 2105; null when a word is no numeral, or there is none. */
export function parseNumeral(text: string): number | null {
  const words = fold(text).split(' ');
  const [only = ''] = words;
  if (words.length === 1 && AMBIGUOUS.has(only) && !SURE.has(text.trim().toLowerCase())) return null;
  let sum: Sum | null = START;
  for (const word of words) {
    sum = addWord(sum, word);
    if (sum === null) return null;
  }
  const afterScale = sum.unit >= 1e3 && sum.digit !== null && sum.hundreds === 0;
  const total = sum.scaled + (afterScale ? ((sum.digit ?? 0) * sum.unit) / 10 : settleDigit(sum));
  return Number.isInteger(total) ? total : null;
}
