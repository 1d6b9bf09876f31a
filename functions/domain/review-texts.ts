/** Free text that names or reaches people: in the rows of activities and in the lines of the form. Law 91/2025/QH15. */

import { remarkKey } from '../../schemas/form-lines.ts';
import type { Problem } from '../../schemas/rule.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import { findPersonalData, type PersonalData } from './personal-data.ts';
import { placeIssue } from './problem.ts';
import { judgeRows } from './review-across.ts';
import type { FormReview, ReviewedLine } from './review-form.ts';
import type { TabReview } from './review-tab.ts';
import { type RosterNames, rosterNames } from './roster-names.ts';
import { isBlank } from './text.ts';

const RULE = 'activity.personal-data';
/** A link is looked at too: `zalo.me/` is followed by a phone. */
const COLUMNS = ['content', 'remark', 'evidence'] as const;

export type TextFinder = (text: CellValue) => readonly PersonalData[];

const NOTHING: readonly PersonalData[] = [];

/** Remembers what it has read: teams describe the same work in the same words. The list is read with the first text. */
export function makeTextFinder(members: TabReview | undefined): TextFinder {
  const remembered = new Map<string, readonly PersonalData[]>();
  let names: RosterNames | null | undefined;
  return (cell) => {
    if (cell === null || isBlank(cell)) return NOTHING;
    const text = String(cell);
    const known = remembered.get(text);
    if (known) return known;
    if (names === undefined) names = rosterNames(members);
    const found = findPersonalData(text, names);
    remembered.set(text, found);
    return found;
  };
}

/** What else is said of a cell with personal data does not repeat it either, nor is it offered in another spelling. */
function withoutValues<R extends { readonly problems: readonly Problem[] }>(row: R): R {
  const personal = new Set(row.problems.flatMap(({ rule, column }) => (rule === RULE ? [column] : [])));
  if (personal.size === 0) return row;
  const problems = row.problems.map((one) => (personal.has(one.column) ? withoutValue(one) : one));
  return { ...row, problems };
}

function withoutValue({ replacement: _, ...problem }: Problem): Problem {
  return { ...problem, value: '' };
}

export function reviewTexts(tabs: readonly TabReview[], find: TextFinder): readonly TabReview[] {
  return tabs.map((tab) => {
    if (tab.expected.key !== 'activities') return tab;
    const judged = judgeRows(tab, ({ cells }) =>
      COLUMNS.flatMap((column) =>
        find(cells[column] ?? null).map((variant) => ({ rule: RULE, variant, column, personal: true })),
      ),
    );
    return { ...judged, rows: judged.rows.map(withoutValues) };
  });
}

/** Lines of text; one that the form of every month lacks is a task of the month, and its answer a text. */
const isText = (key: string): boolean => {
  const line = Object.hasOwn(MonthlyReport.lines, key)
    ? MonthlyReport.lines[key as keyof typeof MonthlyReport.lines]
    : null;
  return line === null || line.cell.kind === 'text';
};

export function reviewFormTexts(form: FormReview, find: TextFinder): FormReview {
  const judged = (line: ReviewedLine): ReviewedLine => {
    const place = { tab: form.expected.key, title: form.tab?.title ?? form.expected.title, row: line.row };
    const say = (found: readonly PersonalData[], column: string) =>
      found.map((variant) => placeIssue(issue(RULE, variant), { ...place, column }));
    // What stands beside a line is text, whatever the line asks for.
    const problems = [
      ...say(isText(line.key) ? find(line.original) : NOTHING, line.key),
      ...say(find(line.remark), remarkKey(line.key)),
    ];
    return problems.length === 0 ? line : withoutValues({ ...line, problems: [...line.problems, ...problems] });
  };
  const lines = form.lines.map(judged);
  return { ...form, lines, problems: lines.flatMap(({ problems }) => problems) };
}
