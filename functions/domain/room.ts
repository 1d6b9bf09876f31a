/** Room to type in: a staff tab gets more rows before its last blank ones are used up. */
import type { TabReview } from './review-tab.ts';

/** Fewer blank rows than this below the last filled one, and the tab is made longer. */
const LEAST_ROOM = 50;

/** Blank rows that it then has: each is part of every later read of the workbook, and a paste brings its own rows. */
const ROOM = 200;

/** The rows that tabs must have, by sheetId; tabs with room enough are left out. */
export function roomFor(tabs: readonly TabReview[]): ReadonlyMap<number, number> {
  return new Map(
    tabs.flatMap(({ tab, rows }): [number, number][] => {
      const last = rows.at(-1)?.row;
      if (!tab || last === undefined || tab.rowCount - last >= LEAST_ROOM) return [];
      return [[tab.sheetId, last + ROOM]];
    }),
  );
}
