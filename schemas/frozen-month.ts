/**
 * What a snapshot's canonical JSON holds: the accepted rows of a month and what they add up to. Columns that name or reach
 * people are not in it, and text that does so is `withheld`: the row says which columns. DESIGN, promises 3 and 7.
 */
import * as z from 'zod/mini';
import { Period, PlainDate } from './calendar.ts';
import { ProblemCounts, TabCounts, TeamTotalsDocument, Totals } from './documents.ts';

const FrozenValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** Values by column key; null where blank. Of members, `person` numbers those who sit in several teams. */
export const FrozenRow = z.record(z.string(), FrozenValue);
export type FrozenRow = z.infer<typeof FrozenRow>;

export const FrozenMonth = z.strictObject({
  /** Raised with the form of this object, so that old months stay readable. */
  format: z.literal(1),
  unit: z.string(),
  period: Period,
  window: z.strictObject({ from: PlainDate, to: PlainDate }),
  /** The day of the stock figures. */
  on: PlainDate,
  teams: z.array(FrozenRow),
  members: z.array(FrozenRow),
  activities: z.array(FrozenRow),
  /** Staff's lines of the form, and their remarks, by key. */
  form: FrozenRow,
  remarks: FrozenRow,
  counts: TabCounts,
  problems: ProblemCounts,
  problemsByRule: z.record(z.string(), z.int()),
  totals: Totals,
  teamTotals: z.record(z.string(), TeamTotalsDocument),
});
export type FrozenMonth = z.infer<typeof FrozenMonth>;

/** Key of a row's list of columns whose text was left out. */
export const WITHHELD = 'withheld';
/** Key of the number of someone who sits in several teams. */
export const PERSON = 'person';
