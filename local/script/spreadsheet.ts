/**
 * The open workbook and its tabs, as Apps Script shows them.
 * https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet
 */
import type {
  ScriptMetadata,
  ScriptProtection,
  ScriptRange,
  ScriptSheet,
  ScriptSpreadsheet,
} from '../../apps-script/google.ts';
import { isBlank } from '../sheets/cells.ts';
import { gridOf, type Rect, rectIn, sheetById, wholeGrid } from '../sheets/grid-range.ts';
import type { CellData, GridRange, ProtectedRange, Sheet, StoredMetadata } from '../sheets/model.ts';
import { canEdit, rangeOfProtection } from '../sheets/protection.ts';
import { makeRange } from './range.ts';
import type { ScriptWorld } from './world.ts';

export const PROTECTION_TYPES = { RANGE: 'RANGE', SHEET: 'SHEET' } as const;

const hasValue = (cell: CellData): boolean => !isBlank(cell) && cell.userEnteredValue !== undefined;

/** From A1 to the last cell with a value; A1 alone in an empty tab. */
function dataRect(sheet: Sheet): Rect {
  let [bottom, right] = [1, 1];
  gridOf(sheet).rowData.forEach(({ values = [] }, row) => {
    const last = values.findLastIndex(hasValue);
    if (last < 0) return;
    bottom = row + 1;
    right = Math.max(right, last + 1);
  });
  return { top: 0, left: 0, bottom, right };
}

const metadataOf = ({ metadataKey, metadataValue }: StoredMetadata, column: ScriptRange | null): ScriptMetadata => ({
  getKey: () => metadataKey ?? '',
  getValue: () => metadataValue ?? null,
  getLocation: () => ({ getColumn: () => column }),
});

function columnMetadata(world: ScriptWorld, sheet: Sheet): readonly ScriptMetadata[] {
  return gridOf(sheet).columnMetadata.flatMap(({ developerMetadata = [] }, column) => {
    const range = makeRange(world, sheet.properties.sheetId, { ...wholeGrid(sheet), left: column, right: column + 1 });
    return developerMetadata.map((metadata) => metadataOf(metadata, range));
  });
}

function metadataFinder(world: ScriptWorld, sheetNow: () => Sheet, key: string | null = null) {
  return {
    withKey: (wanted: string) => metadataFinder(world, sheetNow, wanted),
    find: () => columnMetadata(world, sheetNow()).filter((metadata) => key === null || metadata.getKey() === key),
  };
}

const isWholeTab = ({ startRowIndex, startColumnIndex, endRowIndex, endColumnIndex }: GridRange): boolean =>
  [startRowIndex, startColumnIndex, endRowIndex, endColumnIndex].every((side) => side === undefined);

function makeProtection(world: ScriptWorld, sheet: Sheet, protection: ProtectedRange): ScriptProtection {
  const { spreadsheet, caller } = world.session();
  const range = (area: GridRange): ScriptRange => makeRange(world, sheet.properties.sheetId, rectIn(sheet, area));
  return {
    isWarningOnly: () => protection.warningOnly ?? false,
    canEdit: () => canEdit(protection, caller),
    getRange: () => range(rangeOfProtection(spreadsheet, protection)),
    getUnprotectedRanges: () => (protection.unprotectedRanges ?? []).map(range),
  };
}

function protectionsOf(world: ScriptWorld, sheet: Sheet, type: unknown): ScriptProtection[] {
  const { spreadsheet } = world.session();
  const wholeTab = type === PROTECTION_TYPES.SHEET;
  return (sheet.protectedRanges ?? [])
    .filter((protection) => isWholeTab(rangeOfProtection(spreadsheet, protection)) === wholeTab)
    .map((protection) => makeProtection(world, sheet, protection));
}

export function makeSheet(world: ScriptWorld, sheetId: number): ScriptSheet {
  const sheetNow = (): Sheet => sheetById(world.session().spreadsheet, sheetId);
  const properties = () => sheetNow().properties;
  return {
    getSheetId: () => sheetId,
    getName: () => properties().title,
    getType: () => properties().sheetType,
    isSheetHidden: () => properties().hidden ?? false,
    getMaxRows: () => properties().gridProperties.rowCount,
    getMaxColumns: () => properties().gridProperties.columnCount,
    getDataRange: () => {
      if (properties().sheetType !== 'GRID') throw new Error('A tab that is one big chart has no cells.');
      return makeRange(world, sheetId, dataRect(sheetNow()));
    },
    getRange: (row, column, rows, columns) => {
      const rect = { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
      const { bottom, right } = wholeGrid(sheetNow());
      if (rect.top < 0 || rect.left < 0 || rect.bottom > bottom || rect.right > right) {
        throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
      }
      return makeRange(world, sheetId, rect);
    },
    getProtections: (type) => protectionsOf(world, sheetNow(), type),
    createDeveloperMetadataFinder: () => metadataFinder(world, sheetNow),
  };
}

/** `say` gets the messages that appear in the corner. */
export function makeSpreadsheet(
  world: ScriptWorld,
  activeSheetId: number | null,
  say: (message: string) => void,
): ScriptSpreadsheet {
  const now = () => world.session().spreadsheet;
  return {
    getId: () => now().spreadsheetId,
    getName: () => now().properties.title,
    getSpreadsheetLocale: () => now().properties.locale,
    getSpreadsheetTimeZone: () => now().properties.timeZone,
    getSheets: () => now().sheets.map(({ properties }) => world.sheet(properties.sheetId)),
    getActiveSheet: () => {
      const { sheets } = now();
      const active =
        sheets.find(({ properties }) => properties.sheetId === activeSheetId) ??
        sheets.find(({ properties }) => !properties.hidden);
      if (!active) throw new Error('A workbook has at least one visible tab.');
      return world.sheet(active.properties.sheetId);
    },
    getDeveloperMetadata: () => (now().developerMetadata ?? []).map((metadata) => metadataOf(metadata, null)),
    toast: (message) => say(message),
  };
}
