import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { messageIdOf, smtpMailer } from '../../functions/adapters/smtp-mailer.ts';
import type { Mailer, OutgoingMail } from '../../functions/ports.ts';

const FROM = 'Tổ công nghệ số <to-cns@quangtri.example>';
const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: '2022-08-25_2022:464_validation_0123abcd',
  to: ['phong-vhtt@example.vn'],
  subject: 'Huyện Vĩnh Linh',
  text: 'Kính gửi\n',
  html: '<p>Kính gửi</p>\n',
  ...changes,
});
const reply = (responseCode: number): Error => Object.assign(new Error('told by the server'), { responseCode });

describe('mails by SMTP', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function mailerTo(url: string): Mailer {
    const mailer = smtpMailer({ url, from: FROM });
    closers.push(() => mailer.close());
    return mailer;
  }

  /** A server that does what the test is about, and takes everything else. `taken` are whole mails. */
  async function serve(options: SMTPServerOptions = {}): Promise<{ mailer: Mailer; taken: string[]; port: number }> {
    const taken: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 500,
      async onData(stream, _, answer) {
        taken.push((await stream.toArray()).join(''));
        answer();
      },
      ...options,
    });
    server.on('error', () => undefined);
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = listening.address() as AddressInfo;
    return { mailer: mailerTo(`smtp://127.0.0.1:${port}`), taken, port };
  }

  it('sends with headers by which the mail is known again', async () => {
    const { mailer, taken } = await serve();
    assert.deepEqual(await mailer.send(mail()), { outcome: 'sent', error: null });
    const [raw = ''] = taken;
    assert.match(raw, /^Message-ID: <2022-08-25_2022\.464_validation_0123abcd@quangtri\.example>\r$/m);
    assert.match(raw, /^X-Outbox-ID: 2022-08-25_2022:464_validation_0123abcd\r$/m);
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
    assert.match(raw, /^From: =\?UTF-8\?[^<]+<to-cns@quangtri\.example>\r$/m);
  });

  it('sends the next mail after it was closed', async () => {
    const { mailer, taken } = await serve();
    await mailer.send(mail());
    await mailer.close();
    assert.equal((await mailer.send(mail({ id: '2' }))).outcome, 'sent');
    assert.equal(taken.length, 2);
  });

  const answers: [string, number, string, string][] = [
    ['an unknown address', 550, 'refused', 'EENVELOPE 550 RCPT TO'],
    ['not now', 451, 'delayed', 'EENVELOPE 451 RCPT TO'],
  ];
  for (const [name, code, outcome, error] of answers) {
    it(`${name}, ${code}: ${outcome}`, async () => {
      const { mailer } = await serve({ onRcptTo: (_, __, answer) => answer(reply(code)) });
      assert.deepEqual(await mailer.send(mail()), { outcome, error });
    });
  }

  it('content that is turned down, 554: refused; later, 452: delayed', async () => {
    for (const [code, outcome] of [
      [554, 'refused'],
      [452, 'delayed'],
    ] as const) {
      const { mailer } = await serve({
        onData: (stream, _, answer) => void stream.resume().on('end', () => answer(reply(code))),
      });
      assert.deepEqual(await mailer.send(mail()), { outcome, error: `EMESSAGE ${code} DATA` });
    }
  });

  it('one of two addresses is unknown: sent, and said', async () => {
    const { mailer, taken } = await serve({
      onRcptTo: ({ address }, _, answer) => answer(address.startsWith('b') ? reply(550) : null),
    });
    assert.deepEqual(await mailer.send(mail({ to: ['a@x.vn', 'b@x.vn'] })), {
      outcome: 'sent',
      error: 'EENVELOPE 550 RCPT TO',
    });
    assert.equal(taken.length, 1);
  });

  it('nobody listens: down', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    assert.equal((await mailerTo(`smtp://127.0.0.1:${port}`).send(mail())).outcome, 'down');
  });

  it('a password is wanted that we have not: down', async () => {
    const { port } = await serve({ disabledCommands: ['STARTTLS'], onAuth: (_, __, answer) => answer(reply(535)) });
    const wrong = mailerTo(`smtp://to-cns:wrong@127.0.0.1:${port}`);
    const none = mailerTo(`smtp://127.0.0.1:${port}`);
    assert.equal((await wrong.send(mail())).outcome, 'down');
    assert.equal((await none.send(mail())).outcome, 'down');
  });

  it('a connection that breaks at this mail, while the server goes on: delayed', async () => {
    const { mailer } = await serve({
      onData(stream, session) {
        stream.resume();
        const { connections } = this as unknown as SMTPServer;
        for (const connection of connections) if (connection.session.id === session.id) connection._socket.destroy();
      },
    });
    assert.equal((await mailer.send(mail())).outcome, 'delayed');
  });

  it('reads no file and no page that a mail names', async () => {
    const { mailer, taken } = await serve();
    const path = { path: new URL(import.meta.url).pathname } as unknown as string;
    const { outcome } = await mailer.send(mail({ text: path }));
    assert.notEqual(outcome, 'sent');
    assert.deepEqual(taken, []);
  });
});

describe('a Message-ID', () => {
  const cases: [string, string, string][] = [
    ['a', 'to-cns@x.vn', '<a@x.vn>'],
    ['2022-08-25_2022:464_x', 'Tổ CNS <to-cns@x.vn>', '<2022-08-25_2022.464_x@x.vn>'],
    ['a', 'to-cns', '<a@localhost>'],
  ];
  for (const [id, from, expected] of cases) {
    it(`${id} from ${from}`, () => assert.equal(messageIdOf(id, from), expected));
  }
});
