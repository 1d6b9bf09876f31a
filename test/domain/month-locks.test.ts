import assert from 'node:assert/strict';
import {
  isLockedForOthers,
  isOutOfSight,
  lockRepairs,
  monthOfTitle,
  unlockRepairs,
} from '../../functions/domain/month-locks.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import type { ProtectionState, TabState } from '../../schemas/template.ts';

const AUGUST = '2022-08' as Period;
const EDITORS = ['owner@example.vn', 'robot@example.vn'];

const tab = (sheetId: number, title: string, changes: Partial<TabState> = {}): TabState => ({
  sheetId,
  title,
  key: null,
  rowCount: 1000,
  columnCount: 12,
  frozenRows: 1,
  columnKeys: new Map(),
  protections: [],
  values: [],
  notes: new Map(),
  formats: new Map(),
  rules: new Map(),
  ...changes,
});

const protection = (id: number, name: string, changes: Partial<ProtectionState> = {}): ProtectionState => ({
  id,
  name,
  area: {},
  open: [],
  warningOnly: false,
  editors: EDITORS,
  domainUsersCanEdit: false,
  ...changes,
});

const OPEN_CELLS = { startRow: 2, endRow: 25, startColumn: 1, endColumn: 3 };
const HEADER = protection(1, 'Hệ thống: dòng tiêu đề', { area: { startRow: 0, endRow: 1 } });
const FORM = protection(2, 'Hệ thống: cả trang', { open: [OPEN_CELLS] });
const stateOf = (...tabs: TabState[]) => ({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs });

const OPEN = stateOf(
  tab(1, 'Tổ'),
  tab(2, 'Hoạt động 08-2022', { protections: [HEADER] }),
  tab(3, 'Báo cáo 08-2022', { protections: [FORM] }),
  tab(4, 'Hoạt động 09-2022', { protections: [HEADER] }),
);

const steps = (repairs: ReturnType<typeof lockRepairs>) => repairs.flatMap((repair) => repair.steps);

describe('the lock of a month’s tabs', () => {
  it('closes the month’s two tabs and no other: a lock of its own, and the form’s protection without its open cells', () => {
    assert.deepEqual(steps(lockRepairs(OPEN, AUGUST, EDITORS)), [
      {
        do: 'protect',
        sheetId: 2,
        id: null,
        protection: { name: 'Hệ thống: khóa kỳ', area: {}, open: [], warningOnly: false },
        editors: EDITORS,
      },
      {
        do: 'protect',
        sheetId: 3,
        id: 2,
        protection: { name: 'Hệ thống: cả trang', area: {}, open: [], warningOnly: false },
        editors: EDITORS,
      },
    ]);
    assert.equal(isLockedForOthers(OPEN, AUGUST), false);
  });

  const LOCK = protection(7, 'Hệ thống: khóa kỳ');
  const closed = protection(2, 'Hệ thống: cả trang');
  const locked = (lock: ProtectionState) =>
    stateOf(
      tab(2, 'Hoạt động 08-2022', { protections: [HEADER, lock] }),
      tab(3, 'Báo cáo 08-2022', { protections: [closed] }),
    );

  it('is there once: a second look finds nothing to do', () => {
    assert.deepEqual(lockRepairs(locked(LOCK), AUGUST, EDITORS), []);
    assert.equal(isLockedForOthers(locked(LOCK), AUGUST), true);
  });

  const wrong: readonly [string, Partial<ProtectionState>][] = [
    ['only warns', { warningOnly: true, editors: [] }],
    ['lets staff in', { editors: [...EDITORS, 'staff@example.vn'] }],
    ['lets the domain in', { domainUsersCanEdit: true }],
    ['leaves cells open', { open: [OPEN_CELLS] }],
    ['covers a part of the tab', { area: { startRow: 0, endRow: 10 } }],
  ];
  for (const [what, changes] of wrong) {
    it(`is put right when it ${what}`, () => {
      const [step, ...others] = steps(lockRepairs(locked({ ...LOCK, ...changes }), AUGUST, EDITORS));
      assert.ok(step?.do === 'protect' && others.length === 0);
      assert.deepEqual([step.id, step.editors], [7, EDITORS]);
    });
  }

  it('is no lock of ours when it shuts out whoever looks', () => {
    assert.equal(isLockedForOthers(locked({ ...LOCK, editors: null }), AUGUST), false);
  });

  it('finds a renamed tab by the key that it carries', () => {
    const renamed = stateOf(tab(2, 'Hoạt động tháng 8', { key: 'activities:2022-08' }));
    assert.deepEqual(
      lockRepairs(renamed, AUGUST, EDITORS).map(({ said }) => said),
      ['Trang «Hoạt động tháng 8»: đã đặt lại phần bảo vệ «Hệ thống: khóa kỳ».'],
    );
  });

  it('comes off again, and the tabs into sight', () => {
    const hidden = stateOf(
      tab(2, 'Hoạt động 08-2022', { protections: [HEADER, LOCK], hidden: true }),
      tab(3, 'Báo cáo 08-2022', { protections: [closed], hidden: true }),
    );
    assert.deepEqual(steps(unlockRepairs(hidden, AUGUST)), [
      { do: 'unprotect', id: 7 },
      { do: 'hide-tab', sheetId: 2, hidden: false },
      { do: 'hide-tab', sheetId: 3, hidden: false },
    ]);
    assert.deepEqual(unlockRepairs(OPEN, AUGUST), []);
  });
});

describe('monthOfTitle', () => {
  const table: readonly [string, string | null][] = [
    ['Hoạt động 08-2022', '2022-08'],
    [' báo cáo  12-2022 ', '2022-12'],
    ['Tổ', null],
    ['Hoạt động 08-2022 (2)', null],
    ['Bản sao của Hoạt động 08-2022', null],
  ];
  for (const [title, month] of table) {
    it(`${JSON.stringify(title)} → ${month}`, () => assert.equal(monthOfTitle(title), month));
  }
});

describe('isOutOfSight: locked for more than two months', () => {
  const table: readonly [lastDay: string, today: string, boolean][] = [
    ['2022-07-04', '2022-09-04', false],
    ['2022-07-04', '2022-09-05', true],
    ['2022-07-04', '2022-10-01', true],
    ['2022-12-30', '2023-02-28', false],
    ['2022-12-30', '2023-03-01', true],
    ['2022-11-02', '2023-01-03', true],
  ];
  for (const [lastDay, today, hidden] of table) {
    it(`last day ${lastDay}, on ${today}: ${hidden ? 'hidden' : 'shown'}`, () => {
      assert.equal(isOutOfSight(lastDay as PlainDate, today as PlainDate), hidden);
    });
  }
});
