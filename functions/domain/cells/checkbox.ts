import type { CheckboxCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { cleanText, fold, isBlank } from '../text.ts';
import { asTyped, isIssue, openText, refuse } from './opening.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy } from './reading.ts';

const TICKED = new Set([
  'true',
  'x',
  'co',
  'v',
  'yes',
  'y',
  'dung',
  'dong y',
  'da',
  'roi',
  'da dong y',
  'ok',
  '1',
  'dat',
]);
const TICKED_SIGNS = /^[✓✔☑✅√×✗☒]+$/u;
const UNTICKED = new Set([
  'false',
  'khong',
  'khong co',
  'ko',
  'k',
  'no',
  'n',
  'sai',
  '0',
  'chua',
  'chua co',
  'khong dong y',
]);
const UNTICKED_SIGNS = /^[-–—☐□]+$/u;

function meaning(text: string): boolean | null {
  const word = fold(text);
  if (TICKED.has(word) || TICKED_SIGNS.test(text)) return true;
  return UNTICKED.has(word) || UNTICKED_SIGNS.test(text) ? false : null;
}

/** A tick, or the words and signs that people put where the box has been lost. Blank is false. */
export function readCheckbox(original: CellValue, _cell: CheckboxCell, _context: ReadingContext): Reading<boolean> {
  if (typeof original === 'boolean') return accept(original, original);
  if (isBlank(original)) return accept(original, false);
  const opened = openText(asTyped(original), { keepSign: true });
  if (isIssue(opened)) return refuse(original, opened);
  const ticked = meaning(cleanText(opened.text));
  if (ticked === null) return reject(original, 'cell.not-in-list', 'checkbox');
  if (/^(?:TRUE|FALSE)$/.test(asTyped(original))) return accept(original, ticked);
  const understood = issue('cell.normalised', 'understood', { understood: ticked ? 'có' : 'không' });
  return { original, value: ticked, issues: [replaceBy(understood, ticked)] };
}
