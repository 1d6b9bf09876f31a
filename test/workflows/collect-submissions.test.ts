/** A tick is taken whatever the clocks do, at the moment at which it was made. DESIGN §5. */
import assert from 'node:assert/strict';
import { closePeriod } from '../../functions/workflows/close-period.ts';
import { collectSubmissions } from '../../functions/workflows/collect-submissions.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { unitPath } from '../../schemas/document-paths.ts';
import { aUnit } from '../support/documents.ts';
import {
  ACTIVITIES,
  AUGUST,
  at,
  COMPLETE,
  FORM,
  formRow,
  NEVER,
  openWorld,
  portsOf,
  sent,
  setCell,
  TURNS,
  tick,
  ticked,
  UNIT,
  type World,
} from '../support/month-world.ts';
import { workbookOf } from '../support/workbooks.ts';

const REPORT = `reports/${UNIT}_2022-08`;
const NOTHING = { months: [], failed: [] };

const look = (world: World, now: Instant) => {
  world.google.now = now;
  return collectSubmissions({ runId: 'look', asOf: now }, portsOf(world, NEVER).ports);
};
const report = async ({ store }: World) => (await store.get([REPORT])).get(REPORT);
const lineOf = ({ google }: World, label: string): unknown => {
  const workbook = google.workbook('workbook-1');
  return workbook.tabs.find(({ title }) => title === FORM)?.values[formRow(workbook, label)]?.[1] ?? null;
};
const untick = (world: World) =>
  world.google.edit('workbook-1', (workbook) => setCell(workbook, FORM, formRow(workbook, 'GỬI BÁO CÁO'), 1, false));

describe('collecting submissions', () => {
  const times: readonly [name: string, tickedAt: string, seenAt: string, status: string, at: string][] = [
    ['before due', '2022-08-25T10:00:00', '2022-08-25T10:07:00', 'submitted', '2022-08-25T10:00:00'],
    ['at 23:55, seen at 00:05', '2022-08-29T23:55:00', '2022-08-30T00:05:00', 'submitted', '2022-08-29T23:55:00'],
    ['at midnight', '2022-08-30T00:00:00', '2022-08-30T00:05:00', 'late', '2022-08-30T00:00:00'],
    [
      'in the last minute before the lock, seen after it',
      '2022-09-05T23:59:00',
      '2022-09-06T00:09:00',
      'late',
      '2022-09-05T23:59:00',
    ],
    [
      'on a workbook whose clock runs ahead',
      '2022-08-29T23:59:30',
      '2022-08-29T23:59:00',
      'submitted',
      '2022-08-29T23:59:00',
    ],
  ];
  for (const [name, tickedAt, seenAt, status, submittedAt] of times) {
    it(`ticked ${name}: ${status}`, async () => {
      const world = await openWorld();
      await look(world, at('2022-08-24T08:00:00'));
      world.google.now = at(tickedAt);
      world.google.edit('workbook-1', tick);
      const { months } = await look(world, at(seenAt));
      assert.deepEqual(months, [{ unit: UNIT, period: AUGUST, outcome: 'received' }]);
      const stored = await report(world);
      assert.deepEqual([stored?.status, stored?.submittedAt], [status, at(submittedAt)]);
      assert.equal(lineOf(world, 'Mã biên nhận'), stored?.receipt);
    });
  }

  it('looks at every workbook the first time, then only at those that changed', async () => {
    const world = await openWorld();
    assert.equal((await look(world, at('2022-08-29T21:00:00'))).looked, 1);
    assert.equal((await look(world, at('2022-08-29T21:10:00'))).looked, 0);
    world.google.edit('workbook-1', (workbook) => workbook);
    assert.equal((await look(world, at('2022-08-29T21:20:00'))).looked, 1);
  });

  it('finds a change that Drive lists a quarter of an hour late', async () => {
    const world = await ticked();
    await look(world, at('2022-08-29T23:54:00'));
    world.google.now = at('2022-08-29T23:46:00');
    untick(world);
    world.google.edit('workbook-1', tick);
    await look(world, at('2022-08-30T00:00:00'));
    assert.equal((await report(world))?.status, 'submitted');
  });

  it('a clock that was put back hides nothing', async () => {
    const world = await openWorld();
    await look(world, at('2022-12-20T21:00:00'));
    world.google.now = at('2022-08-29T10:00:00');
    world.google.edit('workbook-1', tick);
    await look(world, at('2022-08-29T10:05:00'));
    assert.equal((await report(world))?.status, 'submitted');
  });

  it('looks again at a workbook that could not be read, and takes the others', async () => {
    const world = await openWorld();
    const other = aUnit({ unit: '2022:468', name: 'Cam Lộ', fullName: 'Huyện Cam Lộ', workbookId: 'gone' });
    await world.store.write(new Map([[unitPath('2022:468'), other]]));
    await look(world, at('2022-08-29T21:00:00'));
    world.google.now = at('2022-08-29T21:05:00');
    world.google.edit('workbook-1', tick);
    const { months, failed } = await look(world, at('2022-08-29T21:10:00'));
    assert.deepEqual([months.length, failed], [1, [{ unit: '2022:468', code: 'internal' }]]);
    world.google.add({ ...workbookOf({ form: COMPLETE }), id: 'gone' });
    world.google.now = at('2022-08-20T00:00:00');
    world.google.edit('gone', tick);
    // Its communes are another district's, so it is blocked; what counts here is that it was looked at.
    const again = await look(world, at('2022-08-29T21:40:00'));
    assert.deepEqual([again.months, again.failed], [[{ unit: '2022:468', period: AUGUST, outcome: 'blocked' }], []]);
  });

  it('a second look writes nothing but its own record', async () => {
    const world = await sent();
    const before = [world.google.picture(), await report(world)];
    const { runId: _, looked: __, ...rest } = await look(world, at('2022-08-30T00:15:00'));
    assert.deepEqual(rest, NOTHING);
    assert.deepEqual([world.google.picture(), await report(world)], before);
  });

  it('an edit after the sending moves the second clock, takes the tick out, and asks for a new one', async () => {
    const world = await sent();
    world.google.now = at('2022-08-31T09:00:00');
    world.google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, 31));
    const { months } = await look(world, at('2022-08-31T09:10:00'));
    assert.deepEqual(months, [{ unit: UNIT, period: AUGUST, outcome: 'edited' }]);
    const stored = await report(world);
    assert.deepEqual(
      [stored?.status, stored?.firstValidAt, stored?.submittedAt],
      ['submitted-edited', at('2022-08-29T23:55:00'), at('2022-08-31T09:00:00')],
    );
    assert.equal(lineOf(world, 'GỬI BÁO CÁO'), false);
    assert.match(String(lineOf(world, 'Còn phải sửa')), /có sửa sau khi gửi.*09:00 31\/08\/2022/);
    world.google.edit('workbook-1', tick);
    const again = await look(world, at('2022-08-31T09:20:00'));
    assert.deepEqual(again.months, [{ unit: UNIT, period: AUGUST, outcome: 'received' }]);
    assert.equal(lineOf(world, 'Còn phải sửa'), null);
  });

  it('sorting the rows is no edit', async () => {
    const world = await sent();
    world.google.now = at('2022-08-31T09:00:00');
    world.google.edit('workbook-1', (workbook) => ({
      ...workbook,
      tabs: workbook.tabs.map((tab) =>
        tab.title === ACTIVITIES ? { ...tab, values: [...tab.values.slice(0, 1), [], ...tab.values.slice(1)] } : tab,
      ),
    }));
    assert.deepEqual((await look(world, at('2022-08-31T09:10:00'))).months, []);
  });

  it('a tick after the lock is refused, says why, and is taken out', async () => {
    const world = await openWorld();
    await look(world, at('2022-09-05T20:00:00'));
    world.google.now = at('2022-09-06T00:05:00');
    world.google.edit('workbook-1', tick);
    const { months } = await look(world, at('2022-09-06T00:10:00'));
    assert.deepEqual(months, [{ unit: UNIT, period: AUGUST, outcome: 'refused' }]);
    assert.equal(lineOf(world, 'GỬI BÁO CÁO'), false);
    assert.match(String(lineOf(world, 'Còn phải sửa')), /đã khóa, hạn cuối là 23:59 05\/09\/2022/);
    assert.equal((await report(world))?.submittedAt ?? null, null);
  });

  it('close-period takes the last tick, though no look came in time', async () => {
    const world = await openWorld();
    world.google.now = at('2022-09-05T23:58:00');
    world.google.edit('workbook-1', tick);
    world.google.now = at('2022-09-06T00:20:00');
    await closePeriod({ runId: 'close', period: AUGUST, asOf: world.google.now }, portsOf(world, NEVER).ports);
    const stored = await report(world);
    assert.deepEqual(
      [stored?.status, stored?.submittedAt, stored?.lockedAt],
      ['late', at('2022-09-05T23:58:00'), at('2022-09-06T00:20:00')],
    );
  });

  it('close-period waits a quarter of an hour after the lock', async () => {
    const world = await openWorld();
    const close = (asOf: Instant) => closePeriod({ runId: 'close', period: AUGUST, asOf }, portsOf(world, NEVER).ports);
    await assert.rejects(close(at('2022-09-06T00:14:59')), { code: 'conflict' });
    assert.equal((await close(at('2022-09-06T00:15:00'))).units[0]?.outcome, 'locked');
    await assert.rejects(
      closePeriod(
        { runId: 'close', period: '2022-05' as never, asOf: at('2022-09-06T00:15:00') },
        portsOf(world, NEVER).ports,
      ),
      { code: 'not-found' },
    );
  });
});
