/**
 * `Cấu hình`: what the Department decides, one decision a row, so that rows can be added, sorted and deleted freely.
 *
 * | A `Kiểm tra` | B `Mục` | C `Đơn vị, tháng, năm` | D `Giá trị` | E `Ghi chú` |
 * |---|---|---|---|---|
 * | ✓ | Ngày nghỉ | 2022 | 01/09/2022; 02/09/2022 | |
 * | ! … | Thư của đơn vị | Huyện Vĩnh Linh | | |
 */
import { choice, MAX_NAME, text } from '../cells.ts';
import type { ChoiceList } from '../choice-lists.ts';
import { defineSheet, optional, required } from '../sheet.ts';

export const DATA_WINDOWS = {
  id: 'dataWindow',
  title: 'Kỳ số liệu',
  choices: [
    {
      value: 'decree-09',
      label: 'Từ ngày 15 tháng trước đến ngày 14',
      aliases: ['decree-09', '15-14', 'Nghị định 09', 'Nghị định 09/2019/NĐ-CP', 'Từ ngày 15 đến ngày 14'],
    },
    { value: 'calendar-month', label: 'Cả tháng dương lịch', aliases: ['calendar-month', 'Tháng dương lịch'] },
  ],
} as const satisfies ChoiceList;

export const SETTING_ITEMS = {
  id: 'settingItem',
  title: 'Mục',
  choices: [
    { value: 'dataWindow', label: 'Kỳ số liệu' },
    { value: 'graceWorkingDays', label: 'Số ngày làm việc chờ sau hạn nộp', aliases: ['Số ngày làm việc gia hạn'] },
    { value: 'daysOff', label: 'Ngày nghỉ', aliases: ['Nghỉ lễ', 'Ngày nghỉ lễ'] },
    { value: 'workedSaturdays', label: 'Thứ Bảy làm bù', aliases: ['Ngày làm bù', 'Làm bù'] },
    { value: 'departmentMail', label: 'Thư của Sở', aliases: ['Địa chỉ thư của Sở', 'Thư điện tử của Sở'] },
    { value: 'mailTo', label: 'Thư của đơn vị', aliases: ['Địa chỉ thư của đơn vị', 'Thư điện tử của đơn vị'] },
    { value: 'staff', label: 'Tài khoản được gửi báo cáo', aliases: ['Cán bộ gửi báo cáo'] },
    { value: 'tasks', label: 'Nhiệm vụ của tháng', aliases: ['Nhiệm vụ', 'Nhiệm vụ trong tháng'] },
  ],
} as const satisfies ChoiceList;
export type SettingItem = (typeof SETTING_ITEMS)['choices'][number]['value'];

/** A month locks before the next but one opens: the functions look no further than one month back. */
export const MAX_GRACE_WORKING_DAYS = 10;
/** A task becomes the label of a line in the form. */
export const MAX_TASK = 200;

// biome-ignore format: one column, one line
export const SettingsSheet = defineSheet({
  key: 'settings',
  title: 'Cấu hình',
  monthly: false,
  rows: 200,
  columns: {
    item: required(choice(SETTING_ITEMS), { header: 'Mục', help: 'Chọn trong danh sách. Thêm dòng mới khi cần thêm ngày nghỉ, địa chỉ thư, tài khoản hoặc nhiệm vụ.', width: 260 }),
    scope: optional(text(MAX_NAME), { header: 'Đơn vị, tháng, năm', aliases: ['Đơn vị', 'Đơn vị/tháng', 'Phạm vi'], help: 'Tên đơn vị với thư và tài khoản; tháng, ví dụ 08/2022, với nhiệm vụ; năm, ví dụ 2022, với ngày nghỉ.', width: 200 }),
    value: required(text(), { header: 'Giá trị', help: 'Mỗi dòng một địa chỉ thư, một tài khoản hoặc một nhiệm vụ. Ngày ghi dạng 02/09/2022; nhiều ngày cách nhau dấu chấm phẩy.', width: 420 }),
    remark: optional(text(), { header: 'Ghi chú', help: 'Ghi chú thêm, không bắt buộc.', width: 240 }),
  },
});
