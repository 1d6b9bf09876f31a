/** The Zalo group through which a team is run: whether there is one, and who is in it. KH 115, III.3.3. */
import { defineRule } from '../rule.ts';

export const teamZaloMissing = defineRule({
  id: 'team.zalo-missing',
  title: 'Tổ chưa có nhóm Zalo',
  clause: 'III.3.3',
  variants: {
    none: {
      severity: 'finding',
      sentence: 'Tổ lập ngày {date}, đã quá 30 ngày mà chưa ghi nhóm Zalo.',
      fix: 'Tổ trưởng lập nhóm chung; vui lòng dán link nhóm (dạng https://zalo.me/g/…) và ghi số người trong nhóm.',
    },
  },
  examples: [
    { tab: 'teams', set: { zaloLink: null, zaloHeadCount: null }, says: 'none' },
    { tab: 'teams', set: { zaloLink: 'chưa có', zaloHeadCount: 0 }, says: 'none' },
    { tab: 'teams', set: { zaloLink: null, zaloHeadCount: null, decisionDate: '25/07/2022' }, says: 'none' },
    { tab: 'teams', set: { zaloLink: null, zaloHeadCount: null, decisionDate: '26/07/2022' }, says: null },
    { tab: 'teams', set: { zaloLink: null, zaloHeadCount: 6 }, says: null },
    { tab: 'teams', set: { zaloLink: 'đã lập', zaloHeadCount: null }, says: null },
    { tab: 'teams', set: { zaloLink: null, zaloHeadCount: null, dissolvedOn: 44780 }, says: null },
    { tab: 'teams', edit: { do: 'delete-header', column: 'zaloLink' }, says: null },
  ],
});

export const teamZaloShort = defineRule({
  id: 'team.zalo-short',
  title: 'Nhóm Zalo chưa đủ người',
  clause: 'III.3.3',
  variants: {
    commune: {
      severity: 'warning',
      sentence:
        'Nhóm Zalo cấp xã có {count} người, cần {expected}: 5 thành viên, {below} tổ trưởng, tổ phó thôn, 3 người cấp huyện.',
      fix: 'Vui lòng mời thêm vào nhóm, hoặc ghi lại số người nếu đã đủ.',
    },
    village: {
      severity: 'warning',
      sentence: 'Nhóm Zalo có {count} người, cần {expected}: {members} thành viên và Tổ trưởng tổ cấp xã.',
      fix: 'Vui lòng mời thêm vào nhóm, hoặc ghi lại số người nếu đã đủ.',
    },
  },
  examples: [
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { zaloHeadCount: 9 } }, says: 'commune' },
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { zaloHeadCount: 10 } }, says: null },
    { tab: 'teams', set: { zaloHeadCount: 5 }, says: 'village' },
    { tab: 'teams', set: { zaloHeadCount: 6 }, says: null },
    { tab: 'teams', set: { zaloHeadCount: null }, says: null },
    { tab: 'teams', set: { zaloHeadCount: 'đông' }, says: null },
    { tab: 'teams', set: { zaloHeadCount: 5, decisionDate: '01/08/2022' }, says: null },
    { tab: 'members', edit: { do: 'people', count: 6 }, says: 'village' },
    { tab: 'members', edit: { do: 'set-row', row: 3, set: { role: 'không rõ' } }, says: null },
  ],
});

export const TEAM_ZALO_GROUP_RULES = [teamZaloMissing, teamZaloShort];
