/** Checks one unit's workbook: read, judge, mark, count the open months, store them. */
import type { PlainDate } from '../../schemas/calendar.ts';
import {
  type ReplacementCounts,
  type ReportDocument,
  reportPath,
  type SettingsDocument,
} from '../../schemas/documents.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { historyOf, makeReport, type ReportDraft } from '../domain/report.ts';
import type { WorkbookReview } from '../domain/review.ts';
import { earlierMonths } from '../domain/unit-summary.ts';
import type { Calls, Store } from '../ports.ts';
import { readHistory } from './read-history.ts';
import { saveReport } from './save-report.ts';
import { type SettlePorts, settleMarks } from './settle-marks.ts';

export interface CheckRequest {
  readonly unit: ReportingUnit;
  readonly workbookId: string;
  /** The open months; the earliest first. */
  readonly periods: readonly OpenPeriod[];
  readonly today: PlainDate;
  /** What the Department set for the months. */
  readonly tasks: SettingsDocument['tasks'];
}

export interface CheckPorts extends SettlePorts {
  readonly store: Store;
  /** Counts what this check costs; the Sheets adapter counts its requests here too. */
  readonly calls: Calls;
}

export interface CheckResult {
  readonly unit: string;
  readonly review: WorkbookReview;
  readonly reports: readonly ReportDocument[];
  /** What was done of what staff asked for by «Sửa giúp». */
  readonly replacements: ReplacementCounts;
  /** Whether a cell or a document was written. */
  readonly changed: boolean;
  readonly calls: Calls;
}

type StoredReports = ReadonlyMap<string, ReportDocument>;

export async function checkUnit(request: CheckRequest, ports: CheckPorts): Promise<CheckResult> {
  const { unit, periods } = request;
  const { calls } = ports;
  const { stored, history } = await readHistory(unit, periods, ports);
  const earlier = earlierMonths(periods).flatMap((period) => stored.get(reportPath(unit.id, period)) ?? []);
  const draftReports = (review: WorkbookReview): readonly ReportDraft[] =>
    periods.map((open) => {
      const before = stored.get(reportPath(unit.id, open.period));
      return makeReport(review, open, request.today, historyOf(before));
    });
  const settled = await settleMarks({ ...request, earlier, history, draftReports }, ports);
  const { review, cellsWritten, replacements } = settled;
  const reports = await saveReports(draftReports(review), stored, ports);
  if (replacements.written + replacements.refused > 0)
    ports.log('INFO', 'Cells were written at the asking of staff.', { unit: unit.id, ...replacements });
  const changed = cellsWritten + calls.documentsWritten > 0;
  return { unit: unit.id, review, reports, replacements, changed, calls };
}

/** The report of each open month, as it is stored now. */
async function saveReports(
  drafts: readonly ReportDraft[],
  stored: StoredReports,
  { store, calls }: CheckPorts,
): Promise<readonly ReportDocument[]> {
  const reports: ReportDocument[] = [];
  for (const draft of drafts) {
    const { unit, period } = draft.report;
    const saved = await saveReport(store, draft, stored.get(reportPath(unit, period)));
    calls.documentsRead += saved.read;
    calls.documentsWritten += saved.written;
    reports.push(saved.report);
  }
  return reports;
}
