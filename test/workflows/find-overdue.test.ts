/** The Department reads in its digest who has not sent: every night from the due date until the month has locked. DESIGN §5. */
import assert from 'node:assert/strict';
import { AppError } from '../../functions/errors.ts';
import { nightly } from '../../functions/workflows/nightly.ts';
import type { Instant } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { at, NEVER, openWorld, portsOf, sent, type World } from '../support/month-world.ts';

/** The lines of units that the night's digest says of overdue reports. */
async function told(world: World, now: Instant, isReadable = true): Promise<string[]> {
  world.google.now = now;
  const { ports } = portsOf(world, NEVER);
  const read = async () => {
    throw new AppError('forbidden', 'The workbook is not shared.');
  };
  const openCheck: typeof ports.openCheck = (calls) => {
    const check = ports.openCheck(calls);
    return isReadable ? check : { ...check, sheets: { ...check.sheets, read } };
  };
  await nightly({ runId: `night-${now}`, asOf: now }, { ...ports, openCheck });
  const path = `mail/${now.slice(0, 10)}_department_digest`;
  const digest = (await world.store.get([path])).get(path) as MailDocument | undefined;
  return digest?.text.split('\n').filter((line) => line.includes('quá hạn') && line.startsWith('- ')) ?? [];
}

const line = (status: string) =>
  `- Huyện Vĩnh Linh: Chưa nộp, quá hạn ${status}; hoạt động: 1/1 dòng được tính; 0 lỗi cần sửa.`;

describe('the night’s digest names who has not sent', () => {
  const nights: [now: string, expected: string[]][] = [
    ['2022-08-29T21:00:00', []],
    ['2022-08-30T21:00:00', [line('1 ngày')]],
    ['2022-09-05T21:00:00', [line('7 ngày')]],
    // This night has just locked the month.
    ['2022-09-06T21:00:00', [line('7 ngày · đã khóa')]],
    ['2022-09-07T21:00:00', []],
  ];
  for (const [now, expected] of nights) {
    it(`${now}: ${expected[0] ?? 'nobody'}`, async () => {
      assert.deepEqual(await told(await openWorld({}), at(now)), expected);
    });
  }

  it('by what is stored, where the workbook cannot be read', async () => {
    const world = await openWorld({});
    await told(world, at('2022-08-30T21:00:00'));
    assert.deepEqual(await told(world, at('2022-08-31T21:00:00'), false), [line('2 ngày')]);
  });

  it('nobody when all have sent', async () => {
    assert.deepEqual(await told(await sent(), at('2022-09-05T21:00:00')), []);
  });

  it('once a day, however often the night runs', async () => {
    const world = await openWorld({});
    await told(world, at('2022-09-05T21:00:00'));
    const mails = (await world.store.list('mail')).size;
    await told(world, at('2022-09-05T22:00:00'));
    assert.equal((await world.store.list('mail')).size, mails);
  });
});
