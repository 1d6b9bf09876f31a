/** Options for the sample, as the tests want them. */
import type { SampleOptions, SamplePeriod } from '../../../local/sample/generate-province.ts';
import { addMonths, type Period, type PlainDate } from '../../../schemas/calendar.ts';

/** Months from `first` on, windows from the 15th to the 14th (Decree 09/2019/NĐ-CP). */
export function months(first: string, count: number): SamplePeriod[] {
  return Array.from({ length: count }, (_, i) => {
    const period = addMonths(first as Period, i);
    const from = `${addMonths(period, -1)}-15` as PlainDate;
    return { period, window: { from, to: `${period}-14` as PlainDate } };
  });
}

/** The demo: seed 1 on 20/12/2022 with three months. */
export function options(overrides: Partial<SampleOptions> = {}): SampleOptions {
  return { seed: 1, asOf: '2022-12-20' as PlainDate, periods: months('2022-10', 3), ...overrides };
}

export const YEAR_2023 = { asOf: '2023-12-31' as PlainDate, periods: months('2023-01', 12) };
