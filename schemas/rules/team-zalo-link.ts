/** Invitations to the teams' Zalo groups. */
import { defineRule } from '../rule.ts';

export const teamZaloLink = defineRule({
  id: 'team.zalo-link',
  title: 'Link nhóm Zalo',
  clause: 'III.3.3',
  variants: {
    personalPage: {
      severity: 'error',
      sentence: 'Đây là trang cá nhân hoặc số điện thoại Zalo, không phải nhóm.',
      fix: 'Vui lòng mở nhóm, chọn «Link tham gia nhóm» rồi dán vào đây (dạng https://zalo.me/g/…).',
    },
    notALink: {
      severity: 'warning',
      sentence: 'Ô này chưa phải là link nhóm Zalo.',
      fix: 'Vui lòng mở nhóm, chọn «Link tham gia nhóm» rồi dán vào đây (dạng https://zalo.me/g/…).',
    },
  },
  examples: [
    { tab: 'teams', set: { zaloLink: 'https://zalo.me/0900000001' }, says: 'personalPage' },
    { tab: 'teams', set: { zaloLink: 'đã lập' }, says: 'notALink' },
    { tab: 'teams', set: { zaloLink: 'zalo.me/g/tsrsfm261/' }, says: null },
  ],
});

export const TEAM_ZALO_LINK_RULES = [teamZaloLink];
