/** Who a member is: name and year of birth. */
import { defineRule } from '../rule.ts';

export const memberNameIncomplete = defineRule({
  id: 'member.name-incomplete',
  title: 'Họ và tên',
  clause: null,
  variants: {
    givenNameOnly: {
      severity: 'error',
      sentence: 'Ô này chỉ có tên, chưa có họ.',
      fix: 'Vui lòng ghi đủ họ, tên đệm và tên.',
    },
    notAName: {
      severity: 'error',
      sentence: 'Nội dung ô này không phải là họ và tên.',
      fix: 'Vui lòng ghi họ và tên bằng chữ; số điện thoại và số khác ghi ở cột của nó.',
    },
  },
  examples: [
    { tab: 'members', set: { name: 'Bình' }, says: 'givenNameOnly' },
    { tab: 'members', set: { name: 'Anh Bình' }, says: 'givenNameOnly' },
    { tab: 'members', set: { name: 900000001 }, says: 'notAName' },
    { tab: 'members', set: { name: 'Hồ A Mẫu' }, says: null },
  ],
});

export const memberBirthYear = defineRule({
  id: 'member.birth-year',
  title: 'Năm sinh',
  clause: null,
  inferred: true,
  variants: {
    impossible: {
      severity: 'error',
      sentence: 'Năm sinh trong ô này không thể đúng.',
      fix: 'Vui lòng ghi năm bốn chữ số, ví dụ 1985, hoặc để trống nếu không rõ.',
    },
    unreadable: {
      severity: 'error',
      sentence: 'Ô này chưa đọc được là năm sinh.',
      fix: 'Vui lòng ghi năm bốn chữ số, ví dụ 1985, hoặc để trống nếu không rõ.',
    },
    implausible: {
      severity: 'warning',
      sentence: 'Theo năm sinh, người này dưới 16 hoặc trên 90 tuổi.',
      fix: 'Vui lòng kiểm tra lại; nếu đúng thì không cần làm gì.',
    },
  },
  examples: [
    { tab: 'members', set: { birthYear: 1785 }, says: 'impossible' },
    { tab: 'members', set: { birthYear: '2098' }, says: 'impossible' },
    { tab: 'members', set: { birthYear: 'ngoài 40' }, says: 'unreadable' },
    { tab: 'members', set: { birthYear: 1920 }, says: 'implausible' },
    { tab: 'members', set: { birthYear: '1985' }, says: null },
  ],
});

export const MEMBER_NAME_RULES = [memberNameIncomplete, memberBirthYear];
