/** Number and symbol of the founding decision. Gaps are warnings: nobody shall invent a number to be let through. */
import { defineRule } from '../rule.ts';

export const teamDecisionNumber = defineRule({
  id: 'team.decision-number',
  title: 'Số quyết định',
  clause: 'III.3.1.1',
  variants: {
    incomplete: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là «{understood}».',
      fix: 'Vui lòng ghi đủ số và ký hiệu như trên văn bản.',
    },
    malformed: {
      severity: 'warning',
      sentence: '«{value}» chưa giống số và ký hiệu của quyết định.',
      fix: 'Vui lòng ghi như trên văn bản, ví dụ «45/QĐ-UBND».',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionNumber: 'QĐ số 45' }, says: 'incomplete' },
    { tab: 'teams', set: { decisionNumber: 45 }, says: 'incomplete' },
    { tab: 'teams', set: { decisionNumber: '45/KH-UBND' }, says: 'malformed' },
    { tab: 'teams', set: { decisionNumber: '45/QD-UBND' }, says: null },
    { tab: 'teams', set: { decisionNumber: '12/2022/QĐ-UBND' }, says: null },
  ],
});

export const TEAM_DECISION_NUMBER_RULES = [teamDecisionNumber];
