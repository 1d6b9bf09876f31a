/** `spreadsheets.get`: what a caller sees of a spreadsheet under ranges and a field mask. */
import { cellReader } from './cell-reader.ts';
import { cellPrinter } from './cell-view.ts';
import { EMPTY_CELL, isBlank } from './cells.ts';
import { metadataOfDimension, metadataOfSheet, metadataOfSpreadsheet } from './developer-metadata.ts';
import { below, type MaskTree, project } from './field-mask.ts';
import { gridOf, type Located, type Rect, wholeGrid } from './grid-range.ts';
import type { Json, JsonObject } from './json.ts';
import type { CellData, Dimension, DimensionProperties, Sheet, Spreadsheet } from './model.ts';
import type { Caller } from './permissions.ts';
import { printProtectedRange } from './protection.ts';

export interface View {
  readonly caller: Caller;
  readonly mask: MaskTree;
  /** The areas asked for, in whatever tabs; null is everything. */
  readonly areas: readonly Located[] | null;
  readonly includeGridData: boolean;
}

type CellPrinter = (sheet: Sheet, cell: CellData) => JsonObject;

const DEFAULT_PIXELS: Readonly<Record<Dimension, number>> = { ROWS: 21, COLUMNS: 100 };

/** Cells of one row between two columns, without trailing blank ones. */
function printRow(sheet: Sheet, row: number, rect: Rect, print: CellPrinter | null): JsonObject | null {
  const values = gridOf(sheet).rowData[row]?.values ?? [];
  let end = Math.min(values.length, rect.right);
  while (end > rect.left && isBlank(values[end - 1] ?? EMPTY_CELL)) end -= 1;
  if (end <= rect.left) return null;
  if (print === null) return {};
  return { values: values.slice(rect.left, end).map((cell) => (isBlank(cell) ? {} : print(sheet, cell))) };
}

function printRows(sheet: Sheet, rect: Rect, print: CellPrinter | null): JsonObject[] {
  const rows: JsonObject[] = [];
  let filled = 0;
  const bottom = Math.min(rect.bottom, gridOf(sheet).rowData.length);
  for (let row = rect.top; row < bottom; row += 1) {
    const printed = printRow(sheet, row, rect, print);
    rows.push(printed ?? {});
    if (printed !== null) filled = rows.length;
  }
  return rows.slice(0, filled);
}

function printDimension(sheet: Sheet, dimension: Dimension, start: number, end: number): JsonObject[] {
  const grid = gridOf(sheet);
  const stored = dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata;
  const printed: JsonObject[] = [];
  for (let index = start; index < end; index += 1) {
    const properties: DimensionProperties = stored[index] ?? {};
    const { developerMetadata, ...rest } = properties;
    const entry: JsonObject = { pixelSize: DEFAULT_PIXELS[dimension], ...rest };
    if (developerMetadata) entry.developerMetadata = metadataOfDimension(sheet, dimension, index);
    printed.push(entry);
  }
  return printed;
}

function printGridData(spreadsheet: Spreadsheet, sheet: Sheet, rect: Rect, mask: MaskTree): JsonObject {
  const printed: JsonObject = {};
  if (rect.top > 0) printed.startRow = rect.top;
  if (rect.left > 0) printed.startColumn = rect.left;
  const rowMask = below(mask, 'rowData');
  if (rowMask !== null) {
    const cellMask = below(rowMask, 'values');
    const print = cellMask === null ? null : cellPrinter(cellReader(spreadsheet), cellMask);
    const rows = printRows(sheet, rect, print);
    if (rows.length > 0) printed.rowData = rows;
  }
  if (below(mask, 'rowMetadata') !== null) printed.rowMetadata = printDimension(sheet, 'ROWS', rect.top, rect.bottom);
  if (below(mask, 'columnMetadata') !== null) {
    printed.columnMetadata = printDimension(sheet, 'COLUMNS', rect.left, rect.right);
  }
  return project(printed, maskWithoutRows(mask)) as JsonObject;
}

/** Rows were printed under their own mask already; projecting them again would only cost time. */
function maskWithoutRows(mask: MaskTree): MaskTree {
  return mask === true || mask.rowData === undefined ? mask : { ...mask, rowData: true };
}

function printSheet(spreadsheet: Spreadsheet, sheet: Sheet, rects: readonly Rect[] | null, view: View): JsonObject {
  const mask = below(view.mask, 'sheets') ?? {};
  const { data: _, protectedRanges, developerMetadata, ...rest } = sheet;
  const printed: JsonObject = { ...(rest as unknown as JsonObject) };
  if (protectedRanges?.length && below(mask, 'protectedRanges') !== null) {
    printed.protectedRanges = protectedRanges.map((range) => printProtectedRange(range, view.caller));
  }
  if (developerMetadata?.length) printed.developerMetadata = metadataOfSheet(sheet);
  const selected = project(printed, mask) as JsonObject;
  const dataMask = below(mask, 'data');
  const namesData = mask !== true && dataMask !== null;
  if (dataMask !== null && (namesData || view.includeGridData)) {
    const areas = rects ?? [wholeGrid(sheet)];
    selected.data = areas.map((rect) => printGridData(spreadsheet, sheet, rect, dataMask));
  }
  return selected;
}

function rectsByTab(areas: readonly Located[]): Map<Sheet, Rect[]> {
  const rects = new Map<Sheet, Rect[]>();
  for (const { sheet, rect } of areas) rects.set(sheet, [...(rects.get(sheet) ?? []), rect]);
  return rects;
}

export function printSpreadsheet(spreadsheet: Spreadsheet, view: View): JsonObject {
  const { sheets, developerMetadata, ...rest } = spreadsheet;
  const whole: JsonObject = { ...(rest as unknown as JsonObject) };
  if (developerMetadata?.length) whole.developerMetadata = metadataOfSpreadsheet(spreadsheet);
  const printed = project(whole, view.mask) as JsonObject;
  const areas = view.areas && rectsByTab(view.areas);
  if (below(view.mask, 'sheets') !== null) {
    const shown = areas ? sheets.filter((sheet) => areas.has(sheet)) : sheets;
    const tabs = shown.map((sheet): Json => printSheet(spreadsheet, sheet, areas?.get(sheet) ?? null, view));
    if (tabs.length > 0) printed.sheets = tabs;
  }
  return printed;
}
