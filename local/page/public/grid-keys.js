/** Where a key leads from a cell. */

/**
 * @typedef {import('./grid.js').CellPlace} CellPlace
 * @typedef {{ rows: number, columns: number }} Size
 */

const ROWS_A_PAGE = 15;

/**
 * @param {number} value
 * @param {number} count
 */
const within = (value, count) => Math.max(0, Math.min(value, count - 1));

/** @type {Record<string, (from: CellPlace, size: Size, whole: boolean) => CellPlace>} */
const MOVES = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - ROWS_A_PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + ROWS_A_PAGE, column }),
  Home: ({ row }, _, whole) => ({ row: whole ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, whole) => ({ row: whole ? rows - 1 : row, column: columns - 1 }),
};

/**
 * The cell that a key moves to, kept within the table; null for keys that move nothing.
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>} event
 * @param {CellPlace} from
 * @param {Size} size
 * @returns {CellPlace | null}
 */
export function movedPlace({ key, ctrlKey, altKey, metaKey }, from, size) {
  const move = MOVES[key];
  if (!move || altKey || metaKey) return null;
  const to = move(from, size, ctrlKey);
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}
