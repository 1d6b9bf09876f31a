/**
 * The words of a problem as a mail may say them. A mail leaves the workbook for good, so it repeats nothing that was typed:
 * in a row whose cells slipped, a name stands in any column. What remains are our own words, the register's names of
 * units, days and numbers that were understood. Promise 7; Law 91/2025/QH15.
 */
import type { Cell } from '../../../schemas/cells.ts';
import type { Line } from '../../../schemas/form.ts';
import type { Details, Problem } from '../../../schemas/rule.ts';
import { ruleOf } from '../../../schemas/rulebook.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import { fieldOf, SYSTEM_TABS, sheetOf } from '../../../schemas/tabs.ts';
import { type Message, renderProblem } from '../message.ts';

/** Ours, the register's, or worked out from what was read; never letters that someone typed. */
const OWN_DETAILS: ReadonlySet<string> = new Set([
  'at',
  'below',
  'candidates',
  'column',
  'columns',
  'commune',
  'consented',
  'count',
  'date',
  'days',
  'digits',
  'dissolved',
  'district',
  'expected',
  'first',
  'former',
  'founded',
  'from',
  'help',
  'informed',
  'joined',
  'lastRow',
  'length',
  'living',
  'max',
  'missing',
  'members',
  'month',
  'participants',
  'perhaps',
  'phase',
  'rightTab',
  'row',
  'short',
  'slot',
  'slots',
  'successor',
  'successors',
  'tab',
  'to',
  'today',
  'total',
  'unit',
  'year',
]);
/** What a personal column may say: that a number has so many digits, that so many people stand in a cell. */
const PERSONAL_DETAILS: ReadonlySet<string> = new Set(['column', 'count', 'digits', 'first', 'help']);
/** What was understood, or is suggested, comes from a closed list, the register or a calendar. */
const CLOSED_KINDS: ReadonlySet<Cell['kind']> = new Set(['date', 'count', 'choice', 'choices', 'commune', 'checkbox']);
const UNDERSTOOD: ReadonlySet<string> = new Set(['understood', 'suggestion']);

/** Eight digits in a row, however they are spaced: a phone or an identity number that slipped into another column. */
const LONG_NUMBER = /\d(?:[\s.,-]*\d){7}/;

const FORM_LINES: Readonly<Record<string, Line>> = MonthlyReport.lines;

function kindOf({ tab, column }: Problem): Cell['kind'] | undefined {
  if (column === null) return undefined;
  return (sheetOf(tab)?.columns[column] ?? FORM_LINES[column])?.cell.kind;
}

function maySay(name: string, detail: string | number, problem: Problem): boolean {
  if (LONG_NUMBER.test(String(detail))) return false;
  if (fieldOf(problem.tab, problem.column)?.personal) return PERSONAL_DETAILS.has(name);
  if (OWN_DETAILS.has(name)) return true;
  return UNDERSTOOD.has(name) && CLOSED_KINDS.has(kindOf(problem) ?? 'text');
}

const detailsOf = ({ details, suggestion }: Problem): Details =>
  suggestion === undefined ? { ...details } : { ...details, suggestion };

/** What may be said of all these problems: details that are safe, and the same in each. */
function sharedDetails(problems: readonly Problem[]): Details {
  const [first, ...others] = problems;
  if (first === undefined) return {};
  const shared = Object.entries(detailsOf(first)).filter(
    ([name, detail]) => maySay(name, detail, first) && others.every((problem) => detailsOf(problem)[name] === detail),
  );
  return Object.fromEntries(shared);
}

/** A placeholder that was not filled. */
const BLANK = /\{\w+\}/;
const TYPED_VALUE = /^«\{value\}»/;
const ELSEWHERE = `Cách sửa ghi ở trang «${SYSTEM_TABS.results}».`;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?])\s+/);

/** Whole, and without a number that looks like someone's, be it the example of a rule. */
const canBeSaid = (sentence: string): boolean => !BLANK.test(sentence) && !LONG_NUMBER.test(sentence);

/** The rule's title speaks for what cannot be said. */
function sayWhat(what: string, title: string): string {
  const said = what.replace(TYPED_VALUE, 'Nội dung ô này');
  return canBeSaid(said) ? said : `${title}.`;
}

/** Of the advice, the sentences that can be said. */
function sayFix(fix: string): string {
  const said = sentencesOf(fix).filter(canBeSaid);
  return said.length === 0 ? ELSEWHERE : said.join(' ');
}

/** One message for problems of the same rule, variant, tab and column. */
export function sayTogether(problems: readonly [Problem, ...Problem[]]): Message {
  const [first] = problems;
  const { suggestion: _, details: __, row, lastRow, ...rest } = first;
  const alone = problems.length === 1;
  // An unfilled placeholder is what the typed value becomes: it is dropped with its sentence.
  const sayable: Problem = {
    ...rest,
    value: '{value}',
    row: alone ? row : null,
    ...(alone && lastRow !== undefined ? { lastRow } : {}),
    details: sharedDetails(problems),
  };
  const { what, fix } = renderProblem(sayable);
  return { what: sayWhat(what, ruleOf(first.rule).title), fix: sayFix(fix) };
}
