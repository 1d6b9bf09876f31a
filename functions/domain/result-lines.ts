/** Which line of `Kết quả kiểm tra`, as it stands there, speaks of which problem of now. */
import { RESULT_INDEX, type ResultKey } from '../../schemas/results.ts';
import type { Problem } from '../../schemas/rule.ts';
import { fieldOf, SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellValue, Tab, Workbook } from '../../schemas/workbook.ts';
import { neutralise } from './message.ts';
import type { IdentifiedProblem } from './problem-identity.ts';

/** Cells of one line, in the order of the columns. */
export type ResultLine = readonly CellValue[];

export function resultsTabOf(workbook: Workbook): Tab | undefined {
  return workbook.tabs.find(({ title }) => title === SYSTEM_TABS.results);
}

export const lineCell = (line: ResultLine, key: ResultKey): CellValue => line[RESULT_INDEX[key]] ?? null;

/** «Dòng 5», «Dòng 5–8», or the tab as a whole. */
export function rowsText({ row, lastRow }: Pick<Problem, 'row' | 'lastRow'>): string {
  if (row === null) return 'Cả trang';
  return lastRow === undefined || lastRow === row ? `Dòng ${row}` : `Dòng ${row}–${lastRow}`;
}

const keyOf = (parts: readonly CellValue[]): string => JSON.stringify(parts.map((part) => part ?? ''));

const keyOfLine = (line: ResultLine): string =>
  keyOf([lineCell(line, 'tab'), lineCell(line, 'column'), lineCell(line, 'rule'), lineCell(line, 'code')]);

/** Whether two lines speak of the same problem, be it in another row by now. */
export const isSameLine = (one: ResultLine, other: ResultLine): boolean => keyOfLine(one) === keyOfLine(other);

export const keyOfProblem = ({ problem, code }: IdentifiedProblem): string =>
  keyOf([neutralise(problem.title), fieldOf(problem.tab, problem.column)?.header ?? '', problem.rule, code]);

/**
 * Each line's problem by the line's row in the tab, counted from 0. Of problems that are the same in all that counts, one
 * in the line's own row comes first, then they follow in their order.
 */
export function pairLines(tab: Tab, problems: readonly IdentifiedProblem[]): ReadonlyMap<number, IdentifiedProblem> {
  const waiting = new Map<string, IdentifiedProblem[]>();
  for (const problem of problems) {
    const key = keyOfProblem(problem);
    const same = waiting.get(key);
    if (same) same.push(problem);
    else waiting.set(key, [problem]);
  }
  const pairs = new Map<number, IdentifiedProblem>();
  const take = (line: number, isWanted: (problem: IdentifiedProblem) => boolean): void => {
    const same = waiting.get(keyOfLine(tab.values[line] ?? [])) ?? [];
    const at = same.findIndex(isWanted);
    const [found] = at < 0 ? [] : same.splice(at, 1);
    if (found) pairs.set(line, found);
  };
  const lines = [...tab.values.keys()].filter((line) => line > 0);
  for (const line of lines) take(line, ({ problem }) => rowsText(problem) === lineCell(tab.values[line] ?? [], 'row'));
  for (const line of lines.filter((one) => !pairs.has(one))) take(line, () => true);
  return pairs;
}
