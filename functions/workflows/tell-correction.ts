/** Tells a unit's offices and the Department that a frozen month has a new version: why, and what is other in it. */
import { dayInVietnam, type Instant } from '../../schemas/calendar.ts';
import type { SnapshotDocument } from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { correctionMail } from '../domain/mail/correction-mail.ts';
import { newMail } from '../domain/mail/outbox.ts';
import { workbookUrl } from '../domain/mail/places.ts';
import type { OpenPeriod } from '../domain/period.ts';
import type { Calls, Store } from '../ports.ts';
import { queueMail } from './queue-unit-mail.ts';

export interface CorrectionRequest {
  readonly unit: ReportingUnit;
  readonly workbookId: string;
  readonly open: OpenPeriod;
  readonly frozen: SnapshotDocument;
  /** The offices' addresses, and the Department's. */
  readonly to: readonly string[];
  readonly now: Instant;
}

/** Version 1 is no correction. Called before the report says that it is done: a mail that is queued twice is one. */
export async function tellCorrection(
  { unit, workbookId, open, frozen, to, now }: CorrectionRequest,
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<void> {
  const { version, frozenAt: at, reason, diff, period } = frozen;
  if (version === 1) return;
  const url = workbookUrl(workbookId);
  const content = correctionMail({ unit, month: open, version, at, reason: reason ?? '', diff, workbookUrl: url });
  const mail = newMail(`${dayInVietnam(at)}_${unit.id}_correction_${period}_v${version}`, to, content, now);
  if (mail !== null && (await queueMail(mail, store))) calls.documentsWritten += 1;
}
