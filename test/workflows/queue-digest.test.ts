import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { NO_CALLS } from '../../functions/domain/calls.ts';
import type { Store } from '../../functions/ports.ts';
import { type QueueDigestRequest, queueDigest } from '../../functions/workflows/queue-digest.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { aMail } from '../support/documents.ts';

const request = (changes: Partial<QueueDigestRequest> = {}): QueueDigestRequest => ({
  asOf: '2022-08-25T21:00:00.000+07:00' as Instant,
  results: [{ unit: '2022:464', outcome: 'checked' }],
  reports: [],
  calls: NO_CALLS,
  mails: 1,
  to: ['so-tttt@example.vn'],
  ...changes,
});
const quiet = (day = '25'): Partial<QueueDigestRequest> => ({
  asOf: `2022-08-${day}T21:00:00.000+07:00` as Instant,
  results: [{ unit: '2022:464', outcome: 'unchanged' }],
});
const store = async (...mails: MailDocument[]): Promise<Store> => {
  const memory = memoryStore();
  await memory.write(new Map(mails.map((mail) => [`mail/${mail.id}`, mail])));
  return memory;
};
const idsOf = async (outbox: Store): Promise<string[]> => [...(await outbox.list('mail')).keys()];
const dead = aMail({
  id: '2022-08-20_2022:464_validation_01234567',
  state: 'dead',
  lastError: 'EENVELOPE 550 RCPT TO',
});

describe('the Department’s digest', () => {
  it('is queued once a day', async () => {
    const outbox = await store();
    assert.equal(await queueDigest(request(), outbox), true);
    assert.equal(await queueDigest(request({ mails: 7 }), outbox), false);
    assert.deepEqual(await idsOf(outbox), ['mail/2022-08-25_department_digest']);
  });

  it('is not queued for a night without news, nor without an address', async () => {
    const outbox = await store();
    assert.equal(await queueDigest(request(quiet()), outbox), false);
    assert.equal(await queueDigest(request({ to: [] }), outbox), false);
    assert.deepEqual(await idsOf(outbox), []);
  });

  it('tells of a dead mail, once', async () => {
    const outbox = await store(dead, aMail({ id: '2022-08-20_sent', state: 'sent' }));
    assert.equal(await queueDigest(request(quiet()), outbox), true);
    const path = 'mail/2022-08-25_department_digest';
    const digest = (await outbox.get([path])).get(path) as MailDocument;
    assert.ok(digest.text.includes(`Mã thư: ${dead.id}`) && !digest.text.includes('2022-08-20_sent'));
    assert.equal(await queueDigest(request(quiet('26')), outbox), false);
  });

  describe('a month edited after its lock', () => {
    const unit = { unit: '2022:464', outcome: 'unchanged', editedAfterLock: ['2022-07' as Period] } as const;
    const told = '- Huyện Vĩnh Linh, kỳ 07/2022: số liệu đã khóa giữ nguyên.';
    const cases: [name: string, digests: Partial<MailDocument>[], expected: boolean][] = [
      ['is told by a night without other news', [], true],
      ['is not told again when the last digest named it', [{ id: '2022-08-24_department_digest', text: told }], false],
      [
        'is told when the digest that named it died',
        [{ id: '2022-08-24_department_digest', text: told, state: 'dead' }],
        true,
      ],
      [
        'is told when only an earlier digest named it',
        [
          { id: '2022-08-24_department_digest', text: 'Kết quả kiểm tra' },
          { id: '2022-08-20_department_digest', text: told },
        ],
        true,
      ],
      ['is not told by another mail', [{ id: '2022-08-24_2022:464_validation_01234567', text: told }], true],
    ];
    for (const [name, digests, expected] of cases) {
      it(name, async () => {
        const outbox = await store(...digests.map((digest) => aMail(digest)));
        assert.equal(await queueDigest(request({ ...quiet(), results: [unit] }), outbox), expected);
      });
    }
  });

  it('tells of it again when the digest itself died', async () => {
    const outbox = await store(
      dead,
      aMail({ id: '2022-08-24_department_digest', state: 'dead', text: `Mã thư: ${dead.id}` }),
    );
    assert.equal(await queueDigest(request(quiet()), outbox), true);
  });
});
