/** Each step of a repair as the requests of a batch update, in the order in which they were asked for. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Area, CellRule, CellStyle, NumberFormat, Protection, Step } from '../../schemas/template.ts';
import type { CellChange } from '../../schemas/workbook.ts';
import { toColor, updateRequests } from './google-changes.ts';
import { chartRequest } from './google-template-charts.ts';
import { TAB_METADATA_KEY } from './google-template-state.ts';
import { COLUMN_METADATA_KEY } from './google-workbook.ts';

type Request = sheets_v4.Schema$Request;
type WriteStep = Extract<Step, { do: 'write' }>;

export function stepRequests(steps: readonly Step[]): Request[] {
  const requests: Request[] = [];
  let writes: CellChange[] = [];
  for (const step of steps) {
    if (step.do === 'write') {
      writes.push(toChange(step));
      continue;
    }
    // Steps that move cells must find the earlier ones written.
    if (step.do === 'insert-row' || step.do === 'insert-column') {
      requests.push(...updateRequests(writes));
      writes = [];
    }
    requests.push(...requestsOf(step));
  }
  return [...requests, ...updateRequests(writes)];
}

function toChange({ sheetId, row, column, value, note }: WriteStep): CellChange {
  return { sheetId, row, column, ...(value === undefined ? {} : { value }), ...(note === undefined ? {} : { note }) };
}

function requestsOf(step: Step): Request[] {
  switch (step.do) {
    case 'write':
      return updateRequests([toChange(step)]);
    case 'set-locale':
      return [localeRequest(step.locale, step.timeZone)];
    case 'add-tab':
      return [addTab(step), tagTab(step.sheetId, step.key)];
    case 'remove-tab':
      return [{ deleteSheet: { sheetId: step.sheetId } }];
    case 'rename-tab':
      return [tabRequest({ sheetId: step.sheetId, title: step.title }, 'title')];
    case 'hide-tab':
      return [tabRequest({ sheetId: step.sheetId, hidden: step.hidden }, 'hidden')];
    case 'tag-tab':
      return [tagTab(step.sheetId, step.key)];
    case 'add-rows':
      return [{ appendDimension: { sheetId: step.sheetId, dimension: 'ROWS', length: step.count } }];
    case 'resize':
      return [resizeRequest(step)];
    case 'freeze':
      return [freezeRequest(step.sheetId, step.rows)];
    case 'insert-row':
      return [insertRequest(step.sheetId, 'ROWS', step.row)];
    case 'insert-column':
      return [insertRequest(step.sheetId, 'COLUMNS', step.column)];
    case 'set-width':
      return [widthRequest(step.sheetId, step.column, step.width)];
    case 'style':
      return [styleRequest(gridRange(step.sheetId, step.area), step.style)];
    case 'format':
      return [numberFormatRequest(gridRange(step.sheetId, step.area), step.format)];
    case 'validate':
      return [{ setDataValidation: { range: gridRange(step.sheetId, step.area), ...toValidation(step.rule) } }];
    case 'tag-column':
      return [metadataRequest(COLUMN_METADATA_KEY, step.key, columnLocation(step.sheetId, step.column))];
    case 'protect':
      return [protectRequest(step.sheetId, step.id, step.protection, step.editors)];
    case 'unprotect':
      return [{ deleteProtectedRange: { protectedRangeId: step.id } }];
    case 'chart':
      return [chartRequest(step.sheetId, step.id, step.chart)];
  }
}

const localeRequest = (locale: string, timeZone: string): Request => ({
  updateSpreadsheetProperties: { properties: { locale, timeZone }, fields: 'locale,timeZone' },
});

const tabRequest = (properties: sheets_v4.Schema$SheetProperties, fields: string): Request => ({
  updateSheetProperties: { properties, fields },
});

function addTab({ sheetId, title, index, ...grid }: Extract<Step, { do: 'add-tab' }>): Request {
  const { rowCount, columnCount, frozenRows: frozenRowCount } = grid;
  const gridProperties = { rowCount, columnCount, frozenRowCount };
  return { addSheet: { properties: { sheetId, title, index, gridProperties } } };
}

function resizeRequest({ sheetId, rowCount, columnCount }: Extract<Step, { do: 'resize' }>): Request {
  const gridProperties = { rowCount, columnCount };
  return tabRequest({ sheetId, gridProperties }, 'gridProperties(rowCount,columnCount)');
}

const freezeRequest = (sheetId: number, frozenRowCount: number): Request =>
  tabRequest({ sheetId, gridProperties: { frozenRowCount } }, 'gridProperties.frozenRowCount');

/** The first row or column has nothing before it to inherit from. */
const insertRequest = (sheetId: number, dimension: 'ROWS' | 'COLUMNS', startIndex: number): Request => ({
  insertDimension: {
    range: { sheetId, dimension, startIndex, endIndex: startIndex + 1 },
    inheritFromBefore: startIndex > 0,
  },
});

const widthRequest = (sheetId: number, column: number, pixelSize: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

const HEADER_FILL = '#e8eef7';
const HEADING_FILL = '#f3f3f3';

const fill = (hex: string) => ({ backgroundColorStyle: { rgbColor: toColor(hex) } });

const STYLES: Readonly<Record<CellStyle, sheets_v4.Schema$CellFormat>> = {
  header: { ...fill(HEADER_FILL), textFormat: { bold: true }, wrapStrategy: 'WRAP', verticalAlignment: 'MIDDLE' },
  heading: { ...fill(HEADING_FILL), textFormat: { bold: true } },
  statement: { textFormat: { bold: true } },
  wrapped: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' },
};

function styleRequest(range: sheets_v4.Schema$GridRange, style: CellStyle): Request {
  const format = STYLES[style];
  return formatRequest(range, format, Object.keys(format));
}

function numberFormatRequest(range: sheets_v4.Schema$GridRange, format: NumberFormat | null): Request {
  if (format === null) return { repeatCell: { range, cell: {}, fields: 'userEnteredFormat' } };
  return formatRequest(range, { numberFormat: format }, ['numberFormat']);
}

const formatRequest = (
  range: sheets_v4.Schema$GridRange,
  format: sheets_v4.Schema$CellFormat,
  fields: readonly string[],
): Request => ({
  repeatCell: { range, cell: { userEnteredFormat: format }, fields: `userEnteredFormat(${fields.join(',')})` },
});

/** No rule at all takes the old one away. */
function toValidation(rule: CellRule | null): { rule?: sheets_v4.Schema$DataValidationRule } {
  if (rule === null) return {};
  if (rule.kind === 'checkbox') return { rule: { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true } };
  const condition = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${rule.range}` }] };
  return { rule: { condition, strict: rule.strict, showCustomUi: true } };
}

const tagTab = (sheetId: number, key: string): Request => metadataRequest(TAB_METADATA_KEY, key, { sheetId });

const columnLocation = (sheetId: number, column: number): sheets_v4.Schema$DeveloperMetadataLocation => ({
  dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
});

/** DOCUMENT: seen by whoever opens the workbook; PROJECT would hide it from a second Cloud project. */
const metadataRequest = (
  metadataKey: string,
  metadataValue: string,
  location: sheets_v4.Schema$DeveloperMetadataLocation,
): Request => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey, metadataValue, location, visibility: 'DOCUMENT' },
  },
});

/**
 * Editors are always said, and the domain shut out: left out, staff may still be able to edit. With a warning they are
 * ignored. https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#ProtectedRange
 */
function protectRequest(
  sheetId: number,
  id: number | null,
  { name, area, open, warningOnly }: Protection,
  editors: readonly string[],
): Request {
  const protectedRange: sheets_v4.Schema$ProtectedRange = {
    range: gridRange(sheetId, area),
    description: name,
    warningOnly,
    ...(warningOnly ? {} : { editors: { users: [...editors], domainUsersCanEdit: false } }),
    ...(open.length > 0 || id !== null ? { unprotectedRanges: open.map((part) => gridRange(sheetId, part)) } : {}),
  };
  if (id === null) return { addProtectedRange: { protectedRange } };
  const fields = ['range', 'warningOnly', 'unprotectedRanges', ...(warningOnly ? [] : ['editors'])].join(',');
  return { updateProtectedRange: { protectedRange: { ...protectedRange, protectedRangeId: id }, fields } };
}

function gridRange(sheetId: number, { startRow, endRow, startColumn, endColumn }: Area): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    ...(startRow === undefined ? {} : { startRowIndex: startRow }),
    ...(endRow === undefined ? {} : { endRowIndex: endRow }),
    ...(startColumn === undefined ? {} : { startColumnIndex: startColumn }),
    ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
  };
}
