/** Rules on the structure of a tab: one message for the tab or the block, never one per cell. */
import { defineRule } from '../rule.ts';

export const tabMissing = defineRule({
  id: 'tab.missing',
  title: 'Thiếu trang tính',
  clause: null,
  variants: {
    missing: {
      severity: 'error',
      sentence: 'Không thấy trang «{tab}» trong bảng tính.',
      fix: 'Vui lòng khôi phục trang này (Tệp → Lịch sử phiên bản) hoặc báo Sở để tạo lại.',
    },
    renamed: {
      severity: 'error',
      sentence: 'Không thấy trang «{tab}». Trang «{found}» có các cột của trang này.',
      fix: 'Vui lòng đổi tên trang «{found}» thành «{tab}».',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'delete-tab' }, says: 'missing' },
    { tab: 'members', edit: { do: 'rename-tab', to: 'Danh sách TV' }, says: 'renamed' },
    { tab: 'members', edit: { do: 'rename-tab', to: ' thành viên ' }, says: null },
  ],
});

export const tabHeaderMissing = defineRule({
  id: 'tab.header-missing',
  title: 'Thiếu cột',
  clause: null,
  variants: {
    column: {
      severity: 'error',
      sentence: 'Trang «{tab}» thiếu cột «{columns}» nên chưa đọc được các dòng.',
      fix: 'Vui lòng ghi lại đúng tên cột ở dòng tiêu đề.',
    },
    check: {
      severity: 'warning',
      sentence: 'Trang «{tab}» không còn cột «Kiểm tra» nên kết quả chỉ ghi ở trang «Kết quả kiểm tra».',
      fix: 'Vui lòng thêm lại cột «Kiểm tra» ở đầu bảng.',
    },
  },
  examples: [
    { tab: 'teams', edit: { do: 'delete-header', column: 'decisionDate' }, says: 'column' },
    { tab: 'teams', edit: { do: 'rename-header', column: 'decisionDate', to: 'Ngày QĐ' }, says: null },
    { tab: 'teams', edit: { do: 'delete-header', column: 'remark' }, says: null },
    { tab: 'teams', edit: { do: 'delete-header', column: 'check' }, says: 'check' },
  ],
});

export const tabHeaderDoubled = defineRule({
  id: 'tab.header-doubled',
  title: 'Hai cột cùng tên',
  clause: null,
  variants: {
    column: {
      severity: 'error',
      sentence: 'Trang «{tab}» có hai cột «{columns}» nên không biết đọc cột nào.',
      fix: 'Vui lòng xóa hoặc đổi tên một cột.',
    },
  },
  examples: [
    { tab: 'teams', edit: { do: 'double-header', column: 'commune' }, says: 'column' },
    { tab: 'teams', set: {}, says: null },
  ],
});

/** The purpose does not need it, so it is not kept, and no message repeats it. */
export const tabIdentityColumn = defineRule({
  id: 'tab.identity-column',
  title: 'Cột số căn cước',
  clause: 'Luật 91/2025/QH15',
  variants: {
    column: {
      severity: 'error',
      sentence: 'Hệ thống không thu thập số căn cước, trang này có cột «{columns}».',
      fix: 'Vui lòng xóa cột này khỏi trang tính.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'rename-header', column: 'remark', to: 'Số căn cước' }, says: 'column' },
    { tab: 'members', edit: { do: 'rename-header', column: 'remark', to: 'CMND/CCCD' }, says: 'column' },
    { tab: 'members', edit: { do: 'rename-header', column: 'remark', to: 'Dân tộc' }, says: null },
  ],
});

export const tabColumnsShifted = defineRule({
  id: 'tab.columns-shifted',
  title: 'Các cột bị lệch',
  clause: null,
  variants: {
    block: {
      severity: 'error',
      sentence: 'Có vẻ các cột bị lệch từ dòng {row} đến dòng {lastRow}: dữ liệu nằm ở cột bên cạnh.',
      fix: 'Vui lòng kéo dữ liệu về đúng cột. Các dòng này chưa được tính.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'shift-columns', rows: 3 }, says: 'block' },
    { tab: 'members', set: { phone: 'không rõ' }, says: null },
  ],
});

export const tabMergedCells = defineRule({
  id: 'tab.merged-cells',
  title: 'Ô bị gộp',
  clause: null,
  variants: {
    block: {
      severity: 'error',
      sentence: 'Các ô cột «{columns}» từ dòng {row} đến dòng {lastRow} đang gộp làm một, nên chỉ dòng đầu có giá trị.',
      fix: 'Vui lòng bỏ gộp ô rồi điền xuống cho đủ từng dòng.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'merge', column: 'commune', rows: 3 }, says: 'block' },
    { tab: 'members', set: {}, says: null },
  ],
});

export const tabCopied = defineRule({
  id: 'tab.copied',
  title: 'Bản sao của trang tính',
  clause: null,
  variants: {
    copy: {
      severity: 'warning',
      sentence: 'Trang «{found}» là bản sao của «{tab}» nên không được đọc.',
      fix: 'Nếu có dòng mới ở đó, vui lòng chuyển sang «{tab}» rồi xóa bản sao.',
    },
  },
  examples: [
    { tab: 'teams', edit: { do: 'copy-tab' }, says: 'copy' },
    { tab: 'teams', set: {}, says: null },
  ],
});

export const tabHeaderRowPasted = defineRule({
  id: 'tab.header-row-pasted',
  title: 'Dòng tiêu đề dán lại',
  clause: null,
  variants: {
    row: {
      severity: 'info',
      sentence: 'Dòng {row} lặp lại tiêu đề nên không tính.',
      fix: 'Không cần làm gì.',
    },
    numbers: {
      severity: 'info',
      sentence: 'Dòng {row} chỉ đánh số các cột nên không tính.',
      fix: 'Không cần làm gì.',
    },
  },
  examples: [
    { tab: 'members', edit: { do: 'repeat-header' }, says: 'row' },
    // A header pasted from another file, one column beside ours.
    {
      tab: 'members',
      edit: {
        do: 'add-rows',
        rows: [{ village: 'Xã/phường/thị trấn', name: 'Thôn/bản/khu phố', birthYear: 'Họ và tên', gender: 'Năm sinh' }],
      },
      says: 'row',
    },
    {
      tab: 'members',
      edit: {
        do: 'add-rows',
        rows: [{ commune: '(1)', village: '(2)', name: '(3)', birthYear: '(4)', gender: '(5)' }],
      },
      says: 'numbers',
    },
    { tab: 'members', set: {}, says: null },
  ],
});

export const TAB_RULES = [
  tabMissing,
  tabHeaderMissing,
  tabHeaderDoubled,
  tabIdentityColumn,
  tabColumnsShifted,
  tabMergedCells,
  tabCopied,
  tabHeaderRowPasted,
];
