/**
 * How wide a column becomes when it is fitted to its texts. Google does not say which font it measures with. The
 * advance widths of Roboto Regular, at the whole number of pixels that a 10 point font has (13), and 7 pixels of
 * padding and border agree with the one width that a recording shows; for other letters and fonts this is a guess.
 */
import { cellReader } from '../cell-reader.ts';
import { cellAt } from '../cells.ts';
import { gridOf } from '../grid-range.ts';
import type { CellData, Sheet, Spreadsheet } from '../model.ts';

const UNITS_PER_EM = 2048;
const DEFAULT_POINTS = 10;
const PIXELS_PER_POINT = 4 / 3;
const PADDING_PIXELS = 7;
const EMPTY_COLUMN_PIXELS = 100;

/** Advance widths in font units of the characters from space to tilde. */
const FIRST_CHARACTER = 32;
const ADVANCES = [
  507, 527, 655, 1261, 1150, 1500, 1273, 357, 700, 712, 882, 1161, 402, 565, 539, 844, 1150, 1150, 1150, 1150, 1150,
  1150, 1150, 1150, 1150, 1150, 496, 433, 1041, 1124, 1070, 967, 1839, 1336, 1275, 1333, 1343, 1164, 1132, 1395, 1460,
  557, 1130, 1284, 1102, 1788, 1460, 1408, 1292, 1408, 1261, 1215, 1222, 1328, 1303, 1817, 1284, 1230, 1226, 543, 840,
  543, 856, 924, 633, 1114, 1149, 1072, 1155, 1085, 711, 1149, 1128, 497, 489, 1038, 497, 1795, 1131, 1168, 1149, 1164,
  693, 1057, 669, 1129, 992, 1538, 1015, 969, 1015, 693, 499, 693, 1393,
];
const OTHER_ADVANCE = 1150;

const COMBINING_MARK = /\p{M}/u;

/** Marks of Vietnamese letters take no room of their own. */
function advanceOf(text: string): number {
  let units = 0;
  for (const character of text.normalize('NFD')) {
    if (COMBINING_MARK.test(character)) continue;
    units += ADVANCES[(character.codePointAt(0) ?? 0) - FIRST_CHARACTER] ?? OTHER_ADVANCE;
  }
  return units;
}

function widthOf(text: string, cell: CellData): number {
  const textFormat = cell.userEnteredFormat?.textFormat as { fontSize?: number } | undefined;
  const pixels = Math.trunc((textFormat?.fontSize ?? DEFAULT_POINTS) * PIXELS_PER_POINT);
  const lines = text.split('\n').map(advanceOf);
  return Math.ceil((Math.max(...lines) / UNITS_PER_EM) * pixels) + PADDING_PIXELS;
}

/** The width in pixels that shows every text of a column. */
export function textPixels(spreadsheet: Spreadsheet, sheet: Sheet, column: number): number {
  const reader = cellReader(spreadsheet);
  const grid = gridOf(sheet);
  let widest = 0;
  for (const row of grid.rowData.keys()) {
    const cell = cellAt(grid, row, column);
    const text = reader.formatted(sheet, cell);
    if (text) widest = Math.max(widest, widthOf(text, cell));
  }
  return widest || EMPTY_COLUMN_PIXELS;
}
