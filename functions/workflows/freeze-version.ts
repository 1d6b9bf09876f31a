/** Freezes what a month comes to as its next version, and says whether it is other than the version before. */
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import { auditPath } from '../../schemas/document-paths.ts';
import type { AuditDocument, ReportDocument, SnapshotDocument } from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { OpenPeriod } from '../domain/period.ts';
import type { ReportDraft } from '../domain/report.ts';
import type { WorkbookReview } from '../domain/review.ts';
import { freezeMonth, frozenText, parseFrozen } from '../domain/snapshot.ts';
import { diffMonths } from '../domain/snapshot-diff.ts';
import { readSnapshot, type Snapshot, type SnapshotPorts, saveSnapshot } from './save-snapshot.ts';

/** The version that was frozen last, and the deed by which the month was opened again after it. */
export interface FrozenBefore {
  readonly snapshot: Snapshot;
  readonly openedBy: AuditDocument | null;
}

/** What can be frozen: the month as it was read and counted on the last day before its lock. */
export interface Freezable {
  readonly review: WorkbookReview;
  readonly open: OpenPeriod;
  readonly today: PlainDate;
  readonly draft: ReportDraft;
}

/** Null before the first lock. */
export async function frozenBefore(
  report: ReportDocument | undefined,
  ports: SnapshotPorts,
): Promise<FrozenBefore | null> {
  if (!report || report.frozenVersion === 0) return null;
  const { unit, period, frozenVersion: version, openedBy } = report;
  const snapshot = await readSnapshot({ unit, period, version }, ports);
  return snapshot && { snapshot, openedBy: await deedAt(openedBy, ports) };
}

async function deedAt(id: string | null, { store, calls }: SnapshotPorts): Promise<AuditDocument | null> {
  if (id === null) return null;
  const path = auditPath(id);
  calls.documentsRead += 1;
  return ((await store.get([path])).get(path) as AuditDocument | undefined) ?? null;
}

const frozenOf = ({ review, open, today, draft }: Freezable) => freezeMonth(review, open, draft, today);

/** False before the first lock: there is nothing to differ from. */
export const isChanged = (before: FrozenBefore | null, month: Freezable): boolean =>
  before !== null && before.snapshot.text !== frozenText(frozenOf(month));

export interface FreezeRequest extends Freezable {
  readonly unit: ReportingUnit;
  readonly period: Period;
  readonly before: FrozenBefore | null;
  readonly codeVersion: string;
  readonly frozenAt: Instant;
  /** Why and by whom, where the version is a correction; else as the month was opened again. */
  readonly deed?: Pick<AuditDocument, 'reason' | 'who'>;
}

/** Freezes the draft's version, unless it is frozen already. Answers what is frozen now. */
export async function freezeVersion(request: FreezeRequest, ports: SnapshotPorts): Promise<SnapshotDocument> {
  const { unit, period, before, codeVersion, frozenAt, draft } = request;
  const { version, ruleVersion } = draft.report;
  if (before?.snapshot.document.version === version) return before.snapshot.document;
  const { reason = null, who: author = null } = request.deed ?? before?.openedBy ?? {};
  const month = frozenOf(request);
  const diff = before ? diffMonths(parseFrozen(before.snapshot.text), month) : [];
  const text = frozenText(month);
  return saveSnapshot(
    { unit: unit.id, period, version, text, ruleVersion, codeVersion, frozenAt, reason, author, diff },
    ports,
  );
}
