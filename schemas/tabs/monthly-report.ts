/**
 * `Báo cáo MM-YYYY`: the form by which a district sends its month. KH 115, V.
 *
 * | row | A `Chỉ tiêu` | B `Giá trị` | C `Ghi chú` | D `Kiểm tra` |
 * |---|---|---|---|---|
 * | 1 | «Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022» | | | |
 * | 2 | headers | | | |
 * | 3 … | one line each, in the order below; the month's tasks after the education lines | | | |
 */
import type * as z from 'zod/mini';
import { checkbox, count, date, MAX_NAME, money, personName, text } from '../cells.ts';
import { asked, defineForm, owned } from '../form.ts';

const NOT_REPORTED = 'Để trống nếu không báo cáo; không có thì ghi 0.';

// biome-ignore format: one line of the form, one line
export const MonthlyReport = defineForm({
  key: 'monthlyReport',
  title: 'Báo cáo',
  tasksBelow: 'educationTotal',
  lines: {
    nil: asked(checkbox(), { label: 'Không phát sinh hoạt động trong kỳ', aliases: ['Không phát sinh hoạt động', 'Không phát sinh'], help: 'Chỉ đánh dấu khi cả kỳ không có hoạt động nào.', clause: 'V.5' }),
    rosterReviewed: asked(checkbox(), { label: 'Đã rà soát danh sách thành viên', help: 'Đánh dấu khi trang «Thành viên» đã đúng với thực tế.', clause: 'III.3.3' }),
    educationInformed: asked(count('người'), { label: 'Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch', help: 'Số người đã được phổ biến, tính đến hết kỳ. Cần có khi gửi báo cáo.', clause: 'V.3, V.5', requiredAtSubmit: true }),
    educationTotal: asked(count('người'), { label: 'Tổng số cán bộ quản lý, giáo viên, nhân viên', help: 'Tổng số người của các đơn vị giáo dục trên địa bàn. Cần có khi gửi báo cáo.', clause: 'V.3, V.5', requiredAtSubmit: true }),
    fundingSocial: asked(money(), { label: 'Kinh phí xã hội hóa', help: `Số tiền trong kỳ, tính bằng đồng. ${NOT_REPORTED} Ghi nguồn ở cột «Ghi chú».`, clause: 'IV' }),
    fundingOther: asked(money(), { label: 'Kinh phí huy động hợp pháp khác', help: `Số tiền trong kỳ, tính bằng đồng. ${NOT_REPORTED} Ghi nguồn ở cột «Ghi chú».`, clause: 'IV' }),
    budgetProvince: asked(money(), { label: 'Kinh phí ngân sách tỉnh', help: `Số tiền trong kỳ, tính bằng đồng. ${NOT_REPORTED} Ghi nội dung chi ở cột «Ghi chú».`, clause: 'V.2' }),
    budgetDistrict: asked(money(), { label: 'Kinh phí ngân sách huyện', help: `Số tiền trong kỳ, tính bằng đồng. ${NOT_REPORTED} Ghi nội dung chi ở cột «Ghi chú».`, clause: 'V.5' }),
    budgetCommune: asked(money(), { label: 'Kinh phí ngân sách xã', help: `Số tiền trong kỳ, tính bằng đồng. ${NOT_REPORTED} Ghi nội dung chi ở cột «Ghi chú».`, clause: 'V.5' }),
    enterpriseClasses: asked(count('lớp', 'buổi'), { label: 'Số lớp do doanh nghiệp tập huấn', help: `Số lớp trong kỳ. ${NOT_REPORTED}`, clause: 'V.6' }),
    enterpriseTrainees: asked(count('người', 'lượt', 'lượt người'), { label: 'Số lượt người được doanh nghiệp tập huấn', help: `Số lượt người trong kỳ. ${NOT_REPORTED}`, clause: 'V.6' }),
    mediaItems: asked(count('tin', 'bài', 'tin, bài', 'chuyên mục'), { label: 'Số tin, bài, chuyên mục', help: `Số tin, bài, chuyên mục đã đăng, phát trong kỳ. ${NOT_REPORTED}`, clause: 'V.7' }),
    rewarded: asked(count('tập thể', 'cá nhân', 'người'), { label: 'Số tập thể, cá nhân được khen thưởng', help: `Số được khen thưởng trong kỳ. ${NOT_REPORTED}`, clause: 'V.5' }),
    evaluationNumber: asked(text(MAX_NAME), { label: 'Số văn bản đánh giá giai đoạn', help: 'Số và ký hiệu văn bản đánh giá giai đoạn 1 hoặc 2, ví dụ «120/BC-UBND».', clause: 'III.2.2' }),
    evaluationDate: asked(date(), { label: 'Ngày văn bản đánh giá giai đoạn', help: 'Ngày ký văn bản, ví dụ 28/10/2022.', clause: 'III.2.2' }),
    proposalNumber: asked(text(MAX_NAME), { label: 'Số văn bản đề xuất nhân rộng', help: 'Số và ký hiệu văn bản đề xuất phương án nhân rộng, ví dụ «135/TTr-UBND».', clause: 'III.2.3' }),
    proposalDate: asked(date(), { label: 'Ngày văn bản đề xuất nhân rộng', help: 'Ngày ký văn bản, ví dụ 15/12/2022.', clause: 'III.2.3' }),
    difficulties: asked(text(), { label: 'Khó khăn, vướng mắc', help: 'Ghi ngắn gọn. Không ghi họ tên, số điện thoại của người dân.', clause: 'V.5' }),
    proposals: asked(text(), { label: 'Kiến nghị, đề xuất', help: 'Ghi ngắn gọn điều cần cấp trên xem xét.', clause: 'V.5' }),
    reporter: asked(personName(), { label: 'Người lập báo cáo', help: 'Họ và tên người lập. Cần có khi gửi báo cáo.', clause: 'V.5', requiredAtSubmit: true, personal: true }),
    reporterTitle: asked(text(MAX_NAME * 2), { label: 'Chức vụ người lập báo cáo', help: 'Chức vụ của người lập. Cần có khi gửi báo cáo.', clause: 'V.5', requiredAtSubmit: true }),
    submit: asked(checkbox(), { label: 'GỬI BÁO CÁO', help: 'Đánh dấu khi số liệu đã đủ. Hệ thống kiểm tra và trả lời ở các dòng dưới, trong vòng 10 phút.', clause: 'V.5' }),
    status: owned(text(), { label: 'Trạng thái', help: 'Hệ thống ghi, không cần nhập.' }),
    receivedAt: owned(text(), { label: 'Thời điểm nhận', help: 'Hệ thống ghi, không cần nhập.' }),
    receipt: owned(text(), { label: 'Mã biên nhận', help: 'Hệ thống ghi, không cần nhập.' }),
    remaining: owned(text(), { label: 'Còn phải sửa', help: 'Hệ thống ghi những điều cần sửa trước khi gửi được.' }),
  },
});
export type MonthlyReportRecord = z.infer<typeof MonthlyReport.record>;
export type MonthlyReportKey = keyof typeof MonthlyReport.lines;
