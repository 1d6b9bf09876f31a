/** Promise 2 for the month: a run may die at any call of any port, and the next one ends where an undisturbed one ends. */
import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import type { Calls, Store } from '../../functions/ports.ts';
import type { CheckPorts } from '../../functions/workflows/check-unit.ts';
import { closePeriod } from '../../functions/workflows/close-period.ts';
import { collectSubmissions } from '../../functions/workflows/collect-submissions.ts';
import { correctReport } from '../../functions/workflows/correct-report.ts';
import { extendReport } from '../../functions/workflows/extend-report.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { SETTINGS_PATH, unitPath } from '../../schemas/documents.ts';
import { FORM_COLUMNS } from '../../schemas/form.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { aUnit } from '../support/documents.ts';
import {
  type Death,
  EDITORS,
  type MemoryGoogle,
  memoryGoogle,
  mortal,
  storedDocuments,
} from '../support/memory-google.ts';
import { columnIndex, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const UNIT = '2022:464';
const AUGUST = '2022-08' as Period;
const FORM = 'Báo cáo 08-2022';
const ACTIVITIES = 'Hoạt động 08-2022';
const at = (text: string): Instant => `${text}.000+07:00` as Instant;

const COMPLETE: RawRow = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};

interface World {
  readonly google: MemoryGoogle;
  readonly store: Store;
}

async function openWorld(form: RawRow = COMPLETE): Promise<World> {
  const google = memoryGoogle(at('2022-08-29T20:00:00'));
  google.add(workbookOf({ form }));
  const store = memoryStore();
  const unit = aUnit({ workbookId: 'workbook-1', mailTo: ['phong-vhtt@example.vn'] });
  const settings = { ...settingsFrom(DEFAULT_CALENDAR), departmentMail: ['so@example.vn'] };
  await store.write(
    new Map<string, Record<string, unknown>>([
      [SETTINGS_PATH, settings],
      [unitPath(UNIT), unit],
    ]),
  );
  return { google, store };
}

function portsOf({ google, store: plain }: World, death: Death) {
  const life = mortal(death);
  const store = life.wrap(plain);
  const { sheets, templates, changes } = google;
  const reach = { sheets: life.wrap(sheets), templates: life.wrap(templates), changes: life.wrap(changes) };
  const log = () => {};
  const openCheck = (calls: Calls): CheckPorts => ({ ...reach, store, log, calls });
  const clock = () => google.now;
  return { ports: { store, log, clock, changes: reach.changes, openCheck, codeVersion: '0.1.0' }, life };
}

type Ports = ReturnType<typeof portsOf>['ports'];

/** A deed, the moment it is done at, and how the world comes to be ready for it. */
interface Scene {
  readonly ready: () => Promise<World>;
  readonly now: Instant;
  readonly run: (ports: Ports, asOf: Instant) => Promise<unknown>;
}

const setCell = (workbook: Workbook, title: string, row: number, column: number, value: CellValue): Workbook =>
  withTab(workbook, title, (tab) => {
    const values = tab.values.map((cells) => [...cells]);
    const cells = values[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
    return [{ ...tab, values }];
  });

function formRow(workbook: Workbook, label: string): number {
  return workbook.tabs.find(({ title }) => title === FORM)?.values.findIndex((cells) => cells[0] === label) ?? -1;
}

const tick = (workbook: Workbook): Workbook =>
  setCell(workbook, FORM, formRow(workbook, 'GỬI BÁO CÁO'), FORM_COLUMNS.value.column, true);

const TURNS = columnIndex(SHEETS.activities as Sheet, 'turns');

async function ticked(form?: RawRow): Promise<World> {
  const world = await openWorld(form);
  world.google.now = at('2022-08-29T23:55:00');
  world.google.edit('workbook-1', tick);
  return world;
}

const collect = (ports: Ports, asOf: Instant) => collectSubmissions({ runId: 'collect', asOf }, ports);
const close = (ports: Ports, asOf: Instant) => closePeriod({ runId: 'close', period: AUGUST, asOf }, ports);

async function sent(): Promise<World> {
  const world = await ticked();
  world.google.now = at('2022-08-30T00:05:00');
  await collect(portsOf(world, NEVER).ports, world.google.now);
  return world;
}

async function lockedAndMended(): Promise<World> {
  const world = await sent();
  world.google.now = at('2022-09-06T00:20:00');
  await close(portsOf(world, NEVER).ports, world.google.now);
  world.google.now = at('2022-09-08T09:00:00');
  world.google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, 52));
  return world;
}

const deed = { unit: UNIT, period: AUGUST, reason: 'Nhập nhầm số lượt', who: 'so@example.vn' };

const SCENES: Readonly<Record<string, Scene>> = {
  'a report is received': { ready: ticked, now: at('2022-08-30T00:05:00'), run: collect },
  'a report is blocked': {
    ready: () => ticked({ ...COMPLETE, reporter: null }),
    now: at('2022-08-30T00:05:00'),
    run: collect,
  },
  'a month is closed, with a last tick in it': { ready: ticked, now: at('2022-09-06T00:20:00'), run: close },
  'a month without a report is closed': { ready: () => openWorld({}), now: at('2022-09-06T00:20:00'), run: close },
  'a month is extended': {
    ready: sent,
    now: at('2022-09-01T09:00:00'),
    run: (ports, asOf) => extendReport({ ...deed, until: at('2022-09-10T00:00:00'), asOf }, ports),
  },
  'a month is corrected': {
    ready: lockedAndMended,
    now: at('2022-09-08T10:00:00'),
    run: (ports, asOf) => correctReport({ ...deed, until: null, asOf }, ports),
  },
};

const NEVER: Death = { at: 0, when: 'before' };
const MONTHS = ['2022-06', '2022-07', '2022-08', '2022-09'];

/** Workbooks, protections and documents. A mail is queued when it is queued. */
async function stateOf({ google, store }: World): Promise<unknown> {
  const documents = await storedDocuments(store, [UNIT], MONTHS);
  return { google: google.picture(), documents: [...documents].sort(([one], [other]) => (one < other ? -1 : 1)) };
}

async function calmState({ ready, now, run }: Scene): Promise<{ readonly state: unknown; readonly calls: number }> {
  const world = await ready();
  world.google.now = now;
  const { ports, life } = portsOf(world, NEVER);
  await run(ports, now);
  return { state: await stateOf(world), calls: life.count() };
}

describe('running twice is running once: whatever call a run dies at, the next one ends in the same state', () => {
  for (const [name, scene] of Object.entries(SCENES)) {
    it(`${name}`, async function () {
      this.timeout(60_000);
      const calm = await calmState(scene);
      assert.ok(calm.calls > 8, `${calm.calls} calls`);
      for (let call = 1; call <= calm.calls; call += 1) {
        for (const when of ['before', 'after'] as const) {
          const world = await scene.ready();
          world.google.now = scene.now;
          await scene.run(portsOf(world, { at: call, when }).ports, scene.now).catch(() => {});
          // After the last step the deed is done, and asking for it again may be refused: that is no other state.
          await scene.run(portsOf(world, NEVER).ports, scene.now).catch((error: { code?: string }) => {
            assert.equal(error.code, 'conflict', `call ${call}, ${when}`);
          });
          assert.deepEqual(await stateOf(world), calm.state, `died at call ${call}, ${when} it was done`);
        }
      }
    });
  }

  for (const [name, scene] of Object.entries(SCENES)) {
    it(`ten at once end as one: ${name}`, async function () {
      this.timeout(60_000);
      const calm = await calmState(scene);
      const world = await scene.ready();
      world.google.now = scene.now;
      const runs = Array.from({ length: 10 }, () => scene.run(portsOf(world, NEVER).ports, scene.now));
      const answers = await Promise.allSettled(runs);
      assert.ok(answers.some(({ status }) => status === 'fulfilled'));
      assert.deepEqual(await stateOf(world), calm.state);
    });
  }
});

describe('the scenes are what they say', () => {
  it('a closed month is locked for staff, frozen once, and its audit, snapshot and report name one moment', async () => {
    const world = await sent();
    world.google.now = at('2022-09-06T00:20:00');
    await close(portsOf(world, NEVER).ports, world.google.now);
    const documents = await storedDocuments(world.store, [UNIT], MONTHS);
    const report = documents.get(`reports/${UNIT}_2022-08`);
    const snapshot = documents.get(`snapshots/${UNIT}_2022-08_v1`);
    const audit = [...documents].find(([path]) => path.startsWith(`audit/lock_${UNIT}_2022-08`))?.[1];
    const moment = at('2022-09-06T00:20:00');
    assert.deepEqual([report?.lockedAt, snapshot?.frozenAt, audit?.at], [moment, moment, moment]);
    assert.deepEqual([report?.status, report?.version, report?.frozenVersion], ['submitted', 1, 1]);
    const [{ tabs }] = world.google.picture() as [
      { tabs: { title: string; protections: { name: string; editors: string[]; open: unknown[] }[] }[] },
    ];
    const locks = tabs.filter(({ title }) => title.endsWith('08-2022')).map(({ protections }) => protections.at(-1));
    assert.deepEqual(
      locks.map((lock) => [lock?.name, lock?.editors, lock?.open]),
      [
        ['Hệ thống: khóa kỳ', EDITORS, []],
        ['Hệ thống: cả trang', EDITORS, []],
      ],
    );
  });

  it('a later run after a death tells the moment that the first one noted', async () => {
    for (const call of [12, 16, 20, 24]) {
      const world = await sent();
      world.google.now = at('2022-09-06T00:20:00');
      await close(portsOf(world, { at: call, when: 'after' }).ports, world.google.now).catch(() => {});
      world.google.now = at('2022-09-06T00:40:00');
      await close(portsOf(world, NEVER).ports, world.google.now);
      const documents = await storedDocuments(world.store, [UNIT], MONTHS);
      const audit = [...documents].find(([path]) => path.startsWith(`audit/lock_${UNIT}_2022-08`))?.[1];
      assert.equal(documents.get(`reports/${UNIT}_2022-08`)?.lockedAt, audit?.at, `call ${call}`);
      assert.equal(documents.get(`snapshots/${UNIT}_2022-08_v1`)?.frozenAt, audit?.at, `call ${call}`);
    }
  });
});
