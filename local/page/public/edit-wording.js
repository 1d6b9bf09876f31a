/** What the bar above the editing grid says of cells and rows. */
import { cellName, placeName } from './edit-rules.js';
import { cellAt } from './sheet-content.js';

/**
 * @typedef {import('./load-editor.js').Area} Area
 * @typedef {import('./load-editor.js').Edit} Edit
 * @typedef {import('./load-editor.js').Place} Place
 */

/** More cells than these would not be read. */
const MOST_NAMED = 5;

export const ROWS_WAIT = 'Người khác vừa đổi các dòng của trang. Trang sẽ hiện lại ngay khi gõ xong ô này.';
export const NOT_CHECKED_NOW = 'Chưa kiểm tra ngay được; hệ thống sẽ kiểm tra trong đêm.';
export const PASTE_AGAIN = 'Người khác vừa thêm hoặc xóa dòng của trang. Vui lòng chọn lại ô rồi dán lần nữa.';
export const NO_ROWS_CHOSEN = 'Vui lòng chọn các dòng có nội dung, bên dưới dòng tiêu đề.';

/** `B5 · Cấp tổ: ô trống`. @param {import('./sheet-content.js').SheetContent} content @param {Place} place */
export function placeText(content, place) {
  const { text } = cellAt(content, place.row, place.column);
  return `${placeName(content, place)}: ${text === '' ? 'ô trống' : text}`;
}

/** What was typed stands in the sentence, for it stands nowhere else any more. @param {Edit[]} edits */
export function lostText(edits) {
  const texts = edits.map(({ text }) => `«${text}»`).join(', ');
  return `Dòng vừa sửa đã bị người khác xóa hoặc đổi chỗ nên chưa lưu được. Nội dung đã gõ: ${texts}.`;
}

/** @param {Edit[]} edits @param {{ message: string }} problem */
export const notSavedText = (edits, { message }) =>
  `Chưa lưu được ô ${edits.map(cellName).slice(0, MOST_NAMED).join(', ')}. ${message}`;

/** @param {number} most */
export const tooLongText = (most) =>
  `Khối dán quá dài: mỗi lần dán thêm được nhiều nhất ${most.toLocaleString('vi-VN')} dòng. Vui lòng chia ra rồi dán lại.`;

/** @param {Area} area */
export function deleteQuestion({ top, bottom }) {
  const rows = bottom - top === 1 ? `dòng ${top + 1}` : `${bottom - top} dòng, từ dòng ${top + 1} đến dòng ${bottom}`;
  return `Xóa ${rows}? Nội dung đã xóa không lấy lại được ở đây.`;
}
