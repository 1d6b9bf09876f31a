/** Every figure of a month, in the order in which it is shown, with the words for it. */
import { ACTIVITY_KINDS, PLATFORMS } from '../choice-lists.ts';
import { MonthlyReport } from '../tabs/monthly-report.ts';
import { FORM_FIGURES } from '../totals.ts';

export interface Indicator {
  /** Where it lies in `Totals`: `turns`, or `activities.training`. */
  readonly path: readonly [figure: string, part?: string];
  readonly label: string;
}

// biome-ignore format: one indicator, one line
export const INDICATORS: readonly Indicator[] = [
  { path: ['communeTeams'], label: 'Tổ cấp xã' },
  { path: ['villageTeams'], label: 'Tổ cấp thôn' },
  { path: ['members'], label: 'Thành viên chính thức (lượt tham gia tổ)' },
  { path: ['collaborators'], label: 'Cộng tác viên (lượt tham gia tổ)' },
  { path: ['people'], label: 'Số người tham gia (mỗi người tính một lần)' },
  ...ACTIVITY_KINDS.choices.map(({ value, label }): Indicator => ({ path: ['activities', value], label: `Số dòng hoạt động: ${label}` })),
  { path: ['sessions'], label: 'Số buổi' },
  { path: ['turns'], label: 'Số lượt người' },
  ...PLATFORMS.choices.map(({ value, label }): Indicator => ({ path: ['turnsByPlatform', value], label: `Lượt người: ${label}` })),
  ...FORM_FIGURES.map((key): Indicator => ({ path: [key], label: MonthlyReport.lines[key].label })),
];
