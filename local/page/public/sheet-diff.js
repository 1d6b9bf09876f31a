/** What is different between two readings of a tab. */
import { cellAt } from './sheet-content.js';

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./sheet-content.js').SheetCell} SheetCell
 * @typedef {import('./load-editor.js').Place} Place
 */

/** Lists and looks are shared by many cells: each is written out once. @type {WeakMap<object, string>} */
const written = new WeakMap();

/** @param {object | null} value */
function textOf(value) {
  if (value === null) return '';
  const text = written.get(value) ?? JSON.stringify(value);
  written.set(value, text);
  return text;
}

/** @param {SheetCell} one @param {SheetCell} other */
const looksTheSame = (one, other) =>
  one.text === other.text &&
  one.note === other.note &&
  one.link === other.link &&
  textOf(one.look) === textOf(other.look);

/** @param {SheetContent} content @param {(place: Place) => void} visit */
function eachPlace({ rowCount, columnCount }, visit) {
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) visit({ row, column });
  }
}

/** Cells that show something else now. @param {SheetContent} before @param {SheetContent} after */
export function changedPlaces(before, after) {
  /** @type {Place[]} */
  const places = [];
  eachPlace(after, (place) => {
    const { row, column } = place;
    if (!looksTheSame(cellAt(before, row, column), cellAt(after, row, column))) places.push(place);
  });
  return places;
}

/** @param {SheetContent} before @param {SheetContent} after */
function offersTheSame(before, after) {
  let isSame = true;
  eachPlace(after, ({ row, column }) => {
    if (!isSame) return;
    isSame = textOf(cellAt(before, row, column).choices) === textOf(cellAt(after, row, column).choices);
  });
  return isSame;
}

/** @param {SheetContent} content */
const frameOf = ({ rowCount, columnCount, frozenRows, frozenColumns, widths, hiddenRows, merges }) =>
  JSON.stringify([rowCount, columnCount, frozenRows, frozenColumns, widths, hiddenRows, merges]);

/** Whether cells alone have changed, so that the grid need not be drawn anew. @param {SheetContent} before @param {SheetContent} after */
export const hasSameShape = (before, after) => frameOf(before) === frameOf(after) && offersTheSame(before, after);
