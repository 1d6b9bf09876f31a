/** Every rule, by id. Which words it says, and how severe it is, belongs to the variant. */
import type { PlainDate } from './calendar.ts';
import type { Rule, Variant } from './rule.ts';
import { ACTIVITY_RULES } from './rules/activity.ts';
import { ACTIVITY_OUTLIER_RULES } from './rules/activity-outlier.ts';
import { ACTIVITY_PERSONAL_DATA_RULES } from './rules/activity-personal-data.ts';
import { CELL_DATE_RULES } from './rules/cell-date.ts';
import { CELL_LIST_RULES } from './rules/cell-list.ts';
import { CELL_NUMBER_RULES } from './rules/cell-number.ts';
import { CELL_TEXT_RULES } from './rules/cell-text.ts';
import { MEMBER_RULES } from './rules/member.ts';
import { MEMBER_BEYOND_EIGHT_RULES } from './rules/member-beyond-eight.ts';
import { MEMBER_COMPOSITION_RULES } from './rules/member-composition.ts';
import { MEMBER_JOINING_RULES } from './rules/member-joining.ts';
import { MEMBER_NAME_RULES } from './rules/member-name.ts';
import { MEMBER_PERSON_RULES } from './rules/member-person.ts';
import { MEMBER_PHONE_RULES } from './rules/member-phone.ts';
import { MEMBER_VANISHED_RULES } from './rules/member-vanished.ts';
import { REPORT_RULES } from './rules/report.ts';
import { ROW_RULES } from './rules/row.ts';
import { TAB_RULES } from './rules/tab.ts';
import { TEAM_RULES } from './rules/team.ts';
import { TEAM_COMMUNE_RULES } from './rules/team-commune.ts';
import { TEAM_DECISION_NUMBER_RULES } from './rules/team-decision-number.ts';
import { TEAM_ROADMAP_RULES } from './rules/team-roadmap.ts';
import { TEAM_ZALO_GROUP_RULES } from './rules/team-zalo-group.ts';
import { TEAM_ZALO_LINK_RULES } from './rules/team-zalo-link.ts';

/** Stored with every report: the same rows under the same version give the same verdicts. Raise it with any rule. */
export const RULE_VERSION = '2';

export const RULES: readonly Rule[] = [
  ...TAB_RULES,
  ...ROW_RULES,
  ...CELL_TEXT_RULES,
  ...CELL_DATE_RULES,
  ...CELL_NUMBER_RULES,
  ...CELL_LIST_RULES,
  ...TEAM_COMMUNE_RULES,
  ...TEAM_DECISION_NUMBER_RULES,
  ...TEAM_ZALO_LINK_RULES,
  ...MEMBER_NAME_RULES,
  ...MEMBER_PHONE_RULES,
  ...TEAM_RULES,
  ...TEAM_ROADMAP_RULES,
  ...TEAM_ZALO_GROUP_RULES,
  ...MEMBER_RULES,
  ...MEMBER_VANISHED_RULES,
  ...MEMBER_BEYOND_EIGHT_RULES,
  ...MEMBER_COMPOSITION_RULES,
  ...MEMBER_JOINING_RULES,
  ...MEMBER_PERSON_RULES,
  ...ACTIVITY_RULES,
  ...ACTIVITY_OUTLIER_RULES,
  ...ACTIVITY_PERSONAL_DATA_RULES,
  ...REPORT_RULES,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** Throws when there is no such rule: an id in the code that the rulebook lacks is a mistake of ours. */
export function ruleOf(id: string): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`The rulebook has no rule ${id}`);
  return rule;
}

export function variantOf(id: string, variant: string): Variant {
  const found = ruleOf(id).variants[variant];
  if (!found) throw new Error(`Rule ${id} has no variant ${variant}`);
  return found;
}

/** Whether a rule is in force on a day. */
export function isInForce(rule: Rule, day: PlainDate): boolean {
  return (rule.since === undefined || rule.since <= day) && (rule.until === undefined || day <= rule.until);
}
