/** Names and numbers of people in free text. The messages never repeat them. Law 91/2025/QH15. */
import { defineRule } from '../rule.ts';

export const activityPersonalData = defineRule({
  id: 'activity.personal-data',
  title: 'Dữ liệu cá nhân trong phần ghi chữ',
  clause: 'Luật 91/2025/QH15',
  variants: {
    phone: {
      severity: 'warning',
      sentence: 'Ô này có số điện thoại. Chỉ ghi số điện thoại ở trang «Thành viên».',
      fix: 'Vui lòng bỏ số đó; khi còn số, nội dung ô này không được chuyển lên tỉnh.',
    },
    identity: {
      severity: 'warning',
      sentence: 'Ô này có dãy 12 chữ số giống số căn cước. Bảng tính không cần số căn cước.',
      fix: 'Vui lòng bỏ số đó; khi còn số, nội dung ô này không được chuyển lên tỉnh.',
    },
    name: {
      severity: 'warning',
      sentence: 'Ô này có họ tên của người trong danh sách thành viên.',
      fix: 'Vui lòng ghi chức danh thay họ tên, ví dụ «tổ trưởng»; khi còn họ tên, nội dung này không được chuyển lên tỉnh.',
    },
  },
  examples: [
    { tab: 'activities', set: { content: 'Hướng dẫn VNeID, liên hệ 0905 123 456' }, says: 'phone' },
    { tab: 'activities', set: { remark: 'LH +84 905.123.456 để biết thêm' }, says: 'phone' },
    { tab: 'activities', set: { remark: 'ĐT nhà văn hóa: 0233 3852 123' }, says: 'phone' },
    { tab: 'activities', set: { evidence: 'https://zalo.me/0905123456' }, says: 'phone' },
    { tab: 'activities', set: { content: 'Kích hoạt VNeID cho số 045090001234' }, says: 'identity' },
    { tab: 'activities', set: { content: 'Bà Lê Thị Hai hướng dẫn nộp hồ sơ' }, says: 'name' },
    { tab: 'activities', set: { remark: 'le thi hai ghi' }, says: 'name' },
    { tab: 'monthlyReport', set: { difficulties: 'Anh Nguyễn Văn Mẫu đi học dài ngày' }, says: 'name' },
    { tab: 'monthlyReport', set: { proposals: 'Gọi 0905123456' }, says: 'phone' },
    { tab: 'monthlyReport', remarks: { fundingSocial: 'Ông chủ quán, 0905 123 456' }, says: 'phone' },
    { tab: 'monthlyReport', remarks: { nil: 'Báo theo số 045090001234' }, says: 'identity' },
    { tab: 'monthlyReport', remarks: { reporter: 'Thay anh Nguyễn Văn Mẫu' }, says: 'name' },
    { tab: 'activities', set: { content: 'Chị Hai hướng dẫn 25 người ngày 07.08.2022 12 buổi' }, says: null },
    { tab: 'activities', set: { content: 'Mua máy tính 500.000.000 đồng, quyết định 45/QĐ-UBND' }, says: null },
    { tab: 'activities', set: { evidence: 'https://facebook.com/photo/?fbid=1090512345678901' }, says: null },
    { tab: 'monthlyReport', set: { difficulties: 'Sóng yếu ở thôn Cổ Mỹ' }, says: null },
    { tab: 'monthlyReport', remarks: { fundingSocial: 'Hợp tác xã ủng hộ 02 loa, ngày 07.08.2022' }, says: null },
  ],
});

export const ACTIVITY_PERSONAL_DATA_RULES = [activityPersonalData];
