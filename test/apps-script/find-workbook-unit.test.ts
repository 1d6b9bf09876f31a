import assert from 'node:assert/strict';
import { findWorkbookUnit } from '../../apps-script/find-workbook-unit.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import type { PlainDate } from '../../schemas/calendar.ts';
import { UNITS_2022, UNITS_2025 } from '../../schemas/units.ts';

const TODAY = '2022-08-25' as PlainDate;

const CASES: readonly (readonly [title: string, unitId: string | null, unit: string | null])[] = [
  ['Tổ công nghệ số cộng đồng – Huyện Vĩnh Linh', null, '2022:464'],
  ['  tổ công nghệ số cộng đồng - huyện vĩnh linh ', null, '2022:464'],
  ['Tổ công nghệ số cộng đồng – Xã Vĩnh Linh', null, '2025:19363'],
  ['Bản sao của Tổ công nghệ số cộng đồng – Huyện Vĩnh Linh', null, null],
  ['Huyện Vĩnh Linh', null, null],
  ['', null, null],
  ['Bảng tính chưa đặt tên', '2022:464', '2022:464'],
  ['Tổ công nghệ số cộng đồng – Huyện Vĩnh Linh', '2022:461', '2022:461'],
  ['Tổ công nghệ số cộng đồng – Huyện Vĩnh Linh', '2022:999', null],
];

describe('whose workbook this is', () => {
  for (const [title, unitId, unit] of CASES) {
    it(`«${title}», metadata ${unitId} → ${unit}`, () => {
      assert.equal(findWorkbookUnit(title, unitId, TODAY)?.id ?? null, unit);
    });
  }

  it('knows every title that provisioning gives', () => {
    const units = [...UNITS_2022, ...UNITS_2025].filter(({ communes }) => communes.length > 0);
    const wrong = units.filter(
      (unit) => findWorkbookUnit(workbookTemplate(unit, []).title, null, unit.validFrom)?.id !== unit.id,
    );
    assert.deepEqual(wrong, []);
  });
});
