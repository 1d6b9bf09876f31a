/** `Còn phải sửa`: what is left before a month can be sent, short enough for a cell. */
import type { Problem } from '../../schemas/rule.ts';
import { fieldOf } from '../../schemas/tabs.ts';
import { rangesOf } from './mail/problem-groups.ts';
import { type Message, renderProblem } from './message.ts';
import { isError } from './problem.ts';
import type { SubmissionReview } from './submission.ts';

/** `Kết quả kiểm tra` has the rest. */
const MAX_RANGES = 8;
const MAX_LENGTH = 1_000;

const TO_DO = 'Cần sửa trước khi gửi:';
const READY = 'Đã đủ, có thể đánh dấu GỬI BÁO CÁO.';
const OPTIONAL = 'Nên xem thêm, không bắt buộc:';

const line = (text: string): string => `– ${text}`;

/** «dòng 3, 5–7 và 4 dòng khác». */
function rowsText(problems: readonly Problem[]): string {
  const ranges = rangesOf(problems);
  if (ranges.length === 0) return '';
  const shown = ranges.slice(0, MAX_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const rest = ranges.slice(MAX_RANGES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return ` (dòng ${shown.join(', ')}${rest > 0 ? ` và ${rest} dòng khác` : ''})`;
}

/** One line a tab: «Trang «Tổ»: 2 lỗi (dòng 3, 5)». */
function tabLines(problems: readonly Problem[]): readonly string[] {
  const byTab = Map.groupBy(problems, ({ title }) => title);
  return [...byTab].map(([title, found]) => line(`Trang «${title}»: ${found.length} lỗi${rowsText(found)}`));
}

/** The name of the form's line goes before a sentence that does not say it. */
function formLine(problem: Problem): string {
  const { what, fix }: Message = renderProblem(problem);
  const label = fieldOf(problem.tab, problem.column)?.header;
  const lead = label === undefined || problem.rule.startsWith('report.') || what.includes(label) ? '' : `«${label}»: `;
  return line(`${lead}${what} ${fix}`);
}

const isBlankLine = ({ rule }: Problem): boolean => rule === 'cell.required';

/** Blank lines are one line together; all else is said one by one. */
function formLines(problems: readonly Problem[]): readonly string[] {
  const blanks = problems.filter(isBlankLine).map(({ tab, column }) => `«${fieldOf(tab, column)?.header ?? ''}»`);
  return [
    ...(blanks.length === 0 ? [] : [line(`Chưa ghi: ${blanks.join(', ')}`)]),
    ...problems.filter((problem) => !isBlankLine(problem)).map(formLine),
  ];
}

const isOfForm = ({ tab }: Problem): boolean => tab === 'monthlyReport';

function cut(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}

function toDo(blocking: readonly Problem[]): readonly string[] {
  if (blocking.length === 0) return [];
  const inTabs = blocking.filter((problem) => !isOfForm(problem));
  return [TO_DO, ...tabLines(inTabs), ...formLines(blocking.filter(isOfForm))];
}

/** What an unsent month lacks, and what may be looked at besides. */
export function remainingText({ problems, blocking }: SubmissionReview): string {
  const others = problems.filter((problem) => !isError(problem));
  const first = blocking.length === 0 ? [READY] : toDo(blocking);
  return cut([...first, ...(others.length === 0 ? [] : [OPTIONAL, ...others.map(formLine)])].join('\n'));
}

/** What a month lacks that was sent and edited since; null when nothing was edited. */
export function remainingAfterEdit({ blocking }: SubmissionReview, edit: Problem | null): string | null {
  return edit === null ? null : cut([formLine(edit), ...toDo(blocking)].join('\n'));
}
