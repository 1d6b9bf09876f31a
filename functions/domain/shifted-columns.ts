/** Blocks of rows whose cells stand one or two columns beside their own: one message for the block. */
import type { Cell } from '../../schemas/cells.ts';
import type { ChoiceList } from '../../schemas/choice-lists.ts';
import type { Problem } from '../../schemas/rule.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import { isError, placeIssue } from './problem.ts';
import type { ReviewedRow } from './record.ts';
import { isBlank } from './text.ts';

/** Days between 2000 and 2050. */
const DAYS = { from: 36_526, to: 54_789 };
const digitsOf = (cell: CellValue): number => String(cell).replace(/\D/g, '').length;

/** Whether a cell looks like what a column of a kind holds. Free text and places fit everywhere, and tell nothing. */
function looksLike(cell: CellValue, kind: Cell): boolean {
  const text = String(cell);
  switch (kind.kind) {
    case 'date':
      return typeof cell === 'number' ? cell >= DAYS.from && cell <= DAYS.to : /\d[/.-]\d{1,2}([/.-]\d|$)/.test(text);
    case 'count':
      return typeof cell === 'number' || /^\s*\d/.test(text);
    case 'year':
      return /^\s*(?:19|20)\d{2}\s*$/.test(text);
    case 'choice':
      return labelsOf(kind.list).has(text.trim().toLowerCase());
    case 'phone':
      return digitsOf(cell) >= 9 && digitsOf(cell) <= 12;
    case 'decisionNumber':
      return /\d.*\/\p{L}/u.test(text);
    default:
      return false;
  }
}

const LABELS = new WeakMap<ChoiceList, ReadonlySet<string>>();

function labelsOf(list: ChoiceList): ReadonlySet<string> {
  const known = LABELS.get(list);
  if (known) return known;
  const all = list.choices.flatMap(({ label, aliases }) => [label, ...(aliases ?? [])]);
  const labels = new Set(all.map((label) => label.toLowerCase()));
  LABELS.set(list, labels);
  return labels;
}

const TELLING = new Set<Cell['kind']>(['date', 'count', 'year', 'choice', 'phone', 'decisionNumber']);
/** A row is shifted when at least so many telling cells fit beside their column… */
const FITTING = 3;
/** …and a block is at least so many rows one after the other. */
const BLOCK_ROWS = 2;
const OFFSETS = [1, -1, 2, -2];

/** A column of a telling kind, and where it stands among the tab's columns. */
interface TellingColumn {
  readonly key: string;
  readonly at: number;
  readonly cell: Cell;
}

/** Columns in the order of the tab, by key; what lies beside the first or last of them is nothing. */
interface Layout {
  readonly keys: readonly string[];
  readonly telling: readonly TellingColumn[];
}

function layOut(sheet: Sheet, keys: readonly string[]): Layout {
  const columns = keys.map((key, at) => ({ key, at, cell: (sheet.columns[key] as Column).cell as Cell }));
  return { keys, telling: columns.filter(({ cell }) => TELLING.has(cell.kind)) };
}

/** How many cells fit the column that they stand beside. */
function fittingBeside({ cells }: ReviewedRow, { keys, telling }: Layout, offset: number): number {
  let fitting = 0;
  for (const { at, cell } of telling) {
    const beside = cells[keys[at + offset] ?? ''] ?? null;
    if (!isBlank(beside) && looksLike(beside, cell)) fitting += 1;
  }
  return fitting;
}

/** Whether a row's cells read better beside their columns than in them. */
function isShifted(row: ReviewedRow, layout: Layout): boolean {
  if (row.problems.filter(isError).length < 2) return false;
  const inPlace = layout.telling.filter(({ key }) => row.values[key] !== null).length;
  return OFFSETS.some((offset) => fittingBeside(row, layout, offset) >= Math.max(FITTING, inPlace + 1));
}

/** Runs of shifted rows as one problem each, from row to lastRow. */
export function shiftedBlocks(
  rows: readonly ReviewedRow[],
  sheet: Sheet,
  title: string,
  keys: readonly string[],
): readonly Problem[] {
  const layout = layOut(sheet, keys);
  const runs: ReviewedRow[][] = [];
  let previousShifted = false;
  for (const row of rows) {
    const shifted = !row.accepted && isShifted(row, layout);
    if (shifted && previousShifted) runs.at(-1)?.push(row);
    else if (shifted) runs.push([row]);
    previousShifted = shifted;
  }
  return runs.filter((run) => run.length >= BLOCK_ROWS).map((run) => blockProblem(run, sheet, title));
}

function blockProblem(run: readonly ReviewedRow[], sheet: Sheet, title: string): Problem {
  const row = run[0]?.row ?? 0;
  const lastRow = run.at(-1)?.row ?? row;
  const place = { tab: sheet.key as Problem['tab'], title, row, lastRow };
  return placeIssue(issue('tab.columns-shifted', 'block', { row, lastRow }), place);
}
