/** A tab in the shape that Univer opens. All cells are texts: what they show is what the server says. */
import { CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';

/**
 * @typedef {import('../public/sheet-content.js').SheetContent} SheetContent
 * @typedef {import('../public/sheet-content.js').SheetCell} SheetCell
 * @typedef {import('../public/sheet-content.js').Choices} Choices
 * @typedef {import('@univerjs/core').ICellData} ICellData
 * @typedef {import('@univerjs/core').IStyleData} IStyleData
 * @typedef {import('@univerjs/core').IWorkbookData} IWorkbookData
 * @typedef {import('@univerjs/core').IRange} IRange
 */

export const SHEET = 'sheet';
const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 25;
const LINE_HEIGHT = 17;
const FONT_POINTS = 10;
/** Left and right, in pixels. */
const CELL_PADDING = 10;
/** Above the letters, in pixels: Vietnamese capitals carry marks, which Univer would cut off at the edge of a cell. */
const MARKS_ROOM = 3;
/** A cell with more lines is read in its card. */
const MOST_LINES = 6;

const FONT = { ff: 'Arial, "Liberation Sans", sans-serif', fs: FONT_POINTS };

/** Text format, or Univer would read what is typed by rules of its own. */
const AS_TEXT = { n: { pattern: '@' } };
const LINK_INK = '#0a5c8f';

/** @type {Record<string, HorizontalAlign>} */
const ALIGN = { LEFT: HorizontalAlign.LEFT, CENTER: HorizontalAlign.CENTER, RIGHT: HorizontalAlign.RIGHT };

/** @param {SheetCell} cell @returns {IStyleData} */
function styleOf({ look, link, choices }) {
  const ink = link ? LINK_INK : look.ink;
  const isBox = choices?.kind === 'box';
  const align = isBox ? HorizontalAlign.CENTER : ALIGN[look.align];
  const isTop = look.wrap && !isBox;
  return {
    ...AS_TEXT,
    ...FONT,
    // A verdict that is cut is cut at its end.
    vt: isTop ? VerticalAlign.TOP : VerticalAlign.MIDDLE,
    ...(isTop && { pd: { t: MARKS_ROOM } }),
    tb: look.wrap ? WrapStrategy.WRAP : look.clip ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW,
    ...(align && { ht: align }),
    ...(look.bold && { bl: 1 }),
    ...(look.italic && { it: 1 }),
    ...(link && { ul: { s: 1 } }),
    ...(look.background && { bg: { rgb: look.background } }),
    ...(ink && { cl: { rgb: ink } }),
  };
}

/** A tick box is drawn by its value, 1 or 0; everything else is the text that it shows. @param {SheetCell} cell */
function shownValue({ text, choices }) {
  if (choices?.kind !== 'box' || !/^(true|false)$/i.test(text)) return { v: text, t: CellValueType.STRING };
  return { v: /^true$/i.test(text) ? 1 : 0, t: CellValueType.BOOLEAN };
}

/** @param {SheetCell} cell @returns {ICellData} */
export const cellData = (cell) => ({ ...shownValue(cell), s: styleOf(cell), p: null, f: null });

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** @param {string} text @param {boolean} bold */
function textWidth(text, bold) {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return 0;
  pen.font = `${bold ? 'bold ' : ''}${FONT_POINTS}pt ${FONT.ff}`;
  return pen.measureText(text).width;
}

/** Lines that a wrapped text takes; words break a little early, hence the tenth more. @param {SheetCell} cell @param {number} width */
function lineCount({ text, look }, width) {
  const room = Math.max(20, width - CELL_PADDING);
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil((textWidth(line, look.bold) * 1.1) / room)));
  return lines.reduce((total, count) => total + count, 0);
}

/**
 * Wrapped texts make a row as high as they need, within reason.
 * @param {SheetContent} content
 * @param {number} row
 */
export function rowHeight({ cells, widths }, row) {
  const lines = (cells[row] ?? []).map((cell, column) =>
    cell?.look.wrap && cell.text !== '' ? lineCount(cell, widths[column] ?? DEFAULT_WIDTH) : 1,
  );
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most === 1 ? DEFAULT_HEIGHT : most * LINE_HEIGHT + 8;
}

/** Cells of one rule as columns' runs. @param {SheetContent} content */
function rangesByRule({ cells, columnCount }) {
  /** @type {Map<Choices, IRange[]>} */
  const found = new Map();
  for (let column = 0; column < columnCount; column += 1) {
    /** @type {Choices | null} */
    let before = null;
    for (const [row, line] of cells.entries()) {
      const choices = line[column]?.choices ?? null;
      const ranges = choices === null ? undefined : (found.get(choices) ?? []);
      if (choices !== null && ranges) {
        const last = ranges.at(-1);
        if (choices === before && last) last.endRow = row;
        else ranges.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
        found.set(choices, ranges);
      }
      before = choices;
    }
  }
  return [...found];
}

/** The page itself refuses what a strict list does not offer; Univer marks what is wrong. @param {SheetContent} content */
function validationRules(content) {
  return rangesByRule(content).map(([choices, ranges], index) => {
    const common = { uid: `rule-${index}`, ranges, allowBlank: true, errorStyle: 2, showErrorMessage: true };
    if (choices.kind === 'box') return { ...common, type: 'checkbox', formula1: 'TRUE', formula2: 'FALSE' };
    return { ...common, type: 'list', formula1: JSON.stringify(choices.values), renderMode: 1 };
  });
}

/** @param {SheetContent} content */
function allCells(content) {
  /** @type {Record<string, IStyleData>} */
  const styles = {};
  /** @type {Map<string, string>} */
  const ids = new Map();
  /** @param {IStyleData} style */
  const styleId = (style) => {
    const key = JSON.stringify(style);
    const id = ids.get(key) ?? `style-${ids.size}`;
    ids.set(key, id);
    styles[id] = style;
    return id;
  };
  const blank = styleId({ ...AS_TEXT, ...FONT, vt: VerticalAlign.MIDDLE, tb: WrapStrategy.CLIP });
  /** @type {Record<number, Record<number, ICellData>>} */
  const data = {};
  for (let row = 0; row < content.rowCount; row += 1) {
    /** @type {Record<number, ICellData>} */
    const line = {};
    for (let column = 0; column < content.columnCount; column += 1) {
      const cell = content.cells[row]?.[column];
      line[column] = cell ? { ...(cell.text !== '' && shownValue(cell)), s: styleId(styleOf(cell)) } : { s: blank };
    }
    data[row] = line;
  }
  return { styles, data };
}

/**
 * @param {string} id
 * @param {SheetContent} content
 * @returns {Partial<IWorkbookData>}
 */
export function workbookData(id, content) {
  const { styles, data } = allCells(content);
  const { rowCount, columnCount, frozenRows, frozenColumns, widths, hiddenRows, merges } = content;
  const hidden = new Set(hiddenRows);
  const filled = Array.from({ length: content.cells.length }, (_, row) => row);
  const rows = filled.map((row) => [row, { h: rowHeight(content, row), ia: 0, ...(hidden.has(row) && { hd: 1 }) }]);
  const columns = widths.map((width, column) => [column, { w: width ?? DEFAULT_WIDTH }]);
  return /** @type {Partial<IWorkbookData>} */ ({
    id,
    name: content.title,
    styles,
    sheetOrder: [SHEET],
    sheets: {
      [SHEET]: {
        id: SHEET,
        name: content.title,
        rowCount,
        columnCount,
        cellData: data,
        defaultRowHeight: DEFAULT_HEIGHT,
        defaultColumnWidth: DEFAULT_WIDTH,
        rowData: Object.fromEntries(rows),
        columnData: Object.fromEntries(columns),
        mergeData: merges.map(({ top, left, bottom, right }) => ({
          startRow: top,
          startColumn: left,
          endRow: bottom - 1,
          endColumn: right - 1,
        })),
        freeze: {
          xSplit: frozenColumns,
          ySplit: frozenRows,
          startRow: frozenRows === 0 ? -1 : frozenRows,
          startColumn: frozenColumns === 0 ? -1 : frozenColumns,
        },
      },
    },
    resources: [{ name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify({ [SHEET]: validationRules(content) }) }],
  });
}
