import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { NO_CALLS } from '../../functions/domain/calls.ts';
import type { Store } from '../../functions/ports.ts';
import { type QueueDigestRequest, queueDigest } from '../../functions/workflows/queue-digest.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { MailDocument, ReportDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aMail, aReport, aUnit } from '../support/documents.ts';

const request = (changes: Partial<QueueDigestRequest> = {}): QueueDigestRequest => ({
  asOf: '2022-08-25T21:00:00.000+07:00' as Instant,
  results: [{ unit: '2022:464', outcome: 'checked' }],
  reports: [],
  units: [],
  calendar: DEFAULT_CALENDAR,
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

  describe('a report that is overdue', () => {
    const units = [aUnit(), aUnit({ unit: '2022:468', name: 'Cam Lộ' }), aUnit({ unit: '2022:471', name: 'Cồn Cỏ' })];
    const at = (text: string) => `${text}T21:00:00.000+07:00` as Instant;
    const sent = { status: 'late', firstValidAt: at('2022-08-30'), submittedAt: at('2022-08-30') } as const;
    const extended = { status: 'in-progress', extendedUntil: '2022-09-11T00:00:00.000+07:00' as Instant } as const;
    const results = [{ unit: '2022:464', outcome: 'unchanged' }] as const;

    /** The lines of units in the digest of a quiet night; null when none was queued. */
    async function told(day: string, reports: ReportDocument[], own = units): Promise<string[] | null> {
      const outbox = await store();
      await outbox.write(new Map(reports.map((report) => [reportPath(report.unit, report.period), report])));
      await queueDigest(request({ asOf: at(day), results, units: own }), outbox);
      const path = `mail/${day}_department_digest`;
      const digest = (await outbox.get([path])).get(path) as MailDocument | undefined;
      return digest?.text.split('\n').filter((line) => line.startsWith('- ')) ?? null;
    }
    const never = (days: number) => `- Huyện Cam Lộ: Chưa nộp, quá hạn ${days} ngày.`;
    const vinhLinh = (days: number, more = '') =>
      `- Huyện Vĩnh Linh: Chưa nộp, quá hạn ${days} ngày${more}; hoạt động: 2/3 dòng được tính; 3 lỗi cần sửa.`;

    it('is told every night until the month has locked, whether anything else happened or not', async () => {
      const reports = [aReport({ period: '2022-08' as Period })];
      assert.equal(await told('2022-08-29', reports), null);
      assert.deepEqual(await told('2022-08-30', reports), [vinhLinh(1), never(1)]);
      assert.deepEqual(await told('2022-09-05', reports), [vinhLinh(7), never(7)]);
      assert.deepEqual(await told('2022-09-06', reports), [vinhLinh(7), never(7)]);
      assert.equal(await told('2022-09-07', reports), null);
    });

    it('is not told when all have sent', async () => {
      const reports = units.map(({ unit }) => aReport({ unit, period: '2022-08' as Period, ...sent }));
      assert.equal(await told('2022-09-05', reports), null);
    });

    it('is told again when the time is over that the Department gave', async () => {
      const reports = [aReport({ period: '2022-08' as Period, ...extended })];
      const own = [aUnit({ keptOpen: ['2022-08' as Period] }), ...units.slice(1)];
      assert.deepEqual(await told('2022-09-05', reports, own), [never(7)]);
      assert.equal(await told('2022-09-10', reports, own), null);
      const line = vinhLinh(12, ' · gia hạn đến hết ngày 10/09/2022');
      assert.deepEqual(await told('2022-09-11', reports, own), [line]);
    });
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
