/** One unit's month as it is stored: what was read, what is wrong with it, what it adds up to. */
import type { PlainDate } from '../../schemas/calendar.ts';
import type { ProblemCounts, ReportDocument, RowCounts, TeamTotalsDocument } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import type { Problem } from '../../schemas/rule.ts';
import { RULE_VERSION } from '../../schemas/rulebook.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import type { MemberRecord } from '../../schemas/tabs/members.ts';
import type { TeamRecord } from '../../schemas/tabs/teams.ts';
import { highlightsOf } from './highlights.ts';
import { phaseDocuments, taskAnswers } from './outward.ts';
import type { OpenPeriod } from './period.ts';
import { problemsOf, type WorkbookReview } from './review.ts';
import { countRows, type TabReview } from './review-tab.ts';
import { rosterNames } from './roster-names.ts';
import { NEW_STANDING, type Standing, type UnsentStatus } from './standing.ts';
import { editOf, reviewSubmission, type SubmissionContext } from './submission.ts';
import { countTabs } from './tab-counts.ts';
import { type CountableRows, totalTeams, totalUnit } from './total.ts';

/** A report before its content is hashed, with the teams that hang below it. */
export interface ReportDraft {
  readonly report: Omit<ReportDocument, 'contentHash'>;
  readonly teams: ReadonlyMap<string, TeamTotalsDocument>;
}

/** What stays of the report from run to run: where it stands, its receipt, and what was sent. */
export type ReportHistory = Standing &
  Pick<ReportDocument, 'receipt' | 'sentHash' | 'hasOldTick' | 'toldAt' | 'openedBy' | 'correction'>;

export const NEW_REPORT: ReportHistory = {
  ...NEW_STANDING,
  receipt: null,
  sentHash: null,
  hasOldTick: false,
  toldAt: null,
  openedBy: null,
  correction: null,
};

/** The history that a stored report carries on. */
export function historyOf(stored: ReportDocument | undefined): ReportHistory {
  if (!stored) return NEW_REPORT;
  const { status, firstValidAt, submittedAt, lockedAt, extendedUntil, version, frozenVersion } = stored;
  const { receipt, sentHash, hasOldTick, toldAt, openedBy, correction } = stored;
  return {
    status,
    firstValidAt,
    submittedAt,
    lockedAt,
    extendedUntil,
    version,
    frozenVersion,
    receipt,
    sentHash,
    hasOldTick,
    toldAt,
    openedBy,
    correction,
  };
}

const recordsOf = <R>(review: TabReview | undefined): readonly R[] =>
  (review?.rows ?? []).filter(({ accepted }) => accepted).map(({ values }) => values as R);

function tabOf(review: WorkbookReview, key: string, period: string | null): TabReview | undefined {
  return review.tabs.find(({ expected }) => expected.key === key && expected.period === period);
}

/** The accepted rows that a month is counted from: the roster, and the month's own tabs. */
export function countableRows(review: WorkbookReview, period: string): CountableRows {
  return {
    teams: recordsOf<TeamRecord>(tabOf(review, 'teams', null)),
    members: recordsOf<MemberRecord>(tabOf(review, 'members', null)),
    activities: recordsOf<ActivityRecord>(tabOf(review, 'activities', period)),
    form: review.forms.find(({ expected }) => expected.period === period)?.values ?? null,
  };
}

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const counts = { error: 0, warning: 0, finding: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

/** Without infos: they are no news of the data or of the plan, and a rule may have both. */
function countByRule(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule, severity } of problems) if (severity !== 'info') counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/**
 * Where a report stands that has not been sent: not started (no row in the month's tab, untouched form), with errors (in
 * roster or month), or in progress. A report that was sent or locked keeps its status.
 */
export function openStatus(rows: RowCounts, formTouched: boolean, problems: ProblemCounts): UnsentStatus {
  if (rows.read === 0 && !formTouched) return 'not-started';
  return problems.error > 0 ? 'has-errors' : 'in-progress';
}

/**
 * The report of one open month. Stock figures are those of the window's last day, or of today when that is earlier. Once it
 * was sent, what is asked of a sent report is counted among its problems.
 */
export function makeReport(
  review: WorkbookReview,
  open: OpenPeriod,
  today: PlainDate,
  history: ReportHistory,
  context: SubmissionContext = {},
): ReportDraft {
  const { period, window } = open;
  const rows = countableRows(review, period);
  const found = problemsOf(review, period);
  const form = review.forms.find(({ expected }) => expected.period === period);
  const sent = history.submittedAt === null ? [] : reviewSubmission(review, open, context).problems;
  const edit = form ? editOf(form, { ...history, unit: review.unit.id, period }) : null;
  const problems = [...found, ...sent, ...(edit ? [edit] : [])];
  const counts = countTabs(review, period);
  const on = window.to < today ? window.to : today;
  return {
    report: {
      unit: review.unit.id,
      period,
      ...history,
      hasOldTick: history.hasOldTick && (form?.values.submit ?? false),
      status: statusOf(history, openStatus(counts.activities, form?.touched ?? false, countProblems(found))),
      counts,
      problems: countProblems(problems),
      problemsByRule: countByRule(problems),
      totals: totalUnit(rows, on),
      highlights: [...highlightsOf(rows.activities, tabOf(review, 'members', null))],
      ...(form
        ? {
            tasks: taskAnswers(form, rosterNames(tabOf(review, 'members', null))),
            phaseDocuments: phaseDocuments(form),
          }
        : {}),
      ruleVersion: RULE_VERSION,
    },
    teams: totalTeams(rows, on),
  };
}

/** What is sent or locked keeps its status, whatever the data say. */
function statusOf({ status, submittedAt, lockedAt }: ReportHistory, looked: UnsentStatus): ReportStatus {
  return submittedAt === null && lockedAt === null ? looked : status;
}

/** The month of a unit that has nobody who could set up a team: Cồn Cỏ. It is neither late nor empty. */
export function notApplicableReport(unit: string, period: OpenPeriod): ReportDraft['report'] {
  const none = countRows([]);
  return {
    unit,
    period: period.period,
    ...NEW_REPORT,
    status: 'not-applicable',
    counts: { teams: none, members: none, activities: none },
    problems: countProblems([]),
    problemsByRule: {},
    totals: totalUnit({ teams: [], members: [], activities: [], form: null }, period.window.to),
    ruleVersion: RULE_VERSION,
  };
}
