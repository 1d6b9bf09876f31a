import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import { AppError } from '../../functions/errors.ts';
import type { Calls, Store } from '../../functions/ports.ts';
import { loadSettings } from '../../functions/workflows/load-settings.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { keptLog, type MemorySheets, memorySheets, newCalls, provinceWorkbook } from '../support/province-workbook.ts';

const now = '2022-08-25T21:00:00+07:00' as Instant;
const GRACE_ROW = 2;
const VALUE = 3;

describe('loadSettings', () => {
  let store: Store;
  let sheets: MemorySheets;
  let calls: Calls;
  let kept: ReturnType<typeof keptLog>;

  beforeEach(async () => {
    store = memoryStore();
    calls = newCalls();
    sheets = memorySheets(provinceWorkbook(), calls);
    kept = keptLog();
    await store.write(new Map([[SETTINGS_PATH, { ...settingsFrom(DEFAULT_CALENDAR), workbookId: 'province-1' }]]));
  });

  const load = () => loadSettings({ store, sheets, log: kept.log, calls }, { now });
  const stored = async () => (await store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument;
  function type(row: number, column: number, value: CellValue): void {
    const tabs = sheets.workbook.tabs.map((tab) => {
      if (tab.title !== 'Cấu hình') return tab;
      const values = tab.values.map((cells) => [...cells]);
      while (values.length <= row) values.push([]);
      values[row] = Array.from({ length: 5 }, (_, at) => (at === column ? value : (values[row]?.[at] ?? null)));
      return { ...tab, values };
    });
    sheets.workbook = { ...sheets.workbook, tabs };
  }
  const verdict = (row: number) => sheets.workbook.tabs.find(({ title }) => title === 'Cấu hình')?.values[row]?.[0];

  it('before anything is stored: the default calendar, and nothing is read or written', async () => {
    store = memoryStore();
    const { calendar, source, settings } = await load();
    assert.deepEqual([calendar, source, settings.version], [DEFAULT_CALENDAR, 'default', 1]);
    assert.deepEqual([calls.sheetsReads, calls.documentsWritten], [0, 0]);
  });

  it('a new tab says the default calendar: verdicts are written once, no document', async () => {
    const { calendar, source } = await load();
    assert.deepEqual([calendar, source], [DEFAULT_CALENDAR, 'tab']);
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites, calls.documentsWritten], [2, 1, 0]);
    assert.equal(verdict(GRACE_ROW), '✓');
  });

  it('the second time: one read, no write', async () => {
    await load();
    Object.assign(calls, newCalls());
    await load();
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites, calls.cellsWritten, calls.documentsWritten], [1, 0, 0, 0]);
  });

  it('a valid change is a version more, once', async () => {
    type(GRACE_ROW, VALUE, '5');
    const { settings, calendar } = await load();
    assert.deepEqual([settings.version, settings.graceWorkingDays, calendar.graceWorkingDays], [2, 5, 5]);
    assert.deepEqual(await stored(), settings);
    assert.equal((await load()).settings.version, 2);
    assert.equal(calls.documentsWritten, 1);
  });

  it('the calendar month as data window is taken, and stored', async () => {
    type(GRACE_ROW - 1, VALUE, 'Cả tháng dương lịch');
    const { calendar, source } = await load();
    assert.deepEqual([calendar.dataWindow, source], ['calendar-month', 'tab']);
    assert.equal(verdict(GRACE_ROW - 1), '✓');
    assert.equal((await stored()).dataWindow, 'calendar-month');
  });

  it('sorting the rows is no change', async () => {
    const tabs = sheets.workbook.tabs.map((tab) => {
      const [header = [], ...rows] = tab.values;
      return tab.title === 'Cấu hình' ? { ...tab, values: [header, ...rows.toReversed()] } : tab;
    });
    sheets.workbook = { ...sheets.workbook, tabs };
    assert.equal((await load()).settings.version, 1);
    assert.equal(calls.documentsWritten, 0);
  });

  it('a mistake is said beside its row, and the last valid version stays in force', async () => {
    type(GRACE_ROW, VALUE, '5');
    await load();
    type(GRACE_ROW, VALUE, 'năm mươi');
    const { settings, source, problems } = await load();
    assert.deepEqual([settings.version, settings.graceWorkingDays, source], [2, 5, 'stored']);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ row, rule }) => [row, rule]),
      [[3, 'settings.grace']],
    );
    assert.equal(verdict(GRACE_ROW), '✗ Chưa đọc được số ngày. Xin ghi một số từ 0 đến 10, ví dụ 3.');
    assert.deepEqual(await stored(), settings);
  });

  it('the calendar month without a working day up to the due date is refused, and why is said beside the row', async () => {
    type(1, VALUE, 'Cả tháng dương lịch');
    const last = sheets.workbook.tabs.find(({ title }) => title === 'Cấu hình')?.values.length ?? 0;
    type(last, 1, 'Ngày nghỉ');
    type(last, VALUE, Array.from({ length: 27 }, (_, at) => `${String(at + 2).padStart(2, '0')}/02/2023`).join('; '));
    const { calendar } = await load();
    assert.equal(calendar.dataWindow, 'decree-09');
    assert.match(String(verdict(1)), /^✗ .*không còn ngày làm việc nào/);
  });

  it('an edit between our requests is judged where it lies then', async () => {
    sheets.beforeRead = (read) => {
      if (read === 2) type(GRACE_ROW, VALUE, '7');
    };
    assert.equal((await load()).settings.graceWorkingDays, 7);
  });

  it('a workbook that cannot be read is logged; the stored settings stay in force', async () => {
    sheets.read = async () => {
      throw new AppError('not-found', 'No such workbook.');
    };
    const { source, error } = await load();
    assert.deepEqual([source, error], ['stored', { code: 'not-found', message: 'No such workbook.' }]);
    assert.match(kept.lines.join(), /"ERROR".*not-found/);
  });

  it('a tab that is gone is a problem of the tab', async () => {
    sheets.workbook = { ...sheets.workbook, tabs: [] };
    const { source, problems } = await load();
    assert.deepEqual([source, problems.map(({ rule }) => rule)], ['stored', ['settings.tab-missing']]);
  });

  it('no address is ever logged', async () => {
    type(3, VALUE, 'so-tttt@example.vn; khac@example.vn');
    type(4, 2, 'nguoi@example.vn');
    await load();
    assert.ok(kept.lines.length > 0);
    assert.ok(!kept.lines.join().includes('@'), kept.lines.join());
  });
});
