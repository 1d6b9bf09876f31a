/** Promise 2 for the month: a run may die at any call of any port, and the next one ends where an undisturbed one ends. */
import assert from 'node:assert/strict';
import { correctReport } from '../../functions/workflows/correct-report.ts';
import { extendReport } from '../../functions/workflows/extend-report.ts';
import { reopenReport } from '../../functions/workflows/reopen-report.ts';
import { submitReport } from '../../functions/workflows/submit-report.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { EDITORS, storedDocuments } from '../support/memory-google.ts';
import {
  ACTIVITIES,
  AUGUST,
  at,
  COMPLETE,
  close,
  collect,
  deed,
  lockedAndMended,
  NEVER,
  openWorld,
  type Ports,
  portsOf,
  sent,
  setCell,
  TURNS,
  ticked,
  UNIT,
  type World,
} from '../support/month-world.ts';

/** A deed, the moment it is done at, and how the world comes to be ready for it. */
interface Scene {
  readonly ready: () => Promise<World>;
  readonly now: Instant;
  readonly run: (ports: Ports, asOf: Instant) => Promise<unknown>;
}

const REOPENED_UNTIL = at('2022-09-13T00:00:00');

const reopen = (ports: Ports, asOf: Instant) => reopenReport({ ...deed, until: REOPENED_UNTIL, asOf }, ports);

/** A world after something was done in it. */
const after = async (ready: Promise<World>, now: Instant, run: Scene['run']): Promise<World> => {
  const world = await ready;
  world.google.now = now;
  await run(portsOf(world, NEVER).ports, now);
  return world;
};

const edited = async () => {
  const world = await sent();
  world.google.now = at('2022-08-31T09:00:00');
  world.google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, 52));
  return world;
};
const blocked = () => after(ticked({ ...COMPLETE, reporter: null }), at('2022-08-30T00:05:00'), collect);
const lockedUnsent = () => after(blocked(), at('2022-09-06T00:20:00'), close);
const reopened = () => after(lockedAndMended(), at('2022-09-08T10:00:00'), reopen);
const extended = () =>
  after(blocked(), at('2022-09-01T09:00:00'), (ports, asOf) =>
    extendReport({ ...deed, until: at('2022-09-10T00:00:00'), asOf }, ports),
  );

const SCENES: Readonly<Record<string, Scene>> = {
  'a report is received': { ready: ticked, now: at('2022-08-30T00:05:00'), run: collect },
  'a report is sent by call': {
    ready: () => openWorld(),
    now: at('2022-08-29T23:55:00'),
    run: (ports, asOf) =>
      submitReport({ unit: UNIT, period: AUGUST, requestId: 'r1', who: deed.who, isOperator: true, asOf }, ports),
  },
  'a report is blocked': {
    ready: () => ticked({ ...COMPLETE, reporter: null }),
    now: at('2022-08-30T00:05:00'),
    run: collect,
  },
  'a report that was sent is edited': {
    ready: edited,
    now: at('2022-08-31T10:00:00'),
    run: collect,
  },
  'a month is closed, with an edit in it since it was sent': {
    ready: edited,
    now: at('2022-09-06T00:20:00'),
    run: close,
  },
  'a month is closed, with a last tick in it': { ready: ticked, now: at('2022-09-06T00:20:00'), run: close },
  'a month without a report is closed': { ready: () => openWorld({}), now: at('2022-09-06T00:20:00'), run: close },
  'a month is extended': {
    ready: sent,
    now: at('2022-09-01T09:00:00'),
    run: (ports, asOf) => extendReport({ ...deed, until: at('2022-09-10T00:00:00'), asOf }, ports),
  },
  'a month is extended by the days that are usual': {
    ready: blocked,
    now: at('2022-09-05T23:00:00'),
    run: (ports, asOf) => extendReport({ ...deed, until: null, asOf }, ports),
  },
  'a month is extended once more': {
    ready: extended,
    now: at('2022-09-09T09:00:00'),
    run: (ports, asOf) => extendReport({ ...deed, until: at('2022-09-15T17:00:00'), asOf }, ports),
  },
  'a month is corrected': {
    ready: lockedAndMended,
    now: at('2022-09-08T10:00:00'),
    run: (ports, asOf) => correctReport({ ...deed, until: null, asOf }, ports),
  },
  'a month is opened again': { ready: lockedAndMended, now: at('2022-09-08T10:00:00'), run: reopen },
  'a month is opened again by the days that are usual': {
    ready: lockedAndMended,
    now: at('2022-09-08T10:00:00'),
    run: (ports, asOf) => reopenReport({ ...deed, until: null, asOf }, ports),
  },
  'a month without a report is opened again': { ready: lockedUnsent, now: at('2022-09-08T10:00:00'), run: reopen },
  'a month is opened again for staff to correct it': {
    ready: lockedAndMended,
    now: at('2022-09-08T10:00:00'),
    run: (ports, asOf) => correctReport({ ...deed, until: REOPENED_UNTIL, asOf }, ports),
  },
  'a month that was opened again is extended': {
    ready: reopened,
    now: at('2022-09-09T10:00:00'),
    run: (ports, asOf) => extendReport({ ...deed, until: at('2022-09-20T00:00:00'), asOf }, ports),
  },
  'a month that was opened again is closed, as its second version': {
    ready: reopened,
    now: at('2022-09-13T00:20:00'),
    run: close,
  },
};

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

/** How many calls an undisturbed run takes. */
async function callsOf(scene: Scene | undefined): Promise<number> {
  assert.ok(scene);
  return (await calmState(scene)).calls;
}

describe('running twice is running once: whatever call a run dies at, the next one ends in the same state', () => {
  for (const [name, scene] of Object.entries(SCENES)) {
    it(`${name}`, async function () {
      this.timeout(180_000);
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
      this.timeout(180_000);
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

  it('a reopening that died is gone on with: its own end is kept, and its own reason', async () => {
    const calls = await callsOf(SCENES['a month is opened again']);
    // The last two store the report, and read it for the answer.
    for (const call of [calls - 6, calls - 4, calls - 2]) {
      const world = await lockedAndMended();
      world.google.now = at('2022-09-08T10:00:00');
      await reopen(portsOf(world, { at: call, when: 'after' }).ports, world.google.now).catch(() => {});
      world.google.now = at('2022-09-09T10:00:00');
      const again = { ...deed, reason: 'Lý do khác', until: null, asOf: world.google.now };
      const { extendedUntil, lockedAt, auditId } = await reopenReport(again, portsOf(world, NEVER).ports);
      assert.deepEqual([extendedUntil, lockedAt], [REOPENED_UNTIL, null], `call ${call}`);
      const documents = await storedDocuments(world.store, [UNIT], MONTHS);
      assert.equal(documents.get(`audit/${auditId}`)?.reason, deed.reason, `call ${call}`);
      assert.equal(documents.get(`reports/${UNIT}_2022-08`)?.openedBy, auditId, `call ${call}`);
    }
  });

  it('a reopening that died, and whose time is over when it is asked for again, is begun anew', async () => {
    const world = await lockedAndMended();
    const calls = await callsOf(SCENES['a month is opened again']);
    world.google.now = at('2022-09-08T10:00:00');
    await reopen(portsOf(world, { at: calls - 2, when: 'after' }).ports, world.google.now).catch(() => {});
    world.google.now = at('2022-09-14T10:00:00');
    const until = at('2022-09-20T00:00:00');
    const again = { ...deed, reason: 'Lý do khác', until, asOf: world.google.now };
    const { extendedUntil, lockedAt, auditId } = await reopenReport(again, portsOf(world, NEVER).ports);
    assert.deepEqual([extendedUntil, lockedAt], [until, null]);
    const documents = await storedDocuments(world.store, [UNIT], MONTHS);
    assert.equal(documents.get(`audit/${auditId}`)?.reason, 'Lý do khác');
    assert.equal([...documents.keys()].filter((path) => path.startsWith('audit/reopen_')).length, 2);
  });

  it('an extension that is asked for once more without an end is the same one, on the same day', async () => {
    const world = await blocked();
    const extend = (now: Instant) => {
      world.google.now = now;
      return extendReport({ ...deed, until: null, asOf: now }, portsOf(world, NEVER).ports);
    };
    const first = await extend(at('2022-09-05T09:00:00'));
    assert.equal(first.extendedUntil, '2022-09-10T00:00:00.000+07:00');
    assert.deepEqual(await extend(at('2022-09-05T16:00:00')), first);
    assert.equal((await extend(at('2022-09-08T16:00:00'))).extendedUntil, '2022-09-14T00:00:00.000+07:00');
  });

  it('a month that locks with an edit since it was sent was edited before its lock', async () => {
    const world = await edited();
    world.google.now = at('2022-09-06T00:20:00');
    await close(portsOf(world, NEVER).ports, world.google.now);
    const report = (await storedDocuments(world.store, [UNIT], MONTHS)).get(`reports/${UNIT}_2022-08`);
    assert.deepEqual(report?.problemsByRule, { 'report.edited-after-submission': 1 });
    assert.deepEqual(report?.problems, { error: 0, warning: 1, finding: 0, info: 0 });
  });
});
