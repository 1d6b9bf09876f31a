/** The sentence that tells staff which days a month's figures cover, and by when they are due. */
import { addDays, formatDate } from '../../schemas/calendar.ts';
import type { OpenPeriod } from './period.ts';

/** «Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022»: the due date is the last day on time. KH 115, V.5. */
export function windowStatement({ window, due }: Pick<OpenPeriod, 'window' | 'due'>): string {
  const before = formatDate(addDays(due, 1));
  return `Số liệu từ ${formatDate(window.from)} đến ${formatDate(window.to)}, nộp trước ngày ${before}`;
}
