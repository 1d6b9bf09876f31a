/**
 * Takes what the boxes GỬI BÁO CÁO of a workbook say: a month is received, blocked, refused, or found edited. It comes before
 * anything is written into the workbook, because our own writes move the moment of its last change.
 */
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { AuditDocument, ReportDocument } from '../../schemas/documents.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { deadlinesOf, tickedAt } from '../domain/deadline.ts';
import { monthContent } from '../domain/month-content.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { documentsBefore } from '../domain/phase-documents.ts';
import { isReceiptCurrent, receiptId } from '../domain/receipt.ts';
import { historyOf, makeReport, type ReportHistory } from '../domain/report.ts';
import type { WorkbookReview } from '../domain/review.ts';
import { type Refusal, type ReportEvent, type Standing, transition, type UnsentStatus } from '../domain/standing.ts';
import { readCall, readTick, reviewSubmission, type SubmissionReview } from '../domain/submission.ts';
import type { Calls, Changes, Store } from '../ports.ts';
import { contentHash } from './content-hash.ts';
import { auditStanding, recordDeed } from './record-deed.ts';
import { type DraftMaker, saveReport } from './save-report.ts';
import { type TellRequest, tellReceipt } from './tell-receipt.ts';

export type Turn =
  /** Nothing that was not known. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'received' | 'edited' }
  /** Something stands against it; the box is to be unticked. */
  | { readonly outcome: 'blocked'; readonly judged: SubmissionReview }
  /** The month takes no report at this hour; the box is to be unticked. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export interface ReceiveRequest extends Omit<TellRequest, 'report' | 'open'> {
  readonly workbookId: string;
  readonly review: WorkbookReview;
  /** The months whose boxes are looked at. */
  readonly months: readonly OpenPeriod[];
  readonly reports: ReadonlyMap<Period, ReportDocument>;
  readonly calendar: CalendarSettings;
  /** The moment of the look. */
  readonly now: Instant;
  readonly today: PlainDate;
  /** A month that is sent by call, as if its box were ticked: by whom, and with which request. */
  readonly call?: { readonly period: Period; readonly who: string; readonly requestId: string };
}

export interface ReceivePorts {
  readonly store: Store;
  readonly changes: Changes;
  readonly calls: Calls;
}

/** Who ticked a box is not known: the workbook does not say. */
const BY_TICK = 'collect-submissions';

/** One turn a month, in the order of the months. What came of it is stored, and told, when this resolves. */
export async function receiveMonths(request: ReceiveRequest, ports: ReceivePorts): Promise<ReadonlyMap<Period, Turn>> {
  const turns = new Map<Period, Turn>();
  const modifiedAt = once(() => ports.changes.of(request.workbookId));
  for (const open of request.months) turns.set(open.period, await receiveMonth(open, request, modifiedAt, ports));
  return turns;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** One month's look: what is there, what was known of it, and how it would be judged if it were sent. */
interface Look {
  readonly open: OpenPeriod;
  readonly hash: string;
  readonly at: Instant;
  readonly history: ReportHistory;
  readonly judged: SubmissionReview;
}

async function receiveMonth(
  open: OpenPeriod,
  request: ReceiveRequest,
  modifiedAt: () => Promise<Instant>,
  ports: ReceivePorts,
): Promise<Turn> {
  const { review, reports, now, call } = request;
  const form = review.forms.find(({ expected }) => expected.period === open.period);
  if (!form?.tab) return { outcome: 'none' };
  const stored = reports.get(open.period);
  // What an earlier look received and did not live to tell is told before an edit covers it.
  if (stored) await tellReceipt({ ...request, open, report: stored }, ports);
  const history = historyOf(stored);
  const hash = contentHash(monthContent(review, open.period));
  const isCalled = call?.period === open.period;
  const isCurrent = stored ? isReceiptCurrent(stored) : false;
  const tick = isCalled ? readCall(hash, history, isCurrent) : readTick(form.values.submit, hash, history, isCurrent);
  if (tick === 'none') return { outcome: 'none' };
  const at = isCalled ? now : tickedAt(now, await modifiedAt());
  const context = { documentsBefore: documentsBefore(open.period, reports.values()) };
  const look: Look = { open, hash, at, history, judged: reviewSubmission(review, open, context) };
  return tick === 'submit' ? send(look, request, ports) : edit(look, request, ports);
}

async function send(look: Look, request: ReceiveRequest, ports: ReceivePorts): Promise<Turn> {
  const { open, at, hash, history, judged } = look;
  const { period } = open;
  if (judged.blocking.length > 0) return block(look, request, ports);
  const sending: ReportEvent = { kind: 'submit', at, nil: judged.nil };
  const step = transition(history, sending, deadlinesOf(period, request.calendar));
  if (!step.ok) return refuse(look, step.refusal, request, ports);
  const receipt = receiptId(request.unit.id, period, hash);
  const deed = await recordDeed(deedId(look, request), deedOf(look, request, null, step.standing), ports);
  const event: ReportEvent = { ...sending, at: deed.at };
  const report = await store(look, request, ports, (current) => {
    const next = transition(current, event, deadlinesOf(period, request.calendar));
    return next.ok ? { ...current, ...next.standing, receipt, sentHash: hash, hasOldTick: false } : null;
  });
  if (report) await tellReceipt({ ...request, open, report }, ports);
  return { outcome: 'received' };
}

/** The attempt stands in the audit, and the month as it was found is stored. */
async function block(look: Look, request: ReceiveRequest, ports: ReceivePorts): Promise<Turn> {
  const { open, at, history, judged } = look;
  const looked = lookedStatus(look, request);
  const event: ReportEvent = { kind: 'block', at, looked };
  const deadlines = deadlinesOf(open.period, request.calendar);
  const step = transition(history, event, deadlines);
  if (!step.ok) return refuse(look, step.refusal, request, ports);
  const after = { ...history, ...step.standing };
  await recordAttempt(look, request, `Còn ${judged.blocking.length} điều phải sửa.`, after, ports);
  await store(look, request, ports, (current) => {
    const next = transition(current, event, deadlines);
    return next.ok ? { ...current, ...next.standing } : null;
  });
  return { outcome: 'blocked', judged };
}

async function refuse(look: Look, refusal: Refusal, request: ReceiveRequest, ports: ReceivePorts): Promise<Turn> {
  await recordAttempt(look, request, refusal.sentence, look.history, ports);
  return { outcome: 'refused', refusal };
}

const lookedStatus = ({ open, history }: Look, { review, today }: ReceiveRequest): UnsentStatus => {
  const unsent = { ...history, submittedAt: null, lockedAt: null };
  return makeReport(review, open, today, unsent).report.status as UnsentStatus;
};

/** A box that was ticked in vain. */
async function recordAttempt(
  look: Look,
  request: ReceiveRequest,
  reason: string,
  after: Standing,
  ports: ReceivePorts,
): Promise<void> {
  await recordDeed(`${deedId(look, request)}_blocked`, deedOf(look, request, reason, after), ports);
}

/**
 * A tick is known by its moment. A call is known by its request and by what stood before it: asked again after a lost
 * answer, or twice at once, it is one deed; the same name given to a later sending is another.
 */
function deedId({ open: { period }, at, history }: Look, { unit, call }: ReceiveRequest): string {
  const name = call?.period === period ? `${call.requestId}_${history.submittedAt ?? 'first'}` : at;
  return `submit_${unit.id}_${period}_${name}`;
}

function deedOf(
  { open: { period }, at, history }: Look,
  { unit, call }: ReceiveRequest,
  reason: string | null,
  after: Standing,
): AuditDocument {
  const who = call?.period === period ? call.who : BY_TICK;
  const [before, then] = [auditStanding(history), auditStanding(after)];
  return { action: 'submit', unit: unit.id, period, who, at, reason, before, after: then };
}

/** What was sent has been edited since; whoever has looked later knows better. */
async function edit(look: Look, request: ReceiveRequest, ports: ReceivePorts): Promise<Turn> {
  const { open, at, hash, history } = look;
  // Known already; only the box has still to be unticked.
  if (hash === history.sentHash) return { outcome: 'edited' };
  const event: ReportEvent = { kind: 'edit', at };
  await store(look, request, ports, (current) => {
    if (current.submittedAt !== history.submittedAt || current.sentHash !== history.sentHash) return null;
    const next = transition(current, event, deadlinesOf(open.period, request.calendar));
    // Until the box is seen unticked; one that is not ticked now has nothing old to say.
    return next.ok ? { ...current, ...next.standing, sentHash: hash, hasOldTick: true } : null;
  });
  return { outcome: 'edited' };
}

/** Stores the month as it is, with the history that `next` makes of the one that is stored. */
async function store(
  { open }: Look,
  { unit, review, today, reports }: ReceiveRequest,
  { store: documents, calls }: ReceivePorts,
  next: (current: ReportHistory) => ReportHistory | null,
): Promise<ReportDocument | undefined> {
  const context = { documentsBefore: documentsBefore(open.period, reports.values()) };
  const make: DraftMaker = (current) => {
    const history = next(historyOf(current));
    return history && makeReport(review, open, today, history, context);
  };
  const saved = await saveReport(documents, { unit: unit.id, period: open.period }, make, reports.get(open.period));
  calls.documentsRead += saved.read;
  calls.documentsWritten += saved.written;
  return saved.report;
}
