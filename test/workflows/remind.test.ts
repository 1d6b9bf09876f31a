/** Reminders at 08:00 of working days, only to those who have not sent at this moment. DESIGN §5. */
import assert from 'node:assert/strict';
import { remind } from '../../functions/workflows/remind.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { at, NEVER, openWorld, portsOf, sent, tick, UNIT, type World } from '../support/month-world.ts';

const call = async (world: World, now: Instant) => {
  world.google.now = now;
  const { notices } = await remind({ runId: 'remind', asOf: now }, portsOf(world, NEVER).ports);
  return notices.filter(({ period }) => period === '2022-08');
};
const mails = async ({ store }: World) => [...(await store.list('mail')).keys()];

describe('remind', () => {
  const days: readonly [now: string, kind: string | null][] = [
    ['2022-08-18T08:00:00', 'reminder-7'],
    ['2022-08-18T07:59:00', null],
    ['2022-08-24T08:00:00', 'reminder-3'],
    ['2022-08-26T08:00:00', 'reminder-1'],
    ['2022-08-27T08:00:00', null],
    ['2022-08-29T08:00:00', null],
    ['2022-08-30T08:00:00', 'overdue'],
    ['2022-09-05T08:00:00', null],
    ['2022-09-02T08:00:00', null],
  ];
  for (const [now, kind] of days) {
    it(`${now}: ${kind ?? 'nothing'}`, async () => {
      const world = await openWorld();
      const notices = await call(world, at(now));
      const expected = kind === null ? [] : [{ kind, period: '2022-08', missing: [UNIT], queued: 1 }];
      assert.deepEqual(notices, expected);
      const ids = (await mails(world)).filter((id) => id.endsWith('_2022-08'));
      assert.deepEqual(ids, kind === null ? [] : [`mail/${now.slice(0, 10)}_${UNIT}_${kind}_2022-08`]);
    });
  }

  it('the same notice is one mail, however often it is asked for', async () => {
    const world = await openWorld();
    await call(world, at('2022-08-26T08:00:00'));
    assert.equal((await call(world, at('2022-08-26T09:00:00')))[0]?.queued, 0);
  });

  it('who has sent is not reminded, and who ticked a minute ago has sent', async () => {
    assert.deepEqual((await call(await sent(), at('2022-08-30T08:00:00')))[0]?.missing, []);
    const world = await openWorld();
    world.google.now = at('2022-08-26T07:59:00');
    world.google.edit('workbook-1', tick);
    assert.deepEqual(await call(world, at('2022-08-26T08:00:00')), [
      { kind: 'reminder-1', period: '2022-08', missing: [], queued: 0 },
    ]);
  });
});
