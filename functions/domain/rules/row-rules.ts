/** Rules over several cells of one row. Each is silent when a cell that it needs is blank or unreadable. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import { Activities } from '../../../schemas/tabs/activities.ts';
import type { SheetKey } from '../../../schemas/tabs.ts';
import { type OpenPeriod, periodContaining } from '../period.ts';
import type { ReviewedRow } from '../record.ts';
import { tabTitle } from '../tabs.ts';
import { type PlacedIssue, wasLeftBlank } from './placed-issue.ts';
import { MEMBER_ROW_RULES, TEAM_ROW_RULES } from './team-row-rules.ts';

/** `month`: the month of the tab, null for the roster. */
type RowRule = (row: ReviewedRow, month: OpenPeriod | null) => readonly PlacedIssue[];

const NOTHING: readonly PlacedIssue[] = [];

/** Cấp xã has no village, Cấp thôn has one. KH 115, III.1. */
const levelAndVillage: RowRule = ({ values, ...row }) => {
  const rule = 'team.level-village-mismatch';
  if (values.level === 'commune' && values.village !== null) {
    return [{ rule, variant: 'communeWithVillage', column: 'village' }];
  }
  const left = values.level === 'village' && wasLeftBlank({ values, ...row }, 'village');
  return left ? [{ rule, variant: 'villageWithout', column: 'village' }] : NOTHING;
};

/** KT. Chủ tịch signs with the chair's own authority. KH 115, III.3.1.1. */
const signer: RowRule = ({ values }) =>
  values.signer === 'other' ? [{ rule: 'team.signer-not-chair', variant: 'other', column: 'signer' }] : NOTHING;

/** Members of a village team live or work there. KH 115, III.3.1.3. */
const local: RowRule = ({ values }) =>
  values.village !== null && values.local === false
    ? [{ rule: 'member.not-local', variant: 'unticked', column: 'local' }]
    : NOTHING;

/** A day belongs to one month's tab. KH 115, V.5. */
const insideWindow: RowRule = ({ values }, month) => {
  const date = values.date as PlainDate | null;
  if (date === null || month === null || (date >= month.window.from && date <= month.window.to)) return NOTHING;
  const details = {
    date: formatDate(date),
    from: formatDate(month.window.from),
    to: formatDate(month.window.to),
    rightTab: tabTitle(Activities.title, periodContaining(date, month)),
  };
  return [{ rule: 'activity.outside-window', variant: 'outside', column: 'date', details }];
};

/** Guidance names its platform and its people; outreach its people, if they can be counted. KH 115, III.3.2. */
const kindNeeds: RowRule = (row) => {
  const rule = 'activity.kind-needs';
  const { kind } = row.values;
  if (kind === 'outreach' && wasLeftBlank(row, 'turns')) return [{ rule, variant: 'audience', column: 'turns' }];
  if (kind !== 'guidance') return NOTHING;
  return [
    ...(wasLeftBlank(row, 'platforms') ? [{ rule, variant: 'platform', column: 'platforms' }] : NOTHING),
    ...(wasLeftBlank(row, 'turns') ? [{ rule, variant: 'people', column: 'turns' }] : NOTHING),
  ];
};

export const ROW_RULES: Readonly<Record<SheetKey, readonly RowRule[]>> = {
  teams: [levelAndVillage, signer, ...TEAM_ROW_RULES],
  members: [local, ...MEMBER_ROW_RULES],
  activities: [insideWindow, kindNeeds],
};
