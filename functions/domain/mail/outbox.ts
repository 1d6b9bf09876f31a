/** The life of a mail in the outbox: queued → sending → sent, back to queued, or dead. What happens next is decided here. */
import { type Instant, toInstant } from '../../../schemas/calendar.ts';
import type { MailDocument } from '../../../schemas/documents.ts';

/** Nobody else may send a mail while one run is at it; a run that died is believed dead after this. */
const LEASE_MS = 5 * 60_000;
export const MAX_ATTEMPTS = 5;
/** Minutes to wait after the first, second … attempt. */
const BACKOFF_MINUTES = [1, 5, 15, 60] as const;

export type MailContent = Pick<MailDocument, 'subject' | 'text' | 'html'>;

/** What an attempt came to; the words of `Delivery` in `functions/ports.ts`. */
export interface Attempt {
  readonly outcome: 'sent' | 'refused' | 'delayed' | 'down';
  readonly error: string | null;
}

/** A mail that waits. Addresses are taken once each; null without any. */
export function newMail(
  id: string,
  to: readonly string[],
  { subject, text, html }: MailContent,
  queuedAt: Instant,
): MailDocument | null {
  const addresses = [...new Set(to.map((address) => address.trim()).filter((address) => address !== ''))];
  if (addresses.length === 0) return null;
  return {
    id,
    to: addresses,
    subject,
    text,
    html,
    state: 'queued',
    lease: null,
    attempts: 0,
    queuedAt,
    notBefore: null,
    sentAt: null,
    lastError: null,
  };
}

const isPast = (moment: Instant, now: Instant): boolean => Date.parse(moment) <= Date.parse(now);
const after = (now: Instant, ms: number): Instant => toInstant(Date.parse(now) + ms);

/** Whether a mail may be sent now: it waits and its time has come, or the run that was sending it has died. */
export function isDue({ state, notBefore, lease }: MailDocument, now: Instant): boolean {
  if (state === 'queued') return notBefore === null || isPast(notBefore, now);
  return state === 'sending' && (lease === null || isPast(lease.until, now));
}

/**
 * The mail in the hands of this run, undefined when it is not to be had. Attempts are counted here, so that a mail at
 * which every run dies comes to an end: it is then dead without being tried again.
 */
export function claimMail(mail: MailDocument, now: Instant, runId: string): MailDocument | undefined {
  if (!isDue(mail, now)) return undefined;
  if (mail.attempts >= MAX_ATTEMPTS)
    return { ...mail, state: 'dead', lease: null, lastError: mail.lastError ?? 'lost' };
  return { ...mail, state: 'sending', lease: { runId, until: after(now, LEASE_MS) }, attempts: mail.attempts + 1 };
}

/** The mail after an attempt of this run; undefined when the lease has run out and another run has it. */
export function settleMail(
  mail: MailDocument,
  { outcome, error }: Attempt,
  now: Instant,
  runId: string,
): MailDocument | undefined {
  if (mail.state !== 'sending' || mail.lease?.runId !== runId) return undefined;
  const free = { ...mail, lease: null, lastError: error };
  switch (outcome) {
    case 'sent':
      return { ...free, state: 'sent', sentAt: now, notBefore: null };
    case 'refused':
      return { ...free, state: 'dead', notBefore: null };
    case 'delayed':
      return delay(free, now);
    case 'down':
      // The server's fault, not the mail's: an outage of some hours must not use up its attempts.
      return { ...free, state: 'queued', attempts: mail.attempts - 1 };
  }
}

function delay(mail: MailDocument, now: Instant): MailDocument {
  const minutes = BACKOFF_MINUTES[mail.attempts - 1];
  if (mail.attempts >= MAX_ATTEMPTS || minutes === undefined) return { ...mail, state: 'dead', notBefore: null };
  return { ...mail, state: 'queued', notBefore: after(now, minutes * 60_000) };
}
