/** The whole calendar month as data window: it ends after the due date, so it is cut where it is sent. DESIGN §5. */
import assert from 'node:assert/strict';
import { settingsFrom } from '../../functions/domain/settings.ts';
import { nightly } from '../../functions/workflows/nightly.ts';
import { verifyMonth } from '../../functions/workflows/verify-month.ts';
import { type Instant, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { RESULT_INDEX } from '../../schemas/results.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import {
  ACTIVITIES,
  AUGUST,
  at,
  close,
  collect,
  FORM,
  NEVER,
  openWorld,
  portsOf,
  tick,
  UNIT,
  type World,
} from '../support/month-world.ts';
import { columnIndex, withTab } from '../support/workbooks.ts';

const DATE = columnIndex(SHEETS.activities as Sheet, 'date');
const serial = (date: string): number => toSerial(date as PlainDate);

/** August is ticked on the 26th, a Friday, and received that day. */
async function sentOnThe26th(): Promise<World> {
  const world = await openWorld();
  const settings = { ...settingsFrom({ ...DEFAULT_CALENDAR, dataWindow: 'calendar-month' }), departmentMail: [] };
  await world.store.write(new Map([[SETTINGS_PATH, settings]]));
  world.google.now = at('2022-08-26T09:55:00');
  world.google.edit('workbook-1', tick);
  world.google.now = at('2022-08-26T10:00:00');
  await collect(portsOf(world, NEVER).ports, world.google.now);
  return world;
}

/** Another row like August's first one, on a day. */
function addRow({ google }: World, title: string, date: string): void {
  google.edit('workbook-1', (workbook) => {
    const first = workbook.tabs.find((tab) => tab.title === ACTIVITIES)?.values[1] ?? [];
    return withTab(workbook, title, (tab) => [{ ...tab, values: [...tab.values, first.with(DATE, serial(date))] }]);
  });
}

/** The tabs of September as they are opened: August's, without what was typed. */
function openSeptember({ google }: World): void {
  google.edit('workbook-1', (workbook) => ({
    ...workbook,
    tabs: [
      ...workbook.tabs,
      ...workbook.tabs
        .filter(({ title }) => title === ACTIVITIES || title === FORM)
        .map((tab) => ({
          ...tab,
          sheetId: tab.sheetId + 1_000,
          title: tab.title.replace('08-2022', '09-2022'),
          values: tab.title === FORM ? tab.values : tab.values.slice(0, 1),
        })),
    ],
  }));
}

async function night(world: World, now: Instant) {
  world.google.now = now;
  const { units } = await nightly({ runId: `night-${now}`, asOf: now }, portsOf(world, NEVER).ports);
  return units[0];
}

async function reportOf({ store }: World, period: string): Promise<ReportDocument> {
  const path = `reports/${UNIT}_${period}`;
  const report = (await store.get([path])).get(path) as ReportDocument | undefined;
  if (!report) throw new Error(`no report of ${period}`);
  return report;
}

const linesOf = ({ google }: World, rule: string): readonly CellValue[][] =>
  (google.workbook('workbook-1').tabs.find(({ title }) => title === SYSTEM_TABS.results)?.values ?? [])
    .filter((line) => line[RESULT_INDEX.rule] === rule)
    .map((line) => [line[RESULT_INDEX.tab], line[RESULT_INDEX.what], line[RESULT_INDEX.fix]] as CellValue[]);

describe('a province whose data window is the calendar month', () => {
  it('a report of the 26th is on time, though its month is not over', async () => {
    const { status, counts } = await reportOf(await sentOnThe26th(), '2022-08');
    assert.equal(status, 'submitted');
    assert.deepEqual(counts.activities, { read: 1, accepted: 1, rejected: 0 });
  });

  it('a row of a later day is not its month’s any more: it is told where it belongs', async () => {
    const world = await sentOnThe26th();
    addRow(world, ACTIVITIES, '2022-08-26');
    addRow(world, ACTIVITIES, '2022-08-27');
    await night(world, at('2022-08-30T21:00:00'));
    assert.deepEqual(linesOf(world, 'activity.outside-window'), [
      [
        ACTIVITIES,
        'Ngày 27/08/2022 không thuộc kỳ này (từ 01/08/2022 đến 26/08/2022).',
        'Vui lòng sửa ngày, hoặc chuyển dòng sang trang «Hoạt động 09-2022».',
      ],
    ]);
    const { counts } = await reportOf(world, '2022-08');
    assert.deepEqual(counts.activities, { read: 3, accepted: 2, rejected: 1 });
  });

  it('and counts in the next one', async () => {
    const world = await sentOnThe26th();
    openSeptember(world);
    addRow(world, 'Hoạt động 09-2022', '2022-08-27');
    addRow(world, 'Hoạt động 09-2022', '2022-08-26');
    await night(world, at('2022-09-01T21:00:00'));
    assert.deepEqual((await reportOf(world, '2022-09')).counts.activities, { read: 2, accepted: 1, rejected: 1 });
    assert.deepEqual(linesOf(world, 'activity.outside-window'), [
      [
        'Hoạt động 09-2022',
        'Ngày 26/08/2022 không thuộc kỳ này (từ 27/08/2022 đến 30/09/2022).',
        'Vui lòng sửa ngày, hoặc chuyển dòng sang trang «Hoạt động 08-2022».',
      ],
    ]);
  });

  it('freezes as it was cut, and verifies', async () => {
    const world = await sentOnThe26th();
    world.google.now = at('2022-09-06T00:20:00');
    const { ports } = portsOf(world, NEVER);
    await close(ports, world.google.now);
    const { lockedAt, version } = await reportOf(world, '2022-08');
    assert.deepEqual([lockedAt, version], [world.google.now, 1]);
    assert.deepEqual(await verifyMonth({ unit: UNIT, period: AUGUST }, ports.store), { versions: 1, finding: null });
  });
});
