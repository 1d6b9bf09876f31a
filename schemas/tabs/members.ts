/** `Thành viên`: who is in which team. Names and phones never leave this tab. KH 115, III.3.1.2–III.3.1.4. */
import type * as z from 'zod/mini';
import { checkbox, choice, commune, date, MAX_NAME, personName, phone, text, village, year } from '../cells.ts';
import { GENDERS, ROLES } from '../choice-lists.ts';
import { defineSheet, optional, required } from '../sheet.ts';

// biome-ignore format: one column, one line
export const Members = defineSheet({
  key: 'members',
  title: 'Thành viên',
  monthly: false,
  rows: 500,
  columns: {
    commune: required(commune(), { header: 'Xã/phường/thị trấn', aliases: ['Xã, phường, thị trấn', 'Xã', 'Tên xã', 'Đơn vị cấp xã'], help: 'Chọn xã, phường hoặc thị trấn trong danh sách.', clause: 'III.3.1', width: 170 }),
    village: optional(village(), { header: 'Thôn/bản/khu phố', aliases: ['Thôn', 'Thôn/khu phố', 'Thôn, bản, khu phố', 'Tổ dân phố'], help: 'Ghi đúng như ở trang «Tổ». Để trống nếu là thành viên tổ cấp xã.', clause: 'III.3.1', width: 160 }),
    name: required(personName(), { header: 'Họ và tên', aliases: ['Họ tên', 'Tên'], help: 'Ghi đủ họ, tên đệm và tên. Mỗi dòng một người.', clause: 'III.3.1', width: 180, personal: true }),
    birthYear: optional(year(), { header: 'Năm sinh', aliases: ['Ngày sinh'], help: 'Chỉ ghi năm, ví dụ 1985.', width: 80, personal: true }),
    gender: optional(choice(GENDERS), { header: 'Giới tính', aliases: ['Giới', 'Nam/nữ'], help: 'Chọn «Nam» hoặc «Nữ».', width: 80 }),
    role: required(choice(ROLES), { header: 'Vai trò', aliases: ['Vai trò trong tổ'], help: 'Chọn vai trò trong tổ. Tổ cấp thôn quá 8 người thì ghi «Cộng tác viên» từ người thứ 9.', clause: 'III.3.1.4', width: 110 }),
    position: required(text(MAX_NAME * 2), { header: 'Chức danh/nghề nghiệp', aliases: ['Chức danh', 'Chức vụ', 'Nghề nghiệp'], help: 'Chức danh hoặc nghề nghiệp, ví dụ «Trưởng thôn», «Bí thư Đoàn xã», «Giáo viên».', clause: 'III.3.1.2', width: 200 }),
    phone: optional(phone(), { header: 'Số điện thoại', aliases: ['SĐT', 'Điện thoại', 'ĐT'], help: 'Cần với Tổ trưởng; người khác có thể để trống. Số này không được chuyển ra ngoài trang tính.', width: 120, personal: true }),
    local: optional(checkbox(), { header: 'Sinh sống, công tác tại thôn', aliases: ['Sinh sống tại thôn'], help: 'Đánh dấu nếu người này đang sinh sống hoặc công tác tại thôn.', clause: 'III.3.1.3', width: 110 }),
    joinedOn: required(date(), { header: 'Ngày tham gia', aliases: ['Ngày vào tổ'], help: 'Ngày tham gia tổ, thường là ngày quyết định.', clause: 'III.3.1.4', width: 110 }),
    introducedBy: optional(text(MAX_NAME), { header: 'Người giới thiệu', help: 'Tổ trưởng đã giới thiệu, với người vào sau ngày thành lập.', clause: 'III.3.1.4', width: 160, personal: true }),
    consentedOn: optional(date(), { header: 'Ngày Chủ tịch UBND xã đồng ý', aliases: ['Ngày Chủ tịch đồng ý'], help: 'Với người vào sau ngày thành lập.', clause: 'III.3.1.4', width: 120 }),
    leftOn: optional(date(), { header: 'Ngày thôi tham gia', help: 'Ghi khi thành viên xin thôi.', clause: 'III.3.1.4', width: 110 }),
    leaveApprovedOn: optional(date(), { header: 'Ngày chấp thuận cho thôi', help: 'Ngày Chủ tịch UBND cấp xã chấp thuận.', clause: 'III.3.1.4', width: 120 }),
    dataConsent: optional(checkbox(), { header: 'Đồng ý cho xử lý dữ liệu cá nhân', aliases: ['Đồng ý'], help: 'Chỉ đánh dấu khi người này đã thực sự đồng ý. Luật 91/2025/QH15.', width: 120 }),
    remark: optional(text(), { header: 'Ghi chú', help: 'Ghi chú thêm, không bắt buộc.', width: 200, personal: true }),
  },
});
export type MemberRecord = z.infer<typeof Members.record>;
