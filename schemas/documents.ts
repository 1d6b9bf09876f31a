/**
 * Every Firestore document; `document-paths.ts` says where each lies. Objects are strict: a field that nobody described is
 * refused, so that no name or phone is stored by accident. A field that is added later needs a default, or the months
 * before cannot be read.
 */
import * as z from 'zod/mini';
import { DataWindowKind, Instant, Period, PlainDate } from './calendar.ts';
import { ReportStatus } from './report-status.ts';
import { Highlight, SummaryDocument, TaskAnswer } from './summary.ts';
import { Count, TeamFigures, Totals } from './totals.ts';

export { ReportStatus } from './report-status.ts';
export { SummaryDocument } from './summary.ts';
export { TeamFigures, Totals } from './totals.ts';

/** `2022:464`: list version and code, because codes were reused in 2025. */
export const UnitId = z.string().check(z.regex(/^\d{4}:\d{1,5}$/));
/** SHA-256 of canonical JSON, in hexadecimal. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A report's content counts from 1; each correction adds one. */
const Version = z.int().check(z.positive());
const instantOrNull = z.nullable(Instant);

/** One kind of problem in one column, as a district was last told of it. */
export const ToldGroup = z.strictObject({
  /** Title of the tab. */
  title: z.string(),
  rule: z.string(),
  variant: z.string(),
  column: z.nullable(z.string()),
  count: Count,
  /** Three letters for each problem, in order: enough to tell new ones from old, too little to say what any of them is. */
  codes: z.string(),
});
export type ToldGroup = z.infer<typeof ToldGroup>;

export const Told = z.strictObject({ on: PlainDate, groups: z.array(ToldGroup) });
export type Told = z.infer<typeof Told>;

/** `units/{unitId}`. `mailTo` are addresses of offices. */
export const UnitDocument = z.strictObject({
  unit: UnitId,
  name: z.string(),
  fullName: z.string(),
  validFrom: PlainDate,
  validTo: z.nullable(PlainDate),
  /** Units that report in its stead after `validTo`. */
  successors: z.array(UnitId),
  workbookId: z.nullable(z.string()),
  mailTo: z.array(z.string()),
  /** Hash of what its offices were last told in a nightly mail; null before the first. */
  notified: z._default(z.nullable(Sha256), null),
  /** What that was, so that the next mail can say what is new and what is solved; left out before the first. */
  told: z.exactOptional(Told),
  /** Months that the Department extended or opened again; until when, and whether still, their reports say. */
  keptOpen: z._default(z.array(Period), []),
});
export type UnitDocument = z.infer<typeof UnitDocument>;

/** `settings/province`: the tab `Cấu hình`, as it was when it last held no mistake. */
export const SettingsDocument = z.strictObject({
  /** Counts the valid versions of the tab. */
  version: Version,
  /** The province's workbook; null until it is provisioned. */
  workbookId: z.nullable(z.string()),
  dataWindow: DataWindowKind,
  graceWorkingDays: Count,
  firstPeriod: Period,
  daysOff: z.array(PlainDate),
  workedSaturdays: z.array(PlainDate),
  /** The Department's addresses, and the offices' by unit. */
  departmentMail: z.array(z.string()),
  mailTo: z.record(UnitId, z.array(z.string())),
  /** Google accounts that may send a unit's report. */
  staff: z.record(UnitId, z.array(z.string())),
  /** Tasks that the Department set, by month. KH 115, V.1. */
  tasks: z.record(Period, z.array(z.string())),
});
export type SettingsDocument = z.infer<typeof SettingsDocument>;

/** Rows that hold something: read = accepted + rejected. Blank rows, repeated headers and total rows are not read. */
export const RowCounts = z
  .strictObject({ read: Count, accepted: Count, rejected: Count })
  .check(z.refine(({ read, accepted, rejected }) => read === accepted + rejected, 'read = accepted + rejected'));
export type RowCounts = z.infer<typeof RowCounts>;

export const TabCounts = z.strictObject({ teams: RowCounts, members: RowCounts, activities: RowCounts });
export type TabCounts = z.infer<typeof TabCounts>;

export const ProblemCounts = z.strictObject({ error: Count, warning: Count, finding: Count, info: Count });
export type ProblemCounts = z.infer<typeof ProblemCounts>;

/** `reports/{unitId}_{period}`: one unit, one month. There is one from the first day of the window, empty or not. */
export const ReportDocument = z.strictObject({
  unit: UnitId,
  period: Period,
  status: ReportStatus,
  counts: TabCounts,
  problems: ProblemCounts,
  /** Problems by rule id, what the province's tabs by clause are made of. */
  problemsByRule: z.exactOptional(z.record(z.string(), Count)),
  totals: Totals,
  /** What was done of the tasks that the Department set. KH 115, V.1. */
  tasks: z.exactOptional(z.array(TaskAnswer)),
  /** Days of the documents that the form names; null where it names none with number and date. KH 115, III.2.2–2.3. */
  phaseDocuments: z.exactOptional(
    z.strictObject({ evaluation: z.nullable(PlainDate), proposal: z.nullable(PlainDate) }),
  ),
  highlights: z.exactOptional(z.array(Highlight)),
  /** The two clocks: first valid submission, which decides timeliness, and the last change of what is in force. */
  firstValidAt: instantOrNull,
  submittedAt: instantOrNull,
  lockedAt: instantOrNull,
  extendedUntil: instantOrNull,
  version: Version,
  /** The last version that was frozen; 0 before the first lock. Not locked and above 0: opened again. */
  frozenVersion: z._default(Count, 0),
  contentHash: Sha256,
  receipt: z.nullable(z.string()),
  /** Hash of the month's rows and form as they were sent, or as they were last seen after that; null before. */
  sentHash: z._default(z.nullable(Sha256), null),
  /** The box was ticked for the sending before when an edit was noted, and has not been seen unticked since: its tick is old. */
  hasOldTick: z._default(z.boolean(), false),
  /** The submission, by its moment, whose receipt went out; null before the first. */
  toldAt: z._default(instantOrNull, null),
  /** Id of the audit document by which the month was opened again after it was frozen; null once it is locked anew. */
  openedBy: z._default(z.nullable(z.string()), null),
  /** What the last correction changed, as the month's form says it; null before the first. */
  correction: z._default(z.nullable(z.string()), null),
  ruleVersion: z.string(),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

/** `reports/{…}/teams/{teamId}`: one team's month. The phase of the roadmap is that of `decisionDate`. KH 115, III.2. */
export const TeamTotalsDocument = z.strictObject({
  team: z.string(),
  level: z.enum(['commune', 'village']),
  commune: z.string(),
  /** The village's name as staff write it; null for a commune team. */
  village: z.nullable(z.string()),
  decisionDate: z.nullable(PlainDate),
  ...TeamFigures.def.shape,
});
export type TeamTotalsDocument = z.infer<typeof TeamTotalsDocument>;

/** One figure or field that a correction changed. */
export const Difference = z.strictObject({
  field: z.string(),
  before: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
  after: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
});
export type Difference = z.infer<typeof Difference>;

/** `snapshots/{unitId}_{period}_v{n}`: a frozen month, written once. Its canonical JSON lies in `chunks`, in order. */
export const SnapshotDocument = z.strictObject({
  unit: UnitId,
  period: Period,
  version: Version,
  ruleVersion: z.string(),
  codeVersion: z.string(),
  sha256: Sha256,
  chunks: Count,
  frozenAt: Instant,
  /** Why, by whom and what is other than in the version before; null and empty for version 1. */
  reason: z.nullable(z.string()),
  author: z.nullable(z.string()),
  diff: z.array(Difference),
  /** SHA-256 of this document without its seal: a date or a reason that is changed later is seen too. */
  seal: Sha256,
});
export type SnapshotDocument = z.infer<typeof SnapshotDocument>;

/** Three UTF-8 bytes a character at most, so a chunk stays below Firestore's 1,048,487 bytes for a field. */
export const MAX_CHUNK_LENGTH = 300_000;

/** `snapshots/{…}/chunks/{n}-{hash}`, n from 0. */
export const SnapshotChunkDocument = z.strictObject({
  index: Count,
  text: z.string().check(z.maxLength(MAX_CHUNK_LENGTH)),
});
export type SnapshotChunkDocument = z.infer<typeof SnapshotChunkDocument>;

/** `mail/{id}`: the outbox. The id comes from what the mail is about, so the same mail is queued once. */
export const MailDocument = z.strictObject({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'dead']),
  /** Who is sending it, and until when nobody else may. */
  lease: z.nullable(z.strictObject({ runId: z.string(), until: Instant })),
  attempts: Count,
  queuedAt: Instant,
  /** Not tried before this moment. */
  notBefore: instantOrNull,
  sentAt: instantOrNull,
  lastError: z.nullable(z.string()),
});
export type MailDocument = z.infer<typeof MailDocument>;

/** What a run has cost: requests and documents, as `Calls` in `functions/ports.ts`. */
export const RunCalls = z.strictObject({
  sheetsReads: Count,
  sheetsWrites: Count,
  cellsWritten: Count,
  documentsRead: Count,
  documentsWritten: Count,
});

/** What was done of what staff asked for by «Sửa giúp» in one workbook. Counts only: the values stay in its log. */
export const ReplacementCounts = z.strictObject({ written: Count, refused: Count });
export type ReplacementCounts = z.infer<typeof ReplacementCounts>;

export const UnitOutcome = z.enum(['checked', 'unchanged', 'failed']);
export type UnitOutcome = z.infer<typeof UnitOutcome>;

/** `runs/{runId}`: what one call of a function did. */
export const RunDocument = z.strictObject({
  runId: z.string(),
  /** The function's name. */
  kind: z.string(),
  startedAt: Instant,
  /** Null while it runs, and for good when it died. */
  finishedAt: instantOrNull,
  asOf: Instant,
  outcomes: z.record(UnitOutcome, Count),
  mails: Count,
  calls: RunCalls,
  units: z.array(
    z.strictObject({
      unit: UnitId,
      outcome: UnitOutcome,
      error: z.exactOptional(z.strictObject({ code: z.string(), message: z.string() })),
      /** Left out when nothing was asked for. */
      replacements: z.exactOptional(ReplacementCounts),
    }),
  ),
});
export type RunDocument = z.infer<typeof RunDocument>;

/** What a deed may change of a report's standing. */
export const ReportStanding = z.strictObject({
  status: ReportStatus,
  lockedAt: instantOrNull,
  extendedUntil: instantOrNull,
  version: Version,
});
export type ReportStanding = z.infer<typeof ReportStanding>;

/** `audit/{id}`: a deed upon a report. Written once. */
export const AuditDocument = z.strictObject({
  action: z.enum(['submit', 'lock', 'reopen', 'extend', 'correct']),
  unit: UnitId,
  period: Period,
  /** The account that called, or the function that did it of itself. */
  who: z.string(),
  at: Instant,
  reason: z.nullable(z.string()),
  before: z.nullable(ReportStanding),
  after: ReportStanding,
});
export type AuditDocument = z.infer<typeof AuditDocument>;

/** By the names of the collections on the way to it. */
const SCHEMAS = {
  units: UnitDocument,
  settings: SettingsDocument,
  reports: ReportDocument,
  'reports/teams': TeamTotalsDocument,
  snapshots: SnapshotDocument,
  'snapshots/chunks': SnapshotChunkDocument,
  summaries: SummaryDocument,
  mail: MailDocument,
  runs: RunDocument,
  audit: AuditDocument,
} as const satisfies Record<string, z.ZodMiniType>;

/** The paths of the collections, without ids: `reports`, `reports/teams`, … */
export const COLLECTIONS: readonly string[] = Object.keys(SCHEMAS);

export type DocumentSchema = (typeof SCHEMAS)[keyof typeof SCHEMAS];

/** The schema of the document at a path. Throws when the path is none of a document, or of none that is described here. */
export function documentSchemaOf(path: string): DocumentSchema {
  const segments = path.split('/');
  const collections = segments.filter((_, index) => index % 2 === 0).join('/');
  const wellFormed = segments.length % 2 === 0 && segments.every((segment) => segment !== '');
  if (!wellFormed || !Object.hasOwn(SCHEMAS, collections)) throw new Error(`No document is described at ${path}.`);
  return SCHEMAS[collections as keyof typeof SCHEMAS];
}
