/** «Sửa giúp»: a safe suggestion is written by staff's own tick, if the cell still holds what was judged (DESIGN §6). */
import assert from 'node:assert/strict';
import { replacementChange } from '../../functions/domain/requested-replacements.ts';
import type { CellChange, CellValue, Workbook } from '../../schemas/workbook.ts';
import { afterNight, editRows, linesOf, planOf, type SeenLine, setCell, tabTitled, tick } from '../support/results.ts';
import { peopleOf, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const LOG = 'Nhật ký sửa giúp';
const logOf = (workbook: Workbook) => tabTitled(workbook, LOG).values.slice(1);
const activity = (change: RawRow): RawRow => ({ ...validRow('activities'), ...change });
const member = (change: RawRow): RawRow => ({ ...validRow('members'), ...change });
const any = ({ replace }: SeenLine): boolean => replace !== null;

const ACTIVITIES = 'Hoạt động 08-2022';
const DATE_FORMAT = { type: 'DATE', pattern: 'dd/mm/yyyy' } as const;
const COUNT_FORMAT = { type: 'NUMBER', pattern: '#,##0' } as const;
const TEXT_FORMAT = { type: 'TEXT', pattern: '@' } as const;

describe('a box «Sửa giúp» stands beside what is mechanical, and beside nothing else', () => {
  const cases: [string, RawRow, boolean][] = [
    ['a date as text', { date: 'ngày 2 tháng 8 năm 2022' }, true],
    ['a number with its unit', { turns: '25 người' }, true],
    ['an alias', { kind: 'tập huấn' }, true],
    ['spaces and case of a commune', { commune: ' thị trấn  hồ xá' }, true],
    ['a bullet', { content: '- Hướng dẫn' }, true],
    ['a name without marks: a guess', { commune: 'THI TRAN HO XA' }, false],
    ['a near spelling: asked, never corrected', { platforms: 'Thương mại điệm tử' }, false],
    ['a number in words', { turns: 'hai mươi' }, false],
    ['an old encoding', { content: 'H­íng dÉn ng­êi d©n' }, false],
    ['a word for nothing: it is theirs', { evidence: 'không có' }, false],
    ['a number that without its unit would look like a day', { turns: '44.713 lượt' }, false],
    ['what would become a formula', { content: '- =HYPERLINK("x")' }, false],
  ];
  for (const [name, change, expected] of cases) {
    it(`${name}: ${expected ? 'a box' : 'none'}`, () => {
      const lines = linesOf(afterNight(workbookOf({ activities: [activity(change)] })));
      const own = lines.filter(({ tab, column }) => tab === ACTIVITIES && column !== 'Thôn/bản/khu phố');
      assert.ok(own.length > 0);
      assert.deepEqual([...new Set(own.map(({ replace }) => replace))], [expected ? false : null]);
    });
  }

  it('none without the log, in which what was written could be seen', () => {
    const workbook = withTab(workbookOf({ activities: [activity({ turns: '25 người' })] }), LOG, () => []);
    assert.deepEqual(linesOf(afterNight(workbook)).filter(any), []);
  });
});

describe('what is written is of the right type, in the column’s own format', () => {
  const cases: [string, 'activities' | 'members', RawRow, Partial<CellChange>][] = [
    ['a day', 'activities', { date: '2.8.2022' }, { row: 1, column: 1, value: 44775, format: DATE_FORMAT }],
    ['a count', 'activities', { turns: '1.250 người' }, { row: 1, column: 8, value: 1250, format: COUNT_FORMAT }],
    ['a choice', 'activities', { kind: 'HƯỚNG DẪN' }, { row: 1, column: 4, value: 'Hướng dẫn người dân' }],
    [
      'several choices',
      'activities',
      { platforms: 'zalo;VNID' },
      { row: 1, column: 6, value: 'Zalo - mạng xã hội, VNeID' },
    ],
    [
      'a text',
      'activities',
      { content: 'Hướng\u00a0dẫn ' },
      { row: 1, column: 5, value: 'Hướng dẫn', format: TEXT_FORMAT },
    ],
    [
      'a phone, which keeps its zero',
      'members',
      { phone: 900000001 },
      { row: 1, column: 8, value: '0900000001', format: TEXT_FORMAT },
    ],
    ['a box that was lost', 'members', { local: 'x' }, { row: 1, column: 9, value: true, checkbox: true }],
  ];
  for (const [name, sheet, change, expected] of cases) {
    it(name, () => {
      const rows = sheet === 'activities' ? { activities: [activity(change)] } : { members: [member(change)] };
      const { replacements } = planOf(tick(afterNight(workbookOf(rows)), 'replace', any));
      const { sheetId: _, ...written } = replacementChange(replacements[0] as (typeof replacements)[number]);
      assert.deepEqual(written, expected);
    });
  }
});

describe('a line that was ticked', () => {
  const before = afterNight(workbookOf({ activities: [activity({ date: '2.8.2022', turns: '25 người' })] }));
  const ofDate = ({ column }: SeenLine): boolean => column === 'Ngày';
  const ticked = tick(before, 'replace', ofDate);
  const dateOf = (workbook: Workbook, row = 1): CellValue => tabTitled(workbook, ACTIVITIES).values[row]?.[1] ?? null;
  const DONE = [
    '25/08/2022',
    ACTIVITIES,
    'Dòng 2',
    'Ngày',
    '2.8.2022',
    '02/08/2022',
    'Đã sửa theo đánh dấu ở trang «Kết quả kiểm tra».',
  ];

  it('is done: the cell is written, the line is gone, the others stay', () => {
    const done = afterNight(ticked);
    assert.equal(dateOf(done), 44775);
    assert.deepEqual(
      linesOf(done)
        .filter(any)
        .map(({ column, replace }) => [column, replace]),
      [['Số lượt người', false]],
    );
  });

  it('is logged, from what to what', () => assert.deepEqual(logOf(afterNight(ticked)), [DONE]));

  it('is counted', () => assert.deepEqual(planOf(ticked).counts, { written: 1, refused: 0 }));

  it('twice is once', () => assert.deepEqual(planOf(afterNight(ticked)).change.cells, []));

  it('nothing else of staff is touched', () => {
    const others = (workbook: Workbook) =>
      tabTitled(workbook, ACTIVITIES).values.map((cells) => cells.filter((_, column) => column > 1));
    assert.deepEqual(others(afterNight(ticked)), others(before));
    assert.deepEqual(tabTitled(afterNight(ticked), 'Tổ'), tabTitled(before, 'Tổ'));
  });

  it('moved with its row, is done where the row is', () => {
    const done = afterNight(editRows(ticked, ACTIVITIES, (rows) => [[], ...rows]));
    assert.equal(dateOf(done, 2), 44775);
    assert.deepEqual(
      logOf(done).map(([, , row]) => row),
      ['Dòng 3'],
    );
  });

  it('is refused when the cell changed, and the log says so; the cell stays', () => {
    const done = afterNight(setCell(ticked, ACTIVITIES, 1, 1, '3.8.2022'));
    assert.equal(dateOf(done), '3.8.2022');
    assert.deepEqual(logOf(done), [
      [
        '25/08/2022',
        ACTIVITIES,
        'Dòng 2',
        'Ngày',
        '2.8.2022',
        '02/08/2022',
        'Chưa sửa: ô hoặc dòng này đã thay đổi sau lần kiểm tra trước, hoặc ô vừa được sửa theo dòng khác.',
      ],
    ]);
    assert.deepEqual(
      linesOf(done)
        .filter(ofDate)
        .map(({ value, replace }) => [value, replace]),
      [['3.8.2022', false]],
    );
    assert.deepEqual(planOf(setCell(ticked, ACTIVITIES, 1, 1, '3.8.2022')).counts, { written: 0, refused: 1 });
  });

  it('is refused when its row is gone', () => {
    const done = afterNight(editRows(ticked, ACTIVITIES, () => []));
    assert.equal(logOf(done).length, 1);
    assert.match(String(logOf(done)[0]?.[6]), /^Chưa sửa/);
  });

  it('with an error, or where no box stands, asks for nothing', () => {
    const wrong = afterNight(workbookOf({ activities: [activity({ date: 'hôm qua' })] }));
    const forced = tick(wrong, 'replace', ofDate);
    assert.deepEqual(planOf(forced).replacements, []);
    assert.equal(dateOf(afterNight(forced)), 'hôm qua');
  });

  it('the log keeps 200 lines, the newest on top', () => {
    const old = Array.from({ length: 200 }, (_, at) => [`cũ ${at}`, 'T', 'R', 'C', 'a', 'b', 'x']);
    const done = afterNight(editRows(ticked, LOG, () => old));
    assert.equal(logOf(done).length, 200);
    assert.deepEqual(
      [logOf(done)[0]?.[0], logOf(done)[1]?.[0], logOf(done)[199]?.[0]],
      ['25/08/2022', 'cũ 0', 'cũ 198'],
    );
  });

  it('a text in the log is no formula', () => {
    const text = afterNight(workbookOf({ activities: [activity({ content: '- Hướng dẫn' })] }));
    assert.deepEqual(logOf(afterNight(tick(text, 'replace', any)))[0]?.slice(4, 6), ["'- Hướng dẫn", 'Hướng dẫn']);
  });
});

describe('a line of the form', () => {
  it('is written in its own cell, `Giá trị`', () => {
    const workbook = afterNight(workbookOf({ form: { educationInformed: '1.350 người' } }));
    const done = afterNight(tick(workbook, 'replace', any));
    const line = tabTitled(done, 'Báo cáo 08-2022').values.find(([label]) =>
      String(label).includes('đã được phổ biến'),
    );
    assert.equal(line?.[1], 1350);
    assert.deepEqual(logOf(done)[0]?.slice(1, 6), [
      'Báo cáo 08-2022',
      'Dòng 5',
      'Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch',
      '1.350 người',
      '1350',
    ]);
    assert.deepEqual(planOf(done).change.cells, []);
  });
});

describe('personal columns', () => {
  const done = afterNight(
    tick(afterNight(workbookOf({ members: [member({ name: '1. Ông  Nguyễn Văn Mẫu' })] })), 'replace', any),
  );

  it('are written', () => assert.equal(tabTitled(done, 'Thành viên').values[1]?.[3], 'Nguyễn Văn Mẫu'));

  it('are logged without what stood or stands in them', () => {
    assert.deepEqual(logOf(done)[0]?.slice(1, 6), [
      'Thành viên',
      'Dòng 2',
      'Họ và tên',
      '(không hiện)',
      '(không hiện)',
    ]);
    assert.doesNotMatch(JSON.stringify([logOf(done), linesOf(done)]), /Nguyễn Văn Mẫu/);
  });
});

describe('the ninth member of a village team', () => {
  const roleOf = (workbook: Workbook) =>
    tabTitled(workbook, 'Thành viên')
      .values.slice(1)
      .map((cells) => cells[6]);
  const before = afterNight(workbookOf({ members: peopleOf(9) }));

  it('is offered the role that the plan has for them, in its own row; the leaders stay', () => {
    const offered = linesOf(before)
      .filter(any)
      .map(({ row, suggestion, clause }) => [row, suggestion, clause]);
    assert.deepEqual(offered, [['Dòng 10', 'Cộng tác viên', 'III.3.1.4']]);
  });

  it('becomes a collaborator by a tick, and the finding of the team goes with it', () => {
    const done = afterNight(tick(before, 'replace', any));
    assert.equal(roleOf(done)[8], 'Cộng tác viên');
    assert.equal(roleOf(done).filter((role) => role === 'Thành viên').length, 6);
    assert.deepEqual(
      linesOf(done).filter(({ rule }) => rule === 'team.size-village' || rule === 'member.beyond-eight'),
      [],
    );
  });
});
