/** A workbook as it will be once the values of some cells are written. */
import type { CellChange, CellValue, Workbook } from '../../schemas/workbook.ts';

function withValues(values: readonly (readonly CellValue[])[], changes: readonly CellChange[]): CellValue[][] {
  const rows = values.map((row) => [...row]);
  for (const { row, column, value } of changes) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value ?? null;
  }
  return rows;
}

/** Notes and looks stay as they are. */
export function applyValues(workbook: Workbook, changes: readonly CellChange[]): Workbook {
  const valued = changes.filter(({ value }) => value !== undefined);
  if (valued.length === 0) return workbook;
  const tabs = workbook.tabs.map((tab) => {
    const own = valued.filter(({ sheetId }) => sheetId === tab.sheetId);
    return own.length === 0 ? tab : { ...tab, values: withValues(tab.values, own) };
  });
  return { ...workbook, tabs };
}
