/** Where a report stands, in the words that staff and leaders read: timeliness, lock and corrections, each on its own. */
import {
  addDays,
  dayInVietnam,
  formatDate,
  formatInstant,
  type Instant,
  type PlainDate,
  startOfDay,
  toSerial,
} from '../../schemas/calendar.ts';
import { STATUS_LABELS } from '../../schemas/province/labels.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import { daysLate } from './deadline.ts';
import type { OpenPeriod } from './period.ts';
import { lockStateOf, type Standing } from './standing.ts';

const UNSENT: ReadonlySet<ReportStatus> = new Set(['not-started', 'in-progress', 'has-errors']);

/** Nothing valid has come, and something is owed. */
export const isUnsent = ({ status }: Pick<Standing, 'status'>): boolean => UNSENT.has(status);

/**
 * Calendar days after due on which nothing had come; 0 until the due date. They stop at the lock, so that a month of the
 * past does not go on changing.
 */
export function daysOverdue(standing: Standing, { due, lastDay }: OpenPeriod, today: PlainDate): number {
  if (!isUnsent(standing)) return 0;
  const { extendedUntil } = standing;
  const last = extendedUntil === null ? lastDay : lastDayBefore(extendedUntil);
  const end = last > lastDay ? last : lastDay;
  return Math.max(0, toSerial(today < end ? today : end) - toSerial(due));
}

const isMidnight = (bound: Instant): boolean => Date.parse(bound) === Date.parse(startOfDay(dayInVietnam(bound)));

/** The last day that lies before a bound. */
export const lastDayBefore = (bound: Instant): PlainDate =>
  isMidnight(bound) ? addDays(dayInVietnam(bound), -1) : dayInVietnam(bound);

/** «hết ngày 05/09/2022», or «17:00 05/09/2022» for a bound within a day. */
export const untilText = (bound: Instant): string =>
  isMidnight(bound) ? `hết ngày ${formatDate(lastDayBefore(bound))}` : formatInstant(bound);

function timeliness(standing: Standing, month: OpenPeriod, today: PlainDate): string {
  const { status, firstValidAt, submittedAt } = standing;
  // Summaries of before have the second clock only.
  const sentAt = firstValidAt ?? submittedAt;
  if (status === 'late' && sentAt !== null) return `Trễ ${daysLate(sentAt, month.period)} ngày`;
  const overdue = daysOverdue(standing, month, today);
  return overdue > 0 ? `Chưa nộp, quá hạn ${overdue} ngày` : STATUS_LABELS[status];
}

function lockText(standing: Standing): readonly string[] {
  const { extendedUntil } = standing;
  switch (lockStateOf(standing)) {
    case 'locked':
      return ['đã khóa'];
    case 'reopened':
      return [extendedUntil === null ? 'đã mở lại' : `mở lại đến ${untilText(extendedUntil)}`];
    case 'extended':
      return extendedUntil === null ? [] : [`gia hạn đến ${untilText(extendedUntil)}`];
    case 'open':
      return [];
  }
}

/** «Đúng hạn · đã khóa · đính chính lần 1». */
export function statusText(standing: Standing, month: OpenPeriod, today: PlainDate): string {
  const { version } = standing;
  return [
    timeliness(standing, month, today),
    ...lockText(standing),
    ...(version > 1 ? [`đính chính lần ${version - 1}`] : []),
  ].join(' · ');
}
