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

/** A row of the grid that holds something in a column of the sheet. */
export interface FilledRow {
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  readonly raw: readonly CellValue[];
}

/** What lies below the header and is not blank. */
export function filledRows(tab: Tab, header: Header): readonly FilledRow[] {
  const columns = [...header.columns.values()];
  const filled: FilledRow[] = [];
  for (let index = header.row + 1; index < tab.values.length; index += 1) {
    const raw = tab.values[index] ?? [];
    if (columns.some((column) => hasContent(raw[column]))) filled.push({ row: index + 1, raw });
  }
  return filled;
}

/**
 * Why a row is none of data, if so. Asked of rows that cannot be read: a copy of the header, a total or a row of numbers
 * never reads as a whole record.
 */
export function whyLeftOut({ row, raw }: FilledRow, sheet: Sheet, header: Header): Issue | null {
  if (isHeaderCopy(raw, sheet, header)) return issue('tab.header-row-pasted', 'row', { row });
  const cells = [...header.columns.values()].map((column) => raw[column] ?? null);
  if (isNumbering(cells)) return issue('tab.header-row-pasted', 'numbers', { row });
  return isTotal(cells) ? issue('row.total', 'row', { row }) : null;
}

function cellsByKey(raw: readonly CellValue[], header: Header): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [key, column] of header.columns) cells[key] = raw[column] ?? null;
  return cells;
}

/** Rows of data as typed, for a tab whose cells are read by its own rules. */
export function readRows(tab: Tab, sheet: Sheet, header: Header): readonly Row[] {
  return filledRows(tab, header)
    .filter((filled) => whyLeftOut(filled, sheet, header) === null)
    .map(({ row, raw }) => ({ row, cells: cellsByKey(raw, header) }));
}
