/** Rules on counts: whole numbers from 0, typed as people type them. */
import { defineRule } from '../rule.ts';

export const cellNotANumber = defineRule({
  id: 'cell.not-a-number',
  title: 'Không đọc được số',
  clause: null,
  variants: {
    unreadable: {
      severity: 'error',
      sentence: '«{value}» chưa đọc được là số.',
      fix: 'Vui lòng chỉ ghi chữ số, ví dụ 25; không có thì ghi 0.',
    },
    perhaps: {
      severity: 'error',
      sentence: '«{value}» chưa đọc được là số, có chữ cái trong đó.',
      fix: 'Có phải là {suggestion}? Vui lòng chỉ ghi chữ số.',
    },
    words: {
      severity: 'error',
      sentence: '«{value}» đang ghi bằng chữ.',
      fix: 'Vui lòng ghi bằng chữ số, ví dụ {understood}.',
    },
    perUnit: {
      severity: 'error',
      sentence: '«{value}» là số của mỗi buổi, mỗi tuần hoặc mỗi nơi, chưa phải tổng số.',
      fix: 'Vui lòng tính và ghi tổng số của dòng này.',
    },
    tooBig: {
      severity: 'error',
      sentence: 'Số «{value}» quá lớn.',
      fix: 'Vui lòng kiểm tra lại; có thể hai số bị gõ liền nhau.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: 'đông' }, says: 'unreadable' },
    { tab: 'activities', set: { turns: '1O' }, says: 'perhaps' },
    { tab: 'activities', set: { turns: 'hai mươi' }, says: 'words' },
    { tab: 'activities', set: { turns: '25 người/buổi' }, says: 'perUnit' },
    { tab: 'activities', set: { turns: 12345678901234 }, says: 'tooBig' },
    { tab: 'activities', set: { turns: '25 người' }, says: null },
    { tab: 'activities', set: { turns: '1.250' }, says: null },
  ],
});

export const cellNegative = defineRule({
  id: 'cell.negative',
  title: 'Số âm',
  clause: null,
  variants: {
    negative: {
      severity: 'error',
      sentence: 'Cột «{column}» không thể âm, ô này đang là {value}.',
      fix: 'Vui lòng kiểm tra và ghi số từ 0 trở lên.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: -5 }, says: 'negative' },
    { tab: 'activities', set: { turns: '-5' }, says: 'negative' },
    { tab: 'activities', set: { turns: '-' }, says: null },
  ],
});

export const cellNotWhole = defineRule({
  id: 'cell.not-whole',
  title: 'Số lẻ',
  clause: null,
  variants: {
    fraction: {
      severity: 'error',
      sentence: 'Cột «{column}» phải là số nguyên, ô này đang là {understood}.',
      fix: 'Vui lòng ghi lại số nguyên.',
    },
    thousands: {
      severity: 'error',
      sentence: 'Cột «{column}» phải là số nguyên, ô này đang là {understood}.',
      fix: 'Có phải là {perhaps}? Vui lòng gõ {suggestion} (không dùng dấu chấm, dấu phẩy).',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: '8,5' }, says: 'fraction' },
    { tab: 'activities', set: { turns: 1.25 }, says: 'thousands' },
    { tab: 'activities', set: { turns: '1,250' }, says: 'thousands' },
    { tab: 'activities', set: { turns: '12,0' }, says: null },
  ],
});

export const cellApproximate = defineRule({
  id: 'cell.approximate',
  title: 'Số ước chừng',
  clause: null,
  variants: {
    about: {
      severity: 'warning',
      sentence: '«{value}» là số ước chừng, hệ thống tạm ghi {understood}.',
      fix: 'Báo cáo cần số cụ thể; nếu có số chính xác, vui lòng sửa lại.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: 'khoảng 100' }, says: 'about' },
    { tab: 'activities', set: { turns: '~50' }, says: 'about' },
    { tab: 'activities', set: { turns: 'hơn 20' }, says: 'about' },
    { tab: 'activities', set: { turns: '100 lượt' }, says: null },
  ],
});

export const cellSerialAsCount = defineRule({
  id: 'cell.serial-as-count',
  title: 'Số giống ngày tháng',
  clause: null,
  variants: {
    serial: {
      severity: 'warning',
      sentence: 'Số {understood} có vẻ là ngày {date} bị đổi thành số.',
      fix: 'Vui lòng kiểm tra lại; nếu số đúng thì không cần làm gì.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: 44713 }, says: 'serial' },
    { tab: 'activities', set: { turns: 43999 }, says: null },
    { tab: 'activities', set: { turns: '44.713 lượt' }, says: null },
  ],
});

export const CELL_NUMBER_RULES = [cellNotANumber, cellNegative, cellNotWhole, cellApproximate, cellSerialAsCount];
