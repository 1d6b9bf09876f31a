/** What the sidebar shows of the open workbook: judged now, with the night's own review. */
import { leftToDo } from '../functions/domain/mail/before-sending.ts';
import { groupMessage } from '../functions/domain/mail/group-message.ts';
import { problemGroups } from '../functions/domain/mail/problem-groups.ts';
import { renderLine, renderSuggestion } from '../functions/domain/message.ts';
import type { OpenPeriod } from '../functions/domain/period.ts';
import { isError } from '../functions/domain/problem.ts';
import { type IdentifiedProblem, identifyProblems } from '../functions/domain/problem-identity.ts';
import { remainingText } from '../functions/domain/remaining.ts';
import { cellOfProblem } from '../functions/domain/requested-replacements.ts';
import { keyOfProblem, rowsText } from '../functions/domain/result-lines.ts';
import type { WorkbookReview } from '../functions/domain/review.ts';
import { type FormReview, formRows } from '../functions/domain/review-form.ts';
import { countRows } from '../functions/domain/review-tab.ts';
import { reviewSubmission } from '../functions/domain/submission.ts';
import { countTabs } from '../functions/domain/tab-counts.ts';
import { formatDate, formatPeriod, toSerial } from '../schemas/calendar.ts';
import { FORM_COLUMNS } from '../schemas/form.ts';
import type { Problem, Severity } from '../schemas/rule.ts';
import type { MonthlyReportKey } from '../schemas/tabs/monthly-report.ts';
import { fieldOf } from '../schemas/tabs.ts';
import type { Judged } from './check-tabs.ts';
import { type CellPlace, type Fix, MAX_TASKS, type MonthState, type SidebarState, type Task } from './sidebar/state.ts';

export const NOBODYS: SidebarState = {
  unit: null,
  months: [],
  tasks: [],
  fixes: [],
  errors: 0,
  others: 0,
  read: 0,
  accepted: 0,
  message: '',
};

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, finding: 2, info: 3 };

export function sidebarStateOf(judged: Judged): SidebarState {
  const { workbook, review, periods } = judged;
  const found = identifyProblems(review, workbook.id);
  const problems = found.filter(isTask);
  const sorted = [...problems].sort((one, other) => RANK[one.problem.severity] - RANK[other.problem.severity]);
  const errors = problems.filter(({ problem }) => problem.severity === 'error').length;
  const counts = countRows(review.tabs.flatMap(({ rows }) => rows));
  return {
    unit: review.unit.fullName,
    months: periods.map((open) => monthState(open, judged)),
    tasks: sorted.slice(0, MAX_TASKS).map(({ problem }) => taskOf(problem, review)),
    fixes: found.flatMap((one) => fixOf(one, review) ?? []).slice(0, MAX_TASKS),
    errors,
    others: problems.length - errors,
    read: counts.read,
    accepted: counts.accepted,
    message: messageOf(judged),
  };
}

const isTask = ({ problem }: IdentifiedProblem): boolean => problem.severity !== 'info' && !problem.checked;

function taskOf(problem: Problem, review: WorkbookReview): Task {
  return { where: whereOf(problem), text: renderLine(problem), place: placeOf(problem, review) };
}

/** «Tổ, dòng 5, Ngày quyết định». */
function whereOf(problem: Problem): string {
  const header = fieldOf(problem.tab, problem.column)?.header;
  return [problem.title, rowsText(problem).toLowerCase(), ...(header === undefined ? [] : [header])].join(', ');
}

function fixOf(found: IdentifiedProblem, review: WorkbookReview): Fix | null {
  const { problem } = found;
  const place = problem.replacement === undefined ? null : cellOfProblem(problem, review);
  if (place === null) return null;
  return { where: whereOf(problem), place, key: keyOfProblem(found), to: renderSuggestion(problem) };
}

function monthState(open: OpenPeriod, { review, today }: Judged): MonthState {
  const form = formOf(review, open.period);
  const receipt = owned(form, 'receipt');
  return {
    period: open.period,
    name: `Tháng ${formatPeriod(open.period)}`,
    due: formatDate(open.due),
    daysLeft: toSerial(open.due) - toSerial(today),
    status: owned(form, 'status'),
    receivedAt: owned(form, 'receivedAt'),
    receipt,
    // After a receipt the functions write into «Còn phải sửa» only what was edited since.
    edited: receipt !== null && owned(form, 'remaining') !== null,
    ticked: form?.values.submit ?? false,
    blocking: blockingOf(open, review),
    place: submitPlace(form),
  };
}

export const formOf = ({ forms }: WorkbookReview, period: string): FormReview | undefined =>
  forms.find(({ expected }) => expected.period === period);

/** What the functions have written into a line of the form that is theirs. */
function owned(form: FormReview | undefined, key: MonthlyReportKey): string | null {
  const row = form?.tab ? formRows(form.tab).get(key) : undefined;
  const value = row === undefined ? null : (form?.tab?.values[row]?.[FORM_COLUMNS.value.column] ?? null);
  return value === null || value === '' ? null : String(value);
}

/** The cell of GỬI BÁO CÁO. */
export function submitPlace(form: FormReview | undefined): CellPlace | null {
  const row = form?.tab ? formRows(form.tab).get('submit') : undefined;
  return form?.tab && row !== undefined ? { sheetId: form.tab.sheetId, row, column: FORM_COLUMNS.value.column } : null;
}

/** The cell of a problem, or the first one of its row or tab. */
function placeOf(problem: Problem, review: WorkbookReview): CellPlace | null {
  const cell = cellOfProblem(problem, review);
  if (cell) return cell;
  const found = review.tabs.find(({ expected, tab }) => expected.key === problem.tab && tab?.title === problem.title);
  return found?.tab ? { sheetId: found.tab.sheetId, row: (problem.row ?? 1) - 1, column: 0 } : null;
}

/** What the form itself would say is left, without its heading; empty when the month can be sent. */
function blockingOf(open: OpenPeriod, review: WorkbookReview): readonly string[] {
  const sending = reviewSubmission(review, open);
  if (sending.blocking.length === 0) return [];
  // Without what may be looked at besides: here it would read as if it had to be done.
  const [, ...lines] = remainingText({ ...sending, problems: sending.problems.filter(isError) }).split('\n');
  return lines.map((line) => line.replace(/^– /, ''));
}

/** For the district's Zalo group: counts and days only, no name, no row. */
function messageOf({ review, periods, today }: Judged): string {
  const errors = problemGroups(review, ({ severity, checked }) => severity === 'error' && !checked);
  const others = problemGroups(
    review,
    ({ severity, checked }) => (severity === 'warning' || severity === 'finding') && !checked,
  );
  const unsent = periods.filter(({ period }) => owned(formOf(review, period), 'receipt') === null);
  const left = leftToDo(
    unsent.map(({ period }) => ({ period, counts: countTabs(review, period), submittedAt: null })),
    review,
  );
  return groupMessage({ unit: review.unit, today, errors, others, changes: null, left }).join('\n');
}
