import assert from 'node:assert/strict';
import type { Request, Response } from '@google-cloud/functions-framework';
import sinon from 'sinon';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { sendMailEndpoint } from '../../functions/entry/send-mail.ts';
import type { Mailer } from '../../functions/ports.ts';
import type { Instant } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { aMail } from '../support/documents.ts';

const NOW = '2022-08-25T21:00:00.000+07:00' as Instant;

async function call(body: unknown): Promise<{ status: number; body: unknown; mail: MailDocument | undefined }> {
  const store = memoryStore();
  const mail = aMail({ id: '1' });
  await store.write(new Map([['mail/1', mail]]));
  const mailer: Mailer = { send: async () => ({ outcome: 'sent', error: null }), close: async () => {} };
  const clock = () => NOW;
  const log = sinon.spy();
  const answer = { status: 0, body: undefined as unknown };
  const response = {
    status(code: number) {
      answer.status = code;
      return this;
    },
    json(value: unknown) {
      answer.body = value;
    },
  } as unknown as Response;
  const handler = sendMailEndpoint(
    { clock, log, isOperator: () => true, callerOf: () => null },
    { store, mailer, log, clock },
  );
  await handler({ method: 'POST', headers: {}, body } as Request, response);
  return { ...answer, mail: (await store.get(['mail/1'])).get('mail/1') as MailDocument | undefined };
}

describe('send-mail, the function', () => {
  it('answers what became of the outbox', async () => {
    const { status, body, mail } = await call({});
    assert.deepEqual([status, body], [200, { sent: 1, retried: 0, dead: 0 }]);
    assert.deepEqual([mail?.state, mail?.sentAt], ['sent', NOW]);
  });

  it('sends at the moment that the operator says', async () => {
    const { mail } = await call({ asOf: '2022-08-26T08:00:00+07:00' });
    assert.equal(mail?.sentAt, '2022-08-26T08:00:00.000+07:00');
  });

  it('refuses a field that nobody described', async () => {
    const { status, mail } = await call({ to: 'a@x.vn' });
    assert.deepEqual([status, mail?.state], [400, 'queued']);
  });
});
