/** What every mail about a month says of it in the same words. */
import { formatDate, formatPeriod } from '../../../schemas/calendar.ts';
import type { RowCounts } from '../../../schemas/documents.ts';
import { MonthlyReport } from '../../../schemas/tabs/monthly-report.ts';
import type { OpenPeriod } from '../period.ts';
import { paragraph } from './blocks.ts';

/** «08/2022». */
export const monthName = ({ period }: Pick<OpenPeriod, 'period'>): string => formatPeriod(period).replace('-', '/');

/** Title of the month's form. */
export const formTitle = ({ period }: Pick<OpenPeriod, 'period'>): string =>
  `${MonthlyReport.title} ${formatPeriod(period)}`;

export const counted = ({ read, accepted }: RowCounts): string => `${accepted}/${read} dòng được tính`;

export const windowFact = ({ window }: OpenPeriod): readonly [string, string] => [
  'Kỳ số liệu',
  `từ ${formatDate(window.from)} đến ${formatDate(window.to)}`,
];

export const NO_REPLY = paragraph('Thư gửi tự động, vui lòng không trả lời; cần hỗ trợ xin liên hệ Sở.');
