/** The month's own tabs as staff typed them, in no particular order of rows: its hash tells an edit from a night without one. */
import type { Period } from '../../schemas/calendar.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { canonicalJson } from './canonical.ts';
import type { WorkbookReview } from './review.ts';
import { isBlank } from './text.ts';

type Cells = Readonly<Record<string, CellValue>>;

/** What a hash is made of. It may name people: only the hash leaves the workflow. */
export interface MonthContent {
  readonly activities: readonly Cells[];
  readonly form: Cells;
  readonly remarks: Cells;
}

/** An unticked box is a blank, and the tick that sends is no content. */
const NO_CONTENT: ReadonlySet<string> = new Set(['submit']);

function filled(entries: readonly (readonly [string, CellValue])[]): Cells {
  return Object.fromEntries(entries.filter(([, value]) => value !== false && !isBlank(value)));
}

/**
 * Rows are sorted by what they say: sorting the tab is no edit. The roster is no part of it: a change there counts from the
 * next month. DESIGN §5.
 */
export function monthContent(review: WorkbookReview, period: Period): MonthContent {
  const activities = review.tabs.find(({ expected }) => expected.key === 'activities' && expected.period === period);
  const form = review.forms.find(({ expected }) => expected.period === period);
  const rows = (activities?.rows ?? []).map(({ cells }) => filled(Object.entries(cells)));
  const lines = (form?.lines ?? []).filter(({ key }) => !NO_CONTENT.has(key));
  return {
    activities: rows
      .map((row) => [canonicalJson(row), row] as const)
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .map(([, row]) => row),
    form: filled(lines.map(({ key, original }) => [key, original])),
    remarks: filled(lines.map(({ key, remark }) => [key, remark])),
  };
}
