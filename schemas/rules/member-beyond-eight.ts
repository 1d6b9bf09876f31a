/** The ninth member of a village team and those after: the plan has a group for them. KH 115, III.3.1.4. */
import { defineRule } from '../rule.ts';

/** A hint on the rows that make a team too big; the finding itself is the team's, `team.size-village`. */
export const memberBeyondEight = defineRule({
  id: 'member.beyond-eight',
  title: 'Thành viên thứ 9 trở đi',
  clause: 'III.3.1.4',
  variants: {
    member: {
      severity: 'info',
      sentence: 'Tổ này có {count} thành viên chính thức, tổ cấp thôn có tối đa 8 người.',
      fix: 'Người thứ 9 trở đi xin ghi vai trò «{suggestion}».',
      mechanical: true,
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'people', count: 9 }, says: 'member' },
    { tab: 'members', edit: { do: 'people', count: 8 }, says: null },
  ],
});

export const MEMBER_BEYOND_EIGHT_RULES = [memberBeyondEight];
