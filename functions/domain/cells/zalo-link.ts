import type { ZaloLinkCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank } from '../text.ts';
import { asTyped, isIssue, isNone, openText, readBlank, readNone, refuse, settlePersonal } from './opening.ts';
import { type Reading, type ReadingContext, reject } from './reading.ts';

/** Invitations seen in public have nine or twenty letters and digits. */
const GROUP = /(?:^|[\s:(])(?:https?:\/*)?(?:www\.)?zalo\.me\/g\/([a-z0-9]{6,32})(?![\w-])/i;
const NO_GROUP = /^(?:chua|khong) (?:lap|co|tao)(?: nhom)?(?: zalo)?$/;
/** `https: //zalo.me/g/ abc`: what a phone's keyboard puts in after a sign. */
const SPACES_IN_LINK = /(?<=https?:)\s+(?=\/\/)|(?<=\/)\s+(?=[a-z\d])/gi;
const PERSONAL_PAGE = /zalo\.me\/\+?\d{8,12}(?!\d)|^\+?[\d .()-]{9,16}$/i;

/**
 * An invitation to a Zalo group. A personal page is a phone number, so it is refused and not repeated.
 * KH 115, III.3.3.
 */
export function readZaloLink(original: CellValue, _cell: ZaloLinkCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const opened = openText(asTyped(original), { personal: true, webAddress: true });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text) || NO_GROUP.test(fold(opened.text))) return readNone(original);
  const group = GROUP.exec(opened.text.replace(SPACES_IN_LINK, ''))?.[1];
  if (group !== undefined) return settlePersonal(original, opened, `https://zalo.me/g/${group.toLowerCase()}`);
  return reject(original, 'team.zalo-link', PERSONAL_PAGE.test(opened.text) ? 'personalPage' : 'notALink');
}
