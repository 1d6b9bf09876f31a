/** The reasons behind a month that is open beyond its lock, from the audit into the province's progress. */
import assert from 'node:assert/strict';
import { NO_CALLS } from '../../functions/domain/calls.ts';
import { closePeriod } from '../../functions/workflows/close-period.ts';
import { extendReport } from '../../functions/workflows/extend-report.ts';
import { publishSummary } from '../../functions/workflows/publish-summary.ts';
import { readOpenings } from '../../functions/workflows/read-openings.ts';
import { reopenReport } from '../../functions/workflows/reopen-report.ts';
import type { Instant } from '../../schemas/calendar.ts';
import type { ReportDocument, SummaryDocument } from '../../schemas/documents.ts';
import {
  AUGUST,
  at,
  deed,
  lockedAndMended,
  NEVER,
  type Ports,
  portsOf,
  sent,
  UNIT,
  type World,
} from '../support/month-world.ts';

const openingsOf = async (world: World, now: Instant) => {
  const { ports } = portsOf(world, NEVER);
  await publishSummary({ period: AUGUST, asOf: now }, ports.openCheck({ ...NO_CALLS }));
  const path = `summaries/${AUGUST}`;
  const summary = (await world.store.get([path])).get(path) as SummaryDocument | undefined;
  return summary?.units[0]?.openings;
};

async function after(world: World, now: Instant, run: (ports: Ports) => Promise<unknown>): Promise<World> {
  world.google.now = now;
  await run(portsOf(world, NEVER).ports);
  return world;
}

const until = at('2022-09-13T00:00:00');
const extend = (world: World, now: Instant, reason: string, end: Instant = until) =>
  after(world, now, (ports) => extendReport({ ...deed, reason, until: end, asOf: now }, ports));
const reopen = (world: World, now: Instant, reason: string) =>
  after(world, now, (ports) => reopenReport({ ...deed, reason, until, asOf: now }, ports));

describe('the reasons of months that are kept open', () => {
  it('of an extension: that of the end that is in force', async () => {
    const world = await extend(await sent(), at('2022-09-01T09:00:00'), 'Mất điện', at('2022-09-10T00:00:00'));
    await extend(world, at('2022-09-02T09:00:00'), 'Bão');
    assert.deepEqual(await openingsOf(world, at('2022-09-02T21:00:00')), [{ action: 'extend', reason: 'Bão' }]);
  });

  it('of a reopening, and of the extension after it', async () => {
    const world = await reopen(await lockedAndMended(), at('2022-09-08T10:00:00'), 'Ghi nhầm');
    const reopened = { action: 'reopen', reason: 'Ghi nhầm' };
    assert.deepEqual(await openingsOf(world, at('2022-09-08T21:00:00')), [reopened]);
    await extend(world, at('2022-09-09T10:00:00'), 'Nghỉ lễ', at('2022-09-20T00:00:00'));
    const extended = { action: 'extend', reason: 'Nghỉ lễ' };
    assert.deepEqual(await openingsOf(world, at('2022-09-09T21:00:00')), [reopened, extended]);
  });

  it('none before, and none once the month is locked again', async () => {
    const world = await sent();
    assert.deepEqual(await openingsOf(world, at('2022-09-01T21:00:00')), []);
    const opened = await reopen(await lockedAndMended(), at('2022-09-08T10:00:00'), 'Ghi nhầm');
    const now = at('2022-09-13T00:20:00');
    await after(opened, now, (ports) => closePeriod({ runId: 'close', period: AUGUST, asOf: now }, ports));
    assert.deepEqual(await openingsOf(opened, now), []);
  });

  it('costs nothing where no month is kept open', async () => {
    const world = await sent();
    const path = `reports/${UNIT}_${AUGUST}`;
    const report = (await world.store.get([path])).get(path) as ReportDocument;
    const calls = { ...NO_CALLS };
    assert.equal((await readOpenings([report], { store: world.store, calls })).size, 0);
    assert.deepEqual(calls, NO_CALLS);
  });
});
