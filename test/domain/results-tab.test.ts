import assert from 'node:assert/strict';
import { neutralise, resultChanges } from '../../functions/domain/results-tab.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { editAfterLock } from '../../functions/domain/submission.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { RESULT_INDEX } from '../../schemas/results.ts';
import type { CellChange, CellValue, Workbook } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, VINH_LINH, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const TITLE = 'Kết quả kiểm tra';
const change = (workbook: Workbook) => resultChanges(workbook, reviewWorkbook(workbook, contextOf()));
const valuesOf = (cells: readonly CellChange[], row: number): CellValue[] =>
  cells.filter((cell) => cell.row === row).map(({ value }) => value ?? null);

const bad: RawRow = { ...validRow('teams'), decisionDate: '31/06/2022' };
const guessed: RawRow = { ...validRow('teams'), commune: 'HO XA' };

/** The workbook after its result tab was written. */
function written(workbook: Workbook): Workbook {
  const { cells } = change(workbook);
  return withTab(workbook, TITLE, (tab) => {
    const values = tab.values.map((row) => [...row]);
    for (const { row, column, value } of cells) {
      while (values.length <= row) values.push([]);
      const cellsOfRow = values[row] ?? [];
      while (cellsOfRow.length <= column) cellsOfRow.push(null);
      cellsOfRow[column] = value ?? null;
    }
    return [{ ...tab, values }];
  });
}

describe('Kết quả kiểm tra', () => {
  it('is empty for a workbook without problems', () => assert.deepEqual(change(workbookOf()).cells, []));

  it('has a line for each problem: where, what, why, how', () => {
    const line = valuesOf(change(workbookOf({ teams: [bad] })).cells, 1);
    assert.deepEqual(line.slice(0, 5), ['Tổ', 'Dòng 2', 'Ngày quyết định', '31/06/2022', 'Lỗi']);
    assert.match(String(line[RESULT_INDEX.what]), /31\/06\/2022/);
  });

  it('links the row to its cell', () => {
    const { cells } = change(workbookOf({ teams: [bad] }));
    assert.equal(cells.find(({ column }) => column === RESULT_INDEX.row)?.link, '#gid=11&range=F2');
  });

  it('leads to the form of a locked month that was edited since', () => {
    const review = reviewWorkbook(workbookOf(), contextOf());
    const [form] = review.forms;
    const problem = form && editAfterLock(form, '2022-09-06T00:20:00.000+07:00' as Instant);
    assert.ok(form && problem);
    // The month is not among those that are judged any more.
    const other = reviewWorkbook(workbookOf(), contextOf(VINH_LINH, ['2022-10']));
    const { cells } = resultChanges(workbookOf(), {
      ...other,
      tabs: [],
      forms: [],
      editedAfterLock: [{ ...form, problems: [problem] }],
    });
    assert.equal(valuesOf(cells, 1)[0], 'Báo cáo 08-2022');
    const sheetId = workbookOf().tabs.find(({ title }) => title === 'Báo cáo 08-2022')?.sheetId;
    const links = cells.flatMap(({ column, link }) => (column === RESULT_INDEX.row ? [link] : []));
    assert.deepEqual(links, [`#gid=${sheetId}&range=B24`]);
  });

  it('writing it twice is writing it once', () => {
    assert.deepEqual(change(written(workbookOf({ teams: [bad, guessed] }))).cells, []);
  });

  it('is emptied when all is right', () => {
    const before = written(workbookOf({ teams: [bad] }));
    const fixed = {
      ...before,
      tabs: [
        ...workbookOf().tabs.filter(({ title }) => title !== TITLE),
        ...before.tabs.filter(({ title }) => title === TITLE),
      ],
    };
    const { cells } = change(fixed);
    assert.ok(cells.length > 0);
    assert.ok(cells.every(({ row, value }) => row === 1 && value === null));
  });

  it('gives a warning a box to tick, and an error none', () => {
    const { cells } = change(workbookOf({ teams: [bad, guessed] }));
    const boxes = cells.filter(({ checkbox }) => checkbox === true);
    assert.deepEqual(
      boxes.map(({ row, column, value }) => [row, column, value]),
      [[2, RESULT_INDEX.checked, false]],
    );
  });

  it('keeps a tick on its line when lines above it come and go', () => {
    const before = written(workbookOf({ teams: [guessed] }));
    const ticked = withTab(before, TITLE, (tab) => [
      { ...tab, values: tab.values.map((row, at) => (at === 1 ? row.with(RESULT_INDEX.checked, true) : row)) },
    ]);
    const withError = {
      ...ticked,
      tabs: ticked.tabs.map((tab) =>
        tab.title === 'Tổ'
          ? { ...tab, values: [...tab.values, ...(workbookOf({ teams: [bad] }).tabs[0]?.values.slice(1) ?? [])] }
          : tab,
      ),
    };
    const after = written(withError).tabs.find(({ title }) => title === TITLE);
    assert.deepEqual(
      after?.values.map((row) => row[RESULT_INDEX.checked] ?? null),
      ['Đã kiểm tra, đúng', null, null, true],
    );
  });

  it('shows a day as the sheet shows it; a line that another version wrote with its serial is mended, and keeps its tick', () => {
    const early: RawRow = { ...validRow('teams'), decisionDate: 44621 };
    const made = written(workbookOf({ teams: [early] }));
    const lines = made.tabs.find(({ title }) => title === TITLE)?.values ?? [];
    const row = lines.findIndex((line) => line[RESULT_INDEX.value] === '01/03/2022');
    assert.ok(row > 0, 'no line shows the day');
    const old = withTab(made, TITLE, (tab) => [
      {
        ...tab,
        values: tab.values.map((line, at) =>
          at === row ? line.with(RESULT_INDEX.value, '44621').with(RESULT_INDEX.checked, true) : line,
        ),
      },
    ]);
    const mended = change(old).cells.filter((cell) => cell.row === row);
    assert.deepEqual(
      mended.map(({ column, value }) => [column, value]),
      [[RESULT_INDEX.value, '01/03/2022']],
    );
  });

  it('asks for more rows when the lines do not fit', () => {
    const teams = Array.from({ length: 20 }, (_, index) => ({ ...bad, village: `Thôn ${index + 1}` }));
    const small = withTab(workbookOf({ teams, members: [], activities: [] }), TITLE, (tab) => [
      { ...tab, rowCount: 10 },
    ]);
    assert.deepEqual([...change(small).rowCounts], [[15, 22]]);
  });

  for (const [text, safe] of [
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['Thôn 1', 'Thôn 1'],
    ['', ''],
  ] as const) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(safe)}`, () => assert.equal(neutralise(text), safe));
  }
});
