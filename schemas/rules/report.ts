/** Rules on the month's report, judged when it is sent; before that they fill `Còn phải sửa`. KH 115, III.2, III.3 and V. */
import { defineRule } from '../rule.ts';

export const reportNilWithActivities = defineRule({
  id: 'report.nil-with-activities',
  title: 'Không phát sinh nhưng có hoạt động',
  clause: 'V.5',
  variants: {
    rows: {
      severity: 'error',
      sentence: 'Đã đánh dấu «Không phát sinh hoạt động trong kỳ» nhưng trang «{tab}» có {count} dòng.',
      fix: 'Vui lòng bỏ dấu này, hoặc xóa các dòng ghi nhầm.',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: { nil: true }, says: 'rows' },
    { tab: 'monthlyReport', set: { nil: 'có' }, says: 'rows' },
    { tab: 'monthlyReport', set: { nil: true }, without: ['activities'], says: null },
    { tab: 'monthlyReport', set: { nil: false }, says: null },
  ],
});

export const reportEmpty = defineRule({
  id: 'report.empty',
  title: 'Kỳ không có hoạt động nào',
  clause: 'V.5',
  variants: {
    noRows: {
      severity: 'error',
      sentence: 'Trang «{tab}» chưa có dòng nào, mà ô «Không phát sinh hoạt động trong kỳ» chưa đánh dấu.',
      fix: 'Vui lòng ghi hoạt động; nếu cả kỳ không có, xin đánh dấu ô đó.',
    },
  },
  examples: [
    { tab: 'monthlyReport', without: ['activities'], says: 'noRows' },
    { tab: 'monthlyReport', set: { nil: false }, without: ['activities'], says: 'noRows' },
    { tab: 'monthlyReport', set: { nil: true }, without: ['activities'], says: null },
    { tab: 'monthlyReport', set: {}, says: null },
    // A row with a mistake is a row; its own problem speaks.
    { tab: 'activities', set: { date: 'hôm qua' }, says: null },
  ],
});

export const reportInformedExceedsTotal = defineRule({
  id: 'report.informed-exceeds-total',
  title: 'Số đã phổ biến lớn hơn tổng số',
  clause: 'V.3, V.5',
  variants: {
    exceeds: {
      severity: 'error',
      sentence: 'Số đã được phổ biến ({informed}) lớn hơn tổng số ({total}).',
      fix: 'Vui lòng kiểm tra lại hai số này.',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: { educationInformed: 1201, educationTotal: 1200 }, says: 'exceeds' },
    { tab: 'monthlyReport', set: { educationInformed: 1200, educationTotal: 1200 }, says: null },
    { tab: 'monthlyReport', set: { educationInformed: 1201, educationTotal: null }, says: null },
    { tab: 'monthlyReport', set: { educationInformed: 'nhiều', educationTotal: 3 }, says: null },
  ],
});

export const reportInformedBelow100 = defineRule({
  id: 'report.informed-below-100',
  title: 'Chưa phổ biến đến 100 % cán bộ, giáo viên',
  clause: 'V.3, V.5',
  variants: {
    below: {
      severity: 'finding',
      sentence: 'Mới phổ biến cho {informed}/{total} người, còn {missing} người; Kế hoạch cần 100 %.',
      fix: 'Vui lòng tiếp tục phổ biến; báo cáo vẫn gửi được.',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: { educationInformed: 1199, educationTotal: 1200 }, says: 'below' },
    { tab: 'monthlyReport', set: { educationInformed: 0, educationTotal: 1200 }, says: 'below' },
    { tab: 'monthlyReport', set: { educationInformed: 1200, educationTotal: 1200 }, says: null },
    { tab: 'monthlyReport', set: { educationInformed: 1201, educationTotal: 1200 }, says: null },
    { tab: 'monthlyReport', set: { educationInformed: null, educationTotal: 1200 }, says: null },
  ],
});

export const reportMoney = defineRule({
  id: 'report.money',
  title: 'Kinh phí',
  clause: 'IV, V.2, V.5',
  variants: {
    amount: {
      severity: 'error',
      sentence: 'Dòng «{column}» chưa đọc được là số tiền: cần số nguyên đồng, từ 0 trở lên.',
      fix: 'Vui lòng chỉ ghi chữ số, ví dụ 1500000; không báo cáo thì để trống.',
    },
    noNote: {
      severity: 'warning',
      sentence: 'Dòng «{column}» có số tiền nhưng cột «Ghi chú» còn trống.',
      fix: 'Vui lòng ghi nguồn tiền hoặc nội dung chi.',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: { fundingSocial: -5 }, says: 'amount' },
    { tab: 'monthlyReport', set: { budgetCommune: 1_500_000.5 }, says: 'amount' },
    { tab: 'monthlyReport', set: { budgetDistrict: 'có hỗ trợ' }, says: 'amount' },
    { tab: 'monthlyReport', set: { fundingOther: 500_000 }, says: 'noNote' },
    { tab: 'monthlyReport', set: { fundingOther: '1.500.000 đồng' }, says: 'noNote' },
    { tab: 'monthlyReport', set: { fundingOther: 500_000 }, remarks: { fundingOther: 'Mua loa' }, says: null },
    { tab: 'monthlyReport', set: { fundingOther: 0 }, says: null },
    { tab: 'monthlyReport', set: { fundingOther: null }, says: null },
    { tab: 'monthlyReport', set: { mediaItems: 4 }, says: null },
  ],
});

export const reportPhaseDocument = defineRule({
  id: 'report.phase-document',
  title: 'Văn bản của giai đoạn',
  clause: 'III.2.2, III.2.3',
  variants: {
    evaluation: {
      severity: 'finding',
      sentence: 'Giai đoạn {phase} kết thúc ngày {to} nhưng chưa ghi văn bản đánh giá.',
      fix: 'Vui lòng ghi số và ngày văn bản; chưa ban hành thì để trống, báo cáo vẫn gửi được.',
    },
    proposal: {
      severity: 'finding',
      sentence: 'Giai đoạn {phase} kết thúc ngày {to} nhưng chưa ghi văn bản đề xuất phương án nhân rộng.',
      fix: 'Vui lòng ghi số và ngày văn bản; chưa ban hành thì để trống, báo cáo vẫn gửi được.',
    },
    noDate: {
      severity: 'finding',
      sentence: 'Đã ghi số văn bản nhưng chưa ghi ngày.',
      fix: 'Vui lòng ghi ngày ký văn bản; báo cáo vẫn gửi được.',
    },
    noNumber: {
      severity: 'finding',
      sentence: 'Đã ghi ngày văn bản nhưng chưa ghi số.',
      fix: 'Vui lòng ghi số và ký hiệu văn bản; báo cáo vẫn gửi được.',
    },
  },
  examples: [
    { tab: 'monthlyReport', period: '2022-07', says: 'evaluation' },
    { tab: 'monthlyReport', period: '2022-10', says: 'evaluation' },
    { tab: 'monthlyReport', period: '2022-12', says: 'proposal' },
    {
      tab: 'monthlyReport',
      period: '2022-12',
      set: { evaluationNumber: '1/BC-UBND', evaluationDate: 44750 },
      says: 'proposal',
    },
    { tab: 'monthlyReport', set: { evaluationNumber: '120/BC-UBND' }, says: 'noDate' },
    { tab: 'monthlyReport', set: { proposalDate: 44750 }, says: 'noNumber' },
    {
      tab: 'monthlyReport',
      period: '2022-07',
      set: { evaluationNumber: '120/BC-UBND', evaluationDate: 44750 },
      says: null,
    },
    { tab: 'monthlyReport', period: '2022-08', says: null },
    { tab: 'monthlyReport', period: '2022-06', says: null },
    { tab: 'monthlyReport', period: '2023-07', says: null },
  ],
});

export const reportRosterNotReviewed = defineRule({
  id: 'report.roster-not-reviewed',
  title: 'Chưa rà soát danh sách thành viên',
  clause: 'III.3.3',
  variants: {
    unticked: {
      severity: 'warning',
      sentence: 'Chưa đánh dấu «Đã rà soát danh sách thành viên».',
      fix: 'Vui lòng xem lại trang «Thành viên» cho đúng thực tế, rồi đánh dấu.',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: {}, says: 'unticked' },
    { tab: 'monthlyReport', set: { rosterReviewed: false }, says: 'unticked' },
    { tab: 'monthlyReport', set: { rosterReviewed: true }, says: null },
  ],
});

export const reportInitiativeText = defineRule({
  id: 'report.initiative-text',
  title: 'Sáng kiến chưa có nội dung',
  clause: 'III.3.2',
  variants: {
    onlyKind: {
      severity: 'error',
      sentence: 'Dòng «Sáng kiến» này chưa nói sáng kiến, cách làm hay là gì.',
      fix: 'Vui lòng ghi ngắn gọn ở cột «Nội dung».',
    },
  },
  examples: [
    { tab: 'activities', set: { kind: 'Sáng kiến', content: 'Sáng kiến' }, says: 'onlyKind' },
    { tab: 'activities', set: { kind: 'Sáng kiến', content: 'Có 01 sáng kiến mới trong kỳ' }, says: 'onlyKind' },
    { tab: 'activities', set: { kind: 'Cách làm hay', content: 'Cách làm hay về chuyển đổi số' }, says: 'onlyKind' },
    { tab: 'activities', set: { kind: 'Sáng kiến', content: 'Loa phát thanh số ở chợ' }, says: null },
    { tab: 'activities', set: { kind: 'Sáng kiến', content: 'Sáng kiến chợ 4.0' }, says: null },
    { tab: 'activities', set: { kind: 'Tuyên truyền', content: 'Sáng kiến' }, says: null },
    { tab: 'activities', set: { kind: 'Sáng kiến', content: null }, says: null },
  ],
});

export const reportCommendationTarget = defineRule({
  id: 'report.commendation-target',
  title: 'Đề xuất khen thưởng chưa rõ ai',
  clause: 'III.3.2',
  variants: {
    unknown: {
      severity: 'error',
      sentence: 'Dòng «Đề xuất khen thưởng» này chưa nói khen ai.',
      fix: 'Vui lòng ghi ở cột «Nội dung» là người dân, doanh nghiệp hay thành viên tổ; không cần ghi họ tên.',
    },
  },
  examples: [
    {
      tab: 'activities',
      set: { kind: 'Đề xuất khen thưởng', content: 'Đề xuất khen thưởng tháng 8' },
      says: 'unknown',
    },
    { tab: 'activities', set: { kind: 'Khen thưởng', content: 'Thành tích chuyển đổi số' }, says: 'unknown' },
    { tab: 'activities', set: { kind: 'Khen thưởng', content: 'Khen 02 thành viên tổ thôn' }, says: null },
    { tab: 'activities', set: { kind: 'Khen thưởng', content: 'Hộ kinh doanh ở chợ dùng mã QR' }, says: null },
    { tab: 'activities', set: { kind: 'Khen thưởng', content: 'Biểu dương doanh nghiệp viễn thông' }, says: null },
    { tab: 'activities', set: { kind: 'Sáng kiến', content: 'Thành tích chuyển đổi số' }, says: null },
  ],
});

export const reportEditedAfterSubmission = defineRule({
  id: 'report.edited-after-submission',
  title: 'Có sửa sau khi gửi',
  clause: 'V.5',
  variants: {
    edited: {
      severity: 'warning',
      sentence: 'Số liệu kỳ này có sửa sau khi gửi; lần sửa gần nhất ghi nhận lúc {at}.',
      fix: 'Sửa xong, vui lòng đánh dấu «GỬI BÁO CÁO» lần nữa để nhận biên nhận mới.',
    },
  },
  examples: [
    { tab: 'monthlyReport', edited: 'after-submission', says: 'edited' },
    { tab: 'monthlyReport', edited: 'after-lock', says: null },
    { tab: 'monthlyReport', says: null },
  ],
});

export const reportEditedAfterLock = defineRule({
  id: 'report.edited-after-lock',
  title: 'Có sửa sau khi khóa',
  clause: 'V.5',
  variants: {
    edited: {
      severity: 'error',
      sentence: 'Kỳ này đã khóa lúc {at}; phần sửa sau đó chưa được tính.',
      fix: 'Vui lòng ghi lại như cũ, hoặc đề nghị Sở mở lại kỳ hay đính chính.',
    },
  },
  examples: [
    { tab: 'monthlyReport', edited: 'after-lock', says: 'edited' },
    { tab: 'monthlyReport', edited: 'after-submission', says: null },
    { tab: 'monthlyReport', says: null },
  ],
});

export const REPORT_RULES = [
  reportNilWithActivities,
  reportEmpty,
  reportInformedExceedsTotal,
  reportInformedBelow100,
  reportMoney,
  reportPhaseDocument,
  reportRosterNotReviewed,
  reportInitiativeText,
  reportCommendationTarget,
  reportEditedAfterSubmission,
  reportEditedAfterLock,
];
