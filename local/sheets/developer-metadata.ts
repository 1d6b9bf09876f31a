/**
 * Developer metadata hangs where it belongs (spreadsheet, tab, row or column), so it moves with it.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.developerMetadata
 */
import { invalidArgument } from './google-error.ts';
import { gridOf, sheetById } from './grid-range.ts';
import type { JsonObject } from './json.ts';
import type { Dimension, DimensionRange, Sheet, Spreadsheet, StoredMetadata } from './model.ts';

export interface MetadataLocation {
  locationType?: string;
  spreadsheet?: boolean;
  sheetId?: number;
  dimensionRange?: DimensionRange;
}

/** One piece of metadata with the list that it hangs in. */
export interface FoundMetadata {
  readonly metadata: StoredMetadata;
  readonly list: StoredMetadata[];
  readonly location: JsonObject;
}

function dimensionLocation(sheet: Sheet, dimension: Dimension, index: number): JsonObject {
  const { sheetId } = sheet.properties;
  const range = { dimension, startIndex: index, endIndex: index + 1 };
  return {
    locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: sheetId === 0 ? range : { sheetId, ...range },
  };
}

const sheetLocation = (sheet: Sheet): JsonObject => ({ locationType: 'SHEET', sheetId: sheet.properties.sheetId });
const SPREADSHEET_LOCATION: JsonObject = { locationType: 'SPREADSHEET', spreadsheet: true };

const found = (list: StoredMetadata[] | undefined, location: JsonObject): FoundMetadata[] =>
  (list ?? []).map((metadata) => ({ metadata, list: list ?? [], location }));

function inDimension(sheet: Sheet, dimension: Dimension): FoundMetadata[] {
  const grid = gridOf(sheet);
  const properties = dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata;
  return properties.flatMap(({ developerMetadata }, index) =>
    found(developerMetadata, dimensionLocation(sheet, dimension, index)),
  );
}

export function allMetadata(spreadsheet: Spreadsheet): FoundMetadata[] {
  return [
    ...found(spreadsheet.developerMetadata, SPREADSHEET_LOCATION),
    ...spreadsheet.sheets.flatMap((sheet) => [
      ...found(sheet.developerMetadata, sheetLocation(sheet)),
      ...inDimension(sheet, 'ROWS'),
      ...inDimension(sheet, 'COLUMNS'),
    ]),
  ];
}

export const printMetadata = ({ metadata, location }: Pick<FoundMetadata, 'metadata' | 'location'>): JsonObject => {
  const { visibility, ...rest } = metadata;
  return { ...rest, location, ...(visibility === undefined ? {} : { visibility }) };
};

const printAll = (list: StoredMetadata[] | undefined, location: JsonObject): JsonObject[] =>
  found(list, location).map(printMetadata);

export const metadataOfSpreadsheet = (spreadsheet: Spreadsheet): JsonObject[] =>
  printAll(spreadsheet.developerMetadata, SPREADSHEET_LOCATION);

export const metadataOfSheet = (sheet: Sheet): JsonObject[] => printAll(sheet.developerMetadata, sheetLocation(sheet));

export function metadataOfDimension(sheet: Sheet, dimension: Dimension, index: number): JsonObject[] {
  const grid = gridOf(sheet);
  const properties = (dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata)[index];
  return printAll(properties?.developerMetadata, dimensionLocation(sheet, dimension, index));
}

/** The list in which metadata of a location is kept, made when there is none. */
export function listAt(
  spreadsheet: Spreadsheet,
  location: MetadataLocation,
): { list: StoredMetadata[]; at: JsonObject } {
  if (location.dimensionRange) return listInDimension(spreadsheet, location.dimensionRange);
  if (location.sheetId !== undefined) {
    const sheet = sheetById(spreadsheet, location.sheetId);
    sheet.developerMetadata ??= [];
    return { list: sheet.developerMetadata, at: sheetLocation(sheet) };
  }
  if (!location.spreadsheet) throw invalidArgument('DeveloperMetadata.location must be set.');
  spreadsheet.developerMetadata ??= [];
  return { list: spreadsheet.developerMetadata, at: SPREADSHEET_LOCATION };
}

function listInDimension(spreadsheet: Spreadsheet, range: DimensionRange): { list: StoredMetadata[]; at: JsonObject } {
  const { sheetId, dimension = 'ROWS', startIndex, endIndex } = range;
  const sheet = sheetById(spreadsheet, sheetId);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (startIndex === undefined || endIndex !== startIndex + 1) {
    throw invalidArgument('DeveloperMetadata.location.dimensionRange must represent a single row or column.');
  }
  if (startIndex >= (dimension === 'ROWS' ? rowCount : columnCount)) {
    throw invalidArgument('DeveloperMetadata.location.dimensionRange is outside of the grid.');
  }
  const grid = gridOf(sheet);
  const properties = dimension === 'ROWS' ? grid.rowMetadata : grid.columnMetadata;
  while (properties.length <= startIndex) properties.push({});
  const entry = properties[startIndex] ?? {};
  entry.developerMetadata ??= [];
  return { list: entry.developerMetadata, at: dimensionLocation(sheet, dimension, startIndex) };
}

interface MetadataLookup {
  locationType?: string;
  metadataLocation?: MetadataLocation;
  locationMatchingStrategy?: string;
  metadataId?: number;
  metadataKey?: string;
  metadataValue?: string;
  visibility?: string;
}

export interface DataFilter {
  developerMetadataLookup?: MetadataLookup;
  a1Range?: string;
  gridRange?: JsonObject;
}

function isAt(found: FoundMetadata, wanted: MetadataLocation | undefined, isExact: boolean): boolean {
  if (!wanted) return true;
  const { sheetId, dimensionRange } = found.location as MetadataLocation & JsonObject;
  const own = sheetId ?? dimensionRange?.sheetId ?? 0;
  if (wanted.dimensionRange) {
    const range = wanted.dimensionRange;
    return (
      dimensionRange !== undefined &&
      own === (range.sheetId ?? 0) &&
      dimensionRange.dimension === (range.dimension ?? 'ROWS') &&
      (dimensionRange.startIndex ?? 0) >= (range.startIndex ?? 0) &&
      (range.endIndex === undefined || (dimensionRange.endIndex ?? 0) <= range.endIndex)
    );
  }
  const isOnSpreadsheet = found.location.spreadsheet === true;
  if (wanted.sheetId !== undefined) {
    return !isOnSpreadsheet && own === wanted.sheetId && (!isExact || dimensionRange === undefined);
  }
  return !isExact || isOnSpreadsheet;
}

/** Whether metadata answers a lookup: every field that is given must agree. */
export function matches(found: FoundMetadata, lookup: MetadataLookup): boolean {
  const { metadata, location } = found;
  const isExact = lookup.locationMatchingStrategy === 'EXACT_LOCATION';
  return (
    (lookup.locationType === undefined || lookup.locationType === location.locationType) &&
    (lookup.metadataId === undefined || lookup.metadataId === metadata.metadataId) &&
    (lookup.metadataKey === undefined || lookup.metadataKey === metadata.metadataKey) &&
    (lookup.metadataValue === undefined || lookup.metadataValue === metadata.metadataValue) &&
    (lookup.visibility === undefined || lookup.visibility === metadata.visibility) &&
    isAt(found, lookup.metadataLocation, isExact)
  );
}
