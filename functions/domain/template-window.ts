/** The sentence that tells staff which days a month's figures cover, and by when they are due. */
import { addDays, formatDate } from '../../schemas/calendar.ts';
import type { OpenPeriod } from './period.ts';

type Windowed = Pick<OpenPeriod, 'window' | 'due'>;

/**
 * «từ 15/07/2022 đến 14/08/2022». A calendar month ends after its report is due: it is said to end where it is sent, and what
 * comes after that counts in the next one.
 */
export function windowText({ window, due }: Windowed): string {
  const [from, to] = [formatDate(window.from), formatDate(window.to)];
  return window.to > due ? `từ ${from} đến ngày gửi báo cáo (chậm nhất ${to})` : `từ ${from} đến ${to}`;
}

/** «Số liệu từ 15/07/2022 đến 14/08/2022, nộp trước ngày 30/08/2022»: the due date is the last day on time. KH 115, V.5. */
export function windowStatement(month: Windowed): string {
  const rest = month.window.to > month.due ? '; hoạt động sau khi gửi tính vào tháng sau' : '';
  return `Số liệu ${windowText(month)}, nộp trước ngày ${formatDate(addDays(month.due, 1))}${rest}`;
}
