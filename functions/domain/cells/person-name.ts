import { MAX_NAME, type PersonNameCell } from '../../../schemas/cells.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank, shorten } from '../text.ts';
import { isIssue, isNone, type Opened, openText, readBlank, refuse, settlePersonal } from './opening.ts';
import { issue, type Reading, type ReadingContext, reject } from './reading.ts';

const RULE = 'member.name-incomplete';
const LIST_NUMBER = /^\(?\d{1,3}\s*[.)/:-]\s*(?=\p{L})|^\d{1,3}\s+(?=\p{L})/u;
const NEXT_IN_LIST = /(?<=\p{L})[\s,;]+\d{1,2}\s*[.)]\s*(?=\p{L})/gu;
const HONORIFIC =
  /^(?:đ\/c|đc|đ\/ch|đồng chí|dong chi|d\/c|ông|bà|ong|ba(?=\.)|anh|chị|chi(?=\.)|cô|chú|bác|em|thầy|ô(?=\.)|b(?=\.\s*\p{L}+\s\p{L}+\s)|mr|mrs|ms|th\.?s|t\.?s|b\.?s|ks|cn)(?:[.:]+\s*|\s+)(?=\p{L})/iu;
/** Positions, which say nothing about who it is. With their marks: Trương is a surname, trưởng is not. */
const TITLE =
  /^(?:(?:phó )?(?:bí thư|chủ tịch|trưởng|giám đốc|hiệu trưởng)|tổ (?:trưởng|phó)|(?:đội|nhóm|khu phố|thôn|bản) trưởng|thôn phó|(?:chi )?(?:hội|đoàn) (?:trưởng|phó|viên|xã|phường|thôn|thanh niên|lhpn|phụ nữ|nông dân|ccb|cựu chiến binh)|công an(?: xã| viên| thôn)?|công chức|cán bộ|giáo viên|nhân viên|y tế|y sĩ|bác sĩ|thành viên|cộng tác viên|ủy viên|uỷ viên|thư ký|xã đội|dân quân|người dân|sinh viên|học sinh|p?ct|p?bt|tt|tp|ctv|tv|cav)(?!\p{L})/iu;
/** A position before the name: `Trưởng thôn Lê Văn Bình`, `PCT. Lê Văn Bình`. */
const LEADING_TITLE =
  /^((?:phó\s+)?(?:chủ tịch|bí thư|trưởng|hội trưởng|giám đốc|hiệu trưởng)(?:\s+(?:ubnd|hđnd|mttq|ubmttq|hội|lhpn|nông dân|phụ nữ|ccb|đoàn|chi đoàn|chi bộ|chi hội|thanh niên|đảng ủy|xã|phường|thị trấn|thôn|bản|khu phố|xóm|khóm|ban|công an|trạm|y tế|trường))*|tổ (?:trưởng|phó)|(?:đội|nhóm|khu phố) trưởng|thôn (?:trưởng|phó)|già làng|công an (?:viên|xã|thôn|phường)|(?:công chức|cán bộ)(?: (?:văn hóa|xã hội|tư pháp|văn phòng|thống kê|địa chính|xã|đoàn))*|linh mục|p?ct|p?bt|cav|ctv)[\s.:]+(?=\p{Lu}\p{L}*\s+\p{L})/iu;
/** Bodies and places that are nobody's name. */
const BODY =
  /^(?:hội (?:liên hiệp )?(?:phụ nữ|lhpn|nông dân|ccb|cựu chiến binh|người cao tuổi)|đoàn (?:thanh niên|xã|phường|thị trấn)|công an (?:xã|thôn|viên|phường)|ubnd|[uủ][yỷ] ban|ban (?:nhân dân|quản lý|chỉ đạo)|tổ (?:công nghệ|chuyển đổi|cnscđ))(?!\p{L})/iu;
const BETWEEN = /\s*(?:[,;:/\n&+|]|\s[-–]\s|(?<!\p{L})và(?!\p{L}))\s*/u;
/** Nearly every name: words of letters and nothing else. */
const PLAIN = /^[A-Za-zÀ-ỹ]+(?: [A-Za-zÀ-ỹ]+)+$/;
/** Two people, or a title in the middle of plain words. */
const LINKED = /\s(?:và|ông|bà|chị)\s/;
const isLed = (text: string): boolean =>
  HONORIFIC.test(text) || LEADING_TITLE.test(text) || BODY.test(text) || isTitleAlone(text);
/** Letters that honorifics and positions begin with: most names need not be compared with them. */
const LEADS = /^(?:[ĐđDdÔôOoBbAaCcEeTtMmKkUuỦủ]|[Pp](?:hó|[CcBb])|[Gg]i|[Hh][iộ]|[Nn]h|[Ll]i)/;
const DASHED_TITLE =
  /[-–]\s*(?:p?ct|p?bt|cav|ctv|trưởng|phó|bí thư|chủ tịch|tổ (?:trưởng|phó)|công an|thôn)(?!\p{L})/iu;

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
  return PLAIN.test(text) && !LINKED.test(text) && !(LEADS.test(text) && isLed(text));
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
  const text = listed
    .replace(NEXT_IN_LIST, '; ')
    .replace(/\s(?=(?:ông|bà|chị)\s\p{L})/gu, '; ')
    .replace(/\s[-–](?=\p{L})|(?<=\p{L})[-–]\s/gu, (dash) => (DASHED_TITLE.test(listed) ? ' - ' : dash));
  const brackets = [...text.matchAll(/\(([^)]*)\)?/g)].map((match) => (match[1] ?? '').trim());
  const outside = withoutLead(joinLines(text.replace(/\([^)]*\)?/g, ' ').trim()));
  const titles: string[] = [];
  const pieces = outside
    .split(BETWEEN)
    .map((piece) => withoutTitle(withoutLead(piece), titles))
    .filter((piece) => piece !== '');
  const isBeside = (piece: string) => pieces.length > 1 && (TITLE.test(piece) || !/\p{L}/u.test(piece));
  const besides = [...brackets, ...titles, ...pieces.filter(isBeside)].filter((piece) => piece !== '');
  return { people: pieces.filter((piece) => !isBeside(piece)), besides };
}

/** The name behind a position, which goes to `titles`. */
function withoutTitle(piece: string, titles: string[]): string {
  const title = LEADING_TITLE.exec(piece);
  if (title === null) return piece;
  titles.push((title[1] ?? '').trim());
  return withoutLead(piece.slice(title[0].length));
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
  const name = (people[0] ?? '').replace(/\s+/g, ' ').replace(/^[\s.,;:*?–—-]+|[\s.,;:*?–—-]+$/g, '');
  if (!/\p{L}/u.test(name) || /[\d@=<>#%^~|\\{}[\]]/.test(name)) return reject(original, RULE, 'notAName');
  if (BODY.test(name) || isTitleAlone(name)) return reject(original, RULE, 'notAName');
  if (wordCount(name) < 2) return reject(original, RULE, 'givenNameOnly');
  return besides.length === 0 ? settlePersonal(original, opened, name) : withTitle(original, name, besides);
}

/** `Trưởng thôn`, `Công an xã`: the whole of it is a position. */
const isTitleAlone = (name: string): boolean => LEADING_TITLE.exec(`${name} Mẫu Mẫu`)?.[0].length === name.length + 1;

/** A title is repeated, since it names nobody; anything else in brackets is not. */
function withTitle(original: string, name: string, besides: readonly string[]): Reading<string> {
  const [title = ''] = besides;
  const found =
    TITLE.test(title) && !/\d/.test(title)
      ? issue('cell.guessed', 'titleInName', { title: shorten(title) })
      : issue('cell.guessed', 'besidesName');
  return { original, value: name, issues: [found] };
}
