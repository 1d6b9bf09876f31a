import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import type { AppError } from '../../functions/errors.ts';
import type { Calls, Store, StoredDocument } from '../../functions/ports.ts';
import { publishSummaries, publishSummary } from '../../functions/workflows/publish-summary.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SummaryDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aReport, aTotals, aUnit } from '../support/documents.ts';
import { keptLog, type MemorySheets, memorySheets, newCalls, provinceWorkbook } from '../support/province-workbook.ts';

const asOf = '2022-08-25T21:00:00+07:00' as Instant;
const AUGUST = '2022-08' as Period;
const SEPTEMBER = '2022-09' as Period;

describe('publishSummary', () => {
  let store: Store;
  let sheets: MemorySheets;
  let calls: Calls;
  let kept: ReturnType<typeof keptLog>;

  const put = (documents: Readonly<Record<string, StoredDocument>>) => store.write(new Map(Object.entries(documents)));
  const publish = (period = AUGUST) => publishSummary({ period, asOf }, { store, sheets, log: kept.log, calls });
  const cell = (title: string, row: number, column: number) =>
    sheets.workbook.tabs.find((tab) => tab.title === title)?.values[row]?.[column];

  beforeEach(async () => {
    store = memoryStore();
    calls = newCalls();
    sheets = memorySheets(provinceWorkbook(), calls);
    kept = keptLog();
    await put({
      [SETTINGS_PATH]: { ...settingsFrom(DEFAULT_CALENDAR), workbookId: 'province-1' },
      'units/2022:464': aUnit(),
      'units/2022:461': aUnit({ unit: '2022:461' }),
      'reports/2022:464_2022-08': aReport({ totals: aTotals({ turns: 12 }) }),
      'reports/2022:461_2022-08': aReport({ unit: '2022:461', totals: aTotals({ turns: 30 }) }),
    });
  });

  it('stores the month and shows it: two reads, one write', async () => {
    const published = await publish();
    assert.deepEqual(
      { ...published, cellsWritten: published.cellsWritten > 100 },
      { period: AUGUST, cellsWritten: true, documentsWritten: 1 },
    );
    const summary = (await store.get(['summaries/2022-08'])).get('summaries/2022-08') as SummaryDocument;
    assert.deepEqual([summary.totals.turns, summary.coverage], [42, { submitted: 0, expected: 2 }]);
    assert.equal(cell('Tổng quan', 2, 0), '0/2 huyện đã nộp. Số liệu tạm tính.');
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [2, 1]);
  });

  it('the second time: one read, nothing written', async () => {
    await publish();
    Object.assign(calls, newCalls());
    assert.deepEqual(await publish(), { period: AUGUST, cellsWritten: 0, documentsWritten: 0 });
    const { sheetsReads, sheetsWrites, cellsWritten, documentsWritten } = calls;
    assert.deepEqual([sheetsReads, sheetsWrites, cellsWritten, documentsWritten], [1, 0, 0, 0]);
  });

  it('a change of one figure writes the cells that show it', async () => {
    await publish();
    await put({ 'reports/2022:464_2022-08': aReport({ totals: aTotals({ turns: 13 }) }) });
    Object.assign(calls, newCalls());
    assert.deepEqual(await publish(), { period: AUGUST, cellsWritten: 3, documentsWritten: 1 });
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [2, 1]);
  });

  it('figures that someone typed over are put right', async () => {
    await publish();
    const tabs = sheets.workbook.tabs.map((tab) =>
      tab.title === 'Tổng quan' ? { ...tab, values: tab.values.with(2, ['9/9 huyện đã nộp']) } : tab,
    );
    sheets.workbook = { ...sheets.workbook, tabs };
    assert.deepEqual(await publish(), { period: AUGUST, cellsWritten: 1, documentsWritten: 0 });
  });

  it('several months cost one look at the workbook', async () => {
    const ports = { store, sheets, log: kept.log, calls };
    const { documentsWritten } = await publishSummaries({ periods: [AUGUST, SEPTEMBER], asOf }, ports);
    assert.deepEqual([documentsWritten, calls.sheetsReads, calls.sheetsWrites], [2, 2, 1]);
    assert.equal(cell('Tổng quan', 4, 2), '09/2022');
  });

  it('without a workbook the month is stored all the same', async () => {
    await put({ [SETTINGS_PATH]: settingsFrom(DEFAULT_CALENDAR) });
    assert.deepEqual(await publish(), { period: AUGUST, cellsWritten: 0, documentsWritten: 1 });
    assert.equal(calls.sheetsReads, 0);
  });

  it('a tab that is missing is logged, the others are written', async () => {
    const tabs = sheets.workbook.tabs.filter(({ title }) => title !== 'Theo huyện');
    sheets.workbook = { ...sheets.workbook, tabs };
    assert.ok((await publish()).cellsWritten > 50);
    assert.match(kept.lines.join(), /"WARNING".*Theo huyện/);
  });

  it('people who edit between our requests lose nothing: the figures are planned on what is there then', async () => {
    sheets.beforeRead = (read) => {
      if (read !== 2) return;
      const [first, second, ...others] = sheets.workbook.tabs;
      sheets.workbook = { ...sheets.workbook, tabs: [second, first, ...others].filter((tab) => tab !== undefined) };
    };
    await publish();
    assert.equal(cell('Tổng quan', 2, 0), '0/2 huyện đã nộp. Số liệu tạm tính.');
  });

  for (const period of ['2022-05', '2022-10', '2031-01'] as Period[]) {
    it(`${period} is not known on 25/08/2022`, async () => {
      await assert.rejects(publish(period), (error: AppError) => error.code === 'not-found');
      assert.deepEqual([calls.documentsWritten, calls.sheetsWrites], [0, 0]);
    });
  }
});
