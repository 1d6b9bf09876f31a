/** Puts the Department's digest into the outbox: one a day, and only when the night has something to tell. */
import { dayInVietnam } from '../../schemas/calendar.ts';
import type { MailDocument } from '../../schemas/documents.ts';
import { type DigestRequest, digestMail, editsOf, isWorthTelling } from '../domain/mail/digest-mail.ts';
import { newMail } from '../domain/mail/outbox.ts';
import type { Store } from '../ports.ts';
import { findOverdue, type OverdueRequest } from './find-overdue.ts';
import { queueMail } from './queue-unit-mail.ts';

export interface QueueDigestRequest extends Omit<DigestRequest, 'deadLetters' | 'overdue'>, OverdueRequest {
  /** The Department's addresses. */
  readonly to: readonly string[];
}

const DIGEST = '_department_digest';

/** Dead mails that no digest has named yet. A digest that died itself has told nobody. */
export function untoldDeaths(mails: readonly MailDocument[]): readonly MailDocument[] {
  const told = mails.filter(({ id, state }) => id.endsWith(DIGEST) && state !== 'dead').map(({ text }) => text);
  return mails.filter(({ id, state }) => state === 'dead' && !told.some((text) => text.includes(id)));
}

/** Months edited after their lock that the last digest does not name: the night that found one may have died before it told. */
export function untoldEdits(results: DigestRequest['results'], mails: readonly MailDocument[]): readonly string[] {
  const digests = mails.filter(({ id, state }) => id.endsWith(DIGEST) && state !== 'dead');
  const last = digests.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
  return editsOf(results).filter((edit) => !last?.text.includes(`- ${edit}: `));
}

type Untold = Pick<DigestRequest, 'deadLetters' | 'overdue'> & { readonly edits: readonly string[] };

/** Null when nothing happened, or when nobody is there to read it. */
export function planDigest(request: QueueDigestRequest & Untold): MailDocument | null {
  if (!isWorthTelling(request) && request.edits.length === 0) return null;
  const id = `${dayInVietnam(request.asOf)}${DIGEST}`;
  return newMail(id, request.to, digestMail(request), request.asOf);
}

/** Whether a digest was queued. */
export async function queueDigest(request: QueueDigestRequest, store: Store): Promise<boolean> {
  const mails = [...(await store.list('mail')).values()] as MailDocument[];
  const overdue = await findOverdue(request, store);
  const untold = { deadLetters: untoldDeaths(mails), edits: untoldEdits(request.results, mails), overdue };
  const mail = planDigest({ ...request, ...untold });
  return mail === null ? false : queueMail(mail, store);
}
