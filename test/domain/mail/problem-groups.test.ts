import assert from 'node:assert/strict';
import { type ProblemGroup, problemGroups, rangesOf } from '../../../functions/domain/mail/problem-groups.ts';
import { reviewWorkbook } from '../../../functions/domain/review.ts';
import type { Problem } from '../../../schemas/rule.ts';
import { contextOf, type RawRow, validRow, workbookOf } from '../../support/workbooks.ts';

const rows = (...places: (number | [number, number] | null)[]): Problem[] =>
  places.map((place) => {
    const [row, lastRow] = Array.isArray(place) ? place : [place, undefined];
    return { row, ...(lastRow === undefined ? {} : { lastRow }) } as Problem;
  });

describe('rows as ranges', () => {
  const cases: [string, Problem[], [number, number][]][] = [
    [
      'apart',
      rows(5, 8),
      [
        [5, 5],
        [8, 8],
      ],
    ],
    ['one after the other', rows(12, 13, 14), [[12, 14]]],
    ['in any order, each once', rows(7, 5, 6, 5), [[5, 7]]],
    ['a block and a row in it', rows([2, 9], 4), [[2, 9]]],
    ['a block and the row behind it', rows([2, 4], 5), [[2, 5]]],
    ['the tab as a whole', rows(null), []],
  ];
  for (const [name, problems, expected] of cases) it(name, () => assert.deepEqual(rangesOf(problems), expected));
});

function lineOf({ title, problems: [first, ...others], rows }: ProblemGroup): string {
  const ranges = rows.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
  const rule = `${first.severity} ${first.rule}/${first.variant}`;
  return `${rule} ${title}/${first.column ?? ''}:${ranges} (${others.length + 1})`;
}

describe('groups of problems', () => {
  const team = (changes: RawRow): RawRow => ({ ...validRow('teams'), ...changes });
  const workbook = workbookOf({
    teams: [
      team({ signer: 'Bí thư', commune: 'VINH HOA' }),
      team({ decisionDate: 'x', village: 'Thôn Hai' }),
      team({ decisionDate: null, village: 'Thôn Ba' }),
      team({ decisionDate: 'y', village: 'Thôn Bốn' }),
    ],
    activities: [{ ...validRow('activities'), date: 'z', turns: '25 người' }],
  });
  const review = reviewWorkbook(workbook, contextOf());

  it('follow the tabs, the rulebook, the rows; one for each rule and column', () => {
    assert.deepEqual(problemGroups(review, ({ severity }) => severity === 'error').map(lineOf), [
      'error cell.not-a-date/unreadable Tổ/decisionDate:3,5 (2)',
      'error cell.not-in-list/unknown Tổ/signer:2 (1)',
      'error team.decision-missing/date Tổ/decisionDate:4 (1)',
      'error member.team-unknown/unknown Thành viên/village:2-6 (5)',
      'error cell.not-a-date/unreadable Hoạt động 08-2022/date:2 (1)',
      'error activity.team-unknown/unknown Hoạt động 08-2022/village:2 (1)',
    ]);
  });

  it('leave out infos whoever asks', () => {
    const all = problemGroups(review, () => true).map(({ problems: [first] }) => first.severity);
    assert.ok(all.includes('error') && all.includes('warning') && !all.includes('info'));
  });
});
