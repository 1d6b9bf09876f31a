/** Cells that a person has changed: told together, once all of what was done at one stroke is known. */

/**
 * @typedef {import('../public/load-editor.js').Edit} Edit
 * @typedef {import('../public/load-editor.js').Place} Place
 */

/** @param {any} cell a cell of Univer's @returns {string} */
export function textOf(cell) {
  if (!cell) return '';
  const stream = cell.p?.body?.dataStream;
  if (typeof stream === 'string') return stream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  if (cell.t === 3) return cell.v ? 'TRUE' : 'FALSE';
  return cell.v === undefined || cell.v === null ? '' : String(cell.v);
}

/**
 * @param {(place: Place) => unknown} cellAt a cell of Univer's, as it is now
 * @param {(edits: Edit[]) => void} tell
 */
export function createTouchedCells(cellAt, tell) {
  /** @type {Map<string, Place>} */
  const touched = new Map();

  function tellAll() {
    const edits = [...touched.values()].map((place) => ({ ...place, text: textOf(cellAt(place)) }));
    touched.clear();
    if (edits.length > 0) tell(edits);
  }

  return {
    /** @param {{ cellValue?: Record<string, object | null> }} mutation of cells, by row and column */
    add({ cellValue = {} }) {
      if (touched.size === 0) queueMicrotask(tellAll);
      for (const [row, line] of Object.entries(cellValue)) {
        for (const column of Object.keys(line ?? {})) {
          touched.set(`${row}:${column}`, { row: Number(row), column: Number(column) });
        }
      }
    },
  };
}
