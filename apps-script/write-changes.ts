/** Writes cell changes with few calls: cells under one another that change in the same property go as one range. */
import type { CellChange } from '../schemas/workbook.ts';
import type { ScriptRange, ScriptSheet } from './google.ts';

type Run = readonly [CellChange, ...CellChange[]];

/** All changes must be of this sheet. Nothing but the cells named is touched. */
export function writeChanges(sheet: ScriptSheet, changes: readonly CellChange[]): void {
  const rangeOf = (run: Run): ScriptRange => sheet.getRange(run[0].row + 1, run[0].column + 1, run.length, 1);
  // The format goes first: a number that is written into a cell of text stays text.
  for (const { row, column, format } of changes) {
    if (format !== undefined) sheet.getRange(row + 1, column + 1, 1, 1).setNumberFormat(format.pattern);
  }
  for (const run of runsOf(changes.filter(({ value }) => value !== undefined))) {
    rangeOf(run).setValues(run.map(({ value }) => [value ?? '']));
  }
  for (const run of runsOf(changes.filter(({ note }) => note !== undefined))) {
    rangeOf(run).setNotes(run.map(({ note }) => [note || null]));
  }
  for (const run of runsOf(
    changes.filter(({ fill }) => fill !== undefined),
    sameFill,
  )) {
    rangeOf(run).setBackground(run[0].fill ?? null);
  }
}

const sameFill = (one: CellChange, other: CellChange): boolean => one.fill === other.fill;
const byColumnThenRow = (one: CellChange, other: CellChange): number =>
  one.column - other.column || one.row - other.row;

/** Neighbours down a column; `alike` may part them further. */
export function runsOf(
  changes: readonly CellChange[],
  alike: (one: CellChange, other: CellChange) => boolean = () => true,
): readonly Run[] {
  const runs: [CellChange, ...CellChange[]][] = [];
  for (const change of [...changes].sort(byColumnThenRow)) {
    const open = runs[runs.length - 1];
    const last = open?.[open.length - 1];
    const goesOn = last?.column === change.column && last.row + 1 === change.row && alike(last, change);
    if (goesOn) open?.push(change);
    else runs.push([change]);
  }
  return runs;
}
