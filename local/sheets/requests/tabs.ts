import { type Change, guard } from '../change.ts';
import { maskWithColours, withColours } from '../colours.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { sheetById } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { GridRange, Sheet, SheetProperties, Spreadsheet } from '../model.ts';
import { cleanSheetProperties, freshId, newSheet } from '../new-spreadsheet.ts';
import { assertTabDeletable, assertTabEditable } from '../protection.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';
import { deleteDimension } from './shift.ts';

const takenIds = (spreadsheet: Spreadsheet): Set<number> =>
  new Set([0, ...spreadsheet.sheets.map(({ properties }) => properties.sheetId)]);

const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function assertFreeTitle({ sheets }: Spreadsheet, title: string, except?: Sheet): void {
  if (title === '') throw invalidArgument('Sheet name cannot be empty.');
  if (sheets.some((sheet) => sheet !== except && sameTitle(sheet.properties.title, title))) {
    throw invalidArgument(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function freeTitle({ sheets }: Spreadsheet): string {
  for (let number = sheets.length + 1; ; number += 1) {
    const title = `Sheet${number}`;
    if (!sheets.some(({ properties }) => sameTitle(properties.title, title))) return title;
  }
}

export function renumber({ sheets }: Spreadsheet): void {
  for (const [index, sheet] of sheets.entries()) sheet.properties.index = index;
}

/** Makes a tab of what was asked for; also used when a spreadsheet is created with its tabs. */
export function addTab(spreadsheet: Spreadsheet, asked: Partial<SheetProperties>): Sheet {
  const { sheetId = freshId(takenIds(spreadsheet)), title = freeTitle(spreadsheet), index, ...rest } = asked;
  if (spreadsheet.sheets.some(({ properties }) => properties.sheetId === sheetId)) {
    throw invalidArgument(`A sheet with id ${sheetId} already exists. Please use another id.`);
  }
  assertFreeTitle(spreadsheet, title);
  const at = Math.min(index ?? spreadsheet.sheets.length, spreadsheet.sheets.length);
  const sheetType = rest.sheetType ?? 'GRID';
  const sheet = newSheet({ ...rest, sheetId, title, index: at, sheetType } as SheetProperties);
  spreadsheet.sheets.splice(at, 0, sheet);
  renumber(spreadsheet);
  return sheet;
}

const printProperties = ({ properties }: Sheet): JsonObject => structuredClone(properties) as unknown as JsonObject;

export const addSheet = handler<{ properties?: Partial<SheetProperties> }>(({ spreadsheet }, { properties = {} }) => ({
  properties: printProperties(addTab(spreadsheet, properties)),
}));

const isLastVisible = ({ sheets }: Spreadsheet, sheet: Sheet): boolean =>
  sheets.every((other) => other === sheet || other.properties.hidden);

export const deleteSheet = handler<{ sheetId?: number }>(({ spreadsheet, caller }, { sheetId = 0 }) => {
  const sheet = sheetById(spreadsheet, sheetId);
  assertTabDeletable(caller, sheet);
  if (isLastVisible(spreadsheet, sheet)) throw invalidArgument("You can't remove all the sheets in a document.");
  spreadsheet.sheets = spreadsheet.sheets.filter((other) => other !== sheet);
  const left = spreadsheet.namedRanges?.filter(({ range }) => (range.sheetId ?? 0) !== sheetId);
  if (left?.length) spreadsheet.namedRanges = left;
  else delete spreadsheet.namedRanges;
  renumber(spreadsheet);
});

const OBJECT_IDS = ['protectedRangeId', 'filterViewId', 'bandedRangeId', 'chartId', 'metadataId'];

/** A deep copy of a tab's tied objects for another tab: ranges point to it, and objects get new ids. */
function retarget(value: unknown, from: number, to: number): unknown {
  if (Array.isArray(value)) return value.map((item) => retarget(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    copy[field] = OBJECT_IDS.includes(field) ? freshId(new Set()) : retarget(inner, from, to);
  }
  const isPlace = [
    'startRowIndex',
    'endRowIndex',
    'startColumnIndex',
    'endColumnIndex',
    'rowIndex',
    'columnIndex',
  ].some((field) => field in copy);
  const own = (copy.sheetId as number | undefined) ?? 0;
  return isPlace && own === from ? { ...copy, sheetId: to } : copy;
}

/** A copy of a tab with its cells and everything tied to it; a whole-tab protection follows its tab too. */
export function copyOfSheet(source: Sheet, properties: SheetProperties): Sheet {
  const { properties: _, data, ...tied } = source;
  const [from, to] = [source.properties.sheetId, properties.sheetId];
  const copy = retarget(tied, from, to) as Omit<Sheet, 'properties' | 'data'>;
  for (const protection of copy.protectedRanges ?? []) {
    if (protection.range && Object.keys(protection.range).every((field) => field === 'sheetId')) {
      protection.range = { sheetId: to };
    }
  }
  const grid = {
    rowData: [...data[0].rowData],
    rowMetadata: retarget(data[0].rowMetadata, from, to) as Sheet['data'][0]['rowMetadata'],
    columnMetadata: retarget(data[0].columnMetadata, from, to) as Sheet['data'][0]['columnMetadata'],
  };
  return { properties: cleanSheetProperties(properties), data: [grid], ...copy };
}

interface DuplicateSheet {
  sourceSheetId?: number;
  insertSheetIndex?: number;
  newSheetId?: number;
  newSheetName?: string;
}

function copyTitle(spreadsheet: Spreadsheet, title: string): string {
  for (let number = 1; ; number += 1) {
    const copy = number === 1 ? `Copy of ${title}` : `Copy of ${title} ${number}`;
    if (!spreadsheet.sheets.some(({ properties }) => sameTitle(properties.title, copy))) return copy;
  }
}

export const duplicateSheet = handler<DuplicateSheet>(({ spreadsheet }, request) => {
  const source = sheetById(spreadsheet, request.sourceSheetId);
  const title = request.newSheetName ?? copyTitle(spreadsheet, source.properties.title);
  assertFreeTitle(spreadsheet, title);
  const sheetId = request.newSheetId ?? freshId(takenIds(spreadsheet));
  if (spreadsheet.sheets.some(({ properties }) => properties.sheetId === sheetId)) {
    throw invalidArgument(`A sheet with id ${sheetId} already exists. Please use another id.`);
  }
  const copy = copyOfSheet(source, { ...structuredClone(source.properties), sheetId, title });
  spreadsheet.sheets.splice(request.insertSheetIndex ?? 0, 0, copy);
  renumber(spreadsheet);
  return { properties: printProperties(copy) };
});

function moveTab(spreadsheet: Spreadsheet, sheet: Sheet, index: number): void {
  const from = spreadsheet.sheets.indexOf(sheet);
  // The index counts before the move: moving right by one means asking for from + 2, except beyond the end.
  // https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#SheetProperties
  const to = Math.max(0, Math.min(index > from ? index - 1 : index, spreadsheet.sheets.length - 1));
  spreadsheet.sheets.splice(from, 1);
  spreadsheet.sheets.splice(to, 0, sheet);
  renumber(spreadsheet);
}

function resize(change: Change, sheet: Sheet, rowCount: number, columnCount: number): void {
  const { spreadsheet } = change;
  const grid = sheet.properties.gridProperties;
  if (rowCount < 1) throw invalidArgument(`Invalid rowCount: ${rowCount}. A sheet must have at least one row.`);
  if (columnCount < 1) {
    throw invalidArgument(`Invalid columnCount: ${columnCount}. A sheet must have at least one column.`);
  }
  if (rowCount < grid.rowCount) {
    guard(change, sheet, { top: rowCount, left: 0, bottom: grid.rowCount, right: grid.columnCount });
    deleteDimension(spreadsheet, sheet, { dimension: 'ROWS', start: rowCount, count: grid.rowCount - rowCount });
  }
  if (columnCount < grid.columnCount) {
    guard(change, sheet, { top: 0, left: columnCount, bottom: grid.rowCount, right: grid.columnCount });
    const count = grid.columnCount - columnCount;
    deleteDimension(spreadsheet, sheet, { dimension: 'COLUMNS', start: columnCount, count });
  }
  grid.rowCount = rowCount;
  grid.columnCount = columnCount;
}

interface UpdateSheetProperties {
  properties?: Partial<SheetProperties>;
  fields?: string;
}

/** A mask that names no size leaves the size alone, even when it clears everything else of the grid. */
const sizeOf = ({ gridProperties: { rowCount, columnCount } }: SheetProperties) => ({ rowCount, columnCount });

function assertFrozenFits({ properties }: Sheet): void {
  const { frozenRowCount = 0, frozenColumnCount = 0, rowCount, columnCount } = properties.gridProperties;
  if (frozenRowCount >= rowCount) throw invalidArgument("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= columnCount) throw invalidArgument("You can't freeze all visible columns on the sheet.");
}

export const updateSheetProperties = handler<UpdateSheetProperties>((change, { properties = {}, fields }) => {
  const { spreadsheet, caller } = change;
  const sheet = sheetById(spreadsheet, properties.sheetId);
  assertTabEditable(spreadsheet, caller, sheet);
  const old = structuredClone(sheet.properties);
  const mask = maskWithColours(requiredMask(fields, 'SheetProperties'));
  const source = withColours(properties as JsonObject);
  const written = writeMasked(old as unknown as JsonObject, source, mask) as unknown as SheetProperties;
  const fresh = cleanSheetProperties({
    ...written,
    sheetId: old.sheetId,
    sheetType: old.sheetType,
    title: written.title ?? '',
    index: old.index,
    gridProperties: { ...sizeOf(old), ...written.gridProperties },
  });
  if (fresh.title !== old.title) assertFreeTitle(spreadsheet, fresh.title, sheet);
  const { rowCount, columnCount } = fresh.gridProperties;
  resize(change, sheet, rowCount, columnCount);
  sheet.properties = fresh;
  assertFrozenFits(sheet);
  if (fresh.hidden && isLastVisible(spreadsheet, sheet)) {
    throw invalidArgument("You can't hide all the sheets in a document.");
  }
  const asksIndex = mask === true ? properties.index !== undefined : 'index' in mask;
  if (asksIndex) moveTab(spreadsheet, sheet, properties.index ?? 0);
});

/** A filter over a whole tab is stored with its four sides, as Google prints it. */
export const wholeRange = (sheet: Sheet, range: GridRange): GridRange => {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return {
    ...range,
    startRowIndex: range.startRowIndex ?? 0,
    endRowIndex: range.endRowIndex ?? rowCount,
    startColumnIndex: range.startColumnIndex ?? 0,
    endColumnIndex: range.endColumnIndex ?? columnCount,
  };
};
