/** Where a report stands, in the words that leaders read: timeliness, lock and corrections, each on its own. */
import { dayInVietnam, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { STATUS_LABELS } from '../../schemas/province/labels.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';
import type { Coverage, SummaryDocument, UnitSummary } from '../../schemas/summary.ts';
import type { OpenPeriod } from './period.ts';

/** Calendar days after due: the 30th is 1. */
const daysAfter = (date: PlainDate, due: PlainDate): number => toSerial(date) - toSerial(due);

const UNSENT: ReadonlySet<ReportStatus> = new Set(['not-started', 'in-progress', 'has-errors']);

function timeliness({ status, submittedAt }: UnitSummary, { due, lastDay }: OpenPeriod, today: PlainDate): string {
  if (status === 'late' && submittedAt !== null) return `Trễ ${daysAfter(dayInVietnam(submittedAt), due)} ngày`;
  if (!UNSENT.has(status) || submittedAt !== null) return STATUS_LABELS[status];
  // The days stop at the lock, so that a month of the past does not go on changing.
  const until = today < lastDay ? today : lastDay;
  return until > due ? `Chưa nộp, quá hạn ${daysAfter(until, due)} ngày` : STATUS_LABELS[status];
}

/** «Đúng hạn · đã khóa · đính chính lần 1». */
export function statusText(unit: UnitSummary, period: OpenPeriod, today: PlainDate): string {
  return [
    timeliness(unit, period, today),
    ...(unit.lockedAt === null ? [] : ['đã khóa']),
    ...(unit.version > 1 ? [`đính chính lần ${unit.version - 1}`] : []),
  ].join(' · ');
}

/** «8/9 huyện đã nộp»; the units of 2025 are no districts. */
export function coverageText({ submitted, expected }: Coverage, units: readonly UnitSummary[]): string {
  const areDistricts = units.every(({ unit }) => unit.startsWith('2022:'));
  return `${submitted}/${expected} ${areDistricts ? 'huyện' : 'xã, phường'} đã nộp`;
}

export const standingText = ({ provisional }: Pick<SummaryDocument, 'provisional'>): string =>
  provisional ? 'Số liệu tạm tính' : 'Số liệu chính thức';
