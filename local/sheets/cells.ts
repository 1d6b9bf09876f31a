/** Reading and replacing cells of a sparse grid. Rows and cells are replaced, never changed in place. */
import type { Rect } from './grid-range.ts';
import type { CellData, ExtendedValue, GridData, RowData } from './model.ts';

export const EMPTY_CELL: CellData = Object.freeze({});
export const EMPTY_ROW: RowData = Object.freeze({});

const hasFields = (value: object): boolean => {
  for (const _ in value) return true;
  return false;
};

export const isBlank = (cell: CellData): boolean => !hasFields(cell);

export const cellAt = (grid: GridData, row: number, column: number): CellData =>
  grid.rowData[row]?.values?.[column] ?? EMPTY_CELL;

/** Trailing blank cells are not stored. */
export function rowFrom(values: CellData[]): RowData {
  let length = values.length;
  while (length > 0 && isBlank(values[length - 1] ?? EMPTY_CELL)) length -= 1;
  if (length === 0) return EMPTY_ROW;
  return { values: length === values.length ? values : values.slice(0, length) };
}

/** A row's cells as a list that may be changed, at least `length` long. */
export function cellsOf(grid: GridData, row: number, length: number): CellData[] {
  const values = [...(grid.rowData[row]?.values ?? [])];
  while (values.length < length) values.push(EMPTY_CELL);
  return values;
}

export function putRow(grid: GridData, row: number, values: CellData[]): void {
  const fresh = rowFrom(values);
  if (fresh === EMPTY_ROW && row >= grid.rowData.length) return;
  while (grid.rowData.length < row) grid.rowData.push(EMPTY_ROW);
  grid.rowData[row] = fresh;
}

export type CellEdit = (cell: CellData, row: number, column: number) => CellData;

export function editCells(grid: GridData, rect: Rect, edit: CellEdit): void {
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const values = cellsOf(grid, row, rect.right);
    let changed = false;
    for (let column = rect.left; column < rect.right; column += 1) {
      const old = values[column] ?? EMPTY_CELL;
      const fresh = edit(old, row, column);
      if (fresh === old) continue;
      values[column] = fresh;
      changed = true;
    }
    if (changed) putRow(grid, row, values);
  }
}

type CellChanges = { -readonly [Field in keyof CellData]?: CellData[Field] | undefined };

/** The cell with some fields replaced; `undefined` removes a field. */
export function cellWith(cell: CellData, changes: CellChanges): CellData {
  const merged: CellChanges = { ...cell, ...changes };
  for (const field of Object.keys(changes) as (keyof CellData)[]) {
    if (merged[field] === undefined) delete merged[field];
  }
  return merged as CellData;
}

/** The cell with another value. Runs of rich text belong to the old text, so they go. */
export const withValue = (cell: CellData, value: ExtendedValue | undefined): CellData =>
  value === undefined && cell.userEnteredValue === undefined
    ? cell
    : cellWith(cell, { userEnteredValue: value, textFormatRuns: undefined });
