import assert from 'node:assert/strict';
import { markChanges } from '../../functions/domain/marks.ts';
import { findPersonalData, mayLeave } from '../../functions/domain/personal-data.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { resultChanges } from '../../functions/domain/results-tab.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { type RosterNames, rosterNames } from '../../functions/domain/roster-names.ts';
import { freezeMonth } from '../../functions/domain/snapshot.ts';
import { FORM_COLUMNS } from '../../schemas/form.ts';
import { RESULT_INDEX, type ResultKey } from '../../schemas/results.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, TODAY, validRow, withTab, workbookOf } from '../support/workbooks.ts';

function namesOf(...typed: CellValue[]): RosterNames | null {
  const members = typed.map((name, at) => ({ ...validRow('members'), name, birthYear: 1950 + at }));
  const review = reviewWorkbook(workbookOf({ members }), contextOf());
  return rosterNames(review.tabs.find(({ expected }) => expected.key === 'members'));
}

describe('phone and identity numbers in free text', () => {
  const phones = [
    '0905123456',
    'Liên hệ: 0905 123 456.',
    '0905.123.456',
    '090-512-3456',
    'gọi 0905123456 5 người cùng đi',
    'có 25 0905123456',
    '+84905123456',
    '84 905 123 456',
    '+84 (0)905 123 456',
    '(0905)123456',
    '(0905) 123 456',
    '0905 - 123 - 456',
    '01651234567',
    '0233 3852 123',
    '(0233) 3852123',
    'SĐT: 905123456',
    'zalo 905 123 456',
    'https://zalo.me/0905123456',
    'ngày 07.08.2022 gọi 0905123456',
  ];
  for (const text of phones) it(`a phone: ${text}`, () => assert.deepEqual(findPersonalData(text, null), ['phone']));

  it('an identity number of twelve digits', () =>
    assert.deepEqual(findPersonalData('CCCD 045090001234', null), ['identity']));

  const neither = [
    'Hướng dẫn 25 người nộp hồ sơ',
    'từ ngày 05/08/2022 đến ngày 07/08/2022',
    'ngày 07.08.2022 12 buổi, 345 người',
    '02-08-2022 03-08-2022',
    'kinh phí 500.000.000 đồng',
    '905000000 đồng',
    'các tháng 7 8 9 10 11 12 năm 2022',
    'hồ sơ 000.00.12.H50-220802-0001',
    '45/QĐ-UBND ngày 06/6/2022',
    'https://facebook.com/photo/?fbid=1090512345678901',
    '',
  ];
  for (const text of neither) it(`neither: ${text}`, () => assert.deepEqual(findPersonalData(text, null), []));
});

describe('names of the list in free text', () => {
  const names = namesOf('Nguyễn Văn Mẫu', 'Lê Thị Hòa', 'Cao Minh', 'Văn Hòa', 'Hồ Văn Hoa', '1. Ông Trần Ba');
  const cases: [string, boolean][] = [
    ['Anh Nguyễn Văn Mẫu trình bày', true],
    ['anh nguyễn văn mẫu trình bày', true],
    ['NGUYỄN VĂN MẪU', true],
    ['nguyen van mau', true],
    ['Nguyễn Văn Mẫu'.normalize('NFD'), true],
    ['Nguyễn  Văn\u00a0Mẫu', true],
    ['(Nguyễn-Văn-Mẫu)', true],
    ['chị Lê Thị Hoà', true],
    ['cùng Cao Minh', true],
    ['cung Cao Minh', true],
    ['ông Trần Ba, trưởng thôn', true],
    ['Anh Mẫu trình bày', false],
    ['Nguyễn Văn Mẫn', false],
    ['Nguyễn Văn', false],
    ['nâng cao minh bạch', false],
    ['họp ở nhà văn hóa', false],
    ['họp ở Nhà Văn Hóa', false],
    ['biểu dương 12 hộ văn hóa', false],
    ['', false],
  ];
  for (const [text, expected] of cases) {
    it(`${expected ? 'a name' : 'no name'}: ${text}`, () =>
      assert.deepEqual(findPersonalData(text, names), expected ? ['name'] : []));
  }

  it('a cell that cannot be read may still name people: several in one cell, or in an old encoding', () => {
    const unread = namesOf('Nguyễn Văn Mẫu, Lê Thị Hòa', 'NguyÔn V¨n Bèn');
    assert.deepEqual(findPersonalData('chị Lê Thị Hòa', unread), ['name']);
    assert.deepEqual(findPersonalData('anh Nguyễn Văn Bốn', unread), ['name']);
  });
});

describe('the form’s column Ghi chú is free text too', () => {
  const PHONE = 'Ông chủ quán, 0905 123 456';
  const reviewOf = (remarks: RawRow, form: RawRow = {}) => reviewWorkbook(workbookOf({ form, remarks }), contextOf());
  const said = (remarks: RawRow, form?: RawRow) =>
    (reviewOf(remarks, form).forms[0]?.problems ?? [])
      .filter(({ rule }) => rule === 'activity.personal-data')
      .map(({ variant, column, value }) => [variant, column, value]);

  const cases: [name: string, remarks: RawRow, expected: string[][]][] = [
    ['a phone beside an amount', { fundingSocial: PHONE }, [['phone', 'remark:fundingSocial', '']]],
    ['a phone beside a tick', { nil: 'Đã gọi 0905123456' }, [['phone', 'remark:nil', '']]],
    ['an identity number', { mediaItems: '045090001234' }, [['identity', 'remark:mediaItems', '']]],
    ['a name of the list', { reporter: 'thay anh nguyễn văn mẫu' }, [['name', 'remark:reporter', '']]],
    [
      'both',
      { rewarded: 'Nguyễn Văn Mẫu, 0905123456' },
      [
        ['phone', 'remark:rewarded', ''],
        ['name', 'remark:rewarded', ''],
      ],
    ],
    ['neither', { fundingSocial: 'Hợp tác xã ủng hộ 02 loa' }, []],
    ['a number that is no text', { mediaItems: 12 }, []],
  ];
  for (const [name, remarks, expected] of cases) {
    it(name, () => assert.deepEqual(said(remarks), expected));
  }

  it('what is wrong with the value keeps its value: it is another cell', () => {
    const [form] = reviewOf({ mediaItems: PHONE }, { mediaItems: 'nhiều' }).forms;
    const found = form?.problems.map(({ rule, column, value }) => [rule, column, value]);
    assert.deepEqual(found, [
      ['cell.not-a-number', 'mediaItems', 'nhiều'],
      ['activity.personal-data', 'remark:mediaItems', ''],
    ]);
  });

  it('is marked in Ghi chú, and Kết quả kiểm tra leads there by its name', () => {
    const workbook = workbookOf({ remarks: { fundingSocial: PHONE } });
    const review = reviewWorkbook(workbook, contextOf());
    const form = workbook.tabs.find(({ title }) => title === 'Báo cáo 08-2022');
    const row = form?.values.findIndex(([label]) => label === 'Kinh phí xã hội hóa') ?? -1;
    const notes = markChanges(review).filter(({ note }) => note !== undefined);
    assert.deepEqual(
      notes.map((change) => [change.sheetId, change.row, change.column]),
      [[form?.sheetId, row, FORM_COLUMNS.remark.column]],
    );
    const line = resultChanges(workbook, review).cells.filter((change) => change.row === 1);
    const cellOf = (key: ResultKey) => line.find(({ column }) => column === RESULT_INDEX[key]);
    assert.equal(cellOf('column')?.value, 'Ghi chú: Kinh phí xã hội hóa');
    assert.equal(cellOf('row')?.link, `#gid=${form?.sheetId}&range=C${row + 1}`);
    assert.doesNotMatch(JSON.stringify(line), /0905/);
  });

  it('does not leave the workbook with the frozen month', () => {
    const review = reviewOf({ fundingSocial: PHONE, mediaItems: 'Đài huyện' });
    const [month] = contextOf().periods;
    assert.ok(month);
    const draft = makeReport(review, month, TODAY, NEW_REPORT);
    assert.deepEqual(freezeMonth(review, month, draft, TODAY).remarks, {
      mediaItems: 'Đài huyện',
      withheld: ['fundingSocial'],
    });
  });
});

describe('what may leave the workbook (promise 7)', () => {
  const names = namesOf('Nguyễn Văn Mẫu');
  it('clean text', () => assert.equal(mayLeave('Loa phát thanh số', names), true));
  it('no phone', () => assert.equal(mayLeave('Gọi 0905123456', names), false));
  it('no name of the list', () => assert.equal(mayLeave('Khen thưởng Nguyễn Văn Mẫu', names), false));
  it('nothing while the list cannot be read, since nobody can say whom a text names', () => {
    const workbook = withTab(workbookOf(), 'Thành viên', () => []);
    const review = reviewWorkbook(workbook, contextOf());
    const unknown = rosterNames(review.tabs.find(({ expected }) => expected.key === 'members'));
    assert.equal(unknown, null);
    assert.equal(mayLeave('Loa phát thanh số', unknown), false);
  });
});
