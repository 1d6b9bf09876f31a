/** Rules on a row as a whole. */
import { defineRule } from '../rule.ts';

export const rowTotal = defineRule({
  id: 'row.total',
  title: 'Dòng cộng',
  clause: null,
  variants: {
    row: {
      severity: 'info',
      sentence: 'Dòng {row} là dòng cộng nên không tính; tổng số do hệ thống tự cộng.',
      fix: 'Không cần làm gì.',
    },
  },
  examples: [
    { tab: 'activities', edit: { do: 'add-rows', rows: [{ commune: 'Tổng cộng', turns: 25 }] }, says: 'row' },
    { tab: 'activities', edit: { do: 'add-rows', rows: [{ date: 'CỘNG:', turns: 25 }] }, says: 'row' },
    { tab: 'teams', edit: { do: 'add-rows', rows: [{ commune: 'Cộng xã Vĩnh Hòa', zaloHeadCount: 60 }] }, says: 'row' },
    { tab: 'teams', edit: { do: 'add-rows', rows: [{ commune: 'Tổng số: 12' }] }, says: 'row' },
    { tab: 'activities', set: { village: 'Cộng Hòa' }, says: null },
    { tab: 'activities', set: { content: 'Tổng hợp ý kiến người dân' }, says: null },
  ],
});

export const rowDuplicate = defineRule({
  id: 'row.duplicate',
  title: 'Dòng trùng',
  clause: null,
  variants: {
    row: {
      severity: 'error',
      sentence: 'Dòng này trùng với dòng {first}: {what}.',
      fix: 'Dòng {first} đã được tính. Vui lòng xóa dòng này, hoặc sửa chỗ khác nhau.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'repeat-row' }, says: 'row' },
    { tab: 'activities', edit: { do: 'repeat-row' }, says: 'row' },
    { tab: 'teams', edit: { do: 'repeat-row' }, says: 'row' },
    { tab: 'members', set: {}, says: null },
  ],
});

export const ROW_RULES = [rowTotal, rowDuplicate];
