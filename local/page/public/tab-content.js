/** A tab as the page shows it, made from what the Sheets API answers. */

/**
 * @typedef {import('./origin.js').CellData} CellData
 * @typedef {import('./origin.js').SheetAnswer} SheetAnswer
 * @typedef {'error' | 'warning' | 'good'} Sign
 * @typedef {{ text: string, note: string, link: string | null, ticked: boolean | null, fill: { css: string, dark: boolean } | null, align: string, bold: boolean, wrap: boolean }} Cell
 *   `ticked` is null in a cell without a tick box
 * @typedef {{ sheetId: number, title: string, headerRows: number, rows: Cell[][], widths: number[], checkColumn: number | null, signs: (Sign | null)[] }} TabContent
 *   `signs` has one entry a row
 */

const DEFAULT_WIDTH = 100;
const CHECK_HEADER = 'kiểm tra';
/** More frozen rows than this would leave a phone no room for the others. */
const MAX_HEADER_ROWS = 3;

/** @type {Record<string, Sign>} */
const SIGNS = { '✗': 'error', '!': 'warning', '✓': 'good' };

/** @type {Cell} */
const BLANK = { text: '', note: '', link: null, ticked: null, fill: null, align: '', bold: false, wrap: false };

/**
 * White is the paper's own colour: left out, it follows the reader's light or dark.
 * @param {import('./origin.js').Color | undefined} color
 */
function fillOf(color) {
  if (!color) return null;
  const { red = 0, green = 0, blue = 0 } = color;
  if (red === 1 && green === 1 && blue === 1) return null;
  const [r, g, b] = [red, green, blue].map((channel) => Math.round(channel * 255));
  return { css: `rgb(${r} ${g} ${b})`, dark: 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 };
}

/**
 * @param {CellData} data
 * @returns {Cell}
 */
function readCell({ formattedValue = '', note = '', hyperlink, effectiveFormat, dataValidation }) {
  const isBox = dataValidation?.condition?.type === 'BOOLEAN';
  return {
    text: isBox && /^(TRUE|FALSE)?$/.test(formattedValue) ? '' : formattedValue,
    note,
    link: hyperlink ?? null,
    ticked: isBox ? formattedValue === 'TRUE' : null,
    fill: fillOf(effectiveFormat?.backgroundColor),
    align: effectiveFormat?.horizontalAlignment ?? '',
    bold: effectiveFormat?.textFormat?.bold ?? false,
    wrap: effectiveFormat?.wrapStrategy === 'WRAP',
  };
}

/** An empty tick box stands in hundreds of prepared rows that nobody has used. @param {Cell} cell */
const saysSomething = ({ text, note, ticked }) => text !== '' || note !== '' || ticked === true;

/**
 * Without the blank rows at the end.
 * @param {Cell[][]} rows
 */
function trimmed(rows) {
  const last = rows.findLastIndex((cells) => cells.some(saysSomething));
  return rows.slice(0, last + 1);
}

/** @param {Cell[][]} rows */
const columnCountOf = (rows) => rows.reduce((most, cells) => Math.max(most, cells.findLastIndex(saysSomething) + 1), 0);

/**
 * @param {Cell[][]} rows
 * @param {number} headerRows
 */
function findCheckColumn(rows, headerRows) {
  for (const cells of rows.slice(0, Math.max(1, headerRows))) {
    const column = cells.findIndex(({ text }) => text.normalize('NFC').trim().toLowerCase() === CHECK_HEADER);
    if (column >= 0) return column;
  }
  return null;
}

/** Whether a note says what the check found; others are staff's own, or tell what to type. @param {string} note */
export const isFromCheck = (note) => note.includes('⚠ Kiểm tra');

/** @param {string} text @returns {Sign | null} */
export const signOf = (text) => SIGNS[text.trimStart().charAt(0)] ?? null;

/**
 * @param {SheetAnswer} answer
 * @returns {TabContent}
 */
export function readTab({ properties, data }) {
  const { rowData = [], columnMetadata = [] } = data?.[0] ?? {};
  const read = trimmed(rowData.map(({ values = [] }) => values.map(readCell)));
  const columns = columnCountOf(read);
  const rows = read.map((cells) => Array.from({ length: columns }, (_, column) => cells[column] ?? BLANK));
  const headerRows = Math.min(properties.gridProperties?.frozenRowCount ?? 0, MAX_HEADER_ROWS, rows.length);
  const checkColumn = findCheckColumn(rows, headerRows);
  const firstRow = Math.max(1, headerRows);
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title,
    headerRows,
    rows,
    widths: Array.from({ length: columns }, (_, column) => columnMetadata[column]?.pixelSize ?? DEFAULT_WIDTH),
    checkColumn,
    signs: rows.map((cells, row) =>
      checkColumn === null || row < firstRow ? null : signOf(cells[checkColumn]?.text ?? ''),
    ),
  };
}
