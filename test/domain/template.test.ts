import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { workbookTemplate } from '../../functions/domain/template.ts';
import { stepsOf, workbookRepairs } from '../../functions/domain/template-diff.ts';
import { editorsOf, PROTECTION_NAMES } from '../../functions/domain/template-protection.ts';
import { windowStatement } from '../../functions/domain/template-window.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type {
  ColumnTemplate,
  FormTemplate,
  ListTemplate,
  ProtectionState,
  TabState,
  TextTemplate,
} from '../../schemas/template.ts';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';

const EDITORS = ['owner@example.vn', 'robot@example.vn'];
const unit = findUnit('2022:464') as ReportingUnit;
const august = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
const september = describePeriod('2022-09' as Period, DEFAULT_CALENDAR);
const template = workbookTemplate(unit, [august, september]);

function tab<T extends ListTemplate | FormTemplate | TextTemplate>(title: string, from = template): T {
  const found = from.tabs.find((candidate) => candidate.title === title);
  assert.ok(found, `no tab ${title}`);
  return found as T;
}

function column(title: string, key: string): ColumnTemplate {
  const found = tab<ListTemplate>(title).columns.find((candidate) => candidate.key === key);
  assert.ok(found, `no column ${key}`);
  return found;
}

const emptyTab = (title: string, changes: Partial<TabState> = {}): TabState => ({
  sheetId: 5,
  title,
  key: null,
  rowCount: 1000,
  columnCount: 26,
  frozenRows: 0,
  columnKeys: new Map(),
  protections: [],
  values: [],
  notes: new Map(),
  formats: new Map(),
  rules: new Map(),
  ...changes,
});

const stateOf = (...tabs: TabState[]) => ({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs });

const said = (...tabs: TabState[]) => workbookRepairs(template, stateOf(...tabs), EDITORS).map((repair) => repair.said);

describe('windowStatement', () => {
  const table: readonly [string, string][] = [
    ['2022-08', 'Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022'],
    ['2023-02', 'Số liệu từ 15/01/2023 đến 14/02/2023, nộp trước ngày 01/03/2023'],
    ['2024-02', 'Số liệu từ 15/01/2024 đến 14/02/2024, nộp trước ngày 01/03/2024'],
  ];
  for (const [period, statement] of table) {
    it(`says of ${period}: ${statement}`, () => {
      assert.equal(windowStatement(describePeriod(period as Period, DEFAULT_CALENDAR)), statement);
    });
  }

  it('says of a calendar month that it ends where it is sent, until it has', () => {
    const month = describePeriod('2022-08' as Period, { ...DEFAULT_CALENDAR, dataWindow: 'calendar-month' });
    assert.equal(
      windowStatement(month),
      'Số liệu từ 01/08/2022 đến ngày gửi báo cáo (chậm nhất 31/08/2022), nộp trước ngày 30/08/2022; ' +
        'hoạt động sau khi gửi tính vào tháng sau',
    );
    const sent = { ...month, window: { ...month.window, to: '2022-08-26' as PlainDate } };
    assert.equal(windowStatement(sent), 'Số liệu từ 01/08/2022 đến 26/08/2022, nộp trước ngày 30/08/2022');
  });
});

describe('workbookTemplate', () => {
  it('has the tabs in their order', () => {
    assert.deepEqual(
      template.tabs.map(({ title }) => title),
      [
        'Hướng dẫn',
        'Tổ',
        'Thành viên',
        'Hoạt động 08-2022',
        'Báo cáo 08-2022',
        'Hoạt động 09-2022',
        'Báo cáo 09-2022',
        'Kết quả kiểm tra',
        'Nhật ký sửa giúp',
        'Tổng hợp',
        'Danh mục',
      ],
    );
  });

  it('is Vietnamese in locale and zone, or 05/06/2022 is read as 6 May', () => {
    assert.deepEqual([template.locale, template.timeZone], ['vi_VN', 'Asia/Ho_Chi_Minh']);
  });

  it('shows the counts of `Tổng hợp` in groups of three, below their header', () => {
    const { headings, headerRow, figures } = tab<TextTemplate>('Tổng hợp');
    assert.deepEqual([headings, headerRow, figures?.startRow, figures?.startColumn], [[0], 3, 4, 1]);
  });

  it('has the columns of `Tổ` after `Kiểm tra`', () => {
    assert.deepEqual(
      tab<ListTemplate>('Tổ').columns.map(({ header }) => header),
      [
        'Kiểm tra',
        'Xã/phường/thị trấn',
        'Cấp tổ',
        'Thôn/bản/khu phố',
        'Số quyết định',
        'Ngày quyết định',
        'Người ký',
        'Link nhóm Zalo',
        'Số người trong nhóm Zalo',
        'Ngày giải thể',
        'Ghi chú',
      ],
    );
  });

  it('has the columns of `Kết quả kiểm tra`', () => {
    assert.deepEqual(
      tab<ListTemplate>('Kết quả kiểm tra').columns.map(({ header }) => header),
      [
        'Trang',
        'Dòng',
        'Cột',
        'Giá trị',
        'Mức',
        'Vấn đề',
        'Cách sửa',
        'Gợi ý',
        'Căn cứ',
        'Mã quy tắc',
        'Đã kiểm tra, đúng',
        'Sửa giúp',
        'Mã đối chiếu',
      ],
    );
  });

  it('states the window in the note of `Ngày`, below help and clause', () => {
    assert.equal(
      column('Hoạt động 08-2022', 'date').note,
      [
        'Ngày diễn ra, ví dụ 11/06/2022. Hoạt động hằng tuần ghi mỗi buổi một dòng.',
        'Căn cứ: Kế hoạch 115/KH-UBND, mục III.3.2.',
        'Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022.',
      ].join('\n'),
    );
  });

  const formats: readonly [string, string, string | undefined][] = [
    ['Tổ', 'decisionDate', 'dd/mm/yyyy'],
    ['Tổ', 'zaloHeadCount', '#,##0'],
    ['Tổ', 'decisionNumber', '@'],
    ['Thành viên', 'phone', '@'],
    ['Thành viên', 'birthYear', '0'],
    ['Thành viên', 'role', undefined],
    ['Hoạt động 08-2022', 'turns', '#,##0'],
  ];
  for (const [title, key, pattern] of formats) {
    it(`formats ${title} ${key} as ${pattern ?? 'it is typed'}`, () => {
      assert.equal(column(title, key).format?.pattern, pattern);
    });
  }

  const rules: readonly [string, string, unknown][] = [
    ['Tổ', 'level', { kind: 'list', range: "'Danh mục'!$A$2:$A$3", strict: true }],
    ['Tổ', 'commune', { kind: 'list', range: "'Danh mục'!$G$2:$G$19", strict: false }],
    ['Hoạt động 08-2022', 'kind', { kind: 'list', range: "'Danh mục'!$E$2:$E$8", strict: true }],
    ['Hoạt động 08-2022', 'platforms', { kind: 'list', range: "'Danh mục'!$F$2:$F$9", strict: false }],
    ['Thành viên', 'dataConsent', { kind: 'checkbox' }],
    ['Thành viên', 'name', null],
  ];
  for (const [title, key, rule] of rules) {
    it(`asks ${title} ${key} for ${JSON.stringify(rule)}`, () => assert.deepEqual(column(title, key).rule, rule));
  }

  it('has the lists side by side in `Danh mục`, the communes last', () => {
    const { rows } = tab<TextTemplate>('Danh mục');
    assert.deepEqual(rows[0], [
      'Cấp tổ',
      'Người ký',
      'Giới tính',
      'Vai trò',
      'Nhóm hoạt động',
      'Nền tảng số',
      'Xã/phường/thị trấn',
    ]);
    assert.deepEqual(rows[1]?.slice(0, 3), ['Cấp xã', 'Chủ tịch UBND cấp xã', 'Nữ']);
    assert.equal(rows.filter((row) => row[6] !== '').length, 1 + unit.communes.length);
  });

  it('states the window in the first line of the form and asks for the month’s tasks below education', () => {
    const tasks = ['Hướng dẫn cài VNeID'];
    const form = tab<FormTemplate>('Báo cáo 08-2022', workbookTemplate(unit, [{ ...august, tasks }]));
    assert.equal(form.statement, 'Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022');
    assert.deepEqual(form.lines.map(({ header }) => header).slice(3, 6), [
      'Tổng số cán bộ quản lý, giáo viên, nhân viên',
      'Nhiệm vụ: Hướng dẫn cài VNeID',
      'Kinh phí xã hội hóa',
    ]);
    assert.deepEqual(
      form.lines.filter(({ asked }) => !asked).map(({ header }) => header),
      ['Trạng thái', 'Thời điểm nhận', 'Mã biên nhận', 'Còn phải sửa'],
    );
  });

  it('explains every sign, column and line in the guide', () => {
    const words = tab<TextTemplate>('Hướng dẫn').rows.flat();
    const headers = Object.values(SHEETS).flatMap(({ columns }) =>
      Object.values(columns).map(({ header, required }) => (required ? `${header} (cần có)` : header)),
    );
    const labels = Object.values(MonthlyReport.lines).map(({ label }) => label);
    for (const word of ['✗', '!', '✓', 'Ô cần ghi (cell.required)', ...headers, ...labels])
      assert.ok(words.includes(word), word);
  });
});

describe('workbookRepairs', () => {
  it('adds every tab to an empty workbook, each at its place', () => {
    const repairs = workbookRepairs(template, stateOf(emptyTab('Trang của tôi')), EDITORS);
    const added = repairs.flatMap(({ steps }) => steps).filter((step) => step.do === 'add-tab');
    assert.deepEqual(
      added.map(({ title, index }) => [title, index]),
      template.tabs.map(({ title }, index) => [title, index]),
    );
    assert.equal(new Set(added.map(({ sheetId }) => sheetId)).size, template.tabs.length);
  });

  it('adds the tabs before anything else, because dropdowns name cells of `Danh mục`', () => {
    const steps = stepsOf(workbookRepairs(template, stateOf(emptyTab('Trang của tôi')), EDITORS));
    const kinds = steps.map((step) => step.do);
    assert.equal(kinds.lastIndexOf('add-tab'), template.tabs.length - 1);
    assert.ok(kinds.indexOf('validate') > kinds.lastIndexOf('add-tab'));
  });

  it('puts a new tab behind the one that it follows', () => {
    const state = stateOf(emptyTab('Riêng'), emptyTab('Thành viên', { sheetId: 6 }));
    const repairs = workbookRepairs(template, state, EDITORS, ({ period }) => period === '2022-08');
    const added = repairs.flatMap(({ steps }) => steps).filter((step) => step.do === 'add-tab');
    assert.deepEqual(
      added.map(({ title, index }) => [title, index]),
      [
        ['Hoạt động 08-2022', 2],
        ['Báo cáo 08-2022', 3],
      ],
    );
  });

  it('names a renamed tab as before, known by its key', () => {
    const repairs = said(emptyTab('Danh sách tổ', { key: 'teams' }));
    assert.ok(repairs.includes('Đã đổi tên trang «Danh sách tổ» trở lại «Tổ».'));
    assert.ok(!repairs.includes('Đã thêm trang «Tổ».'));
  });

  it('takes a copy for no renamed tab', () => {
    assert.ok(said(emptyTab('Bản sao của Tổ', { key: 'teams' })).includes('Đã thêm trang «Tổ».'));
  });

  const header = tab<ListTemplate>('Tổ').columns.map(({ header }) => header);
  const keys = new Map(tab<ListTemplate>('Tổ').columns.map(({ key }, index) => [index, key]));
  const about = (part: string, changes: Partial<TabState>) =>
    said(emptyTab('Tổ', { columnKeys: keys, ...changes })).filter((text) => text.includes(part));

  it('leaves a header alone that is a known alias, a moved column, and a column of people’s own', () => {
    const moved = ['Kiểm tra', 'Riêng', ...header.slice(2), 'xã'];
    assert.deepEqual(about('tiêu đề «', { values: [moved], columnKeys: new Map() }), []);
    assert.deepEqual(about('thêm lại cột', { values: [moved], columnKeys: new Map() }), []);
  });

  it('puts back a header that nobody would know, by the key of its column', () => {
    assert.deepEqual(about('tiêu đề «', { values: [header.with(6, 'abc')] }), [
      'Trang «Tổ»: đã ghi lại tiêu đề «Người ký».',
    ]);
  });

  it('finds the header below titles that people put above it', () => {
    const values = [['DANH SÁCH TỔ'], [], header];
    assert.deepEqual(about('thêm lại cột', { values, columnKeys: new Map() }), []);
  });

  it('takes a copy of the header further down for no header', () => {
    const values = [header.with(6, 'abc'), [], header];
    assert.deepEqual(about('tiêu đề «', { values }), ['Trang «Tổ»: đã ghi lại tiêu đề «Người ký».']);
  });

  it('inserts a column that is gone between the others, and judges the rest when it is there', () => {
    const values = [header.toSpliced(6, 1)];
    const tabs = stateOf(emptyTab('Tổ', { values, columnKeys: new Map() }));
    const [repair, ...others] = workbookRepairs(template, tabs, EDITORS, ({ title }) => title === 'Tổ').filter(
      ({ said }) => said.includes('cột'),
    );
    assert.equal(repair?.said, 'Trang «Tổ»: đã thêm lại cột «Người ký».');
    assert.deepEqual(repair.steps[0], { do: 'insert-column', sheetId: 5, column: 6 });
    assert.deepEqual(others, []);
  });

  it('keeps the marks of a night below the note of a header', () => {
    const note = `${column('Tổ', 'check').note}\n⚠ Kiểm tra\n✗ …`;
    const quiet = about('chú thích của «Kiểm tra»', { values: [header], notes: new Map([[0, note]]) });
    assert.deepEqual(quiet, []);
    assert.equal(about('chú thích của «Kiểm tra»', { values: [header] }).length, 1);
  });

  const check: ProtectionState = {
    id: 9,
    name: PROTECTION_NAMES.check,
    area: { startRow: 1, endRow: 1000, startColumn: 0, endColumn: 1 },
    open: [],
    warningOnly: true,
    editors: null,
    domainUsersCanEdit: false,
  };
  const headerRow: ProtectionState = {
    ...check,
    id: 10,
    name: PROTECTION_NAMES.header,
    area: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 11 },
    warningOnly: false,
    editors: ['Robot@example.vn', 'owner@example.vn'],
  };
  const own: ProtectionState = { ...headerRow, id: 11, name: 'của phòng', area: { startRow: 3, endRow: 4 } };
  const protections: readonly [string, readonly ProtectionState[], readonly string[]][] = [
    ['right ones, with limits filled in, hidden editors of a warning, and people’s own', [check, headerRow, own], []],
    ['editors that may not be seen', [check, { ...headerRow, editors: null }], []],
    ['a missing one', [check], ['header']],
    ['one that lets everyone edit', [check, { ...headerRow, editors: [...EDITORS, 'staff@example.vn'] }], ['header']],
    ['one without the service account', [check, { ...headerRow, editors: ['owner@example.vn'] }], ['header']],
    ['one open to the domain', [check, { ...headerRow, domainUsersCanEdit: true }], ['header']],
    [
      'a hard one on `Kiểm tra`, where rows could not be sorted',
      [{ ...check, warningOnly: false }, headerRow],
      ['check'],
    ],
    ['one in another place', [{ ...check, area: { startRow: 1, startColumn: 3, endColumn: 4 } }, headerRow], ['check']],
    ['a second one of the same name', [check, headerRow, { ...headerRow, id: 12 }], ['header']],
  ];
  for (const [name, has, wrong] of protections) {
    it(`${wrong.length === 0 ? 'leaves' : 'puts right'} protections: ${name}`, () => {
      const names = wrong.map((key) => PROTECTION_NAMES[key as keyof typeof PROTECTION_NAMES]);
      assert.deepEqual(
        about('bảo vệ', { values: [header], protections: has }),
        names.map((protection) => `Trang «Tổ»: đã đặt lại phần bảo vệ «${protection}».`),
      );
    });
  }

  it('knows the editors of what is protected already', () => {
    assert.deepEqual(editorsOf(stateOf(emptyTab('Tổ', { protections: [own, check, headerRow] }))), headerRow.editors);
    assert.deepEqual(editorsOf(stateOf(emptyTab('Tổ', { protections: [check] }))), []);
  });
});
