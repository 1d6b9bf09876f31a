/** Effective and formatted values of cells, computed when they are read. */
import { cellAt } from './cells.ts';
import { alignment, effectiveFormat } from './effective-format.ts';
import { evaluateFormula, type FormulaResult } from './formula.ts';
import type { JsonObject } from './json.ts';
import type { CellData, ExtendedValue, Sheet, Spreadsheet } from './model.ts';
import { formattedValue, numberFormatOf } from './render.ts';

export interface CellReader {
  readonly locale: string;
  /** undefined for a cell without a value */
  effective(sheet: Sheet, cell: CellData): ExtendedValue | undefined;
  /** undefined for a cell without a value */
  formatted(sheet: Sheet, cell: CellData): string | undefined;
  hyperlink(sheet: Sheet, cell: CellData): string | undefined;
  effectiveFormat(sheet: Sheet, cell: CellData): JsonObject;
}

/** A chain of references longer than this is taken for a circle. */
const DEEPEST_REFERENCE = 64;
const NO_FORMAT: JsonObject = {};

export function cellReader(spreadsheet: Spreadsheet): CellReader {
  const { locale, defaultFormat } = spreadsheet.properties;
  const results = new Map<CellData, FormulaResult>();
  const formats = new Map<JsonObject, Map<string, JsonObject>>();
  let depth = 0;

  const lookup =
    (home: Sheet) =>
    (title: string | null, row: number, column: number): ExtendedValue | undefined | null => {
      const sheet =
        title === null ? home : spreadsheet.sheets.find((candidate) => candidate.properties.title === title);
      const grid = sheet?.properties.gridProperties;
      if (!sheet || !grid || row >= grid.rowCount || column >= grid.columnCount) return null;
      return effective(sheet, cellAt(sheet.data[0], row, column));
    };

  function evaluate(sheet: Sheet, cell: CellData, formula: string): FormulaResult {
    const known = results.get(cell);
    if (known) return known;
    if (depth > DEEPEST_REFERENCE) {
      return { value: { errorValue: { type: 'REF', message: 'Circular dependency detected.' } } };
    }
    depth += 1;
    const result = evaluateFormula(formula, lookup(sheet));
    depth -= 1;
    results.set(cell, result);
    return result;
  }

  function effective(sheet: Sheet, cell: CellData): ExtendedValue | undefined {
    const value = cell.userEnteredValue;
    return value?.formulaValue === undefined ? value : evaluate(sheet, cell, value.formulaValue).value;
  }

  function hyperlink(sheet: Sheet, cell: CellData): string | undefined {
    const formula = cell.userEnteredValue?.formulaValue;
    if (formula !== undefined) {
      const link = evaluate(sheet, cell, formula).link;
      if (link !== undefined) return link;
    }
    const textFormat = cell.userEnteredFormat?.textFormat as { link?: { uri?: string } } | undefined;
    return textFormat?.link?.uri;
  }

  return {
    locale,
    effective,
    hyperlink,
    effectiveFormat(sheet, cell) {
      const align = alignment(effective(sheet, cell));
      const isLink = hyperlink(sheet, cell) !== undefined;
      const entered = cell.userEnteredFormat ?? NO_FORMAT;
      const known = formats.get(entered) ?? new Map<string, JsonObject>();
      formats.set(entered, known);
      const key = `${align} ${isLink}`;
      const format = known.get(key) ?? effectiveFormat(defaultFormat, entered, align, isLink, locale);
      known.set(key, format);
      return format;
    },
    formatted(sheet, cell) {
      const value = effective(sheet, cell);
      return value && formattedValue(value, numberFormatOf(cell.userEnteredFormat), locale);
    },
  };
}
