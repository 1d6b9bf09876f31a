/** Who sits in a team: the positions that the plan names, one each. KH 115, III.3.1.2 and III.3.1.3. */
import { defineRule } from '../rule.ts';

export const memberCommuneSlots = defineRule({
  id: 'member.commune-slots',
  title: 'Thành phần tổ cấp xã',
  clause: 'III.3.1.2',
  variants: {
    empty: {
      severity: 'finding',
      sentence: 'Tổ cấp xã chưa có {slots}.',
      fix: 'Vui lòng bổ sung, hoặc ghi rõ chức danh ở trang «Thành viên».',
    },
    doubled: {
      severity: 'finding',
      sentence: '«{value}»: tổ cấp xã chỉ có một {slot}, đã có ở dòng {first}.',
      fix: 'Vui lòng kiểm tra chức danh; nếu đúng, có thể đổi vai trò người này thành «Cộng tác viên».',
    },
    leaderNone: {
      severity: 'finding',
      sentence: 'Tổ cấp xã chưa có Tổ trưởng.',
      fix: 'Tổ trưởng là lãnh đạo UBND cấp xã. Vui lòng ghi thêm người đó ở trang «Thành viên».',
    },
    leaderPerhaps: {
      severity: 'finding',
      sentence: 'Tổ cấp xã chưa có Tổ trưởng.',
      fix: 'Dòng {first} trang «Thành viên» là lãnh đạo UBND: nếu đúng, vui lòng chọn vai trò «Tổ trưởng» ở dòng đó.',
    },
    leaderSeveral: {
      severity: 'finding',
      sentence: 'Tổ này đã có Tổ trưởng ở dòng {first}; mỗi tổ chỉ có một Tổ trưởng.',
      fix: 'Vui lòng sửa vai trò của một trong hai người.',
    },
    leaderTitle: {
      severity: 'finding',
      sentence: '«{value}» chưa phải lãnh đạo UBND cấp xã (Chủ tịch, Phó Chủ tịch), trong khi vai trò là Tổ trưởng.',
      fix: 'Vui lòng ghi đủ chức danh, hoặc sửa vai trò; nếu đúng như vậy, xin để nguyên.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'set-row', row: 9, set: { position: 'Giáo viên' } }, says: 'empty' },
    { tab: 'members', edit: { do: 'set-row', row: 9, set: { role: 'Cộng tác viên' } }, says: 'empty' },
    {
      tab: 'members',
      edit: { do: 'set-rows', from: 7, rows: 4, set: { position: 'Người dân' } },
      says: 'empty',
    },
    { tab: 'members', edit: { do: 'set-row', row: 9, set: { position: 'Hội trưởng PN' } }, says: 'doubled' },
    {
      tab: 'members',
      edit: { do: 'set-row', row: 6, set: { role: 'Tổ phó', position: 'Kế toán' } },
      says: 'leaderNone',
    },
    { tab: 'members', edit: { do: 'set-row', row: 6, set: { role: 'Thành viên' } }, says: 'leaderPerhaps' },
    { tab: 'members', edit: { do: 'set-row', row: 7, set: { role: 'Tổ trưởng' } }, says: 'leaderSeveral' },
    { tab: 'members', edit: { do: 'set-row', row: 6, set: { position: 'Chủ tịch HĐND xã' } }, says: 'leaderTitle' },
    { tab: 'members', set: {}, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 6, set: { position: 'Phó CT UBND xã' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 7, set: { position: 'BT Đoàn TN' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 8, set: { position: 'hoi truong phu nu' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 9, set: { position: 'CC VP-TK' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 10, set: { position: 'CA xã' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 9, set: { position: null } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 6, set: { role: 'không rõ' } }, says: null },
  ],
});

export const memberVillageLeader = defineRule({
  id: 'member.village-leader',
  title: 'Tổ trưởng tổ cấp thôn',
  clause: 'III.3.1.3',
  variants: {
    none: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn này chưa có Tổ trưởng.',
      fix: 'Tổ trưởng là trưởng thôn, bản, khu phố hoặc tổ trưởng tổ dân phố. Vui lòng ghi thêm ở trang «Thành viên».',
    },
    perhaps: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn này chưa có Tổ trưởng.',
      fix: 'Dòng {first} trang «Thành viên» là trưởng thôn, bản, khu phố: nếu đúng, vui lòng chọn vai trò «Tổ trưởng» ở dòng đó.',
    },
    several: {
      severity: 'finding',
      sentence: 'Tổ này đã có Tổ trưởng ở dòng {first}; mỗi tổ chỉ có một Tổ trưởng.',
      fix: 'Vui lòng sửa vai trò của một trong hai người.',
    },
    title: {
      severity: 'finding',
      sentence:
        '«{value}» chưa phải trưởng thôn, bản, khu phố hoặc tổ trưởng tổ dân phố, trong khi vai trò là Tổ trưởng.',
      fix: 'Vui lòng ghi đủ chức danh, hoặc sửa vai trò; nếu đúng như vậy, xin để nguyên.',
    },
  },
  examples: [
    { tab: 'members', set: { role: 'Thành viên', position: 'Giáo viên' }, says: 'none' },
    { tab: 'members', set: { role: 'Thành viên' }, says: 'perhaps' },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { role: 'Tổ trưởng' } }, says: 'several' },
    { tab: 'members', set: { position: 'Chi hội trưởng Nông dân' }, says: 'title' },
    { tab: 'members', set: { position: 'Phó Trưởng thôn' }, says: 'title' },
    { tab: 'members', set: { position: 'Bí thư chi bộ, Trưởng thôn' }, says: null },
    { tab: 'members', set: { position: 'KP trưởng' }, says: null },
    { tab: 'members', set: { position: 'truong ban' }, says: null },
    { tab: 'members', set: { role: null }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 3, set: { role: 'không rõ' } }, says: null },
    { tab: 'members', set: { village: 'Thôn Cổ Mĩ' }, says: null },
  ],
});

export const memberVillageDeputy = defineRule({
  id: 'member.village-deputy',
  title: 'Tổ phó tổ cấp thôn',
  clause: 'III.3.1.3',
  variants: {
    none: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn này chưa có Tổ phó.',
      fix: 'Tổ phó là Bí thư Đoàn thanh niên cấp thôn. Vui lòng ghi thêm ở trang «Thành viên».',
    },
    perhaps: {
      severity: 'finding',
      sentence: 'Tổ cấp thôn này chưa có Tổ phó.',
      fix: 'Dòng {first} trang «Thành viên» là Bí thư Đoàn: nếu đúng, vui lòng chọn vai trò «Tổ phó» ở dòng đó.',
    },
    several: {
      severity: 'finding',
      sentence: 'Tổ này đã có Tổ phó ở dòng {first}; mỗi tổ cấp thôn có một Tổ phó.',
      fix: 'Vui lòng sửa vai trò của một trong hai người.',
    },
    title: {
      severity: 'finding',
      sentence: '«{value}» chưa phải Bí thư Đoàn thanh niên cấp thôn, trong khi vai trò là Tổ phó.',
      fix: 'Vui lòng ghi đủ chức danh, hoặc sửa vai trò; nếu đúng như vậy, xin để nguyên.',
    },
  },
  examples: [
    {
      tab: 'members',
      edit: { do: 'set-row', row: 2, set: { role: 'Thành viên', position: 'Y tế thôn' } },
      says: 'none',
    },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { role: 'Thành viên' } }, says: 'perhaps' },
    { tab: 'members', edit: { do: 'set-row', row: 3, set: { role: 'Tổ phó' } }, says: 'several' },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { position: 'Giáo viên' } }, says: 'title' },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { position: 'BT Đoàn TN' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { position: '#REF!' } }, says: null },
    { tab: 'members', edit: { do: 'set-row', row: 2, set: { role: 'Tổ trưởng' } }, says: null },
  ],
});

export const MEMBER_COMPOSITION_RULES = [memberCommuneSlots, memberVillageLeader, memberVillageDeputy];
