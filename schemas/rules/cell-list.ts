/** Rules on cells that hold one thing of a list: not in it, several at once. */
import { defineRule } from '../rule.ts';

export const cellNotInList = defineRule({
  id: 'cell.not-in-list',
  title: 'Không có trong danh sách',
  clause: null,
  variants: {
    nearest: {
      severity: 'error',
      sentence: '«{value}» không có trong danh sách của cột «{column}».',
      fix: 'Có phải là «{suggestion}»? Vui lòng chọn trong danh sách.',
    },
    unknown: {
      severity: 'error',
      sentence: '«{value}» không có trong danh sách của cột «{column}».',
      fix: 'Vui lòng chọn trong danh sách thả xuống của ô.',
    },
    nearestPart: {
      severity: 'error',
      sentence: '«{part}» không có trong danh sách của cột «{column}».',
      fix: 'Có phải là «{suggestion}»? Vui lòng chọn trong danh sách.',
    },
    unknownPart: {
      severity: 'error',
      sentence: '«{part}» không có trong danh sách của cột «{column}».',
      fix: 'Vui lòng chọn trong danh sách, hoặc chọn «Khác». Nhiều mục thì cách nhau bằng dấu phẩy.',
    },
    checkbox: {
      severity: 'error',
      sentence: '«{value}» chưa cho biết cột «{column}» là có hay không.',
      fix: 'Vui lòng đánh dấu vào ô, hoặc để trống.',
    },
    village: {
      severity: 'error',
      sentence: '«{value}» chưa phải là tên thôn, bản, khu phố.',
      fix: 'Vui lòng ghi đủ tên, ví dụ «Thôn Cổ Mỹ»; tổ cấp xã thì để trống.',
    },
    ditto: {
      severity: 'error',
      sentence: 'Mỗi dòng được đọc riêng nên hệ thống chưa hiểu «{value}».',
      fix: 'Vui lòng ghi đủ cột «{column}» ở dòng này.',
    },
  },
  examples: [
    { tab: 'members', set: { role: 'Tổ trươg' }, says: 'nearest' },
    { tab: 'members', set: { role: 'Thủ quỹ' }, says: 'unknown' },
    { tab: 'activities', set: { platforms: 'VNeID, Thương mại điệm tử' }, says: 'nearestPart' },
    { tab: 'activities', set: { platforms: 'VNeID, Tivi' }, says: 'unknownPart' },
    { tab: 'members', set: { local: 'thường trú' }, says: 'checkbox' },
    { tab: 'members', set: { village: 'Thôn' }, says: 'village' },
    { tab: 'members', set: { village: 'nt' }, says: 'ditto' },
    { tab: 'teams', set: { decisionDate: 'như trên' }, says: 'ditto' },
    { tab: 'members', set: { role: 'TỔ TRƯỞNG' }, says: null },
    { tab: 'members', set: { local: 'x' }, says: null },
    { tab: 'activities', set: { platforms: 'DVC trực tuyến; zalo' }, says: null },
  ],
});

export const cellSeveralValues = defineRule({
  id: 'cell.several-values',
  title: 'Nhiều giá trị trong một ô',
  clause: null,
  variants: {
    people: {
      severity: 'error',
      sentence: 'Ô này có {count} người. Mỗi dòng chỉ ghi một người.',
      fix: 'Vui lòng tách mỗi người thành một dòng.',
    },
    villages: {
      severity: 'error',
      sentence: 'Mỗi thôn lập một tổ riêng, ô này có {count} thôn.',
      fix: 'Vui lòng tách thành {count} dòng: {names}.',
    },
    communes: {
      severity: 'error',
      sentence: 'Ô này có {count} địa danh: {names}.',
      fix: 'Mỗi dòng chỉ ghi một xã, phường hoặc thị trấn. Vui lòng tách dòng hoặc bỏ phần thừa.',
    },
    numbers: {
      severity: 'error',
      sentence: '«{value}» có nhiều hơn một số.',
      fix: 'Vui lòng chỉ ghi một số là tổng số.',
    },
  },
  examples: [
    { tab: 'members', set: { name: 'Nguyễn Văn Một, Trần Thị Hai' }, says: 'people' },
    { tab: 'teams', set: { village: 'Thôn 1, 2, 3' }, says: 'villages' },
    { tab: 'teams', set: { commune: 'Vĩnh Hòa, Vĩnh Hà' }, says: 'communes' },
    { tab: 'activities', set: { turns: '20-25' }, says: 'numbers' },
    { tab: 'activities', set: { turns: '10 nam, 15 nữ' }, says: 'numbers' },
    { tab: 'members', set: { name: 'Nguyễn Văn Một (Trưởng thôn)' }, says: null },
    { tab: 'teams', set: { commune: 'Vĩnh Hòa, huyện Vĩnh Linh' }, says: null },
  ],
});

export const CELL_LIST_RULES = [cellNotInList, cellSeveralValues];
