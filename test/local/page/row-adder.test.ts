/** A block that is longer than its tab: the tab grows, or the person hears why not. Nothing is pasted over others' rows. */
import assert from 'node:assert/strict';
import { PageProblem } from '../../../local/page/public/origin.js';
import { createRowAdder, MOST_ROWS_ADDED } from '../../../local/page/public/row-adder.js';
import type { SheetContent } from '../../../local/page/public/sheet-content.js';
import { teams } from './contents.ts';

const HO = ['✓', 'Vĩnh Hà', 'Cấp xã', ''];
const BLANK = ['', '', '', ''];
const LAST_NOTE = { top: 1, left: 3, bottom: 2, right: 4 };

const BEGUN = teams(HO);
const APPENDED = [
  {
    insertDimension: {
      range: { sheetId: 7, dimension: 'ROWS', startIndex: 2, endIndex: 4 },
      inheritFromBefore: true,
    },
  },
];

interface Case {
  why: string;
  area?: typeof LAST_NOTE;
  count?: number;
  /** What is shown once the server has answered; a problem when it refuses. */
  answer?: SheetContent | PageProblem;
  left?: boolean;
  asked?: unknown[];
  said?: string;
  pasted?: boolean;
}

const CASES: readonly Case[] = [
  { why: 'two rows too few: they are added, then it is pasted', asked: APPENDED, pasted: true },
  {
    why: 'someone else added a row too: not pasted, and said',
    answer: teams(HO, BLANK, BLANK, BLANK),
    asked: APPENDED,
    said: 'Người khác vừa thêm hoặc xóa dòng của trang. Vui lòng chọn lại ô rồi dán lần nữa.',
  },
  {
    why: 'the server refuses: said in its words',
    answer: new PageProblem('Hệ thống đang bận.', 503),
    asked: APPENDED,
    said: 'Hệ thống đang bận.',
  },
  { why: 'the tab was left meanwhile: nothing more', left: true, asked: APPENDED },
  {
    why: 'a closed cell: the server is not asked',
    area: { top: 1, left: 0, bottom: 2, right: 1 },
    said: 'Ô A2 do hệ thống giữ nên không sửa được. Vui lòng sửa ở các ô khác của trang.',
  },
  {
    why: 'thousands of rows: the server is not asked',
    count: MOST_ROWS_ADDED + 1,
    said: 'Khối dán quá dài: mỗi lần dán thêm được nhiều nhất 2.000 dòng. Vui lòng chia ra rồi dán lại.',
  },
];

describe('a block that is pasted beyond the last row', () => {
  for (const {
    why,
    area = LAST_NOTE,
    count = 2,
    left = false,
    asked = [],
    said = '',
    pasted = false,
    ...rest
  } of CASES) {
    it(why, async () => {
      const { answer = teams(HO, BLANK, BLANK) } = rest;
      let content = BEGUN;
      const seen = { asked: [] as unknown[], said: '', pasted: false };
      const add = createRowAdder({
        content: () => content,
        async change(requests) {
          seen.asked.push(...requests);
          if (answer instanceof PageProblem) throw answer;
          content = answer;
        },
        say: (text) => {
          seen.said = text;
        },
        isClosed: () => left,
      });
      await add(area, count, () => {
        seen.pasted = true;
      });
      assert.deepEqual(seen, { asked, said, pasted });
    });
  }
});
