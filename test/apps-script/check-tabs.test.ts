import assert from 'node:assert/strict';
import sinon from 'sinon';
import { checkTabs, isRead } from '../../apps-script/check-tabs.ts';
import type { SheetPort } from '../../apps-script/sheet-port.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import { contextOf, VINH_LINH, validRow, workbookOf } from '../support/workbooks.ts';
import { NOW, openPort } from './support/script-in-workbook.ts';
import { textOf } from './support/sheets-model.ts';

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

describe('somebody else at the keyboard, between the judging and the marking', () => {
  const TEAMS = 11;
  const bad = { ...validRow('teams'), village: 'Thôn Hiền Dũng', decisionDate: '31/06/2022' };
  const workbook = { ...workbookOf({ teams: [validRow('teams'), bad] }), title: workbookTemplate(VINH_LINH, []).title };

  beforeEach(() => void sinon.useFakeTimers({ now: NOW, toFake: ['Date'] }));

  /** `change` happens before the port looks at the tab once more: at the first, the second look … */
  function opened(change: (rows: { values?: readonly object[] }[], look: number) => void) {
    const { port, sheet, written } = openPort(workbook, { activeSheetId: TEAMS });
    let looks = 0;
    const readAgain: SheetPort['readAgain'] = (sheetId) => {
      looks += 1;
      change(sheet(sheetId).data[0].rowData, looks);
      return port.readAgain(sheetId);
    };
    const verdict = (row: number) => textOf(sheet(TEAMS).data[0].rowData[row]?.values?.[0] ?? {});
    return { port: { ...port, readAgain }, verdict, written };
  }

  it('rows were sorted: judged again, the marks stand in the right rows', () => {
    const { port, verdict } = opened((rows, look) => {
      if (look === 1) rows.push(...rows.splice(1, 1));
    });
    assert.equal(checkTabs(port, TEAMS).is, 'checked');
    assert.match(verdict(1), /^✗ /);
    assert.equal(verdict(2), '✓');
  });

  it('the tab never comes to rest: nothing is marked', () => {
    const { port, verdict } = opened((rows, look) => {
      const [, ...others] = rows[1]?.values ?? [];
      rows[1] = { values: [{ userEnteredValue: { stringValue: `sửa lần ${look}` } }, ...others] };
    });
    assert.equal(checkTabs(port, TEAMS).is, 'busy');
    assert.deepEqual([verdict(1), verdict(2)], ['sửa lần 3', '']);
  });
});
