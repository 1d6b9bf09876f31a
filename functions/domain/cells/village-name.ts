/** Kind and name of a thôn, bản, khu phố: one spelling to show, and a key under which the same place is found again. */
import { fold } from '../text.ts';

export interface VillageName {
  /** `Thôn`, `Khu phố`; null for a bare name. */
  readonly kind: string | null;
  readonly name: string;
}

/** Words and abbreviations, the longer first. `ban` and `lang` without marks also begin names, so they need theirs. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tổ dân phố|to dan pho|t\.?d\.?p)(?![\p{L}])/iu, 'Tổ dân phố'],
  [/^(?:khu phố|khu pho|k\.?p|kphố)(?![\p{L}])/iu, 'Khu phố'],
  [/^(?:tiểu khu|tieu khu)(?![\p{L}])/iu, 'Tiểu khu'],
  [/^(?:(?:thôn|thon)(?=[\s.\d:])|th?\.)/iu, 'Thôn'],
  [/^(?:bản(?=[\s.\d:])|b\.)/iu, 'Bản'],
  [/^(?:khóm|khom)(?![\p{L}])/iu, 'Khóm'],
  [/^(?:xóm|xom)(?![\p{L}])/iu, 'Xóm'],
  [/^(?:làng)(?![\p{L}])/iu, 'Làng'],
  [/^(?:khối)(?![\p{L}])/iu, 'Khối'],
  [/^(?:ấp)(?![\p{L}])/iu, 'Ấp'],
  [/^khu(?=\s*\d)/iu, 'Khu'],
];

/** `Kp3` → Khu phố, `3`. A kind without a name is a name. */
export function parseVillageName(text: string): VillageName {
  const trimmed = text.trim();
  for (const [word, kind] of KINDS) {
    const length = word.exec(trimmed)?.[0].length ?? 0;
    const name = trimmed.slice(length).replace(/^[\s.:,-]+/, '');
    if (length > 0 && name !== '') return { kind, name: tidyName(name) };
  }
  return { kind: null, name: tidyName(trimmed) };
}

/** `Khu phố III` is `Khu phố 3`. A lone `V` or `X` may be a letter as well and stays. */
const ROMAN = /^(?:X?(?:IX|IV|V?I{1,3})|X?VI{0,3}(?<=..))$/;
const ROMAN_FIGURES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function fromRoman(name: string): number {
  const values = Array.from(name).map((letter) => ROMAN_FIGURES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Two letters or more, all of them Vietnamese: others have capitals of their own kind. */
const VIETNAMESE = /^[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]{2,}$/;

/** `số 03` → `3`; names typed in one case throughout get capitals. */
function tidyName(name: string): string {
  const number = /^(?:số|so)?\s*0*(\d+\p{L}?)$/iu.exec(name)?.[1];
  if (number !== undefined) return number.toUpperCase();
  if (ROMAN.test(name)) return String(fromRoman(name));
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (!VIETNAMESE.test(letters) || (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()))
    return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

export function formatVillageName({ kind, name }: VillageName): string {
  return kind === null ? name : `${kind} ${name}`;
}

/**
 * The key under which a village is found again inside its commune. The kind is left out, since staff drop it freely:
 * `Thôn Cổ Mỹ` = `Cổ Mỹ`. It stays before a bare number, because `Thôn 3` and `Khu phố 3` may be two places, and so
 * `3` alone matches neither.
 */
export function villageKey(name: string): string {
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  if (KEYS.size >= MAX_KEYS) KEYS.clear();
  const key = makeKey(name);
  KEYS.set(name, key);
  return key;
}

/** Every row of a team asks for the key of the same few names. */
const KEYS = new Map<string, string>();
const MAX_KEYS = 5_000;

function makeKey(name: string): string {
  const parsed = parseVillageName(name);
  const key = fold(parsed.name);
  return parsed.kind !== null && /^\d+[a-z]?$/.test(key) ? `${fold(parsed.kind)} ${key}` : key;
}
