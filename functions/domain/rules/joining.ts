/** Joining after the founding: with an introduction and the chair's consent. KH 115, III.3.1.4. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import { isNone } from '../cells/opening.ts';
import type { ReviewedRow } from '../record.ts';
import { type RowIssue, saysNothing } from './placed-issue.ts';
import type { TeamRoster } from './rosters.ts';

const RULE = 'member.join-not-approved';
/** So many who join on one day, more than half of the team, are its founders, whatever day the decision bears. */
const FOUNDERS = 3;

const joinedOn = ({ values }: ReviewedRow): PlainDate | null => (values.joinedOn ?? null) as PlainDate | null;

/** The day on which most of a team joined, and how many did. */
function mostJoined(people: readonly ReviewedRow[]): { day: PlainDate; count: number } | null {
  const days = new Map<PlainDate, number>();
  for (const row of people) {
    const day = joinedOn(row);
    if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
  }
  const [most] = [...days].sort(([, one], [, other]) => other - one);
  return most === undefined ? null : { day: most[0], count: most[1] };
}

const introduced = (row: ReviewedRow): boolean =>
  !saysNothing(row, 'introducedBy') && !isNone(String(row.values.introducedBy ?? 'x'));

function judgePerson(row: ReviewedRow, founded: PlainDate): RowIssue[] {
  const day = joinedOn(row);
  if (day === null || day === founded) return [];
  const details = { date: formatDate(day), founded: formatDate(founded) };
  const found = (variant: string, column: string): RowIssue[] => [
    { tab: 'members', row: row.row, issue: { rule: RULE, variant, column, details } },
  ];
  if (day < founded) return found('beforeFounding', 'joinedOn');
  const [byLeader, byChair] = [introduced(row), !saysNothing(row, 'consentedOn')];
  if (!byLeader && !byChair) return found('neither', 'consentedOn');
  if (!byLeader) return found('noIntroduction', 'introducedBy');
  return byChair ? [] : found('noConsent', 'consentedOn');
}

/**
 * Each member against the founding of their team. When most of a team joined together on another day than the decision's,
 * one of the two dates is wrong: that is said once, at the decision, and the others are held against that day.
 */
export function joinings(team: ReviewedRow, { official, collaborators }: TeamRoster): readonly RowIssue[] {
  const decided = (team.values.decisionDate ?? null) as PlainDate | null;
  if (decided === null) return [];
  const people = [...official, ...collaborators];
  const most = mostJoined(people);
  const together = most !== null && most.count >= FOUNDERS && most.count * 2 > people.length;
  if (!together || most.day === decided) return people.flatMap((row) => judgePerson(row, decided));
  const details = { count: most.count, date: formatDate(most.day), founded: formatDate(decided) };
  const issue = { rule: RULE, variant: 'everyone', column: 'decisionDate', details };
  return [{ tab: 'teams', row: team.row, issue }, ...people.flatMap((row) => judgePerson(row, most.day))];
}
