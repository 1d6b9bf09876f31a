/** Tells a unit's offices by mail that its month was received. Told once, also after a death. */
import { dayInVietnam, type Instant } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { deadlinesOf, unitLockAt } from '../domain/deadline.ts';
import { newMail } from '../domain/mail/outbox.ts';
import { workbookUrl } from '../domain/mail/places.ts';
import { receiptMail } from '../domain/mail/receipt-mail.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { isReceiptCurrent, makeReceipt } from '../domain/receipt.ts';
import type { Calls, Store } from '../ports.ts';
import { queueMail } from './queue-unit-mail.ts';

export interface TellRequest {
  readonly unit: ReportingUnit;
  readonly workbookId: string;
  readonly open: OpenPeriod;
  readonly report: ReportDocument;
  readonly calendar: CalendarSettings;
  /** The offices' addresses. */
  readonly to: readonly string[];
  readonly now: Instant;
}

/** Nothing to do where the receipt was told, or where no receipt stands for what is there. */
export async function tellReceipt(
  request: TellRequest,
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<void> {
  const { unit, report } = request;
  const { period, submittedAt, sentHash, toldAt } = report;
  if (submittedAt === null || sentHash === null || toldAt === submittedAt || !isReceiptCurrent(report)) return;
  const mail = mailOf(request, submittedAt, sentHash);
  if (mail !== null && (await queueMail(mail, store))) calls.documentsWritten += 1;
  await store.transact(reportPath(unit.id, period), (current) =>
    current?.submittedAt === submittedAt ? { ...current, toldAt: submittedAt } : undefined,
  );
  calls.documentsWritten += 1;
}

function mailOf(
  { unit, workbookId, open, report, calendar, to, now }: TellRequest,
  receivedAt: Instant,
  contentHash: string,
) {
  const receipt = makeReceipt(report, receivedAt, contentHash);
  const lockAt = unitLockAt(deadlinesOf(open.period, calendar).lockAt, report.extendedUntil);
  const content = receiptMail({ unit, month: open, receipt, lockAt, workbookUrl: workbookUrl(workbookId) });
  const id = `${dayInVietnam(receivedAt)}_${unit.id}_receipt_${open.period}_${Date.parse(receivedAt)}`;
  return newMail(id, to, content, now);
}
