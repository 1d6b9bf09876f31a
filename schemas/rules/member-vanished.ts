/** People who were there last month and are no longer listed. KH 115, III.3.1.4. */
import { defineRule } from '../rule.ts';

export const memberVanished = defineRule({
  id: 'member.vanished',
  title: 'Thiếu người so với tháng trước',
  clause: 'III.3.1.4',
  variants: {
    fewer: {
      severity: 'warning',
      sentence: 'Kỳ {month} tổ có {before} người; nay danh sách thiếu {missing} người mà không ghi ngày thôi tham gia.',
      fix: 'Vui lòng ghi lại người đó ở trang «Thành viên»; nếu đã thôi, ghi thêm ngày thôi và ngày chấp thuận.',
    },
  },
  examples: [
    { tab: 'teams', before: [{ members: 7 }], says: 'fewer' },
    { tab: 'teams', before: [{ members: 5 }], says: null },
    { tab: 'teams', before: [{ members: 4 }], says: null },
    // Left on 01/08/2022 with consent: one person less, and it is known why.
    { tab: 'members', set: { leftOn: 44774, leaveApprovedOn: 44774 }, before: [{ members: 5 }], says: null },
    // Joined on 01/08/2022: five people now were four in July.
    { tab: 'members', set: { joinedOn: 44774 }, before: [{ members: 5 }], says: 'fewer' },
    { tab: 'members', set: { commune: 'không rõ' }, before: [{ members: 7 }], says: null },
    { tab: 'teams', set: { dissolvedOn: 44790 }, before: [{ members: 7 }], says: null },
    { tab: 'teams', set: {}, says: null },
  ],
});

export const MEMBER_VANISHED_RULES = [memberVanished];
