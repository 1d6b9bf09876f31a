/** What is new and what is solved since a district was told last, from counts and three letters a problem. */
import assert from 'node:assert/strict';
import { problemGroups } from '../../../functions/domain/mail/problem-groups.ts';
import { changesSince, codesOf, toldGroups } from '../../../functions/domain/mail/told.ts';
import { reviewWorkbook } from '../../../functions/domain/review.ts';
import type { PlainDate } from '../../../schemas/calendar.ts';
import type { ToldGroup } from '../../../schemas/documents.ts';
import type { CellValue, Workbook } from '../../../schemas/workbook.ts';
import { contextOf, type RawRow, validRow, workbookOf } from '../../support/workbooks.ts';

const ON = '2022-08-24' as PlainDate;

/** Members whose roles are these; each is a person of their own. */
const withRoles = (...roles: readonly (readonly [who: string, role: CellValue])[]): Workbook =>
  workbookOf({
    members: roles.map(([who, role]): RawRow => ({ ...validRow('members'), name: `Lê Văn ${who}`, role })),
  });

function look(workbook: Workbook) {
  const review = reviewWorkbook(workbook, contextOf());
  const groups = problemGroups(review, ({ severity }) => severity === 'error');
  return { groups, codeOf: codesOf(review, workbook.id) };
}

function told(workbook: Workbook): readonly ToldGroup[] {
  const { groups, codeOf } = look(workbook);
  return toldGroups(groups, codeOf);
}

/** Rows that are new, and how many of those of before are gone. */
function changes(before: readonly ToldGroup[], now: Workbook): [rows: unknown, fresh: number, solved: number] {
  const { groups, codeOf } = look(now);
  const { fresh, solved } = changesSince({ on: ON, groups: [...before] }, groups, codeOf);
  const sum = (list: readonly { readonly count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  return [fresh.flatMap(({ rows }) => rows), sum(fresh), sum(solved)];
}

describe('what changed since a district was told last', () => {
  const before = withRoles(['Một', 'x'], ['Hai', 'y'], ['Ba', 'Thành viên']);
  const cases: [string, Workbook, ReturnType<typeof changes>][] = [
    ['nothing', before, [[], 0, 0]],
    ['rows moved', withRoles(['Ba', 'Thành viên'], ['Hai', 'y'], ['Một', 'x']), [[], 0, 0]],
    ['one solved', withRoles(['Một', 'Thành viên'], ['Hai', 'y'], ['Ba', 'Thành viên']), [[], 0, 1]],
    ['one new', withRoles(['Một', 'x'], ['Hai', 'y'], ['Ba', 'z']), [[[4, 4]], 1, 0]],
    [
      'one solved, another new: both are said',
      withRoles(['Một', 'Thành viên'], ['Hai', 'y'], ['Ba', 'z']),
      [[[4, 4]], 1, 1],
    ],
    ['wrong in another way', withRoles(['Một', 'w'], ['Hai', 'y'], ['Ba', 'Thành viên']), [[[2, 2]], 1, 1]],
    ['all solved', withRoles(['Ba', 'Thành viên']), [[], 0, 2]],
  ];
  for (const [name, now, expected] of cases) {
    it(name, () => assert.deepEqual(changes(told(before), now), expected));
  }

  it('all is new to one who was told of nothing', () => assert.deepEqual(changes([], before), [[[2, 3]], 2, 0]));
});

describe('what is kept of it', () => {
  it('is the kind of problem, a count, and three letters each', () => {
    const [group, ...others] = told(withRoles(['Một', 'x'], ['Hai', 'y']));
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...group, codes: group?.codes.length },
      { title: 'Thành viên', rule: 'cell.not-in-list', variant: 'unknown', column: 'role', count: 2, codes: 6 },
    );
  });

  it('names nobody', () => assert.doesNotMatch(JSON.stringify(told(withRoles(['Một', 'Lê Văn Trượt']))), /Lê|Trượt/));

  const many = (count: number, role: string): Workbook =>
    withRoles(
      ...Array.from({ length: count }, (_, at): [string, string] => [
        `Thứ ${'abcdefghij'[at % 10]} ${at}`.replace(/\d/g, (digit) => 'qwertyuiop'[Number(digit)] ?? ''),
        role,
      ]),
    );

  it('is only a count beyond 500 of a kind, and then the difference is what is said', () => {
    const group = told(many(501, 'x'));
    assert.deepEqual(
      group.map(({ count, codes }) => [count, codes]),
      [[501, '']],
    );
    assert.deepEqual(changes(group, many(503, 'x')), [[], 2, 0]);
    assert.deepEqual(changes(group, many(400, 'x')), [[], 0, 101]);
  });
});
