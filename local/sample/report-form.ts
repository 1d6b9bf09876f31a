/** The monthly form as a district fills it: money by source, education staff, training, media, words. KH 115, V. */
import type { ReportingUnit } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { inventName } from './people.ts';
import { between, chance, pick, type Random, stream, weighted } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import type { SampleOptions, SamplePeriod, SampleRow } from './sample.ts';
import { daysBetween } from './workdays.ts';

const { reportForm: facts } = recipe;
/** Until so many days after the window nobody has begun the form. */
const DAYS_UNTIL_BEGUN = 3;

/** Values by line key; lines left blank are missing. GỬI BÁO CÁO is for a person to tick. */
export function fillReport(options: SampleOptions, unit: ReportingUnit, { period, window }: SamplePeriod): SampleRow {
  if (daysBetween(window.to, options.asOf) < DAYS_UNTIL_BEGUN) return {};
  const random = stream(options.seed, unit.code, 'report', period);
  const lines = { ...education(random, unit), ...money(random), ...others(random), ...words(random) };
  const filled = Object.entries(lines).filter(([, value]) => value !== null && chance(random, facts.filled));
  // The same person reports each month.
  const reporter = reporterOf(stream(options.seed, unit.code, 'reporter'));
  return { nil: false, rosterReviewed: chance(random, facts.filled), ...Object.fromEntries(filled), ...reporter };
}

function education(random: Random, unit: ReportingUnit): SampleRow {
  const educationTotal = (facts.staff as Record<string, number>)[unit.code] ?? 0;
  const educationInformed = Math.round(educationTotal * Number(weighted(random, facts.informed)));
  return { educationInformed, educationTotal };
}

function money(random: Random): SampleRow {
  return {
    fundingSocial: amount(random, 0.4, 30),
    fundingOther: amount(random, 0.15, 20),
    budgetProvince: amount(random, 0.2, 60),
    budgetDistrict: amount(random, 0.5, 80),
    budgetCommune: amount(random, 0.6, 50),
  };
}

/** Đồng, in steps of half a million; some write it `1.500.000` or add the unit. */
function amount(random: Random, share: number, mostHalfMillions: number): CellValue {
  const value = between(random, 1, mostHalfMillions) * 500_000;
  const way = random();
  if (!chance(random, share)) return null;
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
  const { thousandsPoint, withUnit } = facts.unitMistakes;
  return way < withUnit ? `${grouped} đồng` : way < withUnit + thousandsPoint ? grouped : value;
}

function others(random: Random): SampleRow {
  const classes = chance(random, 0.3) ? between(random, 1, 3) : 0;
  return {
    enterpriseClasses: classes,
    enterpriseTrainees: classes * between(random, 18, 45),
    mediaItems: between(random, 0, 14),
    rewarded: chance(random, 0.15) ? between(random, 1, 4) : 0,
  };
}

function words(random: Random): SampleRow {
  return { difficulties: pick(random, facts.difficulties), proposals: pick(random, facts.proposals) };
}

function reporterOf(random: Random): SampleRow {
  const reporter = inventName(random, chance(random, 0.5), false);
  return { reporter, reporterTitle: pick(random, facts.titles) };
}
