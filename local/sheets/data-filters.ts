/**
 * Data filters: a range in A1 notation, a grid range, or whatever developer metadata hangs on.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/DataFilter
 */
import { printA1 } from './a1.ts';
import {
  allMetadata,
  type DataFilter,
  type FoundMetadata,
  type MetadataLocation,
  matches,
  printMetadata,
} from './developer-metadata.ts';
import { invalidArgument } from './google-error.ts';
import { type Located, locate, locateA1, overlaps, sheetById, strip, wholeGrid } from './grid-range.ts';
import type { JsonObject } from './json.ts';
import type { GridRange, Sheet, Spreadsheet } from './model.ts';

const whole = (sheet: Sheet): Located => ({ sheet, rect: wholeGrid(sheet) });

/** The cells that metadata belongs to; that of the spreadsheet belongs to every tab. */
function areasUnder(spreadsheet: Spreadsheet, { location }: FoundMetadata): Located[] {
  const { sheetId, dimensionRange } = location as MetadataLocation;
  if (dimensionRange) {
    const { dimension = 'ROWS', startIndex = 0, endIndex = startIndex + 1 } = dimensionRange;
    const sheet = sheetById(spreadsheet, dimensionRange.sheetId);
    return [{ sheet, rect: strip(sheet, dimension, startIndex, endIndex) }];
  }
  return sheetId === undefined ? spreadsheet.sheets.map(whole) : [whole(sheetById(spreadsheet, sheetId))];
}

function areasOf(spreadsheet: Spreadsheet, filter: DataFilter): Located[] {
  const { a1Range, gridRange, developerMetadataLookup: lookup } = filter;
  if (a1Range !== undefined) return [locateA1(spreadsheet, a1Range)];
  if (gridRange) return [locate(spreadsheet, gridRange as GridRange)];
  if (!lookup) throw invalidArgument('A data filter must have an a1Range, a gridRange or a developerMetadataLookup.');
  return allMetadata(spreadsheet)
    .filter((found) => matches(found, lookup))
    .flatMap((found) => areasUnder(spreadsheet, found));
}

export interface Selected extends Located {
  readonly range: string;
  /** The filters that selected this area. */
  readonly filters: DataFilter[];
}

/** Every area that at least one filter selects, once. */
export function selectAreas(spreadsheet: Spreadsheet, filters: readonly DataFilter[]): Selected[] {
  const areas = new Map<string, Selected>();
  for (const filter of filters) {
    for (const { sheet, rect } of areasOf(spreadsheet, filter)) {
      const range = printA1(sheet.properties.title, rect);
      const known = areas.get(range);
      if (!known) areas.set(range, { sheet, rect, range, filters: [filter] });
      else if (!known.filters.includes(filter)) known.filters.push(filter);
    }
  }
  return [...areas.values()];
}

/** A lookup is answered by its own rules; a place by all metadata whose own place meets it. */
function finder(spreadsheet: Spreadsheet, filter: DataFilter): (found: FoundMetadata) => boolean {
  const lookup = filter.developerMetadataLookup;
  if (lookup) return (found) => matches(found, lookup);
  const places = areasOf(spreadsheet, filter);
  return (found) =>
    areasUnder(spreadsheet, found).some((own) =>
      places.some(({ sheet, rect }) => sheet === own.sheet && overlaps(rect, own.rect)),
    );
}

/** All metadata that at least one filter selects, each with the filters that selected it. */
export function searchMetadata(spreadsheet: Spreadsheet, filters: readonly DataFilter[]): JsonObject[] {
  const finders = filters.map((filter) => ({ filter, isFound: finder(spreadsheet, filter) }));
  return allMetadata(spreadsheet).flatMap((candidate) => {
    const hits = finders.filter(({ isFound }) => isFound(candidate)).map(({ filter }) => filter);
    if (hits.length === 0) return [];
    return [{ developerMetadata: printMetadata(candidate), dataFilters: hits as unknown as JsonObject[] }];
  });
}
