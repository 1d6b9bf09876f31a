import assert from 'node:assert/strict';
import { calendarOf, readSettings, settingsFrom } from '../../functions/domain/settings.ts';
import { readUnit } from '../../functions/domain/settings-cells.ts';
import { settingLines, settingsChanges } from '../../functions/domain/settings-tab.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { SETTING_RULES } from '../../schemas/province/settings-rules.ts';
import { DEFAULT_CALENDAR, type ProvinceSettings } from '../../schemas/settings.ts';
import { UNITS_2025 } from '../../schemas/units.ts';
import { type CellValue, placeKey } from '../../schemas/workbook.ts';
import { type SettingCells, settingsTabOf } from '../support/province-workbook.ts';
import { makeTab } from '../support/workbooks.ts';

const WINDOW: SettingCells = ['Kỳ số liệu', '', 'Từ ngày 15 tháng trước đến ngày 14'];
const GRACE: SettingCells = ['Số ngày làm việc chờ sau hạn nộp', '', '3'];
const JUNE = '2022-06' as Period;
const context = { firstPeriod: JUNE };

const read = (...rows: SettingCells[]) => readSettings(settingsTabOf([WINDOW, GRACE, ...rows]), context);
const rulesOf = (...rows: SettingCells[]) => read(...rows).problems.map(({ row, rule }) => `${row} ${rule}`);

const PLAIN: ProvinceSettings = {
  dataWindow: 'decree-09',
  graceWorkingDays: 3,
  firstPeriod: JUNE,
  daysOff: [],
  workedSaturdays: [],
  departmentMail: [],
  mailTo: {},
  staff: {},
  tasks: {},
};

describe('Cấu hình says what is in force', () => {
  it('two decisions are enough', () => {
    assert.deepEqual(read().settings, PLAIN);
    assert.deepEqual(read().problems, []);
  });

  const good: [name: string, rows: SettingCells[], part: Partial<Record<keyof ProvinceSettings, unknown>>][] = [
    ['a day off', [['Ngày nghỉ', '2022', '02/09/2022']], { daysOff: ['2022-09-02'] }],
    [
      'several days, split by semicolon, comma or line break, in any order',
      [['Ngày nghỉ', '', '02/09/2022; 1/9/2022,11/04/2022\n2/5/2022']],
      { daysOff: ['2022-04-11', '2022-05-02', '2022-09-01', '2022-09-02'] },
    ],
    ['a day as Sheets keeps it', [['Ngày nghỉ', 2022, 44806]], { daysOff: ['2022-09-02'] }],
    ['the same day twice', [['Ngày nghỉ', '', '2/9/2022; 02/09/2022']], { daysOff: ['2022-09-02'] }],
    ['a worked Saturday', [['Thứ Bảy làm bù', '2024', '04/05/2024']], { workedSaturdays: ['2024-05-04'] }],
    [
      "the Department's address, in lower case",
      [['Thư của Sở', '', ' So-TTTT@Example.VN ']],
      { departmentMail: ['so-tttt@example.vn'] },
    ],
    [
      "a unit's addresses by its name, sorted",
      [
        ['Thư của đơn vị', 'Huyện Vĩnh Linh', 'b@example.vn'],
        ['thu cua don vi', 'vinh linh', 'a@example.vn'],
      ],
      { mailTo: { '2022:464': ['a@example.vn', 'b@example.vn'] } },
    ],
    [
      'an account that may send',
      [['Tài khoản được gửi báo cáo', '2022:468', 'x@example.vn']],
      { staff: { '2022:468': ['x@example.vn'] } },
    ],
    [
      'tasks by month, in the order of the rows',
      [
        ['Nhiệm vụ của tháng', '08/2022', 'Cài đặt VNeID'],
        ['Nhiệm vụ', '2022-08', 'An toàn thông tin'],
        ['Nhiệm vụ của tháng', 'tháng 9/2022', 'Ngày Chuyển đổi số'],
        ['Nhiệm vụ của tháng', 44835, 'Thanh toán không tiền mặt'],
      ],
      {
        tasks: {
          '2022-08': ['Cài đặt VNeID', 'An toàn thông tin'],
          '2022-09': ['Ngày Chuyển đổi số'],
          '2022-10': ['Thanh toán không tiền mặt'],
        },
      },
    ],
    ['a row without anything', [['', '', '']], {}],
  ];
  for (const [name, rows, part] of good) {
    it(name, () => {
      const { settings, problems } = read(...rows);
      assert.deepEqual(problems, []);
      assert.deepEqual(settings, { ...PLAIN, ...part });
    });
  }

  const graces: [CellValue, number | null][] = [
    ['0', 0],
    [10, 10],
    ['5 ngày', 5],
    ['11', null],
    ['-1', null],
    ['1,5', null],
    ['vài ngày', null],
  ];
  for (const [typed, days] of graces) {
    it(`${JSON.stringify(typed)} days of grace: ${days ?? 'refused'}`, () => {
      const { settings, problems } = readSettings(settingsTabOf([WINDOW, [GRACE[0], '', typed]]), context);
      assert.equal(settings?.graceWorkingDays ?? null, days);
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        days === null ? ['settings.grace'] : [],
      );
    });
  }

  it('rows may be sorted, moved below a title, and stand in columns of another order', () => {
    const tab = makeTab({
      sheetId: 1,
      title: 'Cấu hình',
      values: [['Năm 2022'], ['Giá trị', 'Mục', 'Kiểm tra'], ['3', GRACE[0], null], ['15-14', 'Kỳ số liệu', null]],
    });
    assert.deepEqual(readSettings(tab, context).settings, PLAIN);
  });

  it('the rows that a new tab gets are read back as the same settings', () => {
    const settings: ProvinceSettings = {
      ...PLAIN,
      daysOff: ['2022-09-01', '2022-09-02', '2023-01-02'] as PlainDate[],
      workedSaturdays: ['2024-05-04'] as PlainDate[],
      departmentMail: ['so@example.vn'],
      mailTo: { '2022:461': ['a@example.vn', 'b@example.vn'], '2025:19333': ['c@example.vn'] },
      staff: { '2022:464': ['d@example.vn'] },
      tasks: { ['2022-08' as Period]: ['Một', 'Hai'] },
    };
    assert.deepEqual(readSettings(settingsTabOf(settingLines(settings)), context).settings, settings);
  });

  it('the defaults are read back as the calendar that they come from', () => {
    const { settings, problems } = readSettings(settingsTabOf(settingLines(settingsFrom(DEFAULT_CALENDAR))));
    assert.deepEqual(settings && calendarOf(settings), DEFAULT_CALENDAR);
    assert.deepEqual([...new Set(problems.map(({ rule }) => rule))], ['settings.address-blank']);
  });

  it('no two units share a name', () => {
    for (const unit of UNITS_2025) assert.equal(readUnit(unit.fullName)?.id, unit.id, unit.fullName);
  });
});

describe('what is wrong in Cấu hình is named, and none of the tab is taken over', () => {
  const bad: [name: string, rows: SettingCells[], problems: string[]][] = [
    ['an unknown item', [['Màu sắc', '', 'xanh']], ['4 settings.item-unknown']],
    ['no item', [['', '', '02/09/2022']], ['4 settings.item-blank']],
    ['a decision twice', [GRACE], ['4 settings.item-doubled']],
    ['no value', [['Ngày nghỉ', '2022', '']], ['4 settings.value-blank']],
    ['no such day', [['Ngày nghỉ', '', '31/06/2022']], ['4 settings.date']],
    ['a day without its year', [['Ngày nghỉ', '', '2/9']], ['4 settings.date']],
    ['a number that is no day', [['Ngày nghỉ', '', 12]], ['4 settings.date']],
    ['each bad day of a cell', [['Ngày nghỉ', '', 'x; 2/9/2022; y']], ['4 settings.date', '4 settings.date']],
    ['a day of another year', [['Ngày nghỉ', '2023', '02/09/2022']], ['4 settings.date-year']],
    ['a year that is none', [['Ngày nghỉ', 'Tết', '02/09/2022']], ['4 settings.date-year']],
    ['a worked day that is no Saturday', [['Thứ Bảy làm bù', '', '05/05/2024']], ['4 settings.not-saturday']],
    [
      'a Saturday off and worked',
      [
        ['Ngày nghỉ', '', '04/05/2024'],
        ['Thứ Bảy làm bù', '', '04/05/2024'],
      ],
      ['5 settings.date-conflict'],
    ],
    ['a mail without unit', [['Thư của đơn vị', '', 'a@example.vn']], ['4 settings.unit-blank']],
    ['an unknown unit', [['Thư của đơn vị', 'Huyện Mai Châu', 'a@example.vn']], ['4 settings.unit-unknown']],
    ['a unit without teams', [['Thư của đơn vị', 'Huyện Cồn Cỏ', 'a@example.vn']], ['4 settings.unit-unknown']],
    ['two addresses', [['Thư của Sở', '', 'a@example.vn; b@example.vn']], ['4 settings.address-several']],
    ['no address', [['Thư của Sở', '', 'Phòng Văn hóa']], ['4 settings.address']],
    ['an address without domain', [['Thư của Sở', '', 'a@example']], ['4 settings.address']],
    ['an address with a space', [['Thư của Sở', '', 'a b@example.vn']], ['4 settings.address']],
    ['an address with a name', [['Thư của Sở', '', 'Sở <so@example.vn>']], ['4 settings.address']],
    [
      'an address with two dots',
      [['Tài khoản được gửi báo cáo', 'Vĩnh Linh', 'a..b@example.vn']],
      ['4 settings.address'],
    ],
    ['a task without month', [['Nhiệm vụ của tháng', '', 'Cài đặt VNeID']], ['4 settings.month']],
    ['a task in month 13', [['Nhiệm vụ của tháng', '13/2022', 'Cài đặt VNeID']], ['4 settings.month']],
    ['a task without words', [['Nhiệm vụ của tháng', '08/2022', '']], ['4 settings.value-blank']],
    ['a task that is a formula', [['Nhiệm vụ của tháng', '08/2022', '=1+1']], ['4 settings.task']],
    ['a task that is too long', [['Nhiệm vụ của tháng', '08/2022', 'x'.repeat(201)]], ['4 settings.task']],
    [
      'a task twice in a month',
      [
        ['Nhiệm vụ của tháng', '08/2022', 'Cài đặt VNeID'],
        ['Nhiệm vụ của tháng', '2022-08', 'cai dat VNEID'],
      ],
      ['5 settings.task-doubled'],
    ],
  ];
  for (const [name, rows, problems] of bad) {
    it(name, () => {
      assert.deepEqual(rulesOf(...rows), problems);
      assert.equal(read(...rows).settings, null);
    });
  }

  it('all rows are judged, not only the first bad one', () => {
    assert.deepEqual(rulesOf(['Màu', '', 1], ['Thư của Sở', '', 'x'], ['Ngày nghỉ', '', 'x']), [
      '4 settings.item-unknown',
      '5 settings.address',
      '6 settings.date',
    ]);
  });

  it('a row without address is a reminder: the settings are taken over', () => {
    const { settings, problems } = read(['Thư của đơn vị', 'Vĩnh Linh', '']);
    assert.deepEqual(settings, PLAIN);
    assert.deepEqual(problems, [
      {
        row: 4,
        rule: 'settings.address-blank',
        severity: 'warning',
        message: 'Chưa có địa chỉ thư nên chưa gửi thư được. Xin bổ sung.',
      },
    ]);
  });

  it('a missing tab, missing columns, a missing decision', () => {
    const rules = (tab: Parameters<typeof readSettings>[0]) =>
      readSettings(tab, context).problems.map(({ rule }) => rule);
    assert.deepEqual(rules(undefined), ['settings.tab-missing']);
    assert.deepEqual(rules(makeTab({ sheetId: 1, title: 'Cấu hình', values: [['Mục', 'Ghi chú']] })), [
      'settings.header',
    ]);
    assert.deepEqual(rules(settingsTabOf([WINDOW])), ['settings.item-missing']);
    assert.deepEqual(rules(settingsTabOf([])), ['settings.item-missing', 'settings.item-missing']);
  });

  it('an unknown window', () => {
    const { problems } = readSettings(settingsTabOf([['Kỳ số liệu', '', 'Hằng tuần'], GRACE]), context);
    assert.deepEqual(
      problems.map(({ row, message }) => [row, message]),
      [[2, 'Chưa rõ kỳ số liệu «Hằng tuần». Xin ghi «Từ ngày 15 tháng trước đến ngày 14» hoặc «Cả tháng dương lịch».']],
    );
  });

  describe('a window leaves a working day between its cut-off and the due date', () => {
    const DECREE = 'Từ ngày 15 tháng trước đến ngày 14';
    const MONTH = 'Cả tháng dương lịch';
    const daysOff = (from: number, to: number, month: string) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${String(from + at).padStart(2, '0')}/${month}`).join('; ');
    const reading = (window: string, off: string | null) => {
      const year = off === null ? [] : ([['Ngày nghỉ', off.slice(-4), off]] as const);
      return readSettings(settingsTabOf([['Kỳ số liệu', '', window], GRACE, ...year]), context);
    };

    // The 2nd to the 29th of July 2022 are a Saturday to a Friday.
    const taken: [name: string, window: string, off: string | null][] = [
      ['the Decree’s, without days off', DECREE, null],
      ['the Decree’s, with the 15th of February left', DECREE, daysOff(16, 28, '02/2023')],
      ['the calendar month, cut where it is sent', MONTH, null],
      ['the calendar month, although the second half of February is off', MONTH, daysOff(15, 28, '02/2023')],
      ['the calendar month, with one working day up to the due date', MONTH, daysOff(2, 28, '07/2022')],
    ];
    for (const [name, window, off] of taken) {
      it(`taken: ${name}`, () => {
        const { settings, problems } = reading(window, off);
        assert.deepEqual(problems, []);
        assert.equal(settings?.dataWindow, window === MONTH ? 'calendar-month' : 'decree-09');
      });
    }

    const why = (month: string, end: string, due: string) =>
      `Tháng ${month}: số liệu đến ngày ${end}, hạn nộp là hết ngày ${due}, ở giữa không còn ngày làm việc nào để lập báo cáo. ` +
      'Xin xem lại các ngày nghỉ của tháng này, hoặc kỳ số liệu.';
    const refused: [name: string, window: string, off: string, message: string][] = [
      [
        'the Decree’s, where 15 to 28 February are off',
        DECREE,
        daysOff(15, 28, '02/2023'),
        why('02/2023', '14/02/2023', '28/02/2023'),
      ],
      [
        'the calendar month, where all days but the first are off up to the due date',
        MONTH,
        daysOff(2, 29, '07/2022'),
        why('07/2022', '01/07/2022', '29/07/2022'),
      ],
    ];
    for (const [name, window, off, message] of refused) {
      it(`refused, and why is said: ${name}`, () => {
        const { settings, problems } = reading(window, off);
        assert.equal(settings, null);
        assert.deepEqual(
          problems.map((problem) => [problem.row, problem.rule, problem.message]),
          [[2, 'settings.window-too-late', message]],
        );
        assert.ok(message.length <= 200);
      });
    }
  });

  it('a year without days off is said, with the day of the run', () => {
    const tab = settingsTabOf([WINDOW, GRACE, ['Ngày nghỉ', '2022', '02/09/2022']]);
    const on = (today: string) => readSettings(tab, { ...context, today: today as PlainDate });
    assert.deepEqual(on('2022-08-25').problems, []);
    assert.deepEqual(
      on('2027-01-05').problems.map(({ row, rule, severity }) => [row, rule, severity]),
      [[null, 'settings.year-without-days-off', 'warning']],
    );
    assert.notEqual(on('2027-01-05').settings, null);
  });

  it('no message repeats an address, and none is longer than 200 characters', () => {
    const address = 'ten.nguoi@example.vn';
    const rows: SettingCells[] = [
      [address, '', 'x'],
      ['Thư của đơn vị', address, 'a@example.vn'],
      ['Thư của Sở', '', `${address} ${address}`],
      ['Ngày nghỉ', '', address],
      ['Ngày nghỉ', address, '02/09/2022'],
      ['Kỳ số liệu', '', address],
      ['Màu sắc'.repeat(40), '', 'x'],
    ];
    const { problems } = readSettings(settingsTabOf([...rows, GRACE]), context);
    assert.equal(problems.length, 7);
    for (const { message } of problems) {
      assert.ok(!message.includes('@') && !message.includes('{'), message);
      assert.ok(message.length <= 200, `${message.length}: ${message}`);
    }
  });
});

describe('the verdicts of Cấu hình', () => {
  const tab = settingsTabOf([WINDOW, GRACE, ['Ngày nghỉ', '', 'x'], ['', '', ''], ['Thư của Sở', '', '']]);
  const changes = settingsChanges(tab, readSettings(tab, context));

  it('stand beside the rows, in the column of ours', () => {
    assert.deepEqual(
      changes.map(({ row, column, value }) => [row, column, String(value).slice(0, 12)]),
      [
        [1, 0, '✓'],
        [2, 0, '✓'],
        [3, 0, '✗ «x» không '],
        [5, 0, '! Chưa có đị'],
      ],
    );
  });

  it('writing them twice is writing them once', () => {
    const values = tab.values.map((cells, row) => {
      const change = changes.find((one) => one.row === row);
      return change ? [change.value ?? null, ...cells.slice(1)] : cells;
    });
    assert.deepEqual(settingsChanges({ ...tab, values }, readSettings({ ...tab, values }, context)), []);
  });

  it('a verdict goes when its row was emptied', () => {
    const values = [...settingsTabOf([WINDOW, GRACE]).values, ['✗ cũ', null, null]];
    const left = { ...tab, values };
    const { cells } = { cells: settingsChanges(left, readSettings(left, context)) };
    assert.deepEqual(cells.at(-1), { sheetId: 24, row: 3, column: 0, value: null });
  });

  it('what concerns the tab as a whole is a note on the header, below the note that is there', () => {
    const short = { ...settingsTabOf([WINDOW]), notes: new Map([[placeKey(0, 0), 'Hệ thống ghi']]) };
    const note = settingsChanges(short, readSettings(short, context)).find(({ row }) => row === 0)?.note;
    const missing = 'Thiếu dòng «Số ngày làm việc chờ sau hạn nộp». Xin thêm lại dòng này.';
    assert.equal(note, `Hệ thống ghi\n⚠ Kiểm tra\n✗ ${missing}`);
  });

  it('without the column nothing is written', () => {
    const bare = makeTab({
      sheetId: 1,
      title: 'Cấu hình',
      values: [
        ['Mục', 'Giá trị'],
        ['x', 'y'],
      ],
    });
    assert.deepEqual(settingsChanges(bare, readSettings(bare, context)), []);
  });
});

it('every rule of Cấu hình is polite: it says what to do', () => {
  for (const { sentence } of Object.values(SETTING_RULES)) assert.match(sentence, /Xin /);
});
