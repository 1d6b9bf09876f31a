import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { History } from '../../functions/domain/history.ts';
import { describePeriod, type OpenPeriod, openPeriods } from '../../functions/domain/period.ts';
import { ownPeriodsOf, readMemory, rememberedPeriods, writeMemory } from '../../functions/domain/review-memory.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { ACTIVITY_KINDS, PLATFORMS } from '../../schemas/choice-lists.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { TeamFigures } from '../../schemas/totals.ts';

const zeros = <K extends string>(choices: readonly { readonly value: K }[]): Record<K, number> =>
  Object.fromEntries(choices.map(({ value }) => [value, 0])) as Record<K, number>;

const FIGURES: TeamFigures = {
  members: 6,
  collaborators: 1,
  sessions: 3,
  turns: 40,
  activities: { ...zeros(ACTIVITY_KINDS.choices), guidance: 2, outreach: 1 },
  turnsByPlatform: { ...zeros(PLATFORMS.choices), vneid: 40 },
};

const HISTORY: History = [
  {
    period: '2022-07' as Period,
    window: { from: '2022-06-15' as PlainDate, to: '2022-07-14' as PlainDate },
    teams: new Map([
      ['19363', { ...FIGURES, members: 5, collaborators: 0 }],
      ['19363_thon co my', FIGURES],
    ]),
  },
];

const JULY = describePeriod('2022-07' as Period, DEFAULT_CALENDAR);
const TODAY = '2022-08-25' as PlainDate;
const periodsOf = (periods: readonly OpenPeriod[]): string[] => periods.map(({ period }) => period);

const GRACE_OF_5 = { ...DEFAULT_CALENDAR, graceWorkingDays: 5, daysOff: new Set(['2022-09-02' as PlainDate]) };

describe('what the night keeps in a workbook for the script in it', () => {
  it('the calendar and the months before come back as they were', () => {
    for (const memory of [
      { calendar: DEFAULT_CALENDAR, ownPeriods: [], history: HISTORY },
      { calendar: GRACE_OF_5, ownPeriods: [JULY], history: [] },
    ]) {
      assert.deepEqual(readMemory(writeMemory(memory)), memory);
    }
  });

  it('months as the calendar has them need no keeping', () => {
    assert.deepEqual(ownPeriodsOf(openPeriods(TODAY, DEFAULT_CALENDAR), TODAY, DEFAULT_CALENDAR), []);
    assert.deepEqual(ownPeriodsOf([JULY, ...openPeriods(TODAY, DEFAULT_CALENDAR)], TODAY, DEFAULT_CALENDAR), [JULY]);
  });

  it('the months of a day are those of the calendar and those kept open, the earliest first', () => {
    assert.deepEqual(periodsOf(rememberedPeriods(null, TODAY)), ['2022-08', '2022-09']);
    const memory = { calendar: DEFAULT_CALENDAR, ownPeriods: [JULY], history: [] };
    assert.deepEqual(periodsOf(rememberedPeriods(memory, TODAY)), ['2022-07', '2022-08', '2022-09']);
  });

  it('a month of the unit’s own takes the place of the calendar’s', () => {
    const [august] = openPeriods(TODAY, DEFAULT_CALENDAR);
    assert.ok(august);
    const cut = { ...august, window: { ...august.window, to: '2022-08-10' as PlainDate } };
    const memory = { calendar: DEFAULT_CALENDAR, ownPeriods: [cut], history: [] };
    assert.deepEqual(rememberedPeriods(memory, TODAY)[0], cut);
    assert.deepEqual(periodsOf(rememberedPeriods(memory, TODAY)), ['2022-08', '2022-09']);
  });

  it('is short: the calendar of the code is not written, nor are figures that are 0', () => {
    assert.equal(
      writeMemory({ calendar: DEFAULT_CALENDAR, ownPeriods: [], history: HISTORY }),
      '{"form":1,"calendar":null,"own":[],"months":[{"period":"2022-07","window":[44727,44756],"teams":{' +
        '"19363":[5,0,3,40,0,1,2,0,0,0,0,0,40],"19363_thon co my":[6,1,3,40,0,1,2,0,0,0,0,0,40]}}]}',
    );
  });

  it('gives the same text whatever the order of the teams', () => {
    const [month] = HISTORY;
    assert.ok(month);
    const turned = [{ ...month, teams: new Map([...month.teams].reverse()) }];
    assert.equal(
      writeMemory({ calendar: DEFAULT_CALENDAR, ownPeriods: [], history: turned }),
      writeMemory({ calendar: DEFAULT_CALENDAR, ownPeriods: [], history: HISTORY }),
    );
  });

  it('leaves out the oldest months where Google would refuse them', () => {
    const [month] = HISTORY;
    assert.ok(month);
    const teams = new Map(Array.from({ length: 300 }, (_, index) => [`19363_thon ${index}`, FIGURES] as const));
    const history = (['2022-07', '2022-06', '2022-05'] as Period[]).map((period) => ({ ...month, period, teams }));
    const text = writeMemory({ calendar: DEFAULT_CALENDAR, ownPeriods: [], history });
    assert.ok(text.length <= 28_000, `${text.length} characters`);
    assert.deepEqual(
      readMemory(text)?.history.map(({ period }) => period),
      ['2022-07'],
    );
  });

  for (const [what, text] of [
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another form', '{"form":2,"calendar":null,"own":[],"months":[]}'],
    ['another shape', '{"form":1}'],
    ['a number', '7'],
    ['null', 'null'],
  ] as const) {
    it(`${what} is no memory`, () => assert.equal(readMemory(text), null));
  }

  it('any text is a memory or none, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readMemory(text);
      }),
    );
  });
});
