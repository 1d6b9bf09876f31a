/** The built script in a bare context: its menu, its checks, its guide. */
import assert from 'node:assert/strict';
import { WORKBOOK_TITLE } from '../../apps-script/find-workbook-unit.ts';
import { MARK_FILL, markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import { type CellChange, placeKey, type Workbook } from '../../schemas/workbook.ts';
import { contextOf, makeTab, type RawRow, VINH_LINH, validRow, withTab, workbookOf } from '../support/workbooks.ts';
import { openScript, type ScriptInWorkbook, wantedMarks, writtenMarks } from './support/script-in-workbook.ts';
import { OWNER, STAFF } from './support/sheets-model.ts';

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

const lastToast = ({ toasts }: { readonly toasts: readonly string[] }): string => toasts.at(-1) ?? '';
const writtenOn = (script: ScriptInWorkbook, sheetId: number) =>
  script.written().filter((touch) => touch.sheetId === sheetId);

describe('the script in a workbook', () => {
  it('makes the menu «Tổ công nghệ số», whose items name functions that exist', async () => {
    const script = await openScript(titled(workbookOf()));
    const { menus } = await script.call('onOpen');
    assert.deepEqual(
      menus.map(({ title, items }) => [title, items.map(({ caption, run }) => [caption, run])]),
      [
        [
          'Tổ công nghệ số',
          [
            ['Kiểm tra trang này', 'checkThisTab'],
            ['Kiểm tra tất cả', 'checkAll'],
            ['Việc cần làm', 'showTasks'],
            ['Sửa giúp', 'showFixes'],
            ['Nộp báo cáo', 'showSending'],
            ['Chép tin nhắn Zalo', 'showMessage'],
            ['Hướng dẫn', 'showGuide'],
          ],
        ],
      ],
    );
    for (const { run } of menus[0]?.items ?? []) await script.call(run ?? '');
  });

  it('«Kiểm tra tất cả» leaves the marks that the night would leave, and touches nothing else', async () => {
    const workbook = dirtyWorkbook();
    const script = await openScript(workbook);
    await script.call('checkAll');
    const wanted = planned(workbook);
    assert.ok(wanted.length > 10, 'the workbook must have marks to write');
    assert.deepEqual(writtenMarks(script), wantedMarks(wanted));
  });

  it('«Kiểm tra trang này» marks the open tab alone', async () => {
    const workbook = dirtyWorkbook();
    const script = await openScript(workbook, { activeSheetId: MEMBERS });
    await script.call('checkThisTab');
    const wanted = planned(workbook).filter(({ sheetId }) => sheetId === MEMBERS);
    assert.deepEqual(writtenMarks(script), wantedMarks(wanted));
    assert.ok(wanted.length > 0);
  });

  it('a second check writes nothing', async () => {
    const script = await openScript(dirtyWorkbook());
    await script.call('checkAll');
    const first = { ...script.calls };
    await script.call('checkAll');
    assert.ok(first.values > 0 && first.others > 0);
    assert.deepEqual(script.calls, first);
  });

  it('cells under one another are written in one call', async () => {
    const teams = Array.from({ length: 200 }, (_, index) => ({ ...validRow('teams'), village: `Thôn ${index + 1}` }));
    const script = await openScript(titled(workbookOf({ teams })), { activeSheetId: TEAMS });
    await script.call('checkThisTab');
    assert.equal(script.written().filter(({ property }) => property === 'value').length, 201);
    assert.equal(script.calls.values, 1);
  });

  it('says how many rows are right and how many errors remain', async () => {
    const bad = { ...validRow('teams'), village: 'Thôn Hiền Dũng', decisionDate: '31/06/2022' };
    const script = await openScript(titled(workbookOf({ teams: [validRow('teams'), bad] })), { activeSheetId: TEAMS });
    assert.match(
      lastToast(await script.call('checkThisTab')),
      /^Trang «Tổ»: 2 dòng đã đúng và được tính; còn 1 lỗi cần sửa/,
    );
  });

  it('is silent about a month whose tabs the coming night opens, not about a lost roster', async () => {
    const workbook = titled(workbookOf());
    const whole = await openScript(workbook);
    assert.match(
      lastToast(await whole.call('checkAll')),
      /^Cả bảng tính: \d+ dòng đã đúng và được tính; không còn lỗi\b[^✗]*$/,
    );
    const lost = await openScript(withTab(workbook, 'Thành viên', () => []));
    assert.match(lastToast(await lost.call('checkAll')), /✗ [^✗]*«Thành viên»/);
  });

  it('leaves protected cells to the night, and says so', async () => {
    const range = { startRowIndex: 0, endRowIndex: 100, startColumnIndex: 3, endColumnIndex: 4 };
    const workbook = dirtyWorkbook();
    const protections = [{ sheetId: FORM, range, editors: { users: [OWNER] } }];
    const script = await openScript(workbook, { activeSheetId: FORM, protections });
    const outcome = await script.call('checkThisTab');
    const wanted = planned(workbook).filter(({ sheetId }) => sheetId === FORM);
    const left = wanted.filter(({ column }) => column === 3);
    assert.ok(left.length > 0);
    assert.deepEqual(writtenMarks(script), wantedMarks(wanted.filter(({ column }) => column !== 3)));
    assert.match(lastToast(outcome), new RegExp(`Còn ${left.length} ô được bảo vệ`));
  });

  const verdicts = { startRowIndex: 0, endRowIndex: 100, startColumnIndex: 0, endColumnIndex: 1 };
  for (const [name, protection] of [
    ['only warns', { range: verdicts, warningOnly: true }],
    ['the person may edit', { range: verdicts, editors: { users: [OWNER, STAFF] } }],
    ['has a hole there', { editors: { users: [OWNER] }, unprotectedRanges: [{ sheetId: TEAMS, endRowIndex: 100 }] }],
  ] as const) {
    it(`writes where a protection ${name}`, async () => {
      const script = await openScript(titled(workbookOf()), {
        activeSheetId: TEAMS,
        protections: [structuredClone({ sheetId: TEAMS, ...protection }) as never],
      });
      await script.call('checkThisTab');
      assert.equal(script.text(TEAMS, 1, 0), '✓');
    });
  }

  it('knows a renamed column by its metadata', async () => {
    const workbook = withTab(titled(workbookOf()), 'Tổ', (tab) => {
      const header = (tab.values[0] ?? []).map((text) => (text === 'Ngày quyết định' ? 'Ngày ra văn bản' : text));
      return [{ ...tab, values: [header, ...tab.values.slice(1)], columnKeys: new Map([[5, 'decisionDate']]) }];
    });
    const script = await openScript(workbook, { activeSheetId: TEAMS });
    await script.call('checkThisTab');
    assert.equal(script.text(TEAMS, 1, 0), '✓');
  });

  it('finds the unit by metadata where the workbook was renamed', async () => {
    const renamed = { ...workbookOf(), title: 'Báo cáo của Hà' };
    const script = await openScript(renamed, { activeSheetId: TEAMS, unitId: '2022:464' });
    assert.match(lastToast(await script.call('checkThisTab')), /^Trang «Tổ»/);
  });

  it('does nothing in a workbook that is nobody’s, and says how to name it', async () => {
    const script = await openScript({ ...dirtyWorkbook(), title: `Bản sao của ${WORKBOOK_TITLE} – Huyện Vĩnh Linh` });
    const outcome = await script.call('checkAll');
    assert.deepEqual(script.calls, { values: 0, others: 0 });
    assert.match(lastToast(outcome), /^Chưa nhận ra đơn vị/);
  });

  it('on a tab that has nothing to check, says which tabs have', async () => {
    const script = await openScript(dirtyWorkbook(), { activeSheetId: RESULTS });
    const outcome = await script.call('checkThisTab');
    assert.deepEqual(script.calls, { values: 0, others: 0 });
    assert.match(lastToast(outcome), /«Tổ», «Thành viên»/);
  });

  it('passes over a tab that is one big chart', async () => {
    const chart = makeTab({ sheetId: 99, title: 'Biểu đồ' });
    const workbook = titled(workbookOf());
    const script = await openScript({ ...workbook, tabs: [...workbook.tabs, chart] }, { charts: [99] });
    assert.match(lastToast(await script.call('checkAll')), /^Cả bảng tính: /);
  });

  it('never writes «Kết quả kiểm tra»: it is protected, and the night’s', async () => {
    const script = await openScript(dirtyWorkbook());
    await script.call('checkAll');
    assert.deepEqual(writtenOn(script, RESULTS), []);
  });

  it('«Hướng dẫn» opens the page with the dates of the months that are open', async () => {
    const script = await openScript(titled(workbookOf()));
    const { sidebar } = await script.call('showGuide');
    assert.equal(sidebar?.title, 'Hướng dẫn');
    assert.match(
      sidebar?.html ?? '',
      /<strong>Tháng 08-2022<\/strong>: Số liệu từ 15\/07\/2022 đến 14\/08\/2022, nộp trước ngày 30\/08\/2022; khóa hết ngày 05\/09\/2022\./,
    );
    assert.match(sidebar?.html ?? '', /Tháng 09-2022/);
  });
});
