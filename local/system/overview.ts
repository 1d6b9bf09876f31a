/** What the page shows at a glance: the workbooks, and how each of their months stands. */
import { openPeriods } from '../../functions/provision.ts';
import { addMonths, dayInVietnam, type Instant, type Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { findUnit } from '../../schemas/units.ts';
import type { LocalFirestore } from '../firestore/open-firestore.ts';
import type { LocalClock } from './clock.ts';
import { DEPARTMENT } from './identities.ts';
import type { LocalState } from './state-file.ts';

interface Parts {
  readonly firestore: LocalFirestore;
  readonly clock: LocalClock;
}

/** The months of a unit that have a report, the latest two: those that are open, or were last. */
const SHOWN_MONTHS = 2;

/** The last month whose lock has passed; null before there is one. */
function lastLocked(asOf: Instant): Period | null {
  const [first] = openPeriods(dayInVietnam(asOf), DEFAULT_CALENDAR);
  const last = first && addMonths(first.period, -1);
  return last && last >= DEFAULT_CALENDAR.firstPeriod ? last : null;
}

/** Workbooks in the order of their units, each with its latest reports; none before the first night. */
export async function overviewOf(
  state: LocalState,
  { firestore, clock }: Parts,
  functions: readonly string[],
): Promise<unknown> {
  const found = await firestore.firestore.collection('reports').get();
  const reports = found.docs
    .map((document) => document.data())
    .sort((one, other) => (one.period < other.period ? 1 : -1));
  const workbooks = Object.entries(state.units).map(([unit, { workbookId }]) => ({
    unit,
    name: findUnit(unit)?.fullName ?? unit,
    id: workbookId,
    reports: reports
      .filter((report) => report.unit === unit)
      .slice(0, SHOWN_MONTHS)
      .map(({ period, status, counts, problems }) => ({ period, status, counts, problems }))
      .reverse(),
  }));
  const asOf = clock.now();
  const province = provinceOf(state);
  return { asOf, firestore: firestore.describe, workbooks, province, functions, toClose: lastLocked(asOf) };
}

/** The province's workbook, and the person of the Department for whom the page opens it: it is not the districts'. */
const provinceOf = ({ province }: LocalState) => (province === undefined ? null : { id: province, as: DEPARTMENT });
