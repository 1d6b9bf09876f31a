/** Puts a district's nightly mail into the outbox, when what there is to say has changed since the last one. */
import type { Instant, PlainDate } from '../../schemas/calendar.ts';
import { type MailDocument, mailPath } from '../../schemas/documents.ts';
import { newMail } from '../domain/mail/outbox.ts';
import { type UnitMailRequest, unitMail } from '../domain/mail/unit-mail.ts';
import type { Store } from '../ports.ts';
import { contentHash } from './content-hash.ts';

export interface UnitMailPlanRequest extends Omit<UnitMailRequest, 'workbookUrl'> {
  readonly workbookId: string;
  /** The offices' addresses. */
  readonly to: readonly string[];
  /** Hash of the problem lines last mailed; null before the first. */
  readonly notified: string | null;
  /** When the mail is queued; `today` is its day. */
  readonly now: Instant;
}

export interface UnitMailPlan {
  readonly mail: MailDocument | null;
  /** What `notified` is from now on. Store it after the mail. */
  readonly notified: string | null;
}

const mailId = (today: PlainDate, unit: string, hash: string): string =>
  `${today}_${unit}_validation_${hash.slice(0, 8)}`;

/**
 * No mail when the same was mailed last, when there never was a problem, or when there is no address. Without an address
 * `notified` stays as it was, so that the first address that is entered hears how things stand.
 */
export function planUnitMail(request: UnitMailPlanRequest): UnitMailPlan {
  const { unit, notified, to, today, now, workbookId } = request;
  const workbookUrl = `https://docs.google.com/spreadsheets/d/${workbookId}/edit`;
  const { lines, ...content } = unitMail({ ...request, workbookUrl });
  const hash = contentHash(lines);
  if (hash === notified) return { mail: null, notified };
  if (notified === null && lines.length === 0) return { mail: null, notified: hash };
  const mail = newMail(mailId(today, unit.id, hash), to, content, now);
  return { mail, notified: mail === null ? notified : hash };
}

/** Whether the mail is new. One that lies in the outbox, sent or not, is left as it is: queuing twice is queuing once. */
export async function queueMail(mail: MailDocument, store: Store): Promise<boolean> {
  const queued = await store.transact(mailPath(mail.id), (current) => (current === undefined ? mail : undefined));
  return queued !== undefined;
}

export interface QueuedUnitMail {
  readonly queued: boolean;
  readonly notified: string | null;
}

/** Plans and queues. The caller stores `notified` afterwards: a death in between queues the same mail once more, as one. */
export async function queueUnitMail(request: UnitMailPlanRequest, store: Store): Promise<QueuedUnitMail> {
  const { mail, notified } = planUnitMail(request);
  return { queued: mail === null ? false : await queueMail(mail, store), notified };
}
