/** Rules on one row of `Tổ` or `Thành viên` that need no other row. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ReviewedRow } from '../record.ts';
import { type PlacedIssue, saysNothing } from './placed-issue.ts';

type OneRowRule = (row: ReviewedRow) => readonly PlacedIssue[];

const NOTHING: readonly PlacedIssue[] = [];
/** The plan's phases reach from May to December 2022. KH 115, III.2. */
const ROADMAP = { from: '2022-05-01', to: '2022-12-31' } as const;

const insideRoadmap: OneRowRule = ({ values }) => {
  const day = values.decisionDate as PlainDate | null;
  if (day === null || (day >= ROADMAP.from && day <= ROADMAP.to)) return NOTHING;
  const variant = day < ROADMAP.from ? 'before' : 'after';
  return [{ rule: 'team.outside-roadmap', variant, column: 'decisionDate', details: { date: formatDate(day) } }];
};

/** The leader is whom the district calls. */
const leaderPhone: OneRowRule = (row) => {
  const { role, leftOn, leaveApprovedOn } = row.values;
  const asked = role === 'leader' && (leftOn == null || leaveApprovedOn == null);
  return asked && saysNothing(row, 'phone')
    ? [{ rule: 'member.phone', variant: 'leaderMissing', column: 'phone' }]
    : NOTHING;
};

/** Silence and boxes ticked by default are not consent. Law 91/2025/QH15. */
const consent: OneRowRule = ({ values, cells }) =>
  values.dataConsent === false && 'dataConsent' in cells
    ? [{ rule: 'member.consent-missing', variant: 'unticked', column: 'dataConsent' }]
    : NOTHING;

/** Leaving needs the chair's approval; until then the person counts. KH 115, III.3.1.4. */
const leaving: OneRowRule = (row) => {
  const { leftOn, leaveApprovedOn, joinedOn } = row.values as Readonly<Record<string, PlainDate | null>>;
  const rule = 'member.left-not-approved';
  if (leftOn == null) {
    const noDate = leaveApprovedOn != null && saysNothing(row, 'leftOn');
    return noDate ? [{ rule, variant: 'noLeaveDate', column: 'leftOn' }] : NOTHING;
  }
  const date = formatDate(leftOn);
  if (joinedOn != null && leftOn < joinedOn) {
    return [{ rule, variant: 'beforeJoining', column: 'leftOn', details: { date, joined: formatDate(joinedOn) } }];
  }
  const unapproved = saysNothing(row, 'leaveApprovedOn');
  return unapproved ? [{ rule, variant: 'noApproval', column: 'leaveApprovedOn', details: { date } }] : NOTHING;
};

/** The chair agrees before someone joins. KH 115, III.3.1.4. */
const consentBeforeJoining: OneRowRule = ({ values }) => {
  const { joinedOn, consentedOn } = values as Readonly<Record<string, PlainDate | null>>;
  if (joinedOn == null || consentedOn == null || consentedOn <= joinedOn) return NOTHING;
  const details = { date: formatDate(joinedOn), consented: formatDate(consentedOn) };
  return [{ rule: 'member.join-not-approved', variant: 'consentAfterJoining', column: 'consentedOn', details }];
};

export const TEAM_ROW_RULES = [insideRoadmap] as const;
export const MEMBER_ROW_RULES = [leaderPhone, consent, leaving, consentBeforeJoining] as const;
