import type { PhoneCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { fold, isBlank } from '../text.ts';
import { asTyped, isIssue, isNone, openText, readBlank, readNone, refuse } from './opening.ts';
import { judgePhone, type PhoneKind } from './phone-numbers.ts';
import { accept, issue, type Reading, type ReadingContext, reject, replaceBy, say } from './reading.ts';

const RULE = 'member.phone';
const TEN_DIGITS = /^0\d{9}$/;
const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const FOREIGN = /^\+(?!84)\d[\d\s.-]{6,}$/;
const BETWEEN = /\s*(?:[/,;|&\n]|\s[-–]\s|\p{L}{2,}[\p{L}\s.:]*)\s*/iu;
/** A number that went through Excel as text: `905123456.0`. */
const DECIMAL_ZERO = /^(\d{9,11})[.,]0+$/;
const NO_PHONE = /^(?:khong|ko|chua) (?:co|dung|su dung)(?: (?:so|dt|sdt|dien thoai|so dien thoai))?$/;
/** The digits of two numbers with nothing but a space or a dash between, each with its zero. */
const TWO_NUMBERS = /^(0\d{9})(0\d{9})$/;

/** Ten digits that start with 0, or null with the reason. The number itself is never put into a message. */
export function readPhone(original: CellValue, _cell: PhoneCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original === 'boolean') return reject(original, RULE, 'notAPhone');
  if (typeof original === 'string' && TEN_DIGITS.test(original)) return settlePhone(original, judgePhone(original));
  const opened = openText(asTyped(original), { maxLength: 200, keepSign: true, personal: true });
  if (isIssue(opened)) return refuse(original, opened);
  const text = opened.text.replace(DECIMAL_ZERO, '$1');
  if (isNone(text) || text === '0' || NO_PHONE.test(fold(text))) return readNone(original);
  if (SCIENTIFIC.test(text)) return reject(original, RULE, 'scientific');
  if (FOREIGN.test(text)) return say(original, `+${text.replace(/\D/g, '')}`, RULE, 'unknownPrefix');
  return fromText(original, text);
}

function fromText(original: CellValue, text: string): Reading<string> {
  const parts = TWO_NUMBERS.exec(text.replace(/[\s.–-]/g, ''))?.slice(1) ?? text.split(BETWEEN);
  const numbers = parts.filter((part) => part.replace(/\D/g, '').length >= 8);
  if (numbers.length < 2) return fromOne(original, numbers[0] ?? text);
  const readings = numbers.map((part) => fromOne(original, part));
  const first = readings.find((reading) => reading.value !== null);
  if (first === undefined) return readings[0] ?? reject(original, RULE, 'notAPhone');
  const others = first.issues.filter((found) => found.rule === RULE);
  return { ...first, issues: [issue('cell.guessed', 'twoPhones'), ...others] };
}

const LETTERS_FOR_DIGITS = /^[\doil\s.+-]*$/i;

/** One number with whatever stands around it: `(Zalo)`, `ĐT:`. */
function fromOne(original: CellValue, text: string): Reading<string> {
  const bare = text.replace(/\([^)]*[^\d\s.)-][^)]*\)/g, ' ').trim();
  if (/[oil]/i.test(bare) && LETTERS_FOR_DIGITS.test(bare)) return mended(original, bare);
  const digits = bare.replace(/\D/g, '');
  if (digits === '') return reject(original, RULE, 'notAPhone');
  return settlePhone(original, judgePhone(digits));
}

/** Letters O, I, l for figures: asked, since which one was meant is not certain. */
function mended(original: CellValue, text: string): Reading<string> {
  const digits = text.replace(/o/gi, '0').replace(/[il]/gi, '1').replace(/\D/g, '');
  const kind = judgePhone(digits);
  return reject(original, RULE, 'notAPhone', {}, kind.is === 'mobile' ? kind.number : undefined);
}

function settlePhone(original: CellValue, kind: PhoneKind): Reading<string> {
  switch (kind.is) {
    case 'mobile':
      return settleMobile(original, kind.number);
    case 'landline':
    case 'unknownPrefix':
      return say(original, kind.number, RULE, kind.is);
    case 'oldElevenDigits':
    case 'oldAreaCode':
      return reject(original, RULE, kind.is, {}, kind.now);
    case 'filler':
      return reject(original, RULE, 'filler');
    case 'wrongLength':
      return reject(original, RULE, 'wrongLength', { digits: kind.digits });
  }
}

/** Text, or Sheets would drop the zero. */
function settleMobile(original: CellValue, number: string): Reading<string> {
  if (original === number) return accept(original, number);
  return { original, value: number, issues: [replaceBy(issue('cell.normalised', 'personal'), number)] };
}
