/** What the buttons above the grid ask of the server: rows in, rows out, rows in order. */

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./sheet-content.js').Rect} Rect
 */

/** @param {SheetContent} content @param {Rect} area */
const rowsOf = ({ sheetId, frozenRows }, { top, bottom }) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex: Math.max(top, frozenRows),
  endIndex: bottom,
});

/** As many rows as are chosen, below them; they look like the row above. @param {SheetContent} content @param {Rect} area */
export function insertRows(content, area) {
  const { startIndex, endIndex } = rowsOf(content, area);
  const count = Math.max(1, endIndex - startIndex);
  const at = Math.max(area.bottom, content.frozenRows);
  const range = { sheetId: content.sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count };
  // A row below the header must not look like a header.
  return [{ insertDimension: { range, inheritFromBefore: at > content.frozenRows } }];
}

/** Rows behind the last one, which look like it. @param {SheetContent} content @param {number} count */
export function appendRows({ sheetId, rowCount }, count) {
  const range = { sheetId, dimension: 'ROWS', startIndex: rowCount, endIndex: rowCount + count };
  return [{ insertDimension: { range, inheritFromBefore: true } }];
}

/** Null when only header rows are chosen. @param {SheetContent} content @param {Rect} area */
export function deleteRows(content, area) {
  const range = rowsOf(content, area);
  return range.endIndex > range.startIndex ? [{ deleteDimension: { range } }] : null;
}

/** The rows below the header that hold anything, by one column. @param {SheetContent} content @param {Rect} area @param {'ASCENDING' | 'DESCENDING'} sortOrder */
export function sortRows({ sheetId, frozenRows, cells, columnCount }, { left }, sortOrder) {
  const last = cells.findLastIndex((line) => line.some((cell) => cell && cell.text !== '' && cell.text !== 'FALSE'));
  if (last < frozenRows) return null;
  const range = {
    sheetId,
    startRowIndex: frozenRows,
    endRowIndex: last + 1,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
  return [{ sortRange: { range, sortSpecs: [{ dimensionIndex: left, sortOrder }] } }];
}
