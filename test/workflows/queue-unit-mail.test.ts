import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { planUnitMail, queueUnitMail, type UnitMailPlanRequest } from '../../functions/workflows/queue-unit-mail.ts';
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { aReport } from '../support/documents.ts';
import { contextOf, TODAY, VINH_LINH, validRow, workbookOf } from '../support/workbooks.ts';

const NOW = '2022-08-25T21:00:00.000+07:00' as Instant;
const wrong = workbookOf({ teams: [{ ...validRow('teams'), decisionDate: '31/06/2022' }] });
const right = workbookOf();

const request = (workbook: Workbook, changes: Partial<UnitMailPlanRequest> = {}): UnitMailPlanRequest => ({
  unit: VINH_LINH,
  review: reviewWorkbook(workbook, contextOf()),
  reports: [aReport()],
  notified: null,
  to: ['phong-vhtt@example.vn'],
  today: TODAY,
  now: NOW,
  workbookId: 'workbook-1',
  ...changes,
});

describe('a district’s nightly mail is planned only when something changed', () => {
  const first = planUnitMail(request(wrong));
  const fixed = planUnitMail(request(right, { notified: first.notified }));

  it('the first problem: a mail, its id from the day, the unit and what it says', () => {
    assert.match(first.notified ?? '', /^[0-9a-f]{64}$/);
    assert.equal(first.mail?.id, `2022-08-25_2022:464_validation_${first.notified?.slice(0, 8)}`);
    assert.deepEqual(first.mail?.to, ['phong-vhtt@example.vn']);
    assert.equal(first.mail?.queuedAt, NOW);
    assert.ok(first.mail?.text.includes('https://docs.google.com/spreadsheets/d/workbook-1/edit#gid=11&range=A2'));
  });

  it('the same problem on the next night: none', () => {
    const next = planUnitMail(request(wrong, { notified: first.notified, today: '2022-08-26' as PlainDate }));
    assert.deepEqual(next, { mail: null, notified: first.notified });
  });

  it('all put right: one that says so, and none after it', () => {
    assert.equal(fixed.mail?.subject, '[Tổ CNS] Huyện Vĩnh Linh: không còn lỗi – 25/08/2022');
    assert.deepEqual(planUnitMail(request(right, { notified: fixed.notified })).mail, null);
  });

  it('never a problem: none, tonight and after', () => {
    const never = planUnitMail(request(right));
    assert.deepEqual(never, { mail: null, notified: fixed.notified });
    assert.deepEqual(planUnitMail(request(right, { notified: never.notified })), never);
  });

  it('no address: none, and the first address hears of it later', () => {
    const nobody = planUnitMail(request(wrong, { to: [] }));
    assert.deepEqual(nobody, { mail: null, notified: null });
    assert.equal(planUnitMail(request(wrong, { notified: nobody.notified })).mail?.id, first.mail?.id);
  });

  it('an info is no reason', () => {
    const understood = workbookOf({ activities: [{ ...validRow('activities'), turns: '25 người' }] });
    assert.equal(planUnitMail(request(understood)).mail, null);
  });
});

describe('queuing a district’s mail', () => {
  const queued = async (store: ReturnType<typeof memoryStore>) => [...(await store.list('mail')).values()];

  it('twice is once, also after it was sent', async () => {
    const store = memoryStore();
    const { notified, queued: isNew } = await queueUnitMail(request(wrong), store);
    assert.equal(isNew, true);
    const [mail] = (await queued(store)) as MailDocument[];
    assert.ok(mail);
    const sent = { ...mail, state: 'sent', sentAt: NOW };
    await store.write(new Map([[`mail/${mail.id}`, sent]]));
    assert.deepEqual(await queueUnitMail(request(wrong), store), { queued: false, notified });
    assert.deepEqual(await queued(store), [sent]);
  });

  it('nothing to say: nothing in the outbox', async () => {
    const store = memoryStore();
    assert.equal((await queueUnitMail(request(right), store)).queued, false);
    assert.deepEqual(await queued(store), []);
  });
});
