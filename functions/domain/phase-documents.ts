/** Which documents of a phase the reports of its earlier months have named already. KH 115, III.2.2 and III.2.3. */
import { monthOf, type Period } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { PHASES, type Phase } from '../../schemas/roadmap.ts';

export type EarlierReport = Pick<ReportDocument, 'period' | 'phaseDocuments'>;

export function documentsBefore(period: Period, reports: Iterable<EarlierReport>): ReadonlySet<Phase['document']> {
  const phase = PHASES.find(({ from, to }) => monthOf(from) <= period && period <= monthOf(to));
  if (!phase) return new Set();
  const isEarlier = (month: Period) => monthOf(phase.from) <= month && month < period;
  const isNamed = [...reports].some((one) => isEarlier(one.period) && one.phaseDocuments?.[phase.document] != null);
  return new Set(isNamed ? [phase.document] : []);
}
