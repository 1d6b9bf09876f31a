/** What the page itself refuses before it asks the server, in words for the person. */
import { columnLetters } from './address.js';
import { cellAt, isClosed } from './sheet-content.js';

/**
 * @typedef {import('./sheet-content.js').SheetContent} SheetContent
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 */

/** More choices than these would not be read. */
const MOST_NAMED = 8;

/** @param {Place} place */
export const cellName = ({ row, column }) => `${columnLetters(column)}${row + 1}`;

/** @param {SheetContent} content @param {Place} place */
const headerOf = ({ cells, frozenRows }, { row, column }) =>
  row < frozenRows ? '' : (cells[frozenRows - 1]?.[column]?.text ?? '');

/** `B5 · Cấp tổ`. @param {SheetContent} content @param {Place} place */
export function placeName(content, place) {
  const header = headerOf(content, place);
  return header === '' ? cellName(place) : `${cellName(place)} · ${header}`;
}

/** @param {SheetContent} content @param {Place} place @returns {string | null} */
export function closedReason(content, place) {
  if (!isClosed(content, place.row, place.column)) return null;
  return `Ô ${cellName(place)} do hệ thống giữ nên không sửa được. Vui lòng sửa ở các ô khác của trang.`;
}

/**
 * Strict lists and tick boxes take what they offer; a blank is always allowed, but for a tick box, where it is no tick.
 * @param {SheetContent} content
 * @param {Edit} edit
 * @returns {string | null}
 */
export function choiceReason(content, { row, column, text }) {
  const { choices } = cellAt(content, row, column);
  if (text === '' || choices === null) return null;
  if (choices.kind === 'box') {
    if (/^(true|false)$/i.test(text)) return null;
    return `Ô ${cellName({ row, column })} chỉ nhận dấu tích: bấm vào ô, hoặc bấm phím cách.`;
  }
  if (!choices.strict || choices.values.includes(text)) return null;
  const named = choices.values.slice(0, MOST_NAMED).map((value) => `«${value}»`);
  const more = choices.values.length > MOST_NAMED ? ', …' : '';
  const where = placeName(content, { row, column });
  return `«${text}» không có trong danh sách của ô ${where}. Vui lòng chọn một trong: ${named.join(', ')}${more}.`;
}

/**
 * A block is refused whole when a part of it is closed, as the server would; wrong choices are refused one by one.
 * @param {SheetContent} content
 * @param {Edit[]} edits
 * @returns {{ taken: Edit[], refused: Edit[], reason: string | null }}
 */
export function sortOut(content, edits) {
  const closed = edits.find((edit) => closedReason(content, edit) !== null);
  if (closed) return { taken: [], refused: edits, reason: closedReason(content, closed) };
  const wrong = edits.filter((edit) => choiceReason(content, edit) !== null);
  const [first] = wrong;
  const reason = first ? choiceReason(content, first) : null;
  const more = wrong.length > 1 ? ` Còn ${wrong.length - 1} ô khác cũng không nhận giá trị vừa dán.` : '';
  return {
    taken: edits.filter((edit) => !wrong.includes(edit)),
    refused: wrong,
    reason: reason === null ? null : reason + more,
  };
}
