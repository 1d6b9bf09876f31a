/** Puts a district's nightly mail into the outbox, when what there is to say has changed since the last one. */
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import { mailPath } from '../../schemas/document-paths.ts';
import type { MailDocument, Told } from '../../schemas/documents.ts';
import { newMail } from '../domain/mail/outbox.ts';
import { type UnitMailRequest, unitMail } from '../domain/mail/unit-mail.ts';
import type { Store } from '../ports.ts';
import { contentHash } from './content-hash.ts';

export interface UnitMailPlanRequest extends UnitMailRequest {
  /** The offices' addresses. */
  readonly to: readonly string[];
  /** Hash of what was last mailed; null before the first. */
  readonly notified: string | null;
  /** When the mail is queued; `today` is its day. */
  readonly now: Instant;
}

export interface UnitMailPlan {
  readonly mail: MailDocument | null;
  /** What `notified` and `told` are from now on. Store them after the mail. */
  readonly notified: string | null;
  readonly told: Told | null;
}

const mailId = (today: PlainDate, unit: string, hash: string): string =>
  `${today}_${unit}_validation_${hash.slice(0, 8)}`;

/**
 * What was mailed is known by its problems, not by its words or rows: a better sentence in the rulebook is no news, and a
 * row that moved is none either. No mail when the same was mailed last, when there never was a problem, or when there is no address. Without an address
 * `notified` stays as it was, so that the first address that is entered hears how things stand.
 */
export function planUnitMail(request: UnitMailPlanRequest): UnitMailPlan {
  const { unit, notified, told, to, today, now } = request;
  const { groups, ...content } = unitMail(request);
  const hash = contentHash(groups);
  const asBefore = { mail: null, notified, told };
  if (hash === notified) return asBefore;
  const from = { notified: hash, told: { on: today, groups: [...groups] } };
  if (notified === null && groups.length === 0) return { mail: null, ...from };
  const mail = newMail(mailId(today, unit.id, hash), to, content, now);
  return mail === null ? asBefore : { mail, ...from };
}

/** Whether the mail is new. One that lies in the outbox, sent or not, is left as it is: queuing twice is queuing once. */
export async function queueMail(mail: MailDocument, store: Store): Promise<boolean> {
  const queued = await store.transact(mailPath(mail.id), (current) => (current === undefined ? mail : undefined));
  return queued !== undefined;
}

export interface QueuedUnitMail extends Pick<UnitMailPlan, 'notified' | 'told'> {
  readonly queued: boolean;
}

/** Plans and queues. The caller stores the rest afterwards: a death in between queues the same mail once more, as one. */
export async function queueUnitMail(request: UnitMailPlanRequest, store: Store): Promise<QueuedUnitMail> {
  const { mail, ...from } = planUnitMail(request);
  return { queued: mail === null ? false : await queueMail(mail, store), ...from };
}
