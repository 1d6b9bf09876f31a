/** What is asked of a month's report as a whole, when it is sent. Each rule gives issues by line of the form. */
import { formatDate, type Period } from '../../../schemas/calendar.ts';
import { PHASES, type Phase } from '../../../schemas/roadmap.ts';
import type { Issue } from '../../../schemas/rule.ts';
import { MonthlyReport, type MonthlyReportKey } from '../../../schemas/tabs/monthly-report.ts';
import { issue } from '../cells/reading.ts';
import { isError } from '../problem.ts';
import type { FormReview } from '../review-form.ts';
import type { TabReview } from '../review-tab.ts';
import { isBlank } from '../text.ts';

export interface LineIssue {
  readonly line: MonthlyReportKey;
  readonly issue: Issue;
}

/** What the rules on one month look at. */
export interface MonthUnderReview {
  readonly period: Period;
  readonly form: FormReview;
  /** The month's activities. */
  readonly activities: TabReview | undefined;
  /** Documents that an earlier month of the same phase has named already. */
  readonly documentsBefore: ReadonlySet<Phase['document']>;
}

type ReportRule = (month: MonthUnderReview) => readonly LineIssue[];

const at = (line: MonthlyReportKey, found: Issue): readonly LineIssue[] => [{ line, issue: found }];
const NONE: readonly LineIssue[] = [];

/** Nothing is required while typing; at GỬI these are. */
const REQUIRED = (Object.keys(MonthlyReport.lines) as MonthlyReportKey[]).filter(
  (key) => 'requiredAtSubmit' in MonthlyReport.lines[key],
);

/** A cell that could not be read has its own problem. */
function isUnreadable(form: FormReview, key: string): boolean {
  return form.lines.find((line) => line.key === key)?.problems.some(isError) ?? false;
}

const requiredLines: ReportRule = ({ form }) =>
  REQUIRED.filter((key) => (form.values as Record<string, unknown>)[key] === null && !isUnreadable(form, key)).flatMap(
    (key) => at(key, issue('cell.required', 'line')),
  );

/** Nil and activities: a month has rows, or says that it has none. KH 115, V.5. */
const nilOrRows: ReportRule = ({ form, activities }) => {
  // Without the tab nobody knows; that it is missing is said already.
  if (!activities?.tab) return NONE;
  const { nil } = form.values;
  const tab = activities.tab.title;
  const { read } = activities.counts;
  if (nil && read > 0) return at('nil', issue('report.nil-with-activities', 'rows', { tab, count: read }));
  return nil || read > 0 || isUnreadable(form, 'nil') ? NONE : at('nil', issue('report.empty', 'noRows', { tab }));
};

const education: ReportRule = ({ form: { values } }) => {
  const { educationInformed: informed, educationTotal: total } = values;
  if (informed === null || total === null || informed === total) return NONE;
  if (informed > total)
    return at('educationInformed', issue('report.informed-exceeds-total', 'exceeds', { informed, total }));
  return at(
    'educationInformed',
    issue('report.informed-below-100', 'below', { informed, total, missing: total - informed }),
  );
};

export const MONEY_LINES = [
  'fundingSocial',
  'fundingOther',
  'budgetProvince',
  'budgetDistrict',
  'budgetCommune',
] as const satisfies readonly MonthlyReportKey[];

const money: ReportRule = ({ form }) =>
  MONEY_LINES.flatMap((key) => {
    if (isUnreadable(form, key)) return at(key, issue('report.money', 'amount'));
    const hasRemark = form.lines.some((line) => line.key === key && !isBlank(line.remark));
    return (form.values[key] ?? 0) > 0 && !hasRemark ? at(key, issue('report.money', 'noNote')) : NONE;
  });

const DOCUMENTS = [
  { document: 'evaluation', number: 'evaluationNumber', date: 'evaluationDate' },
  { document: 'proposal', number: 'proposalNumber', date: 'proposalDate' },
] as const;

/** The document is asked for in the last month of its phase. III.2.2, III.2.3. */
const phaseDocuments: ReportRule = ({ period, form, documentsBefore }) =>
  DOCUMENTS.flatMap(({ document, number, date }) => {
    const lacks = (key: typeof number | typeof date) => form.values[key] === null && !isUnreadable(form, key);
    if (lacks(number) && lacks(date)) {
      const phase = PHASES.find((one) => one.document === document && one.to.startsWith(period));
      if (!phase || documentsBefore.has(document)) return NONE;
      return at(number, issue('report.phase-document', document, { phase: phase.phase, to: formatDate(phase.to) }));
    }
    if (lacks(date)) return at(date, issue('report.phase-document', 'noDate'));
    return lacks(number) ? at(number, issue('report.phase-document', 'noNumber')) : NONE;
  });

/** The list of members is kept as it is in life. III.3.3. */
const rosterReviewed: ReportRule = ({ form }) =>
  form.values.rosterReviewed ? NONE : at('rosterReviewed', issue('report.roster-not-reviewed', 'unticked'));

const RULES: readonly ReportRule[] = [requiredLines, nilOrRows, education, money, phaseDocuments, rosterReviewed];

/** The issues of a month's report, by line of the form. */
export const reportIssues: ReportRule = (month) => RULES.flatMap((rule) => rule(month));
