/** Communes that the unit does not have, or that cannot be told apart. */
import { defineRule } from '../rule.ts';

export const teamCommuneUnknown = defineRule({
  id: 'team.commune-unknown',
  title: 'Xã không thuộc đơn vị',
  clause: 'III.1',
  variants: {
    unknown: {
      severity: 'error',
      sentence: 'Không có «{value}» ở {unit}.',
      fix: 'Vui lòng chọn xã, phường hoặc thị trấn trong danh sách.',
    },
    nearest: {
      severity: 'error',
      sentence: 'Không có «{value}» ở {unit}. Tên gần giống: {candidates}.',
      fix: 'Có phải là «{suggestion}»? Vui lòng chọn trong danh sách.',
    },
    former: {
      severity: 'error',
      sentence: '{former} (cũ) nay thuộc {successor}.',
      fix: 'Vui lòng chọn «{suggestion}» nếu đúng.',
    },
    formerDivided: {
      severity: 'error',
      sentence: '{former} (cũ) đã chia về {successors}.',
      fix: 'Vui lòng chọn đúng xã hiện nay trong danh sách.',
    },
    formerOrLiving: {
      severity: 'error',
      sentence: '«{value}» có thể là {living}, hoặc xã {former} cũ (nay là {successor}).',
      fix: 'Vui lòng chọn đúng tên trong danh sách.',
    },
    otherDistrict: {
      severity: 'error',
      sentence: '{understood} thuộc {district}, không thuộc {unit}.',
      fix: 'Vui lòng chọn lại tên trong danh sách, hoặc xóa dòng nếu ghi nhầm bảng tính.',
    },
    districtName: {
      severity: 'error',
      sentence: '«{value}» là tên của {district}, chưa phải tên xã.',
      fix: 'Vui lòng chọn tên xã, phường hoặc thị trấn trong danh sách.',
    },
    ditto: {
      severity: 'error',
      sentence: 'Mỗi dòng được đọc riêng nên hệ thống chưa hiểu «{value}».',
      fix: 'Vui lòng ghi đủ tên xã, phường hoặc thị trấn ở dòng này.',
    },
  },
  examples: [
    { tab: 'teams', set: { commune: 'Xã Tân Kỳ Lạ' }, says: 'unknown' },
    { tab: 'teams', unit: '2022:469', set: { commune: 'Triệu Độc' }, says: 'nearest' },
    { tab: 'members', set: { commune: 'Vĩnh Nam' }, says: 'former' },
    { tab: 'teams', unit: '2022:466', set: { commune: 'Gio Thành' }, says: 'formerDivided' },
    { tab: 'teams', unit: '2022:468', set: { commune: 'Cam Thanh' }, says: 'formerOrLiving' },
    { tab: 'activities', set: { commune: 'Hải Lệ' }, says: 'otherDistrict' },
    { tab: 'teams', set: { commune: 'Phường 1' }, says: 'otherDistrict' },
    { tab: 'teams', set: { commune: 'Vĩnh Linh' }, says: 'districtName' },
    { tab: 'teams', set: { commune: 'nt' }, says: 'ditto' },
    { tab: 'teams', unit: '2022:466', set: { commune: 'Gio Linh' }, says: null },
    { tab: 'teams', unit: '2022:468', set: { commune: 'Cam Thành' }, says: null },
    { tab: 'teams', unit: '2022:461', set: { commune: 1 }, says: null },
  ],
});

export const TEAM_COMMUNE_RULES = [teamCommuneUnknown];
