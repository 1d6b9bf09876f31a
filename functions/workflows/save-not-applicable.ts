/** Units without communes owe nothing, and their report says so: never late, never empty. */
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import { findUnit } from '../../schemas/units.ts';
import type { OpenPeriod } from '../domain/period.ts';
import { notApplicableReport } from '../domain/report.ts';
import type { Calls, Store } from '../ports.ts';
import { saveReport } from './save-report.ts';

export async function saveNotApplicable(
  units: readonly UnitDocument[],
  periods: readonly OpenPeriod[],
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<void> {
  const exempt = units.filter((unit) => unit.workbookId === null && findUnit(unit.unit)?.communes.length === 0);
  for (const { unit } of exempt) {
    const stored = await store.get(periods.map(({ period }) => reportPath(unit, period)));
    calls.documentsRead += periods.length;
    for (const period of periods) {
      const before = stored.get(reportPath(unit, period.period)) as ReportDocument | undefined;
      const make = () => ({ report: notApplicableReport(unit, period), teams: new Map() });
      const { read, written } = await saveReport(store, { unit, period: period.period }, make, before);
      calls.documentsRead += read;
      calls.documentsWritten += written;
    }
  }
}
