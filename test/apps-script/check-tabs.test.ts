import assert from 'node:assert/strict';
import { isRead } from '../../apps-script/check-tabs.ts';
import { contextOf, VINH_LINH } from '../support/workbooks.ts';

const CASES: readonly (readonly [title: string, read: boolean])[] = [
  ['Tổ', true],
  [' tổ ', true],
  ['Thành viên', true],
  ['Hoạt động 08-2022', true],
  ['Báo cáo 08-2022', true],
  ['Hoạt động 07-2022', false],
  ['Báo cáo 01-2024', false],
  ['Hướng dẫn', false],
  ['Kết quả kiểm tra', true],
  ['Nhật ký sửa giúp', false],
  ['Tổng hợp', false],
  ['Danh mục', false],
  ['Bản sao của Tổ', true],
  ['Sổ riêng của phòng', true],
];

describe('tabs whose cells are read', () => {
  for (const [title, read] of CASES) {
    it(`«${title}» → ${read ? 'read' : 'by its title only'}`, () => {
      assert.equal(isRead(title, contextOf(VINH_LINH, ['2022-08']).periods), read);
    });
  }
});
