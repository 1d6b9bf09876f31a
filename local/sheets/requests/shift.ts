/** Inserting, deleting and moving rows or columns, with everything that is tied to them. */
import { cellsOf, EMPTY_CELL, EMPTY_ROW, rowFrom } from '../cells.ts';
import { gridOf, isInSheet } from '../grid-range.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type {
  CellData,
  Dimension,
  DimensionGroup,
  DimensionProperties,
  GridData,
  GridRange,
  Sheet,
  Spreadsheet,
} from '../model.ts';

export interface Span {
  readonly dimension: Dimension;
  readonly start: number;
  readonly count: number;
}

/** Where a half-open stretch of indexes ends up; null when nothing of it is left. An open end stays open. */
export type Shift = (start: number, end: number | undefined) => readonly [number, number | undefined] | null;

const afterInsertion =
  ({ start: at, count }: Span): Shift =>
  (start, end) => [start >= at ? start + count : start, end !== undefined && end > at ? end + count : end];

const afterDeletion = ({ start: from, count }: Span): Shift => {
  const to = from + count;
  const moved = (index: number): number => (index <= from ? index : Math.max(from, index - count));
  return (start, end) => {
    if (end === undefined) return [moved(start), end];
    const isGone = start >= from && end <= to;
    return isGone ? null : [moved(start), moved(end)];
  };
};

/** Stretches inside the moved block go with it; others close the gap and open for it, like a cut and an insertion. */
const afterMove = (span: Span, destination: number): Shift => {
  const { start: from, count } = span;
  const target = destination > from ? destination - count : destination;
  const cut = afterDeletion(span);
  const inserted = afterInsertion({ ...span, start: target });
  return (start, end) => {
    if (start >= from && end !== undefined && end <= from + count) return [start - from + target, end - from + target];
    const [first, last] = cut(start, end) ?? [start, end];
    return inserted(first, last);
  };
};

function shiftRange(range: GridRange, dimension: Dimension, shift: Shift): GridRange | null {
  const [startField, endField] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const start = range[startField];
  const end = range[endField];
  if (start === undefined && end === undefined) return range;
  const moved = shift(start ?? 0, end);
  if (!moved) return null;
  const shifted = { ...range };
  if (start !== undefined) shifted[startField] = moved[0];
  if (moved[1] !== undefined) shifted[endField] = moved[1];
  return shifted;
}

const RANGE_FIELDS = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'];
const isRange = (value: JsonObject): boolean => RANGE_FIELDS.some((field) => typeof value[field] === 'number');

/** Shifts every range of the tab inside a stored object (chart, rule, filter); ranges that are gone drop out. */
function shiftInside(value: Json, sheetId: number, dimension: Dimension, shift: Shift): Json | null {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const shifted = shiftInside(item, sheetId, dimension, shift);
      return shifted === null && item !== null ? [] : [shifted];
    });
  }
  if (!isObject(value)) return value;
  if (isRange(value)) {
    const range = value as GridRange;
    return isInSheet(range, sheetId) ? (shiftRange(range, dimension, shift) as JsonObject | null) : value;
  }
  const copy: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) {
    const shifted = inner === undefined ? undefined : shiftInside(inner, sheetId, dimension, shift);
    if (shifted === null && inner !== null) {
      if (field === 'range') return null;
    } else {
      copy[field] = shifted;
    }
  }
  return shiftAnchor(copy, sheetId, dimension, shift);
}

function shiftAnchor(value: JsonObject, sheetId: number, dimension: Dimension, shift: Shift): JsonObject {
  const anchor = value.anchorCell;
  if (!isObject(anchor) || ((anchor.sheetId as number | undefined) ?? 0) !== sheetId) return value;
  const field = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const index = (anchor[field] as number | undefined) ?? 0;
  const moved = shift(index, index + 1)?.[0] ?? index;
  return { ...value, anchorCell: { ...anchor, [field]: moved } };
}

function shiftGroups(groups: DimensionGroup[], shift: Shift): DimensionGroup[] {
  return groups.flatMap((group) => {
    const moved = shift(group.range.startIndex ?? 0, group.range.endIndex);
    if (!moved) return [];
    const range = { ...group.range, startIndex: moved[0] };
    return [{ ...group, range: moved[1] === undefined ? range : { ...range, endIndex: moved[1] } }];
  });
}

const LISTS = [
  'merges',
  'protectedRanges',
  'filterViews',
  'conditionalFormats',
  'bandedRanges',
  'charts',
] as const satisfies readonly (keyof Sheet)[];

/** A rule has several ranges: one that lost all of them is gone. */
const hasPlace = ({ ranges }: JsonObject): boolean => !Array.isArray(ranges) || ranges.length > 0;

/** Frozen rows or columns grow and shrink like a range that starts at the rim. */
function shiftFrozen(sheet: Sheet, dimension: Dimension, shift: Shift): void {
  const grid = sheet.properties.gridProperties;
  const field = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const frozen = grid[field];
  if (frozen === undefined) return;
  const left = shift(0, frozen)?.[1] ?? 0;
  if (left > 0) grid[field] = left;
  else delete grid[field];
}

function shiftTied(spreadsheet: Spreadsheet, sheet: Sheet, dimension: Dimension, shift: Shift): void {
  const { sheetId } = sheet.properties;
  const inside = (value: unknown): unknown => shiftInside(value as Json, sheetId, dimension, shift);
  const tied = sheet as unknown as Record<string, unknown>;
  for (const field of LISTS) {
    if (!tied[field]) continue;
    const left = (inside(tied[field]) as JsonObject[]).filter(hasPlace);
    if (left.length > 0) tied[field] = left;
    else delete tied[field];
  }
  if (sheet.basicFilter) {
    const filter = inside(sheet.basicFilter);
    if (filter === null) delete sheet.basicFilter;
    else sheet.basicFilter = filter as JsonObject;
  }
  if (spreadsheet.namedRanges) {
    const left = inside(spreadsheet.namedRanges) as NonNullable<Spreadsheet['namedRanges']>;
    if (left.length > 0) spreadsheet.namedRanges = left;
    else delete spreadsheet.namedRanges;
  }
  if (dimension === 'ROWS' && sheet.rowGroups) sheet.rowGroups = shiftGroups(sheet.rowGroups, shift);
  if (dimension === 'COLUMNS' && sheet.columnGroups) sheet.columnGroups = shiftGroups(sheet.columnGroups, shift);
}

const dimensionList = (grid: GridData, dimension: Dimension): DimensionProperties[] =>
  dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata;

/** Splices rows of a grid, or the cells of each of its rows. */
function spliceCells(grid: GridData, { dimension, start, count }: Span, removes: boolean, fill: CellData[][]): void {
  if (dimension === 'ROWS') {
    const fresh = fill.map((cells) => (cells.length === 0 ? EMPTY_ROW : rowFrom(cells)));
    if (start >= grid.rowData.length && fresh.every((row) => row === EMPTY_ROW)) return;
    while (grid.rowData.length < start) grid.rowData.push(EMPTY_ROW);
    grid.rowData.splice(start, removes ? count : 0, ...fresh);
    return;
  }
  grid.rowData.forEach(({ values }, row) => {
    const fresh = fill[row] ?? [];
    if ((values?.length ?? 0) <= start && fresh.length === 0) return;
    const cells = cellsOf(grid, row, start);
    cells.splice(start, removes ? count : 0, ...fresh);
    grid.rowData[row] = rowFrom(cells);
  });
}

/** The format, but nothing else, of a neighbour. */
const inherited = (cell: CellData): CellData =>
  cell.userEnteredFormat ? { userEnteredFormat: cell.userEnteredFormat } : EMPTY_CELL;

function newCells(grid: GridData, { dimension, start, count }: Span, fromBefore: boolean): CellData[][] {
  const source = fromBefore ? start - 1 : start;
  if (dimension === 'ROWS') {
    const model = (source < 0 ? [] : (grid.rowData[source]?.values ?? [])).map(inherited);
    return Array.from({ length: count }, () => [...model]);
  }
  return grid.rowData.map(({ values }) => {
    const model = inherited(source < 0 ? EMPTY_CELL : (values?.[source] ?? EMPTY_CELL));
    const isWithin = start < (values?.length ?? 0);
    return isWithin || model !== EMPTY_CELL ? Array.from({ length: count }, () => model) : [];
  });
}

const sizeField = (dimension: Dimension): 'rowCount' | 'columnCount' =>
  dimension === 'ROWS' ? 'rowCount' : 'columnCount';

export function insertDimension(spreadsheet: Spreadsheet, sheet: Sheet, span: Span, fromBefore: boolean): void {
  const grid = gridOf(sheet);
  spliceCells(grid, span, false, newCells(grid, span, fromBefore));
  const list = dimensionList(grid, span.dimension);
  shiftFrozen(sheet, span.dimension, afterInsertion(span));
  if (span.start < list.length) list.splice(span.start, 0, ...Array.from({ length: span.count }, () => ({})));
  sheet.properties.gridProperties[sizeField(span.dimension)] += span.count;
  shiftTied(spreadsheet, sheet, span.dimension, afterInsertion(span));
}

export function deleteDimension(spreadsheet: Spreadsheet, sheet: Sheet, span: Span): void {
  const grid = gridOf(sheet);
  spliceCells(grid, span, true, []);
  dimensionList(grid, span.dimension).splice(span.start, span.count);
  shiftFrozen(sheet, span.dimension, afterDeletion(span));
  sheet.properties.gridProperties[sizeField(span.dimension)] -= span.count;
  shiftTied(spreadsheet, sheet, span.dimension, afterDeletion(span));
}

export function moveDimension(spreadsheet: Spreadsheet, sheet: Sheet, span: Span, destination: number): void {
  const grid = gridOf(sheet);
  const target = destination > span.start ? destination - span.count : destination;
  const reorder = <Item>(items: readonly Item[], filler: () => Item): Item[] => {
    const padded = [...items];
    while (padded.length < Math.max(span.start + span.count, destination)) padded.push(filler());
    padded.splice(target, 0, ...padded.splice(span.start, span.count));
    return padded;
  };
  if (span.dimension === 'ROWS') {
    grid.rowData = reorder(grid.rowData, () => EMPTY_ROW);
    grid.rowMetadata = reorder(grid.rowMetadata, () => ({}));
  } else {
    grid.rowData = grid.rowData.map(({ values }) => (values ? rowFrom(reorder(values, () => EMPTY_CELL)) : EMPTY_ROW));
    grid.columnMetadata = reorder(grid.columnMetadata, () => ({}));
  }
  shiftTied(spreadsheet, sheet, span.dimension, afterMove(span, destination));
}
