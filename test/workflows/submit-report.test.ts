/** A report that is sent by call: who may, what it answers, and that a request is one deed however often it is sent. */
import assert from 'node:assert/strict';
import { AppError } from '../../functions/errors.ts';
import { submitReport } from '../../functions/workflows/submit-report.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import {
  ACTIVITIES,
  AUGUST,
  at,
  NEVER,
  openWorld,
  portsOf,
  setCell,
  TURNS,
  UNIT,
  type World,
} from '../support/month-world.ts';

const STAFF = 'Can-Bo@huyen.vn';
const MORNING = at('2022-08-25T09:00:00');
const LATER = at('2022-08-25T09:05:00');

async function ready(form?: Parameters<typeof openWorld>[0]): Promise<World> {
  const world = await openWorld(form);
  const settings = (await world.store.get([SETTINGS_PATH])).get(SETTINGS_PATH) ?? {};
  const staff = { [UNIT]: ['can-bo@huyen.vn'], '2022:468': ['nguoi-khac@huyen.vn'] };
  await world.store.write(new Map([[SETTINGS_PATH, { ...settings, staff }]]));
  return world;
}

interface Sending {
  readonly who?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly requestId?: string;
  readonly asOf?: Instant;
  readonly isOperator?: boolean;
}

function send(world: World, { period = AUGUST, asOf = MORNING, ...sending }: Sending = {}) {
  world.google.now = asOf;
  const request = { unit: UNIT, who: STAFF, requestId: 'r1', isOperator: false, ...sending, asOf };
  return submitReport({ ...request, period: period as Period }, portsOf(world, NEVER).ports);
}

const documents = async ({ store }: World, collection: string) => [...(await store.list(collection)).entries()];
const editTurns = (world: World, turns: number) =>
  world.google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, turns));

/** Audit notes and mails so far. */
const traces = async (world: World) => [
  (await documents(world, 'audit')).length,
  (await documents(world, 'mail')).length,
];

describe('sending a report by call', () => {
  it('answers the receipt, its moment and what was counted', async () => {
    const { receipt, ...rest } = await send(await ready());
    assert.match(receipt, /^464-0822-[0-9A-Z]{6}-[0-9A-Z]$/);
    assert.deepEqual(rest, {
      unit: UNIT,
      period: AUGUST,
      requestId: 'r1',
      status: 'submitted',
      receivedAt: MORNING,
      counts: {
        teams: { read: 2, accepted: 2, rejected: 0 },
        members: { read: 10, accepted: 10, rejected: 0 },
        activities: { read: 1, accepted: 1, rejected: 0 },
      },
    });
  });

  it('the same request again, after a lost answer, is the same deed: one note, one mail, the first moment', async () => {
    const world = await ready();
    const first = await send(world);
    assert.deepEqual(await traces(world), [1, 1]);
    assert.deepEqual(await send(world, { asOf: LATER }), first);
    assert.deepEqual(await traces(world), [1, 1]);
  });

  it('ten times at once it is one deed too', async () => {
    const world = await ready();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(world)));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.deepEqual(await traces(world), [1, 1]);
  });

  it('what was edited since is sent anew, and the name of an old request hides nothing', async () => {
    const world = await ready();
    const moments = [MORNING, LATER, at('2022-08-25T09:10:00')];
    const receipts = [];
    for (const [index, asOf] of moments.entries()) {
      if (index > 0) editTurns(world, 76 + index);
      receipts.push((await send(world, { asOf })).receipt);
    }
    assert.equal(new Set(receipts).size, 3);
    const notes = (await documents(world, 'audit')).map(([, { who, at: moment }]) => [who, moment]);
    assert.deepEqual(
      notes.sort(),
      moments.map((moment) => [STAFF, moment]),
    );
  });

  const refused: readonly [name: string, sending: Sending, code: string][] = [
    ['staff of another unit', { who: 'nguoi-khac@huyen.vn' }, 'forbidden'],
    ['an address that only begins alike', { who: 'can-bo@huyen.vn.example' }, 'forbidden'],
    ['listed staff, for another unit', { unit: '2022:468' }, 'forbidden'],
    ['a month that is not open', { period: '2023-05' }, 'not-found'],
    ['an operator, for a unit without a workbook', { unit: '2022:469', isOperator: true }, 'not-found'],
  ];
  for (const [name, sending, code] of refused) {
    it(`refuses ${name}: ${code}`, async () => {
      const world = await ready();
      await assert.rejects(send(world, sending), (error) => error instanceof AppError && error.code === code);
      assert.deepEqual(await traces(world), [0, 0]);
    });
  }

  it('says what is left of a report that cannot be sent, line by line', async () => {
    const world = await ready({});
    await assert.rejects(send(world), (error) => {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, 'blocked');
      assert.match(error.problems?.join('\n') ?? '', /«Người lập báo cáo»/);
      return true;
    });
  });
});
