/** Mails by SMTP: a province's own server, or Workspace's `smtp-relay.gmail.com`. The library is loaded with the first mail. */
import type { Delivery, Mailer, OutgoingMail } from '../ports.ts';
import { failed, judgeFailure } from './smtp-error.ts';

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:port`. */
  readonly url: string;
  /** Whom the mails come from: `to-cns@quangtri.gov.vn`, or with a name before it in angle brackets. */
  readonly from: string;
}

/** One connection, ten mails a second: a relay counts faster senders as spam. */
const POOL = { pool: true, maxConnections: 1, rateLimit: 10, maxRequeues: 0 } as const;
/** Shorter than the lease of a mail, five minutes, even one after the other. */
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 } as const;
/** No text of ours may make the library read a file or fetch a page. */
const NO_ACCESS = { disableFileAccess: true, disableUrlAccess: true } as const;

async function openTransport({ url }: SmtpOptions) {
  const { createTransport } = await import('nodemailer');
  return createTransport({ ...POOL, ...TIMEOUTS, ...NO_ACCESS, url });
}

type Transport = Awaited<ReturnType<typeof openTransport>>;

/** RFC 5322 allows no colon there; ids hold no dot, so two ids stay two. The domain is the sender's. */
export function messageIdOf(id: string, from: string): string {
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${id.replaceAll(':', '.')}@${domain}>`;
}

export function smtpMailer(options: SmtpOptions): Mailer {
  let opened: Promise<Transport> | undefined;
  return {
    async send(mail) {
      opened ??= openTransport(options);
      return deliver(await opened, mail, options.from);
    },
    async close() {
      const transport = await opened;
      opened = undefined;
      transport?.close();
    },
  };
}

async function deliver(transport: Transport, mail: OutgoingMail, from: string): Promise<Delivery> {
  try {
    const { rejectedErrors } = await transport.sendMail(messageOf(mail, from));
    const [first] = rejectedErrors ?? [];
    return first === undefined ? { outcome: 'sent', error: null } : failed('sent', first);
  } catch (cause) {
    const verdict = judgeFailure(cause);
    if (verdict !== 'ask') return failed(verdict, cause);
    return failed((await answers(transport)) ? 'delayed' : 'down', cause);
  }
}

/** A lost connection is the mail's own trouble while the server takes another one. */
async function answers(transport: Transport): Promise<boolean> {
  try {
    return await transport.verify();
  } catch {
    return false;
  }
}

/** `Auto-Submitted` keeps absence notes away, RFC 3834. */
function messageOf({ id, to, subject, text, html }: OutgoingMail, from: string) {
  return {
    from,
    to: [...to],
    subject,
    text,
    html,
    messageId: messageIdOf(id, from),
    headers: { 'X-Outbox-ID': id, 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
  };
}
