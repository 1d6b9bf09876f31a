/** `summaries/{period}`: what the province's leaders read about one month. */
import * as z from 'zod/mini';
import { Instant, Period, PlainDate } from './calendar.ts';
import { ReportStatus } from './report-status.ts';
import { Count, FORM_FIGURES, Totals } from './totals.ts';

/** How many of the units that owe something have given it. */
export const Coverage = z.strictObject({ submitted: Count, expected: Count });
export type Coverage = z.infer<typeof Coverage>;

/** A quota of the roadmap against what there is; `no-units-left`: it is capped by the units that exist. KH 115, III.2. */
export const Verdict = z.enum(['met', 'not-met', 'exceeded', 'no-units-left', 'not-applicable']);
export type Verdict = z.infer<typeof Verdict>;

/** Rows that hold something, and those of them that count. */
export const RowShare = z.strictObject({ read: Count, accepted: Count });
export type RowShare = z.infer<typeof RowShare>;

const TabRows = z.strictObject({ read: Count, accepted: Count, rejected: Count });
const SeverityCounts = z.strictObject({ error: Count, warning: Count, finding: Count, info: Count });

/** What the Department did so that a unit may still send a month, and its reason; null where that may not be shown. */
export const Opening = z.strictObject({
  action: z.enum(['extend', 'reopen', 'correct']),
  reason: z.nullable(z.string()),
});
export type Opening = z.infer<typeof Opening>;

/** One unit's place in the summary. */
export const UnitSummary = z.strictObject({
  unit: z.string(),
  status: ReportStatus,
  /** 0 when there is no report. */
  version: Count,
  frozenVersion: z._default(Count, 0),
  firstValidAt: z._default(z.nullable(Instant), null),
  submittedAt: z.nullable(Instant),
  lockedAt: z.nullable(Instant),
  extendedUntil: z.nullable(Instant),
  /** The deeds by which the month is open until then; none once it is locked. */
  openings: z._default(z.array(Opening), []),
  /** As in the report. Null when there is none: not known, which is no 0. */
  totals: z.nullable(Totals),
  counts: z.nullable(z.strictObject({ teams: TabRows, members: TabRows, activities: TabRows })),
  problems: z.nullable(SeverityCounts),
});
export type UnitSummary = z.infer<typeof UnitSummary>;

/** What a phase asks of a unit. `to` is null where there is no upper end; both are null where nothing is owed. */
export const RoadmapLine = z.strictObject({
  unit: z.string(),
  phase: z.literal([1, 2, 3]),
  measure: z.enum(['communes', 'commune-teams', 'village-teams', 'evaluation', 'proposal']),
  from: z.nullable(Count),
  to: z.nullable(Count),
  actual: Count,
  verdict: Verdict,
});
export type RoadmapLine = z.infer<typeof RoadmapLine>;

/** A figure of the whole province beside the range in which it is plausible or asked for. KH 115, III.2 and V.4. */
export const ProvinceCheck = z.strictObject({
  check: z.string(),
  clause: z.nullable(z.string()),
  from: z.nullable(Count),
  to: z.nullable(Count),
  actual: Count,
  verdict: Verdict,
});
export type ProvinceCheck = z.infer<typeof ProvinceCheck>;

/** How often a rule spoke in a unit. */
export const RuleCount = z.strictObject({ rule: z.string(), unit: z.string(), count: Count });
export type RuleCount = z.infer<typeof RuleCount>;

/** A team's initiative or proposal for a reward, in its own words; only texts without a phone or a rostered name. */
export const Highlight = z.strictObject({
  kind: z.enum(['initiatives', 'commendations']),
  team: z.string(),
  date: PlainDate,
  content: z.string(),
});
export type Highlight = z.infer<typeof Highlight>;

/**
 * A unit's answer to a task of the month, in its own words; null where it gave none. `withheld`: it names or reaches people,
 * so it stays in the unit's workbook.
 */
export const TaskAnswer = z.strictObject({ task: z.string(), answer: z.nullable(z.string()), withheld: z.boolean() });
export type TaskAnswer = z.infer<typeof TaskAnswer>;

/** No moment of making in it: a summary of unchanged reports is the same document, and is not written again. */
export const SummaryDocument = z.strictObject({
  period: Period,
  /** Until every unit that owes a report has sent it or is locked. */
  provisional: z.boolean(),
  coverage: Coverage,
  /** Accepted rows of every unit that owes a report, whatever its status. */
  totals: Totals,
  /** Units behind each figure of the form: a sum over those that reported it. */
  reportedBy: z.record(z.enum(FORM_FIGURES), Count),
  /** How much of what was typed could be counted. */
  completeness: RowShare,
  /** Reports that came, by the due date and after it, against the expected. */
  timeliness: z.strictObject({ onTime: Count, late: Count, expected: Count }),
  problems: SeverityCounts,
  /** Units by where their report stands, those that owe none among them. */
  statuses: z.record(ReportStatus, Count),
  units: z.array(UnitSummary),
  /** Findings against the plan, and mistakes and warnings in the data, by rule and unit. */
  compliance: z.array(RuleCount),
  quality: z.array(RuleCount),
  highlights: z.array(z.strictObject({ ...Highlight.def.shape, unit: z.string() })),
  /** Answers to the Department's tasks, by unit. */
  tasks: z.exactOptional(z.array(z.strictObject({ unit: z.string(), ...TaskAnswer.def.shape }))),
  /** Left out where the month was summed up without them. */
  roadmap: z.exactOptional(z.array(RoadmapLine)),
  checks: z.exactOptional(z.array(ProvinceCheck)),
});
export type SummaryDocument = z.infer<typeof SummaryDocument>;
