/** Rules on activities. KH 115, III.3.2 and V.5. */
import { defineRule } from '../rule.ts';

export const activityTeamUnknown = defineRule({
  id: 'activity.team-unknown',
  title: 'Hoạt động của tổ chưa có',
  clause: 'III.3.2',
  variants: {
    unknown: {
      severity: 'error',
      sentence: 'Trang «Tổ» chưa có tổ {place}.',
      fix: 'Vui lòng ghi tổ đó ở trang «Tổ», hoặc sửa tên xã, thôn ở dòng này.',
    },
    nearest: {
      severity: 'error',
      sentence: 'Trang «Tổ» chưa có tổ {place}.',
      fix: 'Có phải là «{suggestion}»? Vui lòng ghi đúng như ở trang «Tổ».',
    },
  },
  examples: [
    { tab: 'activities', set: { village: 'Thôn Lạ Hoắc' }, says: 'unknown' },
    { tab: 'activities', set: { village: 'Thôn Cổ Mĩ' }, says: 'nearest' },
    { tab: 'activities', set: {}, says: null },
  ],
});

export const activityAfterDissolution = defineRule({
  id: 'activity.after-dissolution',
  title: 'Hoạt động sau ngày giải thể',
  clause: 'III.3.2',
  variants: {
    after: {
      severity: 'error',
      sentence: 'Hoạt động ngày {date} nhưng tổ đã giải thể từ {dissolved}.',
      fix: 'Vui lòng sửa ngày hoạt động, hoặc ngày giải thể ở trang «Tổ».',
    },
  },
  examples: [
    { tab: 'teams', set: { dissolvedOn: 44774 }, says: 'after' },
    { tab: 'teams', set: { dissolvedOn: 44790 }, says: null },
  ],
});

export const activityBeforeFounding = defineRule({
  id: 'activity.before-founding',
  title: 'Hoạt động trước ngày thành lập tổ',
  clause: 'III.3.2',
  variants: {
    before: {
      severity: 'finding',
      sentence: 'Hoạt động ngày {date} diễn ra trước khi tổ có quyết định thành lập (ngày {founded}).',
      fix: 'Nếu ghi nhầm, vui lòng sửa ngày ở đây hoặc ở trang «Tổ»; nếu tổ đã làm việc trước, xin để nguyên.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionDate: 44776 }, says: 'before' },
    { tab: 'teams', set: { decisionDate: 44775 }, says: null },
    { tab: 'teams', set: { decisionDate: 'tháng 8' }, says: null },
    { tab: 'activities', set: { date: 'hôm qua' }, says: null },
  ],
});

export const activityOutsideWindow = defineRule({
  id: 'activity.outside-window',
  title: 'Ngày ngoài kỳ số liệu',
  clause: 'V.5',
  variants: {
    outside: {
      severity: 'error',
      sentence: 'Ngày {date} không thuộc kỳ này (từ {from} đến {to}).',
      fix: 'Vui lòng sửa ngày, hoặc chuyển dòng sang trang «{rightTab}».',
    },
  },
  examples: [
    { tab: 'activities', set: { date: 44756 }, says: 'outside' },
    { tab: 'activities', set: { date: 44788 }, says: 'outside' },
    { tab: 'activities', set: { date: 44757 }, says: null },
    { tab: 'activities', set: { date: 44787 }, says: null },
    { tab: 'activities', set: { date: 'hôm qua' }, says: null },
  ],
});

export const activityKindNeeds = defineRule({
  id: 'activity.kind-needs',
  title: 'Nhóm hoạt động cần thêm số liệu',
  clause: 'III.3.2',
  variants: {
    platform: {
      severity: 'error',
      sentence: '«Hướng dẫn người dân» cần có nền tảng số.',
      fix: 'Vui lòng chọn nền tảng đã hướng dẫn, ví dụ «VNeID».',
    },
    people: {
      severity: 'error',
      sentence: '«Hướng dẫn người dân» cần có số lượt người; ô này đang trống.',
      fix: 'Vui lòng ghi số lượt người; nếu không có ai, ghi 0.',
    },
    audience: {
      severity: 'warning',
      sentence: '«Tuyên truyền» chưa có số lượt người.',
      fix: 'Nếu đếm được, vui lòng ghi số; phát thanh không đếm được thì để trống.',
    },
  },
  examples: [
    { tab: 'activities', set: { platforms: null }, says: 'platform' },
    { tab: 'activities', set: { turns: null }, says: 'people' },
    { tab: 'activities', set: { kind: 'Tuyên truyền', turns: null }, says: 'audience' },
    { tab: 'activities', set: { turns: 0 }, says: null },
    { tab: 'activities', set: { turns: 'nhiều' }, says: null },
    { tab: 'activities', set: { kind: 'Sáng kiến', turns: null, platforms: null }, says: null },
  ],
});

export const activityMembersExceedTeam = defineRule({
  id: 'activity.members-exceed-team',
  title: 'Số thành viên tham gia quá số người của tổ',
  clause: null,
  inferred: true,
  variants: {
    more: {
      severity: 'warning',
      sentence: 'Có {participants} thành viên tham gia, trong khi tổ có {count} người.',
      fix: 'Vui lòng kiểm tra lại số này, hoặc danh sách ở trang «Thành viên».',
    },
  },
  examples: [
    { tab: 'activities', set: { participants: 9 }, says: 'more' },
    { tab: 'activities', set: { participants: 1 }, says: null },
  ],
});

export const ACTIVITY_RULES = [
  activityTeamUnknown,
  activityAfterDissolution,
  activityBeforeFounding,
  activityOutsideWindow,
  activityKindNeeds,
  activityMembersExceedTeam,
];
