/** The rows of a tab that carry data, and what was left out of them: blank rows, repeated headers, total rows. */
import type { Issue } from '../../schemas/rule.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import type { CellValue, Tab } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import { type Header, isHeaderText, matchHeaders } from './header.ts';
import { fold, isBlank } from './text.ts';

export interface Row {
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  /** The cells as typed, by column key; a column that the tab lacks is absent. */
  readonly cells: Readonly<Record<string, CellValue>>;
}

export interface LeftOut {
  readonly row: number;
  readonly issue: Issue;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
}

/** "Tổng cộng", "CỘNG:", "Tổng số"; but not "Tổng hợp ý kiến …". */
const TOTAL = /^(tong|cong|tong cong|tong so|cong tong|tong cong toan huyen|cong toan huyen)$/;
/** A row counts as a copy of the header from this many header texts in their own columns. */
const HEADER_CELLS = 3;

const hasContent = (cell: CellValue | undefined): boolean =>
  cell !== undefined && cell !== null && cell !== false && !isBlank(cell);

/** The first letter alone settles it for nearly every row. */
const MAY_BE_TOTAL = /^\W*[tc]/i;

function isTotal(cells: readonly CellValue[]): boolean {
  const first = cells.find((cell) => hasContent(cell));
  return typeof first === 'string' && MAY_BE_TOTAL.test(first) && TOTAL.test(fold(first).replace(/[:.\s]+$/, ''));
}

function isHeaderCopy(raw: readonly CellValue[], sheet: Sheet, header: Header): boolean {
  const texts = [...header.columns.values()].filter((column) => typeof raw[column] === 'string').length;
  if (texts < HEADER_CELLS || !raw.some((cell) => isHeaderText(cell, sheet))) return false;
  const matched = matchHeaders(raw, sheet);
  const inPlace = [...matched].filter(([key, places]) => places.includes(header.columns.get(key) ?? -1));
  return inPlace.length >= Math.min(HEADER_CELLS, header.columns.size);
}

function cellsByKey(raw: readonly CellValue[], header: Header): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [key, column] of header.columns) cells[key] = raw[column] ?? null;
  return cells;
}

/** Splits what lies below the header into rows of data and rows that are left out; blank rows are neither. */
export function readRows(tab: Tab, sheet: Sheet, header: Header): Rows {
  const rows: Row[] = [];
  const leftOut: LeftOut[] = [];
  for (let index = header.row + 1; index < tab.values.length; index += 1) {
    const raw = tab.values[index] ?? [];
    const row = index + 1;
    if (!raw.some(hasContent)) continue;
    const cells = cellsByKey(raw, header);
    const values = Object.values(cells);
    if (!values.some(hasContent)) continue;
    if (isHeaderCopy(raw, sheet, header)) leftOut.push({ row, issue: issue('tab.header-row-pasted', 'row', { row }) });
    else if (isTotal(values)) leftOut.push({ row, issue: issue('row.total', 'row', { row }) });
    else rows.push({ row, cells });
  }
  return { rows, leftOut };
}
