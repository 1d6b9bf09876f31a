/** What the card says of a cell of the editing grid. */

/**
 * @typedef {{ name: string, text: string, note: string, target: import('./grid.js').LinkTarget | null, rect: DOMRect }} PointedCell
 */

/** Rather more than an average letter, in pixels. */
const LETTER_PIXELS = 7;
const LINE_PIXELS = 17;

/** @param {string} text @param {DOMRect} rect */
function isCut(text, { width, height }) {
  const lines = Math.max(1, Math.floor(height / LINE_PIXELS));
  return text.length * LETTER_PIXELS > width * lines;
}

/**
 * Null for a cell of which the grid shows everything.
 * @param {import('./sheet-content.js').SheetCell} cell
 * @param {string} name
 * @param {DOMRect} rect
 * @param {(link: string) => import('./grid.js').LinkTarget | null} targetOf
 * @returns {PointedCell | null}
 */
export function readCard({ text, note, link }, name, rect, targetOf) {
  const target = link === null ? null : targetOf(link);
  if (note === '' && target === null && !isCut(text, rect)) return null;
  return { name, text, note, target, rect };
}
