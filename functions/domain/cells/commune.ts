import { distance } from 'fastest-levenshtein';
import type { CommuneCell } from '../../../schemas/cells.ts';
import type { Commune, ReportingUnit } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank, shorten } from '../text.ts';
import { formerOrLiving, fromFormer, fromFormerSaid } from './commune-former.ts';
import {
  communeIndex,
  DISTRICT_KINDS,
  inSentence,
  markedKey,
  type NamedUnit,
  neighbours,
  parseUnitName,
} from './commune-index.ts';
import { asTyped, isDitto, isIssue, type Opened, openText, readBlank, refuse, settle } from './opening.ts';
import { issue, type Reading, type ReadingContext, reject, say } from './reading.ts';
import { decodeTelex } from './telex.ts';

const RULE = 'team.commune-unknown';
/** `Hải Lăng (thị trấn)`. */
const KIND_BEHIND = /^(.+?)\s*\((xã|phường|thị trấn)\)$/iu;

/**
 * A commune of the unit's own list, as its code. What is only like a name is asked, never corrected: 24 pairs of names
 * inside a district are one letter apart. KH 115, III.1.
 */
export function readCommune(original: CellValue, _cell: CommuneCell, context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const { unit } = context;
  const opened = openText(asTyped(original));
  if (isIssue(opened)) return refuse(original, withCommune(opened, unit));
  const text = opened.text.replace(KIND_BEHIND, '$2 $1');
  if (isDitto(text)) return reject(original, RULE, 'ditto');
  if (/^\d{5}$/.test(text)) return fromCode(original, opened, unit);
  return (
    fromWhole(original, opened, text, unit) ??
    fromListed(original, opened, text, unit) ??
    fromFormerSaid(original, text, unit) ??
    fromParts(original, opened, unit)
  );
}

/** `1. `, `01 xã …`, and the official code beside the name. */
const LISTED = /^\d{1,3}\s*[.)/:–-]\s*(?=\p{L})|^\d{1,3}\s+(?=(?:xã|phường|thị trấn|tt|x\.|p\.)[\s.])/iu;
const CODE_BESIDE = /^(\d{5})[\s:()–-]+(?=\p{L})|[\s:()–-]+(\d{5})\)?$/u;

/** A number of a list before the name, or the commune's own code beside it: left out. */
function fromListed(original: CellValue, opened: Opened, text: string, unit: ReportingUnit): Reading<string> | null {
  const listed = text.replace(LISTED, '');
  if (listed !== text) return fromWhole(original, opened, listed, unit);
  const code = CODE_BESIDE.exec(text);
  const named = code && communeIndex(unit).byCode.get(code[1] ?? code[2] ?? '');
  if (!named) return null;
  const found = fromWhole(original, opened, text.replace(CODE_BESIDE, ''), unit);
  return found?.value === named.code ? found : null;
}

/** A decoded name is suggested as the commune that it names. */
function withCommune(found: ReturnType<typeof issue>, unit: ReportingUnit): ReturnType<typeof issue> {
  if (found.rule !== 'cell.legacy-encoding' || typeof found.suggestion !== 'string') return found;
  const { living, unitKeys } = communeIndex(unit);
  const named = parseUnitName(found.suggestion);
  const commune = living.get(named.key) ?? (unitKeys.has(named.key) ? undefined : nearest(named, unit)[0]);
  if (commune === undefined) return found;
  return issue(found.rule, found.variant, { decoded: commune.fullName }, commune.fullName);
}

function fromCode(original: CellValue, opened: Opened, unit: ReportingUnit): Reading<string> {
  const commune = communeIndex(unit).byCode.get(opened.text);
  if (commune !== undefined) return settle(original, opened, commune.code, commune.fullName);
  for (const other of neighbours(unit)) {
    const elsewhere = communeIndex(other).byCode.get(opened.text);
    if (elsewhere !== undefined) return otherDistrict(original, elsewhere.fullName, [other], unit);
  }
  return reject(original, RULE, 'unknown', { unit: inSentence(unit) });
}

const STRONG_BREAK = /\s*(?:[,;/\n+&()]|\s[-–]\s|\svà\s)\s*/iu;
const PROVINCE = /^(?:tinh )?quang tri$|^qt$/;
const INITIALS: Readonly<Record<string, string>> = { txqt: 'thị xã Quảng Trị', tpdh: 'thành phố Đông Hà' };

/** The unit's own name, with its kind or without, and the province's: people add them as in an address. */
function isOwnAddress(part: string, unit: ReportingUnit): boolean {
  const { key, kind } = parseUnitName(INITIALS[fold(part).replace(/ /g, '')] ?? part);
  if (PROVINCE.test(fold(part)) && kind === null) return true;
  return communeIndex(unit).unitKeys.has(key) && (kind === null || kind === unit.kind || kind === 'huyen');
}

/** A name followed by the district's without a comma: `Phường 1 Đông Hà`. */
function withoutOwnUnit(text: string, unit: ReportingUnit): string {
  const words = text.split(' ');
  for (let cut = 1; cut < words.length; cut += 1) {
    if (isOwnAddress(words.slice(cut).join(' '), unit)) return words.slice(0, cut).join(' ');
  }
  return text;
}

/** The text as one name, if the unit knows it; null to try otherwise. */
function fromWhole(original: CellValue, opened: Opened, text: string, unit: ReportingUnit): Reading<string> | null {
  for (const candidate of new Set([text, withoutOwnUnit(text, unit)])) {
    const named = parseUnitName(candidate);
    const found = fromLiving(original, opened, named, unit) ?? fromFormer(original, named, unit);
    if (found !== null) return found;
  }
  return null;
}

function fromLiving(
  original: CellValue,
  opened: Opened,
  named: NamedUnit,
  unit: ReportingUnit,
): Reading<string> | null {
  const index = communeIndex(unit);
  const commune = index.living.get(named.key);
  if (commune === undefined || DISTRICT_KINDS.has(named.kind)) return null;
  const spellings = [commune.name, ...(commune.aliases ?? [])].map(markedKey);
  const marked = /^\d+$/.test(named.key) || spellings.includes(markedKey(named.name));
  const former = index.former.get(named.key);
  if (former !== undefined && !marked) return formerOrLiving(original, commune, former);
  const understood = { understood: commune.fullName };
  if (named.kind !== null && named.kind !== commune.kind) {
    return say(original, commune.code, 'cell.guessed', 'otherKind', understood);
  }
  if (!marked) return say(original, commune.code, 'cell.guessed', 'noMarks', understood);
  return settle(original, opened, commune.code, commune.fullName);
}

/** Several names, or one with an address after it, or one that the unit does not know. */
function fromParts(original: CellValue, opened: Opened, unit: ReportingUnit): Reading<string> {
  const parts = opened.text.split(STRONG_BREAK).filter((part) => fold(part) !== '');
  const names = parts.filter((part, at) => at === 0 || !isOwnAddress(part, unit));
  const [first = opened.text] = names;
  if (names.length === 1 && parts.length > 1) {
    const found = fromWhole(original, opened, first, unit);
    if (found !== null) return found;
  }
  if (names.length > 1) return fromSeveral(original, names, unit);
  return fromUnknown(original, first, unit);
}

const VILLAGE = /^(?:thon|ban|khu pho|kp|to dan pho|tdp|xom|khom|khu)(?![a-z])/;
/** `Thôn Cổ Mỹ xã Vĩnh Giang`. */
const AFTER_VILLAGE = /\s(?:xã|phường|thị trấn|tt\.?)\s.+$/iu;

function fromSeveral(original: CellValue, names: readonly string[], unit: ReportingUnit): Reading<string> {
  const index = communeIndex(unit);
  const known = names.flatMap((name) => index.living.get(parseUnitName(name).key) ?? []);
  if (known.length >= 2) {
    const list = known.map((commune) => commune.fullName).join(', ');
    return reject(original, 'cell.several-values', 'communes', { names: shorten(list, 80), count: known.length });
  }
  const address = neighbours(unit).find((other) => communeIndex(other).unitKeys.has(parseUnitName(names[1] ?? '').key));
  const elsewhere = address && communeIndex(address).living.get(parseUnitName(names[0] ?? '').key);
  if (address !== undefined && elsewhere !== undefined)
    return otherDistrict(original, elsewhere.fullName, [address], unit);
  const [only] = known;
  // `Thôn Cổ Mỹ, xã Vĩnh Giang`: the commune is there, the rest belongs to another column.
  if (only !== undefined && names.some((name) => VILLAGE.test(fold(name)))) return suggest(original, [only], unit);
  return reject(original, 'cell.several-values', 'communes', {
    names: shorten(names.join(', '), 80),
    count: names.length,
  });
}

function fromUnknown(original: CellValue, text: string, unit: ReportingUnit): Reading<string> {
  const named = parseUnitName(text);
  const behind = VILLAGE.test(fold(text)) ? AFTER_VILLAGE.exec(text)?.[0] : undefined;
  const commune = behind && communeIndex(unit).living.get(parseUnitName(behind).key);
  if (commune) return suggest(original, [commune], unit);
  const telex = decodeTelex(text);
  const typed = telex && communeIndex(unit).living.get(parseUnitName(telex.decoded).key);
  if (typed) return reject(original, 'cell.legacy-encoding', 'telex', { decoded: typed.fullName }, typed.fullName);
  const district = [unit, ...neighbours(unit)].find(
    (other) => communeIndex(other).unitKeys.has(named.key) && (named.kind === null || DISTRICT_KINDS.has(named.kind)),
  );
  const elsewhere = neighbours(unit).filter((other) => communeIndex(other).living.has(named.key));
  const shortened = abbreviated(text, unit);
  if (shortened.length > 0 && elsewhere.length === 0) return suggest(original, shortened, unit);
  if (district !== undefined && (district === unit || elsewhere.length === 0 || named.kind !== null)) {
    return reject(original, RULE, 'districtName', { district: inSentence(district) });
  }
  const [first] = elsewhere;
  const there = first && communeIndex(first).living.get(named.key);
  if (there) return otherDistrict(original, there.fullName, elsewhere, unit);
  return suggest(original, nearest(named, unit), unit);
}

/** Communes that `V. Chấp` or `H.Phùng` may be short for: asked, since letters stand for many words. */
function abbreviated(text: string, unit: ReportingUnit): readonly Commune[] {
  const [, kind = '', initial = '', rest = ''] = /^(xã |x\. ?)?(\p{L}{1,2})\.\s*(.+)$/iu.exec(text) ?? [];
  if (rest === '' || (kind === '' && /^(?:x|p|tt)$/i.test(initial))) return [];
  return unit.communes.filter(({ name }) => {
    const words = fold(name).split(' ');
    return words.length > 1 && words[0]?.startsWith(fold(initial)) && words.slice(1).join(' ') === fold(rest);
  });
}

function otherDistrict(
  original: CellValue,
  understood: string,
  districts: readonly ReportingUnit[],
  unit: ReportingUnit,
): Reading<string> {
  const district = districts.map(inSentence).join(', ');
  return reject(original, RULE, 'otherDistrict', { understood, district, unit: inSentence(unit) });
}

/** Up to three communes of the unit at most a quarter of their letters away, the nearest first. */
function nearest(named: NamedUnit, unit: ReportingUnit): readonly Commune[] {
  const marked = markedKey(named.name);
  return unit.communes
    .map((commune) => {
      const key = parseUnitName(commune.name).key;
      const near = distance(key, named.key) <= Math.max(key.length >= 3 ? 1 : 0, Math.floor(key.length / 4));
      return { commune, near, off: distance(key, named.key) * 100 + distance(markedKey(commune.name), marked) };
    })
    .filter(({ near }) => near)
    .sort((a, b) => a.off - b.off)
    .slice(0, 3)
    .map(({ commune }) => commune);
}

function suggest(original: CellValue, communes: readonly Commune[], unit: ReportingUnit): Reading<string> {
  const [best] = communes;
  if (best === undefined) return reject(original, RULE, 'unknown', { unit: inSentence(unit) });
  const candidates = communes.map((commune) => commune.name).join(', ');
  return reject(original, RULE, 'nearest', { unit: inSentence(unit), candidates }, best.fullName);
}
