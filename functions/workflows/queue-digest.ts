/** Puts the Department's digest into the outbox: one a day, and only when the night has something to tell. */
import { dayInVietnam } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { type DigestRequest, digestMail, isWorthTelling } from '../domain/mail/digest-mail.ts';
import { newMail } from '../domain/mail/outbox.ts';
import type { Store } from '../ports.ts';
import { queueMail } from './queue-unit-mail.ts';

export interface QueueDigestRequest extends Omit<DigestRequest, 'deadLetters'> {
  /** The Department's addresses. */
  readonly to: readonly string[];
}

const DIGEST = '_department_digest';

/** Dead mails that no digest has named yet. A digest that died itself has told nobody. */
export function untoldDeaths(mails: readonly MailDocument[]): readonly MailDocument[] {
  const told = mails.filter(({ id, state }) => id.endsWith(DIGEST) && state !== 'dead').map(({ text }) => text);
  return mails.filter(({ id, state }) => state === 'dead' && !told.some((text) => text.includes(id)));
}

/** Null when nothing happened, or when nobody is there to read it. */
export function planDigest(request: QueueDigestRequest & Pick<DigestRequest, 'deadLetters'>): MailDocument | null {
  if (!isWorthTelling(request)) return null;
  const id = `${dayInVietnam(request.asOf)}${DIGEST}`;
  return newMail(id, request.to, digestMail(request), request.asOf);
}

/** Whether a digest was queued. */
export async function queueDigest(request: QueueDigestRequest, store: Store): Promise<boolean> {
  const mails = [...(await store.list('mail')).values()] as MailDocument[];
  const mail = planDigest({ ...request, deadLetters: untoldDeaths(mails) });
  return mail === null ? false : queueMail(mail, store);
}
