/** Whatever people type: the marks of the trigger are the marks of the night, cell for cell, and on its own tab alone. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import type { SheetKey } from '../../schemas/tabs.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, VINH_LINH, validRow, workbookOf } from '../support/workbooks.ts';
import { loadOnce, openScript, wantedMarks, writtenMarks } from './support/script-in-workbook.ts';

/** The months that are open on the script's day. */
const CONTEXT = contextOf(VINH_LINH, ['2022-08', '2022-09']);
const RUNS = 40;

/** What people really type, right and wrong, in whatever column. */
const TYPED: readonly CellValue[] = [
  null,
  '',
  '  ',
  '—',
  'không',
  'Thị trấn Hồ Xá',
  'TT Ho Xa',
  'Xã Không Có',
  'Cấp thôn',
  'Cấp xã',
  'cấp  thôn',
  'Thôn Cổ Mỹ',
  'thon co my',
  'Khu phố 3',
  '45/QĐ-UBND',
  'QĐ 45',
  44718,
  2022,
  20220605,
  '31/02/2022',
  '5/6/22',
  'tháng 6',
  -3,
  2.5,
  '25 người',
  'khoảng 100',
  '1.250',
  'hai mươi',
  'Tổ trưởng',
  'Cộng tác viên',
  'Nguyễn Văn Mẫu',
  'LÊ THỊ MẪU',
  'mẫu',
  'X· VÜnh Giang',
  '0900000001',
  900000001,
  '01690000001',
  true,
  false,
  '#REF!',
  '=1+1',
  '- gạch đầu dòng',
  'https://zalo.me/g/abcdef123',
  'zalo.me/0900000001',
  'VNeID; Zalo',
];

const cellEdit = (tab: SheetKey) =>
  fc.record({ column: fc.constantFrom(...Object.keys(SHEETS[tab].columns)), value: fc.constantFrom(...TYPED) });

const rowsOf = (tab: SheetKey): fc.Arbitrary<readonly RawRow[]> =>
  fc.array(
    fc.array(cellEdit(tab), { maxLength: 3 }).map((edits) => ({
      ...validRow(tab),
      ...Object.fromEntries(edits.map(({ column, value }) => [column, value])),
    })),
    { maxLength: 4 },
  );

const workbooks = fc
  .record({ teams: rowsOf('teams'), members: rowsOf('members'), activities: rowsOf('activities') })
  .map((rows) => ({ ...workbookOf(rows), title: workbookTemplate(VINH_LINH, []).title }));

describe('what is typed', function () {
  this.timeout(180_000);
  const load = loadOnce();

  it('is marked at once as the night would mark it', async () => {
    const property = fc.asyncProperty(workbooks, async (workbook) => {
      const script = await openScript(workbook, { load });
      await script.call('checkAll');
      assert.deepEqual(writtenMarks(script), wantedMarks(markChanges(reviewWorkbook(workbook, CONTEXT))));
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('is marked on the tab that was edited, and nowhere else', async () => {
    const property = fc.asyncProperty(workbooks, fc.constantFrom(0, 1, 2), async (workbook, index) => {
      const { sheetId = -1 } = workbook.tabs[index] ?? {};
      const script = await openScript(workbook, { load });
      const { toasts } = await script.edit(sheetId);
      const wanted = markChanges(reviewWorkbook(workbook, CONTEXT)).filter((change) => change.sheetId === sheetId);
      assert.deepEqual(writtenMarks(script), wantedMarks(wanted));
      assert.deepEqual(toasts, [], 'a trigger that spoke at every keystroke would be a nuisance');
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('a block of 500 rows takes one call for each kind of mark', async () => {
    const teams = Array.from({ length: 500 }, (_, index) => ({ ...validRow('teams'), village: `Thôn ${index + 1}` }));
    const workbook = { ...workbookOf({ teams }), title: workbookTemplate(VINH_LINH, []).title };
    const script = await openScript(workbook, { load });
    await script.edit(workbook.tabs[0]?.sheetId ?? -1);
    assert.equal(script.written().filter(({ property }) => property === 'value').length, 501);
    assert.equal(script.calls.values, 1);
  });
});
