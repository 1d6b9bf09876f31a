import type { TextCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank } from '../text.ts';
import { asTyped, isIssue, openText, readBlank, refuse, settlePersonal } from './opening.ts';
import type { Reading, ReadingContext } from './reading.ts';

/** Free text as typed, without invisible characters and a leading bullet. A number is the text that it shows. */
export function readText(original: CellValue, cell: TextCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { maxLength: cell.maxLength, personal: true });
  return isIssue(opened) ? refuse(original, opened) : settlePersonal(original, opened, opened.text);
}
