/** Where a team stands in the plan: below its commune's team, and inside the roadmap. KH 115, III.2 and III.3.3. */
import { defineRule } from '../rule.ts';

export const teamVillageWithoutCommuneTeam = defineRule({
  id: 'team.village-without-commune-team',
  title: 'Tổ cấp thôn chưa có tổ cấp xã',
  clause: 'III.3.3',
  variants: {
    without: {
      severity: 'warning',
      sentence: '{commune} chưa có tổ cấp xã ở trang «Tổ».',
      fix: 'Tổ cấp xã trực tiếp quản lý tổ cấp thôn. Nếu xã đã lập tổ, vui lòng ghi thêm dòng «Cấp xã»; nếu chưa, xin để nguyên.',
    },
  },
  examples: [
    { tab: 'teams', set: { commune: 'Xã Vĩnh Hòa' }, says: 'without' },
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { dissolvedOn: 44780 } }, says: 'without' },
    { tab: 'teams', set: {}, says: null },
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { level: 'không rõ' } }, says: null },
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { commune: '#REF!' } }, says: null },
    { tab: 'teams', edit: { do: 'set-row', row: 2, set: { decisionDate: null } }, says: null },
  ],
});

export const teamOutsideRoadmap = defineRule({
  id: 'team.outside-roadmap',
  title: 'Ngày quyết định ngoài lộ trình',
  clause: 'III.2',
  variants: {
    before: {
      severity: 'warning',
      sentence: 'Ngày {date} sớm hơn giai đoạn 1 của Kế hoạch (từ tháng 5/2022).',
      fix: 'Vui lòng kiểm tra ngày trên quyết định; nếu đúng, xin để nguyên.',
    },
    after: {
      severity: 'info',
      sentence: 'Ngày {date} sau lộ trình của Kế hoạch (từ tháng 5 đến tháng 12/2022).',
      fix: 'Tổ vẫn được tính; không cần làm gì.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionDate: '30/04/2022' }, says: 'before' },
    { tab: 'teams', set: { decisionDate: '01/01/2023' }, today: '2023-01-10', says: 'after' },
    { tab: 'teams', set: { decisionDate: '01/05/2022' }, says: null },
    { tab: 'teams', set: { decisionDate: '31/12/2022' }, today: '2023-01-10', says: null },
    { tab: 'teams', set: { decisionDate: 'tháng 3' }, says: null },
  ],
});

export const TEAM_ROADMAP_RULES = [teamVillageWithoutCommuneTeam, teamOutsideRoadmap];
