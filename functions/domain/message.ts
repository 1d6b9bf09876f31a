/** Turns a problem into the words that staff read. Sentences come from the rulebook; nothing is concatenated elsewhere. */
import { formatDate, fromSerial } from '../../schemas/calendar.ts';
import type { Cell } from '../../schemas/cells.ts';
import type { Details, Problem, Severity } from '../../schemas/rule.ts';
import { variantOf } from '../../schemas/rulebook.ts';
import { fieldOf } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { isDaySerial } from './cells/date.ts';
import { formatNumber } from './cells/figures.ts';

/** What stands before a message: error, or something to look at; info and a good row get the tick. */
export const SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', finding: '!', info: '✓' };

export const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  warning: 'Cần xem lại',
  finding: 'Chưa đúng kế hoạch',
  info: 'Thông tin',
};

export interface Message {
  readonly what: string;
  readonly fix: string;
}

const MAX_VALUE = 40;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

/** A value on one line, at most 40 characters. */
export function showValue(value: unknown): string {
  const text = String(value ?? '').replace(LINE_BREAKS, ' ');
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE - 1)}…`;
}

const QUOTED_VALUE = /«\{value\}»/g;
const PLACEHOLDER = /\{(\w+)\}/g;

function fill(template: string, details: Details, value: string): string {
  const quoted = value === '' ? template.replace(QUOTED_VALUE, 'nội dung ô này') : template;
  return quoted.replace(PLACEHOLDER, (all, name: string) => {
    const detail = name === 'value' ? value : details[name];
    return detail === undefined ? all : showHelp(name, detail);
  });
}

/** Headers, notes and lists of columns are ours and stay whole; all else is a value. */
const OURS = new Set(['column', 'columns', 'help', 'slot', 'slots', 'tab', 'what']);
/** Numbers that count nothing, and those that are to be typed: no points between their thousands. */
const PLAIN_NUMBERS = new Set(['row', 'lastRow', 'first', 'month', 'year', 'suggestion']);

function showHelp(name: string, detail: string | number): string {
  if (OURS.has(name)) return String(detail);
  return showValue(typeof detail === 'number' && !PLAIN_NUMBERS.has(name) ? formatNumber(detail) : detail);
}

/** A sentence may begin with a value that is not shown: `nội dung ô này …`. */
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong and how to put it right, in Vietnamese. */
export function renderProblem(problem: Problem): Message {
  const { sentence, fix } = variantOf(problem.rule, problem.variant);
  const column = fieldOf(problem.tab, problem.column);
  const details: Details = {
    column: column?.header ?? '',
    help: column?.help ?? '',
    ...(problem.row === null ? {} : { row: problem.row, lastRow: problem.lastRow ?? problem.row }),
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
    ...problem.details,
  };
  return { what: capitalised(fill(sentence, details, problem.value)), fix: fill(fix, details, problem.value) };
}

/** Text that a spreadsheet program could take for a formula is shown behind an apostrophe. */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A raw cell as people read it, and may type it: 44910 in a column of days → `15/12/2022`, a tick → `có`. */
export function renderRaw(value: CellValue, kind: Cell['kind'] | undefined): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number' && kind === 'date' && isDaySerial(value)) return formatDate(fromSerial(value));
  return String(value ?? '');
}

/** As the sheet shows it, with points between the thousands of what is counted, for a message. */
export const showCell = (value: CellValue, kind: Cell['kind'] | undefined): string =>
  showValue(typeof value === 'number' && kind === 'count' ? formatNumber(value) : renderRaw(value, kind));

/** The value that would be right, in a word; nothing of columns that name or reach people. Law 91/2025/QH15. */
export function renderSuggestion({ tab, column, suggestion, replacement }: Problem): string {
  const field = fieldOf(tab, column);
  if (field?.personal) return '';
  if (suggestion !== undefined) return String(suggestion);
  return replacement === undefined ? '' : showValue(renderRaw(replacement, field?.cell.kind));
}

/** One line: sign, what is wrong, how to put it right. */
export function renderLine(problem: Problem): string {
  const { what, fix } = renderProblem(problem);
  return `${SIGNS[problem.severity]} ${what} ${fix}`;
}
