/** The rulebook as a text to read: rules by the tab that they speak of, their sentences without the values of one cell. */
import type { Rule, Variant } from '../../schemas/rule.ts';
import { RULES } from '../../schemas/rulebook.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';

export interface RuleGroup {
  /** Where the rules apply, in Vietnamese. */
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The group of an id stands before its dot: `team.commune-unknown`. */
const TABS: Readonly<Record<string, string>> = {
  team: `Trang «${SHEETS.teams.title}»`,
  member: `Trang «${SHEETS.members.title}»`,
  activity: `Trang «${SHEETS.activities.title}»`,
  report: `Trang «${MonthlyReport.title}»`,
};
const EVERYWHERE = 'Mọi trang';

const tabOf = ({ id }: Rule): string => TABS[id.split('.')[0] ?? ''] ?? EVERYWHERE;

/** Every rule once, in the order of the rulebook; the rules for all tabs come last. */
export const RULE_GROUPS: readonly RuleGroup[] = [...Object.values(TABS), EVERYWHERE]
  .map((title) => ({ title, rules: RULES.filter((rule) => tabOf(rule) === title) }))
  .filter(({ rules }) => rules.length > 0);

/** `«31/06/2022» chưa đọc được là ngày.` for any cell: `«…» chưa đọc được là ngày.` */
const outline = (template: string): string =>
  template
    .replace(/\s*\{help\}/g, '')
    .replace(/\{\w+\}/g, '…')
    .trim();

/** What is wrong and how to put it right, with `…` where a message has the cell's own words. */
export const outlineOf = ({ sentence, fix }: Variant): string => `${outline(sentence)} ${outline(fix)}`;
