/** «Đã kiểm tra, đúng» silences a warning until its cell changes (DESIGN §6). */
import assert from 'node:assert/strict';
import type { OpenPeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { problemsOf, reviewWorkbook } from '../../functions/domain/review.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { afterNight, editRows, linesOf, planOf, type SeenLine, setCell, tabTitled, tick } from '../support/results.ts';
import { contextOf, peopleOf, type RawRow, TODAY, validRow, workbookOf } from '../support/workbooks.ts';

const team = (change: RawRow = {}): RawRow => ({ ...validRow('teams'), ...change });
const GUESSED = team({ commune: 'VINH THAI', village: 'Thôn Thử Luật' });
const MEMBERS = 'Thành viên';
const COMMUNE = 1;

const isGuessed = ({ rule }: SeenLine): boolean => rule === 'cell.guessed';
const ofTeams = ({ tab }: SeenLine): boolean => tab === 'Tổ';

/** Rows and ticks of the warnings of a rule. */
const ticksOf = (workbook: Workbook, rule: string) =>
  linesOf(workbook).flatMap((line) => (line.rule === rule ? [`${line.row} ${line.checked}`] : []));
const verdict = (workbook: Workbook, title: string, row: number) => tabTitled(workbook, title).values[row]?.[0] ?? null;

describe('a warning that was ticked as checked', () => {
  const before = afterNight(workbookOf({ teams: [team(), GUESSED] }));
  const ticked = tick(before, 'checked', isGuessed);
  const checked = afterNight(ticked);

  it('is shown beside the row and on the cell before', () => {
    assert.match(String(verdict(before, 'Tổ', 2)), /^! Đã hiểu «VINH THAI»/);
    assert.equal(tabTitled(before, 'Tổ').notes.size, 2);
  });

  it('no longer speaks in `Kiểm tra` and in notes', () => {
    assert.doesNotMatch(String(verdict(checked, 'Tổ', 2)), /VINH THAI/);
    assert.equal(tabTitled(checked, 'Tổ').notes.size, 1, 'the finding that the new team has nobody stays');
  });

  it('is no problem of the month any more', () => {
    const countsOf = (workbook: Workbook) => {
      const context = contextOf();
      const review = reviewWorkbook(workbook, context);
      const { report } = makeReport(review, context.periods[0] as OpenPeriod, TODAY, NEW_REPORT);
      const mailed = problemsOf(review).filter(({ rule }) => rule === 'cell.guessed').length;
      return [report.problems.warning, report.problemsByRule?.['cell.guessed'] ?? 0, mailed];
    };
    // The other warning: the new team's commune has no team of its own.
    assert.deepEqual(countsOf(before), [2, 1, 1]);
    assert.deepEqual(countsOf(checked), [1, 0, 0]);
  });

  it('keeps its line and its tick, so that it can be unticked', () => {
    assert.deepEqual(ticksOf(checked, 'cell.guessed'), ['Dòng 3 true']);
    const open = afterNight(tick(checked, 'checked', isGuessed, false));
    assert.match(String(verdict(open, 'Tổ', 2)), /VINH THAI/);
    assert.deepEqual(ticksOf(open, 'cell.guessed'), ['Dòng 3 false']);
  });

  it('twice is once', () => assert.deepEqual(planOf(checked).change.cells, []));

  const moves: [string, (workbook: Workbook) => Workbook, string[]][] = [
    ['rows inserted above', (one) => editRows(one, 'Tổ', (rows) => [[], [], ...rows]), ['Dòng 5 true']],
    ['rows sorted', (one) => editRows(one, 'Tổ', (rows) => [...rows].reverse()), ['Dòng 3 true']],
    ['another cell of its row changed', (one) => setCell(one, 'Tổ', 2, 10, 'đã hỏi xã'), ['Dòng 3 true']],
    ['another row changed', (one) => setCell(one, 'Tổ', 1, 10, 'đã hỏi xã'), ['Dòng 3 true']],
    ['its cell changed', (one) => setCell(one, 'Tổ', 2, COMMUNE, 'Vinh thai'), ['Dòng 3 false']],
    ['its row about another team now', (one) => setCell(one, 'Tổ', 2, 3, 'Thôn Thái Lai'), ['Dòng 3 false']],
    ['its cell put right', (one) => setCell(one, 'Tổ', 2, COMMUNE, 'Xã Vĩnh Thái'), []],
    ['its row deleted', (one) => editRows(one, 'Tổ', (rows) => rows.slice(0, 1)), []],
  ];
  for (const [name, move, expected] of moves) {
    it(`${name}: ${expected[0] ?? 'no line'}`, () =>
      assert.deepEqual(ticksOf(afterNight(move(checked)), 'cell.guessed'), expected));
  }

  it('unticked by a change, it speaks again', () => {
    assert.match(String(verdict(afterNight(setCell(checked, 'Tổ', 2, COMMUNE, 'Vinh thai')), 'Tổ', 2)), /Vinh thai/);
  });
});

describe('whose warning is ticked', () => {
  const people = peopleOf(5).map((row, at) => ({ ...row, local: at !== 1 && at !== 2 }));

  it('is that person, not the next one with the same cell, wherever the row goes', () => {
    const before = afterNight(workbookOf({ members: people }));
    assert.deepEqual(ticksOf(before, 'member.not-local'), ['Dòng 3 false', 'Dòng 4 false']);
    const one = tick(before, 'checked', ({ rule, row }) => rule === 'member.not-local' && row === 'Dòng 3');
    assert.deepEqual(ticksOf(afterNight(one), 'member.not-local'), ['Dòng 3 true', 'Dòng 4 false']);
    const sorted = editRows(one, MEMBERS, (rows) => [...rows].reverse());
    assert.deepEqual(ticksOf(afterNight(sorted), 'member.not-local'), ['Dòng 4 false', 'Dòng 5 true']);
    const gone = editRows(one, MEMBERS, (rows) => rows.toSpliced(1, 1));
    assert.deepEqual(ticksOf(afterNight(gone), 'member.not-local'), ['Dòng 3 false']);
  });

  it('a tidier spelling of the name is the same person', () => {
    const before = afterNight(workbookOf({ members: people.slice(0, 2) }));
    const one = afterNight(tick(before, 'checked', ({ rule }) => rule === 'member.not-local'));
    assert.deepEqual(ticksOf(afterNight(setCell(one, MEMBERS, 2, 3, '1. Bà Lê Thị  Hai')), 'member.not-local'), [
      'Dòng 3 true',
    ]);
  });
});

describe('a personal column, whose value is not shown', () => {
  const PHONE = 8;
  const before = afterNight(workbookOf({ members: [{ ...validRow('members'), phone: '02333850123' }] }));
  const checked = afterNight(tick(before, 'checked', ({ rule }) => rule === 'member.phone'));

  it('keeps its tick while the cell is the same', () => {
    assert.deepEqual(ticksOf(checked, 'member.phone'), ['Dòng 2 true']);
    assert.deepEqual(planOf(checked).change.cells, []);
  });

  it('notices a change of the cell', () => {
    const changed = afterNight(setCell(checked, MEMBERS, 1, PHONE, '02333850124'));
    assert.deepEqual(ticksOf(changed, 'member.phone'), ['Dòng 2 false']);
  });

  it('shows neither the number nor the name, and a code of 20 bits each for row and cell', () => {
    const line = linesOf(checked).find(({ rule }) => rule === 'member.phone');
    assert.doesNotMatch(JSON.stringify(linesOf(checked)), /3850123|Nguyễn Văn Mẫu/);
    assert.match(String(line?.code), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('has another code in another workbook', () => {
    const code = (id: string) =>
      linesOf(afterNight({ ...workbookOf({ members: [{ ...validRow('members'), phone: '02333850123' }] }), id })).find(
        ({ rule }) => rule === 'member.phone',
      )?.code;
    assert.notEqual(code('workbook-1'), code('workbook-2'));
  });
});

describe('errors and findings cannot be ticked', () => {
  const workbook = workbookOf({ teams: [team({ decisionDate: '31/06/2022', signer: 'Khác' })] });
  const before = afterNight(workbook);

  it('have no box', () =>
    assert.deepEqual(
      linesOf(before)
        .filter(ofTeams)
        .map(({ level, checked }) => [level, checked]),
      [
        ['Lỗi', null],
        ['Chưa đúng kế hoạch', null],
      ],
    ));

  it('a TRUE that is typed there changes nothing, and is cleared', () => {
    const forced = tick(before, 'checked', ofTeams);
    assert.equal(verdict(afterNight(forced), 'Tổ', 1), verdict(before, 'Tổ', 1));
    assert.deepEqual(linesOf(afterNight(forced)), linesOf(before));
  });
});
