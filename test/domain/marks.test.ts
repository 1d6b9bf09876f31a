import assert from 'node:assert/strict';
import { MARK_FILL, markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import type { CellChange, Tab, Workbook } from '../../schemas/workbook.ts';
import { contextOf, placeKey, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const changes = (workbook: Workbook): readonly CellChange[] => markChanges(reviewWorkbook(workbook, contextOf()));
/** The commune's team, which is all right, stands below the row that a test is about. */
const COMMUNE_TEAM = 2;
const inTeams = (workbook: Workbook): readonly CellChange[] =>
  changes(workbook).filter(({ sheetId, row, value }) => sheetId === 11 && !(row === COMMUNE_TEAM && value === '✓'));
const team = (change: RawRow = {}): RawRow => ({ ...validRow('teams'), ...change });
const BAD = team({ decisionDate: '31/06/2022' });
/** `Ngày quyết định`, row 2. */
const DATE_CELL = placeKey(1, 5);

const edit = (workbook: Workbook, change: (tab: Tab) => Tab): Workbook =>
  withTab(workbook, 'Tổ', (tab) => [change(tab)]);
const check = (workbook: Workbook, text: string): Workbook =>
  edit(workbook, (tab) => ({ ...tab, values: tab.values.map((row, at) => (at === 1 ? row.with(0, text) : row)) }));

describe('marks', () => {
  it('a good row gets its tick', () => {
    assert.deepEqual(inTeams(workbookOf()), [{ sheetId: 11, row: 1, column: 0, value: '✓' }]);
  });

  it('a row that is ticked already is left alone', () => {
    assert.deepEqual(inTeams(check(workbookOf(), '✓')), []);
  });

  it('an error says so beside the row, in a note on the cell, and with our fill', () => {
    const [verdict, mark] = inTeams(workbookOf({ teams: [BAD] }));
    assert.match(String(verdict?.value), /^✗ .*31\/06\/2022/);
    assert.deepEqual([mark?.row, mark?.column, mark?.fill], [1, 5, MARK_FILL]);
    assert.match(mark?.note ?? '', /^⚠ Kiểm tra\n✗ .*31\/06\/2022/);
  });

  it('staff’s note and colour stay; ours goes below', () => {
    const workbook = edit(workbookOf({ teams: [BAD] }), (tab) => ({
      ...tab,
      notes: new Map([[DATE_CELL, 'hỏi lại xã']]),
      fills: new Map([[DATE_CELL, '#00ff00']]),
    }));
    const mark = inTeams(workbook).find(({ column }) => column === 5);
    assert.match(mark?.note ?? '', /^hỏi lại xã\n⚠ Kiểm tra\n✗ /);
    assert.equal(mark?.fill, undefined);
  });

  it('once it is right, all of it goes and staff’s note stays', () => {
    const workbook = edit(check(workbookOf(), '✗ cũ'), (tab) => ({
      ...tab,
      notes: new Map([[DATE_CELL, 'hỏi lại xã\n⚠ Kiểm tra\n✗ cũ']]),
      fills: new Map([[DATE_CELL, MARK_FILL]]),
    }));
    assert.deepEqual(inTeams(workbook), [
      { sheetId: 11, row: 1, column: 0, value: '✓' },
      { sheetId: 11, row: 1, column: 5, note: 'hỏi lại xã', fill: null },
    ]);
  });

  it('our colour without our note is somebody else’s', () => {
    const workbook = edit(check(workbookOf(), '✓'), (tab) => ({ ...tab, fills: new Map([[DATE_CELL, MARK_FILL]]) }));
    assert.deepEqual(inTeams(workbook), []);
  });

  it('a mark on a cell that was not judged is taken off', () => {
    const stray = placeKey(40, 3);
    const workbook = edit(check(workbookOf(), '✓'), (tab) => ({
      ...tab,
      notes: new Map([[stray, '⚠ Kiểm tra\n✗ dán nhầm']]),
      fills: new Map([[stray, MARK_FILL]]),
    }));
    assert.deepEqual(inTeams(workbook), [{ sheetId: 11, row: 40, column: 3, note: '', fill: null }]);
  });

  it('a verdict beside a row that is now blank is emptied', () => {
    const workbook = edit(check(workbookOf(), '✓'), (tab) => ({ ...tab, values: [...tab.values, ['✗ cũ']] }));
    assert.deepEqual(inTeams(workbook), [{ sheetId: 11, row: 3, column: 0, value: null }]);
  });

  it('a problem of the tab stands on the header of Kiểm tra', () => {
    const workbook = edit(workbookOf(), (tab) => ({
      ...tab,
      values: tab.values.map((row, at) => (at === 0 ? row.with(5, 'Ngày ???') : row)),
    }));
    const [verdict, , note] = inTeams(workbook);
    assert.match(String(verdict?.value), /^✗ .*Ngày quyết định/);
    assert.deepEqual([note?.row, note?.column], [0, 0]);
    assert.match(note?.note ?? '', /^⚠ Kiểm tra\n✗ /);
  });

  it('an info keeps the tick and makes no note', () => {
    const workbook = workbookOf({ teams: [team({ level: 'cấp thôn ' })] });
    assert.deepEqual(inTeams(workbook), [{ sheetId: 11, row: 1, column: 0, value: '✓' }]);
  });

  it('writes nothing outside its own columns but notes and fills', () => {
    const outside = changes(workbookOf({ teams: [BAD], form: { educationInformed: 'nhiều' } })).filter(
      ({ sheetId, column }) => !(column === 0 || (sheetId === 14 && column === 3)),
    );
    assert.ok(outside.length >= 2);
    assert.ok(outside.every((change) => !('value' in change)));
  });
});
