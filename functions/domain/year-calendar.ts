/** The reporting calendar of a year as a table: what the Department sends round in January. */
import { formatDate, formatPeriod, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { CalendarSettings } from '../../schemas/settings.ts';
import { noticesOf } from './notices.ts';
import { describePeriod } from './period.ts';

export const YEAR_COLUMNS = [
  'Tháng',
  'Số liệu từ',
  'Đến hết',
  'Nhắc lần 1',
  'Nhắc lần 2',
  'Nhắc lần 3',
  'Hạn nộp (hết ngày)',
  'Báo quá hạn',
  'Khóa (hết ngày)',
] as const;

/** One row a month that is reported, in the order of {@link YEAR_COLUMNS}; none in a year before the first. */
export function yearRows(year: number, settings: CalendarSettings): readonly (readonly string[])[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}` as Period)
    .filter((period) => period >= settings.firstPeriod)
    .map((period) => {
      const { window, due, lastDay } = describePeriod(period, settings);
      const [seven, three, one, overdue] = noticesOf(period, settings).map(({ day }) => day);
      const days = [window.from, window.to, seven, three, one, due, overdue, lastDay] as PlainDate[];
      return [formatPeriod(period).replace('-', '/'), ...days.map(formatDate)];
    });
}

/** Years that the table of a year leans on and that have no day off announced: the lock of December lies in the next. */
export function yearsWithoutDaysOff(year: number, { daysOff }: CalendarSettings): readonly number[] {
  const known = new Set([...daysOff].map((day) => Number(day.slice(0, 4))));
  return [year, year + 1].filter((one) => !known.has(one));
}
