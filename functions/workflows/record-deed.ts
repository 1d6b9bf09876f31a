/** Notes in the audit what was done to a report. The first note decides: whoever goes on after a death tells the same. */
import type { Instant, Period } from '../../schemas/calendar.ts';
import { auditPath } from '../../schemas/document-paths.ts';
import type { AuditDocument, ReportStanding } from '../../schemas/documents.ts';
import type { Standing } from '../domain/standing.ts';
import type { Calls, Store } from '../ports.ts';

/** What an audit document tells of where a report stands. */
export function auditStanding({ status, lockedAt, extendedUntil, version }: Standing): ReportStanding {
  return { status, lockedAt, extendedUntil, version };
}

/** The audit's id of an extension: by its end, so that the same one asked for twice is one. */
export const extensionId = (unit: string, period: Period, until: Instant): string =>
  `extend_${unit}_${period}_${until}`;

/**
 * `id` comes from the deed itself: the same deed, begun twice or by several at once, is one. Answers what stands in the
 * audit, which is what the deed is to be done by.
 */
export async function recordDeed(
  id: string,
  deed: AuditDocument,
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<AuditDocument> {
  const path = auditPath(id);
  const written = await store.transact(path, (current) => (current === undefined ? deed : undefined));
  calls.documentsRead += 1;
  if (written) {
    calls.documentsWritten += 1;
    return deed;
  }
  return ((await store.get([path])).get(path) as AuditDocument | undefined) ?? deed;
}
