/** Rules on members. KH 115, III.3.1.2–III.3.1.4. */
import { defineRule } from '../rule.ts';

export const memberTeamUnknown = defineRule({
  id: 'member.team-unknown',
  title: 'Thành viên của tổ chưa có',
  clause: 'III.3.1',
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
    { tab: 'members', set: { village: 'Thôn Lạ Hoắc' }, says: 'unknown' },
    { tab: 'members', set: { village: 'Thôn Cổ Mĩ' }, says: 'nearest' },
    { tab: 'members', set: { village: 'cổ mỹ' }, says: null },
    { tab: 'members', set: { commune: 'không rõ' }, says: null },
  ],
});

export const memberNotLocal = defineRule({
  id: 'member.not-local',
  title: 'Người sinh sống, công tác tại thôn',
  clause: 'III.3.1.3',
  variants: {
    unticked: {
      severity: 'warning',
      sentence: 'Chưa đánh dấu người này sinh sống hoặc công tác tại thôn.',
      fix: 'Thành viên tổ cấp thôn là người tại thôn. Nếu đúng, vui lòng đánh dấu ô này.',
    },
  },
  examples: [
    { tab: 'members', set: { local: false }, says: 'unticked' },
    { tab: 'members', set: { local: true }, says: null },
    { tab: 'members', set: { local: false, village: null }, says: null },
  ],
});

export const MEMBER_RULES = [memberTeamUnknown, memberNotLocal];
