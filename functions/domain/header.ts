/** Finds a tab's columns by their headers: people move columns, so a position means nothing. */
import type { Issue } from '../../schemas/rule.ts';
import { CHECK_HEADER, type Sheet } from '../../schemas/sheet.ts';
import type { CellValue, Tab } from '../../schemas/workbook.ts';
import { issue } from './cells/reading.ts';
import { fold } from './text.ts';

export interface Header {
  /** Row of the header, counted from 0. */
  readonly row: number;
  /** Column number of each column that was found, by key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Where the functions write, or null when staff removed the column. */
  readonly checkColumn: number | null;
}

export interface HeaderReading {
  /** Null when a required column is missing or doubled: the tab cannot be read. */
  readonly header: Header | null;
  readonly checkColumn: number | null;
  readonly issues: readonly Issue[];
}

/** Titles typed above the table are tolerated, up to this row. */
const DEEPEST_HEADER_ROW = 9;

const aliasesOf = new WeakMap<Sheet, ReadonlyMap<string, string>>();

function headerIndex(sheet: Sheet): ReadonlyMap<string, string> {
  const known = aliasesOf.get(sheet);
  if (known) return known;
  const index = new Map<string, string>();
  for (const [key, column] of Object.entries(sheet.columns)) {
    for (const text of [column.header, ...(column.aliases ?? [])]) index.set(fold(text), key);
  }
  aliasesOf.set(sheet, index);
  return index;
}

/** Longer texts are no headers. */
const LONGEST_HEADER = 60;

/** Whether a cell is a header of the sheet, to the letter but for case: what a copied header row looks like. */
export function isHeaderText(cell: CellValue, sheet: Sheet): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_HEADER) return false;
  return exactHeaders(sheet).has(cell.trim().toLowerCase());
}

const exactTextsOf = new WeakMap<Sheet, ReadonlySet<string>>();

function exactHeaders(sheet: Sheet): ReadonlySet<string> {
  const known = exactTextsOf.get(sheet);
  if (known) return known;
  const texts = Object.values(sheet.columns).flatMap(({ header, aliases }) => [header, ...(aliases ?? [])]);
  const exact = new Set(texts.map((text) => text.toLowerCase()));
  exactTextsOf.set(sheet, exact);
  return exact;
}

/** Column numbers by key, for the cells of one row that are headers of the sheet (texts or aliases, folded). */
export function matchHeaders(cells: readonly CellValue[], sheet: Sheet): ReadonlyMap<string, readonly number[]> {
  const index = headerIndex(sheet);
  const found = new Map<string, number[]>();
  cells.forEach((cell, column) => {
    const key = typeof cell === 'string' ? index.get(fold(cell)) : undefined;
    if (key === undefined) return;
    found.set(key, [...(found.get(key) ?? []), column]);
  });
  return found;
}

const requiredKeys = (sheet: Sheet): readonly string[] =>
  Object.entries(sheet.columns).flatMap(([key, column]) => (column.required ? [key] : []));

/** The first row, unless a row below has all required headers and the first has not. */
function headerRow(tab: Tab, sheet: Sheet): number {
  const required = requiredKeys(sheet);
  const complete = (row: number) => {
    const matched = matchHeaders(tab.values[row] ?? [], sheet);
    return required.every((key) => matched.has(key));
  };
  for (let row = 0; row <= DEEPEST_HEADER_ROW; row += 1) if (complete(row)) return row;
  return 0;
}

/** Columns whose header text is unknown but that still carry our column key: renamed, so still ours. */
function renamedColumns(tab: Tab, matched: ReadonlyMap<string, readonly number[]>, sheet: Sheet): Map<string, number> {
  const taken = new Set([...matched.values()].flat());
  const renamed = new Map<string, number>();
  for (const [column, key] of tab.columnKeys) {
    if (key in sheet.columns && !matched.has(key) && !taken.has(column)) renamed.set(key, column);
  }
  return renamed;
}

/** Headers of columns for the number of an identity card, in any spelling: it is not asked for. Law 91/2025/QH15. */
const IDENTITY =
  /^(?:so )?(?:the )?(?:cccd|cmnd|cmtnd|can cuoc|chung minh|dinh danh)(?: (?:cccd|cmnd|cmtnd|cong dan|nhan dan|thu|ca nhan))*$/;

function identityColumns(cells: readonly CellValue[]): Issue[] {
  const found = cells.filter((cell) => typeof cell === 'string' && IDENTITY.test(fold(cell)));
  return found.length === 0 ? [] : [issue('tab.identity-column', 'column', { columns: found.join('», «') })];
}

/** Reads the header of a tab; one issue for all missing columns and one for all doubled ones. */
export function readHeader(tab: Tab, sheet: Sheet): HeaderReading {
  const row = headerRow(tab, sheet);
  const cells = tab.values[row] ?? [];
  const matched = matchHeaders(cells, sheet);
  const columns = renamedColumns(tab, matched, sheet);
  for (const [key, [first]] of matched) if (first !== undefined) columns.set(key, first);
  const check = cells.findIndex((cell) => typeof cell === 'string' && fold(cell) === fold(CHECK_HEADER));
  const checkColumn = check < 0 ? null : check;
  const errors = headerErrors(tab, sheet, matched, columns);
  const lost = checkColumn === null ? [issue('tab.header-missing', 'check', { tab: tab.title })] : [];
  const issues = [...errors, ...lost, ...identityColumns(cells)];
  return { header: errors.length > 0 ? null : { row, columns, checkColumn }, checkColumn, issues };
}

function headerErrors(
  tab: Tab,
  sheet: Sheet,
  matched: ReadonlyMap<string, readonly number[]>,
  columns: ReadonlyMap<string, number>,
): Issue[] {
  const required = requiredKeys(sheet);
  const absent = required.filter((key) => !columns.has(key));
  const doubled = [...matched].filter(([, places]) => places.length > 1).map(([key]) => key);
  const names = (keys: readonly string[]) => keys.map((key) => sheet.columns[key]?.header ?? key).join('», «');
  const issues: Issue[] = [];
  if (absent.length > 0) issues.push(issue('tab.header-missing', 'column', { tab: tab.title, columns: names(absent) }));
  if (doubled.length > 0) {
    issues.push(issue('tab.header-doubled', 'column', { tab: tab.title, columns: names(doubled) }));
  }
  return issues;
}
