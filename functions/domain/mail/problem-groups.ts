/** The problems of a workbook as a mail lists them: the same problem in many rows is one line with its rows. */
import type { Problem } from '../../../schemas/rule.ts';
import { RULES } from '../../../schemas/rulebook.ts';
import { problemsOf, type WorkbookReview } from '../review.ts';

/** From and to, both counted from 1 as on the sheet. */
export type RowRange = readonly [from: number, to: number];

export interface ProblemGroup {
  /** Title of the tab as it stands in the workbook. */
  readonly title: string;
  /** Of the tab in the workbook, null when it is missing. */
  readonly sheetId: number | null;
  readonly problems: readonly [Problem, ...Problem[]];
  /** Empty for the tab as a whole. */
  readonly rows: readonly RowRange[];
}

const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, index) => [id, index]));

function orderOf({ tab, title }: Problem, review: WorkbookReview): number {
  const place = review.tabs.findIndex(
    (one) => one.expected.key === tab && (one.tab?.title ?? one.expected.title) === title,
  );
  return place < 0 ? review.tabs.length : place;
}

/** Rows that follow one another as one range. */
export function rangesOf(problems: readonly Problem[]): readonly RowRange[] {
  const wanted = problems.flatMap(({ row, lastRow }): RowRange[] => (row === null ? [] : [[row, lastRow ?? row]]));
  const ranges: [number, number][] = [];
  for (const [from, to] of wanted.toSorted(([one], [other]) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

const keyOf = ({ title, rule, variant, column }: Problem): string => [title, rule, variant, column ?? ''].join('\n');

function groupOf(problems: readonly [Problem, ...Problem[]], review: WorkbookReview): ProblemGroup {
  const [{ tab, title }] = problems;
  const reviewed = [...review.tabs, ...(review.editedAfterLock ?? [])];
  const found = reviewed.find((one) => one.expected.key === tab && one.tab?.title === title);
  return { title, sheetId: found?.tab?.sheetId ?? null, problems, rows: rangesOf(problems) };
}

/** Groups in the order of tabs, then of the rulebook, then of their first row. Infos are never mailed. */
export function problemGroups(
  review: WorkbookReview,
  isWanted: (problem: Problem) => boolean,
): readonly ProblemGroup[] {
  const wanted = problemsOf(review).filter((problem) => problem.severity !== 'info' && isWanted(problem));
  const ordered = wanted.toSorted(
    (one, other) =>
      orderOf(one, review) - orderOf(other, review) ||
      (RULE_ORDER.get(one.rule) ?? 0) - (RULE_ORDER.get(other.rule) ?? 0) ||
      (one.row ?? 0) - (other.row ?? 0),
  );
  return [...Map.groupBy(ordered, keyOf).values()].map((group) => groupOf(group as [Problem, ...Problem[]], review));
}
