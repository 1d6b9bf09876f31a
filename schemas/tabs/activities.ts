/** `Hoạt động MM-YYYY`: what the teams did in one month's data window. KH 115, III.3.2. */
import type * as z from 'zod/mini';
import { choice, choices, commune, count, date, link, text, village } from '../cells.ts';
import { ACTIVITY_KINDS, PLATFORMS } from '../choice-lists.ts';
import { defineSheet, optional, required } from '../sheet.ts';

// biome-ignore format: one column, one line
export const Activities = defineSheet({
  key: 'activities',
  title: 'Hoạt động',
  monthly: true,
  rows: 300,
  columns: {
    date: required(date(), { header: 'Ngày', aliases: ['Ngày thực hiện', 'Ngày hoạt động'], help: 'Ngày diễn ra, ví dụ 11/06/2022. Hoạt động hằng tuần ghi mỗi buổi một dòng.', clause: 'III.3.2', width: 100 }),
    commune: required(commune(), { header: 'Xã/phường/thị trấn', aliases: ['Xã, phường, thị trấn', 'Xã', 'Tên xã', 'Đơn vị cấp xã'], help: 'Chọn xã, phường hoặc thị trấn trong danh sách.', clause: 'III.3.2', width: 170 }),
    village: optional(village(), { header: 'Thôn/bản/khu phố', aliases: ['Thôn', 'Thôn/khu phố', 'Thôn, bản, khu phố', 'Tổ dân phố'], help: 'Ghi đúng như ở trang «Tổ». Để trống nếu là hoạt động của tổ cấp xã.', clause: 'III.3.2', width: 160 }),
    kind: required(choice(ACTIVITY_KINDS), { header: 'Nhóm hoạt động', aliases: ['Loại hoạt động'], help: 'Chọn một trong 7 nhóm của Kế hoạch, mục III.3.2.', clause: 'III.3.2', width: 180 }),
    content: required(text(), { header: 'Nội dung', aliases: ['Nội dung hoạt động'], help: 'Ghi ngắn gọn. Không ghi họ tên, số điện thoại của người dân.', clause: 'III.3.2', width: 320 }),
    platforms: optional(choices(PLATFORMS), { header: 'Nền tảng số', aliases: ['Nền tảng'], help: 'Một hoặc nhiều nền tảng, cách nhau dấu phẩy. Cần với «Hướng dẫn người dân».', clause: 'III.3.2', width: 200 }),
    sessions: optional(count('buổi', 'lần', 'lượt'), { header: 'Số buổi', aliases: ['Số lần'], help: 'Số buổi, ghi bằng chữ số.', clause: 'III.3.2', width: 80 }),
    turns: optional(count('người', 'lượt', 'lượt người'), { header: 'Số lượt người', aliases: ['Lượt người', 'Số người', 'Số lượt người được hướng dẫn'], help: 'Số lượt người tham gia hoặc được hướng dẫn. Cần với «Hướng dẫn người dân»; không có ai thì ghi 0.', clause: 'III.3.2', width: 100 }),
    participants: optional(count('người', 'thành viên'), { header: 'Số thành viên tham gia', aliases: ['Thành viên tham gia'], help: 'Số thành viên của tổ đã tham gia.', clause: 'III.3.2', width: 110 }),
    evidence: optional(link(), { header: 'Link minh chứng', aliases: ['Minh chứng'], help: 'Địa chỉ ảnh hoặc bài viết, nếu có.', width: 220 }),
    remark: optional(text(), { header: 'Ghi chú', help: 'Ghi chú thêm, không bắt buộc.', width: 200 }),
  },
});
export type ActivityRecord = z.infer<typeof Activities.record>;
