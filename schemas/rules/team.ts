/** Rules on teams: founding, doubling, size. KH 115, III.1 and III.3.1.1. */
import { defineRule } from '../rule.ts';

export const teamDecisionMissing = defineRule({
  id: 'team.decision-missing',
  title: 'Thiếu quyết định thành lập',
  clause: 'III.3.1.1',
  variants: {
    number: {
      severity: 'error',
      sentence: 'Chưa có số quyết định thành lập tổ.',
      fix: 'Vui lòng ghi số và ký hiệu trên quyết định, ví dụ «45/QĐ-UBND».',
    },
    date: {
      severity: 'error',
      sentence: 'Chưa có ngày quyết định thành lập tổ.',
      fix: 'Vui lòng ghi ngày ký quyết định, ví dụ 05/06/2022.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionNumber: null }, says: 'number' },
    { tab: 'teams', set: { decisionDate: '  ' }, says: 'date' },
    { tab: 'teams', set: { decisionNumber: '12/QĐ-UBND' }, says: null },
  ],
});

export const teamLevelVillageMismatch = defineRule({
  id: 'team.level-village-mismatch',
  title: 'Cấp tổ và thôn không khớp',
  clause: 'III.1',
  variants: {
    communeWithVillage: {
      severity: 'error',
      sentence: 'Tổ ghi «Cấp xã» nhưng lại có tên thôn «{value}».',
      fix: 'Vui lòng chọn «Cấp thôn», hoặc xóa tên thôn nếu đây là tổ cấp xã.',
    },
    villageWithout: {
      severity: 'error',
      sentence: 'Tổ ghi «Cấp thôn» nhưng chưa có tên thôn, bản, khu phố.',
      fix: 'Vui lòng ghi tên thôn, hoặc chọn «Cấp xã».',
    },
  },
  examples: [
    { tab: 'teams', set: { level: 'Cấp xã' }, says: 'communeWithVillage' },
    { tab: 'teams', set: { village: null }, says: 'villageWithout' },
    { tab: 'teams', set: { level: 'Cấp xã', village: null }, says: null },
    { tab: 'teams', set: { village: '#REF!' }, says: null },
  ],
});

export const teamSecondInUnit = defineRule({
  id: 'team.second-in-unit',
  title: 'Hai tổ ở cùng một nơi',
  clause: 'III.2.1',
  variants: {
    active: {
      severity: 'error',
      sentence: '{place} đã có tổ ở dòng {first}. Mỗi xã, mỗi thôn chỉ lập một tổ.',
      fix: 'Vui lòng xóa một dòng, hoặc ghi ngày giải thể của tổ cũ.',
    },
  },
  examples: [
    {
      tab: 'teams',
      edit: {
        do: 'add-rows',
        rows: [
          {
            commune: 'Thị trấn Hồ Xá',
            level: 'Cấp thôn',
            village: 'Cổ Mỹ',
            decisionNumber: '90/QĐ-UBND',
            decisionDate: 44750,
            signer: 'Khác',
          },
        ],
      },
      says: 'active',
    },
    {
      tab: 'teams',
      edit: {
        do: 'add-rows',
        rows: [
          {
            commune: 'Thị trấn Hồ Xá',
            level: 'Cấp thôn',
            village: 'Khu phố 2',
            decisionNumber: '90/QĐ-UBND',
            decisionDate: 44750,
            signer: 'Khác',
          },
        ],
      },
      says: null,
    },
    { tab: 'teams', edit: { do: 'repeat-row' }, says: null },
  ],
});

export const teamSignerNotChair = defineRule({
  id: 'team.signer-not-chair',
  title: 'Người ký quyết định',
  clause: 'III.3.1.1',
  variants: {
    other: {
      severity: 'finding',
      sentence: 'Quyết định không do Chủ tịch UBND cấp xã ký.',
      fix: 'Thẩm quyền thành lập là Chủ tịch UBND cấp xã. Nếu đúng là người khác ký, vui lòng để nguyên.',
    },
  },
  examples: [
    { tab: 'teams', set: { signer: 'Khác' }, says: 'other' },
    { tab: 'teams', set: { signer: 'KT. Chủ tịch' }, says: null },
  ],
});

export const teamNoMembers = defineRule({
  id: 'team.no-members',
  title: 'Tổ chưa có thành viên',
  clause: 'III.3.1',
  variants: {
    none: {
      severity: 'finding',
      sentence: 'Tổ này chưa có thành viên nào ở trang «Thành viên».',
      fix: 'Vui lòng ghi danh sách thành viên của tổ.',
    },
  },
  examples: [
    { tab: 'teams', set: { village: 'Thôn Hai' }, says: 'none' },
    { tab: 'teams', set: {}, says: null },
  ],
});

export const teamSizeCommune = defineRule({
  id: 'team.size-commune',
  title: 'Số thành viên tổ cấp xã',
  clause: 'III.3.1.1',
  variants: {
    few: {
      severity: 'finding',
      sentence: 'Tổ cấp xã cần 5 thành viên chính thức, hiện có {count}.',
      fix: 'Vui lòng bổ sung {short} người.',
    },
    many: {
      severity: 'finding',
      sentence: 'Tổ cấp xã có 5 thành viên chính thức, hiện có {count}.',
      fix: 'Người ngoài 5 thành viên xin ghi vai trò «Cộng tác viên» ở trang «Thành viên».',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'set-row', row: 10, set: { role: 'Cộng tác viên' } }, says: 'few' },
    { tab: 'members', edit: { do: 'set-row', row: 5, set: { village: null } }, says: 'many' },
    { tab: 'members', edit: { do: 'set-row', row: 10, set: { joinedOn: '31/06/2022' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 10, set: { commune: '#REF!' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 10, set: { leftOn: 44780 } }, says: null },
    { tab: 'members', set: {}, says: null },
  ],
});

export const teamSizeVillage = defineRule({
  id: 'team.size-village',
  title: 'Số thành viên tổ cấp thôn',
  clause: 'III.3.1.1',
  variants: {
    few: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn cần từ 5 đến 8 thành viên, hiện có {count}.',
      fix: 'Vui lòng bổ sung ít nhất {short} người.',
    },
    many: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn có tối đa 8 thành viên, hiện có {count}.',
      fix: 'Người thứ 9 trở đi xin ghi vai trò «Cộng tác viên» (III.3.1.4).',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'people', count: 4 }, says: 'few' },
    { tab: 'members', edit: { do: 'people', count: 9 }, says: 'many' },
    { tab: 'members', edit: { do: 'people', count: 5 }, says: null },
    { tab: 'members', edit: { do: 'people', count: 8 }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 4, set: { village: 'Thôn Cổ Mĩ' } }, says: null },
  ],
});

export const TEAM_RULES = [
  teamDecisionMissing,
  teamLevelVillageMismatch,
  teamSecondInUnit,
  teamSignerNotChair,
  teamNoMembers,
  teamSizeCommune,
  teamSizeVillage,
];
