/** The review of the sample province against what its generator knows that it made: an independent count. */
import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { problemsOf, reviewWorkbook, type WorkbookReview } from '../../functions/domain/review.ts';
import { tabTitle } from '../../functions/domain/tabs.ts';
import { KNOWN_RULES } from '../../local/sample/findings.ts';
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

function workbookOf(unit: SampleUnit, periods: typeof PERIODS = PERIODS): Workbook {
  const places: SampleTab[] = [
    { tab: 'teams', period: null },
    { tab: 'members', period: null },
    ...periods.map(({ period }) => ({ tab: 'activities' as const, period })),
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
        assert.deepEqual(foundIn(review), unit.truth.findings);
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

describe('the review finds against the plan what the generator put there, when all 830 teams are founded', () => {
  const day = '2023-12-31' as PlainDate;
  for (const seed of [1, 2]) {
    it(`seed ${seed}`, () => {
      for (const unit of generateProvince({ seed, asOf: day, periods: [] })) {
        const review = reviewWorkbook(workbookOf(unit, []), { unit: unit.unit, today: day, periods: [] });
        assert.deepEqual(foundIn(review), unit.truth.findings, unit.unit.fullName);
      }
    });
  }
});

/** How often the rules speak of which the generator keeps count, infos apart. */
function foundIn(review: WorkbookReview): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(KNOWN_RULES.map((rule) => [rule, 0]));
  for (const { rule, variant, severity } of problemsOf(review)) {
    const key = rule === 'member.phone' && variant === 'leaderMissing' ? 'member.leader-without-phone' : rule;
    if (severity !== 'info' && key in counts) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('the demo shows each finding, at the rates of the recipe and not on nearly every team', () => {
  const units = province[0]?.units ?? [];
  const all = units.map((unit) => foundIn(reviewOf(unit)));
  const found = (rule: string) => all.reduce((sum, counts) => sum + (counts[rule] ?? 0), 0);
  const sum = (of: (unit: SampleUnit) => number) => units.reduce((total, unit) => total + of(unit), 0);
  const of = { teams: sum(({ truth }) => truth.teams.typed), members: sum(({ truth }) => truth.members.typed) };

  // Per cent of the rows of the tab, from and to.
  const rates: readonly (readonly [rule: string, tab: keyof typeof of, least: number, most: number])[] = [
    ['team.village-without-commune-team', 'teams', 0.1, 5],
    ['team.outside-roadmap', 'teams', 0.1, 2],
    ['team.zalo-missing', 'teams', 15, 30],
    ['team.zalo-short', 'teams', 2, 14],
    ['team.size-commune', 'teams', 0.1, 4],
    ['team.size-village', 'teams', 0.1, 5],
    ['member.commune-slots', 'teams', 0.1, 5],
    ['member.village-leader', 'teams', 0.5, 4],
    ['member.village-deputy', 'teams', 0.5, 4],
    ['member.in-several-teams', 'teams', 0.5, 5],
    ['member.leader-without-phone', 'teams', 1, 6],
    ['member.join-not-approved', 'members', 0.1, 3],
    ['member.left-not-approved', 'members', 0.05, 2],
    ['member.consent-missing', 'members', 5, 9],
  ];
  for (const [rule, tab, least, most] of rates) {
    it(`${rule}: ${least} to ${most} % of ${tab}`, () => {
      const share = (100 * found(rule)) / of[tab];
      assert.ok(share >= least && share <= most, `${found(rule)} of ${of[tab]}`);
    });
  }
});
