/** The person behind a seat: in several teams at once, and asked whether their data may be kept. */
import { defineRule } from '../rule.ts';

export const memberInSeveralTeams = defineRule({
  id: 'member.in-several-teams',
  title: 'Một người ở nhiều tổ',
  clause: null,
  inferred: true,
  variants: {
    another: {
      severity: 'warning',
      sentence: 'Người này cũng ở tổ {place}, dòng {first}; hệ thống tính một người, hai chỗ.',
      fix: 'Được phép; nếu đúng thì không cần làm gì. Nếu là hai người trùng tên, vui lòng ghi năm sinh.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'set-row', row: 7, set: { name: 'Lê Thị Hai', phone: null } }, says: 'another' },
    {
      tab: 'members',
      edit: { do: 'set-row', row: 7, set: { name: 'LÊ THỊ  HAI', birthYear: null, phone: null } },
      says: 'another',
    },
    {
      tab: 'members',
      edit: { do: 'set-row', row: 7, set: { name: 'Lê Thị Hai', birthYear: 1999, phone: null } },
      says: null,
    },
    { tab: 'members', edit: { do: 'set-row', row: 7, set: { name: 'Lê Thị Hai', phone: '0900000099' } }, says: null },
    { tab: 'members', edit: { do: 'repeat-row' }, says: null },
  ],
});

export const memberConsentMissing = defineRule({
  id: 'member.consent-missing',
  title: 'Đồng ý cho xử lý dữ liệu cá nhân',
  clause: 'Luật 91/2025/QH15',
  variants: {
    unticked: {
      severity: 'warning',
      sentence: 'Chưa ghi nhận sự đồng ý của người này về việc lưu họ tên, số điện thoại.',
      fix: 'Vui lòng hỏi người này; khi đã đồng ý thì đánh dấu ô, chưa đồng ý thì để nguyên.',
    },
  },
  examples: [
    { tab: 'members', set: { dataConsent: false }, says: 'unticked' },
    { tab: 'members', set: { dataConsent: null }, says: 'unticked' },
    { tab: 'members', set: { dataConsent: 'x' }, says: null },
    { tab: 'members', set: { dataConsent: 'hỏi lại sau' }, says: null },
    { tab: 'members', edit: { do: 'delete-header', column: 'dataConsent' }, says: null },
  ],
});

export const MEMBER_PERSON_RULES = [memberInSeveralTeams, memberConsentMissing];
