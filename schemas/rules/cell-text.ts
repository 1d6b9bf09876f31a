/** Rules that any cell can break, whatever its kind. */
import { defineRule } from '../rule.ts';

export const cellRequired = defineRule({
  id: 'cell.required',
  title: 'Ô cần ghi',
  clause: null,
  variants: {
    blank: {
      severity: 'error',
      sentence: 'Cột «{column}» chưa có thông tin.',
      fix: 'Vui lòng ghi vào ô này. {help}',
    },
    line: {
      severity: 'error',
      sentence: 'Dòng «{column}» chưa có thông tin.',
      fix: 'Vui lòng ghi thêm. {help}',
    },
  },
  examples: [
    { tab: 'monthlyReport', set: { reporterTitle: 'Chuyên viên' }, says: 'line' },
    { tab: 'members', set: { position: null }, says: 'blank' },
    { tab: 'activities', set: { content: ' \u00a0' }, says: 'blank' },
    { tab: 'teams', set: { level: '\u200b' }, says: 'blank' },
    { tab: 'members', set: { gender: null, remark: '' }, says: null },
  ],
});

export const cellFormulaError = defineRule({
  id: 'cell.formula-error',
  title: 'Lỗi công thức',
  clause: null,
  variants: {
    error: {
      severity: 'error',
      sentence: 'Ô này đang báo lỗi công thức ({error}).',
      fix: 'Vui lòng ghi lại giá trị vào ô.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: '#REF!' }, says: 'error' },
    { tab: 'teams', set: { commune: '#N/A' }, says: 'error' },
    { tab: 'activities', set: { content: '#1: hướng dẫn người dân' }, says: null },
  ],
});

export const cellFormulaText = defineRule({
  id: 'cell.formula-text',
  title: 'Dấu công thức ở đầu ô',
  clause: null,
  variants: {
    formula: {
      severity: 'error',
      sentence: 'Nội dung bắt đầu bằng dấu «{mark}» dễ bị bảng tính hiểu là công thức.',
      fix: 'Vui lòng bỏ dấu «{mark}» ở đầu ô.',
    },
    bullet: {
      severity: 'info',
      sentence: 'Đã bỏ qua dấu gạch đầu dòng ở đầu ô.',
      fix: 'Không cần làm gì.',
      mechanical: true,
    },
  },
  examples: [
    { tab: 'activities', set: { content: '=HYPERLINK("x")' }, says: 'formula' },
    { tab: 'activities', set: { content: '@Hướng dẫn người dân' }, says: 'formula' },
    { tab: 'activities', set: { content: '- Hướng dẫn người dân' }, says: 'bullet' },
    { tab: 'activities', set: { content: '+ Hướng dẫn người dân' }, says: 'bullet' },
    { tab: 'activities', set: { content: 'Hướng dẫn người dân - đợt 2', turns: '-' }, says: null },
  ],
});

/**
 * What is decoded is a suggestion and never mechanical: which of the old encodings a cell is in rests on evidence, their
 * capital fonts have lost the case of letters, and a wrong decoding would look right.
 */
export const cellLegacyEncoding = defineRule({
  id: 'cell.legacy-encoding',
  title: 'Bảng mã cũ',
  clause: null,
  variants: {
    tcvn3: {
      severity: 'error',
      sentence: '«{value}» dùng bảng mã cũ (TCVN3/ABC) nên không đọc được.',
      fix: 'Có phải là «{decoded}»? Vui lòng gõ lại bằng Unicode hoặc chọn trong danh sách.',
    },
    vni: {
      severity: 'error',
      sentence: '«{value}» dùng bảng mã cũ (VNI) nên không đọc được.',
      fix: 'Có phải là «{decoded}»? Vui lòng gõ lại bằng Unicode hoặc chọn trong danh sách.',
    },
    telex: {
      severity: 'error',
      sentence: '«{value}» có vẻ gõ kiểu Telex khi chưa bật bộ gõ tiếng Việt.',
      fix: 'Có phải là «{decoded}»? Vui lòng gõ lại hoặc chọn trong danh sách.',
    },
    personal: {
      severity: 'error',
      sentence: 'Ô này dùng bảng mã cũ (TCVN3, VNI) hoặc gõ khi chưa bật bộ gõ nên không đọc được.',
      fix: 'Vui lòng gõ lại bằng tiếng Việt Unicode.',
    },
  },
  examples: [
    { tab: 'teams', unit: '2022:469', set: { commune: 'TriÖu §¹i' }, says: 'tcvn3' },
    { tab: 'teams', unit: '2022:469', set: { commune: 'Trieäu Ñaïi' }, says: 'vni' },
    { tab: 'teams', unit: '2022:469', set: { commune: 'Trieeuj DDaij' }, says: 'telex' },
    { tab: 'members', set: { position: 'Tr­ëng th«n' }, says: 'personal' },
    { tab: 'members', set: { position: 'Café trưởng, VNPT Vĩnh Linh' }, says: null },
  ],
});

export const cellTooLong = defineRule({
  id: 'cell.too-long',
  title: 'Nội dung quá dài',
  clause: null,
  variants: {
    tooLong: {
      severity: 'error',
      sentence: 'Nội dung ô này dài {length} ký tự, quá {max} ký tự.',
      fix: 'Vui lòng ghi ngắn gọn hơn; chi tiết xin để trong văn bản kèm theo.',
    },
  },
  examples: [
    { tab: 'activities', set: { content: 'Hướng dẫn '.repeat(300) }, says: 'tooLong' },
    { tab: 'members', set: { name: 'Nguyễn '.repeat(20) }, says: 'tooLong' },
    { tab: 'activities', set: { content: 'Hướng dẫn '.repeat(150) }, says: null },
  ],
});

export const cellGuessed = defineRule({
  id: 'cell.guessed',
  title: 'Đã hiểu theo cách gần nhất',
  clause: null,
  variants: {
    noMarks: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là «{understood}».',
      fix: 'Nếu đúng thì không cần làm gì; nếu không, vui lòng chọn lại tên trong danh sách.',
    },
    otherKind: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là «{understood}».',
      fix: 'Vui lòng ghi đúng là xã, phường hay thị trấn, hoặc chọn trong danh sách.',
    },
    yearMissing: {
      severity: 'warning',
      sentence: '«{value}» chưa có năm, đã hiểu là {understood}.',
      fix: 'Vui lòng ghi đủ năm; nếu đúng thì có thể để nguyên.',
    },
    dateRunTogether: {
      severity: 'warning',
      sentence: '«{value}» viết liền, đã hiểu là {understood}.',
      fix: 'Nếu đúng thì không cần làm gì; nếu không, vui lòng ghi lại dạng 05/06/2022.',
    },
    dateInText: {
      severity: 'warning',
      sentence: 'Đã lấy ngày {understood} trong «{value}».',
      fix: 'Vui lòng chỉ ghi ngày trong cột này.',
    },
    severalKinds: {
      severity: 'warning',
      sentence: '«{value}» có nhiều mục, hệ thống lấy mục đầu là «{understood}».',
      fix: 'Mỗi dòng chỉ chọn một mục. Nếu là nhiều việc, vui lòng tách thành nhiều dòng.',
    },
    synonym: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là «{understood}».',
      fix: 'Vui lòng chọn trong danh sách; nếu đúng thì có thể để nguyên.',
    },
    twoPhones: {
      severity: 'warning',
      sentence: 'Một ô chỉ ghi một số điện thoại. Hệ thống lấy số đầu tiên đọc được.',
      fix: 'Số còn lại xin bỏ hoặc ghi ở cột «Ghi chú».',
    },
    titleInName: {
      severity: 'warning',
      sentence: 'Đã tách «{title}» khỏi họ tên.',
      fix: 'Vui lòng ghi chức danh ở cột «Chức danh/nghề nghiệp».',
    },
    besidesName: {
      severity: 'warning',
      sentence: 'Đã bỏ qua phần ghi thêm bên cạnh họ tên.',
      fix: 'Vui lòng chỉ ghi họ và tên trong cột này.',
    },
    fullDate: {
      severity: 'warning',
      sentence: 'Chỉ cần năm sinh. Hệ thống chỉ lấy năm, không lấy ngày, tháng.',
      fix: 'Vui lòng chỉ ghi năm bốn chữ số.',
    },
    numberInText: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là {understood}.',
      fix: 'Vui lòng chỉ ghi chữ số; nếu đúng thì có thể để nguyên.',
    },
    villageNumber: {
      severity: 'warning',
      sentence: 'Ô này chỉ ghi số {understood}.',
      fix: 'Vui lòng ghi đủ tên, ví dụ «Thôn {understood}» hoặc «Khu phố {understood}».',
    },
    wholeCommune: {
      severity: 'warning',
      sentence: 'Đã hiểu «{value}» là tổ cấp xã, không thuộc thôn nào.',
      fix: 'Nếu đúng, vui lòng để trống ô này.',
    },
  },
  examples: [
    { tab: 'teams', set: { commune: 'VINH HOA' }, says: 'noMarks' },
    { tab: 'teams', set: { commune: 'Xã Hồ Xá' }, says: 'otherKind' },
    { tab: 'teams', set: { decisionDate: '5/6' }, says: 'yearMissing' },
    { tab: 'teams', set: { decisionDate: '20220605' }, says: 'dateRunTogether' },
    { tab: 'teams', set: { decisionDate: '05/06/2022 bản sao' }, says: 'dateInText' },
    { tab: 'activities', set: { kind: 'Tuyên truyền, hướng dẫn' }, says: 'severalKinds' },
    { tab: 'members', set: { role: 'Đội trưởng' }, says: 'synonym' },
    { tab: 'members', set: { phone: '0900000001 / 0900000002' }, says: 'twoPhones' },
    { tab: 'members', set: { name: 'Nguyễn Văn Một (Trưởng thôn)' }, says: 'titleInName' },
    { tab: 'members', set: { name: 'Nguyễn Văn Một (Tý)' }, says: 'besidesName' },
    { tab: 'members', set: { birthYear: '12/03/1985' }, says: 'fullDate' },
    { tab: 'activities', set: { turns: '25 bà con' }, says: 'numberInText' },
    { tab: 'teams', set: { village: 3 }, says: 'villageNumber' },
    { tab: 'activities', set: { village: 'Toàn xã' }, says: 'wholeCommune' },
    { tab: 'teams', set: { commune: 'xã Vĩnh Hoà', decisionDate: '5/6/2022' }, says: null },
    { tab: 'members', set: { role: 'tổ trưởng', phone: '0900 000 001' }, says: null },
  ],
});

export const cellNormalised = defineRule({
  id: 'cell.normalised',
  title: 'Đã đọc theo cách viết chuẩn',
  clause: null,
  variants: {
    understood: {
      severity: 'info',
      sentence: 'Đã hiểu là «{understood}».',
      fix: 'Nếu đúng thì không cần làm gì.',
      mechanical: true,
    },
    personal: {
      severity: 'info',
      sentence: 'Đã đọc được, chỉ bỏ qua dấu cách, ký hiệu hoặc chữ thừa.',
      fix: 'Không cần làm gì.',
      mechanical: true,
    },
    blank: {
      severity: 'info',
      sentence: 'Đã hiểu «{value}» là để trống.',
      fix: 'Nếu đúng thì không cần làm gì.',
    },
  },
  examples: [
    { tab: 'activities', set: { turns: '25 người' }, says: 'understood' },
    { tab: 'teams', set: { commune: 'x. vĩnh hoà' }, says: 'understood' },
    { tab: 'teams', set: { decisionDate: 'ngày 5 tháng 6 năm 2022' }, says: 'understood' },
    { tab: 'members', set: { name: '1. Ông Nguyễn Văn Một' }, says: 'personal' },
    { tab: 'members', set: { position: 'Trưởng\u00a0thôn ' }, says: 'personal' },
    { tab: 'activities', set: { evidence: 'không có' }, says: 'blank' },
    { tab: 'activities', set: { turns: 25 }, says: null },
  ],
});

export const activityEvidenceLink = defineRule({
  id: 'activity.evidence-link',
  title: 'Link minh chứng',
  clause: null,
  inferred: true,
  variants: {
    notAWebAddress: {
      severity: 'warning',
      sentence: '«{value}» không phải là địa chỉ trang web.',
      fix: 'Vui lòng dán địa chỉ bắt đầu bằng https:// của ảnh hoặc bài viết, hoặc để trống.',
    },
  },
  examples: [
    { tab: 'activities', set: { evidence: 'ảnh trong điện thoại' }, says: 'notAWebAddress' },
    { tab: 'activities', set: { evidence: 'https://vinhlinh.quangtri.gov.vn/tin' }, says: null },
    { tab: 'activities', set: { evidence: 'www.facebook.com/abc' }, says: null },
  ],
});

export const CELL_TEXT_RULES = [
  cellRequired,
  cellFormulaError,
  cellFormulaText,
  cellLegacyEncoding,
  cellTooLong,
  cellGuessed,
  cellNormalised,
  activityEvidenceLink,
];
