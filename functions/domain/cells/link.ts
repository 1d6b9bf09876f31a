import type { LinkCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank } from '../text.ts';
import { asTyped, isIssue, isNone, openText, readBlank, readNone, refuse, settle } from './opening.ts';
import { accept, type Reading, type ReadingContext, say } from './reading.ts';

/** `URL` is missing in Apps Script. */
const WEB_ADDRESS = /^https?:\/\/(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}]{2,}(?::\d+)?(?:[/?#]\S*)?$/iu;
const WITHOUT_SCHEME =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:vn|com|net|org|info|me|be|gl|ly|app|io|edu|gov)(?:[/?#]\S*)?$/i;

/** The address as a browser needs it, or null. */
function webAddress(text: string): string | null {
  if (WEB_ADDRESS.test(text)) return text;
  return WITHOUT_SCHEME.test(text) ? `https://${text}` : null;
}

/** One web address, or several apart; other text stays but is said not to be one. */
export function readLink(original: CellValue, _cell: LinkCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { webAddress: true });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text)) return readNone(original);
  const addresses = opened.text
    .replace(/[.,;]+$/, '')
    .split(/[\s;]+|,\s+/)
    .map(webAddress);
  if (addresses.some((address) => address === null)) {
    return say(original, opened.text, 'activity.evidence-link', 'notAWebAddress');
  }
  return addresses.length === 1
    ? settle(original, opened, addresses[0] ?? '', addresses[0] ?? '')
    : accept(original, opened.text);
}
