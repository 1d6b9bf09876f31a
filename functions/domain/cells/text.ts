import type { TextCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank } from '../text.ts';
import { asTyped, isIssue, openText, readBlank, readNone, refuse, settlePersonal } from './opening.ts';
import type { Reading, ReadingContext } from './reading.ts';

/** Strokes and points that hold the place of words. */
const NOTHING = /^[-–—_.…\s]+$/;

/** Free text as typed, without invisible characters and a leading bullet. A number is the text that it shows. */
export function readText(original: CellValue, cell: TextCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { maxLength: cell.maxLength, personal: true });
  if (isIssue(opened)) return refuse(original, opened);
  return NOTHING.test(opened.text) ? readNone(original) : settlePersonal(original, opened, opened.text);
}
