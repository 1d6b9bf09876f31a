/** One month of the whole province: sums over the reports of the units that owe one, with what they stand on. */
import { firstDay, type Period } from '../../schemas/calendar.ts';
import type { AuditDocument, ProblemCounts, ReportDocument, TabCounts, UnitDocument } from '../../schemas/documents.ts';
import { ReportStatus } from '../../schemas/report-status.ts';
import type { Severity } from '../../schemas/rule.ts';
import { RULES } from '../../schemas/rulebook.ts';
import type { Opening, RowShare, RuleCount, SummaryDocument, UnitSummary } from '../../schemas/summary.ts';
import { FORM_FIGURES, type FormFigure } from '../../schemas/totals.ts';
import { findUnit } from '../../schemas/units.ts';
import { shownReason } from './correction-text.ts';
import { cleanText } from './text.ts';
import { addTotals } from './total.ts';

/** Whether a unit is there in a month: on its first day. Districts end with 06/2025, the communes of 2025 begin after. */
export function isThere({ validFrom, validTo }: Pick<UnitDocument, 'validFrom' | 'validTo'>, period: Period): boolean {
  const day = firstDay(period);
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Whether a unit has to report: it has communes, so somebody there can set up a team. KH 115, III.3.1.1. */
export function owesReport(unit: UnitDocument, report: ReportDocument | undefined): boolean {
  if (report !== undefined) return report.status !== 'not-applicable';
  return findUnit(unit.unit)?.communes.length !== 0;
}

interface UnitMonth {
  readonly unit: UnitDocument;
  readonly report: ReportDocument | undefined;
}

type Reported = UnitMonth & { readonly report: ReportDocument };

const isReported = (month: UnitMonth): month is Reported => month.report !== undefined;
const byUnit = (one: UnitMonth, other: UnitMonth): number => (one.unit.unit < other.unit.unit ? -1 : 1);

/** By unit: what the Department did so that its month is still open. */
export type OpeningDeeds = ReadonlyMap<string, readonly Pick<AuditDocument, 'action' | 'reason'>[]>;

/** Of a reason as much as fits into a table; the audit has all of it. */
const MAX_REASON = 200;

/** The Department's own words on one line; not those that hold somebody's number. */
function openingOf({ action, reason }: Pick<AuditDocument, 'action' | 'reason'>): readonly Opening[] {
  if (action === 'submit' || action === 'lock') return [];
  const said = cleanText(shownReason(reason) ?? '').replace(/\n/g, ' ');
  const short = said.length <= MAX_REASON ? said : `${said.slice(0, MAX_REASON - 1)}…`;
  return [{ action, reason: short || null }];
}

/**
 * The month's summary, from the reports of that month, the units that there are, and what opened their months. Units are in
 * the order of their ids; reports of other months and of units that are not there are left alone.
 */
export function makeSummary(
  reports: readonly ReportDocument[],
  units: readonly UnitDocument[],
  period: Period,
  deeds: OpeningDeeds = new Map(),
): SummaryDocument {
  const ofUnit = new Map(reports.filter((one) => one.period === period).map((report) => [report.unit, report]));
  const months = units
    .filter((unit) => isThere(unit, period))
    .map((unit): UnitMonth => ({ unit, report: ofUnit.get(unit.unit) }))
    .sort(byUnit);
  const owing = months.filter(({ unit, report }) => owesReport(unit, report));
  const reported = owing.filter(isReported);
  const expected = owing.length;
  return {
    period,
    provisional: !owing.every(isSettled),
    coverage: { submitted: reported.filter(isSubmitted).length, expected },
    totals: addTotals(reported.map(({ report }) => report.totals)),
    reportedBy: countReporters(reported),
    completeness: addRows(reported),
    timeliness: { ...countTimes(reported), expected },
    problems: addProblems(reported),
    statuses: countStatuses(months),
    units: months.map((month) => unitLine(month, deeds)),
    compliance: ruleCounts(reported, 'finding'),
    quality: ruleCounts(reported, 'error'),
    ...tasksOf(reported),
    highlights: reported.flatMap(({ report }) =>
      (report.highlights ?? []).map((highlight) => ({ ...highlight, unit: report.unit })),
    ),
  };
}

/** Left out in a month without tasks. */
function tasksOf(reported: readonly Reported[]): Pick<SummaryDocument, 'tasks'> {
  const tasks = reported.flatMap(({ report }) =>
    (report.tasks ?? []).map((answer) => ({ ...answer, unit: report.unit })),
  );
  return tasks.length === 0 ? {} : { tasks };
}

const isSubmitted = ({ report }: UnitMonth): boolean => report !== undefined && report.submittedAt !== null;

/** Nothing more is to come: it was sent, or the lock fell without it. */
const isSettled = (month: UnitMonth): boolean =>
  isSubmitted(month) || (month.report !== undefined && month.report.lockedAt !== null);

function statusOf({ unit, report }: UnitMonth): ReportStatus {
  if (report) return report.status;
  return owesReport(unit, report) ? 'not-started' : 'not-applicable';
}

function countStatuses(months: readonly UnitMonth[]): Record<ReportStatus, number> {
  const counts = Object.fromEntries(ReportStatus.options.map((status) => [status, 0])) as Record<ReportStatus, number>;
  for (const month of months) counts[statusOf(month)] += 1;
  return counts;
}

function countTimes(reported: readonly Reported[]): { onTime: number; late: number } {
  const submitted = reported.filter(isSubmitted);
  const late = submitted.filter(({ report }) => report.status === 'late').length;
  return { onTime: submitted.length - late, late };
}

function countReporters(reported: readonly Reported[]): Record<FormFigure, number> {
  const entries = FORM_FIGURES.map((key) => [key, reported.filter(({ report }) => report.totals[key] !== null).length]);
  return Object.fromEntries(entries) as Record<FormFigure, number>;
}

/** Rows of the roster and of the month's tab together. */
export function rowsOf({ teams, members, activities }: TabCounts): RowShare {
  const tabs = [teams, members, activities];
  return {
    read: tabs.reduce((sum, { read }) => sum + read, 0),
    accepted: tabs.reduce((sum, { accepted }) => sum + accepted, 0),
  };
}

function addRows(reported: readonly Reported[]): RowShare {
  const shares = reported.map(({ report }) => rowsOf(report.counts));
  return {
    read: shares.reduce((sum, { read }) => sum + read, 0),
    accepted: shares.reduce((sum, { accepted }) => sum + accepted, 0),
  };
}

function addProblems(reported: readonly Reported[]): ProblemCounts {
  const sum = (severity: Severity) => reported.reduce((total, { report }) => total + report.problems[severity], 0);
  return { error: sum('error'), warning: sum('warning'), finding: sum('finding'), info: sum('info') };
}

function unitLine(month: UnitMonth, deeds: OpeningDeeds): UnitSummary {
  const { unit, report } = month;
  return {
    unit: unit.unit,
    status: statusOf(month),
    version: report?.version ?? 0,
    frozenVersion: report?.frozenVersion ?? 0,
    firstValidAt: report?.firstValidAt ?? null,
    submittedAt: report?.submittedAt ?? null,
    lockedAt: report?.lockedAt ?? null,
    extendedUntil: report?.extendedUntil ?? null,
    openings: (deeds.get(unit.unit) ?? []).flatMap(openingOf),
    totals: report?.totals ?? null,
    counts: report?.counts ?? null,
    problems: report?.problems ?? null,
  };
}

/** What a rule is about: the plan where one of its variants is a finding, the data where one is an error or a warning. */
const KIND_OF_RULE: ReadonlyMap<string, 'finding' | 'error' | null> = new Map(
  RULES.map(({ id, variants }) => {
    const severities = new Set(Object.values(variants).map(({ severity }) => severity));
    if (severities.has('finding')) return [id, 'finding'];
    return [id, severities.has('error') || severities.has('warning') ? 'error' : null];
  }),
);

/** A report counts a rule as a whole, its remarks included. A rule of an older rulebook is about the data. */
function ruleCounts(reported: readonly Reported[], kind: 'finding' | 'error'): RuleCount[] {
  return reported.flatMap(({ report }) =>
    Object.entries(report.problemsByRule ?? {})
      .filter(([rule, count]) => count > 0 && (KIND_OF_RULE.has(rule) ? KIND_OF_RULE.get(rule) : 'error') === kind)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([rule, count]) => ({ rule, unit: report.unit, count })),
  );
}
