/** What every mail about a month says of it in the same words. */
import { formatPeriod } from '../../../schemas/calendar.ts';
import type { RowCounts } from '../../../schemas/documents.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import type { OpenPeriod } from '../period.ts';
import { windowText } from '../template-window.ts';
import { paragraph } from './blocks.ts';

/** «08/2022». */
export const monthName = ({ period }: Pick<OpenPeriod, 'period'>): string => formatPeriod(period).replace('-', '/');

/** Title of the month's form. */
export const formTitle = ({ period }: Pick<OpenPeriod, 'period'>): string =>
  `${MonthlyReport.title} ${formatPeriod(period)}`;

export const counted = ({ read, accepted }: RowCounts): string => `${accepted}/${read} dòng được tính`;

export const windowFact = (month: OpenPeriod): readonly [string, string] => ['Kỳ số liệu', windowText(month)];

export const NO_REPLY = paragraph('Thư gửi tự động, vui lòng không trả lời; cần hỗ trợ xin liên hệ Sở.');
