/**
 * What can be wrong with a row of `Cấu hình`, and what is then written beside it. An error keeps the last valid version
 * in force; a warning does not. `{value}` is the cell as typed; addresses are never repeated.
 */
export interface SettingRule {
  readonly severity: 'error' | 'warning';
  readonly sentence: string;
}

const error = (sentence: string): SettingRule => ({ severity: 'error', sentence });
const warning = (sentence: string): SettingRule => ({ severity: 'warning', sentence });

// biome-ignore format: one rule, one line
export const SETTING_RULES = {
  'settings.tab-missing': error('Bảng tính của tỉnh không có trang «Cấu hình». Xin đổi tên trang trở lại, hoặc chạy lại việc tạo bảng tính.'),
  'settings.header': error('Thiếu hoặc lặp cột «Mục» hay cột «Giá trị», nên chưa đọc được trang này. Xin khôi phục dòng tiêu đề.'),
  'settings.item-blank': error('Chưa chọn mục cho dòng này. Xin chọn trong danh sách ở cột «Mục».'),
  'settings.item-unknown': error('Mục «{value}» không có trong danh sách. Xin chọn trong danh sách ở cột «Mục».'),
  'settings.item-missing': error('Thiếu dòng «{item}». Xin thêm lại dòng này.'),
  'settings.item-doubled': error('Mục «{item}» đã có ở dòng {row}. Xin giữ lại một dòng.'),
  'settings.value-blank': error('Chưa ghi giá trị. Xin ghi ở cột «Giá trị», hoặc xóa dòng này.'),
  'settings.window-unknown': error('Chưa rõ kỳ số liệu «{value}». Xin ghi «{first}» hoặc «{second}».'),
  'settings.window-too-late': error('Tháng {month}: số liệu đến ngày {end}, hạn nộp là hết ngày {due}, ở giữa không còn ngày làm việc nào để lập báo cáo. Xin xem lại các ngày nghỉ của tháng này, hoặc kỳ số liệu.'),
  'settings.grace': error('Chưa đọc được số ngày. Xin ghi một số từ 0 đến {most}, ví dụ 3.'),
  'settings.date': error('«{value}» không phải là một ngày. Xin ghi dạng 02/09/2022; nhiều ngày cách nhau dấu chấm phẩy.'),
  'settings.date-year': error('Ngày {date} không thuộc năm «{value}» ghi bên cạnh. Xin sửa ngày hoặc năm.'),
  'settings.not-saturday': error('Ngày {date} không phải là thứ Bảy. Xin xem lại ngày làm bù.'),
  'settings.date-conflict': error('Ngày {date} vừa là ngày nghỉ vừa là ngày làm bù. Xin giữ lại một nơi.'),
  'settings.unit-blank': error('Chưa ghi đơn vị. Xin ghi tên ở cột «Đơn vị, tháng, năm», ví dụ «Huyện Vĩnh Linh».'),
  'settings.unit-unknown': error('Không có đơn vị «{value}». Xin ghi tên đầy đủ, ví dụ «Huyện Vĩnh Linh».'),
  'settings.address': error('Địa chỉ thư chưa đúng. Xin ghi một địa chỉ, ví dụ phong-vhtt@example.vn.'),
  'settings.address-several': error('Dòng này có nhiều địa chỉ thư. Xin ghi mỗi dòng một địa chỉ.'),
  'settings.address-blank': warning('Chưa có địa chỉ thư nên chưa gửi thư được. Xin bổ sung.'),
  'settings.month': error('Chưa rõ tháng của nhiệm vụ. Xin ghi ở cột «Đơn vị, tháng, năm», ví dụ 08/2022.'),
  'settings.task': error('Chưa đọc được tên nhiệm vụ. Xin ghi chữ thường, không công thức, không quá {most} ký tự.'),
  'settings.task-doubled': error('Nhiệm vụ này đã có ở dòng {row} cho cùng tháng. Xin giữ lại một dòng.'),
  'settings.year-without-days-off': warning('Chưa có ngày nghỉ nào của năm {year}, nên hạn khóa kỳ có thể tính sai. Xin bổ sung.'),
} as const satisfies Record<string, SettingRule>;
export type SettingRuleId = keyof typeof SETTING_RULES;
