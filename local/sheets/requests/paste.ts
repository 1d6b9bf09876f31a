import { cellAt, cellWith, EMPTY_CELL, editCells } from '../cells.ts';
import { guard } from '../change.ts';
import { notImplemented } from '../google-error.ts';
import { gridOf, isEmptyRect, locate, type Rect, wholeGrid } from '../grid-range.ts';
import type { CellData, GridRange, Sheet } from '../model.ts';
import { atCoordinate } from './cells.ts';
import { handler } from './handler.ts';

type Paste = (target: CellData, source: CellData) => CellData;

const PASTES: Readonly<Record<string, Paste>> = {
  PASTE_NORMAL: (_, source) => source,
  PASTE_VALUES: (target, { userEnteredValue, textFormatRuns }) =>
    cellWith(target, { userEnteredValue, textFormatRuns }),
  PASTE_FORMULA: (target, { userEnteredValue }) => cellWith(target, { userEnteredValue }),
  PASTE_FORMAT: (target, { userEnteredFormat }) => cellWith(target, { userEnteredFormat }),
  PASTE_DATA_VALIDATION: (target, { dataValidation }) => cellWith(target, { dataValidation }),
  PASTE_NO_BORDERS: (target, source) => {
    const { borders: _, ...format } = source.userEnteredFormat ?? {};
    const own = target.userEnteredFormat?.borders;
    const userEnteredFormat = own === undefined ? format : { ...format, borders: own };
    return cellWith(source, {
      userEnteredFormat: Object.keys(userEnteredFormat).length > 0 ? userEnteredFormat : undefined,
    });
  },
};

function pasteOf(pasteType = 'PASTE_NORMAL'): Paste {
  const paste = PASTES[pasteType];
  if (!paste) throw notImplemented(`pasteType ${pasteType}`);
  return paste;
}

/** The cells of a rectangle, copied before anything is written over them. */
function snapshot(sheet: Sheet, rect: Rect): CellData[][] {
  const lines: CellData[][] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const line: CellData[] = [];
    for (let column = rect.left; column < rect.right; column += 1) line.push(cellAt(gridOf(sheet), row, column));
    lines.push(line);
  }
  return lines;
}

const transposed = (lines: CellData[][]): CellData[][] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] ?? EMPTY_CELL));

function pasteAt(sheet: Sheet, rect: Rect, lines: CellData[][], paste: Paste): void {
  const width = lines[0]?.length ?? 1;
  editCells(gridOf(sheet), rect, (cell, row, column) => {
    const source = lines[(row - rect.top) % lines.length]?.[(column - rect.left) % width] ?? EMPTY_CELL;
    return paste(cell, source);
  });
}

interface CopyPaste {
  source?: GridRange;
  destination?: GridRange;
  pasteType?: string;
  pasteOrientation?: string;
}

/** A destination that is a multiple of the source is filled with copies; any other gets one copy. */
function destinationRect(sheet: Sheet, rect: Rect, height: number, width: number): Rect {
  const grid = wholeGrid(sheet);
  const span = (asked: number, unit: number): number => (asked % unit === 0 ? asked : unit);
  return {
    ...rect,
    bottom: Math.min(grid.bottom, rect.top + span(rect.bottom - rect.top, height)),
    right: Math.min(grid.right, rect.left + span(rect.right - rect.left, width)),
  };
}

export const copyPaste = handler<CopyPaste>((change, { source, destination, pasteType, pasteOrientation }) => {
  const from = locate(change.spreadsheet, source);
  const to = locate(change.spreadsheet, destination);
  if (isEmptyRect(from.rect)) return;
  const copied = snapshot(from.sheet, from.rect);
  const lines = pasteOrientation === 'TRANSPOSE' ? transposed(copied) : copied;
  const target = destinationRect(to.sheet, to.rect, lines.length, lines[0]?.length ?? 1);
  guard(change, to.sheet, target);
  pasteAt(to.sheet, target, lines, pasteOf(pasteType));
});

interface CutPaste {
  source?: GridRange;
  destination?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  pasteType?: string;
}

export const cutPaste = handler<CutPaste>((change, { source, destination = {}, pasteType }) => {
  const from = locate(change.spreadsheet, source);
  const to = atCoordinate(change, destination);
  const paste = pasteOf(pasteType);
  const bottom = Math.min(to.rect.bottom, to.rect.top + from.rect.bottom - from.rect.top);
  const right = Math.min(to.rect.right, to.rect.left + from.rect.right - from.rect.left);
  const target = { ...to.rect, bottom, right };
  guard(change, from.sheet, from.rect);
  guard(change, to.sheet, target);
  const lines = snapshot(from.sheet, from.rect);
  editCells(gridOf(from.sheet), from.rect, (cell) => {
    const rest = paste(cell, EMPTY_CELL);
    return Object.keys(rest).length === 0 ? EMPTY_CELL : rest;
  });
  if (!isEmptyRect(from.rect)) pasteAt(to.sheet, target, lines, paste);
});
