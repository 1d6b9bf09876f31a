/** Finds the deeds by which months are open beyond their lock: the reasons that the province's progress shows. */
import { auditPath } from '../../schemas/document-paths.ts';
import type { AuditDocument, ReportDocument } from '../../schemas/documents.ts';
import { lockStateOf } from '../domain/standing.ts';
import type { OpeningDeeds } from '../domain/summary.ts';
import type { Calls, Store } from '../ports.ts';
import { extensionId } from './record-deed.ts';

/** A month may have been opened again and extended after that: then both are its reasons, in this order. */
function deedsOf(report: ReportDocument): readonly string[] {
  const { unit, period, extendedUntil, openedBy } = report;
  const state = lockStateOf(report);
  if (extendedUntil === null || (state !== 'extended' && state !== 'reopened')) return [];
  return [...(openedBy === null ? [] : [openedBy]), extensionId(unit, period, extendedUntil)].map(auditPath);
}

/** `reports` are those of one month. Nothing is read where none is kept open. */
export async function readOpenings(
  reports: readonly ReportDocument[],
  { store, calls }: { readonly store: Store; readonly calls: Calls },
): Promise<OpeningDeeds> {
  const paths = new Map(reports.map((report) => [report.unit, deedsOf(report)]));
  const wanted = [...paths.values()].flat();
  if (wanted.length === 0) return new Map();
  const audits = (await store.get(wanted)) as ReadonlyMap<string, AuditDocument>;
  calls.documentsRead += wanted.length;
  return new Map([...paths].map(([unit, own]) => [unit, own.flatMap((path) => audits.get(path) ?? [])]));
}
