/** `Tổ`: the teams of a district. KH 115, III.1 and III.3.1.1. */
import type * as z from 'zod/mini';
import { choice, commune, count, date, decisionNumber, text, village, zaloLink } from '../cells.ts';
import { SIGNERS, TEAM_LEVELS } from '../choice-lists.ts';
import { defineSheet, optional, required } from '../sheet.ts';

// biome-ignore format: one column, one line
export const Teams = defineSheet({
  key: 'teams',
  title: 'Tổ',
  monthly: false,
  rows: 300,
  columns: {
    commune: required(commune(), { header: 'Xã/phường/thị trấn', aliases: ['Xã, phường, thị trấn', 'Xã', 'Tên xã', 'Đơn vị cấp xã'], help: 'Chọn xã, phường hoặc thị trấn trong danh sách.', clause: 'III.1', width: 170 }),
    level: required(choice(TEAM_LEVELS), { header: 'Cấp tổ', aliases: ['Cấp'], help: 'Chọn «Cấp xã» hoặc «Cấp thôn».', clause: 'III.1', width: 90 }),
    village: optional(village(), { header: 'Thôn/bản/khu phố', aliases: ['Thôn', 'Thôn/khu phố', 'Thôn, bản, khu phố', 'Tổ dân phố'], help: 'Chỉ ghi với tổ cấp thôn. Mỗi thôn một dòng, ví dụ «Thôn Cổ Mỹ».', clause: 'III.1', width: 160 }),
    decisionNumber: required(decisionNumber(), { header: 'Số quyết định', aliases: ['Số QĐ', 'Quyết định số'], help: 'Số và ký hiệu quyết định thành lập, ví dụ «45/QĐ-UBND».', clause: 'III.3.1.1', width: 130, whenBlank: { rule: 'team.decision-missing', variant: 'number' } }),
    decisionDate: required(date(), { header: 'Ngày quyết định', aliases: ['Ngày QĐ', 'Ngày ký'], help: 'Ngày ký quyết định, ví dụ 05/06/2022.', clause: 'III.3.1.1', width: 110, whenBlank: { rule: 'team.decision-missing', variant: 'date' } }),
    signer: required(choice(SIGNERS), { header: 'Người ký', help: 'Chọn người ký quyết định. Thẩm quyền thành lập là Chủ tịch UBND cấp xã.', clause: 'III.3.1.1', width: 170 }),
    zaloLink: optional(zaloLink(), { header: 'Link nhóm Zalo', aliases: ['Nhóm Zalo', 'Link Zalo'], help: 'Link tham gia nhóm, dạng https://zalo.me/g/… Link này không được chuyển ra ngoài trang tính.', clause: 'III.3.3', width: 200, personal: true }),
    zaloHeadCount: optional(count('người'), { header: 'Số người trong nhóm Zalo', aliases: ['Số người nhóm Zalo'], help: 'Số người hiện có trong nhóm Zalo của tổ.', clause: 'III.3.3', width: 110 }),
    dissolvedOn: optional(date(), { header: 'Ngày giải thể', help: 'Chỉ ghi khi tổ đã giải thể.', width: 110 }),
    remark: optional(text(), { header: 'Ghi chú', help: 'Ghi chú thêm, không bắt buộc.', width: 220 }),
  },
});
export type TeamRecord = z.infer<typeof Teams.record>;
