/** What several calls have in common: reading options of a request, masking its answer, adding up what was written. */
import type { Call } from './call.ts';
import type { Change } from './change.ts';
import { parseFieldMask, project } from './field-mask.ts';
import { GoogleError, invalidArgument } from './google-error.ts';
import type { Json, JsonObject } from './json.ts';
import type { Workbook } from './model.ts';
import type { Caller } from './permissions.ts';
import { type ReadOptions, readOptions } from './read-values.ts';
import type { Written } from './write-values.ts';

export const isTrue = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
export const fromQuery =
  ({ query }: Call) =>
  (field: string) =>
    query.get(field) ?? undefined;
export const maskOf = ({ query }: Call) => parseFieldMask(query.get('fields') || '*');
export const changeOf = ({ spreadsheet }: Workbook, caller: Caller): Change => ({ spreadsheet, caller });
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** The part of an answer that `fields` asks for. */
export const masked = (call: Call, answer: JsonObject): Json => project(answer, maskOf(call));

/** How written values are given back, or null when they are not asked for. */
export function responseOptions(given: (field: string) => unknown): ReadOptions | null {
  if (!isTrue(given('includeValuesInResponse'))) return null;
  return readOptions(
    (field) =>
      ({
        valueRenderOption: given('responseValueRenderOption'),
        dateTimeRenderOption: given('responseDateTimeRenderOption'),
      })[field],
  );
}

/** Refusals inside a list name the entry. */
export function inEntry<Result>(name: string, index: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400 && error.details.length === 0) {
      throw invalidArgument(`Invalid ${name}[${index}]: ${error.message}`);
    }
    throw error;
  }
}

/** A row, column or tab that was written twice counts once. */
export function totals(all: readonly Written[]): JsonObject {
  const inTab = (written: Written, indexes: ReadonlySet<number>): string[] =>
    [...indexes].map((index) => `${written.sheet.properties.sheetId} ${index}`);
  const sheets = new Set(all.filter(({ cells }) => cells > 0).map(({ sheet }) => sheet));
  const totalUpdatedCells = all.reduce((sum, { cells }) => sum + cells, 0);
  if (totalUpdatedCells === 0) return {};
  return {
    totalUpdatedRows: new Set(all.flatMap((written) => inTab(written, written.rows))).size,
    totalUpdatedColumns: new Set(all.flatMap((written) => inTab(written, written.columns))).size,
    totalUpdatedCells,
    totalUpdatedSheets: sheets.size,
  };
}
