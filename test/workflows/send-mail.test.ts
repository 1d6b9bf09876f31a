import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { SMTPServer } from 'smtp-server';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { smtpMailer } from '../../functions/adapters/smtp-mailer.ts';
import type { Delivery, Mailer, Store } from '../../functions/ports.ts';
import { type SendMailResult, sendMail } from '../../functions/workflows/send-mail.ts';
import { type MailSink, openMailSink } from '../../local/mail/mail-sink.ts';
import { type Instant, toInstant } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { aMail } from '../support/documents.ts';
import { storesUnderTest } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NINE = Date.parse('2022-08-25T21:00:00+07:00');
const minute = (minutes: number): Instant => toInstant(NINE + minutes * 60_000);
const FROM = 'to-cns@quangtri.example';
const idOf = (unit: number): string => `2022-08-25_2022:${unit}_validation_0123abcd`;
const waiting = (unit: number, changes: Partial<MailDocument> = {}): MailDocument =>
  aMail({ id: idOf(unit), subject: `Huyện số ${unit}: không còn lỗi`, queuedAt: minute(0), ...changes });

async function outbox(store: Store, ...mails: MailDocument[]): Promise<Store> {
  await store.write(new Map(mails.map((mail) => [`mail/${mail.id}`, mail])));
  return store;
}

async function mailsIn(store: Store): Promise<MailDocument[]> {
  return [...(await store.list('mail')).values()] as MailDocument[];
}

const statesIn = async (store: Store): Promise<string[]> =>
  (await mailsIn(store)).map(({ state, attempts, notBefore }) =>
    [state, attempts, notBefore?.slice(11, 16) ?? '-'].join(' '),
  );

/** One run; `log` is a spy. `minutes` after nine o'clock. */
function runner(store: Store, mailer: Mailer) {
  const log = sinon.spy();
  let runs = 0;
  const run = (minutes = 0): Promise<SendMailResult> =>
    sendMail({ runId: `run-${++runs}`, now: minute(minutes) }, { store, mailer, log, clock: () => minute(minutes) });
  return { run, log };
}

/** A mailer that answers by the address of the unit. */
function scripted(answer: (id: string) => Delivery['outcome'] | Error): Mailer & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    async send({ id }) {
      sent.push(id);
      const outcome = answer(id);
      if (outcome instanceof Error) throw outcome;
      return { outcome, error: outcome === 'sent' ? null : 'EENVELOPE' };
    },
    close: async () => {},
  };
}

describe('send-mail through real SMTP: nodemailer → sink', () => {
  const folder = temporaryFolder();
  let sink: MailSink;
  let mailer: Mailer;
  beforeEach(async () => {
    sink = await openMailSink({ directory: folder(), now: () => minute(0) });
    mailer = smtpMailer({ url: sink.url, from: FROM });
  });
  afterEach(() => sink.close());

  it('sends what waits, the oldest first, Vietnamese intact; a second run sends nothing', async () => {
    const store = await outbox(memoryStore(), waiting(465), waiting(464), waiting(466, { notBefore: minute(1) }));
    const { run } = runner(store, mailer);
    assert.deepEqual(await run(), { sent: 2, retried: 0, dead: 0 });
    assert.deepEqual(
      (await sink.inbox()).map(({ id, to, subject }) => [id, to, subject]),
      [
        [idOf(464), ['phong-vhtt@example.vn'], 'Huyện số 464: không còn lỗi'],
        [idOf(465), ['phong-vhtt@example.vn'], 'Huyện số 465: không còn lỗi'],
      ],
    );
    assert.deepEqual(await statesIn(store), ['sent 1 -', 'sent 1 -', 'queued 0 21:01']);
    assert.equal((await mailsIn(store))[0]?.sentAt, minute(0));
    assert.deepEqual(await run(), { sent: 0, retried: 0, dead: 0 });
    assert.equal((await sink.inbox()).length, 2);
  });

  it('a mailer that breaks after the server’s 250: sent again with the same Message-ID, and dropped', async () => {
    const store = await outbox(memoryStore(), waiting(464));
    const breaking: Mailer = {
      ...mailer,
      async send(mail) {
        await mailer.send(mail);
        throw new Error('out of memory');
      },
    };
    assert.deepEqual(await runner(store, breaking).run(), { sent: 0, retried: 1, dead: 0 });
    assert.equal((await sink.inbox()).length, 1);
    const taken = sinon.spy(mailer, 'send');
    assert.deepEqual(await runner(store, mailer).run(1), { sent: 1, retried: 0, dead: 0 });
    sinon.assert.calledOnce(taken);
    assert.equal((await sink.inbox()).length, 1, 'the sink knows the Message-ID');
  });

  it('a death between the server’s 250 and our «sent»: the lease ends, then the same, and the sink drops it', async () => {
    const store = await outbox(memoryStore(), waiting(464));
    const dying: Store = { ...store, transact: sinon.stub(store, 'transact').callThrough().onSecondCall().rejects() };
    const { run, log } = runner(dying, mailer);
    assert.deepEqual(await run(), { sent: 0, retried: 0, dead: 0 });
    sinon.assert.calledOnce(log);
    sinon.restore();
    assert.deepEqual(await statesIn(store), ['sending 1 -']);
    const later = runner(store, mailer);
    assert.deepEqual(await later.run(4), { sent: 0, retried: 0, dead: 0 }, 'the lease holds');
    assert.deepEqual(await later.run(5), { sent: 1, retried: 0, dead: 0 });
    assert.deepEqual(await statesIn(store), ['sent 2 -']);
    assert.equal((await sink.inbox()).length, 1);
  });

  it('the server is down: all stay queued and untouched; when it is back all are sent', async () => {
    await sink.close();
    const store = await outbox(memoryStore(), waiting(464), waiting(465), waiting(466));
    const { run, log } = runner(store, mailer);
    assert.deepEqual(await run(), { sent: 0, retried: 1, dead: 0 });
    assert.deepEqual(await statesIn(store), ['queued 0 -', 'queued 0 -', 'queued 0 -']);
    sinon.assert.calledOnce(log);
    for (let outage = 1; outage <= 6; outage += 1) await run(outage * 60);
    sink = await openMailSink({ directory: folder(), now: () => minute(0) });
    const back = runner(store, smtpMailer({ url: sink.url, from: FROM }));
    assert.deepEqual(await back.run(420), { sent: 3, retried: 0, dead: 0 });
  });
});

describe('send-mail and a server that refuses', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  /** Answers `RCPT TO` with this code for the address `xau@x.vn`. */
  async function refusing(responseCode: number): Promise<Mailer> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 500,
      onRcptTo: ({ address }, _, answer) =>
        answer(address === 'xau@x.vn' ? Object.assign(new Error('no'), { responseCode }) : null),
      onData: (stream, _, answer) => void stream.resume().on('end', () => answer()),
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    return smtpMailer({ url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, from: FROM });
  }

  it('550: dead at once, and the others go out', async () => {
    const store = await outbox(memoryStore(), waiting(464, { to: ['xau@x.vn'] }), waiting(465));
    const { run, log } = runner(store, await refusing(550));
    assert.deepEqual(await run(), { sent: 1, retried: 0, dead: 1 });
    assert.deepEqual(await statesIn(store), ['dead 1 -', 'sent 1 -']);
    assert.equal((await mailsIn(store))[0]?.lastError, 'EENVELOPE 550 RCPT TO');
    assert.ok(!JSON.stringify(log.args).includes('xau@x.vn'), 'no address in the log');
  });

  it('451: tried again after 1, 5, 15, 60 minutes, then dead, and the others go out', async () => {
    const store = await outbox(memoryStore(), waiting(464, { to: ['xau@x.vn'] }), waiting(465));
    const { run } = runner(store, await refusing(451));
    assert.deepEqual(await run(), { sent: 1, retried: 1, dead: 0 });
    const retries: string[] = [];
    for (const minutes of [1, 6, 21, 81]) {
      assert.deepEqual(await run(minutes - 0.5), { sent: 0, retried: 0, dead: 0 }, 'not before its time');
      retries.push((await statesIn(store))[0] ?? '');
      await run(minutes);
    }
    assert.deepEqual(retries, ['queued 1 21:01', 'queued 2 21:06', 'queued 3 21:21', 'queued 4 22:21']);
    assert.deepEqual(await statesIn(store), ['dead 5 -', 'sent 1 -']);
  });
});

describe('send-mail', () => {
  it('goes on after a mail at which the mailer or the store breaks', async () => {
    const store = await outbox(memoryStore(), waiting(464), waiting(465), waiting(466));
    const mailer = scripted((id) => (id === idOf(464) ? new Error('Nguyễn Văn A') : 'sent'));
    const { transact } = store;
    sinon
      .stub(store, 'transact')
      .callsFake((path, decide) =>
        path.includes(':465') ? Promise.reject(new Error('Firestore')) : transact.call(store, path, decide),
      );
    assert.deepEqual(await runner(store, mailer).run(), { sent: 1, retried: 1, dead: 0 });
    assert.deepEqual(mailer.sent, [idOf(464), idOf(466)]);
  });

  it('closes the mailer, also when the outbox cannot be read', async () => {
    const store = memoryStore();
    sinon.stub(store, 'list').rejects(new Error('Firestore'));
    const mailer = scripted(() => 'sent');
    const close = sinon.spy(mailer, 'close');
    await assert.rejects(runner(store, mailer).run());
    sinon.assert.calledOnce(close);
  });

  it('marks nothing when the lease ran out in between, and says so', async () => {
    const store = await outbox(memoryStore(), waiting(464));
    const other: MailDocument = waiting(464, {
      state: 'sending',
      attempts: 2,
      lease: { runId: 'x', until: minute(9) },
    });
    const slow: Mailer = {
      async send() {
        await outbox(store, other);
        return { outcome: 'sent', error: null };
      },
      close: async () => {},
    };
    const { run, log } = runner(store, slow);
    assert.deepEqual(await run(), { sent: 0, retried: 0, dead: 0 });
    assert.deepEqual(await mailsIn(store), [other]);
    sinon.assert.calledOnceWithMatch(log, 'WARNING', 'A mail took longer than its lease; it may be sent twice');
  });

  it('gives leases from the moment at which a mail’s turn comes', async () => {
    const store = await outbox(memoryStore(), waiting(464), waiting(465));
    let minutes = 0;
    const leases: (string | undefined)[] = [];
    const slow: Mailer = {
      async send({ id }) {
        const mail = (await mailsIn(store)).find((one) => one.id === id);
        leases.push(mail?.lease?.until);
        minutes += 4;
        return { outcome: 'sent', error: null };
      },
      close: async () => {},
    };
    // The clock of the machine, not that of the run: five years later.
    const clock = () => toInstant(NINE + 5 * 365 * 86_400_000 + minutes * 60_000);
    await sendMail({ runId: 'run-1', now: minute(0) }, { store, mailer: slow, log: sinon.spy(), clock });
    assert.deepEqual(leases, [minute(5), minute(9)]);
  });

  for (const kind of storesUnderTest()) {
    it(`six racing runs send each mail once: ${kind.name}`, async () => {
      const { store, close } = await kind.open();
      try {
        await outbox(store, waiting(464), waiting(465));
        const mailer = scripted(() => 'sent');
        const { run } = runner(store, mailer);
        const results = await Promise.all(Array.from({ length: 6 }, () => run()));
        assert.equal(
          results.reduce((sum, { sent }) => sum + sent, 0),
          2,
        );
        assert.deepEqual(mailer.sent.toSorted(), [idOf(464), idOf(465)]);
      } finally {
        await close();
      }
    });
  }
});
