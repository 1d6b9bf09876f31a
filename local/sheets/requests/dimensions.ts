import { assertCellLimit } from '../cell-limit.ts';
import { type Change, guard, guardInsertion } from '../change.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { gridOf, sheetById, strip } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { Dimension, DimensionProperties, DimensionRange, Sheet } from '../model.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';
import { deleteDimension as deleteSpan, insertDimension as insertSpan, moveDimension as moveSpan } from './shift.ts';
import { textPixels } from './text-pixels.ts';

interface Located {
  sheet: Sheet;
  dimension: Dimension;
  start: number;
  end: number;
  size: number;
}

function locateDimension({ spreadsheet }: Change, range: DimensionRange = {}): Located {
  const sheet = sheetById(spreadsheet, range.sheetId);
  const { dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalidArgument('No dimension specified.');
  const grid = sheet.properties.gridProperties;
  const size = dimension === 'ROWS' ? grid.rowCount : grid.columnCount;
  return { sheet, dimension, start: range.startIndex ?? 0, end: range.endIndex ?? size, size };
}

const nameOf = (dimension: Dimension): string => (dimension === 'ROWS' ? 'row' : 'column');

interface InsertDimension {
  range?: DimensionRange;
  inheritFromBefore?: boolean;
}

export const insertDimension = handler<InsertDimension>((change, { range, inheritFromBefore = false }) => {
  const { sheet, dimension, start, end, size } = locateDimension(change, range);
  if (end <= start) throw invalidArgument('endIndex must be greater than startIndex.');
  if (start > size) {
    const name = nameOf(dimension);
    throw invalidArgument(
      `range.startIndex[${start}] is after last ${name} in grid[${size}]; cannot insert a ${name} there.`,
    );
  }
  if (inheritFromBefore && start === 0) {
    throw invalidArgument('inheritFromBefore cannot be true when inserting at index 0.');
  }
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  assertCellLimit(change.spreadsheet, (end - start) * (dimension === 'ROWS' ? columnCount : rowCount));
  guardInsertion(change, sheet, dimension, start);
  insertSpan(change.spreadsheet, sheet, { dimension, start, count: end - start }, inheritFromBefore);
});

interface DeleteDimension {
  range?: DimensionRange;
}

export const deleteDimension = handler<DeleteDimension>((change, { range }) => {
  const { sheet, dimension, start, end, size } = locateDimension(change, range);
  const name = nameOf(dimension);
  if (start >= size) {
    throw invalidArgument(
      `Cannot delete a ${name} that doesn't exist. Tried to delete ${name} index ${start} but there are only ${size} ${name}s.`,
    );
  }
  const last = Math.min(end, size);
  if (last <= start) throw invalidArgument('endIndex must be greater than startIndex.');
  if (last - start === size) throw invalidArgument(`You can't delete all the ${name}s on the sheet.`);
  guard(change, sheet, strip(sheet, dimension, start, last));
  deleteSpan(change.spreadsheet, sheet, { dimension, start, count: last - start });
});

interface AppendDimension {
  sheetId?: number;
  dimension?: Dimension;
  length?: number;
}

export const appendDimension = handler<AppendDimension>((change, { sheetId = 0, dimension, length = 0 }) => {
  const { sheet } = locateDimension(change, { sheetId, ...(dimension && { dimension }) });
  if (length < 1) throw invalidArgument('length must be greater than 0.');
  const grid = sheet.properties.gridProperties;
  const size = dimension === 'ROWS' ? 'rowCount' : 'columnCount';
  guardInsertion(change, sheet, dimension ?? 'ROWS', grid[size]);
  grid[size] += length;
});

interface MoveDimension {
  source?: DimensionRange;
  destinationIndex?: number;
}

export const moveDimension = handler<MoveDimension>((change, { source, destinationIndex = 0 }) => {
  const { sheet, dimension, start, end, size } = locateDimension(change, source);
  if (start >= size || end > size || destinationIndex > size) throw invalidArgument('Cannot move beyond the grid.');
  guard(change, sheet, strip(sheet, dimension, start, end));
  guardInsertion(change, sheet, dimension, destinationIndex);
  if (destinationIndex >= start && destinationIndex <= end) return;
  moveSpan(change.spreadsheet, sheet, { dimension, start, count: end - start }, destinationIndex);
});

function propertiesAt(sheet: Sheet, dimension: Dimension, last: number): DimensionProperties[] {
  const grid = gridOf(sheet);
  const list = dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata;
  while (list.length < last) list.push({});
  return list;
}

/** Without what is default and without trailing default entries. */
function tidy(list: DimensionProperties[], defaultPixels: number): void {
  for (const entry of list) {
    if (!entry.hiddenByUser) delete entry.hiddenByUser;
    if (entry.pixelSize === defaultPixels) delete entry.pixelSize;
  }
  while (list.length > 0 && Object.keys(list.at(-1) ?? {}).length === 0) list.pop();
}

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

interface UpdateDimensionProperties {
  range?: DimensionRange;
  properties?: JsonObject;
  fields?: string;
}

export const updateDimensionProperties = handler<UpdateDimensionProperties>(
  (change, { range, properties = {}, fields }) => {
    const mask = requiredMask(fields, 'DimensionProperties');
    const { sheet, dimension, start, end, size } = locateDimension(change, range);
    const last = Math.min(end, size);
    guard(change, sheet, strip(sheet, dimension, start, last));
    const list = propertiesAt(sheet, dimension, last);
    for (let index = start; index < last; index += 1) {
      const { developerMetadata, ...old } = list[index] ?? {};
      const written = writeMasked(old as JsonObject, properties, mask) as DimensionProperties;
      list[index] = developerMetadata ? { ...written, developerMetadata } : written;
    }
    tidy(list, dimension === 'ROWS' ? ROW_PIXELS : COLUMN_PIXELS);
  },
);

interface AutoResizeDimensions {
  dimensions?: DimensionRange;
}

/** Columns get the width of their longest text, roughly; Google's font metrics cannot be had. */
export const autoResizeDimensions = handler<AutoResizeDimensions>((change, { dimensions }) => {
  const { sheet, dimension, start, end, size } = locateDimension(change, dimensions);
  const last = Math.min(end, size);
  guard(change, sheet, strip(sheet, dimension, start, last));
  const list = propertiesAt(sheet, dimension, last);
  for (let index = start; index < last; index += 1) {
    const pixelSize = dimension === 'ROWS' ? ROW_PIXELS : textPixels(change.spreadsheet, sheet, index);
    list[index] = { ...list[index], pixelSize };
  }
  tidy(list, dimension === 'ROWS' ? ROW_PIXELS : COLUMN_PIXELS);
});
