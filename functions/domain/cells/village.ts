import { MAX_NAME, type VillageCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank, shorten } from '../text.ts';
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
  /^(?:(?:toan|ca|cap) (?:xa|phuong|thi tran|dia ban)|tat ca(?: cac)?(?: thon| ban| khu pho)?|cac thon)$/;
/** What follows is an address: `Thôn Cổ Mỹ, xã Vĩnh Giang`. */
const ADDRESS = /^(?:xa|phuong|thi tran|tt|huyen|thi xa|thanh pho|tp|tinh)(?![a-z])/;
const BETWEEN = /\s*(?:[,;\n&+/]|(?<![\p{L}\p{N}])và(?![\p{L}\p{N}]))\s*/u;
/** `1-3`, `1 đến 3`. */
const SPAN = /(\d{1,2})\s*(?:[-–]|đến)\s*(?=(\d{1,2})(?!\d))/gu;

/** A thôn, bản or khu phố by its name. There is no register: a new name is taken as it is. KH 115, III.1. */
export function readVillage(original: CellValue, _cell: VillageCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { maxLength: MAX_NAME });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text) || opened.text === '0') return readNone(original);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  if (WHOLE_COMMUNE.test(fold(opened.text))) {
    return refuse(original, issue('cell.guessed', 'wholeCommune'));
  }
  return fromNames(original, opened);
}

/** The numbers of a span but the last, which follows it in the text. */
function listed(_: string, first: string, last: string): string {
  const count = Math.max(1, Number(last) - Number(first));
  return Array.from({ length: count }, (_, step) => `${Number(first) + step}, `).join('');
}

function fromNames(original: CellValue, opened: Opened): Reading<string> {
  const text = opened.text.replace(/^các\s+/iu, '').replace(SPAN, listed);
  const parts = text.split(BETWEEN).filter((part) => fold(part) !== '');
  const names = parts.filter((part, at) => at === 0 || !ADDRESS.test(fold(part)));
  if (names.length > 1) return refuseSeveral(original, names);
  return fromName(original, opened, names[0] ?? opened.text);
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
function fromName(original: CellValue, opened: Opened, name: string): Reading<string> {
  const parsed = parseVillageName(name);
  const shown = formatVillageName(parsed);
  if (parsed.kind === null && /^\d+[A-Z]?$/.test(shown)) {
    return say(original, shown, 'cell.guessed', 'villageNumber', { understood: shown });
  }
  return settle(original, opened, shown, shown);
}
