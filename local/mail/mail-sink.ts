/**
 * The mail server of the local system: real SMTP on a free port of this machine, from which no mail goes any further. A
 * mail lies in its folder before it is answered for; one with a Message-ID that was there before is taken and dropped.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Instant } from '../../schemas/calendar.ts';
import { type MailFolder, openMailFolder, type ReceivedMail } from './mail-folder.ts';

export interface MailSink {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  /** The oldest first. */
  inbox(): Promise<readonly ReceivedMail[]>;
  close(): Promise<void>;
}

export interface MailSinkOptions {
  /** Where the mails lie. */
  readonly directory: string;
  readonly now: () => Instant;
}

const MAX_BYTES = 5_000_000;
const TOO_LARGE = 552;

function outboxId({ headers }: ParsedMail): string | undefined {
  const id = headers.get('x-outbox-id');
  return typeof id === 'string' ? id : undefined;
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  folder: MailFolder,
  now: () => Instant,
): Promise<void> {
  const mail = await simpleParser(stream);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('The mail is larger than 5 MB.'), { responseCode: TOO_LARGE });
  }
  const messageId = mail.messageId ?? `<${randomUUID()}>`;
  await folder.add(messageId, {
    id: outboxId(mail) ?? messageId,
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    at: now(),
  });
}

export async function openMailSink({ directory, now }: MailSinkOptions): Promise<MailSink> {
  const folder = await openMailFolder(directory);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 2_000,
    size: MAX_BYTES,
    onData(stream, session, answer) {
      receive(stream, session, folder, now).then(() => answer(), answer);
    },
  });
  // A sender that breaks off is the sender's affair.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox: () => folder.list(),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
