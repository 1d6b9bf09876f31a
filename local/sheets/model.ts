/** Google's Spreadsheet resource, as far as this server looks inside it. What it only stores is JsonObject. */
import type { JsonObject } from './json.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

/** Half-open and zero-based; a missing side is unbounded, a missing sheetId is tab 0, as Google prints it. */
export interface GridRange {
  sheetId?: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

export interface DimensionRange {
  sheetId?: number;
  dimension?: Dimension;
  startIndex?: number;
  endIndex?: number;
}

export interface ExtendedValue {
  numberValue?: number;
  stringValue?: string;
  boolValue?: boolean;
  formulaValue?: string;
  errorValue?: { type: string; message: string };
}

/** What a person entered. Effective and formatted values are computed when a cell is read. Never mutated. */
export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: JsonObject;
  readonly note?: string;
  readonly dataValidation?: JsonObject;
  readonly textFormatRuns?: readonly JsonObject[];
}

/** Never mutated: a changed row is a new object, so that a failed batch leaves no trace. */
export interface RowData {
  readonly values?: readonly CellData[];
}

/** Developer metadata as stored: its location is where it hangs, so that it moves with its row or column. */
export interface StoredMetadata {
  metadataId: number;
  metadataKey?: string;
  metadataValue?: string;
  visibility?: string;
}

export interface DimensionProperties {
  pixelSize?: number;
  hiddenByUser?: boolean;
  hiddenByFilter?: boolean;
  developerMetadata?: StoredMetadata[];
}

/** Lists may be shorter than the grid: what is missing at their end is default. */
export interface GridData {
  rowData: RowData[];
  rowMetadata: DimensionProperties[];
  columnMetadata: DimensionProperties[];
}

export interface GridProperties {
  rowCount: number;
  columnCount: number;
  frozenRowCount?: number;
  frozenColumnCount?: number;
  hideGridlines?: boolean;
  rowGroupControlAfter?: boolean;
  columnGroupControlAfter?: boolean;
}

export interface SheetProperties {
  sheetId: number;
  title: string;
  index: number;
  sheetType: string;
  gridProperties: GridProperties;
  hidden?: boolean;
  tabColor?: JsonObject;
  tabColorStyle?: JsonObject;
  rightToLeft?: boolean;
}

export interface ProtectedRange {
  protectedRangeId: number;
  range?: GridRange;
  namedRangeId?: string;
  description?: string;
  warningOnly?: boolean;
  unprotectedRanges?: GridRange[];
  editors?: { users?: string[]; groups?: string[]; domainUsersCanEdit?: boolean };
}

export interface NamedRange {
  namedRangeId: string;
  name: string;
  range: GridRange;
}

export interface DimensionGroup {
  range: DimensionRange;
  depth: number;
  collapsed?: boolean;
}

export interface Sheet {
  properties: SheetProperties;
  data: [GridData];
  merges?: GridRange[];
  protectedRanges?: ProtectedRange[];
  developerMetadata?: StoredMetadata[];
  basicFilter?: JsonObject;
  filterViews?: JsonObject[];
  conditionalFormats?: JsonObject[];
  bandedRanges?: JsonObject[];
  charts?: JsonObject[];
  rowGroups?: DimensionGroup[];
  columnGroups?: DimensionGroup[];
}

export interface SpreadsheetProperties {
  title: string;
  locale: string;
  timeZone: string;
  autoRecalc: string;
  defaultFormat: JsonObject;
  spreadsheetTheme: JsonObject;
  iterativeCalculationSettings?: JsonObject;
}

export interface Spreadsheet {
  spreadsheetId: string;
  properties: SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges?: NamedRange[];
  developerMetadata?: StoredMetadata[];
  spreadsheetUrl: string;
}

export interface Permission {
  id: string;
  type: 'user' | 'anyone';
  role: 'owner' | 'writer' | 'reader';
  emailAddress?: string;
}

/** What Drive knows of a workbook. Times are ISO 8601 instants. */
export interface DriveFile {
  id: string;
  name: string;
  owner: string;
  permissions: Permission[];
  createdTime: string;
  modifiedTime: string;
  trashed: boolean;
  version: number;
}

export interface Workbook {
  file: DriveFile;
  spreadsheet: Spreadsheet;
}
