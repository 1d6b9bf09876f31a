/**
 * Where a report stands, and what may happen to it: DESIGN §5 as two tables. What is allowed depends on the lock, what
 * comes of it on the status. Each event gives the next standing, or a refusal in words.
 */
import { formatInstant, type Instant, isBefore, toInstant } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import { type Deadlines, unitLockAt } from './deadline.ts';

/** Two clocks: the first valid submission, which decides timeliness, and the last change of what is in force. */
export type Standing = Pick<
  ReportDocument,
  'status' | 'firstValidAt' | 'submittedAt' | 'lockedAt' | 'extendedUntil' | 'version' | 'frozenVersion'
>;

export const NEW_STANDING: Standing = {
  status: 'not-started',
  firstValidAt: null,
  submittedAt: null,
  lockedAt: null,
  extendedUntil: null,
  version: 1,
  frozenVersion: 0,
};

/** What the data alone say of a report that was never sent. */
export type UnsentStatus = Extract<ReportStatus, 'not-started' | 'in-progress' | 'has-errors'>;

export type ReportEvent =
  /** A look at the data: the night's, or any other's. */
  | { readonly kind: 'look'; readonly looked: UnsentStatus }
  /** The box was ticked and nothing stands against it. `at` is the moment of the tick, see `tickedAt`. */
  | { readonly kind: 'submit'; readonly at: Instant; readonly nil: boolean }
  /** The box was ticked and something stands against it. */
  | { readonly kind: 'block'; readonly at: Instant; readonly looked: UnsentStatus }
  /** The month's rows or form are no more what was sent. */
  | { readonly kind: 'edit'; readonly at: Instant }
  /** The month is frozen; `changed`: what is frozen now differs from the version frozen before. */
  | { readonly kind: 'lock'; readonly at: Instant; readonly changed: boolean }
  | { readonly kind: 'reopen'; readonly at: Instant; readonly until: Instant }
  | { readonly kind: 'extend'; readonly at: Instant; readonly until: Instant }
  /** The Department freezes a corrected version without opening the month. */
  | { readonly kind: 'correct'; readonly at: Instant };

export type EventKind = ReportEvent['kind'];

/** `reopened`: frozen once, and open again until `extendedUntil`. */
export type LockState = 'open' | 'extended' | 'locked' | 'reopened';

export type RefusalCode =
  | 'locked'
  | 'already-locked'
  | 'not-locked'
  | 'lock-too-early'
  | 'not-sent'
  | 'not-applicable'
  | 'until-too-early';

/** Why something may not happen; the sentence is for staff and the Department. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
}

export type Transition =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly refusal: Refusal };

export function lockStateOf({ lockedAt, extendedUntil, frozenVersion }: Standing): LockState {
  if (lockedAt !== null) return 'locked';
  if (frozenVersion > 0) return 'reopened';
  return extendedUntil === null ? 'open' : 'extended';
}

/** What the lock allows. */
// biome-ignore format: a table
const BY_LOCK: Readonly<Record<LockState, Readonly<Record<EventKind, 'allowed' | RefusalCode>>>> = {
  //          look               submit             block              edit               lock                    reopen                extend             correct
  open:     { look: 'allowed',   submit: 'allowed', block: 'allowed',  edit: 'allowed',   lock: 'allowed',        reopen: 'not-locked', extend: 'allowed', correct: 'not-locked' },
  extended: { look: 'allowed',   submit: 'allowed', block: 'allowed',  edit: 'allowed',   lock: 'allowed',        reopen: 'not-locked', extend: 'allowed', correct: 'not-locked' },
  reopened: { look: 'allowed',   submit: 'allowed', block: 'allowed',  edit: 'allowed',   lock: 'allowed',        reopen: 'not-locked', extend: 'allowed', correct: 'not-locked' },
  locked:   { look: 'locked',    submit: 'locked',  block: 'locked',   edit: 'locked',    lock: 'already-locked', reopen: 'allowed',    extend: 'locked',  correct: 'allowed' },
};

/** Events by what they come to: a submission by its time and by what it says. */
type Turn = 'look' | 'sentOnTime' | 'sentLate' | 'nilOnTime' | 'nilLate' | 'block' | 'edit' | 'deed';

/** `looked`: what the data say. `same`: nothing changes, besides lock, version and clock. */
type Next = ReportStatus | 'looked' | 'same' | { readonly refused: RefusalCode };

const NOT_SENT: Next = { refused: 'not-sent' };
const NONE_OWED: Next = { refused: 'not-applicable' };

// biome-ignore format: a table
const BY_STATUS: Readonly<Record<ReportStatus, Readonly<Record<Turn, Next>>>> = {
  'not-started':      { look: 'looked', sentOnTime: 'submitted', sentLate: 'late',             nilOnTime: 'nil',  nilLate: 'late',             block: 'looked', edit: NOT_SENT,           deed: 'same' },
  'in-progress':      { look: 'looked', sentOnTime: 'submitted', sentLate: 'late',             nilOnTime: 'nil',  nilLate: 'late',             block: 'looked', edit: NOT_SENT,           deed: 'same' },
  'has-errors':       { look: 'looked', sentOnTime: 'submitted', sentLate: 'late',             nilOnTime: 'nil',  nilLate: 'late',             block: 'looked', edit: NOT_SENT,           deed: 'same' },
  // Sent in time once is in time for good; sent again in time, it is what it says then.
  submitted:          { look: 'same',   sentOnTime: 'submitted', sentLate: 'submitted-edited', nilOnTime: 'nil',  nilLate: 'submitted-edited', block: 'same',   edit: 'submitted-edited', deed: 'same' },
  'submitted-edited': { look: 'same',   sentOnTime: 'submitted', sentLate: 'submitted-edited', nilOnTime: 'nil',  nilLate: 'submitted-edited', block: 'same',   edit: 'submitted-edited', deed: 'same' },
  nil:                { look: 'same',   sentOnTime: 'submitted', sentLate: 'submitted-edited', nilOnTime: 'nil',  nilLate: 'submitted-edited', block: 'same',   edit: 'submitted-edited', deed: 'same' },
  late:               { look: 'same',   sentOnTime: 'late',      sentLate: 'late',             nilOnTime: 'late', nilLate: 'late',             block: 'same',   edit: 'late',             deed: 'same' },
  'not-applicable':   { look: 'same',   sentOnTime: NONE_OWED,   sentLate: NONE_OWED,          nilOnTime: NONE_OWED, nilLate: NONE_OWED,       block: NONE_OWED, edit: NONE_OWED,         deed: NONE_OWED },
};

function turnOf(event: ReportEvent, { dueAt }: Deadlines): Turn {
  switch (event.kind) {
    case 'submit': {
      const onTime = isBefore(event.at, dueAt);
      if (event.nil) return onTime ? 'nilOnTime' : 'nilLate';
      return onTime ? 'sentOnTime' : 'sentLate';
    }
    case 'look':
    case 'block':
    case 'edit':
      return event.kind;
    case 'lock':
    case 'reopen':
    case 'extend':
    case 'correct':
      return 'deed';
  }
}

/** What the hour forbids although the tables allow it. */
function untimely(standing: Standing, event: ReportEvent, { lockAt }: Deadlines): RefusalCode | null {
  const until = unitLockAt(lockAt, standing.extendedUntil);
  switch (event.kind) {
    // The tick came after the lock and before `close-period` ran.
    case 'submit':
    case 'block':
      return isBefore(event.at, until) ? null : 'locked';
    case 'lock':
      return isBefore(event.at, until) ? 'lock-too-early' : null;
    case 'extend':
      return isBefore(until, event.until) && isBefore(event.at, event.until) ? null : 'until-too-early';
    case 'reopen':
      return isBefore(event.at, event.until) ? null : 'until-too-early';
    case 'look':
    case 'edit':
    case 'correct':
      return null;
  }
}

/** What comes of an event. Pure: the same standing, event and deadlines give the same answer. */
export function transition(standing: Standing, event: ReportEvent, deadlines: Deadlines): Transition {
  const next = BY_STATUS[standing.status][turnOf(event, deadlines)];
  if (typeof next === 'object') return refuse(next.refused, standing, deadlines);
  const allowed = BY_LOCK[lockStateOf(standing)][event.kind];
  if (allowed !== 'allowed') return refuse(allowed, standing, deadlines);
  const wrongTime = untimely(standing, event, deadlines);
  if (wrongTime !== null) return refuse(wrongTime, standing, deadlines);
  const status = next === 'same' ? standing.status : next === 'looked' ? lookedOf(event, standing) : next;
  return { ok: true, standing: { ...standing, status, ...clocksAndLock(standing, event) } };
}

const lookedOf = (event: ReportEvent, { status }: Standing): ReportStatus =>
  event.kind === 'look' || event.kind === 'block' ? event.looked : status;

function clocksAndLock(standing: Standing, event: ReportEvent): Partial<Standing> {
  const { firstValidAt, frozenVersion, submittedAt } = standing;
  switch (event.kind) {
    case 'look':
    case 'block':
      return {};
    case 'submit':
      return { firstValidAt: firstValidAt ?? event.at, submittedAt: event.at };
    case 'edit':
      return { submittedAt: event.at };
    case 'lock': {
      const version = frozenVersion === 0 ? 1 : frozenVersion + (event.changed ? 1 : 0);
      return { lockedAt: event.at, version, frozenVersion: version };
    }
    case 'reopen':
      return { lockedAt: null, extendedUntil: event.until };
    case 'extend':
      return { extendedUntil: event.until };
    case 'correct': {
      const version = frozenVersion + 1;
      return { version, frozenVersion: version, submittedAt: submittedAt === null ? null : event.at };
    }
  }
}

function refuse(code: RefusalCode, standing: Standing, deadlines: Deadlines): Transition {
  return { ok: false, refusal: { code, sentence: sentenceOf(code, standing, deadlines) } };
}

/** The last minute before a bound, as people read a deadline: 24:00 is said as 23:59. */
const lastMinute = (bound: Instant): string => formatInstant(toInstant(Date.parse(bound) - 60_000));

function sentenceOf(code: RefusalCode, standing: Standing, { lockAt }: Deadlines): string {
  const until = lastMinute(unitLockAt(lockAt, standing.extendedUntil));
  switch (code) {
    case 'locked':
      return `Kỳ này đã khóa, hạn cuối là ${until}. Vui lòng đề nghị Sở mở lại hoặc đính chính.`;
    case 'already-locked':
      return 'Kỳ này đã khóa rồi.';
    case 'not-locked':
      return `Kỳ này chưa khóa: đơn vị còn sửa và gửi được đến ${until}.`;
    case 'lock-too-early':
      return `Chưa đến lúc khóa: đơn vị còn gửi được đến ${until}.`;
    case 'not-sent':
      return 'Đơn vị chưa gửi báo cáo của kỳ này.';
    case 'not-applicable':
      return 'Đơn vị này không phải nộp báo cáo.';
    case 'until-too-early':
      return `Thời hạn mới phải sau thời điểm này và sau ${until}.`;
  }
}
