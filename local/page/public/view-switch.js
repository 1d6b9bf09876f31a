/**
 * To edit or to read. The editing grid is drawn on a canvas and wants room and a pointer; the reading table is a real
 * table, for narrow screens and for those who listen. What a person has chosen is kept.
 */
import { element } from './element.js';

/** @typedef {'edit' | 'read'} Way */

const KEY = 'way-to-show';
const ROOMY = matchMedia('(min-width: 800px)');

/** @type {readonly [Way, string, string][]} */
const WAYS = [
  ['edit', 'Bảng sửa', 'Gõ và sửa như trong Google Trang tính'],
  ['read', 'Bảng đọc', 'Bảng chỉ để đọc: cho màn hình hẹp và trình đọc màn hình'],
];

/** @returns {Way} */
export function wantedWay() {
  const kept = localStorage.getItem(KEY);
  if (kept === 'edit' || kept === 'read') return kept;
  return ROOMY.matches ? 'edit' : 'read';
}

/** @param {() => Promise<void>} changed */
export function drawViewSwitch(changed) {
  const buttons = WAYS.map(([way, label, title]) => {
    const button = element('button', { type: 'button', 'aria-pressed': String(way === wantedWay()), title }, label);
    button.addEventListener('click', async () => {
      if (way === wantedWay()) return;
      localStorage.setItem(KEY, way);
      await changed();
    });
    return button;
  });
  return element('div', { class: 'ways', role: 'group', 'aria-label': 'Cách xem trang' }, ...buttons);
}
