import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemsOf, reviewWorkbook, type WorkbookReview } from '../../functions/domain/review.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import {
  block,
  columnIndex,
  communePeople,
  contextOf,
  makeTab,
  type RawRow,
  validRow,
  withTab,
  workbookOf,
} from '../support/workbooks.ts';

const review = (workbook: Workbook): WorkbookReview => reviewWorkbook(workbook, contextOf());
/** Errors and warnings as `rule/variant@row:column`, for one glance. */
const flat = (workbook: Workbook): string[] =>
  problemsOf(review(workbook))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, variant, row, column }) => `${rule}/${variant}@${row ?? '-'}:${column ?? '-'}`);
const countsOf = (workbook: Workbook, key: string) =>
  review(workbook).tabs.find(({ expected }) => expected.key === key)?.counts;

const member = (changes: RawRow = {}): RawRow => ({ ...validRow('members'), ...changes });
const names = ['Lê Thị Một', 'Lê Văn Hai', 'Lê Thị Ba', 'Lê Văn Bốn', 'Lê Thị Năm', 'Lê Văn Sáu'];
const members = (count: number): RawRow[] =>
  names.slice(0, count).map((name, at) => member({ name, role: at === 0 ? 'Tổ trưởng' : 'Thành viên' }));

describe('the review of a workbook', () => {
  it('finds nothing in valid rows', () => {
    assert.deepEqual(flat(workbookOf()), []);
    assert.deepEqual(countsOf(workbookOf(), 'teams'), { read: 2, accepted: 2, rejected: 0 });
  });

  it('names every problem of a row at once', () => {
    const teams = [{ ...validRow('teams'), commune: null, decisionDate: '31/06/2022', signer: 'Bí thư' }];
    assert.deepEqual(flat(workbookOf({ teams })), [
      'cell.required/blank@2:commune',
      'cell.not-a-date/noSuchDay@2:decisionDate',
      'cell.not-in-list/unknown@2:signer',
    ]);
  });

  it('says of a blank cell that it is blank, and nothing that follows from it', () => {
    assert.deepEqual(flat(workbookOf({ members: [member({ joinedOn: '   ' })] })), ['cell.required/blank@2:joinedOn']);
  });

  it('leaves out blank rows, unticked boxes, copies of the header and total rows', () => {
    const workbook = withTab(workbookOf({ members: members(2) }), 'Thành viên', (tab) => [
      {
        ...tab,
        values: [
          ...tab.values,
          [],
          [null, null, null, null, null, null, null, null, null, false],
          tab.values[0] ?? [],
          [null, 'Tổng cộng', null, 12],
        ],
      },
    ]);
    assert.deepEqual(countsOf(workbook, 'members'), { read: 2, accepted: 2, rejected: 0 });
    const left = problemsOf(review(workbook)).filter(({ severity }) => severity === 'info');
    assert.deepEqual(
      left.map(({ rule, row }) => `${rule}@${row}`),
      ['tab.header-row-pasted@6', 'row.total@7'],
    );
  });

  it('reads 5,000 blank rows as none', () => {
    const workbook = withTab(workbookOf(), 'Thành viên', (tab) => [
      { ...tab, values: [...tab.values, ...Array.from({ length: 5_000 }, () => [null, '  ', ''])] },
    ]);
    assert.deepEqual(countsOf(workbook, 'members'), { read: 10, accepted: 10, rejected: 0 });
  });

  it('refuses 50,000 characters in a cell, and shows none of them', () => {
    const workbook = workbookOf({ activities: [{ ...validRow('activities'), content: 'x'.repeat(50_000) }] });
    const [problem] = problemsOf(review(workbook));
    assert.equal(problem?.rule, 'cell.too-long');
    assert.ok((problem?.value.length ?? 99) <= 40);
  });

  it('keeps names and phones out of what it says', () => {
    const said = JSON.stringify(
      problemsOf(review(workbookOf({ members: [member({ phone: '0900 123', name: 'Mẫu' })] }))),
    );
    assert.doesNotMatch(said, /0900 123|"value":"Mẫu"/);
  });
});

describe('the structure of a tab is one problem, and its rows are counted as rejected', () => {
  const titles: [string, (workbook: Workbook) => Workbook, string[]][] = [
    ['a missing tab', (workbook) => withTab(workbook, 'Thành viên', () => []), ['tab.missing/missing@-:-']],
    [
      'a renamed tab',
      (workbook) => withTab(workbook, 'Thành viên', (tab) => [{ ...tab, title: 'DS thành viên' }]),
      ['tab.missing/renamed@-:-'],
    ],
    [
      'a copied tab',
      (workbook) => withTab(workbook, 'Tổ', (tab) => [tab, { ...tab, sheetId: 5, title: 'Bản sao của Tổ' }]),
      ['tab.copied/copy@-:-'],
    ],
    [
      'a tab of staff’s own',
      (workbook) => ({
        ...workbook,
        tabs: [...workbook.tabs, makeTab({ sheetId: 7, title: 'Nháp', values: [['abc']] })],
      }),
      [],
    ],
    [
      'a doubled header',
      (workbook) =>
        withTab(workbook, 'Tổ', (tab) => [
          { ...tab, values: tab.values.map((row, at) => (at === 0 ? [...row, 'Ngày quyết định'] : row)) },
        ]),
      ['tab.header-doubled/column@-:-'],
    ],
    [
      'an empty workbook',
      (workbook) => ({ ...workbook, tabs: [makeTab({ sheetId: 0, title: 'Trang tính1' })] }),
      ['tab.missing/missing@-:-', 'tab.missing/missing@-:-', 'tab.missing/missing@-:-', 'tab.missing/missing@-:-'],
    ],
  ];
  for (const [name, change, expected] of titles) {
    it(name, () => assert.deepEqual(flat(change(workbookOf())), expected));
  }

  it('counts the rows of an unreadable tab, each pointing at the reason', () => {
    const workbook = withTab(workbookOf({ members: members(4) }), 'Thành viên', (tab) => [
      { ...tab, values: tab.values.map((row, at) => (at === 0 ? row.with(3, 'Tên gọi') : row)) },
    ]);
    assert.deepEqual(countsOf(workbook, 'members'), { read: 4, accepted: 0, rejected: 4 });
    const tab = review(workbook).tabs.find(({ expected }) => expected.key === 'members');
    assert.ok(tab?.rows.every(({ blockedBy }) => blockedBy?.rule === 'tab.header-missing'));
  });

  it('knows a renamed header by its column key', () => {
    const workbook = withTab(workbookOf(), 'Thành viên', (tab) => [
      {
        ...tab,
        columnKeys: new Map([[3, 'name']]),
        values: tab.values.map((row, at) => (at === 0 ? row.with(3, 'Danh xưng') : row)),
      },
    ]);
    assert.deepEqual(flat(workbook), []);
  });

  it('follows columns that were moved', () => {
    const moved = (row: readonly CellValue[]): CellValue[] => {
      const padded = Array.from({ length: 11 }, (_, column) => row[column] ?? null);
      return [padded[0] ?? null, ...padded.slice(2), padded[1] ?? null];
    };
    const workbook = withTab(workbookOf(), 'Tổ', (tab) => [{ ...tab, values: tab.values.map(moved) }]);
    assert.deepEqual(flat(workbook), []);
  });

  it('gives a merged block one message; the first row counts, the others wait', () => {
    const column = columnIndex(SHEETS.members as Sheet, 'commune');
    const workbook = withTab(workbookOf({ members: members(5) }), 'Thành viên', (tab) => [
      {
        ...tab,
        merges: [block(1, 4, column, column + 1)],
        values: tab.values.map((row, at) => (at === 2 || at === 3 ? row.with(column, null) : row)),
      },
    ]);
    assert.deepEqual(flat(workbook), ['tab.merged-cells/block@2:commune']);
    assert.deepEqual(countsOf(workbook, 'members'), { read: 5, accepted: 3, rejected: 2 });
  });

  it('gives a shifted block one message', () => {
    const workbook = withTab(workbookOf({ members: members(5) }), 'Thành viên', (tab) => [
      { ...tab, values: tab.values.map((row, at) => (at >= 2 && at <= 4 ? [null, null, ...row.slice(1)] : row)) },
    ]);
    assert.deepEqual(flat(workbook), ['tab.columns-shifted/block@3:-']);
    assert.deepEqual(countsOf(workbook, 'members'), { read: 5, accepted: 2, rejected: 3 });
  });
});

describe('doubled rows: the first counts (row.duplicate)', () => {
  const cases: [string, RawRow[], string[]][] = [
    ['the same person twice', [member(), member()], ['row.duplicate/row@3:-']],
    ['the same name with another year of birth', [member(), member({ birthYear: 1990 })], []],
    ['the same name, the year left out once', [member(), member({ birthYear: null })], ['row.duplicate/row@3:-']],
    [
      'the same name in another team: one person, two seats',
      [member(), member({ village: 'Thôn Khác' })],
      ['member.in-several-teams/another@3:name'],
    ],
    [
      'names that differ in a mark',
      [member({ name: 'Lê Văn Hoà' }), member({ name: 'Lê Văn Hòa' })],
      ['row.duplicate/row@3:-'],
    ],
    [
      'a first row that cannot be counted does not count',
      [member({ joinedOn: null }), member()],
      ['cell.required/blank@2:joinedOn'],
    ],
  ];
  const teams = [validRow('teams'), { ...validRow('teams'), village: 'Thôn Khác' }];
  for (const [name, rows, expected] of cases) {
    it(name, () => assert.deepEqual(flat(workbookOf({ teams, members: rows })), expected));
  }
});

describe('no row vanishes: rows read = accepted + rejected', () => {
  const cell = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean());
  const rows = fc.array(fc.array(cell, { maxLength: 17 }), { maxLength: 12 });

  it('whatever is typed below the header', () => {
    fc.assert(
      fc.property(rows, (typed) => {
        const workbook = withTab(workbookOf(), 'Thành viên', (tab) => [
          { ...tab, values: [tab.values[0] ?? [], ...typed] },
        ]);
        const tab = review(workbook).tabs.find(({ expected }) => expected.key === 'members');
        const { read, accepted, rejected } = tab?.counts ?? { read: -1, accepted: 0, rejected: 0 };
        assert.equal(read, accepted + rejected);
        for (const row of tab?.rows ?? []) {
          const reasons = row.problems.filter(({ severity }) => severity === 'error').length + (row.blockedBy ? 1 : 0);
          assert.equal(row.accepted, reasons === 0);
          if (row.accepted) assert.ok(SHEETS.members.record.safeParse(row.values).success, JSON.stringify(row.values));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('no one is forced to write an untruth: findings against the plan are counted and reject nothing', () => {
  it('a team of one, signed by somebody else, counts', () => {
    const workbook = workbookOf({
      teams: [{ ...validRow('teams'), signer: 'Khác' }],
      members: [member(), ...communePeople()],
    });
    const findings = problemsOf(review(workbook)).filter(({ severity }) => severity === 'finding');
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['team.signer-not-chair', 'team.size-village', 'member.village-deputy'],
    );
    assert.deepEqual(countsOf(workbook, 'teams'), { read: 2, accepted: 2, rejected: 0 });
  });
});
