/** Phone numbers. Messages never repeat one: Law 91/2025/QH15. */
import { defineRule } from '../rule.ts';

export const memberPhone = defineRule({
  id: 'member.phone',
  title: 'Số điện thoại',
  clause: null,
  inferred: true,
  variants: {
    leaderMissing: {
      severity: 'warning',
      sentence: 'Tổ trưởng chưa có số điện thoại.',
      fix: 'Vui lòng ghi số di động để tiện liên hệ; nếu không có số, xin để trống.',
    },
    unknownPrefix: {
      severity: 'warning',
      sentence: 'Hệ thống chưa biết đầu số này.',
      fix: 'Nếu số đúng, vui lòng để nguyên.',
    },
    landline: {
      severity: 'warning',
      sentence: 'Đây là số điện thoại cố định.',
      fix: 'Nếu có số di động, vui lòng ghi số di động; nếu không thì để nguyên.',
    },
    oldElevenDigits: {
      severity: 'error',
      sentence: 'Đây là số 11 chữ số, đã đổi sang 10 chữ số từ năm 2018.',
      fix: 'Vui lòng hỏi lại người dùng số và ghi số mới 10 chữ số.',
    },
    oldAreaCode: {
      severity: 'error',
      sentence: 'Mã vùng 053 của Quảng Trị đã đổi thành 0233 từ năm 2017.',
      fix: 'Vui lòng ghi lại số với mã vùng 0233, hoặc ghi số di động.',
    },
    wrongLength: {
      severity: 'error',
      sentence: 'Số này có {digits} chữ số; số di động có 10 chữ số, bắt đầu bằng 0.',
      fix: 'Vui lòng kiểm tra lại số.',
    },
    scientific: {
      severity: 'error',
      sentence: 'Bảng tính đã đổi số này sang dạng rút gọn nên mất chữ số.',
      fix: 'Vui lòng gõ lại số, và đặt định dạng ô là «Văn bản thuần túy».',
    },
    filler: {
      severity: 'error',
      sentence: 'Đây không phải là số điện thoại thật.',
      fix: 'Vui lòng ghi số thật, hoặc để trống nếu không có số.',
    },
    notAPhone: {
      severity: 'error',
      sentence: 'Nội dung ô này chưa đọc được là số điện thoại.',
      fix: 'Vui lòng chỉ ghi chữ số, ví dụ 0900000001, hoặc để trống nếu không có số.',
    },
  },
  examples: [
    { tab: 'members', set: { phone: null }, says: 'leaderMissing' },
    { tab: 'members', set: { phone: 'không có' }, says: 'leaderMissing' },
    { tab: 'members', set: { phone: null, role: 'Tổ phó' }, says: null },
    { tab: 'members', set: { phone: '0552000001' }, says: 'unknownPrefix' },
    { tab: 'members', set: { phone: '0233 3000 001' }, says: 'landline' },
    { tab: 'members', set: { phone: '01690000001' }, says: 'oldElevenDigits' },
    { tab: 'members', set: { phone: '0533000001' }, says: 'oldAreaCode' },
    { tab: 'members', set: { phone: '090000001' }, says: 'wrongLength' },
    { tab: 'members', set: { phone: '9,00E+08' }, says: 'scientific' },
    { tab: 'members', set: { phone: '0000000000' }, says: 'filler' },
    { tab: 'members', set: { phone: 'hỏi sau' }, says: 'notAPhone' },
    { tab: 'members', set: { phone: 900000001 }, says: null },
    { tab: 'members', set: { phone: '+84 900 000 001' }, says: null },
  ],
});

export const MEMBER_PHONE_RULES = [memberPhone];
