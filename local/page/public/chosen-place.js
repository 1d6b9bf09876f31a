/** Where a person is on the editing grid: the bar names the chosen cell, the card says what the grid does not show of it. */
import { readCard } from './card-details.js';
import { placeName } from './edit-rules.js';
import { placeText } from './edit-wording.js';
import { cellAt } from './sheet-content.js';

/**
 * @typedef {import('./load-editor.js').Area} Area
 * @typedef {import('./load-editor.js').Place} Place
 * @typedef {object} ChosenPlace
 * @property {() => Area} area the first row below the header until something is chosen
 * @property {(area: Area) => void} show
 * @property {() => void} nameAgain its text may be another now
 * @property {(place: Place | null) => void} hover
 */

/** @param {DOMRect} rect @param {DOMRect} view */
const isInView = (rect, view) => rect.top < view.bottom && rect.bottom > view.top && rect.left < view.right;

/** @param {import('./edit-parts.js').EditParts} parts @returns {ChosenPlace} */
export function createChosenPlace(parts) {
  const { known, editor, box, bar, context } = parts;

  /** @param {Place} place */
  function detailsOf(place) {
    if (parts.isClosed || editor.editing()) return null;
    const rect = editor.rectOf(place);
    if (!rect || !isInView(rect, box.getBoundingClientRect())) return null;
    const cell = cellAt(known.shown(), place.row, place.column);
    return readCard(cell, placeName(known.shown(), place), rect, context.targetOf);
  }

  return {
    area() {
      const { frozenRows } = known.shown();
      return editor.selection() ?? { top: frozenRows, left: 0, bottom: frozenRows + 1, right: 1 };
    },
    show({ top, left }) {
      const place = { row: top, column: left };
      bar.place(placeText(known.shown(), place));
      context.card.select(() => detailsOf(place));
    },
    nameAgain() {
      const chosen = editor.selection();
      if (chosen) bar.place(placeText(known.shown(), { row: chosen.top, column: chosen.left }));
    },
    hover: (place) => context.card.point(() => (place === null ? null : detailsOf(place))),
  };
}
