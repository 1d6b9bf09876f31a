/** Room to type in: a staff tab gets more rows before its last blank ones are used up. */
import type { Step } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { TabReview } from './review-tab.ts';
import { entrySteps } from './template-cells.ts';
import { entryOf } from './template-entry.ts';
import { listRanges } from './template-lists.ts';

/** Fewer blank rows than this below the last filled one, and the tab is made longer. */
const LEAST_ROOM = 50;

/** Blank rows that it then has: each is part of every later read of the workbook, and a paste brings its own rows. */
const ROOM = 200;

/** The new rows are typed in like the others; nothing is said of how they look, for staff may have added rows there too. */
export function roomSteps(tabs: readonly TabReview[], unit: ReportingUnit): readonly Step[] {
  return tabs.flatMap((review) => stepsFor(review, unit));
}

function stepsFor({ tab, rows, header, checkColumn, expected }: TabReview, unit: ReportingUnit): readonly Step[] {
  const last = rows.at(-1)?.row;
  if (!tab || !header || !expected.sheet || last === undefined || tab.rowCount - last >= LEAST_ROOM) return [];
  const { sheetId, rowCount: startRow } = tab;
  const endRow = last + ROOM;
  const areaOf = (column: number) => ({ startRow, endRow, startColumn: column, endColumn: column + 1 });
  const ranges = listRanges(unit);
  const entries = Object.entries(expected.sheet.columns).flatMap(([key, column]) => {
    const place = header.columns.get(key);
    return place === undefined ? [] : entrySteps(sheetId, areaOf(place), entryOf(key, column.header, column, ranges));
  });
  const verdicts: readonly Step[] =
    checkColumn === null ? [] : [{ do: 'style', sheetId, area: areaOf(checkColumn), style: 'wrapped' }];
  return [{ do: 'add-rows', sheetId, count: endRow - startRow }, ...entries, ...verdicts];
}
