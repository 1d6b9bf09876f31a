/** The communes of a unit and of its neighbours, ready to be searched by what people type. Made once for each unit. */
import { type Commune, type ReportingUnit, UNITS_2022, UNITS_2025, type UnitKind } from '../../../schemas/units.ts';
import { fold } from '../text.ts';

/** What a text says about a unit: its kind, if it says one, and its name as a key without spaces. */
export interface NamedUnit {
  readonly kind: UnitKind | null;
  readonly key: string;
  /** The name as typed, without the kind. */
  readonly name: string;
}

const KINDS: readonly (readonly [RegExp, UnitKind | null])[] = [
  [/^(?:thi\s*tran|t\s?t(?:r|ran)?)(?![a-z])/, 'thi_tran'],
  [/^(?:phuong|ph|p)(?![a-z])/, 'phuong'],
  [/^(?:xa|x)(?![a-z])/, 'xa'],
  [/^dac khu(?![a-z])/, 'dac_khu'],
  [/^(?:huyen|h)(?![a-z])/, 'huyen'],
  [/^(?:thi xa|tx)(?![a-z])/, 'thi_xa'],
  [/^(?:thanh pho|tp)(?![a-z])/, 'thanh_pho'],
];
/** Kinds that no commune has. */
export const DISTRICT_KINDS: ReadonlySet<UnitKind | null> = new Set(['huyen', 'thi_xa', 'thanh_pho']);

/** Who sits there, or which team works there, before the name. */
const BODY =
  /^(?:ubnd|uy ban nhan dan|uy ban|dang uy|doan|to (?:cong nghe so|chuyen doi so|cnscd|cns|cds)(?: cong dong)?(?: cap)?)(?![a-z])\s*(?=[a-z\d])/;
/** A kind without a space behind it, and words run together: `TTHồ Xá`, `XãVĩnh Chấp`. */
const GLUED_KIND = /^(TT|Tt|X|P|Xã|Phường|Thị trấn)(?=\p{Lu}\p{Ll})/u;
const GLUED_WORDS = /(\p{Ll})(?=\p{Lu})/gu;
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v'];
const WARD_WORDS = ['', 'mot', 'hai', 'ba', 'bon', 'nam'];

/** `X. Vĩnh Hoà` → xã, `vinhhoa`; `P1` → phường, `1`; `UBND xã A Dơi` → xã, `adoi`. */
export function parseUnitName(typed: string): NamedUnit {
  const text = typed.replace(GLUED_KIND, '$1 ').replace(GLUED_WORDS, '$1 ');
  const folded = fold(text).replace(BODY, '');
  const found = KINDS.flatMap(([word, kind]) => {
    const length = word.exec(folded)?.[0].length ?? 0;
    return length > 0 && length < folded.length ? [{ kind, length }] : [];
  });
  // `thị xã` also begins like nothing else, but `thi tran` and `tt` are tried first because they are communes.
  const [first] = found;
  const rest = folded.slice(first?.length ?? 0).trim();
  const key = first?.kind === 'phuong' ? wardNumber(rest) : rest;
  return { kind: first?.kind ?? null, key: nameKey(key), name: lastWords(text, rest) };
}

/** Wards have numbers: `phường số 1`, `Phường I`, `Phường Một`. */
function wardNumber(folded: string): string {
  const name = folded.replace(/^so (?=\d)/, '');
  const number = Math.max(ROMAN.indexOf(name), WARD_WORDS.indexOf(name));
  return number > 0 ? String(number) : name;
}

/** Without spaces, since people write `Đakrông` and `Đa Krông`; numbers without leading zeros. */
function nameKey(folded: string): string {
  return folded.replace(/^0+(?=\d)/, '').replace(/ /g, '');
}

/** The end of the text that folds to `folded`: the name with its marks. */
function lastWords(text: string, folded: string): string {
  const words = text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const count = folded === '' ? 0 : folded.split(' ').length;
  return words.slice(-count).join(' ');
}

export interface CommuneIndex {
  readonly living: ReadonlyMap<string, Commune>;
  /** Communes of before 2020, with what became of them. */
  readonly former: ReadonlyMap<string, FormerCommune>;
  readonly byCode: ReadonlyMap<string, Commune>;
  /** Keys of the unit's own name and its aliases. */
  readonly unitKeys: ReadonlySet<string>;
}

export interface FormerCommune {
  readonly name: string;
  /** Kind that has to be typed, where the district has the same name: thị trấn Hải Lăng. */
  readonly kind: UnitKind | null;
  readonly successors: readonly Commune[];
}

const indices = new WeakMap<ReportingUnit, CommuneIndex>();

function formerCommunes(unit: ReportingUnit): ReadonlyMap<string, FormerCommune> {
  const former = new Map<string, FormerCommune>();
  for (const commune of unit.communes) {
    for (const listed of [...(commune.formerNames ?? []), ...(commune.formerNamesPartial ?? [])]) {
      const name = listed.replace(/ \(thị trấn\)$/, '');
      const key = nameKey(fold(name));
      const successors = [...(former.get(key)?.successors ?? []), commune];
      former.set(key, { name, kind: name === listed ? null : 'thi_tran', successors });
    }
  }
  return former;
}

function makeIndex(unit: ReportingUnit): CommuneIndex {
  const names = (named: { readonly name: string; readonly aliases?: readonly string[] }) => [
    named.name,
    ...(named.aliases ?? []),
  ];
  return {
    living: new Map(unit.communes.flatMap((commune) => names(commune).map((name) => [nameKey(fold(name)), commune]))),
    former: formerCommunes(unit),
    byCode: new Map(unit.communes.map((commune) => [commune.code, commune])),
    unitKeys: new Set(names(unit).map((name) => nameKey(fold(name)))),
  };
}

export function communeIndex(unit: ReportingUnit): CommuneIndex {
  let index = indices.get(unit);
  if (index === undefined) {
    index = makeIndex(unit);
    indices.set(unit, index);
  }
  return index;
}

/** `Xã Gio Hải` inside a sentence: `xã Gio Hải`. */
export const inSentence = (unit: { readonly fullName: string }): string =>
  unit.fullName.charAt(0).toLowerCase() + unit.fullName.slice(1);

/** The other units of the same list. */
export function neighbours(unit: ReportingUnit): readonly ReportingUnit[] {
  const list = unit.id.startsWith('2025:') ? UNITS_2025 : UNITS_2022;
  return list.filter((other) => other.id !== unit.id);
}

/** Letters with their shapes, tones at the end of the word: equal for `Hòa` and `Hoà`, not for `Hòa` and `Hoa`. */
export function markedKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(
      (word) =>
        word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
        (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word)?.[0] ?? ''),
    )
    .join('')
    .normalize('NFC');
}
