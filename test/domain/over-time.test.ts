/** The review beside earlier months: those that are stored, and those that are still open. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activityFigures } from '../../functions/domain/activity-figures.ts';
import { type History, type PastMonth, pastPeriods } from '../../functions/domain/history.ts';
import { dataWindow, describePeriod, windowLike } from '../../functions/domain/period.ts';
import { problemsOf, reviewWorkbook } from '../../functions/domain/review.ts';
import { type Period, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { contextOf, peopleOf, type RawRow, tabOf, validRow, workbookOf } from '../support/workbooks.ts';

const WATCHED = /^activity\.(outlier|before-founding|after-dissolution)|^member\.vanished/;

/** `rule/variant@row:column`; rows of another month's tab with its title. */
function found(workbook: Workbook, history: History = [], periods = ['2022-08']): string[] {
  return problemsOf(reviewWorkbook(workbook, { ...contextOf(undefined, periods), history }))
    .filter(({ rule }) => WATCHED.test(rule))
    .map(({ rule, variant, row, column }) => `${rule}/${variant}@${row}:${column}`);
}

const serial = (day: string): number => toSerial(day as PlainDate);
const period = (text: string): Period => text as Period;
const activity = (changes: RawRow = {}): RawRow => ({ ...validRow('activities'), ...changes });
const NO_ACTIVITY = activityFigures([]);

interface PastTeam {
  readonly members?: number;
  readonly collaborators?: number;
  readonly activities?: number;
  readonly sessions?: number;
  readonly turns?: number;
}

/** A stored month, its teams by village. */
function month(of: string, teams: Readonly<Record<string, PastTeam>>): PastMonth {
  const figures = Object.entries(teams).map(([village, team]) => {
    const { members = 0, collaborators = 0, activities = 0, sessions = activities, turns = 0 } = team;
    const counts = { ...NO_ACTIVITY.activities, guidance: activities };
    const turnsByPlatform = { ...NO_ACTIVITY.turnsByPlatform, publicServices: turns };
    return [
      `19363_${village}`,
      { members, collaborators, activities: counts, sessions, turns, turnsByPlatform },
    ] as const;
  });
  return { period: period(of), window: dataWindow(period(of), 'decree-09'), teams: new Map(figures) };
}

describe('which months are the history', () => {
  it('the three before the earliest open one, the newest first', () => {
    const open = [{ period: period('2022-08') }, { period: period('2022-09') }];
    assert.deepEqual(pastPeriods(open), ['2022-07', '2022-06', '2022-05']);
    assert.deepEqual(pastPeriods([]), []);
  });

  it('their windows are cut like those of the open months', () => {
    const decree = describePeriod(period('2022-08'), DEFAULT_CALENDAR);
    const calendar = describePeriod(period('2022-08'), { ...DEFAULT_CALENDAR, dataWindow: 'calendar-month' });
    assert.deepEqual(windowLike(period('2022-07'), decree), { from: '2022-06-15', to: '2022-07-14' });
    assert.deepEqual(windowLike(period('2022-07'), calendar), { from: '2022-07-01', to: '2022-07-31' });
  });
});

describe('people who vanished (member.vanished, III.3.1.4): last month + joined − left', () => {
  const LAST = (members: number, collaborators = 0): History => [
    month('2022-07', { 'co my': { members, collaborators } }),
  ];
  const people = (count: number, changes: RawRow = {}): RawRow[] => [
    { ...peopleOf(1)[0], ...changes },
    ...peopleOf(count).slice(1),
  ];
  const left = (day: string | null, approved: string | null): RawRow => ({
    leftOn: day && serial(day),
    leaveApprovedOn: approved && serial(approved),
  });
  const VANISHED = ['member.vanished/fewer@2:village'];
  const cases: [string, RawRow[], History, string[]][] = [
    ['as many as last month', people(5), LAST(5), []],
    ['one fewer', people(4), LAST(5), VANISHED],
    ['collaborators are people too', people(5), LAST(5, 1), VANISHED],
    ['more than last month', people(6), LAST(5), []],
    ['one left since, with consent', people(5, left('2022-08-01', '2022-08-03')), LAST(5), []],
    [
      'one left within the month of the report, written down later',
      people(5, left('2022-07-01', '2022-07-04')),
      LAST(5),
      [],
    ],
    ['one who left in spring was not counted in July', people(5, left('2022-03-01', '2022-03-04')), LAST(5), VANISHED],
    ['a leave without consent does not make anyone vanish', people(5, left('2022-03-01', null)), LAST(5), []],
    ['one gone, one joined since', people(5, { joinedOn: serial('2022-08-01') }), LAST(5), VANISHED],
    ['one joined since', people(6, { joinedOn: serial('2022-08-01') }), LAST(5), []],
    ['a person whose year of birth is wrong is there', people(5, { birthYear: 2050 }), LAST(5), []],
    ['a person without a readable day of joining is there', people(5, { joinedOn: 'tháng 6' }), LAST(5), []],
    ['a row of nobody’s team may be the one who is missing', people(5, { commune: 'không rõ' }), LAST(5), []],
    ['the first month', people(4), [], []],
    ['a team that is new', people(4), [month('2022-07', { khac: { members: 9 } })], []],
    ['the newest month counts', people(5), [...LAST(5), month('2022-06', { 'co my': { members: 9 } })], []],
  ];
  for (const [name, members, history, expected] of cases) {
    it(name, () => assert.deepEqual(found(workbookOf({ members }), history), expected));
  }
});

describe('work before the decision (activity.before-founding, III.3.2) is counted and said', () => {
  const team = (decided: string, dissolved: string | null = null): RawRow => ({
    ...validRow('teams'),
    decisionNumber: `${decided.slice(8)}/QĐ-UBND`,
    decisionDate: serial(decided),
    dissolvedOn: dissolved && serial(dissolved),
  });
  const BEFORE = ['activity.before-founding/before@2:date'];
  const AFTER = ['activity.after-dissolution/after@2:date'];
  const on = (day: string) => [activity({ date: serial(day) })];
  const cases: [string, RawRow[], string, string[]][] = [
    ['on the day of the decision', [team('2022-08-02')], '2022-08-02', []],
    ['the day before', [team('2022-08-03')], '2022-08-02', BEFORE],
    ['between an end and a new beginning', [team('2022-06-06', '2022-07-20'), team('2022-08-03')], '2022-08-02', AFTER],
    ['after a new beginning', [team('2022-06-06', '2022-07-20'), team('2022-08-01')], '2022-08-02', []],
    ['a day outside the month is wrong in itself', [team('2022-08-03')], '2022-07-02', []],
  ];
  for (const [name, teams, day, expected] of cases) {
    it(name, () => assert.deepEqual(found(workbookOf({ teams, activities: on(day) })), expected));
  }

  it('the row counts', () => {
    const review = reviewWorkbook(workbookOf({ teams: [team('2022-08-03')] }), contextOf());
    const tab = review.tabs.find(({ expected }) => expected.key === 'activities');
    assert.deepEqual(tab?.counts, { read: 1, accepted: 1, rejected: 0 });
  });
});

describe('figures unlike the others (activity.outlier)', () => {
  const turns = [12, 18, 25, 9, 31, 16, 22, 14, 27, 19, 11, 24];
  const rows = (...counts: (number | null)[]): RawRow[] =>
    counts.map((count, at) => activity({ turns: count, date: serial('2022-07-16') + at }));
  const USUAL_BEFORE: History = [
    month('2022-07', Object.fromEntries(turns.map((count, at) => [`thon ${at}`, { activities: 2, turns: 2 * count }]))),
  ];

  it('too little to compare with: silent', () => {
    assert.deepEqual(found(workbookOf({ activities: rows(...turns.slice(0, 10), 250_000) })), []);
    assert.deepEqual(found(workbookOf({ activities: rows(250_000) })), []);
  });

  it('stored months of other teams are enough', () => {
    assert.deepEqual(found(workbookOf({ activities: rows(2500) }), USUAL_BEFORE), ['activity.outlier/far@2:turns']);
    assert.deepEqual(found(workbookOf({ activities: rows(60) }), USUAL_BEFORE), []);
  });

  it('a blank and a nought are no outliers, nor are few people', () => {
    const kind = { kind: 'Tuyên truyền' };
    const activities = rows(...turns, null, 0, 1).map((row) => ({ ...row, ...kind }));
    assert.deepEqual(found(workbookOf({ activities })), []);
  });

  it('each kind has its own usual: a loudspeaker reaches hundreds', () => {
    const outreach = rows(...turns.map((count) => count * 20)).map((row) => ({ ...row, kind: 'Tuyên truyền' }));
    assert.deepEqual(found(workbookOf({ activities: [...rows(...turns), ...outreach] })), []);
  });

  it('a rejected row is judged, and does not say what is usual', () => {
    const rejected = rows(...turns).map((row) => ({ ...row, platforms: null }));
    assert.deepEqual(found(workbookOf({ activities: [...rejected, ...rows(2500)] })), []);
    const activities = [...rows(...turns), activity({ turns: 2500, platforms: null })];
    assert.deepEqual(found(workbookOf({ activities })), ['activity.outlier/far@14:turns']);
  });

  it('the order of the rows does not matter', () => {
    const all = rows(...turns, 2500, 31, 29);
    const far = (activities: RawRow[]) =>
      problemsOf(reviewWorkbook(workbookOf({ activities }), contextOf()))
        .filter(({ rule }) => rule === 'activity.outlier')
        .map(({ value, details }) => `${value} ${JSON.stringify(details)}`);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) =>
        assert.deepEqual(far(shuffled), ['2.500 {"count":2500,"usual":22}']),
      ),
      { numRuns: 20 },
    );
  });

  const same = { activities: 1, sessions: 1, turns: 25 };
  const village = (name: string): RawRow => ({ village: `Thôn ${name}` });
  const FIVE = ['An', 'Bình', 'Cát', 'Dương', 'Em'];
  const five: WorkbookParts = {
    teams: FIVE.map((name) => ({ ...validRow('teams'), ...village(name) })),
    activities: FIVE.map((name) => activity(village(name))),
  };

  it('one row that equals last month’s may be chance; most teams of the district at once are not', () => {
    const once: History = [month('2022-07', { an: same, binh: { ...same, turns: 26 }, cat: { ...same, turns: 20 } })];
    assert.deepEqual(found(workbookOf(five), once), []);
    const all: History = [
      month('2022-07', { an: same, binh: same, cat: same, duong: same, em: { ...same, turns: 9 } }),
    ];
    assert.deepEqual(
      found(workbookOf(five), all),
      [2, 3, 4, 5].map((row) => `activity.outlier/copied@${row}:village`),
    );
  });

  it('the month before that counts, not an older one', () => {
    const older: History = [month('2022-06', { 'co my': { activities: 2, sessions: 2, turns: 50 } })];
    assert.deepEqual(found(workbookOf({ activities: rows(21, 29) }), older), []);
  });

  it('an open month is compared with the one before it that is open too', () => {
    const august = rows(21, 29);
    const september = august.map((row) => ({ ...row, date: Number(row.date) + 31 }));
    const workbook = workbookOf({ activities: august });
    const both = { ...workbook, tabs: [...workbook.tabs, tabOf('activities', september, 'Hoạt động 09-2022')] };
    assert.deepEqual(found(both, [], ['2022-08', '2022-09']), ['activity.outlier/copied@2:village']);
  });

  it('figures that are always round are said once, at the first row of the team', () => {
    const before: History = [month('2022-07', { 'co my': { activities: 2, turns: 70 } })];
    assert.deepEqual(found(workbookOf({ activities: rows(10, 20, 40, 30) }), before), [
      'activity.outlier/round@2:village',
    ]);
    assert.deepEqual(found(workbookOf({ activities: rows(10, 20, 45, 30) }), before), []);
    assert.deepEqual(found(workbookOf({ activities: rows(10, 20, 40) }), before), []);
  });
});

type WorkbookParts = Parameters<typeof workbookOf>[0];
