import { cellReader } from '../cell-reader.ts';
import { editCells } from '../cells.ts';
import { type Change, guard } from '../change.ts';
import { invalidArgument } from '../google-error.ts';
import { gridOf, type Located, locate, sheetById, wholeGrid } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { CellData, GridRange, Sheet } from '../model.ts';
import { typedInto } from '../write-values.ts';
import { handler } from './handler.ts';

interface FindReplace {
  find?: string;
  replacement?: string;
  matchCase?: boolean;
  matchEntireCell?: boolean;
  searchByRegex?: boolean;
  includeFormulas?: boolean;
  range?: GridRange;
  sheetId?: number;
  allSheets?: boolean;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function patternOf({ find = '', searchByRegex, matchEntireCell, matchCase }: FindReplace): RegExp {
  if (find === '') throw invalidArgument('find must not be empty.');
  const source = searchByRegex ? find : escaped(find);
  try {
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu');
  } catch {
    throw invalidArgument(`Invalid regular expression: ${find}`);
  }
}

/** Java's replacement: `$1` is a group, `$0` the whole match, a backslash takes the next character as it is. */
function replacementFor({ replacement = '', searchByRegex }: FindReplace): (...match: string[]) => string {
  if (!searchByRegex) return () => replacement;
  return (...match) =>
    replacement.replaceAll(/\\(.)|\$(\d)/g, (_, literal?: string, group?: string) =>
      group === undefined ? (literal ?? '') : (match[Number(group)] ?? ''),
    );
}

function scopeOf(change: Change, { range, sheetId, allSheets }: FindReplace): Located[] {
  const whole = (sheet: Sheet): Located => ({ sheet, rect: wholeGrid(sheet) });
  const given = [range, sheetId, allSheets || undefined].filter((scope) => scope !== undefined);
  if (given.length !== 1) throw invalidArgument('Exactly one of range, sheetId and allSheets must be set.');
  if (range) return [locate(change.spreadsheet, range)];
  return allSheets ? change.spreadsheet.sheets.map(whole) : [whole(sheetById(change.spreadsheet, sheetId))];
}

interface Counts {
  values: number;
  formulas: number;
  occurrences: number;
  rows: number;
  sheets: number;
}

/** Formulas are searched in their text, and only when asked; other cells in the text that people see. */
function replaceIn(change: Change, { sheet, rect }: Located, request: FindReplace, counts: Counts): void {
  const pattern = patternOf(request);
  const replacement = replacementFor(request);
  const reader = cellReader(change.spreadsheet);
  const { locale } = change.spreadsheet.properties;
  const rows = new Set<number>();
  const replaced = (cell: CellData, row: number, column: number): CellData => {
    const formula = cell.userEnteredValue?.formulaValue;
    if (formula !== undefined && !request.includeFormulas) return cell;
    const text = formula ?? reader.formatted(sheet, cell) ?? '';
    const found = text.match(pattern)?.length ?? 0;
    if (found === 0) return cell;
    guard(change, sheet, { top: row, left: column, bottom: row + 1, right: column + 1 });
    rows.add(row);
    counts.occurrences += found;
    if (formula === undefined) counts.values += 1;
    else counts.formulas += 1;
    return typedInto(cell, text.replace(pattern, replacement), locale);
  };
  const filled = { ...rect, bottom: Math.min(rect.bottom, gridOf(sheet).rowData.length) };
  editCells(gridOf(sheet), filled, replaced);
  counts.rows += rows.size;
  counts.sheets += rows.size > 0 ? 1 : 0;
}

export const findReplace = handler<FindReplace>((change, request) => {
  const counts: Counts = { values: 0, formulas: 0, occurrences: 0, rows: 0, sheets: 0 };
  for (const area of scopeOf(change, request)) replaceIn(change, area, request, counts);
  const reply: JsonObject = {};
  for (const [name, count] of Object.entries(counts)) if (count > 0) reply[`${name}Changed`] = count;
  return reply;
});
