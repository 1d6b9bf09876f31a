import type { DecisionNumberCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank, shorten, stripMarks } from '../text.ts';
import { asTyped, isDitto, isIssue, isNone, openText, readBlank, readNone, refuse, settle } from './opening.ts';
import { type Reading, type ReadingContext, reject, say } from './reading.ts';

/** Decree 30/2020: number, stroke, `QĐ`, hyphen, who issued it. Legal acts have the year between. */
const PROPER = /^\d{1,5}[a-z]?\/(?:\d{4}\/)?QĐ-[A-ZĐ](?:[A-ZĐ.&-]*[A-ZĐ])?$/;

const LEAD = /^(?:(?:quyet dinh|qd)\s*:?\s*)?(?:(?:so|no|№)\s*[:.]?\s*)?/;
const TAIL = /[\s,;(]*(?:ngay|ky ngay|cua|v\/v|ve viec)\s.*$|[\s,;(]+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?$|[\s.,;]+$/;
const COMPLETE = /^(0*\d{1,5}[a-z]?)[/\\-]*(?:(20\d\d)[/\\-]+)?qd[-._]*([a-z][a-z.&-]*)$/;
/** `45-QĐ/UBND`, as the Party writes. */
const PARTY = /^0*(\d{1,4}[a-z]?)-qd\/ubnd$/;
/** The Đ of `QĐ` in TCVN3, in VNI, and as raw Telex. */
const LEGACY: readonly (readonly [RegExp, string])[] = [
  [/Q§/gi, 'tcvn3'],
  [/QÑ/gi, 'vni'],
  [/QDD/gi, 'telex'],
];
const INCOMPLETE = /^0*(\d{1,4}[a-z]?)(?:[/\\-](?:20\d\d))?(?:[/\\-]?(?:qd|ubnd))?-?$/;

interface Number {
  readonly number: string;
  readonly complete: boolean;
}

/** Zeros in front stay as typed (`05/QĐ-UBND`, Decree 30/2020), but the key of an incomplete number has none. */
function parse(text: string): Number | null {
  const plain = stripMarks(text).replace(/[–—−]/g, '-').replace(TAIL, '').replace(LEAD, '').replace(/\s+/g, '');
  const complete = COMPLETE.exec(plain);
  if (complete !== null) {
    const [, digits, year, issuer = ''] = complete;
    const symbol = `QĐ-${issuer.toUpperCase().replace(/^(UBND)(?=XA|PHUONG|TT).*/, '$1')}`;
    return { number: [digits, year, symbol].filter((part) => part).join('/'), complete: true };
  }
  const incomplete = INCOMPLETE.exec(plain) ?? PARTY.exec(plain);
  return incomplete === null ? null : { number: `${incomplete[1]}/QĐ-UBND`, complete: false };
}

/** Number and symbol of the decision. A gap in it is a warning: the team exists all the same. KH 115, III.3.1.1. */
export function readDecisionNumber(
  original: CellValue,
  _cell: DecisionNumberCell,
  _context: ReadingContext,
): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { maxLength: 200 });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text)) return readNone(original);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  const legacy = LEGACY.find(([broken]) => opened.text.search(broken) >= 0);
  if (legacy !== undefined) {
    const decoded = shorten(opened.text.replace(legacy[0], 'QĐ'));
    return reject(original, 'cell.legacy-encoding', legacy[1], { decoded }, decoded);
  }
  if (PROPER.test(opened.text)) return settle(original, opened, opened.text, opened.text);
  const parsed = parse(opened.text);
  if (parsed === null) return say(original, shorten(opened.text, 200), 'team.decision-number', 'malformed');
  if (parsed.complete) return settle(original, opened, parsed.number, parsed.number);
  return say(original, parsed.number, 'team.decision-number', 'incomplete', { understood: parsed.number });
}
