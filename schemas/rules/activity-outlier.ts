/** Figures that can be right and mostly are not. They count; whoever typed them is asked to look again. */

import { defineRule } from '../rule.ts';
import type { CellValue } from '../workbook.ts';

const FIRST = 44775;

/** Further rows of the team of the first row, a day apart, with these turns. */
const rowsWith = (...turns: readonly number[]): readonly Readonly<Record<string, CellValue>>[] =>
  turns.map((count, at) => ({
    date: FIRST - 1 - at,
    commune: 'Thị trấn Hồ Xá',
    village: 'Thôn Cổ Mỹ',
    kind: 'Hướng dẫn người dân',
    content: 'Hướng dẫn nộp hồ sơ trực tuyến',
    platforms: 'Dịch vụ công trực tuyến',
    sessions: 1,
    turns: count,
  }));

const usual = () => rowsWith(12, 18, 25, 9, 31, 16, 22, 14, 27, 19, 11, 24);

export const activityOutlier = defineRule({
  id: 'activity.outlier',
  title: 'Số liệu khác thường',
  clause: null,
  inferred: true,
  variants: {
    far: {
      severity: 'warning',
      sentence: 'Cột «{column}» ghi {count}, trong khi mỗi dòng thường chỉ khoảng {usual}.',
      fix: 'Vui lòng xem có thừa chữ số không; nếu đúng thì không cần làm gì.',
    },
    copied: {
      severity: 'warning',
      sentence: 'Số hoạt động, số buổi, số lượt người của tổ này ({rows} dòng) giống hệt kỳ {month}.',
      fix: 'Nếu đã chép từ kỳ trước, vui lòng ghi số của kỳ này; nếu đúng thì không cần làm gì.',
    },
    round: {
      severity: 'warning',
      sentence: 'Số lượt người của tổ này toàn số tròn chục ({found}), kể cả các kỳ trước, giống số ước lượng.',
      fix: 'Vui lòng ghi số đếm được; nếu đúng thì không cần làm gì.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: 2500 }, edit: { do: 'add-rows', rows: usual() }, says: 'far' },
    { tab: 'activities', set: { sessions: 31 }, edit: { do: 'add-rows', rows: usual() }, says: 'far' },
    { tab: 'activities', set: { turns: 80 }, edit: { do: 'add-rows', rows: usual() }, says: null },
    { tab: 'activities', set: { turns: 0 }, edit: { do: 'add-rows', rows: usual() }, says: null },
    // This team has always had so many.
    {
      tab: 'activities',
      set: { turns: 2500 },
      edit: { do: 'add-rows', rows: usual() },
      before: [
        { activities: 1, turns: 2300 },
        { activities: 2, turns: 3900 },
      ],
      says: null,
    },
    // Nothing to compare with.
    { tab: 'activities', set: { turns: 2500 }, says: null },
    {
      tab: 'activities',
      edit: { do: 'add-rows', rows: rowsWith(18) },
      before: [{ activities: 2, sessions: 2, turns: 43 }],
      says: 'copied',
    },
    {
      tab: 'activities',
      edit: { do: 'add-rows', rows: rowsWith(19) },
      before: [{ activities: 2, sessions: 2, turns: 43 }],
      says: null,
    },
    { tab: 'activities', before: [{ activities: 1, sessions: 1, turns: 25 }], says: null },
    {
      tab: 'activities',
      set: { turns: 30 },
      edit: { do: 'add-rows', rows: rowsWith(20) },
      before: [
        { activities: 2, turns: 60 },
        { activities: 3, turns: 80 },
        { activities: 1, turns: 20 },
      ],
      says: 'round',
    },
    {
      tab: 'activities',
      set: { turns: 30 },
      edit: { do: 'add-rows', rows: rowsWith(20) },
      before: [
        { activities: 2, turns: 60 },
        { activities: 3, turns: 83 },
        { activities: 1, turns: 20 },
      ],
      says: null,
    },
    { tab: 'activities', set: { turns: 30 }, says: null },
  ],
});

export const ACTIVITY_OUTLIER_RULES = [activityOutlier];
