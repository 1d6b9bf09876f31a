/** What a district was told, kept small and without personal data, and what is new or solved since. */
import type { Told, ToldGroup } from '../../../schemas/documents.ts';
import type { Problem } from '../../../schemas/rule.ts';
import { identifyProblems } from '../problem-identity.ts';
import type { WorkbookReview } from '../review.ts';
import { shortHash } from '../short-hash.ts';
import { type ProblemGroup, type RowRange, rangesOf } from './problem-groups.ts';

/** Fifteen bits: nobody's name or phone can be found from them. */
const LETTERS = 3;
/** Of one group; beyond, only the count is kept. */
const MAX_CODES = 500;

/** The code of each problem, wherever its row has moved. `salt` is the workbook's id. */
export type CodeOf = (problem: Problem) => string;

export function codesOf(review: WorkbookReview, salt: string): CodeOf {
  const codes = new Map(
    identifyProblems(review, salt).map(({ problem, code }) => [problem, shortHash(code, LETTERS)] as const),
  );
  return (problem) => codes.get(problem) ?? '';
}

const keyOf = ({ title, rule, variant, column }: Pick<ToldGroup, 'title' | 'rule' | 'variant' | 'column'>): string =>
  [title, rule, variant, column ?? ''].join('\n');

const byKey = (one: ToldGroup, other: ToldGroup): number => (keyOf(one) < keyOf(other) ? -1 : 1);

/** In an order of its own, so that two looks at the same problems give the same. */
export function toldGroups(groups: readonly ProblemGroup[], codeOf: CodeOf): readonly ToldGroup[] {
  const told = groups.map(({ title, problems }): ToldGroup => {
    const [{ rule, variant, column }] = problems;
    const codes = problems.length > MAX_CODES ? '' : problems.map(codeOf).sort().join('');
    return { title, rule, variant, column, count: problems.length, codes };
  });
  return told.sort(byKey);
}

/** Problems of one group that are new. `rows` is empty where only their number is known. */
export interface Fresh {
  readonly group: ProblemGroup;
  readonly count: number;
  readonly rows: readonly RowRange[];
}

export interface Solved {
  readonly group: ToldGroup;
  readonly count: number;
}

export interface Changes {
  readonly fresh: readonly Fresh[];
  readonly solved: readonly Solved[];
}

const lettersOf = (codes: string): string[] => codes.match(/.{3}/g) ?? [];

/** The problems that the codes of before do not cover; of two that look alike either may be the new one. */
function uncovered(problems: readonly Problem[], before: string, codeOf: CodeOf): readonly Problem[] {
  const left = lettersOf(before);
  return problems.filter((problem) => {
    const at = left.indexOf(codeOf(problem));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function freshOf(group: ProblemGroup, before: ToldGroup | undefined, now: ToldGroup, codeOf: CodeOf): Fresh {
  const grown = group.problems.length - (before?.count ?? 0);
  if (before === undefined) return { group, count: grown, rows: group.rows };
  if (before.codes === '' || now.codes === '') return { group, count: Math.max(0, grown), rows: [] };
  const found = uncovered(group.problems, before.codes, codeOf);
  return { group, count: found.length, rows: rangesOf(found) };
}

/** New problems by group, in the groups' order, and how many of those of before are gone. */
export function changesSince(told: Told, groups: readonly ProblemGroup[], codeOf: CodeOf): Changes {
  const before = new Map(told.groups.map((group) => [keyOf(group), group]));
  const now = new Map(toldGroups(groups, codeOf).map((group) => [keyOf(group), group]));
  const fresh = groups.flatMap((group) => {
    const key = keyOf(group.problems[0]);
    const own = now.get(key);
    const found = own && freshOf(group, before.get(key), own, codeOf);
    return found && found.count > 0 ? [found] : [];
  });
  const added = new Map(fresh.map(({ group, count }) => [keyOf(group.problems[0]), count]));
  const solved = told.groups.flatMap((group) => {
    const key = keyOf(group);
    const count = group.count + (added.get(key) ?? 0) - (now.get(key)?.count ?? 0);
    return count > 0 ? [{ group, count }] : [];
  });
  return { fresh, solved };
}
