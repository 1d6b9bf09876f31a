/**
 * Sheets cannot write on a condition: people may move rows between our last read and our write, and a replacement then
 * lands in another row. The read after the write shows it, and the cell that was hit gets its own words back.
 */

import { CHECK_HEADER } from '../../schemas/sheet.ts';
import type { CellChange, CellValue, Tab, Workbook } from '../../schemas/workbook.ts';
import type { Replacement } from './requested-replacements.ts';

/** Replacements that were sent, and the workbook that they were judged on. */
export interface SentReplacements {
  readonly replacements: readonly Replacement[];
  readonly judged: Workbook;
}

export interface Slipped {
  readonly replacement: Replacement;
  /** What gives the cell that was hit its own value back; null when nobody can tell any more what it was. */
  readonly undo: CellChange | null;
}

type Cells = readonly CellValue[];

const tabOf = ({ tabs }: Workbook, sheetId: number): Tab | undefined => tabs.find((tab) => tab.sheetId === sheetId);

/** Columns that are ours: verdicts move and change by themselves. */
function ownColumns({ values }: Tab): ReadonlySet<number> {
  const header = values.slice(0, 12).find((cells) => cells.includes(CHECK_HEADER)) ?? [];
  return new Set(header.flatMap((cell, column) => (cell === CHECK_HEADER ? [column] : [])));
}

/** A row's words but for one cell, as a key. */
function restOf(cells: Cells, column: number, own: ReadonlySet<number>): string {
  const rest = cells.map((cell, at) => (at === column || own.has(at) ? null : cell));
  while (rest.length > 0 && (rest.at(-1) ?? null) === null) rest.pop();
  return JSON.stringify(rest);
}

function slipOf(replacement: Replacement, before: Tab, after: Tab): Slipped | null {
  const { row, column, before: typed, after: written } = replacement;
  const own = ownColumns(before);
  const rest = (cells: Cells | undefined): string => restOf(cells ?? [], column, own);
  const [target, hit] = [rest(before.values[row]), rest(after.values[row])];
  // Nothing was written, somebody typed over it, or it stands where it should.
  if ((after.values[row]?.[column] ?? null) !== written || target === hit) return null;
  const isWaiting = after.values.some((cells) => rest(cells) === target && (cells[column] ?? null) === typed);
  // The row itself was edited, and is still the one.
  if (!isWaiting) return null;
  return { replacement, undo: undoOf(replacement, before, after, rest) };
}

function undoOf(
  { sheetId, row, column }: Replacement,
  before: Tab,
  after: Tab,
  rest: (cells: Cells | undefined) => string,
): CellChange | null {
  const hit = rest(after.values[row]);
  if (hit === rest([])) return { sheetId, row, column, value: null };
  const whole = (cells: Cells): string => JSON.stringify([rest(cells), cells[column] ?? null]);
  const still = new Set(after.values.map(whole));
  const same = before.values.filter((cells) => rest(cells) === hit);
  const lost = same.find((cells) => !still.has(whole(cells))) ?? same[0];
  return lost === undefined ? null : { sheetId, row, column, value: lost[column] ?? null };
}

/** Those of the replacements that hit another row than the one that was judged. */
export function slippedReplacements({ replacements, judged }: SentReplacements, now: Workbook): readonly Slipped[] {
  return replacements.flatMap((replacement) => {
    const [before, after] = [judged, now].map((workbook) => tabOf(workbook, replacement.sheetId));
    if (!before || !after) return [];
    return slipOf(replacement, before, after) ?? [];
  });
}
