/** Initiatives must say what they are, commendations whom they are for. KH 115, III.3.2. Judged when the month is sent. */
import type { Issue } from '../../../schemas/rule.ts';
import type { ActivityRecord } from '../../../schemas/tabs/activities.ts';
import { issue } from '../cells/reading.ts';
import { fold } from '../text.ts';

/** Words that announce an initiative without saying anything of it. */
const ANNOUNCING = new Set(
  'sang kien cach lam hay moi co mot cua to trong thang ky nay ve chuyen doi so y tuong de xuat dang cong nghe'.split(
    ' ',
  ),
);

/** Whoever may be commended: people, enterprises, members, and the words by which staff speak of them. */
const SOMEONE = new RegExp(
  [
    'dan|nguoi|vien|ctv|htx|ong|anh|em|thon|ban|doan|hoi|khu pho|ca nhan|tap the|can bo|giao vien|hoc sinh|thanh nien|phu nu',
    'ho (?:gia dinh|kinh doanh|dan|ngheo|san xuat)|cac ho|doanh nghiep|cong ty|hop tac xa|cua hang|co so|tieu thuong',
    'to (?:truong|pho|cong nghe|chuyen doi|cns)|cac to|truong (?:thon|ban)|bi thu|chu tich|nha truong|buu dien|ngan hang',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
);
/** Two capitalised words in a row inside a sentence: someone's name. */
const NAME = /(?<=\S\s)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}*/u;

const wordsOf = (text: string): readonly string[] => fold(text).split(' ');

const saysWhat = (content: string): boolean =>
  wordsOf(content).some((word) => /[a-z]/.test(word) && !ANNOUNCING.has(word));

function saysWhom(content: string): boolean {
  return NAME.test(content) || SOMEONE.test(fold(content));
}

/** What an activity lacks when it is sent; null when nothing. */
export function deedIssue({ kind, content }: Pick<ActivityRecord, 'kind' | 'content'>): Issue | null {
  if (kind === 'initiatives' && !saysWhat(content)) return issue('report.initiative-text', 'onlyKind');
  if (kind === 'commendations' && !saysWhom(content)) return issue('report.commendation-target', 'unknown');
  return null;
}
