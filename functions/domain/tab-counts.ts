/** Rows of the roster, and of a month's own tab. */
import type { Period } from '../../schemas/calendar.ts';
import type { TabCounts } from '../../schemas/documents.ts';
import type { WorkbookReview } from './review.ts';
import { countRows } from './review-tab.ts';

/** A tab that is not there has no rows. */
export function countTabs({ tabs }: WorkbookReview, period: Period): TabCounts {
  const countsOf = (key: string, of: Period | null) =>
    tabs.find(({ expected }) => expected.key === key && expected.period === of)?.counts ?? countRows([]);
  return {
    teams: countsOf('teams', null),
    members: countsOf('members', null),
    activities: countsOf('activities', period),
  };
}
