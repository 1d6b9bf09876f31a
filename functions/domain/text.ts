/** What staff type, made comparable: one spelling for what looks the same, and a key for what reads the same. */
import type { CellValue } from '../../schemas/workbook.ts';

export { detectLegacyEncoding, type LegacyEncoding } from './cells/legacy-encoding.ts';

const SPACE = 0x20;
/** Controls, zero-width and bidirectional marks, byte order mark. Not U+00AD: in TCVN3 it is the letter ư. */
const INVISIBLE = /\uFEFF|\u034F|(?![\s\u00AD])[\p{Cc}\p{Cf}]/gu;

/** The wide forms of ASCII that some phones and pasted tables have: `５/６`. */
const WIDE = /[\uFF01-\uFF5E]/g;
const WIDE_OFFSET = 0xfee0;
/** Hyphens that Word puts in by itself, and strokes that look like a slash. */
const HYPHENS = /[\u2010\u2011\uFE63]/g;
const SLASHES = /[\u2044\u2215]/g;

/** Letters of Unicode Vietnamese and plain ASCII, single spaces inside: nothing to clean. Most cells are so. */
const CLEAN = /^(?! )(?:[!-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ«»–“”]| (?! ))*$/;

/** Whether {@link cleanText} would change nothing; false for text with rare letters, which may be clean too. */
export function isClean(text: string): boolean {
  return CLEAN.test(text) && !text.endsWith(' ');
}

/**
 * NFC, ordinary single spaces, hyphens and slashes, no invisible characters, Eth (Ð, typed with a wrong keyboard) as Đ. Line breaks stay, one
 * at a time, because staff separate values with them. Soft hyphens stay: see {@link detectLegacyEncoding}.
 */
export function cleanText(text: string): string {
  if (isClean(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .replace(HYPHENS, '-')
    .replace(SLASHES, '/')
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(/\s+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' '))
    .trim();
}

/** Lower case without marks, đ as d; punctuation and spaces stay. */
export function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd');
}

/** The slow way, right for every text. */
function foldAny(text: string): string {
  return stripMarks(text)
    .replace(INVISIBLE, '')
    .replace(/\u00AD/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Below this, a character folds alone, whatever stands beside it; all of Vietnamese lies here. */
const FOLDS_ALONE = 0x2000;
/** What each character folds to, filled as characters are met. */
const FOLDED: (string | undefined)[] = [];

function foldCharacter(code: number): string {
  const known = FOLDED[code];
  if (known !== undefined) return known;
  const folded = foldAny(String.fromCharCode(code));
  FOLDED[code] = folded;
  return folded;
}

/**
 * The key under which texts are compared: no marks, no case, punctuation and spaces as one space. `Hòa` = `Hoà` = `hoa`.
 * Character by character, because comparing keys is most of the work of a review.
 */
export function fold(text: string): string {
  let key = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= FOLDS_ALONE) return foldAny(text).trim();
    const folded = foldCharacter(code);
    if (folded !== ' ') key += folded;
    else if (key !== '' && key.charCodeAt(key.length - 1) !== SPACE) key += ' ';
  }
  return key.endsWith(' ') ? key.slice(0, -1) : key;
}

/** What each character adds to {@link foldHash}: nothing for spaces; -1 until it is met. */
const HASHED = new Int32Array(FOLDS_ALONE).fill(-1);

function hashCharacter(code: number): number {
  const letter = foldCharacter(code).trim();
  const hash = letter === '' ? 0 : letter.charCodeAt(0);
  HASHED[code] = hash;
  return hash;
}

const nextHash = (hash: number, code: number): number => (code === 0 ? hash : (Math.imul(hash, 31) + code) | 0);

/** As {@link foldHash}, of a text that is folded already. */
function hashFolded(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    hash = nextHash(hash, code === SPACE ? 0 : code);
  }
  return hash;
}

/** A number of 32 bits that texts with the same {@link fold} share, made without the key itself. */
export function foldHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= FOLDS_ALONE) return hashFolded(fold(text));
    const known = HASHED[code] ?? -1;
    hash = nextHash(hash, known < 0 ? hashCharacter(code) : known);
  }
  return hash;
}

const DELETE = 0x7f;
/** U+2800 and U+3164 are the "empty" letters that phones type. */
const VISIBLE = /(?!\u034F)[^\s\p{Cc}\p{Cf}\u2800\u3164]/u;

/** Nothing that a person can see. False and zero are values. */
export function isBlank(value: CellValue): boolean {
  if (typeof value !== 'string') return value === null;
  const first = value.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && !VISIBLE.test(value);
}

/** At most `length` characters, cut with `…`, on one line, for messages. */
export function shorten(text: string, length = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
