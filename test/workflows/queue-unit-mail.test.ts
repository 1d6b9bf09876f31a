import assert from 'node:assert/strict';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { planUnitMail, queueUnitMail, type UnitMailPlanRequest } from '../../functions/workflows/queue-unit-mail.ts';
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { aReport } from '../support/documents.ts';
import { afterNight, tick } from '../support/results.ts';
import { contextOf, TODAY, VINH_LINH, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const NOW = '2022-08-25T21:00:00.000+07:00' as Instant;
const wrong = workbookOf({ teams: [{ ...validRow('teams'), decisionDate: '31/06/2022' }] });
const right = workbookOf();

const request = (workbook: Workbook, changes: Partial<UnitMailPlanRequest> = {}): UnitMailPlanRequest => ({
  unit: VINH_LINH,
  review: reviewWorkbook(workbook, contextOf()),
  reports: [aReport()],
  notified: null,
  told: null,
  to: ['phong-vhtt@example.vn'],
  today: TODAY,
  now: NOW,
  workbookId: 'workbook-1',
  ...changes,
});

describe('a district’s nightly mail is planned only when something changed', () => {
  const first = planUnitMail(request(wrong));
  const fixed = planUnitMail(request(right, { notified: first.notified, told: first.told }));

  it('the first problem: a mail, its id from the day, the unit and what it says', () => {
    assert.match(first.notified ?? '', /^[0-9a-f]{64}$/);
    assert.equal(first.mail?.id, `2022-08-25_2022:464_validation_${first.notified?.slice(0, 8)}`);
    assert.deepEqual(first.mail?.to, ['phong-vhtt@example.vn']);
    assert.equal(first.mail?.queuedAt, NOW);
    assert.ok(first.mail?.text.includes('https://docs.google.com/spreadsheets/d/workbook-1/edit#gid=11&range=A2'));
  });

  it('the same problem on the next night: none', () => {
    const { notified, told } = first;
    const next = planUnitMail(request(wrong, { notified, told, today: '2022-08-26' as PlainDate }));
    assert.deepEqual(next, { mail: null, notified, told });
  });

  it('all put right: one that says so, and none after it', () => {
    assert.equal(fixed.mail?.subject, '[Tổ CNS] Huyện Vĩnh Linh: không còn lỗi (1 đã xong) – 25/08/2022');
    assert.deepEqual(planUnitMail(request(right, { notified: fixed.notified })).mail, null);
  });

  it('never a problem: none, tonight and after', () => {
    const never = planUnitMail(request(right));
    const told = { on: TODAY, groups: [] };
    assert.deepEqual(never, { mail: null, notified: fixed.notified, told });
    assert.deepEqual(planUnitMail(request(right, { notified: never.notified, told })), never);
  });

  it('no address: none, and the first address hears of it later', () => {
    const nobody = planUnitMail(request(wrong, { to: [] }));
    assert.deepEqual(nobody, { mail: null, notified: null, told: null });
    assert.equal(planUnitMail(request(wrong, { notified: nobody.notified })).mail?.id, first.mail?.id);
  });

  it('a problem that moved with its row: none', () => {
    const moved = withTab(wrong, 'Tổ', (tab) => [{ ...tab, values: tab.values.toSpliced(1, 0, []) }]);
    const { notified, told } = first;
    assert.equal(planUnitMail(request(moved, { notified, told })).mail, null);
  });

  it('a warning that was ticked as checked: one that counts it as solved', () => {
    const warned = afterNight(workbookOf({ teams: [{ ...validRow('teams'), commune: 'THI TRAN HO XA' }] }));
    const { notified, told } = planUnitMail(request(warned));
    const checked = tick(warned, 'checked', ({ rule }) => rule === 'cell.guessed');
    const { mail } = planUnitMail(request(checked, { notified, told }));
    assert.equal(mail?.subject, '[Tổ CNS] Huyện Vĩnh Linh: không còn lỗi (1 đã xong) – 25/08/2022');
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
    const { queued: isNew, ...from } = await queueUnitMail(request(wrong), store);
    assert.equal(isNew, true);
    const [mail] = (await queued(store)) as MailDocument[];
    assert.ok(mail);
    const sent = { ...mail, state: 'sent', sentAt: NOW };
    await store.write(new Map([[`mail/${mail.id}`, sent]]));
    assert.deepEqual(await queueUnitMail(request(wrong), store), { queued: false, ...from });
    assert.deepEqual(await queued(store), [sent]);
  });

  it('nothing to say: nothing in the outbox', async () => {
    const store = memoryStore();
    assert.equal((await queueUnitMail(request(right), store)).queued, false);
    assert.deepEqual(await queued(store), []);
  });
});
