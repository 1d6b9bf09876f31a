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

/** "Tổng cộng", "CỘNG:", "Tổng số 12", "Cộng xã Vĩnh Hòa"; but not "Tổng hợp ý kiến …", nor the village Cộng Hòa. */
const TOTAL =
  /^(tong|cong|tong cong|tong so|cong tong)( (toan )?(xa|phuong|thi tran|huyen|thi xa|thanh pho|tinh|thon|ban|khu pho|to|thang|ky)( .*)?)?( \d+)?$/;
/** A row counts as a copy of the header from this many header texts, also when it was pasted beside their columns. */
const HEADER_CELLS = 3;
/** The row below a printed header that numbers its columns: (1), (2), (3), (4). */
const NUMBERED_CELLS = 4;
const NUMBERING = /^\s*\(?(\d{1,2})\)?\s*$/;

const hasContent = (cell: CellValue | undefined): boolean =>
  cell !== undefined && cell !== null && cell !== false && !isBlank(cell);

/** The first letter alone settles it for nearly every row. */
const MAY_BE_TOTAL = /^\W*[tc]/i;

function isTotal(cells: readonly CellValue[]): boolean {
  const first = cells.find((cell) => hasContent(cell));
  return typeof first === 'string' && MAY_BE_TOTAL.test(first) && TOTAL.test(fold(first).replace(/[:.\s]+$/, ''));
}

function isHeaderCopy(raw: readonly CellValue[], sheet: Sheet, header: Header): boolean {
  if (!raw.some((cell) => isHeaderText(cell, sheet))) return false;
  return matchHeaders(raw, sheet).size >= Math.min(HEADER_CELLS, header.columns.size);
}

/** Nothing but numbers that rise by one from cell to cell: no row of data has a 4 where its date belongs. */
function isNumbering(cells: readonly CellValue[]): boolean {
  const first = cells.find((cell) => hasContent(cell));
  if (!NUMBERING.test(String(first))) return false;
  const filled = cells.filter(hasContent);
  const numbers = filled.map((cell) => Number(NUMBERING.exec(String(cell))?.[1] ?? Number.NaN));
  return filled.length >= NUMBERED_CELLS && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
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
    else if (isNumbering(values)) leftOut.push({ row, issue: issue('tab.header-row-pasted', 'numbers', { row }) });
    else if (isTotal(values)) leftOut.push({ row, issue: issue('row.total', 'row', { row }) });
    else rows.push({ row, cells });
  }
  return { rows, leftOut };
}
