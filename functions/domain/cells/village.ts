import { MAX_NAME, type VillageCell } from '../../../schemas/cells.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank, shorten } from '../text.ts';
import { communeIndex, parseUnitName } from './commune-index.ts';
import {
  asTyped,
  isDitto,
  isIssue,
  isNone,
  type Opened,
  openText,
  readBlank,
  readNone,
  refuse,
  settle,
} from './opening.ts';
import { issue, type Reading, type ReadingContext, reject, say } from './reading.ts';
import { formatVillageName, parseVillageName } from './village-name.ts';

export { villageKey } from './village-name.ts';

/** The commune as a whole: its own team, which has no village. */
const WHOLE_COMMUNE =
  /^(?:(?:to )?(?:toan|ca|cap) (?:xa|phuong|thi tran|tt|dia ban)|to (?:cnscd )?(?:xa|phuong|thi tran)|tat ca(?: cac)?(?: thon| ban| khu pho)?|cac thon|khong thuoc thon(?: nao)?)$/;
/** `Xã Vĩnh Hòa` in the village's place. */
const COMMUNE_KIND = /^(?:xã|phường|thị trấn|x\.|p\.|tt\.?)[\s.]*\S/iu;
/** A team's name before the village's, a number of a list, quotes. */
const TEAM =
  /^tổ (?:công nghệ số|chuyển đổi số|cnscđ|cns|cđs)(?: cộng đồng)?\s+(?=(?:thôn|bản|khu phố|kp|tdp|làng)[\s.\d])/iu;
const LISTED = /^\d{1,2}\s*[.)/]\s*(?=\p{L})/u;
/** Words that name no place, and numbers that no village has. */
const NO_NAME =
  /^(?:chua|khong) (?:ro|xac dinh|biet)$|^(?:thon|ban|khu pho|kp|to dan pho|tdp|khom|xom|lang|khoi|khu)$|^.?$|^\d{3,}$|^(?:true|false)$/;
/** What follows is an address: `Thôn Cổ Mỹ, xã Vĩnh Giang`. */
const ADDRESS = /^(?:xa|phuong|thi tran|tt|huyen|thi xa|thanh pho|tp|tinh)(?![a-z])/;
const BETWEEN = /\s*(?:[,;\n&+/]|(?<![\p{L}\p{N}])và(?![\p{L}\p{N}]))\s*/u;
/** `KP1-KP2`: a dash between two kinds. */
const DASH_BEFORE_KIND = /\s*[-–]\s*(?=(?:thôn|bản|khu phố|kp|k\.p|tdp)[\s.\d])/giu;
/** `1-3`, `1 đến 3`. */
const SPAN = /(\d{1,2})\s*(?:[-–]|đến)\s*(?=(\d{1,2})(?!\d))/gu;

/** A thôn, bản or khu phố by its name. There is no register: a new name is taken as it is. KH 115, III.1. */
export function readVillage(original: CellValue, _cell: VillageCell, context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { maxLength: MAX_NAME });
  if (isIssue(opened)) return refuse(original, opened);
  return withoutName(original, opened.text, context.unit) ?? fromNames(original, opened, context.unit);
}

/** A single figure may be the number of a village. */
function isNoName(name: string): boolean {
  const key = fold(name);
  return /^[=@#<>]/.test(name) || (NO_NAME.test(key) && !/^\d$/.test(key));
}

/** What a text says that names no village: none, as above, the commune as a whole. Null when it may be a name. */
function withoutName(original: CellValue, text: string, unit: ReportingUnit): Reading<string> | null {
  if (isNone(text) || text === '0') return readNone(original);
  if (isDitto(text)) return reject(original, 'cell.not-in-list', 'ditto');
  const isWhole = WHOLE_COMMUNE.test(fold(text)) || isCommune(text, unit);
  return isWhole ? refuse(original, issue('cell.guessed', 'wholeCommune')) : null;
}

const knows = (text: string, unit: ReportingUnit): boolean => communeIndex(unit).living.has(parseUnitName(text).key);
const isCommune = (text: string, unit: ReportingUnit): boolean => COMMUNE_KIND.test(text) && knows(text, unit);

const ADDRESS_BEHIND = /\s+(?:[-–]\s*|\()([^-–()]+)\)?$|\s+((?:xã|phường|thị trấn|tt)\.?\s.+)$/iu;

/** The commune or the district behind the name, as in an address: `Thôn Cổ Mỹ - Vĩnh Giang`. */
function withoutAddress(text: string, unit: ReportingUnit): string {
  const behind = ADDRESS_BEHIND.exec(text);
  const named = behind?.[1] ?? behind?.[2];
  if (behind === null || named === undefined) return text;
  const isAddress = knows(named, unit) || communeIndex(unit).unitKeys.has(parseUnitName(named).key);
  return isAddress ? text.slice(0, behind.index) : text;
}

/** A name broken over two lines in a narrow cell: one of the lines is a kind alone. */
const joinLines = (text: string): string => text.replace(/^(thôn|bản|khu phố|kp|làng|khối|khóm|xóm)\n/iu, '$1 ');

/** The numbers of a span but the last, which follows it in the text. */
function listed(_: string, first: string, last: string): string {
  const count = Math.max(1, Number(last) - Number(first));
  return Array.from({ length: count }, (_, step) => `${Number(first) + step}, `).join('');
}

function tidy(typed: string, unit: ReportingUnit): string {
  const plain = joinLines(typed)
    .replace(LISTED, '')
    .replace(TEAM, '')
    .replace(/["“”«»]/g, '');
  return withoutAddress(plain.replace(/[\s.,;:*]+$/, '').replace(/ {2,}/g, ' '), unit);
}

function fromNames(original: CellValue, opened: Opened, unit: ReportingUnit): Reading<string> {
  const text = tidy(opened.text, unit)
    .replace(/^các\s+/iu, '')
    .replace(DASH_BEFORE_KIND, ', ')
    .replace(SPAN, listed);
  const parts = text.split(BETWEEN).filter((part) => fold(part) !== '');
  const names = parts.filter((part, at) => at === 0 || !ADDRESS.test(fold(part)));
  if (names.length > 1) return refuseSeveral(original, names);
  return fromName(original, opened, names[0] ?? text, unit);
}

/** The kind of the first is that of all: `Thôn 1, 2, 3`. */
function refuseSeveral(original: CellValue, names: readonly string[]): Reading<string> {
  const [first] = names.map(parseVillageName);
  const full = names.map((name) => {
    const parsed = parseVillageName(name);
    return formatVillageName({ ...parsed, kind: parsed.kind ?? first?.kind ?? null });
  });
  const details = { names: shorten(full.join(', '), 80), count: full.length };
  return reject(original, 'cell.several-values', 'villages', details);
}

/** A bare number stays one and is asked for in full: its kind, thôn or khu phố, is not known here. */
function fromName(original: CellValue, opened: Opened, name: string, unit: ReportingUnit): Reading<string> {
  const parsed = parseVillageName(name.replace(/[\s.,;:*]+$/, ''));
  const shown = formatVillageName(parsed);
  const none = withoutName(original, shown, unit);
  if (none !== null) return none;
  if (isNoName(shown)) return reject(original, 'cell.not-in-list', 'village');
  if (parsed.kind === null && /^\d+[A-Z]?$/.test(shown)) {
    return say(original, shown, 'cell.guessed', 'villageNumber', { understood: shown });
  }
  return settle(original, opened, shown, shown);
}
