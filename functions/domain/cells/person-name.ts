import { MAX_NAME, type PersonNameCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank, shorten } from '../text.ts';
import { isIssue, isNone, type Opened, openText, readBlank, refuse, settlePersonal } from './opening.ts';
import { issue, type Reading, type ReadingContext, reject } from './reading.ts';

const RULE = 'member.name-incomplete';
const LIST_NUMBER = /^\(?\d{1,3}\s*[.)/:-]\s*(?=\p{L})|^\d{1,3}\s+(?=\p{L})/u;
const NEXT_IN_LIST = /(?<=\p{L})[\s,;]+\d{1,2}\s*[.)]\s*(?=\p{L})/gu;
const HONORIFIC =
  /^(?:đ\/c|đc|đ\/ch|đồng chí|dong chi|d\/c|ông|bà|ong|ba(?=\.)|anh|chị|chi(?=\.)|cô|chú|bác|em|thầy|mr|mrs|ms|th\.?s|t\.?s|b\.?s|ks|cn)(?:[.:]+\s*|\s+)(?=\p{L})/iu;
/** Positions, which say nothing about who it is. With their marks: Trương is a surname, trưởng is not. */
const TITLE =
  /^(?:(?:phó )?(?:bí thư|chủ tịch|trưởng|giám đốc|hiệu trưởng)|tổ (?:trưởng|phó)|(?:đội|nhóm|khu phố|thôn|bản) trưởng|thôn phó|(?:chi )?(?:hội|đoàn) (?:trưởng|phó|viên|xã|phường|thôn|thanh niên|lhpn|phụ nữ|nông dân|ccb|cựu chiến binh)|công an(?: xã| viên| thôn)?|công chức|cán bộ|giáo viên|nhân viên|y tế|y sĩ|bác sĩ|thành viên|cộng tác viên|ủy viên|uỷ viên|thư ký|xã đội|dân quân|người dân|sinh viên|học sinh|p?ct|p?bt|tt|tp|ctv|tv|cav)(?!\p{L})/iu;
const BETWEEN = /\s*(?:[,;:/\n&+|]|\s[-–]\s|(?<!\p{L})và(?!\p{L}))\s*/u;
/** Nearly every name: words of letters and nothing else. */
const PLAIN = /^[A-Za-zÀ-ỹ]+(?: [A-Za-zÀ-ỹ]+)+$/;
/** Letters that honorifics begin with: most names need not be compared with them. */
const LEADS = /^[ĐđDdÔôOoBbAaCcEeTtMmKk]/;

/**
 * One person's name, as the person writes it: tones and case are never touched, only list numbers, titles and spaces are
 * left out. No message repeats it.
 */
export function readPersonName(original: CellValue, _cell: PersonNameCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  if (typeof original !== 'string') return reject(original, RULE, 'notAName');
  const opened = openText(original, { maxLength: MAX_NAME, personal: true });
  if (isIssue(opened)) return refuse(original, opened);
  if (isNone(opened.text)) return reject(original, RULE, 'notAName');
  return isPlain(opened.text) ? settlePersonal(original, opened, opened.text) : fromParts(original, opened);
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !text.includes(' và ') && !(LEADS.test(text) && HONORIFIC.test(text));
}

/** List number and honorifics off the front, any number of them: `1. Ông`, `Đ/c Ông`. */
function withoutLead(text: string): string {
  const shorter = text.replace(LIST_NUMBER, '').replace(HONORIFIC, '');
  return shorter === text || shorter === '' ? text : withoutLead(shorter);
}

interface Parts {
  readonly people: readonly string[];
  /** What stands beside the name, in brackets or after a dash. */
  readonly besides: readonly string[];
}

function takeApart(listed: string): Parts {
  const text = listed.replace(NEXT_IN_LIST, '; ');
  const brackets = [...text.matchAll(/\(([^)]*)\)?/g)].map((match) => (match[1] ?? '').trim());
  const outside = withoutLead(joinLines(text.replace(/\([^)]*\)?/g, ' ').trim()));
  const pieces = outside
    .split(BETWEEN)
    .map(withoutLead)
    .filter((piece) => piece !== '');
  const isTitle = (piece: string) => pieces.length > 1 && TITLE.test(piece);
  const besides = [...brackets, ...pieces.filter(isTitle)].filter((piece) => piece !== '');
  return { people: pieces.filter((piece) => !isTitle(piece)), besides };
}

/** A name broken over two lines in a narrow cell is one name; two names of two words each are two people. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.some((line) => wordCount(line) < 2) ? lines.join(' ') : lines.join('\n');
}

const wordCount = (name: string) => name.split(/[\s.]+/).filter((word) => word !== '').length;

function fromParts(original: string, opened: Opened): Reading<string> {
  const { people, besides } = takeApart(opened.text);
  if (people.length > 1) return reject(original, 'cell.several-values', 'people', { count: people.length });
  const name = (people[0] ?? '').replace(/\s+/g, ' ').replace(/[\s.,;:-]+$/, '');
  if (!/\p{L}/u.test(name) || /[\d@]/.test(name)) return reject(original, RULE, 'notAName');
  if (wordCount(name) < 2) return reject(original, RULE, 'givenNameOnly');
  return besides.length === 0 ? settlePersonal(original, opened, name) : withTitle(original, name, besides);
}

/** A title is repeated, since it names nobody; anything else in brackets is not. */
function withTitle(original: string, name: string, besides: readonly string[]): Reading<string> {
  const [title = ''] = besides;
  const found =
    TITLE.test(title) && !/\d/.test(title)
      ? issue('cell.guessed', 'titleInName', { title: shorten(title) })
      : issue('cell.guessed', 'besidesName');
  return { original, value: name, issues: [found] };
}
