/** Turns what is wrong in `Cấu hình` into the words beside the row. */
import { SETTING_RULES, type SettingRuleId } from '../../schemas/province/settings-rules.ts';
import { showValue } from './message.ts';

/** Rendered at once, since the tab is read by one place alone. Carries no address. */
export interface SettingProblem {
  /** Row of the sheet counted from 1, null for the tab as a whole. */
  readonly row: number | null;
  readonly rule: SettingRuleId;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export type SettingDetails = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Whatever looks like an address is not repeated: messages travel further than the cell. */
const shown = (detail: string | number): string =>
  String(detail).includes('@') ? 'nội dung ô này' : showValue(detail);

export function settingProblem(row: number | null, rule: SettingRuleId, details: SettingDetails = {}): SettingProblem {
  const { severity, sentence } = SETTING_RULES[rule];
  const message = sentence.replace(PLACEHOLDER, (all, name: string) => {
    const detail = details[name];
    return detail === undefined ? all : shown(detail);
  });
  return { row, rule, severity, message };
}
