/** A workbook through its nights, and people who tick boxes in `Kết quả kiểm tra` between them. */
import { planWorkbook, type WorkbookPlan } from '../../functions/domain/workbook-plan.ts';
import { RESULT_INDEX, type ResultKey } from '../../schemas/results.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { CellValue, Tab, Workbook } from '../../schemas/workbook.ts';
import { afterChanges } from './province-workbook.ts';
import { contextOf, makeTab, withTab } from './workbooks.ts';

export const planOf = (workbook: Workbook): WorkbookPlan =>
  planWorkbook(workbook, { ...contextOf(), earlier: [] }, { sent: null, mayReplace: true });

/** The workbook after one night. */
export const afterNight = (workbook: Workbook): Workbook => afterChanges(workbook, planOf(workbook).change.cells);

export const tabTitled = (workbook: Workbook, title: string): Tab =>
  workbook.tabs.find((tab) => tab.title === title) ?? makeTab({ sheetId: 0, title });

const RESULTS = SYSTEM_TABS.results;

export type SeenLine = Readonly<Record<ResultKey, CellValue>>;

/** The lines of `Kết quả kiểm tra`, by the columns' keys. */
export function linesOf(workbook: Workbook): readonly SeenLine[] {
  const { values } = tabTitled(workbook, RESULTS);
  return values
    .slice(1)
    .filter((cells) => cells.some((cell) => cell !== null))
    .map((cells) =>
      Object.fromEntries(Object.entries(RESULT_INDEX).map(([key, at]) => [key, cells[at] ?? null])),
    ) as unknown as SeenLine[];
}

/** A person ticks a box of the lines that `isWanted` picks. */
export function tick(
  workbook: Workbook,
  box: 'checked' | 'replace',
  isWanted: (line: SeenLine) => boolean,
  value = true,
): Workbook {
  const lines = linesOf(workbook);
  const cells = lines.flatMap((line, at) =>
    isWanted(line)
      ? [{ sheetId: tabTitled(workbook, RESULTS).sheetId, row: at + 1, column: RESULT_INDEX[box], value }]
      : [],
  );
  if (cells.length === 0) throw new Error(`no such line: ${JSON.stringify(lines)}`);
  return afterChanges(workbook, cells);
}

type Rows = readonly (readonly CellValue[])[];

/** People change the rows below the header of a tab. */
export function editRows(workbook: Workbook, title: string, edit: (rows: Rows) => Rows): Workbook {
  return withTab(workbook, title, (tab) => [{ ...tab, values: [tab.values[0] ?? [], ...edit(tab.values.slice(1))] }]);
}

export function setCell(workbook: Workbook, title: string, row: number, column: number, value: CellValue): Workbook {
  return afterChanges(workbook, [{ sheetId: tabTitled(workbook, title).sheetId, row, column, value }]);
}
