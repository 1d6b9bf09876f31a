/** Corrects a locked month: the next version, with the Department's reason and what it changes. The versions before stay. */
import { dayInVietnam, type Instant, type PlainDate, toInstant } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { correctionText } from '../domain/correction-text.ts';
import { unitLockAt } from '../domain/deadline.ts';
import type { History } from '../domain/history.ts';
import { monthContent } from '../domain/month-content.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { remainingText } from '../domain/remaining.ts';
import { historyOf, makeReport, type ReportDraft } from '../domain/report.ts';
import { reviewWorkbook, type WorkbookReview } from '../domain/review.ts';
import { reviewSubmission, type SubmissionContext } from '../domain/submission.ts';
import { AppError } from '../errors.ts';
import { addressesOf } from './check-in-night.ts';
import { contentHash } from './content-hash.ts';
import {
  auditOf,
  type Deed,
  type DeedPorts,
  type DeedResult,
  deedResult,
  type FoundMonth,
  findMonth,
  stepOrConflict,
} from './deed.ts';
import { type FrozenBefore, freezeVersion, frozenBefore, isChanged } from './freeze-version.ts';
import { publishSafely } from './publish-summary.ts';
import { readHistory } from './read-history.ts';
import { recordDeed } from './record-deed.ts';
import { reopenReport } from './reopen-report.ts';
import { saveReport } from './save-report.ts';
import { showStanding } from './show-standing.ts';
import { tellCorrection } from './tell-correction.ts';

/**
 * Throws `conflict` for a month that is not locked and for one in which nothing is other than what was frozen, and `blocked`
 * where a report that was sent could not be sent as it stands now.
 */
export async function correctReport(deed: Deed, ports: DeedPorts): Promise<DeedResult> {
  if (deed.until !== null) return reopenReport(deed, ports, 'correct');
  const month = await prepare(await findMonth(deed, ports), deed);
  const { report, check, unit, workbookId, open, today, context, history, before } = month;
  const found = reviewWorkbook(await check.sheets.read(workbookId), { unit, today, periods: [open], history });
  assertSendable(month, found);
  if (!isChanged(before, { review: found, open, today, draft: correctedDraft(month, found, report, deed.asOf) })) {
    // A run that froze it may have died before the form and the province heard of it.
    await showCorrection(month, report);
    await publishSafely({ periods: [deed.period], asOf: deed.asOf }, check);
    throw new AppError('conflict', 'Số liệu hiện nay không khác bản đã khóa, nên không có gì để đính chính.');
  }
  const reportOf = (review: WorkbookReview) => correctedDraft(month, review, report, deed.asOf).report;
  const review = await showStanding({ workbookId, unit, open, today, context, history, reportOf }, check);
  const planned = correctedDraft(month, review, report, deed.asOf);
  const auditId = `correct_${deed.unit}_${deed.period}_v${planned.report.version}`;
  const { at, reason, who } = await recordDeed(auditId, auditOf('correct', deed, report, planned.report), check);
  const draft = correctedDraft(month, review, report, at);
  const version = { unit, period: deed.period, review, open, today, draft, before, codeVersion: ports.codeVersion };
  const frozen = await freezeVersion({ ...version, frozenAt: at, deed: { reason, who } }, check);
  const { document, settings } = month;
  const to = [...addressesOf({ document, settings }), ...settings.departmentMail];
  await tellCorrection({ unit, workbookId, open, frozen, to, now: deed.asOf }, check);
  const make = (current: ReportDocument | undefined) => {
    if (current?.frozenVersion !== report.frozenVersion) return null;
    const next = correctedDraft(month, review, current, at);
    return { ...next, report: { ...next.report, correction: correctionText(frozen) } };
  };
  const saved = await saveReport(ports.store, { unit: unit.id, period: deed.period }, make, report);
  await showCorrection(month, saved.report);
  await publishSafely({ periods: [deed.period], asOf: deed.asOf }, check);
  ports.log('INFO', 'report corrected', { unit: deed.unit, period: deed.period, version: draft.report.version });
  return deedResult(deed, auditId, ports.store);
}

/** The form says what was corrected; should this be the last that a run does not live to do, the next night says it. */
async function showCorrection(
  { workbookId, unit, open, today, context, history, check }: Correcting,
  report: ReportDocument | undefined,
): Promise<void> {
  if (report) await showStanding({ workbookId, unit, open, today, context, history, reportOf: () => report }, check);
}

/** A locked month that is being corrected. */
interface Correcting extends FoundMonth {
  /** The last day before the lock, by which its rows were judged. */
  readonly today: PlainDate;
  readonly context: SubmissionContext;
  readonly history: History;
  readonly before: FrozenBefore | null;
}

async function prepare(month: FoundMonth, { asOf, period }: Deed): Promise<Correcting> {
  const { report, deadlines, reports, open, check } = month;
  stepOrConflict(historyOf(report), { kind: 'correct', at: asOf }, deadlines);
  const lockAt = unitLockAt(deadlines.lockAt, report.extendedUntil);
  const today = dayInVietnam(toInstant(Date.parse(lockAt) - 1));
  const context = { documentsBefore: documentsBefore(period, reports.values()) };
  const history = await readHistory([open], reports, check);
  return { ...month, today, context, history, before: await frozenBefore(report, check) };
}

/** What was sent has to be such that it could be sent as it stands now. */
function assertSendable({ report, open, context }: Correcting, review: WorkbookReview): void {
  const judged = reviewSubmission(review, open, context);
  if (report.submittedAt === null || judged.blocking.length === 0) return;
  const problems = remainingText(judged).split('\n');
  throw new AppError('blocked', 'Số liệu còn lỗi, chưa đính chính được.', { problems });
}

function correctedDraft(
  { open, today, context, deadlines }: Correcting,
  review: WorkbookReview,
  current: ReportDocument,
  at: Instant,
): ReportDraft {
  const standing = stepOrConflict(historyOf(current), { kind: 'correct', at }, deadlines);
  const sentHash = contentHash(monthContent(review, open.period));
  // Nothing was ticked, so no receipt is owed.
  const history = { ...historyOf(current), ...standing, sentHash, toldAt: standing.submittedAt };
  return makeReport(review, open, today, history, context);
}
