/** The unit's rows as they come to lie in a tab once its edits are made. */
import { CHECK_HEADER, type Sheet } from '../../schemas/sheet.ts';
import { Activities } from '../../schemas/tabs/activities.ts';
import { Members } from '../../schemas/tabs/members.ts';
import { Teams } from '../../schemas/tabs/teams.ts';
import type { Block, CellValue } from '../../schemas/workbook.ts';
import type { SampleEdit, SampleRow, SampleTab, SampleUnit } from './sample.ts';

const SHEETS: Readonly<Record<SampleTab['tab'], Sheet>> = { teams: Teams, members: Members, activities: Activities };

export interface LaidOutTab {
  /** Header row first, column A (`Kiểm tra`) blank below it. Blank rows are empty arrays. */
  readonly values: readonly (readonly CellValue[])[];
  /** Cells under one merged cell are blank already. */
  readonly merges: readonly Block[];
  /** What stands before the title of a copy of this tab, when there is one. */
  readonly copyPrefix: string | null;
}

/** The values of one tab; every edit of another tab is ignored. */
export function layOut(unit: SampleUnit, place: SampleTab): LaidOutTab {
  const edits = unit.edits.filter(({ tab, period }) => tab === place.tab && period === place.period);
  const sheet = SHEETS[place.tab];
  const header = headerOf(sheet, edits);
  const values: CellValue[][] = [header];
  const merges: Block[] = [];
  for (const [at, row] of rowsOf(unit, place).entries()) {
    values.push(...insertedBefore(at, edits, header));
    if (edits.some((edit) => edit.kind === 'merge-communes' && edit.from === at))
      merges.push(mergeAt(values.length, at, edits));
    values.push(rowValues(sheet, row, at, edits));
  }
  for (const edit of edits) if (edit.kind === 'total-row') values.push(cellsOf(sheet, edit.cells));
  const copy = edits.find((edit) => edit.kind === 'copy-tab');
  return { values, merges, copyPrefix: copy ? copy.titlePrefix : null };
}

function rowsOf(unit: SampleUnit, { tab, period }: SampleTab): readonly SampleRow[] {
  if (tab !== 'activities') return unit[tab];
  return (period && unit.activities.get(period)) ?? [];
}

function headerOf(sheet: Sheet, edits: readonly SampleEdit[]): CellValue[] {
  const renamed = edits.filter((edit) => edit.kind === 'rename-header');
  const headers = Object.entries(sheet.columns).map(([key, { header }]) => {
    return renamed.find(({ column }) => column === key)?.to ?? header;
  });
  return [CHECK_HEADER, ...headers];
}

function insertedBefore(at: number, edits: readonly SampleEdit[], header: readonly CellValue[]): CellValue[][] {
  return edits.flatMap((edit) => {
    if (edit.kind === 'repeat-header' && edit.at === at) return [[...header]];
    if (edit.kind === 'blank-rows' && edit.at === at) return Array.from({ length: edit.count }, () => []);
    return [];
  });
}

function mergeAt(startRow: number, at: number, edits: readonly SampleEdit[]): Block {
  const rows = edits.find((edit) => edit.kind === 'merge-communes' && edit.from === at);
  const count = rows?.kind === 'merge-communes' ? rows.rows : 0;
  // The commune is the first column after `Kiểm tra` in the tabs that are merged.
  return { startRow, endRow: startRow + count, startColumn: 1, endColumn: 2 };
}

function rowValues(sheet: Sheet, row: SampleRow, at: number, edits: readonly SampleEdit[]): CellValue[] {
  const merged = edits.some((edit) => edit.kind === 'merge-communes' && at > edit.from && at < edit.from + edit.rows);
  const cells = cellsOf(sheet, merged ? { ...row, commune: null } : row);
  const shift = edits.find((edit) => edit.kind === 'shift-block' && at >= edit.from && at < edit.from + edit.rows);
  if (shift?.kind !== 'shift-block') return cells;
  return cells.toSpliced(1 + Object.keys(sheet.columns).indexOf(shift.column), 0, null);
}

function cellsOf(sheet: Sheet, row: SampleRow): CellValue[] {
  return [null, ...Object.keys(sheet.columns).map((key) => row[key] ?? null)];
}
