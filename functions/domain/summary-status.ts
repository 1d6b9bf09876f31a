/** How far a month of the province has come, in the words that leaders read. */
import type { Coverage, SummaryDocument, UnitSummary } from '../../schemas/summary.ts';

/** «8/9 huyện đã nộp»; the units of 2025 are no districts. */
export function coverageText({ submitted, expected }: Coverage, units: readonly UnitSummary[]): string {
  const areDistricts = units.every(({ unit }) => unit.startsWith('2022:'));
  return `${submitted}/${expected} ${areDistricts ? 'huyện' : 'xã, phường'} đã nộp`;
}

export const standingText = ({ provisional }: Pick<SummaryDocument, 'provisional'>): string =>
  provisional ? 'Số liệu tạm tính' : 'Số liệu chính thức';
