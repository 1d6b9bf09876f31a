/** The built script in a bare context: its menu, its checks, its guide. */
import assert from 'node:assert/strict';
import { WORKBOOK_TITLE } from '../../apps-script/find-workbook-unit.ts';
import { MARK_FILL, markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import { type CellChange, placeKey, type Tab, type Workbook } from '../../schemas/workbook.ts';
import {
  contextOf,
  makeTab,
  type RawRow,
  resultsTab,
  VINH_LINH,
  validRow,
  withTab,
  workbookOf,
} from '../support/workbooks.ts';
import { type Running, runScript } from './support/run-script.ts';

/** The months that are open on 25 August 2022. */
const CONTEXT = contextOf(VINH_LINH, ['2022-08', '2022-09']);
const TEAMS = 11;
const MEMBERS = 12;
const FORM = 14;
const RESULTS = 15;

const titled = (workbook: Workbook): Workbook => ({ ...workbook, title: workbookTemplate(VINH_LINH, []).title });
const planned = (workbook: Workbook): readonly CellChange[] => markChanges(reviewWorkbook(workbook, CONTEXT));

/** Everything that can be wrong at once: a bad date, a doubled row, a bad number in the form, staff's own note and colour. */
function dirtyWorkbook(): Workbook {
  const bad: RawRow = { ...validRow('teams'), decisionDate: '31/06/2022', village: 'Thôn Hiền Dũng' };
  const workbook = workbookOf({
    teams: [validRow('teams'), bad, { ...validRow('teams'), level: 'Cấp xóm', village: null }],
    members: [validRow('members'), validRow('members'), { ...validRow('members'), name: 'Lê Thị Mẫu', phone: '12' }],
    activities: [{ ...validRow('activities'), turns: 'nhiều' }, validRow('activities')],
    form: { educationInformed: 'nhiều' },
  });
  const noted = withTab(workbook, 'Tổ', (tab) => [
    {
      ...tab,
      notes: new Map([
        [placeKey(2, 5), 'hỏi lại xã'],
        [placeKey(1, 3), '⚠ Kiểm tra\n✗ cũ'],
      ]),
      fills: new Map([
        [placeKey(1, 3), MARK_FILL],
        [placeKey(2, 5), '#00ff00'],
      ]),
    },
  ]);
  return titled(noted);
}

/** The workbook as the changes would leave it. */
function afterwards(tab: Tab, changes: readonly CellChange[]): unknown {
  const values = tab.values.map((row) => [...row]);
  const notes = new Map(tab.notes);
  const fills = new Map(tab.fills);
  const put = (cells: Map<number, string>, key: number, text: string | null) =>
    text ? cells.set(key, text) : cells.delete(key);
  for (const { row, column, value, note, fill } of changes.filter(({ sheetId }) => sheetId === tab.sheetId)) {
    const cells = values[row] ?? [];
    while (value !== undefined && cells.length <= column) cells.push(null);
    if (value !== undefined) cells[column] = value;
    if (note !== undefined) put(notes, placeKey(row, column), note);
    if (fill !== undefined) put(fills, placeKey(row, column), fill);
  }
  return { values, notes, fills };
}

const stateOf = ({ tabs }: Running): unknown => tabs.map(({ values, notes, fills }) => ({ values, notes, fills }));

/** Which property of which cell: what was written, or what should be. */
const touches = (changes: readonly CellChange[]): string[] =>
  changes.flatMap((change) =>
    (['value', 'note', 'fill'] as const)
      .filter((property) => change[property] !== undefined)
      .map((property) => `${change.sheetId} ${change.row},${change.column} ${property}`),
  );
const touched = (script: Running): string[] =>
  script.written.map(({ sheetId, row, column, property }) => `${sheetId} ${row},${column} ${property}`);

describe('the script in a workbook', () => {
  it('has the functions that Google calls by name, and they are functions of the top level', async () => {
    const script = await runScript(titled(workbookOf()));
    for (const name of ['onOpen', 'onEdit', 'checkThisTab', 'checkAll', 'showGuide']) {
      assert.equal(script.evaluate(`typeof globalThis.${name}`), 'function', name);
    }
  });

  it('makes the menu «Tổ công nghệ số», whose items name functions that exist', async () => {
    const script = await runScript(titled(workbookOf()));
    script.call('onOpen');
    assert.deepEqual(script.menus, [
      {
        title: 'Tổ công nghệ số',
        items: [
          ['Kiểm tra trang này', 'checkThisTab'],
          ['Kiểm tra tất cả', 'checkAll'],
          ['Việc cần làm', 'showTasks'],
          ['Sửa giúp', 'showFixes'],
          ['Nộp báo cáo', 'showSending'],
          ['Chép tin nhắn Zalo', 'showMessage'],
          ['Hướng dẫn', 'showGuide'],
        ],
      },
    ]);
    for (const [, name] of script.menus[0]?.items ?? []) assert.equal(script.evaluate(`typeof ${name}`), 'function');
  });

  it('«Kiểm tra tất cả» leaves the marks that the night would leave, and touches nothing else', async () => {
    const workbook = dirtyWorkbook();
    const script = await runScript(workbook);
    script.call('checkAll');
    const wanted = planned(workbook);
    assert.ok(wanted.length > 10, 'the workbook must have marks to write');
    assert.deepEqual(
      stateOf(script),
      workbook.tabs.map((tab) => afterwards(tab, wanted)),
    );
    assert.deepEqual(touched(script).sort(), touches(wanted).sort());
  });

  it('«Kiểm tra trang này» marks the open tab alone', async () => {
    const workbook = dirtyWorkbook();
    const script = await runScript(workbook, { activeSheetId: MEMBERS });
    script.call('checkThisTab');
    const wanted = planned(workbook).filter(({ sheetId }) => sheetId === MEMBERS);
    assert.deepEqual(touched(script).sort(), touches(wanted).sort());
    assert.ok(wanted.length > 0);
  });

  it('a second check writes nothing', async () => {
    const script = await runScript(dirtyWorkbook());
    script.call('checkAll');
    const first = script.written.length;
    script.call('checkAll');
    assert.equal(script.written.length, first);
  });

  it('cells under one another are written in one call', async () => {
    const teams = Array.from({ length: 200 }, (_, index) => ({ ...validRow('teams'), village: `Thôn ${index + 1}` }));
    const script = await runScript(titled(workbookOf({ teams })), { activeSheetId: TEAMS });
    script.call('checkThisTab');
    assert.equal(script.written.filter(({ property }) => property === 'value').length, 201);
    assert.equal(script.calls.get('set value'), 1);
  });

  it('says how many rows are right and how many errors remain', async () => {
    const bad = { ...validRow('teams'), village: 'Thôn Hiền Dũng', decisionDate: '31/06/2022' };
    const script = await runScript(titled(workbookOf({ teams: [validRow('teams'), bad] })), { activeSheetId: TEAMS });
    script.call('checkThisTab');
    assert.match(script.toasts.at(-1) ?? '', /^Trang «Tổ»: 2 dòng đã đúng và được tính; còn 1 lỗi cần sửa/);
  });

  it('is silent about a month whose tabs the coming night opens, not about a lost roster', async () => {
    const workbook = titled(workbookOf());
    const whole = await runScript(workbook);
    whole.call('checkAll');
    assert.match(whole.toasts.at(-1) ?? '', /^Cả bảng tính: \d+ dòng đã đúng và được tính; không còn lỗi\b[^✗]*$/);
    const lost = await runScript(withTab(workbook, 'Thành viên', () => []));
    lost.call('checkAll');
    assert.match(lost.toasts.at(-1) ?? '', /✗ [^✗]*«Thành viên»/);
  });

  it('leaves protected cells to the night, and says so', async () => {
    const area = { startRow: 0, endRow: 100, startColumn: 3, endColumn: 4 };
    const workbook = dirtyWorkbook();
    const script = await runScript(workbook, { activeSheetId: FORM, protections: [{ sheetId: FORM, area }] });
    script.call('checkThisTab');
    const wanted = planned(workbook).filter(({ sheetId }) => sheetId === FORM);
    const left = wanted.filter(({ column }) => column === 3);
    assert.ok(left.length > 0);
    assert.deepEqual(touched(script).sort(), touches(wanted.filter(({ column }) => column !== 3)).sort());
    assert.match(script.toasts.at(-1) ?? '', new RegExp(`Còn ${left.length} ô được bảo vệ`));
  });

  for (const [name, protection] of [
    ['only warns', { area: { startRow: 0, endRow: 100, startColumn: 0, endColumn: 1 }, warningOnly: true }],
    ['the person may edit', { area: { startRow: 0, endRow: 100, startColumn: 0, endColumn: 1 }, canEdit: true }],
    ['has a hole there', { area: null, holes: [{ startRow: 0, endRow: 100, startColumn: 0, endColumn: 20 }] }],
  ] as const) {
    it(`writes where a protection ${name}`, async () => {
      const script = await runScript(titled(workbookOf()), {
        activeSheetId: TEAMS,
        protections: [{ sheetId: TEAMS, ...protection }],
      });
      script.call('checkThisTab');
      assert.equal(script.tabs.find(({ sheetId }) => sheetId === TEAMS)?.values[1]?.[0], '✓');
    });
  }

  it('judges again when rows were sorted between reading and writing', async () => {
    const bad = { ...validRow('teams'), village: 'Thôn Hiền Dũng', decisionDate: '31/06/2022' };
    const script = await runScript(titled(workbookOf({ teams: [validRow('teams'), bad] })), {
      activeSheetId: TEAMS,
      beforeRead: ({ sheetId, values }, reading) => {
        if (sheetId === TEAMS && reading === 2) values.push(...values.splice(1, 1));
      },
    });
    script.call('checkThisTab');
    const [, first, second] = script.tabs.find(({ sheetId }) => sheetId === TEAMS)?.values ?? [];
    assert.match(String(first?.[0]), /^✗ /);
    assert.equal(second?.[0], '✓');
  });

  it('writes nothing when the tab never comes to rest, and asks to try again', async () => {
    const script = await runScript(titled(workbookOf()), {
      activeSheetId: TEAMS,
      beforeRead: ({ values }, reading) => values[1]?.splice(1, 1, `sửa lần ${reading}`),
    });
    script.call('checkThisTab');
    assert.deepEqual(script.written, []);
    assert.match(script.toasts.at(-1) ?? '', /thử lại/);
  });

  it('knows a renamed column by its metadata', async () => {
    const workbook = withTab(titled(workbookOf()), 'Tổ', (tab) => {
      const header = (tab.values[0] ?? []).map((text) => (text === 'Ngày quyết định' ? 'Ngày ra văn bản' : text));
      return [{ ...tab, values: [header, ...tab.values.slice(1)], columnKeys: new Map([[5, 'decisionDate']]) }];
    });
    const script = await runScript(workbook, { activeSheetId: TEAMS });
    script.call('checkThisTab');
    assert.equal(script.tabs.find(({ sheetId }) => sheetId === TEAMS)?.values[1]?.[0], '✓');
  });

  it('finds the unit by metadata where the workbook was renamed', async () => {
    const renamed = { ...workbookOf(), title: 'Báo cáo của Hà' };
    const script = await runScript(renamed, { activeSheetId: TEAMS, unitId: '2022:464' });
    script.call('checkThisTab');
    assert.match(script.toasts.at(-1) ?? '', /^Trang «Tổ»/);
  });

  it('does nothing in a workbook that is nobody’s, and says how to name it', async () => {
    const script = await runScript({ ...dirtyWorkbook(), title: `Bản sao của ${WORKBOOK_TITLE} – Huyện Vĩnh Linh` });
    script.call('checkAll');
    assert.deepEqual(script.written, []);
    assert.match(script.toasts.at(-1) ?? '', /^Chưa nhận ra đơn vị/);
  });

  it('on a tab that has nothing to check, says which tabs have', async () => {
    const script = await runScript(dirtyWorkbook(), { activeSheetId: RESULTS });
    script.call('checkThisTab');
    assert.deepEqual(script.written, []);
    assert.match(script.toasts.at(-1) ?? '', /«Tổ», «Thành viên»/);
  });

  it('passes over a tab that is one big chart', async () => {
    const chart = makeTab({ sheetId: 99, title: 'Biểu đồ' });
    const workbook = titled(workbookOf());
    const script = await runScript({ ...workbook, tabs: [...workbook.tabs, chart] }, { charts: [99] });
    script.call('checkAll');
    assert.match(script.toasts.at(-1) ?? '', /^Cả bảng tính: /);
  });

  it('never writes «Kết quả kiểm tra»: it is protected, and the night’s', async () => {
    const script = await runScript(dirtyWorkbook());
    script.call('checkAll');
    assert.deepEqual(
      script.written.filter(({ sheetId }) => sheetId === resultsTab().sheetId),
      [],
    );
  });

  it('«Hướng dẫn» opens the page with the dates of the months that are open', async () => {
    const script = await runScript(titled(workbookOf()));
    script.call('showGuide');
    const [sidebar] = script.sidebars;
    assert.equal(sidebar?.title, 'Hướng dẫn');
    assert.match(
      sidebar?.html ?? '',
      /<strong>Tháng 08-2022<\/strong>: Số liệu từ 15\/07\/2022 đến 14\/08\/2022, nộp trước ngày 30\/08\/2022; khóa hết ngày 05\/09\/2022\./,
    );
    assert.match(sidebar?.html ?? '', /Tháng 09-2022/);
  });
});
