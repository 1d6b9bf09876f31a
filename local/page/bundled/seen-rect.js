/**
 * Where a cell is seen: Univer's rectangles know no scrolling. Null where it lies under the frozen rows or columns.
 * @param {{ x: number, y: number, width: number, height: number }} rect
 * @param {import('../public/load-editor.js').Place} place
 * @param {{ startRow: number, startColumn: number }} frozen where what scrolls begins; -1 where nothing is frozen
 * @param {{ left: number, top: number, viewportScrollX: number, viewportScrollY: number }} main what scrolls
 */
export function seenRect({ x, y, width, height }, { row, column }, frozen, main) {
  const left = column < frozen.startColumn ? x : x - main.viewportScrollX;
  const top = row < frozen.startRow ? y : y - main.viewportScrollY;
  const isCovered =
    (column >= frozen.startColumn && left + width <= main.left) || (row >= frozen.startRow && top + height <= main.top);
  return isCovered ? null : { x: left, y: top, width, height };
}
