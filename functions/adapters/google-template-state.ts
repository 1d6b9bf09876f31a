/** Google's answers about the shape of a workbook as the state that the template is compared with. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Area, CellRule, NumberFormat, ProtectionState, TabState } from '../../schemas/template.ts';
import { type CellValue, placeKey } from '../../schemas/workbook.ts';
import { CHART_FIELDS, toChartState } from './google-template-charts.ts';
import { COLUMN_METADATA_KEY, toValue } from './google-workbook.ts';

/** Developer metadata that names a tab: `tab` = the tab's key in the template. */
export const TAB_METADATA_KEY = 'tab';

const METADATA = 'developerMetadata(metadataKey,metadataValue)';

/** All but cells. */
export const STRUCTURE_FIELDS = [
  'properties(locale,timeZone)',
  'sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount,frozenRowCount))',
  `${METADATA},protectedRanges,${CHART_FIELDS})`,
].join(',');

/** The cells of the first rows, and what is asked of them. */
export const CELL_FIELDS = [
  'sheets(properties(sheetId)',
  'data(startRow,startColumn',
  'rowData(values(userEnteredValue,note,dataValidation,userEnteredFormat(numberFormat)))',
  `columnMetadata(${METADATA})))`,
].join(',');

export function toTabState(
  { properties, developerMetadata, protectedRanges, charts }: sheets_v4.Schema$Sheet,
  data: readonly sheets_v4.Schema$GridData[],
): TabState {
  const cells = emptyCells();
  for (const block of data) readBlock(block, cells);
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    key: metadataValue(developerMetadata, TAB_METADATA_KEY),
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
    frozenRows: properties?.gridProperties?.frozenRowCount ?? 0,
    hidden: properties?.hidden ?? false,
    protections: (protectedRanges ?? []).map(toProtection),
    charts: (charts ?? []).map(toChartState),
    ...cells,
  };
}

const emptyCells = () => ({
  values: [] as CellValue[][],
  notes: new Map<number, string>(),
  formats: new Map<number, NumberFormat['type']>(),
  rules: new Map<number, CellRule>(),
  columnKeys: new Map<number, string>(),
});

function metadataValue(entries: sheets_v4.Schema$DeveloperMetadata[] | undefined, key: string): string | null {
  return entries?.find(({ metadataKey }) => metadataKey === key)?.metadataValue ?? null;
}

function readBlock(block: sheets_v4.Schema$GridData, cells: ReturnType<typeof emptyCells>): void {
  const startRow = block.startRow ?? 0;
  const startColumn = block.startColumn ?? 0;
  block.rowData?.forEach((row, index) => {
    cells.values[startRow + index] = (row.values ?? []).map((cell, column) => {
      readCell(cell, placeKey(startRow + index, startColumn + column), cells);
      return toValue(cell.userEnteredValue);
    });
  });
  block.columnMetadata?.forEach(({ developerMetadata }, index) => {
    const key = metadataValue(developerMetadata, COLUMN_METADATA_KEY);
    if (key !== null) cells.columnKeys.set(startColumn + index, key);
  });
}

function readCell(cell: sheets_v4.Schema$CellData, place: number, cells: ReturnType<typeof emptyCells>): void {
  if (cell.note) cells.notes.set(place, cell.note);
  const type = cell.userEnteredFormat?.numberFormat?.type;
  if (type === 'DATE' || type === 'NUMBER' || type === 'TEXT') cells.formats.set(place, type);
  const rule = toRule(cell.dataValidation);
  if (rule) cells.rules.set(place, rule);
}

function toRule(validation: sheets_v4.Schema$DataValidationRule | undefined): CellRule | null {
  const { type, values } = validation?.condition ?? {};
  if (type === 'BOOLEAN') return { kind: 'checkbox' };
  const range = values?.[0]?.userEnteredValue;
  if (type !== 'ONE_OF_RANGE' || !range) return null;
  return { kind: 'list', range, strict: validation?.strict ?? false };
}

function toProtection(range: sheets_v4.Schema$ProtectedRange): ProtectionState {
  const { protectedRangeId, description, warningOnly, editors, unprotectedRanges, requestingUserCanEdit } = range;
  return {
    id: protectedRangeId ?? 0,
    name: description ?? '',
    area: toArea(range.range),
    open: (unprotectedRanges ?? []).map(toArea),
    warningOnly: warningOnly ?? false,
    // No editors and no right to edit: they are hidden. No editors and the right to: there are none but the owner.
    editors: editors?.users ?? (requestingUserCanEdit ? [] : null),
    domainUsersCanEdit: editors?.domainUsersCanEdit ?? false,
  };
}

function toArea(range: sheets_v4.Schema$GridRange | undefined): Area {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range ?? {};
  return {
    ...(startRowIndex == null ? {} : { startRow: startRowIndex }),
    ...(endRowIndex == null ? {} : { endRow: endRowIndex }),
    ...(startColumnIndex == null ? {} : { startColumn: startColumnIndex }),
    ...(endColumnIndex == null ? {} : { endColumn: endColumnIndex }),
  };
}
