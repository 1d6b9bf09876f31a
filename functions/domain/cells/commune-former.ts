/** Communes of before 2020: what became of them is suggested, never put in. */
import type { Commune, ReportingUnit } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import {
  communeIndex,
  DISTRICT_KINDS,
  type FormerCommune,
  inSentence,
  type NamedUnit,
  parseUnitName,
} from './commune-index.ts';
import { type Reading, reject, say } from './reading.ts';

const RULE = 'team.commune-unknown';

/** The former Cam Thanh without its mark is the living Cam Thành. */
export function formerOrLiving(original: CellValue, living: Commune, former: FormerCommune): Reading<string> {
  const successor = former.successors.map(inSentence).join(', ');
  return reject(original, RULE, 'formerOrLiving', { living: inSentence(living), former: former.name, successor });
}

const fullName = ({ kind, name }: FormerCommune): string => `${kind === 'thi_tran' ? 'Thị trấn' : 'Xã'} ${name}`;

export function fromFormer(original: CellValue, named: NamedUnit, unit: ReportingUnit): Reading<string> | null {
  const former = communeIndex(unit).former.get(named.key);
  if (former === undefined || DISTRICT_KINDS.has(named.kind)) return null;
  if (former.kind !== null && former.kind !== named.kind) return null;
  const successors = former.successors.map(inSentence);
  const [first] = former.successors;
  if (first === undefined || successors.length > 1) {
    return reject(original, RULE, 'formerDivided', { former: fullName(former), successors: successors.join(' và ') });
  }
  return reject(original, RULE, 'former', { former: fullName(former), successor: inSentence(first) }, first.fullName);
}

const FORMERLY = /\s*\(?(?:cũ|trước đây)\)?$/iu;
/** `Trung Nam (Vĩnh Nam cũ)`, `Vĩnh Nam (nay là Trung Nam)`. */
const BESIDE = /^(.+?)\s*\((nay là |nay thuộc |trước là |gồm )?(.+?)\)$/iu;

/** A name that says itself that it is a former one, or has the other beside it. */
export function fromFormerSaid(original: CellValue, text: string, unit: ReportingUnit): Reading<string> | null {
  const { living } = communeIndex(unit);
  const bare = text.replace(FORMERLY, '');
  const beside = BESIDE.exec(text);
  if (beside !== null && (bare === text || bare.includes('('))) return fromBothNames(original, beside, unit);
  if (bare === text) return null;
  const named = parseUnitName(bare);
  const today = living.get(named.key);
  const former = fromFormer(original, named, unit);
  return (
    former ?? (today ? say(original, today.code, 'cell.guessed', 'noMarks', { understood: today.fullName }) : null)
  );
}

/** Today's name with the former ones in brackets, or the other way round: taken when they belong together. */
function fromBothNames(
  original: CellValue,
  [, before = '', link = '', inside = '']: RegExpExecArray,
  unit: ReportingUnit,
): Reading<string> | null {
  const { living, former } = communeIndex(unit);
  const isToday = /^nay /i.test(link);
  const today = living.get(parseUnitName(isToday ? inside : before).key);
  const others = (isToday ? before : inside).replace(FORMERLY, '').split(/\s*(?:,|\svà\s)\s*/u);
  const areFormer = others.every((name) => {
    const successors: readonly (Commune | undefined)[] = former.get(parseUnitName(name).key)?.successors ?? [];
    return successors.includes(today);
  });
  if (today === undefined || !areFormer) return null;
  return say(original, today.code, 'cell.guessed', 'noMarks', { understood: today.fullName });
}
