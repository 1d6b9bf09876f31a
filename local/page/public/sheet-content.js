/** A tab as it is edited: every cell of the grid, what may be chosen in it, and what is closed. */

/**
 * @typedef {import('./origin.js').CellData} CellData
 * @typedef {import('./origin.js').Color} Color
 * @typedef {import('./origin.js').GridRange} GridRange
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {{ background: string | null, ink: string | null, bold: boolean, italic: boolean, align: string, wrap: boolean, clip: boolean }} Look
 * @typedef {{ text: string, note: string, link: string | null, look: Look, choices: Choices | null }} SheetCell
 * @typedef {{ kind: 'list', values: string[], strict: boolean } | { kind: 'box' }} Choices
 * @typedef {{ top: number, left: number, bottom: number, right: number }} Rect half-open, counted from 0
 * @typedef {{ closed: Rect, open: Rect[] }} Protection
 * @typedef {object} SheetContent
 * @property {number} sheetId
 * @property {string} title
 * @property {number} rowCount
 * @property {number} columnCount
 * @property {number} frozenRows
 * @property {number} frozenColumns
 * @property {(SheetCell | undefined)[][]} cells sparse: what is missing is blank
 * @property {(number | undefined)[]} widths pixels
 * @property {number[]} hiddenRows
 * @property {Rect[]} merges
 * @property {Protection[]} protections those that bind the reader
 */

/** @type {Look} */
const PLAIN = {
  background: null,
  ink: null,
  bold: false,
  italic: false,
  align: '',
  wrap: false,
  clip: false,
};

/** @type {SheetCell} */
export const BLANK = { text: '', note: '', link: null, look: PLAIN, choices: null };

/** `#rrggbb`. @param {Color} color */
const cssOf = ({ red = 0, green = 0, blue = 0 }) =>
  `#${[red, green, blue]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** White paper and black ink are left to the reader's light or dark. @param {Color | undefined} color @param {string} usual */
function colorOf(color, usual) {
  if (!color) return null;
  const css = cssOf(color);
  return css === usual ? null : css;
}

/** @param {CellData} data @returns {Look} */
function lookOf({ effectiveFormat: format, hyperlink }) {
  if (!format) return PLAIN;
  return {
    background: colorOf(format.backgroundColor, '#ffffff'),
    ink: hyperlink ? null : colorOf(format.textFormat?.foregroundColor, '#000000'),
    bold: format.textFormat?.bold ?? false,
    italic: format.textFormat?.italic ?? false,
    align: format.horizontalAlignment ?? '',
    wrap: format.wrapStrategy === 'WRAP',
    clip: format.wrapStrategy === 'CLIP',
  };
}

/**
 * Rules of other kinds (dates, numbers) only warn, and the nightly check says more about them.
 * @param {CellData['dataValidation']} rule
 * @param {ReadonlyMap<string, string[]>} lists values of the ranges that rules name
 * @returns {Choices | null}
 */
function choicesOf(rule, lists) {
  const { type, values = [] } = rule?.condition ?? {};
  if (type === 'BOOLEAN') return { kind: 'box' };
  const entered = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  const strict = rule?.strict ?? false;
  if (type === 'ONE_OF_LIST') return { kind: 'list', values: entered, strict };
  const found = type === 'ONE_OF_RANGE' ? lists.get(entered[0] ?? '') : undefined;
  return found ? { kind: 'list', values: found, strict } : null;
}

/**
 * The ranges (`='Danh mục'!$A$2:$A$3`) whose values the tab's drop-downs offer.
 * @param {import('./origin.js').SheetAnswer} answer
 */
export function listRangesOf({ data }) {
  const rules = (data?.[0]?.rowData ?? []).flatMap(({ values = [] }) =>
    values.map(({ dataValidation }) => dataValidation?.condition),
  );
  const named = rules.flatMap((rule) => (rule?.type === 'ONE_OF_RANGE' ? [rule.values?.[0]?.userEnteredValue] : []));
  return [...new Set(named.filter((range) => range !== undefined))];
}

/** @param {GridRange} range @param {{ rowCount: number, columnCount: number }} size @returns {Rect} */
const rectOf = (range, { rowCount, columnCount }) => ({
  top: range.startRowIndex ?? 0,
  left: range.startColumnIndex ?? 0,
  bottom: range.endRowIndex ?? rowCount,
  right: range.endColumnIndex ?? columnCount,
});

/** @param {Rect} rect @param {number} row @param {number} column */
const holds = ({ top, left, bottom, right }, row, column) =>
  row >= top && row < bottom && column >= left && column < right;

/** @param {SheetContent} content @param {number} row @param {number} column */
export const isClosed = ({ protections }, row, column) =>
  protections.some(({ closed, open }) => holds(closed, row, column) && !open.some((rect) => holds(rect, row, column)));

/** @param {SheetContent} content @param {number} row @param {number} column */
export const cellAt = ({ cells }, row, column) => cells[row]?.[column] ?? BLANK;

/** The place itself, or the nearest that the tab has. @param {SheetContent} content @param {Place} place @returns {Place} */
export const nearestPlace = ({ rowCount, columnCount }, { row, column }) => ({
  row: Math.min(row, rowCount - 1),
  column: Math.min(column, columnCount - 1),
});

/** @param {SheetContent} content @param {Edit[]} edits @returns {SheetContent} */
export function withTexts(content, edits) {
  const cells = content.cells.slice();
  for (const { row, column, text } of edits) {
    const line = (cells[row] ?? []).slice();
    line[column] = { ...cellAt(content, row, column), text };
    cells[row] = line;
  }
  return { ...content, cells };
}

/**
 * @param {import('./origin.js').SheetAnswer} answer
 * @param {ReadonlyMap<string, string[]>} lists
 * @returns {SheetContent}
 */
export function readSheet({ properties, data, protectedRanges = [], merges = [] }, lists) {
  const { rowData = [], columnMetadata = [], rowMetadata = [] } = data?.[0] ?? {};
  const { rowCount = 0, columnCount = 0, frozenRowCount = 0, frozenColumnCount = 0 } = properties.gridProperties ?? {};
  const size = { rowCount, columnCount };
  // One object for each rule and look, however many cells have it.
  /** @type {Map<string, any>} */
  const shared = new Map();
  /** @template Value @param {Value} value @returns {Value} */
  const once = (value) => {
    const key = JSON.stringify(value);
    if (!shared.has(key)) shared.set(key, value);
    return shared.get(key);
  };
  /** @param {CellData} cell @returns {SheetCell} */
  const read = (cell) => ({
    text: cell.formattedValue ?? '',
    note: cell.note ?? '',
    link: cell.hyperlink ?? null,
    look: once(lookOf(cell)),
    choices: cell.dataValidation ? once(choicesOf(cell.dataValidation, lists)) : null,
  });
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title,
    ...size,
    frozenRows: frozenRowCount,
    frozenColumns: frozenColumnCount,
    cells: rowData.map(({ values = [] }) => values.map(read)),
    widths: columnMetadata.map(({ pixelSize }) => pixelSize),
    hiddenRows: rowMetadata.flatMap(({ hiddenByUser, hiddenByFilter }, row) =>
      hiddenByUser || hiddenByFilter ? [row] : [],
    ),
    merges: merges.map((range) => rectOf(range, size)),
    protections: protectedRanges
      .filter(({ requestingUserCanEdit }) => !requestingUserCanEdit)
      .map(({ range = {}, unprotectedRanges = [] }) => ({
        closed: rectOf(range, size),
        open: unprotectedRanges.map((one) => rectOf(one, size)),
      })),
  };
}
