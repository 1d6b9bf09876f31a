/** Requests that work on texts: trimming, splitting into columns, pasting data. */
import { cellAt, cellWith, editCells } from '../cells.ts';
import { type Change, guard } from '../change.ts';
import { parseCsv } from '../csv.ts';
import { invalidArgument, notImplemented } from '../google-error.ts';
import { gridOf, locate } from '../grid-range.ts';
import type { GridRange, Sheet } from '../model.ts';
import { growGrid, typedInto, widthOf } from '../write-values.ts';
import { atCoordinate, type GridCoordinate } from './cells.ts';
import { handler } from './handler.ts';

/** A trimmed text that starts with = or + stays a text. */
export const trimWhitespace = handler<{ range?: GridRange }>((change, { range }) => {
  const { sheet, rect } = locate(change.spreadsheet, range);
  guard(change, sheet, rect);
  let cellsChangedCount = 0;
  const filled = { ...rect, bottom: Math.min(rect.bottom, gridOf(sheet).rowData.length) };
  editCells(gridOf(sheet), filled, (cell) => {
    const text = cell.userEnteredValue?.stringValue;
    const trimmed = text?.trim().replaceAll(/\s+/g, ' ');
    if (trimmed === undefined || trimmed === text) return cell;
    cellsChangedCount += 1;
    const userEnteredValue = trimmed === '' ? undefined : { stringValue: trimmed };
    return cellWith(cell, { userEnteredValue, textFormatRuns: undefined });
  });
  return cellsChangedCount > 0 ? { cellsChangedCount } : {};
});

/** Types texts into cells from a corner on; the grid grows when they do not fit. */
function typeTexts(
  change: Change,
  sheet: Sheet,
  top: number,
  left: number,
  lines: readonly (readonly string[])[],
): void {
  const rect = { top, left, bottom: top + lines.length, right: left + widthOf(lines) };
  growGrid(change.spreadsheet, sheet, rect);
  guard(change, sheet, rect);
  const { locale } = change.spreadsheet.properties;
  editCells(gridOf(sheet), rect, (cell, row, column) => {
    const text = lines[row - top]?.[column - left];
    return text === undefined ? cell : typedInto(cell, text, locale);
  });
}

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

interface TextToColumns {
  source?: GridRange;
  delimiter?: string;
  delimiterType?: string;
}

/** The first of Google's delimiters that occurs at all. */
function detected(texts: readonly string[]): string {
  const found = Object.values(DELIMITERS).find((delimiter) => texts.some((text) => text.includes(delimiter)));
  return found ?? ',';
}

function delimiterOf({ delimiter, delimiterType = 'AUTODETECT' }: TextToColumns, texts: readonly string[]): string {
  if (delimiterType === 'AUTODETECT') return detected(texts);
  if (delimiterType !== 'CUSTOM') return DELIMITERS[delimiterType] ?? ',';
  if (!delimiter) throw invalidArgument('delimiter must be set when delimiterType is CUSTOM.');
  return delimiter;
}

export const textToColumns = handler<TextToColumns>((change, request) => {
  const { sheet, rect } = locate(change.spreadsheet, request.source);
  if (rect.right - rect.left !== 1) throw invalidArgument('source must span exactly one column.');
  const bottom = Math.min(rect.bottom, gridOf(sheet).rowData.length);
  const texts = Array.from({ length: Math.max(0, bottom - rect.top) }, (_, offset) => {
    const { userEnteredValue: value } = cellAt(gridOf(sheet), rect.top + offset, rect.left);
    return value?.stringValue ?? '';
  });
  const delimiter = delimiterOf(request, texts);
  for (const [offset, text] of texts.entries()) {
    const parts = text.split(delimiter);
    if (parts.length > 1) typeTexts(change, sheet, rect.top + offset, rect.left, [parts]);
  }
});

interface PasteData {
  coordinate?: GridCoordinate;
  data?: string;
  delimiter?: string;
  html?: boolean;
  type?: string;
}

const TYPED = ['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMULA', 'PASTE_NO_BORDERS'];

export const pasteData = handler<PasteData>((change, request) => {
  const { coordinate = {}, data = '', delimiter, html, type: pasteType = 'PASTE_NORMAL' } = request;
  if (html) throw notImplemented('pasteData of HTML');
  if (!TYPED.includes(pasteType)) throw notImplemented(`pasteData of type ${pasteType}`);
  if (!delimiter) throw invalidArgument('Either delimiter or html must be set.');
  const { sheet, rect } = atCoordinate(change, coordinate);
  const lines = delimiter === ',' ? parseCsv(data) : data.split(/\r\n|\r|\n/).map((line) => line.split(delimiter));
  if (lines.length > 0) typeTexts(change, sheet, rect.top, rect.left, lines);
});
