/** The review of the sample province against what its generator knows that it made: an independent count. */
import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { problemsOf, reviewWorkbook, type WorkbookReview } from '../../functions/domain/review.ts';
import { tabTitle } from '../../functions/domain/tabs.ts';
import { generateProvince, type SampleUnit } from '../../local/sample/generate-province.ts';
import { layOut } from '../../local/sample/lay-out.ts';
import type { SampleTab } from '../../local/sample/sample.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { makeTab } from '../support/workbooks.ts';

const TODAY = '2022-12-20' as PlainDate;
const PERIODS = ['2022-10', '2022-11', '2022-12', '2023-01'].map((period) =>
  describePeriod(period as Period, DEFAULT_CALENDAR),
);

function workbookOf(unit: SampleUnit): Workbook {
  const places: SampleTab[] = [
    { tab: 'teams', period: null },
    { tab: 'members', period: null },
    ...PERIODS.map(({ period }) => ({ tab: 'activities' as const, period })),
  ];
  const tabs = places.map((place, at) => {
    const { values, merges } = layOut(unit, place);
    return makeTab({ sheetId: at + 1, title: tabTitle(SHEETS[place.tab].title, place.period), values, merges });
  });
  return { id: unit.unit.id, title: unit.unit.fullName, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs };
}

const province = [1, 2, 3].map((seed) => ({ seed, units: generateProvince({ seed, asOf: TODAY, periods: PERIODS }) }));
const reviewOf = (unit: SampleUnit): WorkbookReview =>
  reviewWorkbook(workbookOf(unit), { unit: unit.unit, today: TODAY, periods: PERIODS });

for (const { seed, units } of province) {
  describe(`the review agrees with the generator's truth (seed ${seed})`, () => {
    for (const unit of units) {
      it(unit.unit.fullName, () => {
        const review = reviewOf(unit);
        const countsOf = (key: string, period: string | null) =>
          review.tabs.find(({ expected }) => expected.key === key && expected.period === period)?.counts;
        const truth = ({ typed, countable, rejected }: SampleUnit['truth']['teams']) => ({
          read: typed,
          accepted: countable,
          rejected,
        });
        assert.deepEqual(countsOf('teams', null), truth(unit.truth.teams));
        assert.deepEqual(countsOf('members', null), truth(unit.truth.members));
        for (const open of PERIODS) {
          const month = unit.truth.months.get(open.period);
          assert.ok(month);
          assert.deepEqual(countsOf('activities', open.period), truth(month.activities), open.period);
          const { totals } = makeReport(review, open, TODAY, NEW_REPORT).report;
          for (const [key, value] of Object.entries(month.totals)) {
            const expected = typeof value === 'object' ? withoutZeros(value) : value;
            const actual = totals[key as keyof typeof totals];
            const counted = typeof actual === 'object' && actual ? withoutZeros(actual) : actual;
            assert.deepEqual(counted, expected, `${key} ${open.period}`);
          }
        }
      });
    }
  });
}

const withoutZeros = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

describe('findings against the plan stay at the rates of the recipe, not on nearly every team', () => {
  it('sizes', () => {
    const units = province[0]?.units ?? [];
    const found = units.flatMap((unit) => problemsOf(reviewOf(unit))).filter(({ severity }) => severity === 'finding');
    const teams = units.reduce((sum, unit) => sum + unit.truth.teams.typed, 0);
    assert.ok(found.length > 0 && found.length < teams / 4, `${found.length} findings on ${teams} teams`);
  });
});
