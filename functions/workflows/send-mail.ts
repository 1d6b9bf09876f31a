/**
 * Empties the outbox, one mail after the other. At least once: between the server's answer and ours a death may send a mail
 * a second time, with the same Message-ID, by which the receiving side can tell.
 */
import { type Instant, toInstant } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { claimMail, isDue, settleMail } from '../domain/mail/outbox.ts';
import { toAppError } from '../errors.ts';
import type { Clock, Delivery, Log, Mailer, Store } from '../ports.ts';

export interface SendMailPorts {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly log: Log;
  readonly clock: Clock;
}

export interface SendMailRequest {
  readonly runId: string;
  /** The moment at which the run begins. */
  readonly now: Instant;
}

/** Mails, by what became of them in this run. */
export interface SendMailResult {
  readonly sent: number;
  /** Back in the queue. */
  readonly retried: number;
  readonly dead: number;
}

/** What became of one mail, null when another run has it. */
type Fate = keyof SendMailResult | 'down' | null;

/** Never rejects for one mail's sake; rejects when the outbox cannot be read. A server that is down ends the run. */
export async function sendMail(request: SendMailRequest, ports: SendMailPorts): Promise<SendMailResult> {
  const result = { sent: 0, retried: 0, dead: 0 };
  const now = movingNow(request.now, ports.clock);
  try {
    for (const path of await dueMails(ports.store, request.now)) {
      const fate = await sendSafely(path, { now, runId: request.runId }, ports);
      if (fate === 'down') {
        result.retried += 1;
        break;
      }
      if (fate !== null) result[fate] += 1;
    }
  } finally {
    await ports.mailer.close();
  }
  return result;
}

/** `start`, moved on by the time that has passed: a lease that is given late in a long run must not begin in its past. */
function movingNow(start: Instant, clock: Clock): Clock {
  const startedAt = Date.parse(clock());
  return () => toInstant(Date.parse(start) + Date.parse(clock()) - startedAt);
}

/** The oldest first: ids begin with their day. */
async function dueMails(store: Store, now: Instant): Promise<readonly string[]> {
  const mails = [...(await store.list('mail'))] as [string, MailDocument][];
  return mails.filter(([, mail]) => isDue(mail, now)).map(([path]) => path);
}

interface Run {
  readonly now: Clock;
  readonly runId: string;
}

/** A store that fails at one mail must not keep the others: its lease ends, and a later run has it. */
async function sendSafely(path: string, run: Run, ports: SendMailPorts): Promise<Fate> {
  try {
    return await sendOne(path, run, ports);
  } catch (cause) {
    const { code, message } = toAppError(cause);
    ports.log('ERROR', `A mail could not be claimed or settled: ${message}`, { mail: path, code, runId: run.runId });
    return null;
  }
}

async function sendOne(path: string, { now, runId }: Run, ports: SendMailPorts): Promise<Fate> {
  const claimed = await change(path, ports.store, (mail) => claimMail(mail, now(), runId));
  if (claimed === undefined) return null;
  if (claimed.state === 'dead') return report(claimed, 'dead', runId, ports.log);
  const delivery = await deliver(claimed, ports);
  const settled = await change(path, ports.store, (mail) => settleMail(mail, delivery, now(), runId));
  if (settled === undefined) {
    ports.log('WARNING', 'A mail took longer than its lease; it may be sent twice', { mail: claimed.id, runId });
    return null;
  }
  return report(settled, delivery.outcome, runId, ports.log);
}

async function change(
  path: string,
  store: Store,
  decide: (mail: MailDocument) => MailDocument | undefined,
): Promise<MailDocument | undefined> {
  const changed = await store.transact(path, (current) => current && decide(current as MailDocument));
  return changed as MailDocument | undefined;
}

/** A mailer that breaks leaves it open whether the mail is out, so it is tried again. */
async function deliver(
  { id, to, subject, text, html }: MailDocument,
  { mailer, log }: SendMailPorts,
): Promise<Delivery> {
  try {
    return await mailer.send({ id, to, subject, text, html });
  } catch (cause) {
    const { code } = toAppError(cause);
    log('ERROR', 'The mailer broke', { mail: id, code, stack: cause instanceof Error ? cause.stack : undefined });
    return { outcome: 'delayed', error: code };
  }
}

function report(mail: MailDocument, outcome: Delivery['outcome'] | 'dead', runId: string, log: Log): Fate {
  const fields = { mail: mail.id, runId, attempts: mail.attempts, error: mail.lastError };
  if (mail.state === 'sent') {
    if (mail.lastError !== null) log('WARNING', 'A mail was sent, but not to all of its addresses', fields);
    return 'sent';
  }
  if (mail.state === 'dead') {
    log('ERROR', 'A mail is given up', fields);
    return 'dead';
  }
  if (outcome === 'down') {
    log('ERROR', 'The mail server cannot be used; the mails wait', fields);
    return 'down';
  }
  log('WARNING', 'A mail has to wait', fields);
  return 'retried';
}
